//! A paragraph of OpenDocument while it is read.

use crate::piece::Piece;

/// A paragraph while it is read.
pub(super) struct Line {
    pub text: String,
    pub before: Vec<Piece>,
    pub after: Vec<Piece>,
    pub hidden: String,
    /// Whether a blank that follows is one with that before it.
    blank: bool,
    /// Whether a field in it says that it is not shown.
    pub not_shown: bool,
    /// The font of the words that come.
    pub font: Option<String>,
}

impl Line {
    pub fn new() -> Line {
        Line {
            text: String::new(),
            before: Vec::new(),
            after: Vec::new(),
            hidden: String::new(),
            blank: true,
            not_shown: false,
            font: None,
        }
    }

    /// Puts what is anchored in a paragraph before its words or after them: never between.
    pub fn put(&mut self, piece: Piece) {
        match self.text.trim().is_empty() {
            true => self.before.push(piece),
            false => self.after.push(piece),
        }
    }

    /// What was put where the next piece goes.
    pub fn list_put(&self) -> &[Piece] {
        match self.text.trim().is_empty() {
            true => &self.before,
            false => &self.after,
        }
    }

    /// Writes words, blanks as XML has them: any number is one.
    pub fn write(&mut self, words: &str, hidden: bool) {
        for c in words.chars() {
            let c = match c {
                ' ' | '\t' | '\n' | '\r' if self.blank => continue,
                ' ' | '\t' | '\n' | '\r' => ' ',
                c if c.is_control() => continue,
                c => c,
            };
            self.blank = c == ' ';
            match hidden {
                true => self.hidden.push(c),
                false => self.text.push(c),
            }
        }
    }

    /// Writes words as they are.
    pub fn write_exactly(&mut self, words: &str, hidden: bool) {
        match hidden {
            true => self.hidden.push_str(words),
            false => self.text.push_str(words),
        }
        self.blank = words.ends_with('\n');
    }
}
