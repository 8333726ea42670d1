//! Kazakh in Latin letters, as the Cyrillic that it stands for.

use crate::text::script::in_one_script;

/// A word of the alphabets of 2018 and 2021 in Cyrillic, lower case. и, й and і are not told apart, nor ұ, ү
/// and у where an alphabet has one letter for both: the result is to be folded (see [`crate::fold`]), never
/// shown. Words of other letters come back in lower case.
pub(crate) fn cyrillic(word: &str) -> String {
    let mut lower = in_one_script(word).to_lowercase();
    if lower.contains('ə') {
        // the Latin letter in place of the Cyrillic one
        lower = lower.replace('ə', "ә");
    }
    if !lower.contains(|c: char| c.is_ascii_alphabetic()) {
        return lower;
    }
    let strange = lower.chars().filter(char::is_ascii_alphabetic).count();
    if lower.contains('ә') || strange * 2 < lower.chars().count() && lower.contains(is_cyrillic) {
        // «әкiм»: Latin letters that look like those of the Cyrillic word
        return lower.chars().map(alike).collect();
    }
    let mut out = String::with_capacity(lower.len() * 2);
    let mut rest = lower.as_str();
    while let Some(c) = rest.chars().next() {
        let pair = PAIRS.iter().find(|(latin, _)| rest.starts_with(latin));
        if let Some((latin, letters)) = pair {
            out.push_str(letters);
            rest = &rest[latin.len()..];
            continue;
        }
        match LETTERS.iter().find(|(latin, _)| *latin == c) {
            Some((_, letter)) => out.push_str(letter),
            None => out.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

fn is_cyrillic(c: char) -> bool {
    ('а'..='я').contains(&c) || "әғқңөұүһі".contains(c)
}

/// The Cyrillic letter that a Latin one is typed for.
fn alike(c: char) -> char {
    match c {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'h' => 'һ',
        'i' => 'і',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        own => own,
    }
}

const PAIRS: [(&str, &str); 9] = [
    ("sh", "ш"),
    ("ch", "ч"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ia", "я"),
    ("ıa", "я"),
    ("ya", "я"),
    ("iu", "ю"),
    ("ıý", "ю"),
];

#[rustfmt::skip]
const LETTERS: &[(char, &str)] = &[
    ('a', "а"), ('ä', "ә"), ('á', "ә"), ('b', "б"), ('c', "ц"), ('d', "д"), ('e', "е"), ('f', "ф"), ('g', "г"),
    ('ğ', "ғ"), ('ǵ', "ғ"), ('h', "х"), ('i', "и"), ('ı', "і"), ('í', "и"), ('j', "ж"), ('k', "к"), ('l', "л"),
    ('m', "м"), ('n', "н"), ('ñ', "ң"), ('ń', "ң"), ('o', "о"), ('ö', "ө"), ('ó', "ө"), ('p', "п"), ('q', "қ"),
    ('r', "р"), ('s', "с"), ('ş', "ш"), ('t', "т"), ('u', "у"), ('ü', "ү"), ('ú', "ү"), ('ū', "ұ"), ('ý', "у"),
    ('ŋ', "ң"), ('ǧ', "ғ"), ('v', "в"), ('w', "у"), ('x', "х"), ('y', "ы"), ('z', "з"),
];

#[cfg(test)]
mod tests {
    use super::cyrillic;

    #[test]
    fn latin_letters_inside_a_cyrillic_word_are_those_they_look_like() {
        assert_eq!(cyrillic("әкiмнiң"), "әкімнің");
        assert_eq!(cyrillic("Мəлiк"), "мәлік");
        assert_eq!(cyrillic("Тiлеу"), "тілеу");
    }

    use crate::text::fold::fold;

    #[test]
    fn both_alphabets_fold_to_the_cyrillic_word() {
        for (latin, word) in [
            ("Qazaqstan", "Қазақстан"),
            ("oblysynyñ", "облысының"),
            ("oblysynyń", "облысының"),
            ("äkımı", "әкімі"),
            ("ákimi", "әкімі"),
            ("törağasy", "төрағасы"),
            ("tóraǵasy", "төрағасы"),
            ("bastyğy", "бастығы"),
            ("şaruaşylyğy", "шаруашылығы"),
            ("sharýashylyǵy", "шаруашылығы"),
        ] {
            assert_eq!(fold(&cyrillic(latin)), fold(word), "{latin}");
        }
        assert_eq!(cyrillic("Әкім"), "әкім");
    }
}
