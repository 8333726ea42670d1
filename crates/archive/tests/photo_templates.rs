//! Templates of photos: kept, applied with each photo's own values, taken away.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, home, picture};
use muragat_archive::record::PhotoRecord;
use muragat_archive::{Heading, PhotoFields};

const TEXT: &str = "date 2026-03-14 Кітапхана ашылды\nМәтін";

fn photos(home: &mut Home) -> (String, Vec<String>) {
    let article = home.add(TEXT).id;
    home.archive
        .set_heading(&article, Heading::Place, "Талдықорған", true)
        .unwrap();
    let files: Vec<_> = (1..4)
        .map(|n| home.file(&format!("{n}.png"), &picture(n)))
        .collect();
    let done = home.archive.attach(&article, &files, None, None).unwrap();
    let ids = done.value.attached.into_iter().map(|photo| photo.id);
    (article, ids.collect())
}

fn record(home: &Home, article: &str, at: usize) -> PhotoRecord {
    home.archive.article(article).unwrap().photos[at].clone()
}

fn caption(text: &str) -> Option<std::collections::BTreeMap<String, String>> {
    Some([("kk".to_owned(), text.to_owned())].into())
}

#[test]
fn a_template_keeps_what_many_photos_have_alike() {
    let mut home = home();
    let fields = PhotoFields {
        credit: Some("Әкімдік".into()),
        rights: Some("  ".into()),
        taken_at: Some("2026-03-14".into()),
        captions: caption("{title}"),
        ..PhotoFields::default()
    };
    let kept = PhotoFields {
        credit: Some("Әкімдік".into()),
        captions: caption("{title}"),
        ..PhotoFields::default()
    };
    let id = home
        .archive
        .save_photo_template(" Жиын ", &fields)
        .unwrap()
        .value;
    let lines = home.archive.photo_templates().unwrap();
    assert_eq!((lines[0].name.as_str(), &lines[0].fields), ("Жиын", &kept));
    // another of that name takes its place
    let again = home
        .archive
        .save_photo_template("Жиын", &PhotoFields::default());
    assert_eq!(again.unwrap().value, id);
    assert_eq!(
        home.archive.photo_templates().unwrap()[0].fields,
        PhotoFields::default()
    );
    home.archive.undo(None).unwrap();
    assert_eq!(home.archive.photo_templates().unwrap()[0].fields, kept);
    home.archive.delete_photo_template(&id).unwrap();
    assert!(home.archive.photo_templates().unwrap().is_empty());
    home.archive.undo(None).unwrap();
    assert_eq!(home.archive.photo_templates().unwrap()[0].id, id);
}

#[test]
fn each_photo_fills_variables_with_its_own_and_keeps_what_is_not_said() {
    let mut home = home();
    let (article, ids) = photos(&mut home);
    let own = PhotoFields {
        taken_at: Some("2025-12-31T18:00".into()),
        place: Some("Текелі".into()),
        photographer: Some("Ерлан Сәтов".into()),
        ..PhotoFields::default()
    };
    home.archive.edit_photos(&ids[..1], &own).unwrap();
    let before = record(&home, &article, 0);
    let fields = PhotoFields {
        credit: Some("Сурет: {place}".into()),
        captions: caption("{title}, {place}, {date}"),
        ..PhotoFields::default()
    };
    home.archive.describe_photos(&ids[..2], &fields).unwrap();
    let text = |at: usize| record(&home, &article, at).texts[0].text.clone();
    assert_eq!(text(0), "Кітапхана ашылды, Текелі, 31.12.2025");
    assert_eq!(text(1), "Кітапхана ашылды, Талдықорған, 14.03.2026");
    let first = record(&home, &article, 0);
    assert_eq!(first.credit.as_deref(), Some("Сурет: Текелі"));
    assert_eq!(first.photographer, before.photographer);
    assert_eq!(first.taken_at, before.taken_at);
    assert!(record(&home, &article, 2).texts.is_empty());
    home.archive.undo(None).unwrap();
    assert_eq!(record(&home, &article, 0), before);
    assert!(record(&home, &article, 1).texts.is_empty());
}

#[test]
fn a_variable_without_a_value_leaves_no_blanks_and_no_empty_text() {
    let mut home = home();
    let (article, ids) = photos(&mut home);
    home.archive
        .set_heading(&article, Heading::Place, "Талдықорған", false)
        .unwrap();
    let fields = PhotoFields {
        instructions: Some("{place}".into()),
        captions: caption("Жиын {place} залда"),
        ..PhotoFields::default()
    };
    home.archive.describe_photos(&ids[..1], &fields).unwrap();
    let photo = record(&home, &article, 0);
    assert_eq!(photo.texts[0].text, "Жиын залда");
    assert_eq!(photo.instructions, None);
}
