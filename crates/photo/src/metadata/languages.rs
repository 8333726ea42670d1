//! A text in several languages, as XMP has it (ISO 16684-1, 8.2.2.4: language alternatives).

use serde::Serialize;

use super::stated::Reconcile;
use super::words::are_same_words;

/// What stands for «whoever asks for no language».
pub(crate) const DEFAULT: &str = "x-default";

/// One text of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InLanguage {
    /// The language as the photo writes it (RFC 3066 or BCP 47, as `kk` or `ru-KZ`), or `x-default`.
    pub language: String,
    /// The text in it.
    pub text: String,
}

/// A text in several languages, in the order in which the photo has them. It has at least one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct InLanguages {
    texts: Vec<InLanguage>,
}

impl InLanguages {
    /// The texts, if there is one.
    #[must_use]
    pub fn new(texts: Vec<InLanguage>) -> Option<Self> {
        (!texts.is_empty()).then_some(Self { texts })
    }

    /// A text of which no language is known.
    #[must_use]
    pub fn of_default(text: String) -> Self {
        let language = DEFAULT.to_owned();
        Self {
            texts: vec![InLanguage { language, text }],
        }
    }

    /// All texts with their languages.
    #[must_use]
    pub fn texts(&self) -> &[InLanguage] {
        &self.texts
    }

    /// The text for whoever asks for no language: that marked as such, else the first.
    #[must_use]
    pub fn default_text(&self) -> &str {
        let marked = self.texts.iter().find(|one| one.language == DEFAULT);
        marked
            .or_else(|| self.texts.first())
            .map_or("", |one| one.text.as_str())
    }

    /// The text in a language (`kk`), whatever region or script the photo adds to it (`kk-KZ`).
    #[must_use]
    pub fn text_in(&self, language: &str) -> Option<&str> {
        let of = |one: &&InLanguage| {
            let primary = one.language.split(['-', '_']).next().unwrap_or_default();
            one.language != DEFAULT && primary.eq_ignore_ascii_case(language)
        };
        self.texts.iter().find(of).map(|one| one.text.as_str())
    }

    /// Without the texts that are not wanted, if some are left.
    pub(crate) fn without(mut self, is_unwanted: fn(&str) -> bool) -> Option<Self> {
        self.texts.retain(|one| !is_unwanted(&one.text));
        Self::new(self.texts)
    }

    /// Whether each text of the other stands here too. A text of no known language may stand in any.
    fn says_all_of(&self, other: &Self) -> bool {
        other.texts.iter().all(|theirs| {
            self.texts.iter().any(|ours| {
                let is_in_it = theirs.language == DEFAULT || ours.language == theirs.language;
                is_in_it && are_same_words(&ours.text, &theirs.text)
            })
        })
    }
}

/// One that has all texts of the other, and more languages, is the fuller one.
impl Reconcile for InLanguages {
    fn join(&self, other: &Self) -> Option<Self> {
        if self.says_all_of(other) {
            Some(self.clone())
        } else {
            other.says_all_of(self).then(|| other.clone())
        }
    }

    fn goes_on_from(&self, cut: &Self) -> bool {
        let cut = cut.default_text();
        let goes_on = |one: &InLanguage| one.text.len() > cut.len() && one.text.starts_with(cut);
        self.texts.iter().any(goes_on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages(texts: &[(&str, &str)]) -> InLanguages {
        let texts = texts.iter().map(|(language, text)| InLanguage {
            language: (*language).to_owned(),
            text: (*text).to_owned(),
        });
        InLanguages::new(texts.collect()).unwrap()
    }

    #[test]
    fn the_fuller_of_two_that_agree_holds() {
        let exif = InLanguages::of_default("Участники".to_owned());
        let xmp = languages(&[("kk-KZ", "Қатысушылар"), ("ru", "Участники")]);
        assert_eq!(exif.join(&xmp), Some(xmp.clone()));
        assert_eq!(xmp.join(&exif), Some(xmp.clone()));
        assert_eq!(InLanguages::of_default("Иное".to_owned()).join(&xmp), None);
        assert_eq!(xmp.default_text(), "Қатысушылар");
        assert_eq!(xmp.text_in("kk"), Some("Қатысушылар"));
        assert_eq!(xmp.text_in("en"), None);
    }
}
