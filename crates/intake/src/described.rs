//! What is noted of a file that was read, and of what it names beside it.

use std::path::{Path, PathBuf};

use muragat_archive::ReceivedFile;
use muragat_archive::record::{DerivationRecord, DoubtRecord, LeftOutRecord, SourceRecord};
use muragat_document::{Document, Doubt, Format, LeftOutKind, Post, Properties};

use crate::document_reader::name_of;

/// Smaller pictures are no photos but signs, lines and smileys: pixels of the shorter edge.
const SMALLEST_PHOTO: u32 = 150;
/// So many things that were left out are noted of one document.
pub(crate) const MOST_LEFT_OUT: usize = 200;

/// What is known of a file that was read.
pub(crate) fn describe_file(
    name: &str,
    format: Format,
    bytes: Vec<u8>,
    document: &Document,
) -> ReceivedFile {
    let mut file = ReceivedFile::new(name, format.media_type(), bytes);
    file.record.pronom = format.pronom().map(str::to_owned);
    file.record.derivation = Some(DerivationRecord {
        reader: name_readers(format, document),
        left_out: left_out_of(document),
        doubts: document.doubts.iter().map(describe_doubt).collect(),
    });
    file.record.source = match format {
        // what an office file says of itself is often of the file that it was made after
        Format::Html | Format::Mhtml | Format::Eml | Format::Msg | Format::Tnef => {
            source_of(&document.properties)
        }
        _ => None,
    };
    file
}

/// What is in a document and not in its text.
pub(crate) fn left_out_of(document: &Document) -> Vec<LeftOutRecord> {
    let said = document.left_out.iter().map(|left| LeftOutRecord {
        kind: name_of_kind(left.kind),
        text: left.text.clone(),
    });
    let small = document.pictures.iter().filter_map(|picture| {
        let seen = muragat_photo::describe(&picture.bytes);
        let kind = match seen {
            Ok(seen) if !is_small(&seen) => return None,
            Ok(_) => "small_picture",
            Err(_) => "object",
        };
        Some(LeftOutRecord {
            kind: kind.to_owned(),
            text: picture.name.clone().unwrap_or_default(),
        })
    });
    said.chain(small).take(MOST_LEFT_OUT).collect()
}

/// The kind's name, as it is written down.
pub(crate) fn name_of_kind(kind: LeftOutKind) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The reader, and the program that read its pages in pictures.
fn name_readers(format: Format, document: &Document) -> String {
    let mut reader = format!("{} ({})", muragat_document::READER, format.code());
    for doubt in &document.doubts {
        if let Doubt::MachineRead { by, .. } = doubt {
            reader.push_str(", ");
            reader.push_str(by);
        }
    }
    reader
}

fn describe_doubt(doubt: &Doubt) -> DoubtRecord {
    let mut record = DoubtRecord {
        kind: String::new(),
        before: String::new(),
        after: String::new(),
        count: None,
    };
    let kind = match doubt {
        Doubt::OldFont { before, after, .. } => {
            (record.before, record.after) = (before.clone(), after.clone());
            "old_font"
        }
        Doubt::BrokenLetters { count, near } => {
            record.before.clone_from(near);
            record.count = Some(u32::try_from(*count).unwrap_or(u32::MAX));
            "broken_letters"
        }
        Doubt::MachineRead { unsure, near, .. } => {
            record.before.clone_from(near);
            record.count = Some(u32::try_from(*unsure).unwrap_or(u32::MAX));
            "machine_read"
        }
        Doubt::Damaged => "damaged",
        Doubt::CutOff => "cut_off",
    };
    kind.clone_into(&mut record.kind);
    record
}

/// What a document says of where it comes from.
pub(crate) fn source_of(said: &Properties) -> Option<SourceRecord> {
    let is_address = |url: &String| url.starts_with("https://") || url.starts_with("http://");
    let source = SourceRecord {
        subject: said.title.clone(),
        author: said.author.clone(),
        sender: said.sender.clone(),
        message_id: said.message_id.clone(),
        published_at: said.published.clone(),
        captured_at: said.captured.clone(),
        url: said.url.clone().filter(is_address),
    };
    (source != SourceRecord::default()).then_some(source)
}

/// The photos of a post that lie beside the export, and what the export names and does not have.
pub(crate) fn find_beside(folder: &Path, post: &Post) -> (Vec<PathBuf>, Vec<LeftOutRecord>) {
    let mut photos = Vec::new();
    let mut missing = Vec::new();
    for file in &post.files {
        let path = folder.join(&file.path);
        match (path.is_file(), file.is_photo) {
            (true, true) => photos.push(path),
            (true, false) => {}
            (false, is_photo) => missing.push(LeftOutRecord {
                kind: name_of_kind(match is_photo {
                    true => LeftOutKind::MissingPicture,
                    false => LeftOutKind::Object,
                }),
                text: name_of(&path),
            }),
        }
    }
    (photos, missing)
}

/// Whether a picture is no photo but a sign.
pub(crate) fn is_small(seen: &muragat_photo::Description) -> bool {
    let edges = seen.width.zip(seen.height);
    edges.is_some_and(|(width, height)| width.min(height) < SMALLEST_PHOTO)
}
