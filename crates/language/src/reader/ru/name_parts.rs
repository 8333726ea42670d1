//! The nominative of a name in Russian.

use crate::cases::russian::Cases;
use crate::gazetteer;
use crate::names::russian;
use crate::reader::grammar::{NameParts, PartsAt};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::ru::verbs::is_verb;

/// A name's parts, which agree in their case.
pub(crate) fn nominative_of(lexed: &Lexed, parts: &PartsAt) -> NameParts {
    let middle = parts.patronymic.filter(|by| Some(*by) != parts.surname);
    let text = |by: Option<usize>| parts.text(lexed, by);
    let name = russian::nominative(
        text(parts.given).as_deref(),
        text(middle).as_deref(),
        text(parts.surname).as_deref(),
        due_cases(lexed, parts.first, parts.first + parts.length - 1),
    );
    NameParts {
        given: name.given,
        patronymic: name.patronymic,
        surname: name.surname,
        cases: name.cases,
        inflected: !name.cases.is_empty() && !name.cases.any(Cases::NOM),
    }
}

/// The cases that the words before a Russian name ask for: a preposition, or the noun of its position.
fn due_cases(lexed: &Lexed, at: usize, last: usize) -> Cases {
    let lowest = lexed.sentence_of(at).start.max(at.saturating_sub(14));
    if let Some(before) = at.checked_sub(1).filter(|before| *before >= lowest) {
        match lexed.tokens[before].lower.as_str() {
            "участием" | "имени" | "от" | "для" | "кончиной" | "памяти" | "у" | "после"
            | "против" | "без" | "вместо" | "кроме" | "среди" | "из" => {
                return Cases::GEN;
            }
            "к" | "ко" | "благодаря" => return Cases::DAT,
            "с" | "со" | "между" | "над" | "перед" => return Cases::INS,
            "о" | "об" | "обо" | "при" => return Cases::PREP,
            // «к 60-летию Омарова»
            word if word.ends_with("летию") || word.ends_with("летия") => {
                return Cases::GEN;
            }
            _ => {}
        }
    }
    let mut due = Cases::default();
    for token in lexed.tokens[lowest..at].iter().rev() {
        if token.sort == Sort::Sign(',') || is_verb(token) {
            break;
        }
        // Of «заместитель акима» the first noun tells the case of the name.
        let cases = gazetteer::cases_of_position(&token.lower);
        if !cases.is_empty() {
            due = cases;
        }
    }
    // «60-летие Омарова, директора школы»
    let behind = |at: usize| {
        lexed
            .tokens
            .get(at)
            .map(|token| gazetteer::cases_of_position(&token.lower))
    };
    match due.is_empty() && lexed.is(last + 1, ',') {
        true => (last + 2..last + 4)
            .filter_map(behind)
            .find(|cases| !cases.is_empty())
            .unwrap_or_default(),
        false => due,
    }
}
