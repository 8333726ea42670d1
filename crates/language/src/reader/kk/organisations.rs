//! Organisations as Kazakh prints them: a phrase that ends with a head noun.

use crate::cases::kazakh::without_case;
use crate::gazetteer::Kinds;
use crate::reader::found::{FoundOrganisation, OrganisationSign, floor_of};
use crate::reader::kk::bodies::{is_board, is_head, is_letters, is_location, is_press};
use crate::reader::kk::nominative::nominative;
use crate::reader::kk::noun_phrase::start_of_phrase;
use crate::reader::kk::words::Class;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::organisations::words::{is_common_opener, is_level, is_state, opens_sentence};

pub(crate) fn organisation_at_noun(
    lexed: &Lexed,
    at: usize,
    people: &[(usize, usize)],
) -> Option<FoundOrganisation> {
    if !is_head(lexed, at) || is_board(lexed, at) {
        return None;
    }
    // «орынбасары қызметіне»: an office
    if lexed.tokens[at].folded.starts_with("кызмет")
        && at > 0
        && crate::reader::kk::words::is_position_head(&lexed.tokens[at - 1])
    {
        return None;
    }
    let floor = floor_of(lexed, at, people);
    if at < floor
        || people
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&at))
    {
        return None;
    }
    let mut first = start_of_phrase(lexed, at, floor);
    // «Панфилов ауданындағы Б. Назым атындағы мектеп»: where it stands is no part of its name
    if let Some(where_it_is) = (first..at).rev().find(|at| is_location(&lexed.tokens[*at])) {
        first = where_it_is + 1;
    }
    let state = first < at && (is_state(lexed, at) || is_press(lexed, at));
    let whole_phrase = first;
    // Running words in front of the name are not part of it.
    while first < at && !begins_name(lexed, first, floor) {
        first += 1;
    }
    let state = state && (first == at || first == whole_phrase);
    if state {
        first = whole_phrase;
    }
    let telling = state
        || (first..=at).any(|at| {
            let token = &lexed.tokens[at];
            let opener = opens_sentence(lexed, at);
            token.sort == Sort::Quote
                || token.sort == Sort::Sign('№')
                || token.capital && token.sort == Sort::Word && !(opener && is_common_opener(token))
                || is_level(token)
        });
    let abbreviation = first == at
        && lexed.tokens[at]
            .text
            .chars()
            .filter(|c| c.is_uppercase())
            .count()
            > 1;
    let alone = first == at;
    let named = alone
        && lexed.tokens[at].capital
        && at != lexed.sentence_of(at).start
        && lexed.tokens[at].kinds.any(Kinds::ORGANISATION);
    let owned = crate::cases::kazakh::without_possessive(
        without_case(&lexed.tokens[at].folded).unwrap_or(&lexed.tokens[at].folded),
    )
    .is_some();
    // «министрлігінің департамент директоры»: the ministry
    let unit = !owned
        && (first..at)
            .any(|at| Class::of(&lexed.tokens[at]) == Class::Genitive && is_head(lexed, at));
    // «El.kz ақпарат агенттігі»
    if first > 1
        && lexed.is(first - 1, '.')
        && lexed.tokens[first - 1].end == lexed.tokens[first].start
    {
        first -= 2;
    }
    let begins = &lexed.tokens[first];
    // «Жетісу университеті» is owned; «облыстық мәслихат», «Жоғарғы Сот», «"Ерлік" ЖШС» begin tellingly.
    let whole = owned
        || is_level(begins)
        || matches!(begins.sort, Sort::Quote | Sort::Initial | Sort::Sign('№'))
        || begins.capital && !opens_sentence(lexed, first);
    let society = lexed.tokens[at].stem == "когам" && !owned;
    (telling && whole && !unit && !society && !abbreviation && (!alone || named)).then(|| {
        FoundOrganisation {
            first,
            last: at,
            name: nominative(lexed, first, at),
            by: OrganisationSign::Head,
        }
    })
}

fn begins_name(lexed: &Lexed, at: usize, floor: usize) -> bool {
    let token = &lexed.tokens[at];
    match token.sort {
        Sort::Quote | Sort::Initial | Sort::Sign('№') => true,
        Sort::Word => {
            let opener = at == floor.max(lexed.sentence_of(at).start);
            token.capital && !(opener && is_common_opener(token) && Class::of(token) != Class::Bare)
                || is_level(token)
                || token.text.starts_with(|c: char| c.is_numeric())
                    && lexed
                        .tokens
                        .get(at + 1)
                        .is_some_and(|next| next.kinds.any(Kinds::ORGANISATION_HEAD))
        }
        _ => false,
    }
}

/// The body of a token that is its letters behind what it is called after: «Абай атындағы ҚазҰПУ».
pub(crate) fn organisation_by_letters(
    lexed: &Lexed,
    at: usize,
    people: &[(usize, usize)],
) -> Option<FoundOrganisation> {
    let after = at > 0 && lexed.tokens[at - 1].lower == "атындағы";
    (after && is_letters(&lexed.tokens[at])).then(|| {
        let first = start_of_phrase(lexed, at, floor_of(lexed, at, people));
        FoundOrganisation {
            first,
            last: at,
            name: nominative(lexed, first, at),
            by: OrganisationSign::Head,
        }
    })
}
