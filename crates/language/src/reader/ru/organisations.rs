//! Organisations in Russian text: the head noun first, what it is of behind it; and their nominative.

use crate::gazetteer::Kinds;
use crate::reader::found::{FoundOrganisation, OrganisationSign, floor_of};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::marks::closes;
use crate::reader::organisations::words::{is_level, is_state, opens_sentence};
use crate::reader::ru::bodies::{is_head, is_house};
use crate::reader::ru::offices::is_adjective;
use crate::reader::ru::organisation_name::{russian_name, russian_noun};
use crate::reader::ru::verbs::is_verb;
use crate::word_list::{WordList, word_list};

/// An organisation whose head noun stands at `at`.
pub(crate) fn organisation_at_noun(
    lexed: &Lexed,
    at: usize,
    people: &[(usize, usize)],
) -> Option<FoundOrganisation> {
    if let Some(found) = numbered(lexed, at).or_else(|| abbreviated(lexed, at, people)) {
        return Some(found);
    }
    if !is_head(lexed, at)
        || lexed.tokens[at].kinds.any(Kinds::POSITION_HEAD)
        || people
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&at))
    {
        return None;
    }
    let floor = floor_of(lexed, at, people);
    if let Some(found) = named_before(lexed, at) {
        return Some(found);
    }
    let first = russian_start(lexed, at, floor);
    let last = russian_end(lexed, at, people);
    let telling = (first..=last).any(|at| {
        let token = &lexed.tokens[at];
        token.sort == Sort::Quote
            || token.sort == Sort::Sign('№')
            || token.capital && token.sort == Sort::Word && !opens_sentence(lexed, at)
            || is_level(token)
            || token.capital
                && token.kinds.any(Kinds::ORGANISATION_HEAD)
                && last > at
                && first == at
    }) || is_state(lexed, at) && last > at
        // «общественный совет района»
        || ["совет", "комисси", "комитет", "коллеги"]
            .iter()
            .any(|word| lexed.tokens[at].lower.starts_with(word))
            && first < at
        || is_house(lexed, at);
    // «областной центр» is a town, «команда Казахстана» plays
    let common = ["центр", "команд", "сборн"]
        .iter()
        .any(|word| lexed.tokens[at].lower.starts_with(word));
    if lexed.tokens[at].lower.starts_with("союз")
        && at > 0
        && lexed.tokens[at - 1].lower.starts_with("советск")
    {
        return None;
    }
    let named = !common
        || lexed.tokens[at].capital
        || (first..=last).any(|at| matches!(lexed.tokens[at].sort, Sort::Quote | Sort::Sign('№')));
    (telling && named && last > first).then(|| FoundOrganisation {
        first,
        last,
        name: russian_name(lexed, first, at, last),
        by: OrganisationSign::Head,
    })
}

/// «Назарбаев Университет»: the name stands before the noun, which has a capital too.
fn named_before(lexed: &Lexed, at: usize) -> Option<FoundOrganisation> {
    let before = at.checked_sub(1)?;
    let (name, noun) = (&lexed.tokens[before], &lexed.tokens[at]);
    let fits = noun.capital
        && noun.lower.starts_with("университет")
        && name.sort == Sort::Word
        && name.capital
        && name.sentence == noun.sentence
        && !is_adjective(name)
        && name.kinds.heads() == Kinds::default();
    fits.then(|| FoundOrganisation {
        first: before,
        last: at,
        name: format!("{} {}", name.text, russian_noun(&noun.text).0),
        by: OrganisationSign::Head,
    })
}

/// «СКГУ им. М. Козыбаева», «МИД РК», «КазНУ»: a body that is called by its letters.
fn abbreviated(lexed: &Lexed, at: usize, people: &[(usize, usize)]) -> Option<FoundOrganisation> {
    /// States, forms of companies, and letters that stand for no body.
    static OTHERS: WordList = word_list!("ru/letters-of-no-body");
    let token = &lexed.tokens[at];
    let letters: Vec<char> = token.text.chars().collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    let cyrillic = letters.iter().all(|c| ('\u{400}'..'\u{530}').contains(c));
    let called = cyrillic
        && (3..=8).contains(&letters.len())
        && (capitals == letters.len()
            || letters[0].is_uppercase()
                && letters[letters.len() - 2..]
                    .iter()
                    .all(|c| c.is_uppercase()));
    // in a line of capitals every word looks so
    let sentence = lexed.sentence_of(at);
    let shouted = !lexed.tokens[sentence]
        .iter()
        .any(|token| token.text.chars().nth(2).is_some() && !token.capital);
    let behind = at.checked_sub(1).map(|before| &lexed.tokens[before]);
    let quoted =
        behind.is_some_and(|token| token.sort == Sort::Quote || token.sort == Sort::Sign('('));
    let person = people
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&at));
    if !called || shouted || quoted || person || OTHERS.has(token.text.as_str()) {
        return None;
    }
    let next = lexed.tokens.get(at + 1)?;
    let last = match next.lower.as_str() {
        "рк" | "имени" | "им" => russian_end(lexed, at, people),
        _ => at,
    };
    Some(FoundOrganisation {
        first: at,
        last,
        name: lexed.between(at, last),
        by: OrganisationSign::Head,
    })
}

/// The bodies inside a longer name that have a name of their own: «Палата предпринимателей» of «филиал Палаты
/// предпринимателей».
pub(crate) fn organisations_inside(
    lexed: &Lexed,
    whole: &FoundOrganisation,
) -> Vec<FoundOrganisation> {
    let heads = (whole.first..=whole.last)
        .filter(|at| is_head(lexed, *at) && !lexed.tokens[*at].kinds.any(Kinds::POSITION_HEAD))
        .skip(1);
    heads
        .filter_map(|head| {
            let first = russian_start(lexed, head, whole.first + 1);
            let opens = &lexed.tokens[first];
            let proper = (opens.capital || is_level(opens) && lexed.tokens[head].capital)
                && opens.text.contains(char::is_lowercase);
            (proper && first < whole.last && whole.first < first).then(|| FoundOrganisation {
                first,
                last: whole.last,
                name: russian_name(lexed, first, head, whole.last),
                by: whole.by,
            })
        })
        .collect()
}

/// «СДЮШОР №3»: an abbreviation with a number.
fn numbered(lexed: &Lexed, at: usize) -> Option<FoundOrganisation> {
    let token = &lexed.tokens[at];
    let abbreviation = token.text.chars().nth(1).is_some()
        && token.text.chars().all(char::is_uppercase)
        && lexed.is(at + 1, '№');
    let number = lexed.tokens.get(at + 2)?;
    (abbreviation && number.text.starts_with(|c: char| c.is_numeric())).then(|| FoundOrganisation {
        first: at,
        last: at + 2,
        name: lexed.between(at, at + 2),
        by: OrganisationSign::Head,
    })
}

pub(crate) fn russian_start(lexed: &Lexed, head: usize, floor: usize) -> usize {
    let mut start = head;
    while start > floor && is_adjective(&lexed.tokens[start - 1]) {
        start -= 1;
    }
    start
}

/// Whether a word in small letters ends a name before it.
pub(crate) fn ends_name(lower: &str) -> bool {
    static STOPS: WordList = word_list!("ru/ends-of-names");
    STOPS.has(lower)
}

/// Where a Russian name ends: genitives, names in quotation marks, «имени …», «по …».
fn russian_end(lexed: &Lexed, head: usize, people: &[(usize, usize)]) -> usize {
    let sentence = lexed.sentence_of(head).end;
    let mut last = head;
    let mut at = head + 1;
    // behind «по» stands the dative: «по чрезвычайным ситуациям», «по борьбе с …»
    let mut by = false;
    while at < sentence && at < head + 14 {
        let token = &lexed.tokens[at];
        match token.sort {
            Sort::Quote if !closes(lexed, at) => {
                let Some(close) = (at + 1..(at + 12).min(sentence)).find(|at| closes(lexed, *at))
                else {
                    break;
                };
                last = close;
                // What follows a name in quotation marks is no longer the name.
                break;
            }
            Sort::Word => {
                let lower = token.lower.as_str();
                let imeni = lexed.tokens[at - 1].lower == "имени"
                    || at > 1 && lexed.tokens[at - 2].lower == "имени";
                let person = people
                    .iter()
                    .any(|(first, last)| (*first..=*last).contains(&at))
                    && !imeni;
                let fight = lexed.tokens[at - 1].lower == "борьбе" && lower == "с";
                let one = ["ыми", "ими", "ами", "ями"]
                    .iter()
                    .any(|ending| lower.ends_with(ending));
                // «сделала университет делом»: an instrumental is no part of a name
                let other = !token.capital
                    && lower.chars().nth(3).is_some()
                    && ["ом", "ем", "ым", "им"]
                        .iter()
                        .any(|ending| lower.ends_with(ending));
                let with = (one || other) && !by;
                let counted = lower.starts_with(|c: char| c.is_numeric()) && !lexed.is(at - 1, '№');
                // «пресс-служба акима», «аппарат акима»: an office that serves one
                let serves = [
                    "пресс",
                    "аппарат",
                    "служб",
                    "администрац",
                    "канцеляр",
                    "приемн",
                    "приёмн",
                ]
                .iter()
                .any(|word| lexed.tokens[head].lower.starts_with(word));
                // «палата предпринимателей», «союз писателей»
                let (single, many) = crate::gazetteer::numbers_of_position(lower);
                let several = single.is_empty() && !many.is_empty();
                by |= lower == "по";
                if ends_name(lower) && !fight
                    || counted
                    || with
                    || is_verb(token)
                    || person
                    || token.kinds.any(Kinds::POSITION_HEAD) && !serves && !several
                {
                    break;
                }
                if !matches!(lower, "и" | "по" | "имени" | "им" | "с") {
                    last = at;
                }
            }
            Sort::Initial | Sort::Sign('№') => {}
            Sort::Sign('.') if lexed.tokens[at - 1].lower == "им" => {}
            _ => break,
        }
        at += 1;
    }
    last
}
