//! What may stand beside a date on its line: a weekday, a town, a label, the number of a release.

use crate::dates::tokens::{Kind, Token};
use crate::dates::vocabulary::{is_filler, is_weekday, month, year_word};
use crate::gazetteer;
use crate::text::fold::fold;
use crate::text::latin::cyrillic;
use crate::word_list::{WordList, word_list};

/// Words that say nothing but what kind of date or paper it is.
static BESIDE: WordList = word_list!("beside-dates");

/// Nouns of towns, regions and streets, and how they are shortened.
static PLACES: WordList = word_list!("place-nouns");

/// No number of a paper has more parts.
const MAX_IN_NUMBER: usize = 10;

/// No place with its noun is longer, in words.
const MAX_PLACE: usize = 4;

/// No name of a place or a press service is longer, in words.
const MAX_WORDS: usize = 6;

/// Whether all that stands beside a date only goes with it.
pub(crate) fn only_goes_along(tokens: &[Token]) -> bool {
    let mut group: Vec<&Token> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match &token.kind {
            Kind::Word(_) => group.push(token),
            Kind::Number(_) => {
                // «№ 12», «№ 12-п», «№ 01-12/45»
                let is_sign = |token: &Token| token.is_mark('№') || token.is_mark('#');
                let own = tokens[..at].iter().rev().take(MAX_IN_NUMBER);
                let glued = own
                    .clone()
                    .zip(tokens[..=at].iter().rev())
                    .take_while(|(before, after)| after.glued || is_sign(before))
                    .any(|(before, _)| is_sign(before));
                let numbered = glued || own.take(3).any(is_sign);
                if !numbered {
                    return false;
                }
            }
            Kind::Mark('?' | '!' | '%' | '~' | '=' | '*') => return false,
            Kind::Mark('.' | '\'' | '’') => {}
            Kind::Mark(_) if token.is_hyphen() && token.glued => {}
            Kind::Mark(_) => {
                if !goes_along(&std::mem::take(&mut group)) {
                    return false;
                }
            }
        }
    }
    goes_along(&group)
}

fn goes_along(group: &[&Token]) -> bool {
    let is_plain = |token: &Token| {
        token.word().is_some_and(|word| {
            is_beside(word, &token.lower)
                || is_weekday(word)
                || is_filler(word)
                || year_word(word).is_some()
        })
    };
    let begin = group.iter().position(|token| !is_plain(token));
    let Some(begin) = begin else {
        return true;
    };
    let end = group
        .iter()
        .rposition(|token| !is_plain(token))
        .unwrap_or(begin)
        + 1;
    let names = &group[begin..end];
    // «27 ақпан – Жетісу күні» says what the day is, and is a title
    let is_feast = group.iter().any(|token| {
        token
            .word()
            .is_some_and(|word| matches!(word, "куни" | "кун" | "день" | "day"))
    });
    !is_feast && names.len() <= MAX_WORDS && (is_place(names, group) || is_press_service(group))
}

/// Whether a word only says what kind of date or paper it is, in Kazakh of either alphabet, Russian or English.
fn is_beside(folded: &str, lower: &str) -> bool {
    BESIDE.has(folded) || BESIDE.has(&fold(&cyrillic(lower)))
}

/// Whether a line has no number and only words that say what kind of date or paper stands beside them: «Жарияланған
/// күні:».
pub(crate) fn is_label_of_date(tokens: &[Token]) -> bool {
    let mut words = tokens.iter().filter(|token| token.word().is_some());
    words.clone().next().is_some()
        && !tokens.iter().any(|token| token.digits().is_some())
        && words.all(|token| {
            token
                .word()
                .is_some_and(|word| is_beside(word, &token.lower))
        })
}

/// Whether a line names a place and nothing else: «Талдықорған қаласы», «г. Алматы».
pub(crate) fn is_place_alone(tokens: &[Token]) -> bool {
    let only_signs = |token: &Token| {
        token.word().is_some()
            || token.is_hyphen()
            || ['.', ',', ':'].into_iter().any(|mark| token.is_mark(mark))
    };
    let mut parts = tokens
        .split(|token| token.is_mark(','))
        .map(|part| part.iter().filter(|token| token.word().is_some()).collect());
    tokens.iter().all(only_signs)
        && parts.all(|part: Vec<&Token>| is_place(&part, &part) && is_nothing_but_place(&part))
}

/// Of a line in capitals each word might be a name: all have to be known, or the noun of a place stands at an end.
fn is_nothing_but_place(part: &[&Token]) -> bool {
    let noun_at_end = |token: Option<&&Token>, own: &[&str]| {
        token.is_some_and(|token| {
            is_place_noun(token) && token.word().is_some_and(|word| !own.contains(&word))
        })
    };
    // «Жаңа қала» is any town
    let behind = noun_at_end(part.last(), &["кала", "ауыл", "облыс", "аудан", "кент"]);
    let before = noun_at_end(part.first(), &[]);
    part.iter()
        .all(|token| is_known(token) || is_place_noun(token))
        || part.len() <= MAX_PLACE && (behind || before)
}

/// Whether some word names a place that is known, or is the noun of one.
pub(crate) fn names_place(tokens: &[Token]) -> bool {
    let names: Vec<&Token> = tokens.iter().collect();
    // «қазан» is October before it is a town
    let is_town =
        |token: &Token| is_known(token) && token.word().is_none_or(|word| month(word).is_none());
    names
        .iter()
        .any(|token| is_town(token) || is_place_noun(token))
}

fn is_place_noun(token: &Token) -> bool {
    token.word().is_some_and(|word| {
        PLACES.has(word) || word == "г" || PLACES.has(&fold(&cyrillic(&token.lower)))
    })
}

fn is_known(token: &Token) -> bool {
    gazetteer::is_place_to_the_letter(&token.lower)
        || gazetteer::is_place_to_the_letter(&cyrillic(&token.lower))
}

/// «Талдықорған қаласы», «г. Алматы», «Жетісу облысы»: capitals, and a place's noun or a place that is known.
fn is_place(names: &[&Token], group: &[&Token]) -> bool {
    let (noun, known) = (is_place_noun, is_known);
    // «Балпық би ауылы»: a short word in small letters may stand within
    let within = |token: &Token| token.lower.chars().nth(3).is_none();
    let is_name = names
        .iter()
        .enumerate()
        .all(|(at, token)| token.capital || noun(token) || at > 0 && within(token));
    // «Қазақстан» is a noun of the list and a name as well
    let state = names.iter().any(|token| token.capital && known(token));
    is_name
        && (names.iter().any(|token| known(token)) || group.iter().any(|token| noun(token)))
        && (state || names.iter().any(|token| !noun(token)))
}

/// «Жетісу облысы әкімдігінің баспасөз қызметі», «Пресс-служба акима области».
fn is_press_service(group: &[&Token]) -> bool {
    let words: Vec<&str> = group.iter().filter_map(|token| token.word()).collect();
    matches!(
        words.as_slice(),
        ["пресс", "служба" | "службы" | "центр", ..]
            | ["press", "service" | "office", ..]
            | [.., "баспасоз", "кызмети" | "орталыгы"]
            | [.., "пресс", "служба"]
    )
}
