//! Telling the same release again, in whatever form it came.

use super::list_marks::{find_list_marks, without_list_marks};
use super::plain_letter::plain_letter;
use crate::text::fold::{fold, is_dash, is_double_quote};
use crate::text::marks::{is_apostrophe, is_invisible};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::Range;

/// In what two texts with the same words differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormDifference {
    /// Blanks: doubled, unbreakable, missing; tabs.
    Blanks,
    /// Line ends: wrapped lines, words cut at a line end, blank lines, paragraphs joined or parted, `> ` of mail.
    LineEnds,
    /// The shape of quotation marks and apostrophes.
    Quotes,
    /// The shape of dashes and hyphens, or hyphens more or less.
    Dashes,
    /// Capitals and small letters.
    Capitals,
    /// Letters of another script or alphabet in place of those they look or sound like: a Latin i, а for ә.
    LookAlikes,
    /// Marks that nobody sees, and how letters with marks are composed.
    Invisible,
    /// Other signs: bullets and numbers of lists, stops, commas.
    Signs,
    /// The words themselves: the texts are not the same.
    Words,
}

/// A key that two texts share where they are the same release: made of the letters and digits of title and body in their
/// order, 32 hexadecimal digits; empty where there are none. Capitals, quotation marks, dashes and other signs, blanks,
/// line ends, soft hyphens and the like, and letters that only look alike make no difference, nor do the numbers before
/// the items of a list, which one program writes into the text and another draws, nor where the title ends. It is to be
/// compared within one version of the program.
pub fn release_key(title: &str, body: &str) -> String {
    let mut hash = FNV_START;
    let mut any = false;
    let text = without_list_marks(&format!("{title}\n{body}"));
    for letter in fold(&text).chars().filter_map(plain_letter) {
        any = true;
        let mut bytes = [0; 4];
        for byte in letter.encode_utf8(&mut bytes).bytes() {
            hash = (hash ^ u128::from(byte)).wrapping_mul(FNV_PRIME);
        }
    }
    match any {
        true => format!("{hash:032x}"),
        false => String::new(),
    }
}

/// FNV-1a of 128 bits.
const FNV_START: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const FNV_PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// In what two bodies differ that have the same [`release_key`] with their titles; empty where they are equal to the
/// letter. Where the words differ, the last kind is [`FormDifference::Words`] and what is behind the first word that
/// differs is not looked at.
pub fn form_differences(one: &str, other: &str) -> Vec<FormDifference> {
    let mut found = BTreeSet::new();
    if one == other {
        return Vec::new();
    }
    let (mut left, mut right) = (Steps::of(one), Steps::of(other));
    loop {
        let (a, b) = (left.next_step(), right.next_step());
        compare_gaps(&a.gap, &b.gap, &mut found);
        match (a.letter, b.letter) {
            (Some(a), Some(b)) if a.plain == b.plain => compare_letters(&a, &b, &mut found),
            (None, None) => break,
            _ => {
                found.insert(FormDifference::Words);
                break;
            }
        }
    }
    found.into_iter().collect()
}

/// A letter of a text.
struct Letter {
    plain: char,
    /// As the text has it, with its marks.
    printed: String,
}

/// A letter and what stands before it.
struct Step {
    gap: String,
    letter: Option<Letter>,
}

/// A text, letter by letter; the numbers of its lists are no letters.
struct Steps<'a> {
    rest: std::iter::Peekable<std::str::CharIndices<'a>>,
    /// Where numbers of lists stand that have not been passed.
    marks: std::iter::Peekable<std::vec::IntoIter<Range<usize>>>,
    /// Letters of a char that folds to several.
    more: Vec<Letter>,
}

impl<'a> Steps<'a> {
    fn of(text: &'a str) -> Steps<'a> {
        Steps {
            rest: text.char_indices().peekable(),
            marks: find_list_marks(text).into_iter().peekable(),
            more: Vec::new(),
        }
    }

    fn next_step(&mut self) -> Step {
        let mut gap = String::new();
        if let Some(letter) = self.more.pop() {
            return Step {
                gap,
                letter: Some(letter),
            };
        }
        while let Some((at, c)) = self.rest.next() {
            while self.marks.next_if(|mark| mark.end <= at).is_some() {}
            if self.marks.peek().is_some_and(|mark| mark.contains(&at)) {
                gap.push(c);
                continue;
            }
            let mut printed = c.to_string();
            let folded = fold(&printed);
            let mut letters = folded.chars().filter_map(plain_letter);
            let Some(plain) = letters.next() else {
                gap.push(c);
                continue;
            };
            let rest: Vec<char> = letters.collect();
            while let Some((_, mark)) = self
                .rest
                .next_if(|(_, c)| unicode_normalization::char::is_combining_mark(*c))
            {
                printed.push(mark);
            }
            self.more = rest
                .into_iter()
                .rev()
                .map(|plain| Letter {
                    plain,
                    printed: printed.clone(),
                })
                .collect();
            return Step {
                gap,
                letter: Some(Letter { plain, printed }),
            };
        }
        Step { gap, letter: None }
    }
}

fn compare_letters(a: &Letter, b: &Letter, found: &mut BTreeSet<FormDifference>) {
    use unicode_normalization::UnicodeNormalization;
    if a.printed == b.printed {
        return;
    }
    let composed = |letter: &Letter| letter.printed.nfc().collect::<String>();
    let (one, other) = (composed(a), composed(b));
    if one == other {
        found.insert(FormDifference::Invisible);
        return;
    }
    let is_capital = |text: &str| text.chars().any(char::is_uppercase);
    if is_capital(&one) != is_capital(&other) {
        found.insert(FormDifference::Capitals);
    }
    if one.to_lowercase() != other.to_lowercase() {
        found.insert(FormDifference::LookAlikes);
    }
}

/// What stands between two letters, in each of two texts.
fn compare_gaps(a: &str, b: &str, found: &mut BTreeSet<FormDifference>) {
    if a == b {
        return;
    }
    let only = |text: &str, is: &dyn Fn(char) -> bool| -> String {
        text.chars().filter(|c| is(*c)).collect()
    };
    let is_line_end = |c: char| matches!(c, '\n' | '\r');
    let differ = |is: &dyn Fn(char) -> bool| only(a, is) != only(b, is);
    let lines = differ(&is_line_end);
    let quoted = |c: char| c == '>';
    if lines || differ(&quoted) {
        found.insert(FormDifference::LineEnds);
    }
    // where one has a line end the other has a blank, or a hyphen less
    if !lines && differ(&|c| c.is_whitespace() && !is_line_end(c)) {
        found.insert(FormDifference::Blanks);
    }
    let hyphened = |text: &str| {
        let mut signs = text.chars().filter(|c| !is_invisible(*c));
        signs.next().is_some_and(|c| is_dash(c) || c == '¬') && signs.all(char::is_whitespace)
    };
    let cut = lines && (hyphened(a) && b.is_empty() || hyphened(b) && a.is_empty());
    if !cut && differ(&is_dash) {
        found.insert(FormDifference::Dashes);
    }
    if differ(&|c| is_double_quote(c) || is_apostrophe(c)) {
        found.insert(FormDifference::Quotes);
    }
    if differ(&is_invisible) {
        found.insert(FormDifference::Invisible);
    }
    let is_sign = |c: char| {
        !(c.is_whitespace()
            || is_dash(c)
            || is_double_quote(c)
            || is_apostrophe(c)
            || is_invisible(c)
            || quoted(c)
            || c == '¬')
    };
    if differ(&is_sign) {
        found.insert(FormDifference::Signs);
    }
}
