//! Files of office programs as they were received: each is read, or refused with the reason that it has. They stand beside
//! the project and are not part of it; where they are absent nothing is tested, and it says so.

use std::path::PathBuf;

use muragat_document::{Block, Doubt, LeftOutKind, Limits, Refusal, read};

fn find_folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/office");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no files at {}", folder.display());
    None
}

fn read_file(name: &str) -> Option<Result<muragat_document::Document, Refusal>> {
    let path = find_folder()?.join(name);
    Some(match std::fs::read(&path) {
        Ok(bytes) => read(&bytes, Limits::default()),
        Err(error) => Err(Refusal::Damaged {
            what: format!("{}: {error}", path.display()),
        }),
    })
}

#[test]
fn old_word_files_are_read_with_all_that_they_have() {
    let Some(document) = read_file("made/full.doc") else {
        return;
    };
    let document = document.unwrap();
    assert_eq!(document.pictures.len(), 2);
    assert!(document.pictures[0].bytes.starts_with(b"\xff\xd8"));
    assert!(document.text().contains("\nТАҢДАУ-МӘТІН\n"));
    assert!(!document.text().contains("ӨШІРІЛГЕН"));
    let kinds: Vec<LeftOutKind> = document.left_out.iter().map(|left| left.kind).collect();
    assert!(kinds.contains(&LeftOutKind::Deletion) && kinds.contains(&LeftOutKind::PageHeader));
    let tables = |block: &&Block| matches!(block, Block::Table { rows } if rows.len() == 3);
    assert_eq!(document.blocks.iter().filter(tables).count(), 1);
}

#[test]
fn each_old_word_file_is_read_or_says_why_not() {
    let Some(folder) = find_folder() else { return };
    for entry in std::fs::read_dir(folder.join("public/poi")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "doc") {
            continue;
        }
        let document = read(&std::fs::read(&path).unwrap(), Limits::default());
        let is_locked = path.ends_with("PasswordProtected.doc");
        match document {
            Ok(document) => assert!(!is_locked && !document.text().is_empty()),
            Err(refusal) => assert!(
                is_locked && refusal == Refusal::Locked,
                "{path:?}: {refusal}"
            ),
        }
    }
}

#[test]
fn a_pdf_is_read_or_says_why_not() {
    let Some(document) = read_file("made/full.pdf") else {
        return;
    };
    let document = document.unwrap();
    let text = document.text();
    assert!(
        text.contains("Парламент пен өкілді органдардың рөлін күшейту"),
        "{text}"
    );
    assert!(
        text.contains("\nСәуле Омарова\tтөрайым\t«Ерлік» ҚБ\n"),
        "{text}"
    );
    assert!(!text.contains("ресми бланк"), "{text}");
    assert_eq!(document.pictures.len(), 2);
    // the password is empty
    let encrypted = read_file("made/encrypted.pdf").unwrap().unwrap();
    assert_eq!(encrypted.text(), text);
    for (name, refusal) in [
        ("made/encrypted_pw.pdf", Refusal::Locked),
        ("made/scanned.pdf", Refusal::Scan),
        ("made/no_tounicode.pdf", Refusal::LettersLost),
    ] {
        assert_eq!(read_file(name), Some(Err(refusal)), "{name}");
    }
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let Some(document) = read_file("made/twocol.pdf") else {
        return;
    };
    let text = document.unwrap().text();
    assert!(
        text.contains("Парламент пен өкілді органдардың рөлін күшейту"),
        "{text}"
    );
}

#[test]
fn rich_text_is_read_with_notes_at_the_end() {
    let Some(document) = read_file("made/fn.rtf") else {
        return;
    };
    let document = document.unwrap();
    let note = Block::Note {
        text: "Екінші ескертпе: Әлия Қ.".to_owned(),
    };
    assert_eq!(document.blocks.last(), Some(&note));
    assert!(!document.doubts.contains(&Doubt::Damaged));
}
