//! A text as the index sees it: one word a place, so that words side by side are found side by side.

use crate::cases::kazakh::is_bare_case;
use crate::keys::term::Term;
use crate::text::fold::{fold, is_double_quote};
use crate::text::token::{is_hyphen, words};
use crate::view::View;
use std::collections::HashMap;
use std::rc::Rc;

/// The words of a text as they are indexed, in order. Parts of a hyphenated word have a place each («ректор-төрағасы»
/// is two), the groups of a long number share one («5 000» is 5000), and an ending that hangs on a word by a hyphen or
/// a quotation mark («ҚР-ның», «Ерлік»тің) has none. A word that a line end cuts («оқыр-⏎мандарды») is one, as it is read.
#[derive(Debug, Default)]
pub struct Indexed {
    /// One a place.
    pub words: Vec<IndexedWord>,
    /// Other writings of the same places: a hyphenated word without hyphens, the groups of a long number, the parts of a
    /// word that a line end cuts.
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
    for (start, end, whole) in find_cut_words(text) {
        let Some(term) = term(&whole) else { continue };
        let word = IndexedWord { start, end, term };
        // of «ректор-⏎төрағасы» each part is a word wherever the line ends
        match whole.contains(is_hyphen) {
            true => made.besides.push(word),
            false => made.put_in_place_of_parts(word),
        }
    }
    made
}

impl Indexed {
    /// Puts a word in the place of those that are parts of it.
    fn put_in_place_of_parts(&mut self, whole: IndexedWord) {
        let first = self.words.partition_point(|word| word.end <= whole.start);
        let behind = self.words.partition_point(|word| word.start < whole.end);
        let parts = self.words.splice(first..behind.max(first), [whole]);
        self.besides.extend(parts);
    }
}

/// The words that a line end cuts, each whole, with the chars of the text from its first to behind its last.
fn find_cut_words(text: &str) -> Vec<(usize, usize, String)> {
    // most texts have none, and need no view to be made
    let is_cut = |line: &str| line.trim_end().ends_with(|c| is_hyphen(c) || c == '\u{ad}');
    if !text.lines().any(is_cut) {
        return Vec::new();
    }
    let Some(view) = View::of(text) else {
        return Vec::new();
    };
    let ends: Vec<usize> = text
        .chars()
        .enumerate()
        .filter(|(_, c)| *c == '\n')
        .map(|(at, _)| at)
        .collect();
    let seen = view.text();
    let cut = words(&seen).filter_map(|word| {
        let span = view.span_that_came(word.start, word.end);
        let next = ends.partition_point(|end| *end < span.start);
        let has_end = ends.get(next).is_some_and(|end| *end < span.end);
        has_end.then(|| (span.start, span.end, word.text.to_owned()))
    });
    cut.collect()
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

    const WRAPPED: &str = "Кітапхана қызметкерлері жаңа кітаптармен таныстырып, жиналған оқыр-\n\
        мандарды тағы бір жаңалықпен қуантты. Олар әр сенбі сайын балаларға\n\
        арналған сабақтар өткізетін болды, ал ересектерге ректор-\n\
        төрағасы дәріс оқиды деп күтіліп отыр.";

    #[test]
    fn a_word_that_a_line_end_cuts_is_one() {
        let made = indexed(WRAPPED);
        let at = made
            .words
            .iter()
            .position(|word| word.term.form == "окырмандарды")
            .unwrap();
        let word = &made.words[at];
        let shown: String = WRAPPED
            .chars()
            .skip(word.start)
            .take(word.end - word.start)
            .collect();
        assert_eq!(shown, "оқыр-\nмандарды");
        // what stands beside it is found beside it, and its parts are found still
        assert_eq!(made.words[at - 1].term.form, "жиналган");
        assert_eq!(made.words[at + 1].term.form, "тагы");
        assert!(made.besides.iter().any(|part| part.term.form == "окыр"));
        assert!(made.words.iter().any(|part| part.term.form == "торагасы"));
    }

    proptest! {
        #[test]
        fn offsets_lie_in_the_text_in_order(s in "(.|[а-яқі0-9\\-' \u{ad}\u{306}«»\n]|[а-я]{3}-\n[а-я]{3}){0,60}") {
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
