//! Reading a release: its head, its people with what they did, organisations, places, quotes.

mod as_came;
mod en;
mod event;
mod found;
mod grammar;
mod habits;
mod kk;
mod languages;
mod learned;
mod lex;
mod lexicon;
mod likely;
mod marks;
mod merge;
mod organisations;
mod people;
mod place_words;
mod places;
mod propose;
mod read_text;
mod reasons;
mod ru;
mod speech;
mod suggest;
mod table_heads;
mod tagging;
mod teaching;
mod understood;

pub use learned::{Calibration, Layer, Learned, SuggestionKind, choose_roles, role_set};
pub use lexicon::Lexicon;
pub use likely::Grounds;
pub use propose::{NameKind, Proposal, QuoteProposal, Speaker, Speech, nominative_name};
pub use read_text::{ReadText, title_and_date};

pub use teaching::{Lesson, RoleLesson, SpeakerLesson, lesson, role_lessons, speaker_lessons};

use crate::release::Reading;

/// Reads a decoded release (see [`crate::decode`]), as [`read_with`] does without any known party.
pub fn read(text: &str) -> Reading {
    read_with(text, &Lexicon::default())
}

/// Reads a decoded release. What it finds is suggested, never a fact; each thing says why it is suggested.
///
/// A first line that begins `date YYYY-MM-DD` gives the date and, in its rest, the title. Otherwise the title is the
/// first line that is one: no date, no small print of a page, no signature, label or greeting; a date line above or below
/// it gives the date. Where the first such line is running text, its first sentence serves as title (at most 200 chars,
/// cut at a word) and the body keeps it too. A text without a date of its own at the head takes that of a line at its end,
/// or else the first whole date of its first two paragraphs or its last. Of a body over 100,000 chars (fifty pages) only
/// the beginning is looked through for people and the like.
pub fn read_with(text: &str, lexicon: &Lexicon) -> Reading {
    ReadText::new(text, lexicon).into_reading()
}
