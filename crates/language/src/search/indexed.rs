//! A text as the index sees it: one word a place, so that words side by side are found side by side.

use crate::cases::kazakh::is_bare_case;
use crate::keys::term::Term;
use crate::text::fold::{fold, is_double_quote};
use crate::text::token::{is_hyphen, words};
use std::collections::HashMap;
use std::rc::Rc;

/// The words of a text as they are indexed, in order. Parts of a hyphenated word have a place each («ректор-төрағасы»
/// is two), the groups of a long number share one («5 000» is 5000), and an ending that hangs on a word by a hyphen or
/// a quotation mark («ҚР-ның», «Ерлік»тің) has none.
#[derive(Debug, Default)]
pub struct Indexed {
    /// One a place.
    pub words: Vec<IndexedWord>,
    /// Other writings of the same places: a hyphenated word without hyphens, the groups of a long number.
    pub besides: Vec<IndexedWord>,
}

/// A word of a text with its forms. Offsets count chars of the text, `end` exclusive.
#[derive(Debug, Clone)]
pub struct IndexedWord {
    /// Chars before it.
    pub start: usize,
    /// Chars before what follows.
    pub end: usize,
    /// Its forms.
    pub term: Rc<Term>,
}

/// A part of a word before long numbers are joined.
struct Part<'t> {
    start: usize,
    end: usize,
    text: &'t str,
    /// The chars between the part before and this one are a single blank.
    after_blank: bool,
}

/// The words of a text as the index sees them.
pub fn indexed(text: &str) -> Indexed {
    let mut made = Indexed::default();
    // Words repeat; their forms are made once.
    let mut known: HashMap<String, Option<Rc<Term>>> = HashMap::new();
    let mut term = |word: &str| -> Option<Rc<Term>> {
        if let Some(known) = known.get(word) {
            return known.clone();
        }
        let made = Term::of(word).map(Rc::new);
        known.insert(word.to_owned(), made.clone());
        made
    };
    let mut parts: Vec<Part<'_>> = Vec::new();
    // where the part before ends, in bytes
    let mut last = 0;
    for word in words(text) {
        let at = word.text.as_ptr() as usize - text.as_ptr() as usize;
        let between = text.get(last..at).unwrap_or_default();
        let mut chars = word.start;
        let mut byte = at;
        let mut several = false;
        for (place, piece) in word.text.split(is_hyphen).enumerate() {
            let (start, length) = (chars, piece.chars().count());
            chars += length + 1;
            let between = match place {
                0 => between,
                _ => "-",
            };
            // one hyphen of two or three bytes
            if place > 0 {
                let hyphen = text.get(byte..).and_then(|rest| rest.chars().next());
                byte += hyphen.map_or(0, char::len_utf8);
            }
            byte += piece.len();
            if piece.is_empty() {
                continue;
            }
            let hangs = place > 0
                || between.chars().next_back().is_some_and(is_double_quote)
                    && !between.contains(char::is_whitespace)
                    && between.chars().count() == 1;
            if let Some(before) = parts.last_mut().filter(|_| hangs && is_ending(piece)) {
                before.end = start + length;
                continue;
            }
            several |= place > 0;
            parts.push(Part {
                start,
                end: start + length,
                text: piece,
                after_blank: is_blank(between),
            });
        }
        last = at + word.text.len();
        if several && let Some(term) = term(word.text) {
            made.besides.push(IndexedWord {
                start: word.start,
                end: word.end,
                term,
            });
        }
    }
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let groups = groups(parts.get(at..).unwrap_or_default());
        let number = parts.get(at..at + groups).unwrap_or_default();
        at += groups;
        let whole: String = match number {
            [_] => part.text.to_owned(),
            _ => number.iter().map(|part| part.text).collect(),
        };
        if let Some(term) = term(&whole) {
            let end = number.last().map_or(part.end, |part| part.end);
            made.words.push(IndexedWord {
                start: part.start,
                end,
                term,
            });
        }
        for part in number.iter().filter(|_| groups > 1) {
            if let Some(term) = term(part.text) {
                made.besides.push(IndexedWord {
                    start: part.start,
                    end: part.end,
                    term,
                });
            }
        }
    }
    made
}

fn is_ending(piece: &str) -> bool {
    is_bare_case(&fold(piece))
}

/// A single blank of any width, on one line.
fn is_blank(between: &str) -> bool {
    let mut chars = between.chars();
    chars.next().is_some_and(|c| c.is_whitespace() && c != '\n') && chars.next().is_none()
}

/// Of how many parts the number consists that these begin with; one for all else.
fn groups(parts: &[Part<'_>]) -> usize {
    let is_number = |part: &Part<'_>| part.text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((first, rest)) = parts.split_first() else {
        return 1;
    };
    if !is_number(first) || first.text.len() > 3 {
        return 1;
    }
    1 + rest
        .iter()
        .take_while(|part| part.after_blank && part.text.len() == 3 && is_number(part))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn forms(text: &str) -> Vec<String> {
        let words = indexed(text).words;
        words.iter().map(|word| word.term.form.clone()).collect()
    }

    fn besides(text: &str) -> Vec<String> {
        let words = indexed(text).besides;
        words.iter().map(|word| word.term.form.clone()).collect()
    }

    #[test]
    fn a_word_has_one_place_and_its_parts_have_one_each() {
        assert_eq!(
            forms("ректор-төрағасы мен ҚР-ның"),
            ["ректор", "торагасы", "мен", "кр"]
        );
        assert_eq!(besides("ректор-төрағасы мен"), ["ректорторагасы"]);
        assert_eq!(forms("«Ерлік»тің төрағасы"), ["ерлик", "торагасы"]);
        assert_eq!(forms("ЖО-1/5-78"), ["жо", "1", "5", "78"]);
    }

    #[test]
    fn groups_of_a_long_number_share_a_place() {
        for blank in [' ', '\u{a0}', '\u{202f}', '\u{2009}'] {
            assert_eq!(forms(&format!("5{blank}000 адам")), ["5000", "адам"]);
        }
        assert_eq!(forms("2 000 000-нан астам"), ["2000000", "астам"]);
        assert_eq!(besides("5 000"), ["5", "000"]);
        assert_eq!(forms("2026 100"), ["2026", "100"]);
        assert_eq!(forms("5\n000"), ["5", "000"]);
        assert_eq!(forms("№ 5, 120 бет"), ["5", "120", "бет"]);
    }

    #[test]
    fn places_reach_over_what_hangs_on_a_word() {
        let text = "Бұл «Ерлік»тің ісі";
        let word = indexed(text).words[1].clone();
        let shown: String = text
            .chars()
            .skip(word.start)
            .take(word.end - word.start)
            .collect();
        assert_eq!(shown, "Ерлік»тің");
    }

    proptest! {
        #[test]
        fn offsets_lie_in_the_text_in_order(s in "(.|[а-яқі0-9\\-' \u{ad}\u{306}«»\n]){0,60}") {
            let length = s.chars().count();
            let made = indexed(&s);
            let mut last = 0;
            for word in &made.words {
                prop_assert!(word.start >= last && word.start < word.end && word.end <= length);
                last = word.end;
            }
            for word in &made.besides {
                prop_assert!(word.start < word.end && word.end <= length);
            }
        }
    }
}
