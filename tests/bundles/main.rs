//! Bundles, judged from outside: the conformance suite through the program, bags of our own beside bagit-python's
//! verdict, strangers' bags, tamperings, the profile that bundles promise to follow, and others' validators on a real
//! release.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

#[path = "../common/mod.rs"]
mod common;

mod judged;
mod profile;
mod round_trip;
mod strangers;
mod suite;
mod tampered;
mod verdicts;

use std::path::PathBuf;

use common::Home;

/// The sample library and an export of it, a folder or a zip.
fn sample(name: &str, zip: bool) -> (Home, PathBuf) {
    let home = Home::bare();
    home.run(&["init", "--sample"]).done();
    let bundle = home.path(name);
    let mut args = vec!["export".as_ref(), bundle.as_os_str()];
    if zip {
        args.push("--zip".as_ref());
    }
    home.run(&args).done();
    (home, bundle)
}
