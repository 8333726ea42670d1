//! A name as the text has it.

use crate::cases::russian::Cases;

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
    /// Whether the surname stands before the given name or the initials.
    pub surname_first: bool,
    /// Whether the patronymic stands before the surname: «Нұрлан Болатұлы Омаров».
    pub patronymic_inside: bool,
    /// How the initials are printed: with a blank between them, with a blank beside the surname.
    pub blanks: (bool, bool),
    /// Whether the name stands in a case that no subject has.
    pub inflected: bool,
    /// The cases in which a name of a Russian text may stand; none where that is not known.
    pub cases: Cases,
    /// How it was found, for the reason shown.
    pub by: NameSign,
}

/// What made a name of these words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum NameSign {
    #[default]
    Surname,
    List,
    Tagger,
    Record,
    /// Learnt from annotated releases.
    Learned,
}

impl Mention {
    /// The name in the nominative, its parts in the order and its initials with the blanks of the text.
    pub fn name(&self) -> String {
        let initials: Vec<String> = self.initials.iter().map(|own| format!("{own}.")).collect();
        let blank = |wanted: bool| if wanted { " " } else { "" };
        let initials = initials.join(blank(self.blanks.0));
        let given = self.given.as_deref();
        let surname = self.surname.as_deref();
        let patronymic = self.patronymic.as_deref();
        let parts = match (self.surname_first, self.patronymic_inside) {
            (true, _) => [surname, given, patronymic],
            (false, true) => [given, patronymic, surname],
            (false, false) => [given, surname, patronymic],
        };
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        match (initials.is_empty(), self.surname_first) {
            (true, _) => name,
            (false, true) => format!("{name} {initials}"),
            (false, false) => format!("{initials}{}{name}", blank(self.blanks.1)),
        }
    }

    /// Whether it says more than a bare given name or surname.
    pub fn is_full(&self) -> bool {
        self.given.is_some() && (self.surname.is_some() || self.patronymic.is_some())
    }
}
