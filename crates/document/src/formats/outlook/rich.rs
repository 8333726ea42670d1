//! The body of a mail as rich text: the page that Outlook wrapped in it, or a text of its own.

use crate::budget::Budget;
use crate::code_pages;
use crate::document::Block;
use crate::formats::mail::Written;
use crate::formats::rtf::{self, Token, Tokens};
use crate::letters;
use crate::piece::write_lines;
use crate::refusal::Refusal;

/// So deep groups stand within each other.
const DEEPEST: usize = 500;

/// Reads a body; none where it has no words.
///
/// # Errors
/// [`Refusal::TooLarge`].
pub(super) fn read_body(rich: &[u8], budget: &mut Budget) -> Result<Option<Written>, Refusal> {
    let begin = rich.get(..4096).unwrap_or(rich);
    let is_page = begin
        .windows(9)
        .any(|window| window == b"\\fromhtml".as_slice());
    if is_page {
        let markup = unwrap_page(rich);
        return Ok((!markup.trim().is_empty()).then_some(Written::Markup(markup)));
    }
    match rtf::read(rich, budget) {
        Ok(document) => Ok(write_plainly(document.blocks)),
        Err(refusal @ Refusal::TooLarge { .. }) => Err(refusal),
        Err(_) => Ok(None),
    }
}

/// Blocks as plain mails have them: paragraphs with an empty line between.
fn write_plainly(blocks: Vec<Block>) -> Option<Written> {
    let mut paragraphs: Vec<String> = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text } | Block::Note { text } => {
                paragraphs.push(text);
            }
            other => write_lines(&other, &mut paragraphs),
        }
    }
    (!paragraphs.is_empty()).then(|| Written::Plain(paragraphs.join("\n\n")))
}

/// Takes the page out of the rich text that wraps it (MS-OXRTFEX).
fn unwrap_page(rich: &[u8]) -> String {
    let mut page = Page {
        code_page: 1252,
        skipped_letters: 1,
        ..Page::default()
    };
    page.read(rich);
    page.finish_bytes();
    letters::clean(&page.text)
}

/// What a group changes until it ends.
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    /// Whether it holds no words: fonts, colours, pictures.
    is_aside: bool,
    /// Whether it holds words of the page's own markup.
    is_tag: bool,
    /// Whether its words are for those who read no page.
    is_repeated: bool,
    font: i32,
}

#[derive(Default)]
struct Page {
    code_page: u16,
    /// How many letters stand after `\u` for those who cannot read it.
    skipped_letters: usize,
    to_skip: usize,
    group: Group,
    outer: Vec<Group>,
    /// Whether a star says that a group is for those who know its first word.
    is_starred: bool,
    bytes: Vec<u8>,
    /// The code page of the bytes that wait.
    of_bytes: u16,
    fonts: Vec<(i32, u16)>,
    text: String,
    high: Option<u16>,
}

impl Page {
    fn read(&mut self, rich: &[u8]) {
        for token in Tokens::new(rich) {
            match token {
                Token::Open => {
                    if self.outer.len() >= DEEPEST {
                        return;
                    }
                    self.outer.push(self.group);
                    self.to_skip = 0;
                    self.is_starred = false;
                }
                Token::Close => {
                    self.to_skip = 0;
                    match self.outer.pop() {
                        Some(group) => self.group = group,
                        None => return,
                    }
                }
                Token::Byte(byte) => self.add_byte(byte),
                Token::Word(word, number) => {
                    if std::mem::take(&mut self.is_starred) {
                        self.group.is_tag = word == b"htmltag";
                        self.group.is_aside = !self.group.is_tag;
                    }
                    self.apply(word, number);
                }
                Token::Symbol(symbol) => match symbol {
                    b'*' => self.is_starred = true,
                    b'\\' | b'{' | b'}' => self.add_byte(symbol),
                    b'~' => self.add_char('\u{a0}'),
                    b'_' => self.add_char('\u{2011}'),
                    b'-' => self.add_char('\u{ad}'),
                    b'\r' | b'\n' => self.add_char('\n'),
                    _ => {}
                },
                Token::Binary(_) => {}
            }
        }
    }

    fn apply(&mut self, word: &[u8], number: Option<i32>) {
        match word {
            b"htmlrtf" => self.group.is_repeated = number != Some(0),
            b"ansicpg" => {
                let page = number.and_then(|number| u16::try_from(number).ok());
                self.code_page = page.unwrap_or(self.code_page);
            }
            b"fonttbl" | b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"object"
            | b"header" | b"footer" => self.group.is_aside = true,
            b"f" => self.group.font = number.unwrap_or(0),
            b"fcharset" => {
                let charset = number.and_then(|number| u8::try_from(number).ok());
                // the set of Western letters is what fonts say of which nobody said anything
                let charset = charset.filter(|charset| *charset != 0);
                if let (Some(page), true) = (
                    charset.and_then(code_pages::of_charset),
                    self.fonts.len() < 1000,
                ) {
                    self.fonts.push((self.group.font, page));
                }
            }
            b"uc" => {
                let count = number.and_then(|number| usize::try_from(number).ok());
                self.skipped_letters = count.unwrap_or(1).min(10);
            }
            b"u" => {
                let number = number.unwrap_or(0).rem_euclid(65536);
                self.add_unit(u16::try_from(number).unwrap_or(b'?'.into()));
                self.to_skip = self.skipped_letters;
            }
            b"par" | b"line" | b"sect" | b"row" => self.add_char('\n'),
            b"tab" | b"cell" => self.add_char('\t'),
            b"lquote" => self.add_char('‘'),
            b"rquote" => self.add_char('’'),
            b"ldblquote" => self.add_char('“'),
            b"rdblquote" => self.add_char('”'),
            b"bullet" => self.add_char('•'),
            b"endash" => self.add_char('–'),
            b"emdash" => self.add_char('—'),
            _ => {}
        }
    }

    fn is_heard(&self) -> bool {
        let Group {
            is_aside,
            is_tag,
            is_repeated,
            ..
        } = self.group;
        !is_aside && (is_tag || !is_repeated)
    }

    fn add_byte(&mut self, byte: u8) {
        if self.to_skip > 0 {
            self.to_skip -= 1;
            return;
        }
        if !self.is_heard() {
            return;
        }
        let font = self.group.font;
        let of_font = self.fonts.iter().find(|(one, _)| *one == font);
        let page = match of_font {
            Some((_, page)) if !self.group.is_tag => *page,
            _ => self.code_page,
        };
        if page != self.of_bytes {
            self.finish_bytes();
            self.of_bytes = page;
        }
        self.bytes.push(byte);
    }

    fn add_char(&mut self, c: char) {
        if self.is_heard() {
            self.finish_bytes();
            self.text.push(c);
        }
    }

    fn add_unit(&mut self, unit: u16) {
        let units: Vec<u16> = self.high.take().into_iter().chain([unit]).collect();
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        for c in char::decode_utf16(units) {
            self.add_char(c.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }

    fn finish_bytes(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            self.text
                .push_str(&code_pages::decode(self.of_bytes, &bytes));
        }
    }
}
