//! What people and machines do wrong, what the disk does, who else writes: the command line says what it is, changes
//! nothing that it should not, loses nothing, and opens no network connection.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

#[path = "../common/mod.rs"]
mod common;

mod cut_off;
mod disks;
mod eight_programs;
mod libraries;
mod no_network;
mod photos;
mod scans;
mod texts;

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use common::Home;

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

/// A pipe that nobody ever writes into: opening it would wait for ever.
fn fifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}
