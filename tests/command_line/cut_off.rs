//! A restore, a backup and an export that are killed, or refused by the disk, at any of their calls of the system: a
//! library lies at its place, nothing that was acknowledged is lost, and the next start leaves nothing lying about.
//!
//! The ordinary run takes the calls that give names and sync; `cargo test --test command_line cut_off -- --ignored`
//! takes every call that writes.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::common::*;

/// The calls that give names, and those that make them durable.
const NAMING: &str = "rename,renameat,renameat2,fsync,fdatasync";
/// Every call that changes something on a disk.
const WRITING: &str = "rename,renameat,renameat2,fsync,fdatasync,write,pwrite64,openat,mkdir,mkdirat,unlink,unlinkat,rmdir,link,linkat,ftruncate,fallocate,fchmod,chmod,copy_file_range,close,newfstatat,statx";

/// Runs `muragat -L LIBRARY …` with a fault at the nth of these calls; whether it was done, and whether there were so
/// many.
fn run_with_fault(home: &Home, args: &[&str], calls: &str, fault: &str, nth: u32) -> (bool, bool) {
    let log = home.path("strace.log");
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-e", &format!("trace={calls}")])
        .args(["-e", &format!("inject={calls}:{fault}:when={nth}")])
        .arg("-o")
        .arg(&log)
        .arg(program())
        .arg("-L")
        .arg(&home.library)
        .args(args)
        .env("MURAGAT_LANGUAGE", "en")
        .env("MURAGAT_ACTOR", ACTOR)
        .current_dir(home.path(""))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let done = command.status().unwrap().success();
    let said = fs::read_to_string(&log).unwrap_or_default();
    let met = said.contains("(INJECTED)") || said.contains("killed by SIGKILL");
    fs::remove_file(&log).unwrap_or_default();
    (done, met)
}

fn has_strace() -> bool {
    let found = Command::new("strace").arg("-V").output().is_ok();
    if !found {
        println!("skipped: strace is not here");
    }
    found
}

fn copy(from: &Path, to: &Path) {
    let status = Command::new("cp")
        .arg("-a")
        .args([from, to])
        .status()
        .unwrap();
    assert!(status.success());
}

fn lying_about(folder: &Path) -> Vec<String> {
    let mut found = names(folder);
    found.retain(|name| name.starts_with(".muragat-"));
    found
}

/// How many documents a library has, after whatever had to be cleared away was.
fn total(library: &Path) -> u64 {
    let said = run_in(library, &["list"]);
    assert_eq!(said.status, Some(0), "{said:#?}");
    said.json()["total"].as_u64().unwrap()
}

/// One fault after the other, at every `step`th of the calls.
fn restore_under(calls: &str, faults: &[&str], step: usize) {
    if !has_strace() {
        return;
    }
    let home = Home::new();
    home.add("1.txt", release(1));
    let photo = home.file("photo.png", picture(1, 32));
    home.add("2.txt", release(2));
    home.run(&["attach".as_ref(), "2026-0001".as_ref(), photo.as_os_str()]);
    let (backup, before) = (home.path("backup.zip"), home.path("before"));
    home.run(&["backup".as_ref(), backup.as_os_str()]).done();
    home.add("3.txt", release(3));
    copy(&home.library, &before);
    for fault in faults {
        for nth in (1..).step_by(step) {
            let (done, met) = run_with_fault(&home, &["restore", "backup.zip"], calls, fault, nth);
            let stands = total(&home.library);
            let aside: Vec<String> = names(&home.path(""))
                .into_iter()
                .filter(|name| name.contains("before-restore"))
                .collect();
            let what = format!("{fault} at {nth}: {aside:?}");
            match aside.as_slice() {
                // as it was
                [] => assert_eq!((stands, done), (3, false), "{what}"),
                // the backup stands there, and what gave way to it is whole beside it
                [aside] => {
                    assert_eq!((stands, total(&home.path(aside))), (2, 3), "{what}");
                    run_in(&home.path(aside), &["check"]).done();
                    fs::remove_dir_all(home.path(aside)).unwrap();
                }
                _ => panic!("{what}"),
            }
            run_in(&home.library, &["check"]).done();
            assert_eq!(lying_about(&home.path("")), [""; 0], "{what}");
            fs::remove_dir_all(&home.library).unwrap();
            copy(&before, &home.library);
            if !met {
                break;
            }
        }
    }
}

/// Work that makes something beside the library: it is there whole, or not at all, and never half.
fn made_under(args: &[&str], made: &str, calls: &str, faults: &[&str], step: usize) {
    if !has_strace() {
        return;
    }
    let home = Home::new();
    home.add("1.txt", release(1));
    for fault in faults {
        for nth in (1..).step_by(step) {
            let (done, met) = run_with_fault(&home, args, calls, fault, nth);
            let what = format!("{args:?}, {fault} at {nth}");
            assert_eq!(total(&home.library), 1, "{what}");
            let target = home.path(made);
            assert!(!done || target.exists(), "{what}");
            if target.is_file() {
                let copy = home.path("copy.muragat");
                let backup = target.as_os_str();
                run_in(&copy, &["restore".as_ref(), backup]).done();
                fs::remove_dir_all(copy).unwrap();
                fs::remove_file(&target).unwrap();
            } else if target.is_dir() {
                home.run(&["verify".as_ref(), target.as_os_str()]).done();
                fs::remove_dir_all(&target).unwrap();
            }
            assert_eq!(lying_about(&home.path("")), [""; 0], "{what}");
            if !met {
                break;
            }
        }
    }
}

const KILL: &str = "signal=KILL";
const ALL: [&str; 3] = [KILL, "error=ENOSPC", "error=EIO"];

#[test]
fn a_restore_that_is_killed_at_any_name_it_gives_loses_nothing() {
    restore_under("rename,renameat,renameat2", &ALL, 1);
    restore_under(NAMING, &[KILL], 7);
}

#[test]
fn a_backup_and_an_export_that_are_killed_leave_nothing() {
    made_under(&["backup", "b.zip"], "b.zip", NAMING, &[KILL], 2);
    made_under(&["export", "bundle"], "bundle", NAMING, &[KILL], 9);
}

#[test]
#[ignore = "takes an hour: every call that writes, under every fault"]
fn every_call_that_writes_may_be_the_last() {
    restore_under(WRITING, &ALL, 1);
    made_under(&["backup", "b.zip"], "b.zip", WRITING, &ALL, 1);
    made_under(&["export", "bundle"], "bundle", WRITING, &ALL, 1);
}
