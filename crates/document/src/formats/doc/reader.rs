//! Puts a file of Word together: its stories, letter by letter.

use std::collections::HashMap;
use std::ops::Range;

use super::drawings::{Drawings, read_inline};
use super::fib::{Head, Span};
use super::fonts::{Font, read_fonts};
use super::lists::Lists;
use super::pieces::{Letter, Text, read_places, read_text};
use super::properties::read_summary;
use super::runs::Runs;
use super::sprms::{CharacterProperties, ParagraphProperties};
use super::streams::Streams;
use super::styles::{OfStyle, Styles};
use crate::budget::Budget;
use crate::bytes::Bytes;
use crate::code_pages;
use crate::document::{Block, Document, Doubt, LeftOutKind, Picture};
use crate::flow::Flow;
use crate::format::Format;
use crate::old_fonts;
use crate::piece::{Piece, flatten, into_blocks};
use crate::refusal::Refusal;

/// Reads a file of Word out of its streams.
///
/// # Errors
/// [`Refusal`].
pub(super) fn read(streams: &Streams, budget: &mut Budget) -> Result<Document, Refusal> {
    let head = Head::read(&streams.main)?;
    let table = if head.is_old {
        &streams.main
    } else {
        &streams.table
    };
    let styles = match head.is_old {
        true => Styles::default(),
        false => Styles::read(table, head.styles),
    };
    let mut document = Document::new(Format::Doc);
    read_summary(&streams.summary, &mut document.properties);
    let text = read_text(&head, &streams.main, table, budget)?;
    if text.is_damaged {
        document.doubts.push(Doubt::Damaged);
    }
    let mut reader = Reader {
        characters: Runs::of_characters(&head, &streams.main, table, budget)?,
        paragraphs: Runs::of_paragraphs(&head, &streams.main, table, &streams.data, budget)?,
        fonts: read_fonts(&head, table),
        drawings: match head.is_old {
            true => Drawings::default(),
            false => Drawings::read(&head, streams, budget)?,
        },
        boxes: HashMap::new(),
        hidden: String::new(),
        deleted: String::new(),
        objects: 0,
        lists: match head.is_old {
            true => Lists::default(),
            false => Lists::read(table, head.lists, head.numberings, budget)?,
        },
        styles,
        table,
        head: &head,
        text: &text,
        streams,
        document,
        budget,
    };
    reader.read_stories()?;
    reader.finish()
}

struct Reader<'a, 'b> {
    head: &'a Head,
    streams: &'a Streams,
    table: &'a [u8],
    text: &'a Text,
    characters: Runs<'a>,
    paragraphs: Runs<'a>,
    styles: Styles,
    lists: Lists,
    fonts: Vec<Font>,
    drawings: Drawings,
    /// Text boxes by the shape of the text that they hang on.
    boxes: HashMap<u32, Vec<Piece>>,
    hidden: String,
    deleted: String,
    objects: usize,
    document: Document,
    budget: &'b mut Budget,
}

/// What holds at a letter.
#[derive(Default)]
struct Here {
    paragraph: ParagraphProperties,
    characters: CharacterProperties,
    style: OfStyle,
}

/// Letters of one kind that are not decoded yet.
#[derive(Default)]
struct Pending {
    units: Vec<u16>,
    are_bytes: bool,
    characters: CharacterProperties,
}

impl Reader<'_, '_> {
    fn read_stories(&mut self) -> Result<(), Refusal> {
        let regions = self.find_regions();
        let [body, notes, headers, _, comments, endnotes, boxes, _] = regions;
        self.read_boxes(boxes)?;
        let mut pieces = self.read_story(body)?;
        // boxes whose shape hangs nowhere
        let mut left: Vec<(u32, Vec<Piece>)> = self.boxes.drain().collect();
        left.sort_by_key(|(shape, _)| *shape);
        pieces.extend(left.into_iter().flat_map(|(_, pieces)| pieces));
        for (span, region) in [(self.head.footnotes, notes), (self.head.endnotes, endnotes)] {
            for story in self.find_parts(span, 0, region) {
                let note = self.read_story(story)?;
                let text = flatten(&note);
                if !text.is_empty() {
                    pieces.push(Piece::plain(Block::Note { text }));
                }
            }
        }
        for story in self.find_parts(self.head.comments, 0, comments) {
            let comment = self.read_story(story)?;
            let words = flatten(&comment);
            if !words.is_empty() {
                self.document.leave_out(LeftOutKind::Comment, &words);
            }
        }
        let mut seen: Vec<String> = Vec::new();
        for story in self.find_parts(self.head.headers, 0, headers) {
            let words = flatten(&self.read_story(story)?);
            if !words.is_empty() && !seen.contains(&words) && seen.len() < 64 {
                self.document.leave_out(LeftOutKind::PageHeader, &words);
                seen.push(words);
            }
        }
        self.document.blocks = into_blocks(pieces);
        Ok(())
    }

    fn finish(mut self) -> Result<Document, Refusal> {
        if !self.hidden.trim().is_empty() {
            self.document.leave_out(LeftOutKind::Hidden, &self.hidden);
        }
        if !self.deleted.trim().is_empty() {
            self.document
                .leave_out(LeftOutKind::Deletion, &self.deleted);
        }
        for _ in 0..self.objects.min(64) {
            self.document.leave_out(LeftOutKind::Object, "");
        }
        match (
            self.document.blocks.is_empty() && self.document.pictures.is_empty(),
            self.text.is_damaged,
        ) {
            (true, true) => Err(Refusal::Damaged {
                what: "its text lies outside the file".to_owned(),
            }),
            (true, false) => Err(Refusal::Empty),
            _ => Ok(self.document),
        }
    }

    /// Where the stories stand in the text.
    fn find_regions(&self) -> [Range<usize>; 8] {
        let length = self.text.letters.len();
        let mut after = 0_usize;
        self.head.counts.map(|count| {
            let begin = after.min(length);
            after = after.saturating_add(count);
            begin..after.min(length)
        })
    }

    /// The stories of a region by the table of their places.
    fn find_parts(&self, span: Span, width: usize, region: Range<usize>) -> Vec<Range<usize>> {
        if region.is_empty() {
            return Vec::new();
        }
        let mut parts = Vec::new();
        let mut after = region.start;
        let places = read_places(self.table, span, width);
        for pair in places.windows(2) {
            let &[begin, end] = pair else { continue };
            let begin = region.start.saturating_add(begin).max(after);
            let end = region.start.saturating_add(end).min(region.end);
            if begin < end {
                parts.push(begin..end);
                after = end;
            }
        }
        if parts.is_empty() {
            parts.push(region);
        }
        parts
    }

    fn read_boxes(&mut self, region: Range<usize>) -> Result<(), Refusal> {
        const WIDTH: usize = 22;
        let span = self.head.text_boxes;
        let places = read_places(self.table, span, WIDTH);
        let described_at = span.at.saturating_add(4 * places.len());
        for (n, pair) in places.windows(2).enumerate() {
            let &[begin, end] = pair else { continue };
            let begin = region.start.saturating_add(begin);
            let end = region.start.saturating_add(end).min(region.end);
            if begin >= end {
                continue;
            }
            let shape = self.table.long(described_at + WIDTH * n + 14);
            let outer = self.drawings.find_outer(shape);
            let blocks = self.read_story(begin..end)?;
            self.boxes.entry(outer).or_default().extend(blocks);
        }
        Ok(())
    }

    fn read_story(&mut self, range: Range<usize>) -> Result<Vec<Piece>, Refusal> {
        let mut flow = Flow::default();
        let mut pending = Pending::default();
        // fields within each other: whether the instruction is being read
        let mut fields: Vec<bool> = Vec::new();
        let mut here = Here::default();
        let mut of_runs = None;
        let (mut character_hint, mut paragraph_hint) = (0, 0);
        let mut before = 0;
        let text = self.text;
        let letters = text.letters.get(range.clone()).unwrap_or_default();
        for (place, letter) in (range.start..).zip(letters) {
            let run = self.characters.find(letter.at, &mut character_hint);
            let paragraph = self.paragraphs.find(letter.at, &mut paragraph_hint);
            let key = (
                run.map(|_| character_hint),
                paragraph.map(|_| paragraph_hint),
                letter.change,
            );
            if of_runs != Some(key) {
                of_runs = Some(key);
                let style = paragraph.map_or(0, |run| run.style);
                here = self.find_properties(
                    style,
                    paragraph.map_or(&[], |run| run.sprms),
                    run.map_or(&[], |run| run.sprms),
                    letter.change,
                );
            }
            let unit = letter.unit;
            match unit {
                0x13 => fields.push(true),
                0x14 => {
                    if let Some(field) = fields.last_mut() {
                        *field = false;
                    }
                }
                0x15 => {
                    fields.pop();
                }
                _ if fields.iter().any(|in_instruction| *in_instruction) => {}
                0x07 | 0x0c | 0x0d => {
                    self.flush(&mut pending, &mut flow);
                    if !here.characters.deleted {
                        self.end_piece(unit, before, &here, &mut flow)?;
                    }
                }
                0x01 | 0x08 => {
                    self.flush(&mut pending, &mut flow);
                    self.place_drawing(unit, place, &here, &mut flow)?;
                }
                _ => self.push_letter(letter, &here, &mut pending, &mut flow),
            }
            before = unit;
        }
        self.flush(&mut pending, &mut flow);
        flow.finish(&mut self.document.pictures, self.budget)
    }

    fn find_properties(&self, style: u16, of_paragraph: &[u8], of_run: &[u8], change: u16) -> Here {
        let is_old = self.head.is_old;
        let given = self.styles.find(style);
        let mut here = Here {
            paragraph: given.paragraph,
            characters: given.characters,
            style: given,
        };
        let changes = match change & 1 {
            1 => self.text.changes.get(usize::from(change >> 1)),
            _ => None,
        };
        let changes = changes.map_or(&[][..], Vec::as_slice);
        for sprms in [of_paragraph, changes] {
            here.paragraph.apply(sprms, is_old);
        }
        for sprms in [of_run, changes] {
            here.characters.apply(sprms, given.characters, is_old);
        }
        here
    }

    fn end_piece(
        &mut self,
        unit: u16,
        before: u16,
        here: &Here,
        flow: &mut Flow,
    ) -> Result<(), Refusal> {
        let paragraph = &here.paragraph;
        let depth = paragraph.table_depth();
        if paragraph.is_item() && !paragraph.ends_row && !paragraph.ends_inner_row {
            flow.set_mark(self.lists.count(paragraph.list, paragraph.level));
        }
        match unit {
            0x07 => {
                let ends_row = match paragraph.in_table || paragraph.ends_row {
                    true => paragraph.ends_row,
                    // where nothing is said of it, a mark that follows a mark ends the row
                    false => before == 0x07,
                };
                match ends_row {
                    true => flow.end_row(1, self.budget),
                    false => flow.end_cell(1, self.budget),
                }
            }
            0x0d if paragraph.ends_inner_row => flow.end_row(depth, self.budget),
            0x0d if paragraph.ends_inner_cell => flow.end_cell(depth, self.budget),
            _ => flow.end_paragraph(here.style.role(paragraph), depth, self.budget),
        }
    }

    fn place_drawing(
        &mut self,
        unit: u16,
        place: usize,
        here: &Here,
        flow: &mut Flow,
    ) -> Result<(), Refusal> {
        if here.characters.deleted {
            return Ok(());
        }
        let streams = self.streams;
        if unit == 0x08 {
            let Some(shape) = self.drawings.anchors.get(&place).copied() else {
                return Ok(());
            };
            for picture in self.drawings.find_pictures(shape, streams, self.budget)? {
                self.keep_picture(picture, flow);
            }
            if let Some(pieces) = self.boxes.remove(&shape) {
                flow.place_pieces(pieces);
            }
            return Ok(());
        }
        if here.characters.is_object {
            self.objects += 1;
            return Ok(());
        }
        if let Some(at) = here.characters.picture {
            match read_inline(&streams.data, at as usize, self.budget)? {
                Some(picture) => self.keep_picture(picture, flow),
                None if self.streams.data.is_empty() => {}
                None => self.document.leave_out(LeftOutKind::MissingPicture, ""),
            }
        }
        Ok(())
    }

    /// Keeps a picture, whose name is yet only the ending of one.
    fn keep_picture(&mut self, mut picture: Picture, flow: &mut Flow) {
        let number = self.document.pictures.len();
        picture.name = picture
            .name
            .map(|ending| format!("picture{}.{ending}", number + 1));
        self.document.pictures.push(picture);
        flow.place_picture(number);
    }

    fn push_letter(
        &mut self,
        letter: &Letter,
        here: &Here,
        pending: &mut Pending,
        flow: &mut Flow,
    ) {
        let characters = here.characters;
        if pending.characters != characters || pending.are_bytes != letter.is_byte {
            self.flush(pending, flow);
            pending.characters = characters;
            pending.are_bytes = letter.is_byte;
        }
        if characters.is_special {
            if let (0x28, Some((font, symbol))) = (letter.unit, characters.symbol) {
                self.flush(pending, flow);
                let name = self.font(Some(font)).map_or("", |font| font.name.as_str());
                flow.push(read_symbol(name, symbol));
                return;
            }
            // numbers of notes, marks of comments, dates
            if letter.unit < 0x20 && !matches!(letter.unit, 0x09 | 0x0b | 0x1e | 0x1f) {
                return;
            }
        }
        let c = match letter.unit {
            0x09 => '\t',
            0x0b => '\n',
            0x0e => return,
            0x1e => '\u{2011}',
            0x1f => '\u{ad}',
            0..0x20 => return,
            unit => {
                pending.units.push(unit);
                return;
            }
        };
        self.flush(pending, flow);
        flow.push(c);
    }

    fn font(&self, number: Option<u16>) -> Option<&Font> {
        self.fonts.get(usize::from(number.unwrap_or(0)))
    }

    fn flush(&mut self, pending: &mut Pending, flow: &mut Flow) {
        if pending.units.is_empty() {
            return;
        }
        let units = std::mem::take(&mut pending.units);
        let font = self.font(pending.characters.font);
        let mut text = match pending.are_bytes {
            true => {
                let bytes: Vec<u8> = units.iter().map(|unit| *unit as u8).collect();
                let page = match (self.head.is_old, font.and_then(|font| font.page)) {
                    (false, _) => 1252,
                    (true, Some(page)) => page,
                    (true, None) => code_pages::of_language(self.head.language),
                };
                code_pages::decode(page, &bytes)
            }
            false => String::from_utf16_lossy(&units),
        };
        let name = font.map_or("", |font| font.name.as_str());
        if font.is_some_and(|font| font.is_symbol) || text.contains(is_private) {
            text = text
                .chars()
                .map(|c| match c {
                    c if is_private(c) => read_symbol(name, c as u32 as u16),
                    c => c,
                })
                .collect();
        }
        if let Some(after) = old_fonts::mend_run(name, &text) {
            let name = name.to_owned();
            old_fonts::note_old_font(&mut self.document.doubts, &name, &text, &after);
            text = after;
        }
        let aside = match (pending.characters.deleted, pending.characters.hidden) {
            (true, _) => &mut self.deleted,
            (_, true) => &mut self.hidden,
            _ => return flow.push_text(&text),
        };
        if aside.len() < 4096 {
            aside.push_str(&text);
        }
    }
}

/// Where fonts of symbols have their characters.
fn is_private(c: char) -> bool {
    ('\u{f020}'..='\u{f0ff}').contains(&c)
}

/// A character of a font of symbols.
fn read_symbol(font: &str, symbol: u16) -> char {
    if !(0xf020..=0xf0ff).contains(&symbol) && symbol > 0xff {
        return char::from_u32(u32::from(symbol)).unwrap_or('\u{fffd}');
    }
    let byte = (symbol & 0xff) as u8;
    let of_font = match font.starts_with("Symbol") {
        true => code_pages::of_symbol_font(byte),
        false => None,
    };
    of_font.unwrap_or('•')
}
