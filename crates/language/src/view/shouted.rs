//! Which words of a text in capitals are names.

use super::cell::Cell;
use crate::cases::known_forms::is_common;
use crate::cases::stem::stem_kk;
use crate::gazetteer::{self, Kinds};
use crate::text::fold::{fold, is_dash, is_double_quote};
use crate::text::latin::cyrillic;
use crate::text::tongue::Tongue;
use crate::word_list::{WordList, word_list};
use std::collections::HashSet;
use std::ops::Range;

/// Abbreviations that have vowels; folded.
static ABBREVIATIONS: WordList = word_list!("abbreviations-in-capitals");

/// English words that are no names.
static COMMON_ENGLISH: WordList = word_list!("en/common");

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
    latin: bool,
    /// Whether nothing but a blank parts it from the word before.
    joined: bool,
}

const PERSON: Kinds = Kinds::GIVEN.with(Kinds::SURNAME).with(Kinds::PATRONYMIC);

impl Word {
    pub fn of(cells: &[Cell], run: Range<usize>, tongue: Tongue) -> Word {
        let text: String = cells[run.clone()].iter().map(|cell| cell.meant).collect();
        let small = text.to_lowercase();
        let lower = cyrillic(&text);
        let stem = stem_kk(&lower);
        let kinds = match tongue {
            Tongue::Russian => gazetteer::word_ru(&stem, &lower),
            _ => gazetteer::word(&stem, &lower).with(gazetteer::more(&stem, &lower)),
        };
        let folded = fold(&lower);
        let common = match tongue {
            Tongue::Russian => SMALL_WORDS.iter().any(|list| list.has(&folded)) || is_verb(&lower),
            Tongue::English => COMMON_ENGLISH.has(&small) || run.len() < 2,
            Tongue::Kazakh => is_common(&lower),
        };
        let sign = |at: Option<usize>| at.and_then(|at| cells.get(at)).map(|cell| cell.meant);
        let stop = sign(Some(run.end)) == Some('.');
        let initial = stop && run.len() == 1;
        let has_vowel = folded.contains(|c| "аеиоуыэюяaeiouy".contains(c));
        let numeral = text.chars().all(|c| "IVXLCDM".contains(c));
        let stays = initial
            || numeral
            || text.contains(char::is_numeric)
            || run.len() > 1 && (!has_vowel || ABBREVIATIONS.has(&folded));
        Word {
            opens: opens(cells, run.start),
            joined: match sign(run.start.checked_sub(1)) {
                Some(' ') => {
                    sign(run.start.checked_sub(2)).is_some_and(|c| c.is_alphanumeric() || c == '.')
                }
                other => other == Some('.'),
            },
            cells: run,
            stays,
            lower,
            stem,
            kinds,
            common,
            initial,
            latin: text.contains(|c: char| c.is_ascii_alphabetic()),
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

    /// Whether it and the word beside it make a name of a person. `behind`: the other stands behind it.
    fn has_name_beside(&self, other: &Word, behind: bool, russian: bool) -> bool {
        let formed = other.is_of_person() && !(other.is_noun() && (other.common || russian));
        // «Ли», «Ан»: behind a given name a surname may have two letters
        let may_be = other.may_be_name() || behind && other.is_short_name();
        if self.initial {
            return formed || behind && may_be;
        }
        let first = Kinds::GIVEN.with(Kinds::PATRONYMIC);
        let office = self.kinds.any(Kinds::POSITION_HEAD);
        match russian {
            // «Аким» is an office more often than a name
            true => self.kinds.any(first) && !office && (formed || behind && may_be),
            false => self.is_given() && (formed || may_be),
        }
    }

    /// Whether it is in Latin letters, in which a body has its name more often than a person.
    pub fn is_latin(&self) -> bool {
        self.latin
    }

    /// Whether it is a word of two letters that no list has.
    fn is_short_name(&self) -> bool {
        !self.common && !self.stays && !self.is_noun() && self.cells.len() == 2
    }

    /// Whether it may be part of a person's name that no list has.
    pub fn may_be_name(&self) -> bool {
        !self.common && !self.stays && !self.is_noun() && self.lower.chars().nth(2).is_some()
    }
}

/// Whether a Russian word ends as verbs do and surnames do not.
fn is_verb(lower: &str) -> bool {
    const ENDINGS: [&str; 16] = [
        "ил", "ал", "ел", "ул", "ла", "ло", "ли", "лся", "лась", "лись", "ет", "ит", "ют", "ят",
        "ть", "тся",
    ];
    lower.chars().nth(3).is_some() && ENDINGS.iter().any(|ending| lower.ends_with(ending))
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
pub(super) fn name_words(words: &[Word], tongue: Tongue) -> Vec<bool> {
    if tongue == Tongue::English {
        // English has capitals in most of what is told by their grammar
        return words.iter().map(|word| !word.common).collect();
    }
    let russian = tongue == Tongue::Russian;
    let mut names = vec![false; words.len()];
    let mut surnames: HashSet<&str> = HashSet::new();
    for at in 0..words.len() {
        for (one, other) in [(at, at + 1), (at + 1, at)] {
            let (Some(word), Some(beside)) = (words.get(one), words.get(other)) else {
                continue;
            };
            if words[at + 1].joined && word.has_name_beside(beside, one < other, russian) {
                names[one] = true;
                names[other] = true;
                if !beside.is_given() {
                    surnames.insert(&beside.stem);
                }
            }
        }
    }
    // two words that no list has behind an office are a name, as in print
    for at in 1..words.len().saturating_sub(1) {
        let pair = &words[at..at + 2];
        let unknown = pair.iter().all(|word| word.joined && word.may_be_name());
        if unknown && !russian && words[at - 1].kinds.any(Kinds::POSITION_HEAD) {
            names[at] = true;
            names[at + 1] = true;
        }
    }
    let place = Kinds::PLACE.with(Kinds::COUNTRY);
    for (at, word) in words.iter().enumerate() {
        let known = !word.common && !word.is_noun();
        let alone = word.kinds.any(Kinds::PATRONYMIC)
            || word.is_given() && known
            || word.kinds.any(Kinds::SURNAME) && !russian && known
            || surnames.contains(word.stem.as_str()) && !word.common
            || word.kinds.any(place) && !word.common;
        // «АБАЙ АТЫНДАҒЫ», «ЖАҢАТАЛАП АУЫЛЫ»: what a noun of places tells is named
        let named = words.get(at + 1).is_some_and(|next| {
            next.joined
                && (next.lower == "атындағы" || next.kinds.any(Kinds::PLACE_HEAD) && !russian)
        });
        names[at] |= alone || named && word.may_be_name();
    }
    names
}
