//! The order of a Kazakh catalogue, as bytes that `memcmp` (and so SQLite) can compare.

use crate::text::script::in_one_script;
use unicode_normalization::UnicodeNormalization;

/// The Cyrillic letters of Kazakh in their alphabet's order.
const ALPHABET: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

// First bytes of a weight, in the order of what they begin. Letters of the alphabet follow LETTER by index.
const END: u8 = 0x01;
const BLANK: u8 = 0x02;
const NUMBER: u8 = 0x03;
const LETTER: u8 = 0x10;
const OTHER_CYRILLIC: u8 = 0x50;
const LATIN: u8 = 0x60;
const OTHER_SCRIPT: u8 = 0x90;

/// A key whose byte order is the Kazakh order of `s`: blanks part words, then numbers by value
/// (2 before 10), then the Kazakh alphabet, other Cyrillic, Latin, other scripts. Punctuation, quotes,
/// accents on Latin, letters of another script that look alike, and case count only between texts that are otherwise
/// equal. Distinct texts have distinct keys: the text itself is the last level. At most a few bytes for each char of `s`.
pub fn sort_key(s: &str) -> Vec<u8> {
    let mut key = sort_start(s);
    key.push(END);
    key.extend_from_slice(s.as_bytes());
    key
}

/// What the key of every text begins with that begins with `s`: the place of `s` in a list by keys.
pub fn sort_start(s: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(s.len() * 2 + 1);
    let mut digits = String::new();
    let mut blank_due = false;
    let composed: String = s.nfc().collect();
    for c in in_one_script(&composed)
        .chars()
        .flat_map(char::to_lowercase)
    {
        if c.is_ascii_digit() {
            if digits.is_empty() {
                push_blank(&mut key, &mut blank_due);
            }
            digits.push(c);
            continue;
        }
        push_number(&mut key, &mut digits);
        if c.is_whitespace() {
            // Blanks at the ends and repeated blanks carry no order.
            blank_due = !key.is_empty();
        } else if c.is_alphanumeric() {
            push_blank(&mut key, &mut blank_due);
            push_letter(&mut key, c);
        }
    }
    push_number(&mut key, &mut digits);
    key
}

fn push_blank(key: &mut Vec<u8>, due: &mut bool) {
    if *due {
        key.push(BLANK);
        *due = false;
    }
}

/// A number sorts by how many digits it has without leading zeros, then by the digits.
fn push_number(key: &mut Vec<u8>, digits: &mut String) {
    if digits.is_empty() {
        return;
    }
    let significant = digits.trim_start_matches('0');
    let length = u32::try_from(significant.len()).unwrap_or(u32::MAX);
    key.push(NUMBER);
    match u8::try_from(length) {
        Ok(short) if short < u8::MAX => key.push(short),
        _ => {
            key.push(u8::MAX);
            key.extend_from_slice(&length.to_be_bytes());
        }
    }
    key.extend_from_slice(significant.as_bytes());
    digits.clear();
}

fn push_letter(key: &mut Vec<u8>, c: char) {
    if let Some(place) = ALPHABET.chars().position(|letter| letter == c) {
        key.push(LETTER + u8::try_from(place).unwrap_or(0));
        return;
    }
    let base = if c.is_ascii() {
        c
    } else {
        // é sorts as e: the accent is left to the last level.
        std::iter::once(c).nfd().next().unwrap_or(c)
    };
    match base {
        'a'..='z' => key.push(LATIN + (base as u8 - b'a')),
        // Dotless ı of the Latin Kazakh alphabet.
        'ı' => key.push(LATIN + (b'i' - b'a')),
        _ => {
            let other_cyrillic = matches!(c, '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{a640}'..='\u{a69f}');
            key.push(if other_cyrillic {
                OTHER_CYRILLIC
            } else {
                OTHER_SCRIPT
            });
            key.extend_from_slice(&u32::from(c).to_be_bytes()[1..]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cmp::Ordering;

    fn in_order(expected: &[&str]) {
        for pair in expected.windows(2) {
            let [a, b] = pair else { unreachable!() };
            assert!(sort_key(a) < sort_key(b), "{a} before {b}");
        }
    }

    /// The order without the last level.
    fn primary(s: &str) -> Vec<u8> {
        let key = sort_key(s);
        key[..key.len() - s.len()].to_vec()
    }

    #[test]
    fn every_letter_follows_the_one_before_it() {
        let letters: Vec<String> = ALPHABET.chars().map(String::from).collect();
        in_order(&letters.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn numbers_then_cyrillic_then_latin() {
        in_order(&[
            "2",
            "10",
            "18-ден",
            "Абай",
            "Әуезов",
            "Бөкей",
            "Қала",
            "Лиса",
            "Яссы",
            "Amanat",
            "Zhetysu",
        ]);
        in_order(&["№ 9", "№ 10", "№ 100"]);
        in_order(&["1-2", "1-12", "2-1"]);
        assert_eq!(primary("007"), primary("7"));
        in_order(&["7а", "007б", "8"]);
    }

    #[test]
    fn quotes_and_case_only_break_ties() {
        in_order(&["Дала", "«Ерлік»", "Жетісу"]);
        in_order(&["ерлік", "Ерліктер"]);
        assert_eq!(primary("«Ерлік»"), primary("ЕРЛІК"));
        assert_ne!(sort_key("Ерлік"), sort_key("ерлік"));
    }

    #[test]
    fn a_shorter_word_sorts_before_a_longer_one() {
        in_order(&["Ан Яна", "Ана", "Ана Яна", "Анаев"]);
        assert_eq!(primary("  Ана \u{a0} Яна "), primary("Ана Яна"));
    }

    #[test]
    fn accents_and_decomposed_letters() {
        in_order(&["edel", "Émile", "eno"]);
        assert_eq!(primary("и\u{306}од"), primary("йод"));
        assert_ne!(primary("йод"), primary("иод"));
    }

    #[test]
    fn very_long_numbers_keep_their_order() {
        let nines = "9".repeat(300);
        let big = format!("1{}", "0".repeat(300));
        in_order(&["5", nines.as_str(), big.as_str()]);
    }

    proptest! {
        #[test]
        fn only_equal_texts_have_equal_keys(a in any::<String>(), b in any::<String>()) {
            prop_assert_eq!(sort_key(&a).cmp(&sort_key(&b)) == Ordering::Equal, a == b);
        }

        #[test]
        fn numbers_sort_by_value(a in any::<u64>(), b in any::<u64>(), zeros in 0usize..4) {
            let padded = format!("{}{a}", "0".repeat(zeros));
            prop_assert_eq!(primary(&padded).cmp(&primary(&b.to_string())), a.cmp(&b));
        }

        #[test]
        fn quotes_never_move_a_name(s in "[А-Яа-яӘәҚқA-Za-z0-9]{1,8}( [а-я]{1,5})?") {
            let (quoted, straight) = (format!("«{s}»"), format!("\"{s}\""));
            prop_assert_eq!(primary(&quoted), primary(&s));
            prop_assert_eq!(primary(&straight), primary(&s));
        }
    }
}
