//! Endings that tell a surname or a patronymic, in the nominative and in Russian cases.

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

/// Other endings of surnames.
const SURNAMES_OF_EITHER: [&str; 2] = ["енко", "швили"];

/// «Son of», «daughter of», also typed without Kazakh letters.
pub(crate) const KAZAKH_PATRONYMICS: [&str; 4] = ["ұлы", "қызы", "улы", "кызы"];

#[rustfmt::skip]
const RUSSIAN_PATRONYMICS: [&str; 11] = [
    "ович", "евич", "овна", "евна", "кузьмич", "лукич", "фомич", "ильич", "никитич", "инична", "итична",
];

/// What a woman's Russian patronymic ends in before its case.
const FEMALE_PATRONYMIC_STEMS: [&str; 4] = ["овн", "евн", "иничн", "итичн"];

/// What men's have before the ending of a case.
const MALE_PATRONYMICS: [&str; 6] = ["ович", "евич", "ьич", "кузьмич", "лукич", "никитич"];

/// The oblique cases of surnames and of women's surnames in Russian.
#[rustfmt::skip]
const OBLIQUE_SURNAMES: [&str; 19] = [
    "ова", "ева", "ина", "ову", "еву", "ину", "овым", "евым", "иным", "ове", "еве", "овой", "евой", "иной",
    "ского", "скому", "ским", "ской", "скую",
];

/// All cases of an adjective in -ский, as surnames and adjectives of places have them.
pub(crate) const IN_SKY: [&str; 8] = [
    "ский",
    "ская",
    "ского",
    "скому",
    "ским",
    "ской",
    "скую",
    "ском",
];

pub(crate) fn ends_with_any(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

/// Whether a word in lower case is a surname in the nominative by its form: Исабаев, Исабаева, Есімұлы.
pub(crate) fn is_surname(lower: &str) -> bool {
    let long = lower.chars().nth(3).is_some();
    let gendered = |(m, f): &(&str, &str)| lower.ends_with(m) || lower.ends_with(f);
    long && (SURNAMES.iter().any(gendered)
        || ends_with_any(lower, &KAZAKH_PATRONYMICS)
        || ends_with_any(lower, &SURNAMES_OF_EITHER)
        || ends_with_any(lower, &RUSSIAN_PATRONYMICS))
}

/// Whether a stem ends like a surname whose form no given name has; folded.
pub(crate) fn is_surname_stem(stem: &str) -> bool {
    ends_with_any(stem, &["ов", "ев", "ова", "ева", "скии", "ская"])
        || ends_with_any(stem, &SURNAMES_OF_EITHER)
}

/// Whether a word in lower case is a surname by its ending in a case of Russian: Исабаеву, Маевскому.
pub(crate) fn is_oblique_surname(lower: &str) -> bool {
    let lower = lower.replace('ё', "е");
    OBLIQUE_SURNAMES
        .iter()
        .any(|ending| lower.ends_with(ending) && lower.chars().count() > ending.chars().count() + 2)
}

/// Whether a surname telling of its bearer's sex ends so in Russian: -ов, -ева, -ын.
pub(crate) fn is_gendered_surname(lower: &str) -> bool {
    SURNAMES
        .iter()
        .filter(|(m, _)| !m.ends_with("кий"))
        .any(|(m, f)| lower.ends_with(m) || lower.ends_with(f))
}

/// Whether a word is a patronymic in the nominative: Есімұлы, Есимович.
pub(crate) fn is_fathers(word: &str) -> bool {
    ends_with_any(word, &["ұлы", "қызы"]) || ends_with_any(word, &RUSSIAN_PATRONYMICS)
}

/// Whether a word in lower case is a Russian patronymic in an oblique case: Викторовны, Викторовной, Викторовича.
pub(crate) fn is_oblique_patronymic(lower: &str) -> bool {
    let is_cut_to = |endings: &[&str], stems: &[&str]| {
        let mut rests = endings
            .iter()
            .filter_map(|ending| lower.strip_suffix(ending));
        rests.any(|rest| ends_with_any(rest, stems))
    };
    is_cut_to(&["ы", "е", "у", "ой"], &FEMALE_PATRONYMIC_STEMS)
        || is_cut_to(&["а", "у", "ем", "е"], &MALE_PATRONYMICS)
}
