//! Words and sentences between which the blank is missing.

use super::cell::{Cell, runs};
use crate::cases::stem::stem_kk;
use crate::gazetteer::{self, Kinds};
use crate::text::script::is_letter;
use std::ops::Range;

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
                (is_letter(before) || is_closing(before))
                    && is_letter(after)
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

/// Where a name begins inside a word: a small letter, a capital, and the name of a person on either side, or a word that
/// began with a small letter. «ҚазМұнайГаз» is one word.
fn between_names(cells: &[Cell]) -> Vec<usize> {
    let is_cyrillic = |c: char| matches!(c, '\u{400}'..='\u{52f}');
    let is_joint = |at: usize| {
        let (before, after) = (cells[at].meant, cells[at + 1].meant);
        before.is_lowercase() && after.is_uppercase() && is_cyrillic(before) && is_cyrillic(after)
    };
    if !(1..cells.len()).any(|end| is_joint(end - 1)) {
        return Vec::new();
    }
    let gap = |run: Range<usize>| {
        let at = (run.start..run.end - 1).find(|at| is_joint(*at))?;
        let (one, other) = (&cells[run.start..=at], &cells[at + 1..run.end]);
        let (before, behind) = (kinds(one), kinds(other));
        let person = Kinds::GIVEN.with(Kinds::SURNAME).with(Kinds::PATRONYMIC);
        let is_noun = |kinds: Kinds| kinds.heads() != Kinds::default();
        let begun_small = one.first().is_some_and(|cell| cell.meant.is_lowercase());
        let named = before.any(person) && !is_noun(behind)
            || behind.any(person) && (before.any(Kinds::POSITION_HEAD) || !is_noun(before));
        (one.len() > 2 && other.len() > 2 && (named || begun_small)).then_some(at + 1)
    };
    runs(cells, is_letter).into_iter().filter_map(gap).collect()
}

fn kinds(cells: &[Cell]) -> Kinds {
    let word: String = cells.iter().map(|cell| cell.meant).collect();
    let lower = word.to_lowercase();
    let stem = stem_kk(&lower);
    gazetteer::word(&stem, &lower).with(gazetteer::more(&stem, &lower))
}
