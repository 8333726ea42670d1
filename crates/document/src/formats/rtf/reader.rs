//! Reads the tokens of Rich Text into a document.

mod words;

use std::collections::HashMap;

use super::picture::Drawing;
use super::state::{Destination, Property, State, Story};
use super::tokens::{Token, Tokens};
use crate::budget::Budget;
use crate::code_pages;
use crate::document::{Block, Document, Doubt, LeftOutKind, Picture};
use crate::flow::{Flow, Role};
use crate::format::Format;
use crate::lists::read_mark;
use crate::old_fonts;
use crate::piece::{flatten, into_blocks};
use crate::refusal::Refusal;

/// So many groups may stand within each other.
const DEEPEST_GROUP: usize = 10_000;

/// A font of the table of fonts.
#[derive(Debug, Default, Clone)]
struct Font {
    name: String,
    /// None where its set of characters says nothing.
    page: Option<u16>,
    is_symbol: bool,
}

/// A story that is being read.
struct OpenStory {
    story: Story,
    flow: Flow,
}

pub(super) struct Reader<'b> {
    budget: &'b mut Budget,
    document: Document,
    groups: Vec<State>,
    has_opened: bool,
    state: State,
    stories: Vec<OpenStory>,
    notes: Vec<Block>,
    headers: Vec<String>,
    fonts: HashMap<i32, Font>,
    font_in_table: i32,
    default_font: i32,
    default_page: u16,
    styles: HashMap<i32, String>,
    style_name: String,
    /// Bytes of text that are not decoded yet: a letter may take two of them.
    bytes: Vec<u8>,
    /// The first half of a character beyond the first plane.
    high_half: Option<u16>,
    skip: usize,
    property: String,
    date: [i32; 6],
    drawing: Drawing,
    shape_name: String,
    shape_value: String,
    mark: String,
    hidden: String,
    deleted: String,
    /// A run of one font, kept back until it can be asked for letters of an old font.
    run: String,
}

impl<'b> Reader<'b> {
    pub fn new(budget: &'b mut Budget) -> Reader<'b> {
        Reader {
            budget,
            document: Document::new(Format::Rtf),
            groups: Vec::new(),
            has_opened: false,
            state: State::default(),
            stories: vec![OpenStory {
                story: Story::Body,
                flow: Flow::default(),
            }],
            notes: Vec::new(),
            headers: Vec::new(),
            fonts: HashMap::new(),
            font_in_table: 0,
            default_font: 0,
            default_page: 1252,
            styles: HashMap::new(),
            style_name: String::new(),
            bytes: Vec::new(),
            high_half: None,
            skip: 0,
            property: String::new(),
            date: [0; 6],
            drawing: Drawing::default(),
            shape_name: String::new(),
            shape_value: String::new(),
            mark: String::new(),
            hidden: String::new(),
            deleted: String::new(),
            run: String::new(),
        }
    }

    pub fn read(mut self, bytes: &[u8]) -> Result<Document, Refusal> {
        let mut has_ended = false;
        for token in Tokens::new(bytes) {
            match self.take(token) {
                Ok(()) => {}
                // so much as was read is a document
                Err(Refusal::TooLarge { .. }) => {
                    self.document.doubts.push(Doubt::CutOff);
                    has_ended = true;
                    break;
                }
                Err(refusal) => return Err(refusal),
            }
            if self.groups.is_empty() && self.has_opened {
                has_ended = true;
                break;
            }
        }
        self.flush();
        while self.stories.len() > 1 {
            self.end_story()?;
        }
        if !has_ended {
            self.document.doubts.push(Doubt::Damaged);
        }
        self.finish()
    }

    fn finish(mut self) -> Result<Document, Refusal> {
        let mut document = self.document;
        let Some(body) = self.stories.pop() else {
            return Err(Refusal::Empty);
        };
        document.blocks = into_blocks(body.flow.finish(&mut document.pictures, self.budget)?);
        document.blocks.append(&mut self.notes);
        if !self.deleted.trim().is_empty() {
            document.leave_out(LeftOutKind::Deletion, &self.deleted);
        }
        if !self.hidden.trim().is_empty() {
            document.leave_out(LeftOutKind::Hidden, &self.hidden);
        }
        for words in &self.headers {
            document.leave_out(LeftOutKind::PageHeader, words);
        }
        match document.blocks.is_empty() && document.pictures.is_empty() {
            true => Err(Refusal::Empty),
            false => Ok(document),
        }
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Refusal> {
        match token {
            Token::Open => {
                self.flush();
                self.skip = 0;
                // groups are kept on a list, so that they may nest deeper than what calls itself
                if self.groups.len() >= DEEPEST_GROUP {
                    return Err(Refusal::TooLarge {
                        what: "groups".to_owned(),
                    });
                }
                self.has_opened = true;
                self.groups.push(self.state.clone());
                self.state.begins_story = false;
                self.state.starred = false;
            }
            Token::Close => self.close_group()?,
            Token::Byte(byte) => self.take_byte(byte),
            Token::Binary(carried) => {
                if self.state.destination == Destination::Picture {
                    self.budget.take_bytes(carried.len(), "pictures")?;
                    self.drawing.bytes.extend_from_slice(carried);
                }
                self.skip = self.skip.saturating_sub(1);
            }
            Token::Symbol(symbol) => {
                if self.skip > 0 {
                    self.skip -= 1;
                    return Ok(());
                }
                match symbol {
                    b'*' => self.state.starred = true,
                    b'~' => self.push_char('\u{a0}'),
                    b'-' => self.push_char('\u{ad}'),
                    b'_' => self.push_char('\u{2011}'),
                    b'\\' | b'{' | b'}' => self.take_byte(symbol),
                    b'\t' => self.push_char('\t'),
                    b'\r' | b'\n' => self.end_paragraph()?,
                    _ => {}
                }
            }
            Token::Word(word, number) => {
                // a word within what stands for a letter of Unicode counts as one of its characters
                if self.skip > 0 && word != b"u" {
                    self.skip -= 1;
                    return Ok(());
                }
                if word != b"u" {
                    self.flush_bytes();
                }
                self.take_word(word, number)?;
                self.state.starred = false;
            }
        }
        Ok(())
    }

    fn take_byte(&mut self, byte: u8) {
        self.state.starred = false;
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        match self.state.destination {
            Destination::Picture => self.drawing.push_digit(byte),
            Destination::Skip => {}
            _ => self.bytes.push(byte),
        }
    }

    /// Decodes the bytes that have come, by the font that is in use.
    fn flush_bytes(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let in_table_of_fonts = self.state.destination == Destination::FontTable;
        let number = if in_table_of_fonts {
            self.font_in_table
        } else {
            self.state.font
        };
        let font = self
            .fonts
            .get(&number)
            .or_else(|| self.fonts.get(&self.default_font));
        let text = match font {
            Some(font) if font.is_symbol && !in_table_of_fonts => bytes
                .iter()
                .map(|byte| read_symbol(&font.name, *byte))
                .collect(),
            _ => decode_run(font.and_then(|font| font.page), self.default_page, &bytes),
        };
        self.push_text(&text);
    }

    /// Hands on all that was kept back.
    fn flush(&mut self) {
        self.flush_bytes();
        if self.high_half.take().is_some() {
            self.push_char('\u{fffd}');
        }
        self.flush_run();
    }

    fn flush_run(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let mut run = std::mem::take(&mut self.run);
        if let Some(font) = self.fonts.get(&self.state.font)
            && let Some(after) = old_fonts::mend_run(&font.name, &run)
        {
            old_fonts::note_old_font(&mut self.document.doubts, &font.name, &run, &after);
            run = after;
        }
        let aside = match (self.state.deleted, self.state.hidden) {
            (true, _) => Some(&mut self.deleted),
            (_, true) => Some(&mut self.hidden),
            _ => None,
        };
        match (aside, self.stories.last_mut()) {
            (Some(aside), _) if aside.len() < 4096 => aside.push_str(&run),
            (Some(_), _) | (None, None) => {}
            (None, Some(open)) => open.flow.push_text(&run),
        }
    }

    fn push_text(&mut self, text: &str) {
        match self.state.destination {
            Destination::Text => self.run.push_str(text),
            Destination::FontTable => {
                let font = self.fonts.entry(self.font_in_table).or_default();
                font.name.push_str(text.trim_end_matches(';'));
            }
            Destination::StyleSheet => self.style_name.push_str(text),
            Destination::Property(_) => self.property.push_str(text),
            Destination::ShapeName => self.shape_name.push_str(text),
            Destination::ShapeValue => self.shape_value.push_str(text),
            Destination::ListMark => self.mark.push_str(text),
            Destination::Skip | Destination::Created | Destination::Picture => {}
        }
    }

    fn push_char(&mut self, c: char) {
        self.flush_bytes();
        self.push_text(c.encode_utf8(&mut [0; 4]));
    }

    fn push_unit(&mut self, unit: u16) {
        self.flush_bytes();
        match (self.high_half.take(), unit) {
            (None, 0xd800..=0xdbff) => self.high_half = Some(unit),
            (Some(high), 0xdc00..=0xdfff) => {
                let c = char::decode_utf16([high, unit]).next();
                self.push_char(c.and_then(Result::ok).unwrap_or('\u{fffd}'));
            }
            (_, unit) => {
                // what stands for a byte of a font of symbols
                let c = match (unit, self.fonts.get(&self.state.font)) {
                    (0xf020..=0xf0ff, Some(font)) => read_symbol(&font.name, unit as u8),
                    (0xf020..=0xf0ff, None) => '•',
                    _ => char::from_u32(u32::from(unit)).unwrap_or('\u{fffd}'),
                };
                self.push_char(c);
            }
        }
    }

    fn close_group(&mut self) -> Result<(), Refusal> {
        self.flush();
        self.skip = 0;
        let Some(outer) = self.groups.pop() else {
            return Ok(());
        };
        let inner = std::mem::replace(&mut self.state, outer);
        if inner.begins_story {
            self.end_story()?;
        }
        match inner.destination {
            Destination::StyleSheet => {
                let name = std::mem::take(&mut self.style_name);
                let name = name.trim_end_matches(';').trim().to_lowercase();
                if !name.is_empty() {
                    self.styles.entry(inner.style).or_insert(name);
                }
            }
            Destination::Property(property) if self.state.destination != inner.destination => {
                let words = std::mem::take(&mut self.property);
                let words = words.trim().trim_end_matches(';').to_owned();
                let properties = &mut self.document.properties;
                let place = match property {
                    Property::Title => &mut properties.title,
                    Property::Author => &mut properties.author,
                    Property::Generator => &mut properties.generator,
                };
                if !words.is_empty() {
                    *place = Some(words);
                }
            }
            Destination::Created => {
                let [year, month, day, hour, minute, second] = self.date;
                if (1601..=9999).contains(&year)
                    && (1..=12).contains(&month)
                    && (1..=31).contains(&day)
                    && (0..24).contains(&hour)
                    && (0..60).contains(&minute)
                {
                    let second = second.clamp(0, 59);
                    self.document.properties.created = Some(format!(
                        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
                    ));
                }
            }
            Destination::ListMark if self.state.destination == Destination::Text => {
                let mark = read_mark(&std::mem::take(&mut self.mark));
                if let Some(open) = self.stories.last_mut() {
                    open.flow.set_mark(mark);
                }
            }
            Destination::Picture if self.state.destination != Destination::Picture => {
                self.keep_picture()?;
            }
            Destination::ShapeValue => {
                let value = std::mem::take(&mut self.shape_value);
                let name = std::mem::take(&mut self.shape_name);
                let of_picture = self.state.destination == Destination::Picture;
                if of_picture && name.trim() == "wzDescription" && !value.trim().is_empty() {
                    self.drawing.alternative = Some(value.trim().to_owned());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn keep_picture(&mut self) -> Result<(), Refusal> {
        let drawing = std::mem::take(&mut self.drawing);
        if drawing.bytes.is_empty() {
            return Ok(());
        }
        self.budget.take_bytes(drawing.bytes.len(), "pictures")?;
        self.budget.take_part("pictures")?;
        let alternative = drawing.alternative.clone();
        let (bytes, kind) = drawing.into_file();
        let number = self.document.pictures.len();
        self.document.pictures.push(Picture {
            name: Some(format!("picture{}.{}", number + 1, kind.ending())),
            bytes,
            caption: None,
            alternative,
        });
        if let Some(open) = self.stories.last_mut() {
            open.flow.place_picture(number);
        }
        Ok(())
    }

    fn begin_story(&mut self, story: Story) -> Result<(), Refusal> {
        self.flush();
        self.budget.allow_depth(self.stories.len(), "stories")?;
        self.stories.push(OpenStory {
            story,
            flow: Flow::default(),
        });
        self.state.begins_story = true;
        self.state.destination = Destination::Text;
        self.state.reset_paragraph();
        Ok(())
    }

    fn end_story(&mut self) -> Result<(), Refusal> {
        if self.stories.len() < 2 {
            return Ok(());
        }
        let Some(open) = self.stories.pop() else {
            return Ok(());
        };
        let pieces = open.flow.finish(&mut self.document.pictures, self.budget)?;
        match open.story {
            Story::Body => {}
            Story::TextBox => {
                if let Some(outer) = self.stories.last_mut() {
                    outer.flow.place_pieces(pieces);
                }
            }
            Story::PageHeader => {
                let words = flatten(&pieces);
                if !words.is_empty() && !self.headers.contains(&words) && self.headers.len() < 64 {
                    self.headers.push(words);
                }
            }
            Story::Comment => self
                .document
                .leave_out(LeftOutKind::Comment, &flatten(&pieces)),
            Story::Note => {
                let text = flatten(&pieces);
                if !text.is_empty() {
                    self.notes.push(Block::Note { text });
                }
            }
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), Refusal> {
        self.flush();
        if self.state.destination != Destination::Text || self.state.deleted {
            return Ok(());
        }
        let role = self.role();
        let depth = self.state.depth();
        match self.stories.last_mut() {
            Some(open) => open.flow.end_paragraph(role, depth, self.budget),
            None => Ok(()),
        }
    }

    fn role(&self) -> Role {
        let style = self
            .styles
            .get(&self.state.style)
            .map_or("", String::as_str);
        match (Role::of_style(style), self.state.outline) {
            (Some(Role::Heading(level @ 1..)), _) => Role::Heading(level),
            (_, Some(level @ 0..=8)) => Role::Heading(level + 1),
            (Some(role), _) => role,
            (None, _) => match self.state.list {
                Some(level) => Role::Item(level),
                None => Role::Paragraph,
            },
        }
    }

    fn end_cell(&mut self, nested: bool) -> Result<(), Refusal> {
        self.flush();
        if self.state.destination != Destination::Text {
            return Ok(());
        }
        let depth = if nested {
            self.state.table_depth.max(2)
        } else {
            1
        };
        match self.stories.last_mut() {
            Some(open) => open.flow.end_cell(depth, self.budget),
            None => Ok(()),
        }
    }

    fn end_row(&mut self, nested: bool) -> Result<(), Refusal> {
        self.flush();
        let depth = if nested {
            self.state.table_depth.max(2)
        } else {
            1
        };
        match self.stories.last_mut() {
            Some(open) if self.state.destination == Destination::Text => {
                open.flow.end_row(depth, self.budget)
            }
            _ => Ok(()),
        }
    }
}

/// Decodes bytes of one font. A font that calls its set of characters «Western» in a document of another code page is
/// most often a font of that page whose set nobody looked at: there each word is Western only where it has Latin letters.
fn decode_run(of_font: Option<u16>, of_document: u16, bytes: &[u8]) -> String {
    match of_font {
        Some(1252) if of_document == 1251 => bytes
            .split_inclusive(|byte| *byte == b' ')
            .map(|word| {
                let is_latin = word.iter().any(u8::is_ascii_alphabetic);
                code_pages::decode(if is_latin { 1252 } else { 1251 }, word)
            })
            .collect(),
        Some(page) => code_pages::decode(page, bytes),
        None => code_pages::decode(of_document, bytes),
    }
}

/// A character of a font of symbols.
fn read_symbol(font: &str, byte: u8) -> char {
    let of_font = match font.to_lowercase().as_str() {
        name if name.starts_with("symbol") => code_pages::of_symbol_font(byte),
        _ => None,
    };
    match of_font {
        Some(c) => c,
        None if byte == b' ' => ' ',
        None => '•',
    }
}
