//! Positions as Kazakh prints them: a phrase right before the name, or after it behind a dash.

use crate::gazetteer::Kinds;
use crate::reader::found::Phrase;
use crate::reader::kk::noun_phrase::start_of_phrase;
use crate::reader::kk::position_appointed::{appoints, is_made, is_office, without_clause};
use crate::reader::kk::words::{Class, is_plural, is_position_head};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;

/// The positions right before a name that begins at `first`, in the order in which they are printed. `floor` is
/// the end of the name before.
pub(crate) fn positions_before(lexed: &Lexed, first: usize, floor: usize) -> Vec<Phrase> {
    let sentence = lexed.sentence_of(first);
    let floor = floor.max(sentence.start);
    let mut found = Vec::new();
    let Some(mut end) = first.checked_sub(1).filter(|end| *end >= floor) else {
        return found;
    };
    // «Облыс әкімі – Бейбіт Исабаев», «Модератор: …»
    let labelled = lexed.tokens[end].sort == Sort::Dash || lexed.is(end, ':');
    if labelled {
        match end.checked_sub(1).filter(|end| *end >= floor) {
            Some(before) => end = before,
            None => return found,
        }
    }
    // «облыс әкімінің орынбасары болып Омаров тағайындалды», «басшысы қызметіне Омаров тағайындалды»
    if end > floor && (is_made(lexed, end) || is_office(lexed, end)) && appoints(lexed, first) {
        end -= 1;
    }
    end = without_clause(lexed, end, floor);
    // «философия докторы (PhD) Омаров»
    let bracket = (lexed.is(end, ')') && end > floor + 2 && lexed.is(end - 2, '(')).then_some(end);
    if bracket.is_some() {
        end -= 3;
    }
    let outer = bracket;
    while end >= floor && is_position_head(&lexed.tokens[end]) {
        let start = start_of_phrase(lexed, end, floor);
        let begins = start == floor
            || lexed.tokens[start - 1].sort != Sort::Word
            || lexed.tokens[first - 1].sort == Sort::Dash;
        if labelled && !begins {
            break;
        }
        let whole = outer.filter(|_| found.is_empty()).unwrap_or(end);
        found.push((start, whole));
        let Some(joint) = start.checked_sub(1).filter(|joint| *joint > floor) else {
            break;
        };
        let token = &lexed.tokens[joint];
        let joins = lexed.is(joint, ',')
            || Class::of(token) == Class::And && token.sort == Sort::Word
            || token.folded == "ари";
        let dash = token.sort == Sort::Dash;
        if dash && is_position_head(&lexed.tokens[joint - 1]) {
            let own = start_of_phrase(lexed, joint - 1, floor);
            // «Басқарма төрағасы – ректор»: one position.
            let board = joint > 1 && lexed.tokens[joint - 2].folded == "баскарма";
            if board || end - start < 2 && lexed.tokens[joint - 1].folded.starts_with("тораг")
            {
                found.pop();
                found.push((own, end));
            } else {
                // «Модератор – бизнес-тренер Әлі»: what one is here, and what one is.
                found.push((own, joint - 1));
            }
            break;
        }
        if !joins {
            // «ауданның құрметті азаматы, ғұмырын өнерге арнаған қаламгер Омаров»
            match past_clause(lexed, joint, floor) {
                Some(before) => end = before,
                None => break,
            }
            continue;
        }
        end = joint - 1;
    }
    found.reverse();
    found
}

/// The position of several people right before the first of their names: «аудан әкімінің орынбасарлары».
pub(crate) fn of_several(lexed: &Lexed, first: usize) -> Option<Phrase> {
    let floor = lexed.sentence_of(first).start;
    let end = first.checked_sub(1).filter(|end| *end >= floor)?;
    let token = &lexed.tokens[end];
    let heads = token.sort == Sort::Word
        && is_plural(token)
        && token.all_kinds().any(Kinds::POSITION_HEAD)
        && crate::cases::kazakh::without_case(&token.folded).is_none();
    heads.then(|| (start_of_phrase(lexed, end, floor), end))
}

/// The head of a position before a comma that a relative clause, which ends at `last`, follows.
fn past_clause(lexed: &Lexed, last: usize, floor: usize) -> Option<usize> {
    if Class::of(&lexed.tokens[last]) != Class::Participle {
        return None;
    }
    let comma = (floor..last)
        .rev()
        .take(10)
        .take_while(|at| lexed.tokens[*at].sort == Sort::Word || lexed.is(*at, ','))
        .find(|at| lexed.is(*at, ','))?;
    let before = comma.checked_sub(1).filter(|before| *before >= floor)?;
    is_position_head(&lexed.tokens[before]).then_some(before)
}
