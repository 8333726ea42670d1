//! How much of one text is in another.

use super::View;
use crate::keys::plain_letter::plain_letter;
use crate::text::fold::fold;
use crate::text::newline::normalise_newlines;
use crate::text::token::words;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// So many words in a row are compared: two texts of one subject share words, versions of one text rows of them.
const ROW: usize = 3;

/// How probably one text is a later version of the other: the part of the rows of three words that both have in common,
/// twice what is shared by what each has, 0 to 1. 1 is the same words in whatever form (see [`crate::release_key`]); a
/// text with a paragraph more or some names put right lies above 0.7, two releases of one kind below 0.3. It is the same
/// both ways; a text without a word is like none.
pub fn later_version_likeness(one: &str, other: &str) -> f32 {
    let (one, other) = (rows(one), rows(other));
    let sum = |rows: &HashMap<u64, u32>| rows.values().map(|times| f64::from(*times)).sum::<f64>();
    let all = sum(&one) + sum(&other);
    if all == 0.0 {
        return 0.0;
    }
    let times = |(row, times): (&u64, &u32)| {
        let there = other.get(row).copied().unwrap_or_default();
        f64::from(there.min(*times))
    };
    let shared: f64 = one.iter().map(times).sum();
    // what is lost is beyond what two texts tell
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a part of 1 needs no more digits"
    )]
    let part = (2.0 * shared / all) as f32;
    part
}

/// The rows of words of a text, each with how often it stands there; of a shorter text the whole is one row.
fn rows(text: &str) -> HashMap<u64, u32> {
    let text = normalise_newlines(text);
    let seen = View::of(&text).map_or_else(|| text.clone().into_owned(), |view| view.text());
    let plain = |word: &str| -> String { fold(word).chars().filter_map(plain_letter).collect() };
    let words: Vec<String> = words(&seen).map(|word| plain(word.text)).collect();
    let mut rows = HashMap::new();
    if words.is_empty() {
        return rows;
    }
    for row in words.windows(ROW.min(words.len())) {
        let mut hasher = DefaultHasher::new();
        row.hash(&mut hasher);
        *rows.entry(hasher.finish()).or_default() += 1;
    }
    rows
}
