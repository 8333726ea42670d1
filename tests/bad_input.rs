//! What people and machines do wrong: the command line says what it is, changes nothing, loses nothing.
#![allow(clippy::unwrap_used, clippy::panic)] // a test tells by failing

mod common;

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use common::*;
use serde_json::json;

/// Runs a command that fails with this one error, and shows that nothing changed. Gives the message.
#[track_caller]
fn refused<S: AsRef<OsStr>>(home: &Home, args: &[S], code: &str, status: i32) -> String {
    let before = home.state();
    let message = home.run(args).failed(code, status);
    assert_eq!(home.state(), before);
    home.whole();
    message
}

fn add(file: &Path) -> Vec<&OsStr> {
    vec![OsStr::new("add"), file.as_os_str()]
}

// Texts.

#[test]
fn an_empty_file_is_no_release() {
    let home = Home::new();
    home.add("release.txt", release(1));
    for (name, bytes) in [
        ("empty.txt", &b""[..]),
        ("blank.txt", b" \r\n\t\n"),
        ("mark.txt", b"\xEF\xBB\xBF"),
        ("mark16.txt", b"\xFF\xFE"),
    ] {
        let message = refused(&home, &add(&home.file(name, bytes)), "text_empty", 1);
        assert!(message.contains(name), "{message}");
    }
}

#[test]
fn fifty_megabytes_are_no_release() {
    let home = Home::new();
    let line = "Облыс орталығында жаңа мектеп ашылды.\n";
    let file = home.file("том.txt", line.repeat(50_000_000 / line.len() + 1));
    assert!(fs::metadata(&file).unwrap().len() >= 50_000_000);
    let message = refused(&home, &add(&file), "text_too_large", 1);
    assert!(message.contains("том.txt"), "{message}");
    home.run(&[OsStr::new("read"), file.as_os_str()])
        .failed("text_too_large", 1);
}

#[test]
fn a_binary_file_is_no_release() {
    let home = Home::new();
    let zip = b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xDF\xA4\xD2\x6C\x5A\x01";
    let noise: Vec<u8> = (0..100_000u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    for (name, bytes) in [
        ("сурет.txt", picture(1, 64)),
        ("хат.docx", zip.to_vec()),
        ("noise.txt", noise),
        ("zeros.txt", vec![0; 4096]),
    ] {
        let message = refused(&home, &add(&home.file(name, bytes)), "text_binary", 1);
        assert!(message.contains(name), "{message}");
    }
}

#[test]
fn a_file_that_is_not_there_or_is_no_file_is_no_release() {
    let home = Home::new();
    refused(&home, &add(&home.path("жоқ.txt")), "file_missing", 2);
    fs::create_dir(home.path("қалта")).unwrap();
    refused(&home, &add(&home.path("қалта")), "file_unreadable", 2);
    refused(&home, &add(Path::new("/dev/zero")), "file_unreadable", 2);
    // nobody ever writes into it: opening it would wait for ever
    fifo(&home.path("құбыр.txt"));
    refused(&home, &add(&home.path("құбыр.txt")), "file_unreadable", 2);
}

fn fifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn what_is_no_release_stops_none_of_the_others() {
    let home = Home::new();
    let (first, empty, second) = (
        home.file("1.txt", release(1)),
        home.file("2.txt", ""),
        home.file("3.txt", release(3)),
    );
    let missing = home.path("жоқ.txt");
    let args = [
        OsStr::new("add"),
        first.as_ref(),
        empty.as_ref(),
        missing.as_ref(),
        second.as_ref(),
    ];
    let said = home.run(&args);
    let codes: Vec<String> = said.errors().into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["text_empty", "file_missing"]);
    assert_eq!(said.status, Some(2), "{said:#?}");
    assert_eq!(said.json()["articles"].as_array().unwrap().len(), 2);
    assert_eq!(home.state()["list"]["total"], 2);
    home.whole();
}

/// KZ-1048 of Kazakh text: Windows-1251 but for the letters of Kazakh.
fn kz1048(text: &str) -> Vec<u8> {
    let special = "ҚҺқһҰұӘӨҒҮІіөғәҢңү";
    let codes = [
        0x8D, 0x8E, 0x9D, 0x9E, 0xA1, 0xA2, 0xA3, 0xA5, 0xAA, 0xAF, 0xB2, 0xB3, 0xB4, 0xBA, 0xBC,
        0xBD, 0xBE, 0xBF,
    ];
    text.chars()
        .map(|c| match special.chars().position(|s| s == c) {
            Some(at) => codes[at],
            None => windows1251(c),
        })
        .collect()
}

fn windows1251(c: char) -> u8 {
    match c {
        '\0'..='\x7f' => c as u8,
        'А'..='я' => (c as u32 - 'А' as u32 + 0xC0) as u8,
        'Ё' => 0xA8,
        'ё' => 0xB8,
        '«' => 0xAB,
        '»' => 0xBB,
        '–' => 0x96,
        '№' => 0xB9,
        other => panic!("{other} is not in Windows-1251"),
    }
}

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    format!("{mark}{text}")
        .encode_utf16()
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

#[test]
fn every_encoding_of_the_office_is_read_and_kept_byte_for_byte() {
    let russian = "date 2026-03-14 В Талдыкоргане открыли детскую библиотеку\n\
                   На встрече были учителя, родители и всё руководство отдела культуры.\n\
                   «Дети полюбят книгу», – сказала заведующая Нина Ёлкина.\n";
    let kazakh = release(7);
    let windows = |text: &str| text.chars().map(windows1251).collect::<Vec<u8>>();
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let cases = [
        ("utf-16le", &*kazakh, utf16(&kazakh, false, false)),
        ("utf-16le", &*kazakh, utf16(&kazakh, false, true)),
        ("utf-16be", &*kazakh, utf16(&kazakh, true, false)),
        ("utf-16be", &*kazakh, utf16(&kazakh, true, true)),
        ("utf-16le", russian, utf16(&crlf(russian), false, true)),
        ("windows-1251", russian, windows(russian)),
        ("windows-1251", russian, windows(&crlf(russian))),
        ("kz-1048", &*kazakh, kz1048(&kazakh)),
        ("kz-1048", &*kazakh, kz1048(&crlf(&kazakh))),
        (
            "utf-8",
            &*kazakh,
            format!("\u{feff}{}", crlf(&kazakh)).into_bytes(),
        ),
    ];
    for (number, (encoding, text, bytes)) in cases.into_iter().enumerate() {
        // each in a library of its own: the same words in other bytes are the same release
        let home = Home::new();
        let name = format!("хабар {number}.txt");
        let (id, reference) = home.add(&name, &bytes);
        let record = home.run(&["show", &id]).done().json();
        let version = &record["versions"][0];
        let (head, body) = text.trim_end().split_once('\n').unwrap();
        let title = head.split_once(' ').unwrap().1.split_once(' ').unwrap().1;
        assert_eq!(version["files"][0]["encoding"], encoding, "{name}");
        assert_eq!(
            (&version["title"], &version["body"]),
            (&json!(title), &json!(body)),
            "{name}"
        );
        assert_eq!(version["files"][0]["sha256"], sha256(&bytes), "{name}");
        let bundle = home.path("bundle");
        home.run(&[OsStr::new("export"), bundle.as_os_str()]).done();
        let kept = bundle.join(format!("data/articles/2026/{reference}/original/{name}"));
        assert!(
            fs::read(&kept).unwrap() == bytes,
            "{} differs",
            kept.display()
        );
    }
}

#[test]
fn the_same_release_twice_is_one_article() {
    let home = Home::new();
    let (_, reference) = home.add("1.txt", release(1));
    home.add("2.txt", release(2));
    // the same bytes; the same words in other bytes; with a photo that must not come in either
    let photo = home.file("photo.png", picture(1, 16));
    let cases = [
        home.file("again.txt", release(1)),
        home.file("again16.txt", utf16(&release(1), true, true)),
        home.file("crlf.txt", release(1).replace('\n', "\r\n")),
    ];
    for file in &cases {
        for args in [
            add(file),
            vec![
                "add".as_ref(),
                file.as_ref(),
                "--photo".as_ref(),
                photo.as_os_str(),
            ],
        ] {
            let message = refused(&home, &args, "duplicate_release", 1);
            assert!(message.contains(&reference), "{message}");
        }
    }
    assert_eq!(home.whole()["notes"], json!([]));
}

// Photos.

/// A HEIC file's head: the brand, and no picture that could be drawn.
fn heic() -> Vec<u8> {
    let mut bytes = vec![0, 0, 0, 24];
    bytes.extend(b"ftypheic\0\0\0\0mif1heic");
    bytes.extend([0, 0, 0, 12]);
    bytes.extend(b"mdat\x01\x02\x03\x04");
    bytes
}

#[test]
fn what_is_no_photo_is_refused_and_the_others_go_on() {
    let home = Home::new();
    let (id, _) = home.add("release.txt", release(1));
    let good = [picture(1, 16), picture(2, 16)];
    let huge = fs::File::create(home.path("huge.jpg")).unwrap();
    huge.set_len(513 << 20).unwrap();
    fs::create_dir(home.path("album.jpg")).unwrap();
    fifo(&home.path("pipe.jpg"));
    let files = [
        home.file("1.png", &good[0]),
        home.file("text.jpg", "сурет емес"),
        home.file("empty.jpg", ""),
        home.path("huge.jpg"),
        home.file("again.png", &good[0]),
        home.file("2.png", &good[1]),
    ];
    let run = |article: &str, files: &[std::path::PathBuf]| {
        let mut args = vec![OsStr::new("attach"), article.as_ref()];
        args.extend(files.iter().map(|file| file.as_os_str()));
        home.run(&args)
    };
    let said = run(&id, &files);
    let codes: Vec<String> = said.errors().into_iter().map(|(code, _)| code).collect();
    assert_eq!(
        codes,
        [
            "photo_unrecognised",
            "photo_empty",
            "photo_too_large",
            "photo_duplicate"
        ]
    );
    for ((_, message), name) in
        said.errors()
            .iter()
            .zip(["text.jpg", "empty.jpg", "huge.jpg", "again.png"])
    {
        assert!(message.contains(name), "{message}");
    }
    assert_eq!(said.status, Some(1), "{said:#?}");
    let photos = said.json()["photos"].clone();
    let digests: Vec<_> = photos
        .as_array()
        .unwrap()
        .iter()
        .map(|photo| photo["sha256"].clone())
        .collect();
    assert_eq!(digests, [json!(sha256(&good[0])), json!(sha256(&good[1]))]);

    // what cannot be read at all is a failure, and still the others go on
    let unreadable = [
        home.path("жоқ.jpg"),
        home.path("album.jpg"),
        home.path("pipe.jpg"),
        home.file("3.png", picture(3, 16)),
    ];
    let said = run(&id, &unreadable);
    let codes: Vec<String> = said.errors().into_iter().map(|(code, _)| code).collect();
    assert_eq!(
        codes,
        ["file_missing", "file_unreadable", "file_unreadable"],
        "{said:#?}"
    );
    assert_eq!(said.status, Some(2), "{said:#?}");
    assert_eq!(said.json()["photos"].as_array().unwrap().len(), 1);
    let record = home.run(&["show", &id]).done().json();
    assert_eq!(record["photos"].as_array().unwrap().len(), 3);

    // none of them: nothing changed
    let before = home.state();
    assert_eq!(run(&id, &files[1..3]).json(), json!({ "photos": [] }));
    assert_eq!(home.state(), before);
    refused(
        &home,
        &[
            "attach".as_ref(),
            "2099-0001".as_ref(),
            files[0].as_os_str(),
        ],
        "not_found",
        1,
    );

    // beside a new article too
    let file = home.file("2.txt", release(2));
    let args: [&OsStr; 6] = [
        "add".as_ref(),
        file.as_ref(),
        "--photo".as_ref(),
        files[1].as_ref(),
        "--photo".as_ref(),
        files[5].as_ref(),
    ];
    let said = home.run(&args);
    assert_eq!(
        (said.status, said.errors()[0].0.as_str()),
        (Some(1), "photo_unrecognised")
    );
    let record = home.run(&["show", &added(&said).0]).done().json();
    assert_eq!(record["photos"][0]["name"], "2.png");
    home.whole();
}

#[test]
fn a_photo_that_cannot_be_drawn_is_kept_and_described() {
    let home = Home::new();
    let (id, reference) = home.add("release.txt", release(1));
    // a photo whose transfer broke off: the size is known, half of the pixels are not there
    let whole = picture(5, 64);
    for (name, bytes, media_type) in [
        ("IMG_0001.HEIC", heic(), "image/heic"),
        ("cut.png", whole[..whole.len() / 2].to_vec(), "image/png"),
    ] {
        let file = home.file(name, &bytes);
        let said = home
            .run(&["attach".as_ref(), id.as_ref(), file.as_os_str()])
            .done();
        let photo = &said.json()["photos"][0];
        assert_eq!(
            (&photo["name"], &photo["sha256"]),
            (&json!(name), &json!(sha256(&bytes)))
        );
        if name.ends_with("HEIC") {
            assert!(photo["undrawable"].is_string(), "{photo}");
        }
        let record = home.run(&["show", &id]).done().json();
        let last = record["photos"].as_array().unwrap().last().unwrap();
        assert_eq!(last["media_type"], media_type, "{last}");
        assert_eq!(last["size"], bytes.len(), "{last}");
    }
    let bundle = home.path("bundle");
    home.run(&["export".as_ref(), bundle.as_os_str()]).done();
    let kept = bundle.join(format!(
        "data/articles/2026/{reference}/photos/001-IMG_0001.HEIC"
    ));
    assert!(fs::read(kept).unwrap() == heic());
    home.whole();
}

/// A camera's card is pulled, a share goes away: what was read is whole, or it is refused.
#[test]
fn a_photo_that_vanishes_while_it_is_read_is_whole_or_refused() {
    let home = Home::new();
    let (id, _) = home.add("release.txt", release(1));
    let mut attached = 0;
    for round in 0..20 {
        let bytes = picture(round, 512);
        let file = home.file(&format!("{round}.png"), &bytes);
        let mut command = muragat();
        command
            .arg("-L")
            .arg(&home.library)
            .args(["--json", "attach", &id])
            .arg(&file);
        let child = command
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_micros(1500 * round));
        match round % 3 {
            0 => fs::OpenOptions::new()
                .write(true)
                .open(&file)
                .unwrap()
                .set_len(bytes.len() as u64 / 2)
                .unwrap(),
            1 => fs::remove_file(&file).unwrap(),
            _ => fs::OpenOptions::new()
                .write(true)
                .open(&file)
                .unwrap()
                .set_len(0)
                .unwrap(),
        }
        let said = Said::of(format!("round {round}"), child.wait_with_output().unwrap());
        match said.status {
            Some(0) => {
                // what came in is what the file held at one moment, never a mixture of two
                let photo = said.json()["photos"][0].clone();
                let moments = [sha256(&bytes), sha256(&bytes[..bytes.len() / 2])];
                assert!(
                    moments.iter().any(|moment| photo["sha256"] == *moment),
                    "{said:#?}"
                );
                attached += 1;
            }
            Some(1 | 2) => {
                let (code, _) = &said.errors()[0];
                assert!(
                    ["file_missing", "file_unreadable", "photo_empty"].contains(&code.as_str()),
                    "{said:#?}"
                );
                assert_eq!(said.json(), json!({ "photos": [] }));
            }
            _ => panic!("{said:#?}"),
        }
        let record = home.run(&["show", &id]).done().json();
        assert_eq!(record["photos"].as_array().unwrap().len(), attached);
    }
    eprintln!("{attached} of 20 photos came in before they went away");
    home.whole();
}

// Libraries.

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
            "library_damaged",
            2,
        );
    }
    let names = names(home.path("").as_path());
    assert!(names.iter().all(|name| !name.starts_with('.')), "{names:?}");
}

// Disks.

#[test]
fn a_library_on_read_only_media_is_read_and_exported() {
    with_mounts("a_library_on_read_only_media_is_read_and_exported", || {
        let home = Home::new();
        let photo = home.file("photo.png", picture(1, 32));
        let (id, _) = home.add("1.txt", release(1));
        home.run(&["attach".as_ref(), id.as_ref(), photo.as_os_str()])
            .done();
        let state = home.state();
        mount_read_only(&home.library);
        assert_eq!(home.state(), state);
        read_only(&home, &id);
    });
}

#[test]
fn writes_that_still_lie_in_the_wal_are_read_from_read_only_media() {
    with_mounts(
        "writes_that_still_lie_in_the_wal_are_read_from_read_only_media",
        || {
            use muragat_archive::{Archive, Identity, Intake};
            let home = Home::new();
            home.add("1.txt", release(1));
            // a program that still has the library open keeps its writes in the WAL
            let mut archive = Archive::open(&home.library, Identity::new(ACTOR)).unwrap();
            let added = archive
                .add_text("2.txt", release(2).as_bytes(), &Intake::default())
                .unwrap()
                .value;
            let photo = home.file("photo.png", picture(1, 32));
            archive.attach(&added.id, &[photo], None, None).unwrap();
            let medium = Home::bare();
            copy(&home.library, &medium.library);
            assert!(
                fs::metadata(medium.library.join("catalogue.sqlite-wal"))
                    .unwrap()
                    .len()
                    > 0
            );
            let state = home.state();
            let before = tree(&medium.library);
            mount_read_only(&medium.library);
            assert_eq!(medium.state(), state);
            assert_eq!(state["list"]["total"], 2);
            read_only(&medium, &added.id);
            assert_eq!(tree(&medium.library), before);
        },
    );
}

fn copy(from: &Path, to: &Path) {
    let status = Command::new("cp")
        .arg("-a")
        .args([from, to])
        .status()
        .unwrap();
    assert!(status.success());
}

/// Everything that reads works; everything that writes says why not.
fn read_only(home: &Home, id: &str) {
    let file = home.file("new.txt", release(50));
    let photo = home.file("new.png", picture(50, 16));
    let bundle = home.path("bundle");
    home.run(&["search", "кітапханада"]).done();
    home.run(&["show", id]).done();
    home.run(&["history", id]).done();
    home.whole();
    home.run(&["export".as_ref(), bundle.as_os_str()]).done();
    run_in(
        Path::new("/nowhere"),
        &["verify".as_ref(), bundle.as_os_str()],
    )
    .done();
    home.run(&["backup".as_ref(), home.path("backup.zip").as_os_str()])
        .done();
    let writes: [&[&OsStr]; 8] = [
        &["add".as_ref(), file.as_ref()],
        &["attach".as_ref(), id.as_ref(), photo.as_ref()],
        &[
            "tag".as_ref(),
            id.as_ref(),
            "--person".as_ref(),
            "Сәуле Омарова".as_ref(),
        ],
        &[
            "edit".as_ref(),
            id.as_ref(),
            "--note".as_ref(),
            "ескерту".as_ref(),
        ],
        &["delete".as_ref(), id.as_ref()],
        &["undo".as_ref()],
        &["import".as_ref(), bundle.as_ref()],
        &["check".as_ref(), "--rebuild".as_ref()],
    ];
    for args in writes {
        refused(home, args, "library_read_only", 2);
    }
    // a bundle never goes inside the library; a backup cannot be made there, and it is not the library's fault
    home.run(&["export".as_ref(), home.library.join("bundle").as_os_str()])
        .failed("target_inside_library", 2);
    home.run(&["backup".as_ref(), home.library.join("b.zip").as_os_str()])
        .failed("file_unwritable", 2);
    run_in(&home.library.join("new.muragat"), &["init"]).failed("library_read_only", 2);
}

#[test]
fn a_full_disk_loses_nothing_and_with_room_it_goes_on() {
    with_mounts("a_full_disk_loses_nothing_and_with_room_it_goes_on", || {
        let home = Home::bare();
        let disk = home.path("disk");
        mount_tmpfs(&disk, "6m");
        let library = disk.join("кітапхана.muragat");
        run_in(&library, &["init"]).done();
        let ballast = disk.join("ballast");
        fs::write(&ballast, vec![0; 1 << 20]).unwrap();

        let mut acknowledged: Vec<(String, String, Option<String>)> = Vec::new();
        let add = |number: usize, side: u32| {
            let bytes = picture(number as u64, side);
            let photo = home.file("photo.png", &bytes);
            let file = home.file("release.txt", release(number));
            let said = run_in(
                &library,
                &[
                    "add".as_ref(),
                    file.as_os_str(),
                    "--photo".as_ref(),
                    photo.as_os_str(),
                ],
            );
            (said, sha256(&bytes))
        };
        let there = |acknowledged: &[(String, String, Option<String>)]| {
            let state = state(&library);
            assert_eq!(state["list"]["total"], acknowledged.len());
            for (id, title, photo) in acknowledged {
                let all = state["articles"].as_array().unwrap();
                let record = all.iter().find(|record| record["id"] == **id).unwrap();
                assert_eq!(record["versions"][0]["title"], **title);
                let digest = record["photos"][0]["sha256"].as_str();
                assert_eq!(digest, photo.as_deref());
            }
            whole(&library);
        };
        // large photos, then ever smaller ones, then texts alone: until not even a row fits
        let (mut number, mut refusals) = (0, 0);
        for side in [256, 128, 48, 16] {
            loop {
                number += 1;
                let (said, digest) = add(number, side);
                if said.status == Some(0) {
                    let id = added(&said).0;
                    let title = said.json()["articles"][0]["title"]
                        .as_str()
                        .unwrap()
                        .to_owned();
                    acknowledged.push((id, title, Some(digest)));
                    continue;
                }
                let message = said.failed("disk_full", 2);
                assert!(message.contains("кітапхана.muragat"), "{message}");
                refusals += 1;
                break;
            }
        }
        there(&acknowledged);
        let incoming = library.join("originals/.incoming");
        assert_eq!(
            names(&incoming),
            Vec::<String>::new(),
            "nothing half made lies about"
        );

        // not a byte is left: reading still works, writing says why not
        let mut filler = fs::File::create(disk.join("filler")).unwrap();
        while filler.write_all(&[0; 512]).is_ok() {}
        drop(filler);
        there(&acknowledged);
        for args in [
            &["undo"][..],
            &["edit", &acknowledged[0].0, "--note", "ескерту"],
        ] {
            let message = run_in(&library, args).failed("disk_full", 2);
            assert!(message.contains("кітапхана.muragat"), "{message}");
        }
        let before = names(&disk);
        for zip in [&[][..], &["--zip"][..]] {
            let target = disk.join("bundle");
            let mut args = vec![OsStr::new("export"), target.as_os_str()];
            args.extend(zip.iter().map(OsStr::new));
            own_words(run_in(&library, &args)).failed("disk_full", 2);
        }
        run_in(
            &library,
            &["backup".as_ref(), disk.join("backup.zip").as_os_str()],
        )
        .failed("disk_full", 2);
        run_in(&disk.join("екінші.muragat"), &["init"]).failed("disk_full", 2);
        assert_eq!(names(&disk), before, "nothing half made lies about");

        // room again: it goes on
        fs::remove_file(&ballast).unwrap();
        for extra in 0..3 {
            let (said, digest) = add(1000 + extra, 64);
            let title = said.json()["articles"][0]["title"]
                .as_str()
                .unwrap()
                .to_owned();
            acknowledged.push((added(&said.done()).0, title, Some(digest)));
        }
        there(&acknowledged);
        eprintln!(
            "{} articles acknowledged, {refusals} refused for want of room",
            acknowledged.len()
        );
    });
}

/// Without what the zip crate prints when a zip is dropped unfinished: crates/bagit/src/write/zip.rs lets it.
fn own_words(mut said: Said) -> Said {
    if let Some(at) = said.err.find("{\"error\"") {
        said.err.drain(..at);
    }
    said
}

#[test]
fn an_export_onto_a_full_disk_leaves_nothing_behind() {
    with_mounts("an_export_onto_a_full_disk_leaves_nothing_behind", || {
        let home = Home::new();
        for number in 0..6 {
            let photo = home.file("photo.png", picture(number, 256));
            let file = home.file("release.txt", release(number as usize));
            home.run(&[
                "add".as_ref(),
                file.as_os_str(),
                "--photo".as_ref(),
                photo.as_os_str(),
            ])
            .done();
        }
        let stick = home.path("stick");
        mount_tmpfs(&stick, "700k");
        for name in ["bundle", "bundle.zip"] {
            let target = stick.join(name);
            let mut args: Vec<&OsStr> = vec!["export".as_ref(), target.as_os_str()];
            args.extend(name.ends_with("zip").then_some(OsStr::new("--zip")));
            let before = home.state();
            let message = own_words(home.run(&args)).failed("disk_full", 2);
            assert_eq!(home.state(), before);
            assert!(message.contains(name), "{message}");
            assert_eq!(names(&stick), Vec::<String>::new());
        }
        refused(
            &home,
            &["backup".as_ref(), stick.join("backup.zip").as_os_str()],
            "disk_full",
            2,
        );
        assert_eq!(names(&stick), Vec::<String>::new());
    });
}

#[test]
fn an_export_touches_nothing_that_is_there() {
    let home = Home::new();
    refused(
        &home,
        &["export".as_ref(), home.path("bundle").as_os_str()],
        "nothing_to_export",
        1,
    );
    home.add("release.txt", release(1));
    home.file("file", "хат");
    fs::create_dir(home.path("empty")).unwrap();
    fs::create_dir(home.path("folder")).unwrap();
    home.file("folder/хат.txt", "хат");
    std::os::unix::fs::symlink("nowhere", home.path("link")).unwrap();
    let before = tree(home.path("folder").as_path());
    for name in ["file", "empty", "folder", "link"] {
        for zip in [&[][..], &["--zip"][..]] {
            let target = home.path(name);
            let mut args = vec![OsStr::new("export"), target.as_os_str()];
            args.extend(zip.iter().map(OsStr::new));
            let message = refused(&home, &args, "target_exists", 2);
            assert!(message.contains(name), "{message}");
        }
    }
    assert_eq!(tree(home.path("folder").as_path()), before);
    assert_eq!(fs::read_to_string(home.path("file")).unwrap(), "хат");
    assert_eq!(names(home.path("empty").as_path()), Vec::<String>::new());
    let below = home.path("file").join("bundle");
    refused(
        &home,
        &["export".as_ref(), below.as_os_str()],
        "target_exists",
        2,
    );
    refused(
        &home,
        &[
            "export".as_ref(),
            home.path("b").as_os_str(),
            "2099-0001".as_ref(),
        ],
        "not_found",
        1,
    );
    let names = names(home.path("").as_path());
    assert!(names.iter().all(|name| !name.starts_with('.')), "{names:?}");
}

// Several programs.

#[test]
fn eight_programs_write_at_once() {
    const EACH: usize = 20;
    let home = Home::new();
    let ids: Vec<Vec<String>> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..8)
            .map(|writer| {
                let home = &home;
                scope.spawn(move || {
                    let mut ids: Vec<String> = Vec::new();
                    for step in 0..EACH {
                        let number = writer * EACH + step;
                        if step % 2 == 0 {
                            let name = format!("{number}.txt");
                            ids.push(home.add(&name, release(number)).0);
                        } else {
                            let name = format!("Тұрар Нөмір{number}");
                            let id = ids.last().unwrap();
                            let said = home.run(&[
                                "tag",
                                id,
                                "--person",
                                &name,
                                "--for",
                                "Жетісу университеті",
                            ]);
                            assert_eq!(said.done().json()["name"], *name);
                        }
                    }
                    ids
                })
            })
            .collect();
        writers
            .into_iter()
            .map(|writer| writer.join().unwrap())
            .collect()
    });
    let state = home.state();
    assert_eq!(state["list"]["total"], 8 * EACH / 2);
    assert_eq!(state["history"]["ops"].as_array().unwrap().len(), 8 * EACH);
    let mut references: Vec<&str> = Vec::new();
    for (writer, ids) in ids.iter().enumerate() {
        for (at, id) in ids.iter().enumerate() {
            let all = state["articles"].as_array().unwrap();
            let record = all.iter().find(|record| record["id"] == **id).unwrap();
            let number = writer * EACH + 2 * at;
            assert_eq!(
                record["versions"][0]["title"],
                format!("Қаланың {number}-кітапханасы ашылды")
            );
            let names: Vec<&str> = record["parties"]
                .as_array()
                .unwrap()
                .iter()
                .map(|party| party["name"].as_str().unwrap())
                .collect();
            let person = format!("Тұрар Нөмір{}", number + 1);
            assert!(
                names.contains(&person.as_str()) && names.contains(&"Жетісу университеті"),
                "{names:?}"
            );
            references.push(record["reference"].as_str().unwrap());
        }
    }
    references.sort_unstable();
    references.dedup();
    assert_eq!(references.len(), 8 * EACH / 2, "each reference once");
    home.whole();
}
