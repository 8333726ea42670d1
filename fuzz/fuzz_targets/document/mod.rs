//! What holds for whatever is read of a document.

use muragat_document::{Block, Document, Limits, read};

/// Limits that keep a run short.
const LIMITS: Limits = Limits {
    unfolded_bytes: 16 << 20,
    depth: 64,
    parts: 20_000,
};

/// Reads bytes and holds what is read to what is promised of it; a refusal is an answer too.
pub fn check(bytes: &[u8]) {
    if let Ok(document) = read(bytes, LIMITS) {
        check_document(&document);
    }
}

fn check_document(document: &Document) {
    for block in &document.blocks {
        match block {
            Block::Heading { text, level } => {
                assert!(*level <= 9, "a heading of level {level}");
                check_words(text);
            }
            Block::ListItem { mark, text, .. } => {
                mark.iter().for_each(|mark| check_words(mark));
                check_words(text);
            }
            Block::Paragraph { text } | Block::Note { text } => check_words(text),
            Block::Table { rows } => rows.iter().flatten().for_each(|cell| check_words(cell)),
            Block::Picture { picture } => {
                assert!(
                    *picture < document.pictures.len(),
                    "a picture that is not there"
                );
            }
        }
    }
    for picture in &document.pictures {
        picture.name.iter().for_each(|name| check_name(name));
    }
    for file in &document.enclosed {
        check_path(&file.name);
    }
    for left in &document.left_out {
        assert!(
            left.text.chars().count() <= 400,
            "long words of what is left out"
        );
    }
    for post in &document.posts {
        check_document(&post.document);
        for file in &post.files {
            check_path(&file.path);
        }
    }
}

fn check_words(words: &str) {
    assert!(
        words
            .chars()
            .all(|c| !c.is_control() || matches!(c, '\n' | '\t')),
        "control characters in {words:?}"
    );
}

fn check_name(name: &str) {
    assert!(
        !name.contains(['/', '\\', '\0']) && !matches!(name, "." | ".."),
        "a path for a name: {name:?}"
    );
}

/// A file of a zip or of a channel keeps the folders in which it stands.
fn check_path(path: &str) {
    assert!(
        !path.starts_with('/')
            && !path.contains(['\\', '\0'])
            && path.split('/').all(|part| part != ".."),
        "a path that leads out: {path:?}"
    );
}
