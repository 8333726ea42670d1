//! Plain text.

use crate::budget::Budget;
use crate::document::{Block, Document};
use crate::format::Format;
use crate::formats::html::finish;
use crate::letters;
use crate::refusal::Refusal;

/// Reads plain text: an empty line parts paragraphs, lines within one stay lines.
///
/// # Errors
/// See [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    budget.take_bytes(bytes.len(), "text")?;
    let mut document = Document::new(Format::Text);
    let decoded = letters::decode(bytes, None);
    document.doubts.extend(decoded.doubt);
    let mut lines: Vec<&str> = Vec::new();
    for line in decoded.text.split('\n').chain([""]) {
        if !line.trim().is_empty() {
            lines.push(line);
            continue;
        }
        if !lines.is_empty() {
            budget.take_part("text")?;
            let text = lines.join("\n");
            document.blocks.push(Block::Paragraph { text });
            lines.clear();
        }
    }
    finish(document)
}
