//! The words around dates, folded: about when, perhaps, before, after, from one to another.

use crate::dates::vocabulary::Way;

pub(crate) fn is_circa(word: &str) -> bool {
    matches!(
        word,
        "ок" | "около"
            | "примерно"
            | "приблизительно"
            | "прибл"
            | "ориентировочно"
            | "шамамен"
            | "шам"
            | "шамасы"
            | "шамасында"
            | "жуык"
            | "c"
            | "ca"
            | "circa"
            | "about"
            | "around"
            | "approx"
            | "approximately"
    )
}

pub(crate) fn is_uncertain(word: &str) -> bool {
    matches!(
        word,
        "возможно"
            | "вероятно"
            | "предположительно"
            | "предп"
            | "предположит"
            | "мумкин"
            | "болжаммен"
            | "болжамды"
            | "бэлким"
            | "балким"
            | "probably"
            | "possibly"
            | "perhaps"
            | "maybe"
    )
}

/// A word before a date that opens its beginning: «до 1950».
pub(crate) fn is_until(word: &str) -> bool {
    matches!(word, "до" | "по" | "before" | "until" | "till")
}

/// A word before a date that opens its end: «после 1950», «с 1950».
pub(crate) fn is_since(word: &str) -> bool {
    matches!(
        word,
        "после" | "с" | "со" | "начиная" | "after" | "since" | "from"
    )
}

/// A word before the first of two: «между 1998 и 1999», «с 1998 по 1999».
pub(crate) fn is_from(word: &str) -> bool {
    matches!(word, "с" | "со" | "между" | "from" | "between")
}

/// A word between the first and the second of two.
pub(crate) fn is_and(word: &str) -> bool {
    matches!(
        word,
        "по" | "до"
            | "и"
            | "to"
            | "and"
            | "until"
            | "till"
            | "through"
            | "пен"
            | "бен"
            | "мен"
            | "жане"
    )
}

/// A word behind a Kazakh date that opens its beginning: «1950 жылға дейін».
pub(crate) fn is_until_behind(word: &str) -> bool {
    matches!(
        word,
        "деиин" | "шеиин" | "деиинги" | "шеиинги" | "бурын" | "алдын"
    )
}

/// A word behind a Kazakh date that opens its end: «1950 жылдан кейін».
pub(crate) fn is_since_behind(word: &str) -> bool {
    matches!(word, "кеиин" | "кеиинги" | "сон" | "бастап" | "бери")
}

/// Of the words that open an end, those after which something goes on: «с 1998», «1998 жылдан бастап».
pub(crate) fn goes_on(word: &str) -> bool {
    matches!(
        word,
        "с" | "со" | "начиная" | "since" | "from" | "бастап" | "бери"
    )
}

/// Two words before a date: «не позднее 1950» opens its beginning, «не ранее» its end.
pub(crate) fn not_later_or_earlier(first: &str, second: &str) -> Option<Way> {
    match (first, second) {
        ("не", "позднее" | "позже") | ("no" | "not", "later") => Some(Way::To),
        ("не", "ранее" | "раньше") | ("no" | "not", "earlier") => Some(Way::From),
        _ => None,
    }
}

/// Where the second of two would stand: it has not ended yet. «1998 – н. в.», «қазіргі уақытқа дейін».
pub(crate) fn is_now(word: &str) -> bool {
    matches!(
        word,
        "нв" | "настоящее" | "казирги" | "present" | "now" | "сеичас"
    )
}

/// Words around the two ends of a Kazakh range: «1998 бен 1999 жылдар аралығы».
pub(crate) fn is_between_behind(word: &str) -> bool {
    matches!(
        word,
        "аралыгы" | "аралыгында" | "аралык" | "арасында" | "арасы"
    )
}
