//! Where the body names people.

use crate::names::name_key::name_key;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::reader::lexicon::Lexicon;
use crate::reader::people::initials::with_initials;
pub(crate) use crate::reader::people::mention::{Mention, NameSign};
use crate::reader::people::name_parts::build_name;
use crate::reader::people::name_rules::NameWords;
use crate::reader::people::name_words::{is_name_word, means_else};
use crate::text::token::words;

/// Every name of a body, in order. `known` has the people of the archive.
pub(crate) fn find_names(lexed: &Lexed, known: &Lexicon) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lexed.tokens.len() {
        let skipped = lexed
            .paragraphs
            .get(lexed.tokens[at].paragraph)
            .is_some_and(|p| p.credit);
        let joined = found.last().is_some_and(|last: &Mention| {
            last.is_full() && last.last + 2 == at && is_and(&lexed.tokens[at - 1])
        });
        match (!skipped)
            .then(|| name_at(lexed, at, joined, known))
            .flatten()
        {
            Some(mention) => {
                at = mention.last + 1;
                found.push(mention);
            }
            None => at += 1,
        }
    }
    found
}

/// The names of a credit. Where two words of capitals stand alone between commas, and one is a given name or neither
/// means anything else, they are a name without a telling form.
pub(crate) fn find_names_of_credit(lexed: &Lexed, known: &Lexicon) -> Vec<Mention> {
    let mut found = find_names(lexed, known);
    let parts = (0..=lexed.tokens.len()).filter(|at| {
        *at == lexed.tokens.len() || matches!(lexed.tokens[*at].sort, Sort::Sign(',' | '/' | ';'))
    });
    let mut first = 0;
    for end in parts {
        let whole = first..end;
        first = end + 1;
        let fits = whole.len() == 2
            && whole
                .clone()
                .all(|at| is_name_word(&lexed.tokens[at]) && !means_else(&lexed.tokens[at]))
            && !found.iter().any(|mention| {
                mention.last > whole.start && mention.first < whole.end && mention.is_full()
            });
        if fits {
            found.retain(|mention| !whole.contains(&mention.first));
            found.push(build_name(lexed, whole.start, 2, NameSign::Surname));
        }
    }
    found.sort_by_key(|mention| mention.first);
    found
}

/// «және», «мен»: what joins two people.
fn is_and(token: &Token) -> bool {
    matches!(token.lower.as_str(), "және" | "мен" | "бен" | "пен")
}

/// The name that begins at a token. `joined`: whether a name stands right before it, and «және» between.
pub(crate) fn name_at(lexed: &Lexed, at: usize, joined: bool, known: &Lexicon) -> Option<Mention> {
    if lexed.tokens[at].sort == Sort::Initial {
        return with_initials(lexed, at);
    }
    let words = NameWords::at(lexed, at, joined)?;
    on_record(lexed, at, words.length, known).or_else(|| words.name())
}

/// A person whom the archive knows.
pub(crate) fn on_record(
    lexed: &Lexed,
    at: usize,
    length: usize,
    known: &Lexicon,
) -> Option<Mention> {
    if !known.has_people() {
        return None;
    }
    (2..=length.min(3)).rev().find_map(|length| {
        let mut keys: Vec<String> = (at..at + length)
            .map(|at| name_key(&lexed.tokens[at].text))
            .collect();
        keys.sort();
        let name = known.person(&keys)?;
        let mut mention = build_name(lexed, at, length, NameSign::Record);
        let parts = [
            &mut mention.given,
            &mut mention.surname,
            &mut mention.patronymic,
        ];
        for word in parts.into_iter().flatten() {
            as_recorded(word, name);
        }
        Some(mention)
    })
}

/// The nominative is as it is on record, where the text spells the name so; another spelling stays the text's.
fn as_recorded(word: &mut String, name: &str) {
    let key = name_key(word);
    let own = words(name).find(|own| name_key(own.text) == key);
    if let Some(own) = own {
        let (ours, theirs) = (word.to_lowercase(), own.text.to_lowercase());
        if ours.starts_with(&theirs) || theirs.starts_with(&ours) {
            *word = own.text.to_owned();
        }
    }
}
