//! Surnames by their form.

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
