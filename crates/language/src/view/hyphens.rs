//! Words cut at a line end.

use super::blanks::is_soft_hyphen;
use super::cell::Cell;
use super::line::{Ending, Line};
use crate::cases::stem::stem_kk;
use crate::gazetteer::{self, Kinds};
use crate::text::fold::fold;
use crate::text::token::is_hyphen;
use crate::word_list::{WordList, word_list};
use std::collections::HashSet;

/// What stands before a word's own hyphen: пресс-служба, вице-министр; folded.
static BEFORE: WordList = word_list!("before-hyphens");

/// What stands behind one: кто-то; folded.
static BEHIND: WordList = word_list!("behind-hyphens");

/// What each line end is where a word is cut there.
pub(super) struct Hyphens(Vec<Option<Ending>>);

impl Hyphens {
    pub fn of(cells: &[Cell], lines: &[Line]) -> Hyphens {
        let mut known = None;
        let ending = |pair: &[Line]| {
            let cut = Cut::of(cells, &pair[0], &pair[1])?;
            let known = known.get_or_insert_with(|| compounds(cells, lines));
            Some(match cut.is_compound(known) {
                true => Ending::AtHyphen,
                false => Ending::InsideWord,
            })
        };
        Hyphens(lines.windows(2).map(ending).collect())
    }

    /// What a line end is, if a word is cut there.
    pub fn ending(&self, line: usize) -> Option<Ending> {
        self.0.get(line).copied().flatten()
    }
}

/// A word cut at a line end.
struct Cut {
    soft: bool,
    before: String,
    behind: String,
}

impl Cut {
    fn of(cells: &[Cell], upper: &Line, lower: &Line) -> Option<Cut> {
        if upper.is_blank() || lower.is_blank() || upper.depth != lower.depth {
            return None;
        }
        let mut ends = upper.chars(cells).rev();
        let hyphen = ends
            .next()
            .filter(|c| is_hyphen(*c) || is_soft_hyphen(*c))?;
        let of_word = |c: &char| c.is_alphanumeric() || is_hyphen(*c);
        let before: Vec<char> = ends.take_while(of_word).collect();
        let behind: String = lower.chars(cells).take_while(of_word).collect();
        let before: String = before.into_iter().rev().collect();
        let begins = behind.chars().next().is_some_and(char::is_alphabetic);
        (before.ends_with(char::is_alphanumeric) && begins).then_some(Cut {
            soft: is_soft_hyphen(hyphen),
            before,
            behind,
        })
    }

    /// Whether the word has a hyphen of its own where it is cut.
    fn is_compound(&self, known: &HashSet<String>) -> bool {
        let part = self.before.rsplit(is_hyphen).next().unwrap_or_default();
        let next = self.behind.split(is_hyphen).next().unwrap_or_default();
        let (before, behind) = (fold(part), fold(next));
        let ending = crate::cases::kazakh::is_bare_case(&behind);
        let numbered = self.before.ends_with(|c: char| c.is_numeric());
        let named = part.contains(char::is_lowercase) && next.starts_with(char::is_uppercase);
        if numbered || named {
            return true;
        }
        if self.soft || ending {
            return false;
        }
        let printed = known.contains(&format!("{before}-{}", stem_kk(next)));
        let doubled = before.chars().count() > 2
            && (behind.starts_with(&before) || before.starts_with(&behind));
        let known_words = is_noun(part) && is_noun(next);
        printed || doubled || BEFORE.has(&before) || BEHIND.has(&behind) || known_words
    }
}

/// Whether a word is a noun of the lists: «директор-төрағасы» is two of them.
fn is_noun(word: &str) -> bool {
    let lower = word.to_lowercase();
    let stem = stem_kk(&lower);
    let kinds = gazetteer::word(&stem, &lower).with(gazetteer::more(&stem, &lower));
    let nouns = Kinds::POSITION_HEAD.with(Kinds::ORGANISATION_HEAD);
    lower.chars().nth(3).is_some() && kinds.any(nouns)
}

/// The words with a hyphen that stand inside lines: each as what is before its first hyphen and the stem behind it.
fn compounds(cells: &[Cell], lines: &[Line]) -> HashSet<String> {
    let mut found = HashSet::new();
    for line in lines {
        let text: String = line.chars(cells).collect();
        for word in crate::text::token::words(&text) {
            if let Some((before, behind)) = word.text.split_once(is_hyphen) {
                let behind = behind.split(is_hyphen).next().unwrap_or_default();
                found.insert(format!("{}-{}", fold(before), stem_kk(behind)));
            }
        }
    }
    found
}
