//! Words and sentences between which the blank is missing.

use super::cell::{Cell, runs};
use crate::cases::stem::stem_kk;
use crate::gazetteer::{self, Kinds};

/// Puts the missing blanks in: «келді.Әкім», «келді,әкім», «СәулеОмарова». Tells whether there were any.
pub(super) fn part_words(cells: &mut Vec<Cell>) -> bool {
    let mut gaps = behind_signs(cells);
    gaps.extend(between_names(cells));
    if gaps.is_empty() {
        return false;
    }
    gaps.sort_unstable();
    let mut whole = Vec::with_capacity(cells.len() + gaps.len());
    let mut next = gaps.into_iter().peekable();
    for (at, cell) in cells.iter().enumerate() {
        if next.next_if_eq(&at).is_some() {
            whole.push(Cell::missing_blank(cell.start));
        }
        whole.push(*cell);
    }
    *cells = whole;
    true
}

/// Where a sentence or a part of one begins right behind a sign.
fn behind_signs(cells: &[Cell]) -> Vec<usize> {
    let meant = |at: usize| cells.get(at).map(|cell| cell.meant);
    let is_cyrillic = |c: char| matches!(c, '\u{400}'..='\u{52f}');
    let mut gaps = Vec::new();
    for at in 1..cells.len() {
        let (Some(before), Some(sign), Some(after)) = (meant(at - 1), meant(at), meant(at + 1))
        else {
            continue;
        };
        let missing = match sign {
            ',' | ';' => {
                (before.is_alphabetic() || is_closing(before))
                    && after.is_alphabetic()
                    && (is_cyrillic(before) || is_cyrillic(after))
            }
            // «т.б.Ол», «А.Омаров», «egov.Kz»: only behind a word of small letters
            '.' | '!' | '?' | '…' => {
                let small = |at: Option<usize>| {
                    let letter = at.and_then(meant);
                    letter.is_some_and(|c| c.is_lowercase() && is_cyrillic(c))
                };
                let word = small(at.checked_sub(1))
                    && small(at.checked_sub(2))
                    && small(at.checked_sub(3));
                (word || is_closing(before)) && after.is_uppercase() && is_cyrillic(after)
            }
            _ => false,
        };
        if missing {
            gaps.push(at + 1);
        }
    }
    gaps
}

fn is_closing(c: char) -> bool {
    matches!(c, '»' | '”' | ')')
}

/// Where a name begins inside a word: a small letter, a capital, and names of people on both sides, or an office and a
/// name. «ҚазМұнайГаз» is one word.
fn between_names(cells: &[Cell]) -> Vec<usize> {
    let mut gaps = Vec::new();
    let joint = |at: usize| cells[at].meant.is_lowercase() && cells[at + 1].meant.is_uppercase();
    if !(1..cells.len()).any(|end| joint(end - 1)) {
        return gaps;
    }
    for run in runs(cells, char::is_alphabetic) {
        let Some(at) = (run.start..run.end - 1).find(|at| joint(*at)) else {
            continue;
        };
        let (before, behind) = (
            kinds(&cells[run.start..=at]),
            kinds(&cells[at + 1..run.end]),
        );
        let person = Kinds::GIVEN.with(Kinds::SURNAME).with(Kinds::PATRONYMIC);
        if before.any(person.with(Kinds::POSITION_HEAD)) && behind.any(person) {
            gaps.push(at + 1);
        }
    }
    gaps
}

fn kinds(cells: &[Cell]) -> Kinds {
    let word: String = cells.iter().map(|cell| cell.meant).collect();
    let lower = word.to_lowercase();
    let stem = stem_kk(&lower);
    gazetteer::word(&stem, &lower).with(gazetteer::more(&stem, &lower))
}
