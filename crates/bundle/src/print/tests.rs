//! A document with a photo, printed.

use std::fs;
use std::path::PathBuf;

use muragat_archive::record::terms::Relation;
use muragat_archive::{Archive, Identity, Intake};
use tempfile::TempDir;

use super::*;

fn archive(folder: &TempDir) -> (Archive, String) {
    let path = folder.path().join("кітапхана.muragat");
    let mut archive = Archive::create(&path, Identity::new("Айгүл")).unwrap();
    let text = "date 2026-02-27 Қала күні өтті\nМәтін, <b>ұзын</b>.\nЕкінші абзац.\n";
    let added = archive.add_text("a.txt", text.as_bytes(), &Intake::default());
    let id = added.unwrap().value.id;
    let photo: PathBuf = folder.path().join("сурет.jpg");
    image::RgbImage::from_pixel(640, 480, image::Rgb([200, 30, 30]))
        .save(&photo)
        .unwrap();
    archive
        .attach(&id, &[photo], Some("Алаңда"), Some("Баспасөз қызметі"))
        .unwrap();
    (archive, id)
}

fn wanted(id: &str) -> PrintWanted {
    PrintWanted {
        articles: vec![id.to_owned(), id.to_owned()],
        language: "ru".into(),
        office: "Қала әкімдігі".into(),
        cast: true,
        photos: true,
        restricted: Vec::new(),
    }
}

#[test]
fn a_document_with_its_photo_is_a_pdf_and_each_begins_on_a_sheet_of_its_own() {
    let folder = TempDir::new().unwrap();
    let (archive, id) = archive(&folder);
    let target = folder.path().join("a.pdf");
    let made = print_articles(
        &archive,
        &wanted(&id),
        &Released::default(),
        &target,
        &mut |_| true,
    )
    .unwrap();
    assert_eq!((made.articles, made.undrawn), (2, Vec::new()));
    let bytes = fs::read(&target).unwrap();
    let has = |words: &[u8]| {
        bytes
            .windows(words.len())
            .filter(|part| *part == words)
            .count()
    };
    assert!(bytes.starts_with(b"%PDF-"));
    assert_eq!(has(b"/Type/Page/"), 2, "pages");
    assert!(has(b"/DCTDecode") >= 1, "the photo is in it as it is");
}

#[test]
fn what_is_printed_says_what_it_is() {
    let folder = TempDir::new().unwrap();
    let (archive, id) = archive(&folder);
    let record = archive.article(&id).unwrap();
    let messages = DocumentMessages::new("kk");
    let blocks = article_sheet::blocks(&record, true, &messages);
    let Some(Block::Fields(head)) = blocks.first() else {
        panic!("no head");
    };
    let value = |label: &str| {
        head.iter()
            .find(|(own, _)| own == label)
            .map(|(_, v)| v.as_str())
    };
    assert_eq!(value("Шифры"), Some(record.reference.as_str()));
    assert_eq!(value("Күні"), Some("27.02.2026"));
    assert_eq!(value("Күйі"), Some("жоба"));
    assert!(blocks.contains(&Block::Lead("Қала күні өтті".into())));
    assert!(blocks.contains(&Block::Text("Екінші абзац.".into())));
    let (pictures, undrawn) = article_sheet::pictures(&archive, &record, &messages);
    assert!(undrawn.is_empty());
    let Some(Block::Picture(picture)) = pictures.last() else {
        panic!("no picture");
    };
    assert_eq!((picture.width, picture.height), (640, 480));
    assert_eq!(picture.lines[0], "Алаңда");
    assert!(
        picture
            .lines
            .contains(&"Сурет дереккөзі: Баспасөз қызметі".to_owned())
    );
}

#[test]
fn a_translation_holds_beside_its_original_and_what_was_mended_stands_last() {
    let folder = TempDir::new().unwrap();
    let (mut archive, id) = archive(&folder);
    archive.register(&id).unwrap();
    let original = archive.article(&id).unwrap().versions.remove(0).id;
    for (relation, language, title) in [
        (Relation::Translates, "ru", "День города"),
        (Relation::Corrects, "kk", "Қала күні болды"),
    ] {
        archive
            .add_version(&original, relation, language, title, "Мәтін.")
            .unwrap();
    }
    archive.register(&id).unwrap();
    let record = archive.article(&id).unwrap();
    let blocks = article_sheet::blocks(&record, false, &DocumentMessages::new("kk"));
    let names = blocks.iter().filter_map(|block| match block {
        Block::Annex(name) => Some(name.as_str()),
        _ => None,
    });
    let current: Vec<bool> = names
        .map(|name| name.starts_with("Қолданыстағы мәтін"))
        .collect();
    assert_eq!(current, [true, true, false]);
    let titles = blocks.iter().filter_map(|block| match block {
        Block::Lead(title) => Some(title.as_str()),
        _ => None,
    });
    let titles: Vec<&str> = titles.collect();
    assert_eq!(titles, ["День города", "Қала күні болды", "Қала күні өтті"]);
}

#[test]
fn what_is_stopped_leaves_nothing() {
    let folder = TempDir::new().unwrap();
    let (archive, id) = archive(&folder);
    let target = folder.path().join("a.pdf");
    assert!(
        print_articles(
            &archive,
            &wanted(&id),
            &Released::default(),
            &target,
            &mut |_| false
        )
        .is_err()
    );
    assert!(!target.exists());
}
