//! The command line opens no network connection. The window's own test is window.rs.
#![cfg(target_os = "linux")]

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::process::Command;

use crate::common::*;

/// Every command once, in an order in which each has something to do.
fn every_command(home: &Home) -> Vec<Vec<String>> {
    let file = home.file("release.txt", release(1));
    let other = home.file("2.txt", release(2));
    let photo = home.file("photo.png", picture(1, 32));
    let path = |path: &std::path::Path| path.to_str().unwrap().to_owned();
    let (bundle, zip) = (path(&home.path("bundle")), path(&home.path("bundle.zip")));
    let backup = path(&home.path("backup.zip"));
    let (file, other, photo) = (path(&file), path(&other), path(&photo));
    let all: [&[&str]; 24] = [
        &["--help"],
        &["init"],
        &["read", &file],
        &["add", &file, "--photo", &photo, "--accept"],
        &["add", &other],
        &[
            "tag",
            "2026-0001",
            "--person",
            "Сәуле Омарова",
            "--for",
            "«Ерлік» қоғамдық бірлестігі",
        ],
        &["attach", "2026-0002", &photo],
        &["show", "2026-0001"],
        &["list"],
        &["search", "кітапханада"],
        &["edit", "2026-0001", "--note", "ескерту"],
        &["unit", "12", "Облыс әкімдігі"],
        &["unit"],
        &["export", &bundle],
        &["export", &zip, "--zip"],
        &["verify", &bundle],
        &["verify", &zip],
        &["import", &bundle],
        &["undo"],
        &["redo"],
        &["delete", "2026-0002"],
        &["history"],
        &["backup", &backup],
        &["check"],
    ];
    let last: [&[&str]; 2] = [&["register", "2026-0001"], &["restore", &backup]];
    all.iter()
        .chain(&last)
        .map(|args| args.iter().map(|arg| (*arg).to_owned()).collect())
        .collect()
}

fn runs(program: &str, args: &[&str]) -> bool {
    Command::new(program)
        .args(args)
        .output()
        .is_ok_and(|output| output.status.success())
}

/// Whether a call that was seen leads nowhere: by a pair of its own ends the program is told of signals, and whatever
/// was received on anything else would have been preceded by `socket` and `connect`, which are told. A thread that the
/// program's end cuts off is told as «???(», whatever it did.
fn is_within_the_process(call: &str) -> bool {
    ["???(", "socketpair(AF_UNIX", "recvfrom("]
        .iter()
        .any(|within| call.contains(within))
}

#[test]
fn no_command_opens_a_socket() {
    let home = Home::bare();
    // what watches must see a socket where there is one: else its silence means nothing
    let trace = home.path("trace");
    let strace = ["-f", "-qq", "-e", "trace=network", "-o"];
    let traced = |program: &OsStr| {
        let mut command = bare("strace");
        command.args(strace).arg(&trace).arg(program);
        command
    };
    let opener = "exec 3<>/dev/tcp/127.0.0.1/9";
    let watches = traced("bash".as_ref())
        .args(["-c", opener])
        .output()
        .is_ok_and(|_| fs::read_to_string(&trace).is_ok_and(|calls| calls.contains("socket(")));
    let isolates = !watches
        && ["--net", "--map-root-user --net"].iter().any(|way| {
            runs(
                "unshare",
                &[&way.split(' ').collect::<Vec<_>>()[..], &["true"]].concat(),
            )
        });
    if !watches && !isolates {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: neither strace nor unshare --net works here"
        );
        return;
    }
    if !watches {
        eprintln!(
            "strace does not work here: shown only that every command works without a network"
        );
    }
    let root = runs("unshare", &["--net", "true"]);
    let mut count = 0;
    for args in every_command(&home) {
        let mut command = if watches {
            traced(program().as_os_str())
        } else {
            let mut command = bare("unshare");
            command
                .args(["--map-root-user"].iter().filter(|_| !root))
                .arg("--net")
                .arg(program());
            command
        };
        command
            .arg("-L")
            .arg(&home.library)
            .arg("--json")
            .args(&args);
        let said = finish(command);
        assert_eq!(said.status, Some(0), "{said:#?}");
        if watches {
            let calls = fs::read_to_string(&trace).unwrap();
            let named: Vec<&str> = calls
                .lines()
                .filter(|call| !is_within_the_process(call))
                .collect();
            assert_eq!(named, Vec::<&str>::new(), "{args:?}");
        }
        count += 1;
    }
    eprintln!("{count} commands, no socket");
}
