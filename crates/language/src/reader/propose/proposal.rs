//! What is asked of a selection, and what is answered.

use std::ops::Range;

use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::release::{Role, Span};

/// What a name is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// One human being.
    Person,
    /// A corporate body.
    Organisation,
    /// A place.
    Place,
}

/// What a selection names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The span that is meant: whole words, both quotation marks or none. It counts chars of the reading's body.
    pub span: Span,
    /// The name in the nominative, as the text gives it in full: of «Омаровтың» behind «Асан Омаров» that is Асан
    /// Омаров.
    pub name: String,
    /// The name of this span alone, in the nominative: Омаров.
    pub form: String,
    /// The positions that the text prints beside the name, to the letter; none where it is no person's.
    pub positions: Vec<String>,
    /// The organisation that the first position with one names, in the nominative.
    pub organisation: Option<String>,
    /// What the person did; empty where it is no person's name.
    pub roles: Vec<Role>,
    /// Whether the reader found the name by itself.
    pub found: bool,
}

/// A selection in a text that was read: what the hand selected and the words that it means, in chars and in tokens.
pub(crate) struct Selected {
    /// Chars of the text that was read.
    pub span: Range<usize>,
    /// First and last token.
    pub first: usize,
    pub last: usize,
    /// Whether the hand selected nothing: the word it stands in is meant.
    pub empty: bool,
    /// Whether the hand selected whole words.
    pub whole: bool,
}

impl Selected {
    pub fn touches(&self, first: usize, last: usize) -> bool {
        first <= self.last && self.first <= last
    }

    /// Whether the hand selected whole words, and some of them stand outside two tokens.
    pub fn goes_beyond(&self, lexed: &Lexed, first: usize, last: usize) -> bool {
        let outside = (self.first..first).chain(last + 1..self.last + 1);
        let is_word = |at: usize| matches!(lexed.tokens[at].sort, Sort::Word | Sort::Initial);
        self.whole && !self.empty && outside.into_iter().any(is_word)
    }

    /// So many of its tokens lie between two others.
    pub fn overlap(&self, first: usize, last: usize) -> usize {
        (last.min(self.last) + 1).saturating_sub(first.max(self.first))
    }
}
