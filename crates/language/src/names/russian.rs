//! Names of people in Russian text: which cases a form may stand in, and what its nominative is.

use crate::cases::russian::{Cases, DAT_PREP, GEN_ACC, OBLIQUE_F};
use crate::cases::surnames::{KAZAKH_PATRONYMICS, ends_with_any, is_gendered_surname};
use crate::names::kazakh::nominative_kk;
use crate::word_list::{WordList, word_list};

/// Given name and surname of a Russian text in the nominative: («Бейбита», «Исабаева») are Бейбит Исабаев,
/// («Розы», «Исабаевой») are Роза Исабаева. Either may be missing. `genitive` says that the words around are in the
/// genitive, which decides for a given name on no list.
pub fn nominative_ru(
    given: Option<&str>,
    surname: Option<&str>,
    genitive: bool,
) -> (Option<String>, Option<String>) {
    let due = if genitive {
        Cases::GEN
    } else {
        Cases::default()
    };
    let name = nominative(given, None, surname, due);
    (name.given, name.surname)
}

/// A man's name, a woman's, or either's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Man,
    Woman,
    Either,
}

impl Gender {
    fn meets(self, other: Gender) -> bool {
        self == Gender::Either || other == Gender::Either || self == other
    }
}

/// What a word of a name may be: its nominative, the cases, whose name, and how sure that is.
#[derive(Debug, Clone)]
struct Reading {
    own: String,
    cases: Cases,
    gender: Gender,
    weight: i32,
}

/// One rule: the ending of the form, that of the nominative, cases, gender.
type Rule = (&'static str, &'static str, Cases, Gender);

#[rustfmt::skip]
const GIVEN: &[Rule] = &[
    ("а", "", GEN_ACC, Gender::Man), ("у", "", Cases::DAT, Gender::Man), ("ом", "", Cases::INS, Gender::Man),
    ("ем", "", Cases::INS, Gender::Man), ("е", "", Cases::PREP, Gender::Man),
    ("я", "й", GEN_ACC, Gender::Man), ("ю", "й", Cases::DAT, Gender::Man), ("ем", "й", Cases::INS, Gender::Man),
    ("е", "й", Cases::PREP, Gender::Man), ("ии", "ий", Cases::PREP, Gender::Man),
    ("я", "ь", GEN_ACC, Gender::Man), ("ю", "ь", Cases::DAT, Gender::Man), ("ем", "ь", Cases::INS, Gender::Man),
    ("ы", "а", Cases::GEN, Gender::Either), ("и", "а", Cases::GEN, Gender::Either), ("е", "а", DAT_PREP, Gender::Either),
    ("у", "а", Cases::ACC, Gender::Either), ("ой", "а", Cases::INS, Gender::Either), ("ей", "а", Cases::INS, Gender::Either),
    ("ии", "ия", GEN_ACC.or(DAT_PREP), Gender::Woman), ("ию", "ия", Cases::ACC, Gender::Woman),
    ("ией", "ия", Cases::INS, Gender::Woman), ("ие", "ия", DAT_PREP, Gender::Woman),
    ("и", "я", Cases::GEN, Gender::Either), ("е", "я", DAT_PREP, Gender::Either), ("ю", "я", Cases::ACC, Gender::Either),
    ("ей", "я", Cases::INS, Gender::Either), ("ёй", "я", Cases::INS, Gender::Either),
    ("и", "ь", Cases::GEN.or(DAT_PREP), Gender::Woman), ("ью", "ь", Cases::INS, Gender::Woman),
];

#[rustfmt::skip]
const SURNAME: &[Rule] = &[
    ("", "", Cases::NOM, Gender::Man), ("а", "", GEN_ACC, Gender::Man), ("у", "", Cases::DAT, Gender::Man),
    ("ым", "", Cases::INS, Gender::Man), ("е", "", Cases::PREP, Gender::Man),
    ("а", "а", Cases::NOM, Gender::Woman), ("ой", "а", OBLIQUE_F, Gender::Woman), ("у", "а", Cases::ACC, Gender::Woman),
];

#[rustfmt::skip]
const ADJECTIVAL: &[Rule] = &[
    ("ий", "ий", Cases::NOM, Gender::Man), ("ый", "ый", Cases::NOM, Gender::Man),
    ("ого", "ий", GEN_ACC, Gender::Man), ("ому", "ий", Cases::DAT, Gender::Man), ("им", "ий", Cases::INS, Gender::Man),
    ("ым", "ый", Cases::INS, Gender::Man), ("ом", "ий", Cases::PREP, Gender::Man),
    ("ая", "ая", Cases::NOM, Gender::Woman), ("ой", "ая", OBLIQUE_F, Gender::Woman), ("ую", "ая", Cases::ACC, Gender::Woman),
];

/// Surnames of no telling form: Шмидт, Нурбек, Гаркуша.
#[rustfmt::skip]
const PLAIN: &[Rule] = &[
    ("а", "", GEN_ACC, Gender::Man), ("у", "", Cases::DAT, Gender::Man), ("ом", "", Cases::INS, Gender::Man),
    ("ем", "", Cases::INS, Gender::Man), ("е", "", Cases::PREP, Gender::Man),
    ("я", "й", GEN_ACC, Gender::Man), ("ю", "й", Cases::DAT, Gender::Man), ("ем", "й", Cases::INS, Gender::Man),
    ("я", "ь", GEN_ACC, Gender::Man), ("ю", "ь", Cases::DAT, Gender::Man), ("ем", "ь", Cases::INS, Gender::Man),
    ("ы", "а", Cases::GEN, Gender::Either), ("и", "а", Cases::GEN, Gender::Either), ("е", "а", DAT_PREP, Gender::Either),
    ("у", "а", Cases::ACC, Gender::Either), ("ой", "а", Cases::INS, Gender::Either), ("ей", "а", Cases::INS, Gender::Either),
    ("и", "я", Cases::GEN, Gender::Either), ("е", "я", DAT_PREP, Gender::Either), ("ю", "я", Cases::ACC, Gender::Either),
    ("ей", "я", Cases::INS, Gender::Either),
];

#[rustfmt::skip]
const PATRONYMIC: &[Rule] = &[
    ("ич", "ич", Cases::NOM, Gender::Man), ("ича", "ич", GEN_ACC, Gender::Man), ("ичу", "ич", Cases::DAT, Gender::Man),
    ("ичем", "ич", Cases::INS, Gender::Man), ("иче", "ич", Cases::PREP, Gender::Man),
    ("вна", "вна", Cases::NOM, Gender::Woman), ("вны", "вна", Cases::GEN, Gender::Woman),
    ("вне", "вна", DAT_PREP, Gender::Woman), ("вну", "вна", Cases::ACC, Gender::Woman), ("вной", "вна", Cases::INS, Gender::Woman),
    ("чна", "чна", Cases::NOM, Gender::Woman), ("чны", "чна", Cases::GEN, Gender::Woman),
    ("чне", "чна", DAT_PREP, Gender::Woman), ("чну", "чна", Cases::ACC, Gender::Woman), ("чной", "чна", Cases::INS, Gender::Woman),
];

const VOWELS: &str = "аәеёиоөуұүыіэюя";

fn apply(word: &str, rules: &[Rule], mut add: impl FnMut(String, &Rule)) {
    let lower = word.to_lowercase();
    for rule in rules {
        let (ending, own, ..) = rule;
        let Some(rest) = lower.strip_suffix(ending) else {
            continue;
        };
        // a consonant stands before an ending that begins with a vowel where the nominative has none
        let closed = rest
            .chars()
            .next_back()
            .is_some_and(|c| !VOWELS.contains(c) && c != 'й' && c != 'ь');
        let long = rest.chars().nth(1).is_some();
        if long && (closed || own.starts_with(['й', 'и', 'я'])) {
            let kept: String = word.chars().take(rest.chars().count()).collect();
            add(format!("{kept}{own}"), rule);
        }
    }
}

/// Men's names in -а and -я.
fn is_mans(lower: &str) -> bool {
    static NAMES: WordList = word_list!("ru/mens-names-in-a");
    NAMES.has(lower)
        || ["лла", "лда", "мырза", "таза", "гиса", "ғиса"]
            .iter()
            .any(|ending| lower.ends_with(ending))
}

/// What men's names end in and women's do not.
static MENS_ENDS: WordList = word_list!("ru/mens-name-ends");

fn gender_of(own: &str) -> Gender {
    let lower = own.to_lowercase();
    if MENS_ENDS.ends(&lower) {
        return Gender::Man;
    }
    match lower.chars().next_back() {
        Some('а' | 'я') if is_mans(&lower) => Gender::Man,
        Some('а' | 'я') => Gender::Woman,
        Some('й') => Gender::Man,
        _ if lower.ends_with("гүл") || lower.ends_with("гуль") => Gender::Woman,
        _ => Gender::Either,
    }
}

fn given(word: &str) -> Vec<Reading> {
    if let Some((first, second)) = word.split_once('-')
        && !second.contains('-')
    {
        return double(given(first), &given(second));
    }
    let known = |own: &str| crate::gazetteer::is_given(&own.to_lowercase());
    let weight = |own: &str| if known(own) { 3 } else { 0 };
    let open = word.to_lowercase().ends_with(['а', 'я']);
    let mut found = vec![Reading {
        own: word.to_owned(),
        cases: Cases::NOM,
        gender: gender_of(word),
        weight: weight(word),
    }];
    if !open {
        // Айгуль, Гульжан: a woman's name that ends in a consonant is not declined; neither is «Ли»
        let lower = word.to_lowercase();
        let is_whole = lower.ends_with(['и', 'о', 'е', 'і', 'ы', 'ұ', 'ә', 'э']);
        found.push(Reading {
            own: word.to_owned(),
            cases: Cases::ALL,
            gender: match gender_of(word) {
                Gender::Man if is_whole => Gender::Man,
                _ if is_whole => Gender::Either,
                _ => Gender::Woman,
            },
            // a name in -и stands so in every case
            weight: weight(word) - i32::from(!lower.ends_with('и')),
        });
    }
    apply(word, GIVEN, |own, (_, _, cases, gender)| {
        let whose = match gender {
            Gender::Either => gender_of(&own),
            gender => *gender,
        };
        let weight = weight(&own);
        found.push(Reading {
            own,
            cases: *cases,
            gender: whose,
            weight,
        });
    });
    found
}

/// A name of two with a hyphen, of which both are declined, or the second alone: «Анну-Лизу», «Касымом-Али»,
/// «Касым-Али Кемелбековичем».
fn double(mut first: Vec<Reading>, second: &[Reading]) -> Vec<Reading> {
    let mut found = Vec::new();
    if let Some(whole) = first.first().cloned() {
        first.push(Reading {
            cases: Cases::ALL,
            weight: whole.weight - 1,
            ..whole
        });
    }
    for one in first {
        for other in second {
            let cases = one.cases.and(other.cases);
            if cases.is_empty() || !one.gender.meets(other.gender) {
                continue;
            }
            found.push(Reading {
                own: format!("{}-{}", one.own, other.own),
                cases,
                gender: match one.gender {
                    Gender::Either => other.gender,
                    gender => gender,
                },
                weight: (one.weight + other.weight) / 2,
            });
        }
    }
    found
}

fn surname(word: &str) -> Vec<Reading> {
    let mut found = Vec::new();
    let telling = |own: &str| is_gendered_surname(&own.to_lowercase());
    apply(word, SURNAME, |own, (_, _, cases, gender)| {
        if telling(&own) {
            found.push(Reading {
                own,
                cases: *cases,
                gender: *gender,
                weight: 2,
            });
        }
    });
    apply(word, ADJECTIVAL, |own, (_, _, cases, gender)| {
        let lower = own.to_lowercase();
        let stem: String = lower
            .chars()
            .take(lower.chars().count().saturating_sub(2))
            .collect();
        if stem.ends_with("ск") || stem.ends_with("цк") {
            found.push(Reading {
                own,
                cases: *cases,
                gender: *gender,
                weight: 2,
            });
        } else if stem.ends_with('н') {
            let own = match own.strip_suffix("ий") {
                Some(stem) => format!("{stem}ый"),
                None => own,
            };
            found.push(Reading {
                own,
                cases: *cases,
                gender: *gender,
                weight: 1,
            });
        }
    });
    let lower = word.to_lowercase();
    let own_patronymic = ends_with_any(&lower, &KAZAKH_PATRONYMICS);
    if own_patronymic || lower.ends_with("ко") || lower.ends_with("ых") || lower.ends_with("их")
    {
        return vec![Reading {
            own: word.to_owned(),
            cases: Cases::ALL,
            gender: match lower.ends_with("ызы") {
                true => Gender::Woman,
                false if own_patronymic => Gender::Man,
                false => Gender::Either,
            },
            weight: 2,
        }];
    }
    if !found.is_empty() {
        return found;
    }
    found.extend(russian_patronymic(word));
    let last = lower.chars().next_back().unwrap_or(' ');
    let closed = !VOWELS.contains(last);
    found.push(Reading {
        own: word.to_owned(),
        cases: if "оеиуыіэё".contains(last) {
            Cases::ALL
        } else {
            Cases::NOM
        },
        gender: Gender::Either,
        weight: i32::from(!"у".contains(last)),
    });
    if closed {
        found.push(Reading {
            own: word.to_owned(),
            cases: Cases::ALL,
            gender: Gender::Woman,
            weight: 1,
        });
    }
    apply(word, PLAIN, |own, (_, _, cases, gender)| {
        found.push(Reading {
            own,
            cases: *cases,
            gender: *gender,
            weight: 1,
        });
    });
    if "аяю".contains(last) {
        // «Терезой Алмейда», «Коэлью»: a foreign name may stay as it is
        found.push(Reading {
            own: word.to_owned(),
            cases: Cases::ALL,
            gender: Gender::Either,
            weight: 1,
        });
    }
    found
}

fn russian_patronymic(word: &str) -> Vec<Reading> {
    let lower = word.to_lowercase();
    let read = |(ending, own, cases, gender): &Rule| {
        let rest = lower.strip_suffix(ending)?;
        let kept: String = word.chars().take(rest.chars().count()).collect();
        Some(Reading {
            own: format!("{kept}{own}"),
            cases: *cases,
            gender: *gender,
            weight: 2,
        })
    };
    PATRONYMIC.iter().filter_map(read).collect()
}

fn patronymic(word: &str) -> Vec<Reading> {
    let found = russian_patronymic(word);
    if !found.is_empty() {
        return found;
    }
    let woman = ["кызы", "қызы"]
        .iter()
        .any(|own| word.to_lowercase().contains(own));
    vec![Reading {
        own: nominative_kk(word),
        cases: Cases::ALL,
        gender: if woman { Gender::Woman } else { Gender::Man },
        weight: 1,
    }]
}

/// A name of a Russian text in the nominative.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Declined {
    pub given: Option<String>,
    pub patronymic: Option<String>,
    pub surname: Option<String>,
    /// The cases in which the name may stand.
    pub cases: Cases,
}

/// The nominative of a name whose parts agree in case and gender. `due` are the cases that the words around ask for,
/// none where they do not tell.
pub(crate) fn nominative(
    own: Option<&str>,
    middle: Option<&str>,
    family: Option<&str>,
    due: Cases,
) -> Declined {
    let none = || vec![None];
    let all =
        |found: Vec<Reading>| -> Vec<Option<Reading>> { found.into_iter().map(Some).collect() };
    let givens = own.map_or_else(none, |word| all(given(word)));
    let middles = middle.map_or_else(none, |word| all(patronymic(word)));
    let families = family.map_or_else(none, |word| all(surname(word)));
    let mut best: Option<(i32, Declined)> = None;
    for a in &givens {
        for b in &middles {
            for c in &families {
                let parts: Vec<&Reading> = [a, b, c].into_iter().flatten().collect();
                let cases = parts
                    .iter()
                    .fold(Cases::ALL, |all, part| all.and(part.cases));
                let agree = parts.iter().enumerate().all(|(at, one)| {
                    parts[..at]
                        .iter()
                        .all(|other| one.gender.meets(other.gender))
                });
                if cases.is_empty() || !agree {
                    continue;
                }
                // endings that no nominative has, and that agree, tell by themselves: «Ромуальду Войцеху»
                let is_declined = |part: &Option<Reading>, word: Option<&str>| {
                    part.as_ref()
                        .is_some_and(|part| Some(part.own.as_str()) != word)
                };
                let both = is_declined(a, own) && is_declined(c, family);
                let plain = both && (cases == Cases::DAT || cases == Cases::INS);
                let weight: i32 = parts.iter().map(|part| part.weight).sum::<i32>()
                    + if plain { 2 } else { 0 }
                    + if due.any(cases) {
                        2
                    } else {
                        i32::from(cases.any(Cases::NOM))
                    };
                if best.as_ref().is_none_or(|(most, _)| weight > *most) {
                    let text = |part: &Option<Reading>| part.as_ref().map(|part| part.own.clone());
                    let cases = if due.any(cases) {
                        cases.and(due)
                    } else {
                        cases
                    };
                    best = Some((
                        weight,
                        Declined {
                            given: text(a),
                            patronymic: text(b),
                            surname: text(c),
                            cases,
                        },
                    ));
                }
            }
        }
    }
    best.map_or_else(
        || Declined {
            given: own.map(str::to_owned),
            patronymic: middle.map(str::to_owned),
            surname: family.map(str::to_owned),
            cases: Cases::default(),
        },
        |(_, name)| name,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(given: &str, surname: &str, due: Cases) -> String {
        let name = nominative(Some(given), None, Some(surname), due);
        format!("{} {}", name.given.unwrap(), name.surname.unwrap())
    }

    #[test]
    fn the_parts_of_a_name_agree() {
        let none = Cases::default();
        for (given, surname, due, want) in [
            ("Бейбита", "Исабаева", none, "Бейбит Исабаев"),
            ("Розы", "Исабаевой", none, "Роза Исабаева"),
            ("Роза", "Исабаева", none, "Роза Исабаева"),
            ("Айгуль", "Исабаевой", none, "Айгуль Исабаева"),
            ("Гульжан", "Омарову", none, "Гульжан Омарова"),
            ("Зухрата", "Омарова", Cases::GEN, "Зухрат Омаров"),
            ("Зухрата", "Омарова", none, "Зухрата Омарова"),
            ("Сергея", "Подгорного", none, "Сергей Подгорный"),
            ("Сергею", "Маевскому", none, "Сергей Маевский"),
            ("Анне", "Маевской", none, "Анна Маевская"),
            ("Дмитрия", "Рихтера", none, "Дмитрий Рихтер"),
            ("Олега", "Цыбулю", none, "Олег Цыбуля"),
            ("Анну", "Рихтер", none, "Анна Рихтер"),
            ("Ивану", "Шевченко", none, "Иван Шевченко"),
            ("Данияра", "Нурбека", none, "Данияр Нурбек"),
            ("Хабибулла", "Сейтов", none, "Хабибулла Сейтов"),
        ] {
            assert_eq!(name(given, surname, due), want, "{given} {surname}");
        }
    }

    #[test]
    fn names_on_no_list_fall_into_the_nominative() {
        let name = |given: &str, middle: Option<&str>, surname: &str, due: Cases| {
            let name = nominative(Some(given), middle, Some(surname), due);
            let parts = [name.given, name.patronymic, name.surname];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        let none = Cases::default();
        for (given, middle, surname, due, want) in [
            ("Анну-Лизу", None, "Брандт", none, "Анна-Лиза Брандт"),
            (
                "Касымом-Али",
                None,
                "Темирбековым",
                none,
                "Касым-Али Темирбеков",
            ),
            (
                "Касым-Али",
                Some("Кемелбековичем"),
                "Темирбековым",
                none,
                "Касым-Али Кемелбекович Темирбеков",
            ),
            ("Ромуальду", None, "Войцеху", none, "Ромуальд Войцех"),
            ("Луишем", None, "Коэлью", Cases::INS, "Луиш Коэлью"),
            ("Терезой", None, "Алмейда", none, "Тереза Алмейда"),
            (
                "Тлеуберди",
                None,
                "Сатпаева",
                Cases::GEN,
                "Тлеуберди Сатпаев",
            ),
            ("Нургали", None, "Сарсенбекова", none, "Нургали Сарсенбеков"),
            ("Ирина", None, "Лихачёва", none, "Ирина Лихачёва"),
        ] {
            assert_eq!(name(given, middle, surname, due), want, "{given} {surname}");
        }
    }

    #[test]
    fn a_patronymic_tells_the_gender() {
        let name = nominative(
            Some("Сауле"),
            Some("Болатовне"),
            Some("Ким"),
            Cases::default(),
        );
        assert_eq!(name.patronymic.as_deref(), Some("Болатовна"));
        assert_eq!(name.surname.as_deref(), Some("Ким"));
        let name = nominative(Some("Ивана"), Some("Петровича"), None, Cases::default());
        assert_eq!(
            (name.given.as_deref(), name.patronymic.as_deref()),
            (Some("Иван"), Some("Петрович"))
        );
    }

    #[test]
    fn russian_cases_fall_from_names() {
        for (given, surname, want) in [
            ("Бейбита", "Исабаева", "Бейбит Исабаев"),
            ("Бейбиту", "Исабаеву", "Бейбит Исабаев"),
            ("Бейбитом", "Исабаевым", "Бейбит Исабаев"),
            ("Розы", "Исабаевой", "Роза Исабаева"),
            ("Розу", "Исабаеву", "Роза Исабаева"),
            ("Роза", "Исабаева", "Роза Исабаева"),
            ("Айгуль", "Исабаевой", "Айгуль Исабаева"),
            ("Айгуль", "Исабаева", "Айгуль Исабаева"),
            ("Сергея", "Подгорного", "Сергей Подгорный"),
            ("Сергею", "Маевскому", "Сергей Маевский"),
            ("Анне", "Маевской", "Анна Маевская"),
            ("Алма", "Рахимова", "Алма Рахимова"),
        ] {
            let (a, b) = nominative_ru(Some(given), Some(surname), false);
            assert_eq!(format!("{} {}", a.unwrap(), b.unwrap()), want);
        }
    }
}
