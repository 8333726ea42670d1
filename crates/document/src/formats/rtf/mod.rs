//! Rich Text, as Word, LibreOffice, Outlook and hundreds of small programs write it.

mod picture;
mod reader;
mod state;
mod tokens;

use crate::budget::Budget;
use crate::document::Document;
use crate::refusal::Refusal;

pub(crate) use tokens::{Token, Tokens};

/// Reads Rich Text.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    reader::Reader::new(budget).read(bytes)
}

#[cfg(test)]
mod tests;
