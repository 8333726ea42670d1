//! Damage never stops the export of what is whole, and is named.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use std::fs;
use std::path::Path;

use muragat_archive::record::terms::Access;
use muragat_archive::{Archive, ArticleEdit, Identity, Intake, Progress};
use muragat_bundle::{Export, ExportResult, export};

fn go(_: Progress) -> bool {
    true
}

fn open(path: &Path) -> Archive {
    Archive::open(path, Identity::new("Айгүл")).unwrap()
}

/// Puts other bytes in place of some, wherever they stand in a file.
fn replace(file: &Path, from: &[u8], to: &[u8]) {
    let mut bytes = fs::read(file).unwrap();
    let places: Vec<usize> = bytes
        .windows(from.len())
        .enumerate()
        .filter(|(_, window)| *window == from)
        .map(|(at, _)| at)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    fs::write(file, bytes).unwrap();
}

fn exported(library: &Path, name: &str) -> ExportResult {
    let target = library.with_file_name(name);
    export(&open(library), &target, &Export::default(), &mut go).unwrap()
}

fn references(result: &ExportResult) -> Vec<(&str, &str)> {
    let damaged = result.damaged.iter();
    damaged
        .map(|one| (one.reference.as_str(), one.why.as_str()))
        .collect()
}

#[test]
fn what_is_damaged_stays_out_and_is_named_and_all_else_goes() {
    let room = tempfile::tempdir().unwrap();
    let library = room.path().join("l.muragat");
    let mut archive = Archive::create(&library, Identity::new("Айгүл")).unwrap();
    let mut ids = Vec::new();
    for (title, word) in [
        ("Бірінші", "zzone"),
        ("Екінші", "zztwo"),
        ("Үшінші", "zzsix"),
    ] {
        let text = format!("date 2026-03-14 {title}\nМәтін {word}.");
        let added = archive.add_text("a.txt", text.as_bytes(), &Intake::default());
        ids.push(added.unwrap().value.id);
    }
    let embargo = ArticleEdit {
        access: Some(Access::Embargo),
        embargo_until: Some("2030-01-01".into()),
        ..ArticleEdit::default()
    };
    archive.edit_article(&ids[2], &embargo).unwrap();
    let original = archive.article(&ids[1]).unwrap().versions[0].files[0]
        .sha256
        .clone();
    drop(archive);
    let whole = exported(&library, "whole");
    assert_eq!((whole.articles, whole.left_out.len()), (2, 1));
    assert_eq!(references(&whole), []);

    // a letter of a text
    let catalogue = library.join("catalogue.sqlite");
    replace(
        &catalogue,
        "Мәтін zzone".as_bytes(),
        "Мәтін zzond".as_bytes(),
    );
    let result = exported(&library, "text");
    assert_eq!(result.articles, 1);
    assert_eq!(references(&result), [("2026-0001", "record_damaged")]);

    // an embargo that ends by damage ends nothing
    replace(&catalogue, b"embargo2030-01-01", b"embargo2020-01-01");
    let result = exported(&library, "embargo");
    assert_eq!(result.articles, 1);
    assert_eq!(
        references(&result),
        [
            ("2026-0001", "record_damaged"),
            ("2026-0003", "record_damaged")
        ]
    );

    // an original; then nothing is left that is whole
    let path = library
        .join("originals")
        .join(&original[..2])
        .join(&original[2..4])
        .join(format!("{original}.txt"));
    replace(&path, b"zztwo", b"zztwn");
    let target = library.with_file_name("none");
    let error = export(&open(&library), &target, &Export::default(), &mut go).unwrap_err();
    assert_eq!(error.code(), "only_damaged");
    assert!(!target.exists());
}
