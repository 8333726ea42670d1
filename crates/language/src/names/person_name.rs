//! The parts of a person's name as it stands on record, in the nominative: surname, given names, patronymic.

use crate::cases::surnames::is_surname;
use crate::gazetteer::is_given;
use crate::text::latin::cyrillic;

/// A person's name in its parts; what it has not, or what cannot be told, is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonName {
    /// Surname: Исабаев; of who has none, what serves as one: Бекұлы of «Ерлан Бекұлы».
    pub surname: Option<String>,
    /// Given names or initials.
    pub given: Option<String>,
    /// Patronymic: Серікқызы, Сергеевна.
    pub patronymic: Option<String>,
    /// Whether the form of the words tells which is which; else the press's order was believed, surname last.
    pub sure: bool,
}

/// What a word of a name looks like.
struct Part {
    text: String,
    lower: String,
}

impl Part {
    fn is_initial(&self) -> bool {
        let mut letters = self.lower.chars().filter(|c| c.is_alphanumeric());
        let first = letters.next();
        first.is_some() && (letters.next().is_none() || self.text.ends_with('.'))
    }

    fn is_kazakh_fathers(&self) -> bool {
        let ends = ["ұлы", "қызы", "улы", "кызы"];
        ends.iter().any(|end| {
            self.lower
                .strip_suffix(end)
                .is_some_and(|father| father.chars().nth(1).is_some())
        })
    }

    fn is_russian_fathers(&self) -> bool {
        let ends = ["вич", "ьич", "мич", "вна", "чна"];
        ends.iter().any(|end| {
            self.lower
                .strip_suffix(end)
                .is_some_and(|father| father.chars().nth(1).is_some())
        })
    }

    fn is_fathers(&self) -> bool {
        self.is_kazakh_fathers() || self.is_russian_fathers()
    }

    fn is_given(&self) -> bool {
        is_given(&self.lower)
    }

    /// Whether it is built as surnames alone are: Исабаев, Маевская, but neither Марина nor Бекұлы.
    fn is_built(&self) -> bool {
        !self.is_fathers() && !self.is_given() && is_surname(&self.lower)
    }
}

/// Reads a name that is written in the nominative, in whichever order: «Айгерім Серікқызы Ахметова», «Ахметова А. С.»,
/// «Бекұлы Ерлан», «Ахметова, Айгерім».
pub fn person_name(name: &str) -> PersonName {
    if let Some((surname, rest)) = name.split_once(',') {
        let parts = cut(rest);
        let fathers = parts
            .iter()
            .rposition(Part::is_fathers)
            .filter(|at| *at > 0);
        return put_together(&parts, None, fathers, true).with_surname(surname);
    }
    let parts = cut(name);
    let (surname, fathers, sure) = tell_apart(&parts);
    put_together(&parts, surname, fathers, sure)
}

/// The same where somebody has said what some parts are: what is said stands, the rest of the name is read beside it.
pub fn person_name_with(name: &str, said: [Option<&str>; 3]) -> PersonName {
    let [surname, given, patronymic] = said.map(|part| part.filter(|part| !part.trim().is_empty()));
    if surname.is_none() && given.is_none() && patronymic.is_none() {
        return person_name(name);
    }
    let taken: Vec<&str> = [surname, given, patronymic]
        .into_iter()
        .flatten()
        .flat_map(str::split_whitespace)
        .collect();
    let mut parts = cut(name);
    parts.retain(|part| !taken.contains(&part.text.as_str()));
    let read = match (surname, given) {
        (Some(_), _) => {
            let fathers = parts.iter().position(Part::is_fathers);
            put_together(&parts, None, fathers.filter(|_| patronymic.is_none()), true)
        }
        (None, Some(_)) => {
            let fathers = parts
                .iter()
                .rposition(Part::is_fathers)
                .filter(|_| parts.len() > 1);
            let surname = (0..parts.len()).find(|at| Some(*at) != fathers);
            put_together(&parts, surname, fathers, true)
        }
        (None, None) => {
            let (surname, fathers, sure) = tell_apart(&parts);
            put_together(&parts, surname, fathers, sure)
        }
    };
    let said = |part: Option<&str>, read: Option<String>| part.map(str::to_owned).or(read);
    PersonName {
        surname: said(surname, read.surname),
        given: said(given, read.given),
        patronymic: said(patronymic, read.patronymic),
        sure: read.sure,
    }
}

/// The name with its surname first, as a catalogue lists it; as it is where it has no surname beside another part.
pub fn surname_first(name: &PersonName) -> Option<String> {
    let rest: Vec<&str> = [&name.given, &name.patronymic]
        .into_iter()
        .filter_map(|part| part.as_deref())
        .collect();
    let surname = name.surname.as_deref().filter(|_| !rest.is_empty())?;
    Some(format!("{surname} {}", rest.join(" ")))
}

impl PersonName {
    fn with_surname(self, surname: &str) -> PersonName {
        let surname = surname.split_whitespace().collect::<Vec<_>>().join(" ");
        PersonName {
            surname: Some(surname).filter(|surname| !surname.is_empty()),
            ..self
        }
    }
}

/// The words of a name: initials without a blank between them part, «Серік ұлы» is one.
fn cut(name: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for word in name.split_whitespace() {
        let mut rest = word;
        while let Some(dot) = rest.find('.') {
            let (initial, more) = rest.split_at(dot + 1);
            if more.is_empty() || initial.chars().count() > 3 {
                break;
            }
            parts.push(part(initial));
            rest = more;
        }
        let hangs =
            ["ұлы", "қызы", "улы", "кызы", "uly", "qyzy"].contains(&rest.to_lowercase().as_str());
        match parts.last_mut() {
            Some(before) if hangs && !before.is_initial() => {
                *before = part(&format!("{} {rest}", before.text));
            }
            _ => parts.push(part(rest)),
        }
    }
    parts.retain(|part| part.lower.contains(char::is_alphanumeric));
    parts
}

fn part(text: &str) -> Part {
    Part {
        text: text.to_owned(),
        lower: cyrillic(text),
    }
}

/// Where the surname stands and where the patronymic, and whether their form tells it.
fn tell_apart(parts: &[Part]) -> (Option<usize>, Option<usize>, bool) {
    let last = parts.len().saturating_sub(1);
    let [first, .., _] = parts else {
        // one word alone: «Роза», «Исабаев»
        let is_surname = parts.first().is_some_and(|only| !only.is_given());
        return (is_surname.then_some(0), None, false);
    };
    let fathers: Vec<usize> = (0..parts.len())
        .filter(|at| parts[*at].is_fathers())
        .collect();
    let built: Vec<usize> = (0..parts.len())
        .filter(|at| parts[*at].is_built())
        .collect();
    // a patronymic stands behind the given name; of two such words one is the surname: «Ерлан Серікұлы Бекұлы»
    let patronymic = match fathers.as_slice() {
        [] => None,
        [only] if built.is_empty() && parts.len() == 2 => {
            // «Ерлан Бекұлы», «Бекұлы Ерлан»; «Людмила Аркадьевна» has a surname elsewhere
            return match parts[*only].is_kazakh_fathers() {
                true => (Some(*only), None, true),
                false => (None, Some(*only), true),
            };
        }
        [0] => return (Some(0), None, true),
        [only] => Some(*only),
        [0, then, ..] => return (Some(0), Some(*then), true),
        [inner, ..] if built.is_empty() => return (Some(last), Some(*inner), true),
        [.., outer] => Some(*outer),
    };
    if let Some(at) = built
        .iter()
        .rev()
        .find(|at| **at == 0 || **at == last)
        .or(built.last())
    {
        // of two built alike the press has the surname last, a register first
        let at = match (built.as_slice(), patronymic) {
            ([0, ..], Some(fathers)) if fathers == last => 0,
            _ => *at,
        };
        return (Some(at), patronymic, built.len() == 1);
    }
    if let Some(fathers) = patronymic {
        // «Айгерім Серікқызы Нұрбек»; «Ким Валерий Иванович», «Нұрлан Бек Серікұлы»
        if fathers != last {
            return (Some(last), patronymic, true);
        }
        let given_first = first.is_given() && parts.get(1).is_some_and(|next| !next.is_given());
        return (Some(usize::from(given_first)), patronymic, given_first);
    }
    let full: Vec<usize> = (0..parts.len())
        .filter(|at| !parts[*at].is_initial())
        .collect();
    if let [only] = full.as_slice() {
        // «Ким В. И.»
        return (Some(*only), None, true);
    }
    let unlisted: Vec<usize> = full
        .iter()
        .copied()
        .filter(|at| !parts[*at].is_given())
        .collect();
    match unlisted.as_slice() {
        [only] if parts.len() == 2 => (Some(*only), None, true),
        _ => (full.last().copied(), None, false),
    }
}

fn put_together(
    parts: &[Part],
    surname: Option<usize>,
    fathers: Option<usize>,
    sure: bool,
) -> PersonName {
    let given: Vec<&str> = parts
        .iter()
        .enumerate()
        .filter(|(at, _)| Some(*at) != surname && Some(*at) != fathers)
        .map(|(_, part)| part.text.as_str())
        .collect();
    let text = |at: Option<usize>| Some(parts.get(at?)?.text.clone());
    PersonName {
        surname: text(surname),
        given: Some(given.join(" ")).filter(|given| !given.is_empty()),
        patronymic: text(fathers),
        sure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_listed_by_surname() {
        for (name, listed) in [
            ("Айгерім Ахметова", "Ахметова Айгерім"),
            ("Ахметова Айгерім", "Ахметова Айгерім"),
            ("Айгерім Серікқызы Ахметова", "Ахметова Айгерім Серікқызы"),
            ("Ахметова Айгерім Серікқызы", "Ахметова Айгерім Серікқызы"),
            ("Ахметова, Айгерім Серікқызы", "Ахметова Айгерім Серікқызы"),
            ("А. С. Ахметова", "Ахметова А. С."),
            ("А.С. Ахметова", "Ахметова А. С."),
            ("А.С.Ахметова", "Ахметова А. С."),
            ("Ахметова А.", "Ахметова А."),
            ("В. Ким", "Ким В."),
            ("Ерлан Бекұлы", "Бекұлы Ерлан"),
            ("Бекұлы Ерлан", "Бекұлы Ерлан"),
            ("Бекұлы Ерлан Серікұлы", "Бекұлы Ерлан Серікұлы"),
            ("Ерлан Серікұлы Бекұлы", "Бекұлы Ерлан Серікұлы"),
            ("Ерлан Бек ұлы", "Бек ұлы Ерлан"),
            ("Нұрсұлтан Әбішұлы Назарбаев", "Назарбаев Нұрсұлтан Әбішұлы"),
            (
                "Валентина Сергеевна Горбунова",
                "Горбунова Валентина Сергеевна",
            ),
            (
                "Горбунова Валентина Сергеевна",
                "Горбунова Валентина Сергеевна",
            ),
            ("Ким Валерий Иванович", "Ким Валерий Иванович"),
            ("Валерий Иванович Ким", "Ким Валерий Иванович"),
            ("Марина Полищук", "Полищук Марина"),
            ("Марина Ахметова", "Ахметова Марина"),
            ("Мұхтар Әуезов", "Әуезов Мұхтар"),
            ("Saule Omarova", "Omarova Saule"),
            (
                "Қасым-Жомарт Кемелұлы Тоқаев",
                "Тоқаев Қасым-Жомарт Кемелұлы",
            ),
            ("Анна Мария Шмидт", "Шмидт Анна Мария"),
        ] {
            let read = person_name(name);
            assert_eq!(
                surname_first(&read).as_deref(),
                Some(listed),
                "{name} {read:?}"
            );
        }
    }

    #[test]
    fn what_has_no_surname_beside_another_part_stays_as_it_is() {
        for name in ["Роза", "Исабаев", "", "Людмила Аркадьевна", "…"]
        {
            assert_eq!(surname_first(&person_name(name)), None, "{name}");
        }
        let read = person_name("Людмила Аркадьевна");
        assert_eq!(read.given.as_deref(), Some("Людмила"));
        assert_eq!(read.patronymic.as_deref(), Some("Аркадьевна"));
        assert_eq!(person_name("Роза").given.as_deref(), Some("Роза"));
        assert_eq!(person_name("Исабаев").surname.as_deref(), Some("Исабаев"));
    }

    #[test]
    fn it_says_where_it_is_not_sure() {
        assert!(person_name("Айгерім Ахметова").sure);
        assert!(person_name("Ерлан Бекұлы").sure);
        assert!(!person_name("Нұрлан Бек Сапар").sure);
    }

    proptest! {
        #[test]
        fn no_word_is_lost(name in "[А-Яа-яқұА-Я]{1,9}\\.?( [А-Яа-яұлы]{1,9}){0,4}") {
            let read = person_name(&name);
            let parts: Vec<String> = [read.surname, read.given, read.patronymic].into_iter().flatten().collect();
            let mut ours: Vec<&str> = parts.iter().flat_map(|part| part.split_whitespace()).collect();
            let mut theirs: Vec<&str> = name.split_whitespace().collect();
            ours.sort_unstable();
            theirs.sort_unstable();
            prop_assert_eq!(ours, theirs);
        }
    }
}
