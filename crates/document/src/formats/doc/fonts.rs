//! The table of fonts.

use super::fib::Head;
use crate::bytes::Bytes;
use crate::code_pages;

/// A font.
#[derive(Debug, Default)]
pub(super) struct Font {
    pub name: String,
    /// The code page of its 8-bit letters, where its set of characters tells it.
    pub page: Option<u16>,
    pub is_symbol: bool,
}

/// Reads the fonts by their numbers.
pub(super) fn read_fonts(head: &Head, table: &[u8]) -> Vec<Font> {
    let bytes = table.part(head.fonts.at, head.fonts.length);
    let mut fonts = Vec::new();
    let mut at = if head.is_old { 2 } else { 4 };
    while at < bytes.len() && fonts.len() < 4096 {
        let entry = bytes.part(at, usize::from(bytes.byte(at)) + 1);
        at += entry.len();
        let charset = entry.byte(4);
        let page = match charset {
            // «Western» and «default» say little in files of a Cyrillic Word
            0 | 1 => None,
            charset => code_pages::of_charset(charset),
        };
        let name = match head.is_old {
            true => {
                let name = entry.get(6..).unwrap_or_default();
                let name = name.split(|byte| *byte == 0).next().unwrap_or_default();
                code_pages::decode(page.unwrap_or(1252), name)
            }
            false => {
                let units = (40..).step_by(2).map(|at| entry.word(at));
                let name: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
                String::from_utf16_lossy(&name)
            }
        };
        // in old files the set of characters is in the name as well
        let page = page.or_else(|| name.ends_with(" Cyr").then_some(1251));
        fonts.push(Font {
            name,
            page,
            is_symbol: charset == 2,
        });
    }
    fonts
}
