//! Words and where they stand.

use crate::text::marks::{is_apostrophe, is_invisible};
use crate::text::script::is_letter;
use unicode_normalization::char::is_combining_mark;

/// A word of a text. Offsets count chars of the text, `end` exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// Chars before the word.
    pub start: usize,
    /// Chars before what follows the word.
    pub end: usize,
    /// The word as the text prints it.
    pub text: &'a str,
}

/// The words of a text in order. A word is a run of letters and digits of any script; it keeps single
/// hyphens and apostrophes (and soft hyphens) between them: «ректор-төрағасы» is one word, «Б.» is «Б».
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    Words { rest: text, at: 0 }
}

struct Words<'a> {
    rest: &'a str,
    /// Chars before `rest`.
    at: usize,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let mut skipped = 0;
        let (begin, _) = self.rest.char_indices().find(|&(_, c)| {
            let found = is_of_word(c);
            skipped += usize::from(!found);
            found
        })?;
        self.at += skipped;
        let (bytes, chars) = measure(&self.rest[begin..]);
        let word = Word {
            start: self.at,
            end: self.at + chars,
            text: &self.rest[begin..begin + bytes],
        };
        self.at = word.end;
        self.rest = &self.rest[begin + bytes..];
        Some(word)
    }
}

/// How many bytes and chars the word at the beginning of `text` takes.
fn measure(text: &str) -> (usize, usize) {
    let mut end = (0, 0);
    // A connector counts only once a letter or digit has followed it, and only one in a row.
    let mut connectors = 0;
    for (chars, (byte, c)) in text.char_indices().enumerate() {
        if is_of_word(c) || (connectors == 0 && is_combining_mark(c)) {
            end = (byte + c.len_utf8(), chars + 1);
            connectors = 0;
        } else if is_connector(c) && connectors == 0 {
            connectors = 1;
        } else if !is_invisible(c) {
            break;
        }
    }
    end
}

fn is_of_word(c: char) -> bool {
    is_letter(c) || c.is_numeric()
}

fn is_connector(c: char) -> bool {
    is_hyphen(c) || is_apostrophe(c)
}

/// Whether `c` joins the parts of one word.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(s: &str) -> Vec<&str> {
        words(s).map(|w| w.text).collect()
    }

    #[test]
    fn inner_hyphens_and_apostrophes_stay() {
        assert_eq!(
            texts("ректор-төрағасы мен О’Нил"),
            ["ректор-төрағасы", "мен", "О’Нил"]
        );
        assert_eq!(texts("18-ден 32-ге - дейін"), ["18-ден", "32-ге", "дейін"]);
        assert_eq!(texts("а--б -в г- 'д'"), ["а", "б", "в", "г", "д"]);
    }

    #[test]
    fn initials_and_quotes_are_not_part_of_words() {
        assert_eq!(
            texts("Б. Исабаев, Т.С. Омаров"),
            ["Б", "Исабаев", "Т", "С", "Омаров"]
        );
        assert_eq!(texts("«Ерлік» (№5)"), ["Ерлік", "5"]);
    }

    #[test]
    fn soft_hyphens_and_marks_do_not_cut_a_word() {
        assert_eq!(
            texts("ре\u{ad}форма и\u{306}од"),
            ["ре\u{ad}форма", "и\u{306}од"]
        );
        assert_eq!(texts("сөз\u{ad}\u{200b} жол"), ["сөз", "жол"]);
    }

    proptest! {
        #[test]
        fn offsets_count_chars(s in "(.|[а-яқі\\-' \u{ad}\u{306}«»\n]){0,60}") {
            let chars: Vec<char> = s.chars().collect();
            let mut last = 0;
            for word in words(&s) {
                prop_assert!(word.start >= last && word.start < word.end);
                prop_assert_eq!(chars[word.start..word.end].iter().collect::<String>(), word.text);
                last = word.end;
            }
            let in_words: usize = words(&s).map(|w| w.text.chars().filter(|c| c.is_alphanumeric()).count()).sum();
            prop_assert_eq!(in_words, s.chars().filter(|c| c.is_alphanumeric()).count());
        }
    }
}
