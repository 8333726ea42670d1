//! Reading a release: its head, its people with what they did, organisations, places, quotes.

mod bylines;
mod clause_ru;
mod deeds;
mod english;
mod event;
mod grammar;
mod initials;
mod join;
mod lex;
mod lexicon;
mod mention;
mod merge;
mod name_parts;
mod name_words;
mod namesakes;
mod office_ru;
mod organisation_name_ru;
mod organisation_of_position;
mod organisation_words;
mod organisations;
mod organisations_kk;
mod organisations_ru;
mod people;
mod person_suggestion;
mod places;
mod position_appointed;
mod position_behind;
mod position_kk;
mod position_ru;
mod propose;
mod quotes;
mod read_text;
mod reasons;
mod speakers;
mod speech;
mod suggest;
mod titles;

pub use lexicon::Lexicon;
pub use propose::{NameKind, Proposal, QuoteProposal, Speaker, Speech, nominative_name};
pub use read_text::ReadText;

use crate::release::Reading;
use lex::{Lexed, Sort};

/// Reads a decoded release (see [`crate::decode`]), as [`read_with`] does without any known party.
pub fn read(text: &str) -> Reading {
    read_with(text, &Lexicon::default())
}

/// Reads a decoded release. What it finds is suggested, never a fact; each thing says why it is suggested.
///
/// A first line that begins `date YYYY-MM-DD` gives the date and, in its rest, the title; otherwise the first
/// line that is not blank is the title, and a line right before or after it that is only a date gives the
/// date. Where the first line is over 300 chars, hence running text, its first sentence serves as title (at
/// most 200 chars, cut at a word) and the body keeps it too. A text without a date of its own at the head takes
/// the first whole date of its first two paragraphs or its last. Of a body over 100,000 chars (fifty pages) only
/// the beginning is looked through for people and the like.
pub fn read_with(text: &str, lexicon: &Lexicon) -> Reading {
    ReadText::new(text, lexicon).into_reading()
}

/// The longest sentence that the tagger is asked about, in tokens; a longer one is cut.
const LONGEST: usize = 300;

/// Asks the tagger about every Kazakh sentence.
fn tag(lexed: &mut Lexed) {
    let Some(model) = crate::tagger::shipped() else {
        return;
    };
    let mut at = 0;
    while at < lexed.tokens.len() {
        let number = lexed.tokens[at].sentence;
        let mut end = at;
        while end < lexed.tokens.len().min(at + LONGEST) && lexed.tokens[end].sentence == number {
            end += 1;
        }
        if !lexed.is_russian(at) {
            let texts: Vec<String> = lexed.tokens[at..end].iter().map(seen).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            for (token, tag) in lexed.tokens[at..end].iter_mut().zip(model.tag(&texts)) {
                token.tag = tag
                    .split_once('-')
                    .map(|(place, class)| (class.to_owned(), place == "B"));
            }
        }
        at = end;
    }
}

/// A token as the training text prints it.
fn seen(token: &lex::Token) -> String {
    match token.sort {
        Sort::Quote => "«".to_owned(),
        Sort::Dash => "—".to_owned(),
        // Kazakh in Latin letters is shown as Cyrillic, with its capital.
        Sort::Word
            if token.text.is_ascii() && token.text != token.lower
                || token.text.contains(|c: char| c.is_ascii_alphabetic()) =>
        {
            let mut letters = token.lower.chars();
            match letters.next() {
                Some(first) if token.capital => first.to_uppercase().chain(letters).collect(),
                _ => token.lower.clone(),
            }
        }
        _ => token.text.clone(),
    }
}
