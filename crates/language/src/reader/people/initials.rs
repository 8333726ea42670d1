//! Names with initials and with honorifics: «Б. Исабаев», «Исабаев Б.», «Болат аға Сейітов».

use crate::gazetteer::Kinds;
use crate::names::kazakh::nominative_kk;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::reader::people::mention::{Mention, NameSign};
use crate::reader::people::name_parts::build_name;
use crate::reader::people::name_words::{is_name_word, surname_like};
use std::ops::Range;

/// «Б. Исабаев», «Т.С. Омаров».
pub(crate) fn with_initials(lexed: &Lexed, at: usize) -> Option<Mention> {
    let mut last = at;
    while last < at + 3 && lexed.tokens.get(last)?.sort == Sort::Initial {
        last += 1;
    }
    let surname = lexed.tokens.get(last)?;
    let near = lexed.tokens[last - 1].end + 1 >= surname.start;
    let common = surname
        .kinds
        .any(Kinds::ORGANISATION_HEAD.with(Kinds::POSITION_HEAD))
        && !surname_like(surname);
    if !(near && is_name_word(surname) && surname.text.chars().nth(2).is_some() && !common) {
        return None;
    }
    let mention = build_name(lexed, last, 1, NameSign::Surname);
    Some(with_initials_set(lexed, mention, at..last))
}

/// A name that is built of its words, with the initials right before or behind them.
pub(crate) fn with_initials_set(
    lexed: &Lexed,
    mut mention: Mention,
    initials: Range<usize>,
) -> Mention {
    let words = (mention.first, mention.last);
    if mention.surname.is_none() {
        mention.surname = mention.given.take();
    }
    set_initials(lexed, &mut mention, initials.start, initials.end);
    if initials.start < words.0 {
        mention.first = initials.start;
        mention.blanks.1 = lexed.tokens[initials.end - 1].end < lexed.tokens[words.0].start;
    } else {
        mention.last = initials.end - 1;
        mention.surname_first = true;
    }
    mention
}

fn set_initials(lexed: &Lexed, mention: &mut Mention, begin: usize, end: usize) {
    mention.initials = (begin..end)
        .map(|at| lexed.tokens[at].text.trim_end_matches('.').to_owned())
        .collect();
    mention.blanks.0 = (begin + 1..end).any(|at| lexed.tokens[at - 1].end < lexed.tokens[at].start);
}

/// «Исабаев Б.», «Омаров Т.С.», where no surname follows.
pub(crate) fn surname_initials(lexed: &Lexed, at: usize) -> Option<Mention> {
    let mut last = at + 1;
    while last < at + 3
        && lexed
            .tokens
            .get(last)
            .is_some_and(|t| t.sort == Sort::Initial && t.paragraph == lexed.tokens[at].paragraph)
    {
        last += 1;
    }
    if last == at + 1
        || lexed.tokens.get(last).is_some_and(|t| {
            is_name_word(t) && surname_like(t) && t.start <= lexed.tokens[last - 1].end + 1
        })
    {
        return None;
    }
    let mention = build_name(lexed, at, 1, NameSign::Surname);
    Some(with_initials_set(lexed, mention, at + 1..last))
}

/// Words of respect in small letters that stand inside a name or behind it.
pub(crate) fn is_honorific(token: &Token) -> bool {
    const HONORIFICS: [&str; 11] = [
        "ақсақал",
        "батыр",
        "қажы",
        "әже",
        "апа",
        "апай",
        "ата",
        "аға",
        "ағай",
        "ханым",
        "мырза",
    ];
    HONORIFICS.contains(&token.text.as_str())
}

/// «Кәмила апа Оспанова», «Болат аға Сейітов»: an honorific in small letters inside the name.
pub(crate) fn with_honorific(lexed: &Lexed, at: usize, given: bool) -> Option<Mention> {
    let (between, last) = (lexed.tokens.get(at + 1)?, lexed.tokens.get(at + 2)?);
    let beside = between.sentence == last.sentence && last.start == between.end + 1;
    let hajji =
        between.text.ends_with("ажы") && !crate::reader::people::name_words::means_else(last);
    let named = is_name_word(last) && (surname_like(last) || hajji);
    if !(given && beside && named && is_honorific(between)) {
        return None;
    }
    let mut mention = build_name(lexed, at + 2, 1, NameSign::List);
    mention.first = at;
    mention.surname = mention.surname.or(mention.given.take());
    let own = &lexed.tokens[at].text;
    // «Сержан қажы Мұратұлы»: a title that is part of the name
    mention.given = Some(match between.text.as_str() {
        "қажы" => format!("{own} {}", between.text),
        _ => nominative_kk(own),
    });
    Some(mention)
}
