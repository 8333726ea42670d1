//! A library that goes out whole takes its name along.

// Clippy lets only the test functions themselves say what they expect by failing, not what they call.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use std::path::{Path, PathBuf};

use muragat_archive::{Archive, Identity, Intake, Progress};
use muragat_bundle::{Export, Import, export, import, plan};
use tempfile::TempDir;

fn go(_: Progress) -> bool {
    true
}

fn library(room: &TempDir, name: &str) -> Archive {
    Archive::create(&room.path().join(name), Identity::new("Айгүл")).unwrap()
}

fn add(archive: &mut Archive, title: &str) -> String {
    let text = format!("{title}\nМәтін");
    let added = archive.add_text("a.txt", text.as_bytes(), &Intake::default());
    added.unwrap().value.id
}

fn sent(archive: &Archive, room: &TempDir, name: &str, articles: &[String]) -> PathBuf {
    // the measure is the millisecond
    std::thread::sleep(std::time::Duration::from_millis(3));
    let target = room.path().join(name);
    let what = Export {
        articles: articles.to_vec(),
        ..Export::default()
    };
    export(archive, &target, &what, &mut go).unwrap();
    target
}

/// What the plan says that the library will be called, which is what it takes.
fn taken(archive: &mut Archive, bundle: &Path) -> Option<String> {
    let told = plan(archive, bundle, &mut go).unwrap().named;
    let done = import(archive, bundle, &Import::default(), &mut go).unwrap();
    assert_eq!(done.value.named, told);
    told
}

#[test]
fn a_fresh_library_takes_the_name_of_the_whole() {
    let room = TempDir::new().unwrap();
    let mut district = library(&room, "district.muragat");
    let one = add(&mut district, "Бірінші");
    add(&mut district, "Екінші");
    district.rename_library("Көксу ауданы").unwrap();
    let part = sent(&district, &room, "part", &[one]);
    let whole = sent(&district, &room, "whole", &[]);

    let mut fresh = library(&room, "fresh.muragat");
    assert_eq!(taken(&mut fresh, &part), None, "a part has no name");
    let mut fresh = library(&room, "other.muragat");
    assert_eq!(taken(&mut fresh, &whole).as_deref(), Some("Көксу ауданы"));
    assert_eq!(fresh.own_name().as_deref(), Some("Көксу ауданы"));
    // one op brought all, and one undo takes it back
    fresh.undo(None).unwrap();
    assert_eq!(fresh.own_name(), None);
    assert!(fresh.article_ids().unwrap().is_empty());

    // a library of others that nobody named keeps being nobody's
    let mut old = library(&room, "old.muragat");
    add(&mut old, "Үшінші");
    assert_eq!(taken(&mut old, &whole), None);
}

#[test]
fn a_library_that_was_named_stays_as_it_is_called() {
    let room = TempDir::new().unwrap();
    let mut here = library(&room, "here.muragat");
    here.rename_library("Осындағы атау").unwrap();
    let mut there = library(&room, "there.muragat");
    add(&mut there, "Бірінші");
    std::thread::sleep(std::time::Duration::from_millis(3));
    there.rename_library("Кейінгі атау").unwrap();
    let later = sent(&there, &room, "later", &[]);
    assert_eq!(taken(&mut here, &later), None);
    assert_eq!(here.name(), "Осындағы атау");
}
