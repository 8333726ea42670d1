//! The body of a mail as rich text: the page that Outlook wrapped in it, or plain words.

use crate::formats::mail::Written;
use crate::letters;

/// So deep groups stand within each other.
const DEEPEST: usize = 500;

/// Reads a body; none where it has no words.
pub(super) fn read_body(rich: &[u8]) -> Option<Written> {
    let begin = rich.get(..4096).unwrap_or(rich);
    let has = |words: &[u8]| begin.windows(words.len()).any(|window| window == words);
    let mut body = Body {
        is_page: has(b"\\fromhtml"),
        charset: "windows-1252",
        skipped_letters: 1,
        ..Body::default()
    };
    body.read(rich);
    body.finish_bytes();
    let text = letters::clean(&body.text);
    match text.trim().is_empty() {
        true => None,
        false if body.is_page => Some(Written::Markup(text)),
        false => Some(Written::Plain(text)),
    }
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
struct Body {
    is_page: bool,
    charset: &'static str,
    /// How many letters stand after `\u` for those who cannot read it.
    skipped_letters: usize,
    to_skip: usize,
    group: Group,
    outer: Vec<Group>,
    bytes: Vec<u8>,
    /// The encoding of the bytes that wait.
    of_bytes: &'static str,
    fonts: Vec<(i32, &'static str)>,
    text: String,
    high: Option<u16>,
}

impl Body {
    fn read(&mut self, rich: &[u8]) {
        let mut rest = rich;
        while let Some((byte, after)) = rest.split_first() {
            rest = after;
            match byte {
                b'{' => {
                    if self.outer.len() >= DEEPEST {
                        return;
                    }
                    self.outer.push(self.group);
                    self.to_skip = 0;
                    if rest.starts_with(b"\\*\\") {
                        let is_tag = rest.starts_with(b"\\*\\htmltag");
                        self.group.is_tag = is_tag;
                        self.group.is_aside = !is_tag;
                        rest = rest.get(2..).unwrap_or_default();
                    }
                }
                b'}' => {
                    self.to_skip = 0;
                    match self.outer.pop() {
                        Some(group) => self.group = group,
                        None => return,
                    }
                }
                b'\\' => rest = self.read_control(rest),
                b'\r' | b'\n' => {}
                _ => self.add_byte(*byte),
            }
        }
    }

    fn read_control<'a>(&mut self, rest: &'a [u8]) -> &'a [u8] {
        let Some((first, after)) = rest.split_first() else {
            return rest;
        };
        if *first == b'\'' {
            let digits = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
            if let Some(byte) = digits.and_then(|two| u8::from_str_radix(two, 16).ok()) {
                self.add_byte(byte);
            }
            return after.get(2..).unwrap_or_default();
        }
        if !first.is_ascii_alphabetic() {
            match first {
                b'\\' | b'{' | b'}' => self.add_byte(*first),
                b'~' => self.add_char('\u{a0}'),
                b'_' => self.add_char('\u{2011}'),
                b'-' => self.add_char('\u{ad}'),
                b'\r' | b'\n' => self.add_char('\n'),
                _ => {}
            }
            return after;
        }
        let letters = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let (word, after) = rest.split_at(letters);
        let digits = after
            .iter()
            .enumerate()
            .take_while(|(at, b)| b.is_ascii_digit() || *at == 0 && **b == b'-')
            .count();
        let (number, after) = after.split_at(digits);
        let number = std::str::from_utf8(number)
            .ok()
            .and_then(|number| number.parse::<i32>().ok());
        self.apply(word, number);
        after.strip_prefix(b" ").unwrap_or(after)
    }

    fn apply(&mut self, word: &[u8], number: Option<i32>) {
        match word {
            b"htmlrtf" => self.group.is_repeated = number != Some(0),
            b"ansicpg" => {
                let page = number.and_then(|number| u32::try_from(number).ok());
                self.charset = page
                    .and_then(letters::name_code_page)
                    .unwrap_or(self.charset);
            }
            b"fonttbl" | b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"object"
            | b"header" | b"footer" => self.group.is_aside = true,
            b"f" => self.group.font = number.unwrap_or(0),
            b"fcharset" => {
                let charset = match number {
                    Some(204) => "windows-1251",
                    Some(238) => "windows-1250",
                    Some(161) => "windows-1253",
                    Some(162) => "windows-1254",
                    _ => return,
                };
                if self.fonts.len() < 1000 {
                    self.fonts.push((self.group.font, charset));
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
        !is_aside && (!self.is_page || is_tag || !is_repeated)
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
        let charset = match of_font {
            Some((_, charset)) if !self.group.is_tag => charset,
            _ => self.charset,
        };
        if charset != self.of_bytes {
            self.finish_bytes();
            self.of_bytes = charset;
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
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let encoding = encoding_rs::Encoding::for_label(self.of_bytes.as_bytes());
        let encoding = encoding.unwrap_or(encoding_rs::WINDOWS_1252);
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        self.text.push_str(&text);
    }
}
