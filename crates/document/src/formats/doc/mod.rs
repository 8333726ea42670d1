//! Word's files of 1995 to 2003: a compound file whose streams hold the text in pieces, with tables of what the
//! characters and paragraphs are beside it.

mod drawings;
mod fib;
mod fonts;
mod lists;
mod pieces;
mod properties;
mod reader;
mod runs;
mod sprms;
mod streams;
mod styles;

use std::io::Cursor;

use crate::budget::Budget;
use crate::bytes::Bytes;
use crate::document::Document;
use crate::refusal::Refusal;
use streams::Streams;

/// Whether the bytes are of Word 2, whose files are no compound files.
fn is_flat(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xdb\xa5") && bytes.word(2) < 0x100
}

/// Reads a file of Word.
///
/// # Errors
/// [`Refusal`].
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    if is_flat(bytes) {
        budget.take_bytes(bytes.len(), "the file")?;
        let streams = Streams {
            main: bytes.to_vec(),
            table: Vec::new(),
            data: Vec::new(),
            summary: Vec::new(),
        };
        return reader::read(&streams, budget);
    }
    let mut file =
        cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| Refusal::Damaged {
            what: error.to_string(),
        })?;
    let mut take = |name: &str| -> Result<Option<Vec<u8>>, Refusal> {
        let Ok(stream) = file.open_stream(name) else {
            return Ok(None);
        };
        match budget.unfold(stream, name) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(Refusal::Damaged { .. }) => Ok(None),
            Err(refusal) => Err(refusal),
        }
    };
    let main = take("/WordDocument")?.ok_or_else(|| Refusal::Damaged {
        what: "the stream of the text cannot be read".to_owned(),
    })?;
    let flags = main.word(0x0a);
    let table = match flags & 0x0200 != 0 {
        true => take("/1Table")?,
        false => take("/0Table")?,
    };
    let streams = Streams {
        table: table.unwrap_or_default(),
        data: take("/Data")?.unwrap_or_default(),
        summary: take("/\u{5}SummaryInformation")?.unwrap_or_default(),
        main,
    };
    reader::read(&streams, budget)
}

#[cfg(test)]
mod tests;
