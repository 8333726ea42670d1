//! The key of a short code: what one types by the same keys is the same, whichever layout is on.

use unicode_normalization::UnicodeNormalization;

/// Cyrillic letters, row by row of the keyboard, and what the same keys give in Latin.
const ROWS: [(&str, &str); 4] = [
    ("ё", "`"),
    ("йцукенгшщзхъ", "qwertyuiop[]"),
    ("фывапролджэ", "asdfghjkl;'"),
    ("ячсмитьбю", "zxcvbnm,."),
];

/// Kazakh letters and those that one types in their place without a Kazakh layout.
const KAZAKH: (&str, &str) = ("әғқңөұүһі", "агкноуухи");

/// A key that all typings of one code share: letters of either case, Kazakh ones as the nearest Russian, Cyrillic
/// ones as what their keys give under a Latin layout («аб» is «f,», «ali» is «фдш»). Blanks at the ends do not count.
pub fn short_code_key(code: &str) -> String {
    let lower = code.trim().to_lowercase();
    lower.nfc().map(key_of_letter).collect()
}

fn key_of_letter(letter: char) -> char {
    let russian = counterpart(KAZAKH, letter).unwrap_or(letter);
    let latin = ROWS.into_iter().find_map(|row| counterpart(row, russian));
    latin.unwrap_or(russian)
}

fn counterpart((letters, others): (&str, &str), letter: char) -> Option<char> {
    let at = letters.chars().position(|one| one == letter)?;
    others.chars().nth(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_keys_give_the_same_code() {
        for (one, other) in [
            ("аб", "f,"),
            ("АБ", "аб"),
            ("ali", "фдш"),
            ("Әлі", "али"),
            ("й1", "q1"),
            (" мэр ", "v'h"),
        ] {
            assert_eq!(short_code_key(one), short_code_key(other), "{one} {other}");
        }
        assert_ne!(short_code_key("й"), short_code_key("и"));
        assert_ne!(short_code_key("аб1"), short_code_key("аб2"));
    }
}
