//! A token and a paragraph of a body.

use crate::cases::stem::stem_kk;
use crate::gazetteer::{self, Kinds};
pub(crate) use crate::text::tongue::Tongue;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Letters or digits.
    Word,
    /// One or two letters and a full stop: `Б.`
    Initial,
    /// `«`, `"` and the like.
    Quote,
    /// A dash between blanks.
    Dash,
    /// Any other sign.
    Sign(char),
}

/// A token. Offsets count chars of the body.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub sort: Sort,
    /// In Cyrillic and lower case.
    pub lower: String,
    /// [`Token::lower`] folded.
    pub folded: String,
    pub stem: String,
    pub kinds: Kinds,
    /// Begins with a capital.
    pub capital: bool,
    pub paragraph: usize,
    pub sentence: usize,
    /// The tagger's class, and whether an entity begins here.
    pub tag: Option<(String, bool)>,
}

impl Token {
    /// What the token is, in a word.
    pub fn sort_name(&self) -> &'static str {
        match self.sort {
            Sort::Word if self.capital => "Word",
            Sort::Word => "word",
            Sort::Initial => "initial",
            Sort::Quote => "quote",
            Sort::Dash => "dash",
            Sort::Sign(',') => ",",
            Sort::Sign('.') => ".",
            Sort::Sign(':') => ":",
            Sort::Sign(_) => "sign",
        }
    }

    /// What a token may be, by the whole word or a part of a hyphenated one.
    pub fn all_kinds(&self) -> Kinds {
        let mut all = self.kinds;
        if self.lower.contains('-') {
            for part in self.lower.split('-').filter(|part| part.len() > 4) {
                let stem = stem_kk(part);
                all = all.with(gazetteer::word(&stem, part).with(gazetteer::more(&stem, part)));
            }
        }
        all
    }
}

/// A line of the body that is not blank.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    /// Its tokens.
    pub tokens: std::ops::Range<usize>,
    pub tongue: Tongue,
    /// Given to a photo credit: nothing in it takes part in the text.
    pub credit: bool,
}
