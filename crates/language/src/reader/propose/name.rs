//! The name of a span that nobody found: its parts and its nominative, by the reader's grammar.

use super::proposal::NameKind;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::reader::lexicon::Lexicon;
use crate::reader::people::initials::{is_honorific, with_initials_set};
use crate::reader::people::mention::{Mention, NameSign};
use crate::reader::people::name_parts::build_name;
use crate::reader::people::names::{name_at, on_record};

/// A printed name in the nominative, on one line, by itself: as the archive has it on record, else by the grammar of
/// its language (`kk`, `kk-Latn`, `ru`, `en`; any other is told by the words).
pub fn nominative_name(
    printed: &str,
    kind: NameKind,
    language: Option<&str>,
    lexicon: &Lexicon,
) -> String {
    let line = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    let spoken = ["kk", "kk-Latn", "ru", "en"]
        .into_iter()
        .find(|known| Some(*known) == language);
    let lexed = Lexed::new(&line, spoken);
    let Some(last) = lexed.tokens.len().checked_sub(1) else {
        return line;
    };
    match kind {
        NameKind::Person => of_person(&lexed, 0, last, lexicon).name(),
        NameKind::Organisation => super::organisation::name_of(&lexed, 0, last, lexicon),
        NameKind::Place => super::place::name_of(&lexed, 0, last),
    }
}

/// The tokens of a selection that are a person's name: without the small words in front of it and behind it.
pub(super) fn trimmed(lexed: &Lexed, mut first: usize, mut last: usize) -> (usize, usize) {
    let names = |token: &Token| token.capital && matches!(token.sort, Sort::Word | Sort::Initial);
    let whole = (first, last);
    while first < last && !names(&lexed.tokens[first]) {
        first += 1;
    }
    while last > first && !names(&lexed.tokens[last]) && !is_honorific(&lexed.tokens[last]) {
        last -= 1;
    }
    match names(&lexed.tokens[first]) {
        true => (first, last),
        false => whole,
    }
}

/// The name that these tokens make, whether or not it has the form of one.
pub(super) fn of_person(lexed: &Lexed, first: usize, last: usize, lexicon: &Lexicon) -> Mention {
    let found = name_at(lexed, first, false, lexicon);
    if let Some(mention) = found.filter(|mention| mention.last == last) {
        return mention;
    }
    let initials = |at: &usize| lexed.tokens[*at].sort == Sort::Initial;
    let ahead = (first..=last).take_while(initials).count();
    let behind = match ahead {
        0 => (first..=last).rev().take_while(initials).count(),
        _ => 0,
    };
    let (begin, end) = (first + ahead, last + 1 - behind);
    let words = (begin..end).all(|at| lexed.tokens[at].sort == Sort::Word);
    if begin >= end || !words || end - begin > 3 {
        return phrase(lexed, first, last);
    }
    if ahead + behind == 0
        && let Some(mention) =
            on_record(lexed, begin, end - begin, lexicon).filter(|mention| mention.last == last)
    {
        return mention;
    }
    let mention = build_name(lexed, begin, end - begin, NameSign::Surname);
    match (ahead, behind) {
        (0, 0) => mention,
        (_, 0) => with_initials_set(lexed, mention, first..begin),
        _ => with_initials_set(lexed, mention, end..last + 1),
    }
}

/// Of a name of many words, or with signs between them, only the last word can carry a case.
fn phrase(lexed: &Lexed, first: usize, last: usize) -> Mention {
    let end = build_name(lexed, last, 1, NameSign::Surname);
    let own = end.surname.or(end.given);
    Mention {
        first,
        last,
        given: (first < last).then(|| lexed.between(first, last - 1)),
        surname: own,
        ..Mention::default()
    }
}
