//! Rich text as Outlook compresses it (MS-OXRTFCP).

use crate::budget::Budget;
use crate::refusal::Refusal;

/// What the dictionary holds before the first letter.
const BEGINNING: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const DICTIONARY: usize = 4096;

/// Unfolds compressed rich text; what is not compressed comes back as it is.
///
/// # Errors
/// [`Refusal::TooLarge`].
pub(super) fn unfold(bytes: &[u8], budget: &mut Budget) -> Result<Vec<u8>, Refusal> {
    let magic = bytes.get(8..12).unwrap_or_default();
    let rest = bytes.get(16..).unwrap_or_default();
    if magic == b"MELA" {
        budget.take_bytes(rest.len(), "rich text")?;
        return Ok(rest.to_vec());
    }
    if magic != b"LZFu" {
        return Ok(Vec::new());
    }
    let mut dictionary = [b' '; DICTIONARY];
    for (place, byte) in dictionary.iter_mut().zip(BEGINNING) {
        *place = *byte;
    }
    let mut at = BEGINNING.len();
    let mut unfolded = Vec::new();
    let mut input = rest.iter().copied();
    'all: while let Some(control) = input.next() {
        for bit in 0..8 {
            if control >> bit & 1 == 0 {
                let Some(letter) = input.next() else {
                    break 'all;
                };
                add(letter, &mut dictionary, &mut at, &mut unfolded);
                continue;
            }
            let (Some(high), Some(low)) = (input.next(), input.next()) else {
                break 'all;
            };
            let reference = usize::from(high) << 8 | usize::from(low);
            let (from, length) = (reference >> 4, (reference & 0xF) + 2);
            if from == at {
                break 'all;
            }
            for step in 0..length {
                let letter = dictionary.get((from + step) % DICTIONARY).copied();
                add(
                    letter.unwrap_or(b' '),
                    &mut dictionary,
                    &mut at,
                    &mut unfolded,
                );
            }
        }
    }
    budget.take_bytes(unfolded.len(), "rich text")?;
    Ok(unfolded)
}

fn add(letter: u8, dictionary: &mut [u8; DICTIONARY], at: &mut usize, unfolded: &mut Vec<u8>) {
    unfolded.push(letter);
    if let Some(place) = dictionary.get_mut(*at) {
        *place = letter;
    }
    *at = (*at + 1) % DICTIONARY;
}
