//! A bundle that a stranger made: what would take the machine's memory is refused in words, and nothing comes in.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

use std::path::{Path, PathBuf};

use muragat_archive::record::{ArticleRecord, DecisionRecord};
use muragat_archive::{Archive, Identity, Intake, TEXT_LIMIT};
use muragat_bagit::Writer;
use muragat_bundle::{Import, import, plan};
use tempfile::TempDir;

fn library(room: &Path, name: &str) -> Archive {
    Archive::create(&room.join(name), Identity::new("Айгүл")).unwrap()
}

/// A bag with one record, as it would be if this program had written it.
fn bag(room: &Path, name: &str, record: &ArticleRecord) -> PathBuf {
    let path = room.join(name);
    let mut writer = Writer::folder(&path).unwrap();
    let bytes = serde_json::to_vec(record).unwrap();
    writer
        .add("data/articles/2026/a/article.json", &mut bytes.as_slice())
        .unwrap();
    writer.finish(&[]).unwrap();
    path
}

#[test]
fn a_record_that_holds_too_much_is_refused_in_words() {
    let room = TempDir::new().unwrap();
    let mut there = library(room.path(), "a.muragat");
    let added = there.add_text("a.txt", b"date 2026-03-01 A\nB.\n", &Intake::default());
    let mut record = there.article(&added.unwrap().value.id).unwrap();
    record.versions[0].files.clear();
    let mut here = library(room.path(), "b.muragat");
    let sound = record.clone();
    record.versions[0].body = "a".repeat(usize::try_from(TEXT_LIMIT).unwrap() + 1);
    let long = bag(room.path(), "long", &record);
    record.versions[0].body = "a".into();
    record.decisions = (0..100_001)
        .map(|number| DecisionRecord {
            id: number.to_string(),
            kind: "k".into(),
            key: "k".into(),
        })
        .collect();
    let many = bag(room.path(), "many", &record);
    for (bundle, field) in [(long, "body"), (many, "decisions")] {
        for failed in [
            plan(&here, &bundle, &mut |_| true).map(drop),
            import(&mut here, &bundle, &Import::default(), &mut |_| true).map(drop),
        ] {
            let error = failed.unwrap_err();
            assert_eq!(error.code(), "record_exceeds");
            assert_eq!(error.data()["field"], field);
        }
    }
    assert!(here.article_ids().unwrap().is_empty());
    let whole = bag(room.path(), "whole", &sound);
    let came = import(&mut here, &whole, &Import::default(), &mut |_| true);
    assert_eq!(came.unwrap().value.new, [sound.id]);
}
