//! Which of the lines at the head of a text is its title, where several may be. Pages print above it what no list
//! foresees: the name of a newspaper, the weather, a motto. How much each clue counts was learnt from releases whose
//! titles are marked.

use std::collections::{BTreeSet, HashSet};
use std::sync::OnceLock;

use crate::lines::cut::next_line;
use crate::text::fold::{fold, is_double_quote};
use crate::text::token::words;
use crate::weights::{Weights, hash_of};

static SHIPPED: &[u8] = include_bytes!("../../../../assets/models/titles.weights");

/// No more lines are weighed.
const MAX_CANDIDATES: usize = 12;

/// Another than the first is chosen where it is so many times as likely.
const LIKELIER: f32 = 2.0;

/// So much of the text below is compared with a line, in bytes.
const MAX_BELOW: usize = 4000;

/// Tells clues of titles from all others that are weighed.
const TEMPLATE: u8 = 210;

/// The line that is the title among those that may be, where another than the first is likelier; `below` is the text
/// under them.
pub(crate) fn choose<'a>(candidates: &[&'a str], text: &str, below: &str) -> Option<&'a str> {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    if candidates.len() < 2 {
        return None;
    }
    // weights that do not load leave the first line
    let weights = WEIGHTS.get_or_init(|| Weights::from_bytes(SHIPPED).unwrap_or_default());
    let best = choose_title(weights, &clues(candidates, text, below));
    (best > 0).then(|| candidates[best])
}

/// The number of the candidate that is the title, by the weights of their clues.
pub fn choose_title(weights: &Weights, candidates: &[Vec<u32>]) -> usize {
    let likely = weights.likelihoods(candidates);
    let best = (0..likely.len()).max_by(|one, other| likely[*one].total_cmp(&likely[*other]));
    best.filter(|best| likely[*best] >= LIKELIER * likely[0])
        .unwrap_or(0)
}

/// The lines that are weighed, of those that may be the title.
pub(crate) fn weighed<'c, 'a>(candidates: &'c [&'a str]) -> &'c [&'a str] {
    &candidates[..candidates.len().min(MAX_CANDIDATES)]
}

/// The clues of each candidate. `text`: the whole text, which they are slices of.
pub(crate) fn clues(candidates: &[&str], text: &str, below: &str) -> Vec<Vec<u32>> {
    let mut end = below.len().min(MAX_BELOW);
    while !below.is_char_boundary(end) {
        end -= 1;
    }
    let stems: HashSet<String> = words(&below[..end])
        .filter_map(|word| stem(word.text))
        .collect();
    let folded: Vec<String> = candidates.iter().map(|line| letters_of(line)).collect();
    candidates
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let around = Around {
                place: at,
                after: candidates.len() - 1 - at,
                repeated: folded
                    .iter()
                    .enumerate()
                    .any(|(other, letters)| other != at && *letters == folded[at]),
                within: folded.iter().enumerate().any(|(other, letters)| {
                    other != at
                        && letters.len() > folded[at].len()
                        && letters.contains(folded[at].as_str())
                }),
                holds: folded.iter().enumerate().any(|(other, letters)| {
                    other != at
                        && !letters.is_empty()
                        && letters.len() < folded[at].len()
                        && folded[at].contains(letters.as_str())
                }),
                blank: blanks_around(text, line),
            };
            clues_of(line, &around, &stems)
        })
        .collect()
}

/// How a line stands among the others.
struct Around {
    place: usize,
    after: usize,
    repeated: bool,
    within: bool,
    holds: bool,
    /// Whether a blank line stands before it and behind it.
    blank: (bool, bool),
}

fn clues_of(line: &str, around: &Around, stems: &HashSet<String>) -> Vec<u32> {
    let line = line.trim();
    let mut clues = BTreeSet::new();
    let mut add = |parts: &[&str]| {
        clues.insert(hash_of(TEMPLATE, parts));
    };
    let all: Vec<&str> = line.split_whitespace().collect();
    let size = match all.len() {
        0..=3 => all.len().to_string(),
        4..=5 => "4".to_owned(),
        6..=9 => "6".to_owned(),
        10..=15 => "10".to_owned(),
        _ => "16".to_owned(),
    };
    let after = around.after.min(3).to_string();
    let blank = format!("{}{}", u8::from(around.blank.0), u8::from(around.blank.1));
    let own: Vec<String> = words(line).filter_map(|word| stem(word.text)).collect();
    let shared = own.iter().filter(|stem| stems.contains(*stem)).count();
    let overlap = match (shared * 4, own.len()) {
        (_, 0) => "none",
        (0, _) => "0",
        (shared, all) if shared < all => "1",
        (shared, all) if shared < 2 * all => "2",
        (shared, all) if shared < 3 * all => "3",
        _ => "4",
    };
    let last = line.chars().next_back().unwrap_or(' ');
    let end = match last {
        '.' | '!' | '?' | ':' | '…' | ',' | ';' | ')' => last.to_string(),
        c if c.is_ascii_digit() => "0".to_owned(),
        c if is_double_quote(c) => "\"".to_owned(),
        _ => "a".to_owned(),
    };
    let first = line.chars().next().unwrap_or(' ');
    let begin = match first {
        c if c.is_uppercase() => "A",
        c if c.is_lowercase() => "a",
        c if c.is_ascii_digit() => "0",
        c if is_double_quote(c) => "\"",
        _ => "-",
    };
    let capitals = all
        .iter()
        .skip(1)
        .filter(|word| {
            word.chars()
                .find(|c| c.is_alphabetic())
                .is_some_and(char::is_uppercase)
        })
        .count();
    let shouted = line.contains(char::is_uppercase) && !line.contains(char::is_lowercase);
    let case = match (shouted, capitals, all.len()) {
        (true, ..) => "all",
        (_, 0, _) => "none",
        (_, some, all) if some + 1 >= all => "each",
        (_, some, all) if 2 * some >= all => "many",
        _ => "some",
    };
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let figures = match (digits, letters) {
        (0, _) => "none",
        (digits, letters) if digits * 2 > letters => "most",
        (digits, letters) if digits * 8 > letters => "many",
        _ => "few",
    };
    add(&["place", &around.place.min(4).to_string()]);
    add(&["after", &after]);
    add(&["size", &size]);
    add(&["size after", &size, &after]);
    add(&["blank", &blank]);
    add(&["blank after", &blank, &after]);
    add(&["overlap", overlap]);
    add(&["overlap size", overlap, &size]);
    add(&["overlap after", overlap, &after]);
    add(&["end", &end]);
    add(&["end size", &end, &size]);
    add(&["begin", begin]);
    add(&["case", case]);
    add(&["case size", case, &size]);
    add(&["figures", figures]);
    for (holds, name) in [
        (around.repeated, "repeated"),
        (around.within, "within"),
        (around.holds, "holds"),
        (
            line.contains(['@', '|']) || line.contains("www.") || line.contains("http"),
            "address",
        ),
        (
            line.contains('.') && all.len() < 4 && line.is_ascii(),
            "site",
        ),
        (line.contains('»') && !line.contains('«'), "path"),
        (line.contains(':'), "colon"),
        (line.contains(" – ") || line.contains(" — "), "dash"),
        (line.contains(". "), "sentences"),
        (line.contains(','), "comma"),
        (line.is_ascii(), "latin"),
    ] {
        if holds {
            add(&[name]);
            add(&[name, &after]);
        }
    }
    let mut letters = own.iter();
    if let Some(first) = letters.next() {
        add(&["first", first]);
    }
    // how the last word ends tells a verb, as headlines have
    if let Some(word) = words(line).last() {
        let word = fold(word.text);
        let ends: Vec<char> = word.chars().rev().take(3).collect();
        for length in 2..=ends.len() {
            let ending: String = ends[..length].iter().rev().collect();
            add(&["ending", &ending]);
        }
    }
    clues.into_iter().collect()
}

/// Whether a blank line stands before a line of a text and behind it; the edges of the text are blank.
fn blanks_around(text: &str, line: &str) -> (bool, bool) {
    let begin = (line.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    let before = text.get(..begin).unwrap_or_default();
    let above = before.rfind('\n').map_or("", |at| &before[..at]);
    let behind = text.get(begin + line.len()..).unwrap_or_default();
    let below = behind.split_once('\n').map_or("", |(_, below)| below);
    (
        above
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .trim()
            .is_empty(),
        below
            .split('\n')
            .next()
            .unwrap_or_default()
            .trim()
            .is_empty(),
    )
}

/// The first letters of a word of four or more, folded: enough to meet its other forms.
fn stem(word: &str) -> Option<String> {
    let folded = fold(word);
    let letters = folded.chars().count();
    (letters > 3).then(|| {
        folded
            .chars()
            .take(letters.clamp(4, 6) - usize::from(letters > 5))
            .collect()
    })
}

fn letters_of(line: &str) -> String {
    fold(line).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What follows the candidates in a text.
pub(crate) fn below_last<'a>(text: &'a str, candidates: &[&str]) -> &'a str {
    candidates.last().map_or(text, |last| {
        let begin = (last.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
        let (_, below) = next_line(text.get(begin..).unwrap_or_default());
        below
    })
}
