//! The name of a span that nobody found: its parts and its nominative, by the reader's grammar.

use super::proposal::NameKind;
use crate::reader::grammar::PartsAt;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::reader::lexicon::Lexicon;
use crate::reader::people::initials::{is_honorific, with_initials_set};
use crate::reader::people::mention::{Mention, NameSign};
use crate::reader::people::name_parts::build_name;
use crate::reader::people::names::{name_at, on_record};
use crate::text::fold::fold;
use crate::text::latin::cyrillic;
use crate::text::token::words;

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

/// The name that these tokens make, whether or not it has the form of one. It has each of their words.
pub(super) fn of_person(lexed: &Lexed, first: usize, last: usize, lexicon: &Lexicon) -> Mention {
    let mention = by_form(lexed, first, last, lexicon);
    match keeps_words(lexed, (first, last), &mention.name()) {
        true => mention,
        // «Асан Омаров Серік»: a name has a given name, a surname and a patronymic, and this has one word more
        false => phrase(lexed, first, last),
    }
}

/// Whether a name has a word for each that these tokens print, in whatever case. A word of respect may be missing.
pub(super) fn keeps_words(lexed: &Lexed, (first, last): (usize, usize), name: &str) -> bool {
    let mut own: Vec<String> = words(name).map(|word| fold(&cyrillic(word.text))).collect();
    let printed = lexed.tokens.get(first..=last).unwrap_or_default();
    printed
        .iter()
        .filter(|token| is_word(token) && !is_honorific(token))
        .all(|token| {
            let word = token.folded.trim_end_matches('.');
            let found = own.iter().position(|other| may_be_one(word, other));
            found.map(|at| own.swap_remove(at)).is_some()
        })
}

/// Whether two folded words may be forms of one, or one the initial of the other: «Павлу» and Павел.
fn may_be_one(one: &str, other: &str) -> bool {
    let alike = one.chars().zip(other.chars());
    let alike = alike.take_while(|(a, b)| a == b).count();
    let shorter = one.chars().count().min(other.chars().count());
    alike >= shorter.saturating_sub(3).max(1)
}

/// Whether a token is a word, not a sign.
pub(super) fn is_word(token: &Token) -> bool {
    matches!(token.sort, Sort::Word | Sort::Initial)
}

fn by_form(lexed: &Lexed, first: usize, last: usize, lexicon: &Lexicon) -> Mention {
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

/// A name of many words, or with signs between them, to the letter but for its case: that of its last word, or where all
/// words of a name agree, of each that has a capital.
fn phrase(lexed: &Lexed, first: usize, last: usize) -> Mention {
    let language = languages::at(lexed, last);
    let declines = |at: usize| {
        let token = &lexed.tokens[at];
        token.capital && token.sort == Sort::Word
    };
    let own = |at: usize| -> Option<String> {
        if !declines(at) {
            return None;
        }
        if at == last {
            let end = build_name(lexed, last, 1, NameSign::Surname);
            return end.surname.or(end.given);
        }
        // beside the last word, whose case it shares
        let agrees = !language.habits().last_word_declines && declines(last);
        let parts = PartsAt {
            first: at,
            length: last + 1 - at,
            given: Some(0),
            patronymic: None,
            surname: Some(last - at),
        };
        agrees.then(|| language.nominative_of(lexed, &parts).given)?
    };
    let mut name = String::new();
    for at in first..=last {
        let token = &lexed.tokens[at];
        // a name is one line, whatever stands between its words
        if at > first && lexed.tokens[at - 1].end < token.start {
            name.push(' ');
        }
        name.push_str(&own(at).unwrap_or_else(|| token.text.clone()));
    }
    Mention {
        first,
        last,
        surname: Some(name),
        ..Mention::default()
    }
}
