//! A reader for each format.

mod docx;
mod odt;
mod ooxml;
mod pptx;
mod zip;

use crate::budget::Budget;
use crate::document::Document;
use crate::format::Format;
use crate::refusal::Refusal;

/// Reads a document whose format is known.
pub(crate) fn read(format: Format, bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    match format {
        Format::Docx | Format::Docm => docx::read(bytes, budget),
        Format::Odt => odt::read(bytes, budget),
        Format::FlatOdt => odt::read_flat(bytes, budget),
        Format::Pptx => pptx::read(bytes, budget),
        Format::Zip => zip::read(bytes, budget),
        Format::WordXml => docx::read_flat(bytes, budget),
        _ => Err(Refusal::NotRead),
    }
}
