//! A name as the text has it.

/// A name in the text. Its parts are in the nominative.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mention {
    /// First and last token.
    pub first: usize,
    pub last: usize,
    pub given: Option<String>,
    pub surname: Option<String>,
    pub patronymic: Option<String>,
    /// Letters of initials, in order: «Б.», «Т.С.»
    pub initials: Vec<String>,
    /// Initials as the text prints them before the surname, with what parts them: «Т.С. », «Б.».
    pub ahead: String,
    /// Initials as the text prints them behind the surname: « Т.С.».
    pub behind: String,
    /// Whether the surname stands before the given name.
    pub surname_first: bool,
    /// Whether the patronymic stands before the surname.
    pub patronymic_between: bool,
    /// Whether the name carries a Kazakh case.
    pub inflected: bool,
    /// How it was found, for the reason shown.
    pub by: By,
}

/// What made a name of these words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum By {
    #[default]
    Surname,
    List,
    Tagger,
    Record,
}

impl Mention {
    /// The name as a reader writes it, in the nominative.
    pub fn name(&self) -> String {
        if let Some(surname) = self.surname.as_ref().filter(|_| !self.initials.is_empty()) {
            return format!("{}{surname}{}", self.ahead, self.behind);
        }
        let mut parts: Vec<String> = Vec::new();
        let given = self
            .given
            .iter()
            .cloned()
            .chain(self.initials.iter().map(|letter| format!("{letter}.")));
        if self.surname_first && self.initials.is_empty() {
            parts.extend(self.surname.clone());
            parts.extend(given);
            parts.extend(self.patronymic.clone());
        } else {
            parts.extend(given);
            if self.patronymic_between {
                parts.extend(self.patronymic.clone());
                parts.extend(self.surname.clone());
            } else {
                parts.extend(self.surname.clone());
                parts.extend(self.patronymic.clone());
            }
        }
        parts.join(" ")
    }

    /// Whether it says more than a bare given name or surname.
    pub fn is_full(&self) -> bool {
        self.given.is_some() && (self.surname.is_some() || self.patronymic.is_some())
    }
}
