//! Where a Russian clause begins: at a verb, a conjunction, a mark.

use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::marks::{closes, opening};
use crate::reader::ru::offices::is_head;
use crate::reader::ru::verbs::is_verb;
use crate::word_list::{WordList, word_list};

/// The first token of the clause that ends at `end`.
pub(crate) fn start_of_clause(lexed: &Lexed, end: usize, floor: usize) -> usize {
    let mut start = end + 1;
    let mut quoted = false;
    while start > floor {
        let at = start - 1;
        let token = &lexed.tokens[at];
        match token.sort {
            Sort::Quote if closes(lexed, at) => match opening(lexed, at, floor, 14) {
                Some(open) => {
                    start = open;
                    quoted = true;
                }
                None => break,
            },
            Sort::Word if is_verb(token) || is_opening(lexed, at) => break,
            // «доктор философии (PhD)», «университета (Польша)»
            Sort::Sign(')') => match (floor..at).rev().take(6).find(|at| lexed.is(*at, '(')) {
                Some(open) => start = open,
                None => break,
            },
            // «председатель правления – ректор»
            Sort::Dash if start <= end && start > at && joins(lexed, at, floor) => start = at,
            // «АО «Корпорация «Павлодар»»: one mark closes two names
            Sort::Quote if start <= end && quoted && lexed.tokens[at + 1].capital => start = at,
            Sort::Word | Sort::Initial | Sort::Sign('№') => start = at,
            // «им. Жансугурова»
            Sort::Sign('.')
                if at > floor
                    && matches!(lexed.tokens[at - 1].lower.as_str(), "им" | "обл" | "ул") =>
            {
                start = at;
            }
            _ => break,
        }
    }
    start
}

/// Whether a dash joins two offices of one person: nouns of offices stand on both sides.
fn joins(lexed: &Lexed, dash: usize, floor: usize) -> bool {
    let office = |at: usize| {
        lexed
            .tokens
            .get(at)
            .is_some_and(|token| is_head(token, false))
    };
    let right = (dash + 1..dash + 3).any(office);
    let left = (floor..dash)
        .rev()
        .take(8)
        .take_while(|at| matches!(lexed.tokens[*at].sort, Sort::Word))
        .any(office);
    right && left
}

/// Whether a word begins a clause of its own: «что», «по информации …».
fn is_opening(lexed: &Lexed, at: usize) -> bool {
    let lower = lexed.tokens[at].lower.as_str();
    match lower {
        "информации" | "данным" | "словам" | "мнению" => {
            at > 0 && lexed.tokens[at - 1].lower == "по"
        }
        _ => is_opener(lower),
    }
}

pub(crate) fn is_opener(lower: &str) -> bool {
    static OPENERS: WordList = word_list!("ru/clause-openers");
    OPENERS.has(lower)
}

pub(crate) fn is_preposition(lower: &str) -> bool {
    static PREPOSITIONS: WordList = word_list!("ru/prepositions");
    PREPOSITIONS.has(lower)
}
