//! Disks that cannot be written, are full, or hold something where an export is to go.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::common::*;
use crate::refused;

#[test]
fn a_library_on_read_only_media_is_read_and_exported() {
    with_mounts(
        module_path!(),
        "a_library_on_read_only_media_is_read_and_exported",
        || {
            let home = Home::new();
            let photo = home.file("photo.png", picture(1, 32));
            let (id, _) = home.add("1.txt", release(1));
            home.run(&["attach".as_ref(), id.as_ref(), photo.as_os_str()])
                .done();
            let state = home.state();
            mount_read_only(&home.library);
            assert_eq!(home.state(), state);
            read_only(&home, &id);
        },
    );
}

#[test]
fn writes_that_still_lie_in_the_wal_are_read_from_read_only_media() {
    with_mounts(
        module_path!(),
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
    with_mounts(
        module_path!(),
        "a_full_disk_loses_nothing_and_with_room_it_goes_on",
        || {
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
        },
    );
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
    with_mounts(
        module_path!(),
        "an_export_onto_a_full_disk_leaves_nothing_behind",
        || {
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
        },
    );
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
