//! Two people change one text: what they did is joined where it does not touch.
//!
//! A three-way merge over words. What only one of them changed is taken; what both changed alike is taken once;
//! where both changed the same words, or words side by side, one of them has to choose.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_segmentation::UnicodeSegmentation;

use crate::store::text_difference::{Hunk, hunks};

/// Whose words stand where two people changed the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Prefer {
    /// Those of whoever writes now.
    Mine,
    /// Those that stand already.
    Theirs,
}

/// A place that two people changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clash {
    /// The words that both saw.
    pub seen: String,
    /// What stands there now.
    pub theirs: String,
    /// What was to stand there.
    pub mine: String,
}

/// What one person made of the text that both saw.
struct Side<'t> {
    words: Vec<&'t str>,
    hunks: Vec<Hunk>,
}

impl<'t> Side<'t> {
    fn of(seen: &[&str], text: &'t str) -> Side<'t> {
        let words = words(text);
        Side {
            hunks: changes(seen, &words),
            words,
        }
    }

    /// What this side has in the place of a run of words that both saw. No hunk lies across its ends.
    fn has(&self, seen: &[&str], run: &Range<usize>) -> String {
        let mut text = String::new();
        let mut at = run.start;
        for (old, new) in self.hunks.iter().filter(|(old, _)| within(old, run)) {
            text.extend(seen.get(at..old.start).unwrap_or_default().iter().copied());
            text.extend(
                self.words
                    .get(new.clone())
                    .unwrap_or_default()
                    .iter()
                    .copied(),
            );
            at = old.end;
        }
        text.extend(seen.get(at..run.end).unwrap_or_default().iter().copied());
        text
    }

    fn changes(&self, run: &Range<usize>) -> bool {
        self.hunks.iter().any(|(old, _)| within(old, run))
    }
}

fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Where one text was changed into another: first by words with the blank and the marks beside them, then closer within
/// each change. Blanks and marks are alike everywhere: by them alone what came at one place would be found again in what
/// went at another, and all between said to be changed.
fn changes(seen: &[&str], text: &[&str]) -> Vec<Hunk> {
    let (old_starts, new_starts) = (starts(seen), starts(text));
    let parts = |words: &[&str], starts: &[usize]| -> Vec<String> {
        let parts = starts.windows(2);
        parts.map(|part| words[part[0]..part[1]].concat()).collect()
    };
    let wide = hunks(
        parts(seen, &old_starts).iter(),
        parts(text, &new_starts).iter(),
    );
    let mut close = Vec::new();
    for (old, new) in wide {
        let (old, new) = (
            old_starts[old.start]..old_starts[old.end],
            new_starts[new.start]..new_starts[new.end],
        );
        for (from, to) in hunks(seen[old.clone()].iter(), text[new.clone()].iter()) {
            close.push((
                old.start + from.start..old.start + from.end,
                new.start + to.start..new.start + to.end,
            ));
        }
    }
    close
}

/// Where words begin, each with the blank before it and the marks beside it, and line ends; and where the last one ends.
fn starts(words: &[&str]) -> Vec<usize> {
    let mut starts = vec![0];
    let mut has_word = false;
    let mut after_line = false;
    for (at, part) in words.iter().enumerate() {
        let is_line_end = part.contains(['\n', '\r']);
        let is_word = part.contains(char::is_alphanumeric);
        let is_blank = part.chars().all(char::is_whitespace);
        if at > 0 && (is_blank || after_line || is_word && has_word) {
            starts.push(at);
            has_word = false;
        }
        has_word |= is_word;
        after_line = is_line_end;
    }
    if !words.is_empty() {
        starts.push(words.len());
    }
    starts
}

/// A text as words, blanks and marks, in order; joined they are the text.
fn words(text: &str) -> Vec<&str> {
    text.split_word_bounds().collect()
}

/// Runs of the seen words that somebody changed; changes that touch are one run.
fn changed_runs(theirs: &[Hunk], mine: &[Hunk]) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = theirs
        .iter()
        .chain(mine)
        .map(|(old, _)| old.clone())
        .collect();
    all.sort_by_key(|run| (run.start, run.end));
    let mut runs: Vec<Range<usize>> = Vec::new();
    for run in all {
        match runs.last_mut() {
            Some(last) if run.start <= last.end => last.end = last.end.max(run.end),
            _ => runs.push(run),
        }
    }
    runs
}

/// Joins what two people made of a text that both saw.
///
/// # Errors
/// The first place that both changed otherwise, unless it is said whose words stand then.
pub(crate) fn join(
    seen: &str,
    theirs: &str,
    mine: &str,
    prefer: Option<Prefer>,
) -> Result<String, Clash> {
    let base = words(seen);
    let (theirs, mine) = (Side::of(&base, theirs), Side::of(&base, mine));
    let mut joined = String::new();
    let mut at = 0;
    for run in changed_runs(&theirs.hunks, &mine.hunks) {
        joined.extend(base.get(at..run.start).unwrap_or_default().iter().copied());
        let (their_words, my_words) = (theirs.has(&base, &run), mine.has(&base, &run));
        let text = match (theirs.changes(&run), mine.changes(&run), prefer) {
            (true, false, _) => their_words,
            (false, _, _) => my_words,
            (true, true, _) if their_words == my_words => my_words,
            (true, true, Some(Prefer::Mine)) => my_words,
            (true, true, Some(Prefer::Theirs)) => their_words,
            (true, true, None) => {
                return Err(Clash {
                    seen: base.get(run).unwrap_or_default().concat(),
                    theirs: their_words,
                    mine: my_words,
                });
            }
        };
        joined.push_str(&text);
        at = run.end;
    }
    joined.extend(base.get(at..).unwrap_or_default().iter().copied());
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_does_not_touch_is_joined() {
        let seen = "Жиын кеше өтті. Оған әкім қатысты.";
        let theirs = "Салтанатты жиын кеше өтті. Оған әкім қатысты.";
        let mine = "Жиын кеше өтті. Оған әкім мен ректор қатысты.";
        assert_eq!(
            join(seen, theirs, mine, None).unwrap(),
            "Салтанатты жиын кеше өтті. Оған әкім мен ректор қатысты."
        );
        // neighbouring words, with a blank between them
        assert_eq!(
            join("бір екі үш", "Бір екі үш", "бір ЕКІ үш", None).unwrap(),
            "Бір ЕКІ үш"
        );
        // the same by both is there once
        assert_eq!(join("а б", "а в б", "а в б", None).unwrap(), "а в б");
        assert_eq!(join("а", "а", "а б", None).unwrap(), "а б");
    }

    #[test]
    fn what_touches_is_told_with_both_and_one_chooses() {
        let seen = "Жиынға 2025 адам келді";
        let clash = join(
            seen,
            "Жиынға 2026 адам келді",
            "Жиынға 1025 адам келді",
            None,
        );
        assert_eq!(
            clash.unwrap_err(),
            Clash {
                seen: "2025".into(),
                theirs: "2026".into(),
                mine: "1025".into()
            }
        );
        let choose = |prefer| {
            join(
                seen,
                "Жиынға 2026 адам келді.",
                "Жиынға 1025 қонақ келді",
                Some(prefer),
            )
            .unwrap()
        };
        assert_eq!(choose(Prefer::Mine), "Жиынға 1025 қонақ келді.");
        assert_eq!(choose(Prefer::Theirs), "Жиынға 2026 қонақ келді.");
        // both type at the same place
        assert!(join("а б", "а в б", "а г б", None).is_err());
        // one deletes a sentence in which the other writes
        assert!(
            join(
                "Бір. Екі үш. Төрт.",
                "Бір. Төрт.",
                "Бір. Екі жаңа үш. Төрт.",
                None
            )
            .is_err()
        );
    }

    #[test]
    fn what_came_in_one_paragraph_is_not_taken_for_what_went_in_another() {
        let seen = "Бас.\n\nОрта. Біреу бір жауап берді! Біреу екі жауап берді!\n\nСоңы.";
        let theirs =
            "Бас. Сонда біз айттық. Сонда сіз айттыңыз.\n\nОрта. Басқасы енді сөйледі!\n\nСоңы.";
        let mine = "Бас.\n\nОрта. Үшінші. Біреу бір жауап берді! Біреу екі жауап берді!\n\nСоңы.";
        let joined = join(seen, theirs, mine, Some(Prefer::Mine)).unwrap();
        assert!(
            joined.starts_with("Бас. Сонда біз айттық. Сонда сіз айттыңыз.\n\nОрта. Үшінші."),
            "{joined}"
        );
    }

    #[test]
    fn a_base_that_never_was_loses_nothing_untold() {
        assert!(join("мүлде басқа", "осында тұрған мәтін", "менің мәтінім", None).is_err());
    }

    /// Where an edit is made, and how.
    type Edits = Vec<(usize, u8)>;

    fn edited() -> impl Strategy<Value = (String, Edits, Edits)> {
        let edits = || prop::collection::vec((0usize..60, any::<u8>()), 0..6);
        ("([а-е]{1,4}[ .]){1,25}", edits(), edits())
    }

    /// Inserts words that stand nowhere else, or takes words out.
    fn edit(text: &str, edits: &[(usize, u8)], who: char) -> (String, Vec<String>) {
        let mut words: Vec<String> = words(text).into_iter().map(str::to_owned).collect();
        let mut inserted = Vec::new();
        for (number, (at, how)) in edits.iter().enumerate() {
            let at = at % (words.len() + 1);
            if how % 3 == 0 && at < words.len() {
                words.remove(at);
            } else {
                let word = format!(" {who}{number} ");
                inserted.push(word.trim().to_owned());
                words.insert(at, word);
            }
        }
        let text = words.concat();
        inserted.retain(|word| text.contains(word.as_str()));
        (text, inserted)
    }

    proptest! {
        #[test]
        fn no_inserted_word_vanishes_untold((seen, a, b) in edited()) {
            let (theirs, their_words) = edit(&seen, &a, 'T');
            let (mine, my_words) = edit(&seen, &b, 'M');
            match join(&seen, &theirs, &mine, None) {
                Ok(joined) => {
                    for word in their_words.iter().chain(&my_words) {
                        prop_assert!(joined.contains(word.as_str()), "{word} of {joined}");
                    }
                }
                Err(clash) => prop_assert!(theirs.contains(&clash.theirs) && mine.contains(&clash.mine)),
            }
            // who chooses their own words has all of them
            let chosen = join(&seen, &theirs, &mine, Some(Prefer::Mine)).unwrap();
            for word in &my_words {
                prop_assert!(chosen.contains(word.as_str()));
            }
            prop_assert_eq!(join(&seen, &theirs, &seen, None).unwrap(), theirs);
            prop_assert_eq!(join(&seen, &seen, &mine, None).unwrap(), mine);
        }
    }
}
