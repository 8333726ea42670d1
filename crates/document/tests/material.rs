//! Documents that other programs made, where they are at hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing"
)]

mod packages;

use std::path::{Path, PathBuf};

use muragat_document::{LeftOutKind, Refusal};
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
        assert!(lines.contains(&"i0 Сәуле Омарова — төрайым".to_owned()));
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
