//! By what people call a person for short where they type: the surname, and the initials.

use crate::names::person_name::PersonName;
use crate::text::fold::fold;

/// What a name is called by for short, folded (see [`crate::fold`]).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameCalls {
    /// The surname; of who is known by one word, that.
    pub surname: Option<String>,
    /// The first letters of the given name and the surname; none where one of the two is not known.
    pub initials: Option<String>,
}

impl PersonName {
    /// By what the name is called for short.
    pub fn calls(&self) -> NameCalls {
        let folded =
            |part: &Option<String>| part.as_deref().map(fold).filter(|part| !part.is_empty());
        let (given, surname) = (folded(&self.given), folded(&self.surname));
        let first = |part: &Option<String>| part.as_deref().and_then(|part| part.chars().next());
        NameCalls {
            initials: first(&given)
                .zip(first(&surname))
                .map(|(given, surname)| [given, surname].into_iter().collect()),
            surname: surname.or(given),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::names::person_name::person_name;

    #[test]
    fn a_name_is_called_by_its_surname_and_its_initials() {
        for (name, surname, initials) in [
            ("Сәуле Омарова", "омарова", Some("со")),
            ("ОМАРОВА Сәуле Серікқызы", "омарова", Some("со")),
            ("С. Әлиев", "алиев", Some("са")),
            ("Saule Omarova", "omarova", Some("so")),
            ("Абай", "абаи", None),
        ] {
            let calls = person_name(name).calls();
            assert_eq!(calls.surname.as_deref(), Some(surname), "{name}");
            assert_eq!(calls.initials.as_deref(), initials, "{name}");
        }
    }
}
