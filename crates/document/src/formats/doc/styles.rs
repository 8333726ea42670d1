//! The sheet of styles.

use super::fib::Span;
use super::sprms::{CharacterProperties, ParagraphProperties};
use crate::bytes::Bytes;
use crate::flow::Role;

/// A style that is looked at no further: none stands so deep on others.
const DEEPEST_BASE: usize = 16;

#[derive(Debug, Default, Clone)]
struct Style {
    /// Number of a style that Word brings along; 0x0FFE for a user's own.
    known: u16,
    base: usize,
    paragraph: Vec<u8>,
    characters: Vec<u8>,
}

/// The styles by their numbers.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: Vec<Option<Style>>,
}

/// What a paragraph has from its style.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct OfStyle {
    pub paragraph: ParagraphProperties,
    pub characters: CharacterProperties,
    known: Option<u16>,
}

impl Styles {
    /// Reads the sheet as Word has it since 97.
    pub fn read(table: &[u8], span: Span) -> Styles {
        let sheet = table.part(span.at, span.length);
        let head = usize::from(sheet.word(0));
        let count = usize::from(sheet.word(2)).min(4096);
        let base_length = usize::from(sheet.word(4));
        let mut at = 2 + head;
        let mut styles = Vec::new();
        for _ in 0..count {
            if at >= sheet.len() {
                break;
            }
            let length = usize::from(sheet.word(at));
            let style = sheet.part(at + 2, length);
            styles.push((length > 0).then(|| read_style(style, base_length)));
            at += 2 + length;
        }
        Styles { styles }
    }

    /// What a style gives, with all that it stands on.
    pub fn find(&self, number: u16) -> OfStyle {
        let mut chain = Vec::new();
        let mut next = usize::from(number);
        while let Some(Some(style)) = self.styles.get(next)
            && chain.len() < DEEPEST_BASE
        {
            chain.push(style);
            next = style.base;
        }
        let mut given = OfStyle {
            known: chain.first().map(|style| style.known),
            ..OfStyle::default()
        };
        for style in chain.into_iter().rev() {
            given.paragraph.apply(&style.paragraph, false);
            let before = given.characters;
            given.characters.apply(&style.characters, before, false);
        }
        given
    }
}

impl OfStyle {
    /// What a paragraph of the style is, with its own properties.
    pub fn role(&self, paragraph: &ParagraphProperties) -> Role {
        match self.known {
            Some(number @ 1..=9) => return Role::Heading(number as u8),
            Some(62) => return Role::Heading(0),
            Some(34) => return Role::Caption,
            _ => {}
        }
        match paragraph.outline {
            Some(level @ 0..=8) => Role::Heading(level + 1),
            _ if paragraph.is_item() => Role::Item(paragraph.level.min(8)),
            _ => Role::Paragraph,
        }
    }
}

fn read_style(style: &[u8], base_length: usize) -> Style {
    let known = style.word(0) & 0x0fff;
    let kind = style.word(2) & 0x000f;
    let base = usize::from(style.word(2) >> 4);
    let parts = style.word(4) & 0x000f;
    // the name: how long it is, its letters, and a zero
    let name_length = usize::from(style.word(base_length));
    let mut at = base_length + 2 + 2 * name_length + 2;
    let units: Vec<u16> = (0..name_length.min(255))
        .map(|n| style.word(base_length + 2 + 2 * n))
        .collect();
    // other programs name the styles that they know and forget their numbers
    let known = match Role::of_style(&String::from_utf16_lossy(&units)) {
        Some(Role::Heading(0)) => 62,
        Some(Role::Heading(level)) => u16::from(level),
        Some(Role::Caption) => 34,
        _ => known,
    };
    let mut read = Style {
        known,
        base,
        ..Style::default()
    };
    for part in 0..parts {
        // parts begin at even places
        at += at % 2;
        let length = usize::from(style.word(at));
        let bytes = style.part(at + 2, length);
        match (kind, part) {
            // the first begins with the number of the style
            (1, 0) => read.paragraph = bytes.get(2..).unwrap_or_default().to_vec(),
            (1, 1) | (2, 0) => read.characters = bytes.to_vec(),
            _ => {}
        }
        at += 2 + length;
    }
    read
}
