//! What is no library, what is newer or damaged, and backups.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use serde_json::json;

use crate::common::*;
use crate::{add, refused};

#[test]
fn a_library_that_is_none_is_named_and_left_alone() {
    let home = Home::bare();
    let all: [&[&str]; 6] = [
        &["list"],
        &["show", "2026-0001"],
        &["search", "мектеп"],
        &["check"],
        &["undo"],
        &["export", "bundle"],
    ];
    for args in all {
        let message = home.run(args).failed("library_missing", 2);
        assert!(message.contains("кітапхана.muragat"), "{message}");
    }
    assert_eq!(names(home.path("").as_path()), Vec::<String>::new());

    // a folder of something else; a file; another program's database
    fs::create_dir(&home.library).unwrap();
    home.file("кітапхана.muragat/хат.txt", "хат");
    home.run(&["list"]).failed("library_foreign", 2);
    home.run(&["init"]).failed("library_exists", 2);
    assert_eq!(names(&home.library), ["хат.txt"]);
    let file = home.file("файл.muragat", "хат");
    run_in(&file, &["list"]).failed("library_foreign", 2);
    run_in(&file, &["init"]).failed("library_exists", 2);
    let other = Home::new();
    patch(&other, 68, &0x1234_5678_u32.to_be_bytes());
    let before = tree(&other.library);
    other.run(&["list"]).failed("library_foreign", 2);
    assert_eq!(tree(&other.library), before);
}

/// Overwrites bytes of the catalogue.
fn patch(home: &Home, at: u64, bytes: &[u8]) {
    use std::os::unix::fs::FileExt;
    let file = fs::OpenOptions::new()
        .write(true)
        .open(home.library.join("catalogue.sqlite"))
        .unwrap();
    file.write_all_at(bytes, at).unwrap();
}

#[test]
fn a_newer_library_is_refused_and_left_alone() {
    let home = Home::new();
    home.add("release.txt", release(1));
    // user_version, SQLite's file format 1.3
    patch(&home, 60, &99_u32.to_be_bytes());
    let before = tree(&home.library);
    let message = home.run(&["list"]).failed("library_newer", 2);
    assert!(message.contains("99"), "{message}");
    home.run(&add(&home.file("2.txt", release(2))))
        .failed("library_newer", 2);
    assert_eq!(tree(&home.library), before);
}

#[test]
fn a_damaged_library_is_told_as_damaged_and_a_backup_brings_it_back() {
    let noise: Vec<u8> = (0..4096u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    for case in ["header", "middle", "half", "empty"] {
        let home = Home::new();
        let photo = home.file("photo.png", picture(1, 32));
        for number in 0..12 {
            let file = home.file("release.txt", release(number));
            home.run(&[
                "add".as_ref(),
                file.as_os_str(),
                "--photo".as_ref(),
                photo.as_os_str(),
            ])
            .done();
        }
        let before = home.state();
        let backup = home.path("backup.zip");
        home.run(&["backup".as_ref(), backup.as_os_str()]).done();
        let catalogue = home.library.join("catalogue.sqlite");
        let length = fs::metadata(&catalogue).unwrap().len();
        match case {
            "header" => patch(&home, 0, &noise[..100]),
            "middle" => (4096..length)
                .step_by(4096)
                .for_each(|at| patch(&home, at, &noise)),
            "half" => fs::File::options()
                .write(true)
                .open(&catalogue)
                .unwrap()
                .set_len(length / 2 / 4096 * 4096)
                .unwrap(),
            _ => fs::write(&catalogue, "").unwrap(),
        }
        let damaged = tree(&home.library);
        let file = home.file("new.txt", release(99));
        let all: [&[&OsStr]; 6] = [
            &["list".as_ref()],
            &["show".as_ref(), "2026-0001".as_ref()],
            &["search".as_ref(), "кітапхана".as_ref()],
            &["add".as_ref(), file.as_ref()],
            &["undo".as_ref()],
            &[
                "export".as_ref(),
                home.path("bundle").as_os_str().to_owned().leak(),
            ],
        ];
        for args in all {
            let message = home.run(args).failed("library_damaged", 2);
            assert!(message.contains("кітапхана.muragat"), "{case}: {message}");
        }
        // a check tells as far as it can be opened: problems, or that it is damaged
        let said = home.run(&["check"]);
        match said.status {
            Some(1) => assert_ne!(said.json()["problems"], json!([]), "{case}"),
            _ => drop(said.failed("library_damaged", 2)),
        }
        assert!(!home.path("bundle").exists());
        let originals = |tree: std::collections::BTreeMap<String, Vec<u8>>| {
            tree.into_iter()
                .filter(|(name, _)| name.starts_with("originals/"))
                .collect::<Vec<_>>()
        };
        let now = tree(&home.library);
        assert_eq!(
            now.get("catalogue.sqlite"),
            damaged.get("catalogue.sqlite"),
            "{case}"
        );
        let (kept, now) = (originals(damaged), originals(now));
        assert!(
            kept.iter().all(|file| now.contains(file)),
            "{case}: an original is gone"
        );

        let said = home.run(&["restore".as_ref(), backup.as_os_str()]).done();
        assert_eq!(home.state(), before, "{case}");
        home.whole();
        // what stood there was moved aside, not away
        let aside = said.json()["aside"].as_str().unwrap().to_owned();
        assert!(Path::new(&aside).join("catalogue.sqlite").is_file());
    }
}

/// One page after the other is overwritten: each command gives its answer, or says that the library is
/// damaged and which; `check` never calls it whole.
#[test]
fn a_library_damaged_anywhere_is_told_as_damaged() {
    let home = Home::new();
    let mut id = String::new();
    for number in 0..6 {
        id = home.add("release.txt", release(number)).0;
        home.run(&[
            "tag",
            &id,
            "--person",
            "Сәуле Омарова",
            "--for",
            "Жетісу университеті",
        ])
        .done();
    }
    let whole = fs::read(home.library.join("catalogue.sqlite")).unwrap();
    let pages = whole.len() / 4096;
    // a page that is in use nowhere may hold anything
    let (mut told, mut free) = (0, 0);
    for page in (1..pages).step_by(3) {
        fs::write(home.library.join("catalogue.sqlite"), &whole).unwrap();
        patch(&home, page as u64 * 4096, &[0x5a; 4096]);
        let mut hurt = false;
        let all: [&[&str]; 5] = [
            &["list"],
            &["show", &id],
            &["search", "кітапхана"],
            &["history"],
            &["check"],
        ];
        for args in all {
            let said = home.run(args);
            match said.status {
                Some(0) => drop(said.json()),
                Some(1) if args == ["check"] => {
                    assert_ne!(said.json()["problems"], json!([]));
                    hurt = true;
                }
                _ => {
                    let message = said.failed("library_damaged", 2);
                    assert!(message.contains("кітапхана.muragat"), "{message}");
                    hurt = true;
                }
            }
        }
        let said = home.run(&["check"]);
        match hurt {
            true => {
                assert_ne!(said.status, Some(0), "page {page}: {said:#?}");
                told += 1;
            }
            false => free += 1,
        }
    }
    eprintln!("{told} pages told as damaged, {free} in which nothing lies");
    assert!(told > free);
}

#[test]
fn a_backup_that_is_none_is_refused_and_the_library_stays() {
    let home = Home::new();
    home.add("release.txt", release(1));
    let backup = home.path("backup.zip");
    home.run(&["backup".as_ref(), backup.as_os_str()]).done();
    refused(
        &home,
        &["backup".as_ref(), backup.as_os_str()],
        "target_exists",
        2,
    );
    let whole = fs::read(&backup).unwrap();
    let mut turned = whole.clone();
    let middle = turned.len() / 2;
    turned[middle] ^= 0xff;
    for (name, bytes) in [
        ("cut.zip", whole[..whole.len() / 2].to_vec()),
        ("turned.zip", turned),
        ("text.zip", b"no zip at all".to_vec()),
    ] {
        let file = home.file(name, bytes);
        refused(
            &home,
            &["restore".as_ref(), file.as_os_str()],
            "backup_damaged",
            2,
        );
    }
    let names = names(home.path("").as_path());
    assert!(names.iter().all(|name| !name.starts_with('.')), "{names:?}");
}
