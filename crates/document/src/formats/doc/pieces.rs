//! The pieces that the text is put together of.

use super::fib::{Head, Span};
use crate::budget::Budget;
use crate::bytes::Bytes;
use crate::refusal::Refusal;

/// A character, or half of one, and where in the main stream it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub at: u32,
    /// A unit of UTF-16, or a byte.
    pub unit: u16,
    pub is_byte: bool,
    /// What changes the properties of the piece that it stands in.
    pub change: u16,
}

/// The text and what its pieces change.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub letters: Vec<Letter>,
    /// Lists of changes that pieces name by number.
    pub changes: Vec<Vec<u8>>,
    /// Whether a piece lies outside the file.
    pub is_damaged: bool,
}

/// Reads the text, its stories one after the other.
///
/// # Errors
/// [`Refusal::TooLarge`].
pub(super) fn read_text(
    head: &Head,
    main: &[u8],
    table: &[u8],
    budget: &mut Budget,
) -> Result<Text, Refusal> {
    let mut text = Text::default();
    let wanted: usize = head
        .counts
        .iter()
        .fold(0, |sum, count| sum.saturating_add(*count));
    let described = table.part(head.pieces.at, head.pieces.length);
    let list = find_list(described, &mut text);
    if list.is_empty() {
        let length = head.text.length.min(wanted.max(1));
        add_piece(&mut text, main, head.text.at, length, true, 0, budget)?;
        return Ok(text);
    }
    // as many places as pieces and one more, then eight bytes for each piece
    let count = list.len().saturating_sub(4) / 12;
    let described_at = 4 * (count + 1);
    let mut after = 0;
    for n in 0..count {
        let begin = list.place(4 * n);
        let end = list.place(4 * n + 4);
        if end < begin || begin < after {
            text.is_damaged = true;
            continue;
        }
        after = end;
        let piece = list.part(described_at + 8 * n, 8);
        let place = piece.long(2);
        let is_bytes = head.is_old || place & 0x4000_0000 != 0;
        let at = match (head.is_old, is_bytes) {
            (true, _) => place as usize,
            (false, true) => (place & 0x3fff_ffff) as usize / 2,
            (false, false) => (place & 0x3fff_ffff) as usize,
        };
        let change = piece.word(6);
        add_piece(&mut text, main, at, end - begin, is_bytes, change, budget)?;
    }
    text.is_damaged |= text.letters.len() + 1 < wanted;
    Ok(text)
}

/// Finds the table of pieces behind the lists of changes.
fn find_list<'a>(described: &'a [u8], text: &mut Text) -> &'a [u8] {
    let mut at = 0;
    loop {
        match described.get(at) {
            Some(1) => {
                let length = usize::from(described.word(at + 1));
                text.changes.push(described.part(at + 3, length).to_vec());
                at += 3 + length;
            }
            Some(2) => return described.part(at + 5, described.place(at + 1)),
            _ => return &[],
        }
    }
}

fn add_piece(
    text: &mut Text,
    main: &[u8],
    at: usize,
    length: usize,
    is_bytes: bool,
    change: u16,
    budget: &mut Budget,
) -> Result<(), Refusal> {
    let width = if is_bytes { 1 } else { 2 };
    let bytes = main.part(at, length.saturating_mul(width));
    let found = bytes.len() / width;
    text.is_damaged |= found < length;
    budget.take_bytes(found * size_of::<Letter>(), "the text")?;
    text.letters.extend((0..found).map(|n| Letter {
        at: (at + n * width) as u32,
        unit: match is_bytes {
            true => u16::from(bytes.byte(n)),
            false => bytes.word(2 * n),
        },
        is_byte: is_bytes,
        change,
    }));
    Ok(())
}

/// Where the stories of a list begin and end, counted from the beginning of their region.
pub(super) fn read_places(table: &[u8], span: Span, width: usize) -> Vec<usize> {
    let bytes = table.part(span.at, span.length);
    let count = bytes.len().saturating_sub(4) / (4 + width);
    (0..=count).map(|n| bytes.place(4 * n)).collect()
}
