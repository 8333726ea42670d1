//! A reader for each format.

mod doc;
mod pdf;
mod rtf;

use crate::budget::Budget;
use crate::document::Document;
use crate::format::Format;
use crate::lost_letters;
use crate::old_fonts;
use crate::refusal::Refusal;

/// Reads a document whose format is known.
pub(crate) fn read(format: Format, bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    let mut document = match format {
        Format::Doc => doc::read(bytes, budget),
        Format::Pdf => pdf::read(bytes, budget),
        Format::Rtf => rtf::read(bytes, budget),
        _ => Err(Refusal::NotRead),
    }?;
    if lost_letters::are_lost(&document) {
        return Err(Refusal::LettersLost);
    }
    old_fonts::mend_document(&mut document);
    Ok(document)
}
