//! Which words of a text in capitals are names.

use super::cell::Cell;
use crate::cases::known_forms::is_common;
use crate::cases::stem::stem_kk;
use crate::gazetteer::{self, Kinds};
use crate::text::fold::{fold, is_dash, is_double_quote};
use crate::word_list::{WordList, word_list};
use std::collections::HashSet;
use std::ops::Range;

/// Abbreviations that have vowels; folded.
static ABBREVIATIONS: WordList = word_list!("abbreviations-in-capitals");

static SMALL_WORDS: [&WordList; 3] = {
    static FUNCTION: WordList = word_list!("ru/function-words");
    static PREPOSITIONS: WordList = word_list!("ru/prepositions");
    static TELLING: WordList = word_list!("ru/telling-words");
    [&FUNCTION, &PREPOSITIONS, &TELLING]
};

/// A word in capitals, with what it may be.
pub(super) struct Word {
    pub cells: Range<usize>,
    /// Whether its capitals are its own: an abbreviation, an initial, a number.
    pub stays: bool,
    /// Whether a sentence or a name in quotation marks begins with it.
    pub opens: bool,
    lower: String,
    stem: String,
    kinds: Kinds,
    /// Whether print has it in small letters.
    common: bool,
    initial: bool,
    /// Whether nothing but a blank parts it from the word before.
    joined: bool,
}

const PERSON: Kinds = Kinds::GIVEN.with(Kinds::SURNAME).with(Kinds::PATRONYMIC);

impl Word {
    pub fn of(cells: &[Cell], run: Range<usize>, russian: bool) -> Word {
        let text: String = cells[run.clone()].iter().map(|cell| cell.meant).collect();
        let lower = text.to_lowercase();
        let stem = stem_kk(&lower);
        let kinds = match russian {
            true => gazetteer::word_ru(&stem, &lower),
            false => gazetteer::word(&stem, &lower).with(gazetteer::more(&stem, &lower)),
        };
        let folded = fold(&lower);
        let common = match russian {
            true => SMALL_WORDS.iter().any(|list| list.has(&folded)),
            false => is_common(&lower),
        };
        let sign = |at: Option<usize>| at.and_then(|at| cells.get(at)).map(|cell| cell.meant);
        let stop = sign(Some(run.end)) == Some('.');
        let initial = stop && run.len() == 1;
        let has_vowel = folded.contains(|c| "аеиоуыэюяaeiouy".contains(c));
        let stays = initial
            || text.contains(char::is_numeric)
            || run.len() > 1 && (!has_vowel || ABBREVIATIONS.has(&folded));
        Word {
            opens: opens(cells, run.start),
            joined: sign(run.start.checked_sub(1)) == Some(' ')
                && sign(run.start.checked_sub(2)).is_some_and(|c| c.is_alphanumeric() || c == '.'),
            cells: run,
            stays,
            lower,
            stem,
            kinds,
            common,
            initial,
        }
    }

    pub fn is_given(&self) -> bool {
        self.kinds.any(Kinds::GIVEN)
    }

    pub fn is_of_person(&self) -> bool {
        self.kinds.any(PERSON)
    }

    /// Whether it is a noun of offices, bodies, places and the like.
    pub fn is_noun(&self) -> bool {
        self.kinds.heads() != Kinds::default()
    }

    /// Whether it may be part of a person's name that no list has.
    fn may_be_name(&self) -> bool {
        !self.common && !self.stays && !self.is_noun() && self.lower.chars().nth(2).is_some()
    }
}

/// Whether a sentence, a line or quoted words begin at a char.
fn opens(cells: &[Cell], at: usize) -> bool {
    let before = cells.get(..at).unwrap_or_default();
    let mut signs = before
        .iter()
        .rev()
        .map(|cell| cell.meant)
        .skip_while(|c| *c == ' ');
    match signs.next() {
        None | Some('\n' | '!' | '?' | '…') => true,
        Some('.') => {
            // «Т. Б.», «С. ОМАРОВ» are no ends
            let letters = signs.take_while(|c| c.is_alphanumeric()).count();
            letters > 2
        }
        Some(mark) if is_double_quote(mark) => {
            let next = signs.next();
            mark != '»' && mark != '”' && next.is_none_or(|c| c.is_whitespace() || c == '(')
        }
        Some(dash) if is_dash(dash) => {
            let next = signs.find(|c| *c != ' ');
            next.is_none_or(|c| matches!(c, '\n' | '.' | '!' | '?'))
        }
        _ => false,
    }
}

/// Which of the words are names.
pub(super) fn name_words(words: &[Word], russian: bool) -> Vec<bool> {
    let mut names = vec![false; words.len()];
    let beside = |at: usize, next: usize| {
        let later = at.max(next);
        words
            .get(next)
            .filter(|_| words.get(later).is_some_and(|word| word.joined))
    };
    let mut surnames: HashSet<&str> = HashSet::new();
    for (at, word) in words.iter().enumerate() {
        for next in [Some(at + 1), at.checked_sub(1)].into_iter().flatten() {
            let Some(other) = beside(at, next) else {
                continue;
            };
            let formed = other.is_of_person();
            let pair = word.initial && formed
                || word.is_given() && (formed || !russian && !word.common && other.may_be_name())
                || word.initial && other.may_be_name() && next > at;
            if pair {
                names[at] = true;
                names[next] = true;
                if !other.is_given() {
                    surnames.insert(&other.stem);
                }
            }
        }
    }
    let place = Kinds::PLACE.with(Kinds::COUNTRY);
    for (at, word) in words.iter().enumerate() {
        let alone = word.kinds.any(Kinds::PATRONYMIC)
            || word.is_given() && !word.common && !word.is_noun()
            || word.kinds.any(Kinds::SURNAME) && !russian && !word.common && !word.is_noun()
            || surnames.contains(word.stem.as_str()) && !word.common
            || word.kinds.any(place) && !word.common;
        // «АБАЙ АТЫНДАҒЫ», «ЖАҢАТАЛАП АУЫЛЫ»: what a noun of places tells is named
        let named = beside(at, at + 1).is_some_and(|next| {
            next.lower == "атындағы" || next.kinds.any(Kinds::PLACE_HEAD) && !russian
        });
        names[at] |= alone || named && word.may_be_name();
    }
    names
}
