//! A received document: bytes in; text in blocks, properties, pictures, what it encloses, and a list of what was left
//! out. No disk, no network, no database. Whatever the bytes are, what comes back is a document or a [`Refusal`], within
//! the [`Limits`]; nothing here panics or follows a link out of the file.
//!
//! Formats are told apart by content, never by name ([`recognise`]); [`read`] hands the bytes to the one reader of their
//! format in `formats/`.

mod budget;
mod bytes;
mod code_pages;
mod container;
mod document;
mod flow;
mod format;
mod formats;
mod layout_tables;
mod letters;
mod lists;
mod lost_letters;
mod markup;
mod moment;
mod old_fonts;
mod piece;
mod refusal;
mod xml;

pub use budget::Limits;
pub use document::{
    Block, Document, Doubt, Enclosed, LeftOut, LeftOutKind, Picture, Post, PostFile, Properties,
};
pub use format::{Format, recognise};
pub use formats::{PageDrawing, Recognised, RecognisedPage};
pub use refusal::Refusal;

/// The reader, with its version, as it is named beside what it read.
pub const READER: &str = concat!("muragat-document ", env!("CARGO_PKG_VERSION"));

/// Reads a document of any format.
///
/// # Errors
/// [`Refusal`]: why it cannot be read, and nothing of it was.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Document, Refusal> {
    let format = recognise(bytes).ok_or(Refusal::UnknownFormat)?;
    formats::read(format, bytes, &mut budget::Budget::new(limits))
}

/// Reads a PDF of which a program read some pages in their pictures ([`draw_page`]): its words stand in the place of theirs.
///
/// # Errors
/// [`Refusal`]; of another format [`Refusal::NotRead`].
pub fn read_recognised(
    bytes: &[u8],
    recognised: &Recognised,
    limits: Limits,
) -> Result<Document, Refusal> {
    match recognise(bytes) {
        Some(Format::Pdf) => {
            formats::read_recognised(bytes, recognised, &mut budget::Budget::new(limits))
        }
        _ => Err(Refusal::NotRead),
    }
}

/// Draws a page of a PDF as one sees it; the first is 1. For pages without letters, and those whose letters are lost.
///
/// # Errors
/// [`Refusal`]; of another format [`Refusal::NotRead`], of a page that the document does not have [`Refusal::Empty`].
pub fn draw_page(bytes: &[u8], number: u32, limits: Limits) -> Result<PageDrawing, Refusal> {
    match recognise(bytes) {
        Some(Format::Pdf) => formats::draw_page(bytes, number, &mut budget::Budget::new(limits)),
        _ => Err(Refusal::NotRead),
    }
}
