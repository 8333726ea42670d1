//! A reader for each format.

mod doc;
mod docx;
mod html;
mod mail;
mod markdown;
mod mhtml;
mod odt;
mod ooxml;
mod outlook;
mod pdf;
mod pptx;
mod rtf;
mod telegram;
mod text;
mod zip;

pub use self::pdf::{PageDrawing, Recognised, RecognisedPage, draw_page};

use crate::budget::Budget;
use crate::document::Document;
use crate::format::Format;
use crate::layout_tables::open_layout_tables;
use crate::lost_letters;
use crate::old_fonts;
use crate::piece;
use crate::refusal::Refusal;

/// Which part of the bytes that a document may unfold to its file may have, in eighths: what is read of a text is held
/// several times over while it is decoded, parted and written to blocks; what is packed is counted as it unfolds.
fn find_share(format: Format) -> u64 {
    match format {
        Format::Text
        | Format::Markdown
        | Format::Html
        | Format::TelegramJson
        | Format::TelegramHtml
        | Format::FlatOdt
        | Format::WordXml => 2,
        Format::Eml | Format::Mhtml => 3,
        Format::Rtf => 6,
        // of a mailbox as much is taken as there is room for
        Format::Mbox => u64::from(u32::MAX),
        _ => 8,
    }
}

/// Reads a document whose format is known.
pub(crate) fn read(format: Format, bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    budget.allow_length(bytes.len(), find_share(format))?;
    let document = match format {
        Format::Docx | Format::Docm => docx::read(bytes, read, budget),
        Format::Odt => odt::read(bytes, budget),
        Format::FlatOdt => odt::read_flat(bytes, budget),
        Format::Pptx => pptx::read(bytes, budget),
        Format::Zip => zip::read(bytes, budget),
        Format::WordXml => docx::read_flat(bytes, read, budget),
        Format::Html => html::read(bytes, budget),
        Format::Mhtml => mhtml::read(bytes, budget),
        Format::Eml => mail::read(bytes, budget),
        Format::Mbox => mail::read_mailbox(bytes, budget),
        Format::Msg => outlook::read_msg(bytes, budget),
        Format::Tnef => outlook::read_tnef(bytes, budget),
        Format::TelegramJson => telegram::read_json(bytes, budget),
        Format::TelegramHtml => telegram::read_page(bytes, budget),
        Format::Markdown => markdown::read(bytes, budget),
        Format::Text => text::read(bytes, budget),
        Format::Doc => doc::read(bytes, budget),
        Format::Pdf => pdf::read(bytes, None, budget),
        Format::Rtf => rtf::read(bytes, budget),
        _ => Err(Refusal::NotRead),
    }?;
    finish(document)
}

/// Reads a PDF of which a program read some pages in their pictures.
pub(crate) fn read_recognised(
    bytes: &[u8],
    recognised: &Recognised,
    budget: &mut Budget,
) -> Result<Document, Refusal> {
    budget.allow_length(bytes.len(), find_share(Format::Pdf))?;
    finish(pdf::read(bytes, Some(recognised), budget)?)
}

/// What is done with every document, whatever its format.
fn finish(mut document: Document) -> Result<Document, Refusal> {
    lost_letters::note_lost(&mut document)?;
    old_fonts::mend_document(&mut document);
    old_fonts::tell_words(&mut document);
    piece::find_captions(&mut document);
    open_layout_tables(&mut document);
    for post in &mut document.posts {
        old_fonts::mend_document(&mut post.document);
    }
    Ok(document)
}
