//! Documents that other programs made, where they are at hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing"
)]

mod packages;

use std::path::{Path, PathBuf};

use muragat_document::{Block, Document, LeftOutKind, Refusal};
use packages::{left_out, outline, read};

fn find_material() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/office");
    if root.is_dir() {
        return Some(root);
    }
    println!("skipped: the documents to test with are not here");
    None
}

#[test]
fn a_release_reads_the_same_from_word_and_opendocument() {
    let Some(root) = find_material() else { return };
    let read_file =
        |name: &str| read(&std::fs::read(root.join("made").join(name)).unwrap()).unwrap();
    let word = read_file("full.docx");
    let open = read_file("full.odt");
    for document in [&word, &open] {
        let lines = outline(document);
        assert!(lines.contains(&"h2 Қатысушылар".to_owned()));
        assert!(lines.contains(&"i0 • Сәуле Омарова — төрайым".to_owned()));
        assert!(
            lines
                .iter()
                .any(|line| line.starts_with("t Аты-жөні|Лауазымы|Ұйымы//"))
        );
        assert!(lines.contains(&"p Жиын ЕНГІЗІЛГЕН сөз соңы.".to_owned()));
        let boxes = lines.iter().filter(|line| line.contains("ТАҢДАУ-МӘТІН"));
        assert_eq!(boxes.count(), 1);
        assert_eq!(left_out(document, LeftOutKind::Deletion), ["ӨШІРІЛГЕН"]);
        assert_eq!(left_out(document, LeftOutKind::PageHeader).len(), 2);
        let captions: Vec<&str> = document
            .pictures
            .iter()
            .filter_map(|picture| picture.caption.as_deref())
            .collect();
        assert_eq!(
            captions,
            [
                "1-сурет. Жиын қатысушылары. Сурет: Қ. Әлиев",
                "2-сурет. Екінші фото"
            ]
        );
    }
    assert_eq!(word.text(), open.text());
}

#[test]
fn locked_ones_are_refused_as_such() {
    let Some(root) = find_material() else { return };
    for name in [
        "poi/bug53475-password-is-pass.docx",
        "tika/testODTEncrypted.odt",
    ] {
        let bytes = std::fs::read(root.join("public").join(name)).unwrap();
        assert_eq!(read(&bytes).unwrap_err(), Refusal::Locked, "{name}");
    }
}

fn list_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => list_files(&path, found),
            false => found.push(path),
        }
    }
}

fn check_document(document: &Document, path: &Path) {
    let check_words = |words: &str| {
        let printed = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
        assert!(words.chars().all(printed), "{}: {words:?}", path.display());
    };
    let check_name = |name: &str| {
        let leads_out = name.contains(['/', '\\', '\0']) || matches!(name, "." | "..");
        assert!(!leads_out, "{}: {name:?}", path.display());
    };
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text } | Block::Note { text } => {
                check_words(text);
            }
            Block::ListItem { mark, text, .. } => {
                mark.iter().for_each(|mark| check_words(mark));
                check_words(text);
            }
            Block::Table { rows } => rows.iter().flatten().for_each(|cell| check_words(cell)),
            Block::Picture { picture } => assert!(*picture < document.pictures.len()),
        }
    }
    for picture in &document.pictures {
        picture.name.iter().for_each(|name| check_name(name));
    }
    document
        .enclosed
        .iter()
        .for_each(|file| check_name(&file.name));
    for post in &document.posts {
        check_document(&post.document, path);
    }
}

#[test]
fn words_have_no_control_characters_and_names_no_paths() {
    let Some(root) = find_material() else { return };
    let mut found = Vec::new();
    list_files(&root, &mut found);
    for path in found {
        if let Ok(document) = read(&std::fs::read(&path).unwrap()) {
            check_document(&document, &path);
        }
    }
}
