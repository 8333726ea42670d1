//! The three forms under which one word is indexed and looked for.

use crate::cases::stem::stem_kk;
use crate::text::fold::{fold, is_accent};
use crate::text::marks::is_invisible;
use crate::text::script::in_one_script;
use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most chars a key has; a longer one is cut.
pub const MAX_KEY_CHARS: usize = 64;

/// A word as the index knows it. Each form is one to [`MAX_KEY_CHARS`] lower-case letters and digits, hence a
/// single token of FTS5's unicode61.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Folded, as it is printed.
    pub form: String,
    /// Its Kazakh stem.
    pub kazakh: String,
    /// Its Russian stem; of a word that has letters beside the Russian ones, the Kazakh one again.
    pub russian: String,
}

impl Term {
    /// The forms of a word; none where it has no letter or digit.
    pub fn of(word: &str) -> Option<Term> {
        let whole = fold(word);
        let form = key(&whole)?;
        let kazakh = key(&stem_kk(&whole)).unwrap_or_else(|| form.clone());
        let russian = russian_stem(word).unwrap_or_else(|| kazakh.clone());
        Some(Term {
            form,
            kazakh,
            russian,
        })
    }

    /// A word of which only a key is known: it has that in every place of a form.
    pub fn of_key(key: &str) -> Term {
        Term {
            form: key.to_owned(),
            kazakh: key.to_owned(),
            russian: key.to_owned(),
        }
    }

    /// Its forms, each once.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let kazakh = (self.kazakh != self.form).then_some(self.kazakh.as_str());
        let russian = (self.russian != self.form && self.russian != self.kazakh)
            .then_some(self.russian.as_str());
        std::iter::once(self.form.as_str())
            .chain(kazakh)
            .chain(russian)
    }

    /// Whether both may be the same word: they share a form.
    pub fn meets(&self, other: &Term) -> bool {
        self.keys().any(|key| other.keys().any(|own| own == key))
    }
}

fn russian_stem(word: &str) -> Option<String> {
    // The Russian stemmer knows й, so it gets the word unfolded, without stress marks and soft hyphens.
    let composed: String = word
        .nfc()
        .filter(|c| !is_accent(*c) && !is_invisible(*c))
        .collect();
    let lower: String = in_one_script(&composed)
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ё' { 'е' } else { c })
        .collect();
    if lower.is_empty() || !lower.chars().all(|c| ('а'..='я').contains(&c)) {
        return None;
    }
    let stem = fold(&Stemmer::create(Algorithm::Russian).stem(&lower));
    // A shorter stem is chance: елу (fifty) would meet ел (country).
    stem.chars().nth(2)?;
    key(&stem)
}

fn key(folded: &str) -> Option<String> {
    let key: String = folded
        .chars()
        .filter(|&c| is_key_char(c))
        .take(MAX_KEY_CHARS)
        .collect();
    (!key.is_empty()).then_some(key)
}

/// Letters and digits that the tokenizer takes for such too: neither marks nor letters in circles.
fn is_key_char(c: char) -> bool {
    c.is_alphanumeric()
        && !is_combining_mark(c)
        && !matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f100}'..='\u{1f1ff}')
}
