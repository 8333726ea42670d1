//! Bags that others broke, by accident or on purpose: each is told by its code.

// Clippy lets only the test functions themselves say what they expect by failing, not what they call.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use muragat_bagit::{Bag, Report, Writer, validate};
use std::fs;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn report(path: &Path) -> Report {
    validate(path, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn errors(path: &Path) -> Vec<&'static str> {
    let report = report(path);
    assert_eq!(report.valid, report.errors.is_empty());
    report.errors.iter().map(|finding| finding.code).collect()
}

fn folder(room: &TempDir) -> PathBuf {
    let path = room.path().join("bag");
    let mut writer = Writer::folder(&path).unwrap();
    writer.add("data/а.txt", &mut &b"one"[..]).unwrap();
    writer.add("data/b/c.txt", &mut &b"two"[..]).unwrap();
    writer.finish(&[]).unwrap();
    path
}

fn append(path: &Path, text: &str) {
    fs::OpenOptions::new()
        .append(true)
        .open(path)
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
}

#[test]
fn a_changed_byte() {
    let room = TempDir::new().unwrap();
    let bag = folder(&room);
    fs::write(bag.join("data/а.txt"), "onE").unwrap();
    assert_eq!(errors(&bag), ["checksum_mismatch", "checksum_mismatch"]);
    assert!(report(&bag).complete);
}

#[test]
fn missing_extra_and_longer_files() {
    let room = TempDir::new().unwrap();
    let bag = folder(&room);
    fs::remove_file(bag.join("data/а.txt")).unwrap();
    assert_eq!(
        errors(&bag),
        ["oxum_mismatch", "file_missing", "file_missing"]
    );
    fs::write(bag.join("data/new"), "one").unwrap();
    assert!(errors(&bag).contains(&"file_not_in_manifest"));
    assert!(!report(&bag).complete);
}

#[test]
fn structure() {
    let room = TempDir::new().unwrap();
    let bag = folder(&room);
    fs::write(
        bag.join("bagit.txt"),
        "BagIt-Version: 2.0\nTag-File-Character-Encoding: klingon\n",
    )
    .unwrap();
    let found = errors(&bag);
    assert!(found.contains(&"version_unsupported") && found.contains(&"encoding_unknown"));
    fs::remove_file(bag.join("bagit.txt")).unwrap();
    assert!(errors(&bag).contains(&"declaration_missing"));
    for name in ["manifest-sha256.txt", "manifest-sha512.txt"] {
        fs::remove_file(bag.join(name)).unwrap();
    }
    assert!(errors(&bag).contains(&"manifest_missing"));
    let empty = room.path().join("empty");
    fs::create_dir(&empty).unwrap();
    assert_eq!(
        errors(&empty),
        [
            "manifest_missing",
            "declaration_missing",
            "payload_folder_missing"
        ]
    );
    assert_eq!(
        validate(
            &room.path().join("none"),
            &mut |_| ControlFlow::Continue(())
        )
        .unwrap_err()
        .code(),
        "read_failed"
    );
}

#[test]
fn manifests_and_fetch() {
    let room = TempDir::new().unwrap();
    let bag = folder(&room);
    append(
        &bag.join("manifest-sha256.txt"),
        &format!("{}  data/../../etc\nabc  data/x\n", "0".repeat(64)),
    );
    fs::write(
        bag.join("fetch.txt"),
        "http://x - data/там.txt\nhttp://x - ../y\nnonsense\n",
    )
    .unwrap();
    let found = errors(&bag);
    for code in [
        "path_unsafe",
        "manifest_malformed",
        "fetch_listed",
        "fetch_malformed",
        "file_not_in_manifest",
    ] {
        assert!(found.contains(&code), "{code} in {found:?}");
    }
    assert_eq!(
        found.iter().filter(|code| **code == "path_unsafe").count(),
        2
    );
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let room = TempDir::new().unwrap();
    let bag = folder(&room);
    std::os::unix::fs::symlink("/etc/hostname", bag.join("data/link")).unwrap();
    assert!(errors(&bag).contains(&"path_unsafe"));
    assert_eq!(Bag::open(&bag).err().unwrap().code(), "bag_unsafe");
}

#[test]
fn cancelling() {
    let room = TempDir::new().unwrap();
    let bag = folder(&room);
    let mut last = None;
    let result = validate(&bag, &mut |progress| {
        last = Some(progress);
        ControlFlow::Break(())
    });
    assert_eq!(result.unwrap_err().code(), "cancelled");
    assert_eq!(last.unwrap().files_total, 8);
}

/// A zip of the given entries; the bag's own files are not among them.
fn zip_of(room: &TempDir, entries: &[(&str, &[u8], SimpleFileOptions)]) -> PathBuf {
    let path = room.path().join("bag.zip");
    let mut zip = ZipWriter::new(fs::File::create(&path).unwrap());
    for (name, bytes, options) in entries {
        zip.start_file(*name, *options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    path
}

fn replace(path: &Path, from: &[u8], to: &[u8]) {
    assert_eq!(from.len(), to.len());
    let mut bytes = fs::read(path).unwrap();
    let hits: Vec<usize> = bytes
        .windows(from.len())
        .enumerate()
        .filter(|(_, w)| *w == from)
        .map(|(at, _)| at)
        .collect();
    assert!(!hits.is_empty());
    for at in hits {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    fs::write(path, bytes).unwrap();
}

#[test]
fn zip_names_that_climb_or_repeat() {
    let room = TempDir::new().unwrap();
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for name in ["xx/a", "C:/a", "/abs", "a\\bb", "~rt/a"] {
        let zip = zip_of(
            &room,
            &[("data/x", b"x", plain), ("PLACEHOLD", b"y", plain)],
        );
        replace(
            &zip,
            b"PLACEHOLD",
            format!("{name:z<9}").replace("xx/", "../").as_bytes(),
        );
        assert!(errors(&zip).contains(&"path_unsafe"), "{name}");
        assert_eq!(Bag::open(&zip).err().unwrap().code(), "bag_unsafe");
    }
    let zip = zip_of(&room, &[("data/x", b"x", plain), ("data/y", b"y", plain)]);
    replace(&zip, b"data/y", b"data/x");
    assert!(errors(&zip).contains(&"duplicate_entry"));
}

#[test]
fn zip_links_and_contradictions() {
    let room = TempDir::new().unwrap();
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let path = room.path().join("link.zip");
    let mut zip = ZipWriter::new(fs::File::create(&path).unwrap());
    zip.add_symlink("data/link", "/etc/hostname", plain)
        .unwrap();
    zip.finish().unwrap();
    assert!(errors(&path).contains(&"path_unsafe"));

    let zip = zip_of(&room, &[("data/x", b"CONTENT", plain)]);
    replace(&zip, b"CONTENT", b"CHANGED");
    assert!(errors(&zip).contains(&"entry_mismatch"));
    assert_eq!(
        Bag::open(&zip)
            .unwrap()
            .read("data/x", 100)
            .unwrap_err()
            .code(),
        "file_unreadable"
    );

    // Only the first of the two places a name stands in.
    let zip = zip_of(&room, &[("data/x", b"x", plain)]);
    let mut bytes = fs::read(&zip).unwrap();
    bytes[35] = b'y';
    fs::write(&zip, bytes).unwrap();
    assert!(errors(&zip).contains(&"entry_mismatch"));
}

/// Two directory entries of one name length, the second pointed at the first one's bytes.
#[test]
fn zip_entries_that_overlap() {
    let room = TempDir::new().unwrap();
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let zip = zip_of(&room, &[("data/x", b"xx", plain), ("data/y", b"xx", plain)]);
    let mut bytes = fs::read(&zip).unwrap();
    let second = bytes
        .windows(4)
        .rposition(|window| window == b"PK\x01\x02")
        .unwrap();
    bytes[second + 42..second + 46].fill(0);
    fs::write(&zip, bytes).unwrap();
    assert!(errors(&zip).contains(&"entries_overlap"));
}

#[test]
fn zip_bombs() {
    let room = TempDir::new().unwrap();
    let deflated = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9));
    let zip = zip_of(&room, &[("data/x", &vec![0; 120 * 1024 * 1024], deflated)]);
    assert!(errors(&zip).contains(&"zip_bomb"));
    // A directory that lies about the length is found out while reading.
    let octets = (120u32 * 1024 * 1024).to_le_bytes();
    replace(&zip, &octets, &1000u32.to_le_bytes());
    assert!(errors(&zip).contains(&"entry_mismatch"));
    assert_eq!(
        Bag::open(&zip)
            .unwrap()
            .read("data/x", u64::MAX)
            .unwrap_err()
            .code(),
        "file_unreadable"
    );
}

#[test]
fn damaged_zips_are_reports() {
    let room = TempDir::new().unwrap();
    let path = room.path().join("bag.zip");
    let mut writer = Writer::zip(&path, "bag").unwrap();
    writer.add("data/а.txt", &mut &b"one"[..]).unwrap();
    writer.finish(&[]).unwrap();
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(errors(&path), ["archive_damaged"]);
    assert_eq!(Bag::open(&path).err().unwrap().code(), "archive_damaged");
    fs::write(&path, "no zip").unwrap();
    assert_eq!(errors(&path), ["archive_damaged"]);
    // No byte of a zip can be changed into a crash, nor a content byte unnoticed.
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        fs::write(&path, bytes).unwrap();
        let _ = validate(&path, &mut |_| ControlFlow::Continue(()));
        let _ = Bag::open(&path).map(|bag| bag.read("data/а.txt", 10));
    }
}
