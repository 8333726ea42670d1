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
mod quotes;
mod reasons;
mod speakers;
mod speech;
mod suggest;
mod titles;

pub use lexicon::Lexicon;

use crate::credit::photo_credits;
use crate::newline::normalise_newlines;
use crate::release::Reading;
use crate::title::head;
use crate::tongue::language;
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
    let text = normalise_newlines(text);
    let head = head(&text);
    // A release of one line has its language in its title.
    let spoken = language(if head.body.is_empty() {
        &head.title
    } else {
        head.body
    });
    let credits = photo_credits(head.body);
    let mut lexed = Lexed::new(beginning(head.body), spoken);
    lexicon.mark(&mut lexed);
    for credit in &credits {
        let at = lexed.token_at(credit.start);
        if let Some(number) = lexed.tokens.get(at).map(|token| token.paragraph)
            && let Some(paragraph) = lexed.paragraphs.get_mut(number)
        {
            paragraph.credit = true;
        }
    }
    tag(&mut lexed);
    let mut title = Lexed::new(&head.title, spoken);
    tag(&mut title);
    let date = head.date.or_else(|| crate::date::in_text(head.body));
    let year = date.as_deref().and_then(|date| date.get(..4)?.parse().ok());
    let found = suggest::all(&lexed, &title, &credits, lexicon, year);
    Reading {
        title: head.title,
        date,
        language: spoken.map(str::to_owned),
        body: head.body.to_owned(),
        people: found.people,
        organisations: found.organisations,
        places: found.places,
        quotes: found.quotes,
        photo_credits: credits,
        paraphrases: found.paraphrases,
        event: found.event,
    }
}

/// Of a longer body only so many chars are looked through: a book is no release.
const LONGEST_BODY: usize = 100_000;

fn beginning(body: &str) -> &str {
    let end = body.char_indices().nth(LONGEST_BODY);
    end.map_or(body, |(byte, _)| &body[..byte])
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
