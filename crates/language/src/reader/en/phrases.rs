//! Positions and organisations of English paragraphs: phrases of capitals with a telling noun.

use crate::reader::found::Phrase;
use crate::reader::found::{FoundOrganisation, OrganisationSign};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::word_list::{WordList, word_list};

/// How far a phrase may reach, in tokens.
const REACH: usize = 16;

/// Nouns that name a position, lower case.
static POSITIONS: WordList = word_list!("en/positions");

/// Nouns that end, or begin, an organisation's name, lower case.
static ORGANISATIONS: WordList = word_list!("en/organisations");

/// Nouns of places, and words that begin a sentence, lower case.
static COMMON: WordList = word_list!("en/common");

/// Whether a word of capitals is no part of a person's name.
pub(crate) fn is_common(token: &Token) -> bool {
    is_one_of(token, &COMMON) || is_one_of(token, &POSITIONS) || is_one_of(token, &ORGANISATIONS)
}

fn is_one_of(token: &Token, words: &WordList) -> bool {
    token.sort == Sort::Word && words.has(&token.text.to_lowercase())
}

/// Small words inside a name or position.
fn joins(token: &Token) -> bool {
    token.sort == Sort::Word
        && matches!(
            token.text.as_str(),
            "of" | "the" | "and" | "for" | "on" | "at" | "in"
        )
}

fn may_stand_in_position(token: &Token) -> bool {
    token.sort == Sort::Word
        && (token.capital
            || joins(token)
            || is_one_of(token, &POSITIONS)
            || is_one_of(token, &ORGANISATIONS))
}

/// The position right before a name: «Deputy Akim of Zhetisu Region Daniyar Beisekov».
pub(crate) fn positions_before(lexed: &Lexed, first: usize, floor: usize) -> Vec<Phrase> {
    let lowest = lexed
        .sentence_of(first)
        .start
        .max(floor)
        .max(first.saturating_sub(REACH));
    let mut start = first;
    while start > lowest && may_stand_in_position(&lexed.tokens[start - 1]) {
        start -= 1;
    }
    // what joins it to the words before is no part of it
    while start < first && joins(&lexed.tokens[start]) {
        start += 1;
    }
    let told = (start..first).any(|at| is_one_of(&lexed.tokens[at], &POSITIONS));
    let whole = first > start && !joins(&lexed.tokens[first - 1]);
    (told && whole)
        .then(|| (start, first - 1))
        .into_iter()
        .collect()
}

/// The position behind a name: «Anna Lindqvist, director of the fund, said».
pub(crate) fn positions_behind(lexed: &Lexed, last: usize) -> Vec<Phrase> {
    let sentence = lexed.sentence_of(last).end;
    let opens = lexed
        .tokens
        .get(last + 1)
        .is_some_and(|mark| mark.sort == Sort::Dash || mark.sort == Sort::Sign(','));
    let mut start = last + 2;
    if !opens || start >= sentence {
        return Vec::new();
    }
    if joins(&lexed.tokens[start]) {
        start += 1;
    }
    let end = (start..sentence)
        .take(REACH)
        .find(|at| lexed.tokens[*at].sort != Sort::Word)
        .unwrap_or(sentence.min(start + REACH));
    let told = (start..end.min(start + 4)).any(|at| is_one_of(&lexed.tokens[at], &POSITIONS));
    let closed = lexed
        .tokens
        .get(end)
        .is_none_or(|token| !matches!(token.sort, Sort::Word | Sort::Initial));
    (told && closed && end > start)
        .then(|| (start, end - 1))
        .into_iter()
        .collect()
}

/// The organisation of capitals around a telling noun: «Eurasian Water Fund», «Ministry of Culture».
pub(crate) fn organisation_around(
    lexed: &Lexed,
    at: usize,
    people: &[(usize, usize)],
) -> Option<FoundOrganisation> {
    let token = &lexed.tokens[at];
    if !token.capital || !is_one_of(token, &ORGANISATIONS) {
        return None;
    }
    let sentence = lexed.sentence_of(at);
    let free = |at: usize| !people.iter().any(|(a, b)| (*a..=*b).contains(&at));
    let named = |at: usize| {
        let token = &lexed.tokens[at];
        token.sort == Sort::Word && token.capital && free(at) && !is_one_of(token, &POSITIONS)
    };
    let mut first = at;
    while first > sentence.start && named(first - 1) {
        first -= 1;
    }
    if first < at && matches!(lexed.tokens[first].text.as_str(), "The" | "A" | "An") {
        first += 1;
    }
    let mut last = at;
    // «… of Zhetisu Region», «… of Culture and Sports», «… for the Blind»
    let mut next = at + 1;
    while next < sentence.end.min(at + REACH) && (joins(&lexed.tokens[next]) || named(next)) {
        if named(next) {
            last = next;
        } else if next > last + 2 {
            break;
        }
        next += 1;
    }
    // «Akimat of Zhetisu Region and the Eurasian Water Fund»: two
    if let Some(other) = (at + 1..=last).find(|at| is_one_of(&lexed.tokens[*at], &ORGANISATIONS))
        && let Some(and) = (at + 1..other).find(|at| lexed.tokens[*at].text == "and")
    {
        last = and - 1;
    }
    (last > first).then(|| FoundOrganisation {
        first,
        last,
        name: lexed.between(first, last),
        by: OrganisationSign::Head,
    })
}
