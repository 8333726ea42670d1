//! Mails, pages, channels and plain texts: what is read of them, and that nothing that is thrown at them breaks them.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test tells by failing")]

mod any_bytes;
mod channels;
mod encodings;
mod hostile;
mod mails;
mod outlook;
mod pages;
mod shared;
mod texts;
mod told;

use muragat_document::{Block, Document, LeftOutKind, Limits, Refusal, read};

fn document(bytes: &[u8]) -> Document {
    read(bytes, Limits::default()).unwrap()
}

fn refusal(bytes: &[u8]) -> Refusal {
    read(bytes, Limits::default()).unwrap_err()
}

fn left_out(document: &Document, kind: LeftOutKind) -> Vec<&str> {
    let of_kind = document.left_out.iter().filter(|one| one.kind == kind);
    of_kind.map(|one| one.text.as_str()).collect()
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph {
        text: text.to_owned(),
    }
}

/// Windows-1251, for letters that it has.
fn windows_1251(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::WINDOWS_1251.encode(text);
    assert!(!lost);
    bytes.into_owned()
}

fn koi8_r(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::KOI8_R.encode(text);
    assert!(!lost);
    bytes.into_owned()
}
