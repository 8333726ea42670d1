//! Names of people: their nominative, and the key that joins spellings.

use crate::cases::russian::{self as declension, Cases};
use crate::cases::stem::stem_kk;
use crate::gazetteer::{self, Kinds};
use crate::text::fold::fold;
use crate::text::latin::cyrillic;

/// Case endings of Kazakh, without regard to harmony; longer ones first. Source: the standard paradigms.
#[rustfmt::skip]
const CASES: [&str; 35] = [
    "ндағы", "ндегі", "ның", "нің", "дың", "дің", "тың", "тің", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен",
    "пен", "нда", "нде", "ға", "ге", "қа", "ке", "на", "не", "ны", "ні", "ды", "ді", "ты", "ті", "да", "де", "та", "те",
];

/// Endings of surnames that take the genders: masculine, feminine.
const SURNAMES: [(&str, &str); 7] = [
    ("ов", "ова"),
    ("ев", "ева"),
    ("ёв", "ёва"),
    ("ин", "ина"),
    ("ын", "ына"),
    ("ский", "ская"),
    ("цкий", "цкая"),
];

/// Whether a word in lower case is a surname in the nominative by its form: Исабаев, Исабаева, Есімұлы.
pub(crate) fn is_surname(lower: &str) -> bool {
    let long = lower.chars().nth(3).is_some();
    long && (SURNAMES
        .iter()
        .any(|(m, f)| lower.ends_with(m) || lower.ends_with(f))
        || [
            "ұлы",
            "қызы",
            "улы",
            "кызы",
            "енко",
            "швили",
            "ович",
            "евич",
            "овна",
            "евна",
        ]
        .iter()
        .any(|ending| lower.ends_with(ending)))
}

/// Whether a word in lower case is a surname or patronymic in a Kazakh case: Исабаевтың, Есімұлына.
pub(crate) fn is_inflected_surname(lower: &str) -> bool {
    is_surname(lower) || without_case(lower).is_some_and(is_surname)
}

fn without_case(lower: &str) -> Option<&str> {
    patronymic_without_case(lower).or_else(|| {
        CASES
            .iter()
            .find_map(|ending| lower.strip_suffix(ending).filter(|rest| is_surname(rest)))
    })
}

/// A patronymic in a case without its ending: Есімұлы of Есімұлына and Есімұлын, though -ын and -ына also end
/// surnames.
fn patronymic_without_case(lower: &str) -> Option<&str> {
    CASES.iter().chain(&["н"]).find_map(|ending| {
        lower.strip_suffix(ending).filter(|rest| {
            ["ұлы", "қызы", "улы", "кызы"]
                .iter()
                .any(|own| rest.ends_with(own))
        })
    })
}

/// A name on no list whose last vowel is ә, without its case ending. That vowel folds to а, and with it goes the
/// harmony that the ending is told by: Біләлдің.
fn front_without_case(lower: &str) -> Option<&str> {
    const VOWELS: &str = "аәеёиоөуұүыіэюя";
    CASES.iter().find_map(|ending| {
        let rest = lower.strip_suffix(ending)?;
        let last = rest.chars().rev().find(|c| VOWELS.contains(*c))?;
        let whole = rest.chars().nth(3).is_some() && last == 'ә' && !rest.ends_with('ә');
        whole.then_some(rest)
    })
}

/// How many chars of a Kazakh name are its case ending: 4 of Исабаевтың, none of Исабаева. `lower` is the word in
/// Cyrillic and lower case.
pub(crate) fn kazakh_ending(lower: &str) -> usize {
    if let Some(rest) = patronymic_without_case(lower) {
        return lower.chars().count() - rest.chars().count();
    }
    if is_surname(lower) || is_given(lower) || is_compound(lower) {
        return 0;
    }
    if let Some(rest) = without_case(lower) {
        return lower.chars().count() - rest.chars().count();
    }
    let given = CASES
        .iter()
        .filter_map(|ending| lower.strip_suffix(ending))
        .find(|rest| is_given(rest));
    if let Some(rest) = given {
        return lower.chars().count() - rest.chars().count();
    }
    if let Some(rest) = front_without_case(lower) {
        return lower.chars().count() - rest.chars().count();
    }
    // Neither a known name nor a form of one: the rules of the language, on the folded word.
    let folded = fold(lower);
    match crate::cases::kazakh::without_case(&folded) {
        Some(rest) if rest.chars().nth(3).is_some() => {
            folded.chars().count() - rest.chars().count()
        }
        _ => 0,
    }
}

/// Whether a name's end that looks like a case is its own: names that close with a verb (Сатыбалды, Жанкелді,
/// Құдайберді) or with -ділда (Байділда, Әбілда).
fn is_compound(lower: &str) -> bool {
    let folded = fold(lower);
    [
        "балды",
        "келди",
        "берди",
        "болды",
        "турды",
        "калды",
        "дилда",
        "билда",
    ]
    .iter()
    .any(|end| {
        folded.strip_suffix(end).is_some_and(|rest| {
            rest.chars().nth(1).is_some() || *end == "билда" && !rest.is_empty()
        })
    })
}

/// Whether a word in lower case is a given name of the list, to the letter.
pub(crate) fn is_given(lower: &str) -> bool {
    gazetteer::is_given(lower)
}

/// A Kazakh name word without its case ending, as printed otherwise.
pub fn nominative_kk(word: &str) -> String {
    let ending = kazakh_ending(&cyrillic(word));
    let length = word.chars().count();
    word.chars().take(length.saturating_sub(ending)).collect()
}

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
    let name = declension::nominative(given, None, surname, due);
    (name.given, name.surname)
}

/// One key for all spellings and scripts of a name word: Гүлнар, Гульнар and Gulnar share it, in any of the seven
/// Kazakh cases. Исабаев and Исабаева do not. A key to compare, never to show.
pub fn name_key(word: &str) -> String {
    let lower = cyrillic(word);
    let ending = kazakh_ending(&lower);
    let length = lower.chars().count();
    let bare: String = lower.chars().take(length - ending.min(length)).collect();
    let mut key = String::new();
    for c in fold(&bare).chars().filter(|c| c.is_alphanumeric()) {
        let plain = match c {
            'ь' | 'ъ' => continue,
            'ю' => 'у',
            'э' => 'е',
            'ы' => 'и',
            // Дәурен and Даурен fold alike already; Мұхтар may be Мухтар, Хасен Қасен.
            _ => c,
        };
        if !key.ends_with(plain) {
            key.push(plain);
        }
    }
    key
}

/// Whether a word may be part of a person's name by the lists or by its form.
pub(crate) fn may_be_name(lower: &str, kinds: Kinds) -> bool {
    kinds.any(Kinds::GIVEN) || is_inflected_surname(lower) || is_given(&fold_stem(lower))
}

fn fold_stem(lower: &str) -> String {
    stem_kk(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_cases_fall_from_names() {
        for (form, name) in [
            ("Исабаевтың", "Исабаев"),
            ("Исабаевқа", "Исабаев"),
            ("Исабаевпен", "Исабаев"),
            ("Исабаев", "Исабаев"),
            ("Исабаеваны", "Исабаева"),
            ("Екатерина", "Екатерина"),
            ("Пушкинге", "Пушкин"),
            ("Есімұлына", "Есімұлы"),
            ("Есімұлын", "Есімұлы"),
            ("Есімқызының", "Есімқызы"),
            ("Сәулеге", "Сәуле"),
            ("Isabaevtyñ", "Isabaev"),
        ] {
            assert_eq!(nominative_kk(form), name, "{form}");
        }
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

    #[test]
    fn scripts_and_spellings_share_a_key() {
        for (a, b) in [
            ("Гүлнар", "Гульнар"),
            ("Гүлнар", "Gulnar"),
            ("Гүлнардың", "Gülnar"),
            ("Исабаев", "Isabaev"),
            ("Қайрат", "Кайрат"),
            ("Әсет", "Асет"),
        ] {
            assert_eq!(name_key(a), name_key(b), "{a} {b}");
        }
        assert_ne!(name_key("Исабаев"), name_key("Исабаева"));
    }
}
