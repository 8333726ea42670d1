//! A line cut into numbers, words and marks.

use unicode_normalization::UnicodeNormalization;

use crate::dates::vocabulary::{kazakh_of_latin, month};
use crate::text::fold::{fold, is_dash};
use crate::text::marks::is_invisible;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Digits, as they stand.
    Number(String),
    /// Letters, folded.
    Word(String),
    Mark(char),
}

#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub kind: Kind,
    /// Whether it stands right behind the one before it.
    pub glued: bool,
    /// Of a word: whether it begins with a capital.
    pub capital: bool,
    /// Of a word: as it stands, in small letters.
    pub lower: String,
}

/// Cuts a text; blanks and marks that take no room part words and are gone.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.nfc().filter(|c| !is_invisible(*c)).collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut glued = false;
    while at < chars.len() {
        let begin = at;
        let is_digit = |c: &char| c.is_ascii_digit();
        let run = |is: &dyn Fn(&char) -> bool| chars[begin..].iter().take_while(|c| is(c)).count();
        if chars[at].is_whitespace() {
            at += 1;
            glued = false;
            continue;
        }
        let (kind, lower) = if is_digit(&chars[at]) {
            at += run(&is_digit);
            (
                Kind::Number(chars[begin..at].iter().collect()),
                String::new(),
            )
        } else if chars[at].is_alphabetic() {
            at += run(&|c| c.is_alphabetic());
            let word: String = chars[begin..at].iter().collect();
            let lower = word.to_lowercase();
            let folded = fold(&word);
            // «Mamyr» is no word of Russian or English dates, but «May» is
            let kazakh = match month(&folded) {
                Some(_) => None,
                None => kazakh_of_latin(&lower),
            };
            (Kind::Word(kazakh.unwrap_or(folded)), lower)
        } else {
            at += 1;
            (Kind::Mark(chars[begin]), String::new())
        };
        tokens.push(Token {
            kind,
            glued,
            capital: chars[begin].is_uppercase(),
            lower,
        });
        glued = true;
    }
    tokens
}

impl Token {
    /// The word, folded.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The number's digits.
    pub fn digits(&self) -> Option<&str> {
        match &self.kind {
            Kind::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// The number that so many digits write.
    pub fn number(&self, length: usize) -> Option<u32> {
        self.digits()
            .filter(|digits| digits.len() == length)
            .and_then(|digits| digits.parse().ok())
    }

    /// The number of one or two digits.
    pub fn short_number(&self) -> Option<u32> {
        self.number(1).or_else(|| self.number(2))
    }

    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Mark(mark) if is_dash(mark))
    }

    /// A hyphen, which joins; a dash parts.
    pub fn is_hyphen(&self) -> bool {
        matches!(self.kind, Kind::Mark('-' | '\u{2010}' | '\u{2011}'))
    }
}
