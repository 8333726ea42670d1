//! The terms under which a word is indexed and looked for.

use crate::cases::kazakh::is_bare_case;
use crate::keys::term::Term;
use crate::text::fold::fold;
use crate::text::token::{is_hyphen, words};

/// Parts of a hyphenated word that have keys of their own; a row of more is a ruled line or a code.
const MAX_PARTS: usize = 16;

/// The distinct terms under which a word is indexed and queried; two words match where they share one. First
/// the folded word, then its Kazakh and (for words of Russian letters alone) Russian stem, then the same of
/// the parts of a hyphenated word. Every key is a form of a [`Term`]. Empty where the word has no letter or digit.
pub fn search_keys(word: &str) -> Vec<String> {
    let mut keys = Vec::with_capacity(3);
    push_keys(word, &mut keys);
    if word.contains(is_hyphen) {
        for (place, part) in word.split(is_hyphen).enumerate().take(MAX_PARTS) {
            // «ҚР-ның»: the ending is no word.
            if place == 0 || !is_bare_case(&fold(part)) {
                push_keys(part, &mut keys);
            }
        }
    }
    keys
}

/// The terms of all words of a text, between blanks, as it is indexed.
pub fn search_terms(text: &str) -> String {
    let terms: Vec<String> = words(text)
        .flat_map(|word| search_keys(word.text))
        .collect();
    terms.join(" ")
}

fn push_keys(word: &str, keys: &mut Vec<String>) {
    for key in Term::of(word).iter().flat_map(Term::keys) {
        if !keys.iter().any(|known| known == key) {
            keys.push(key.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::term::MAX_KEY_CHARS;
    use proptest::prelude::*;

    fn meet(a: &str, b: &str) -> bool {
        let keys = search_keys(a);
        search_keys(b).iter().any(|key| keys.contains(key))
    }

    #[test]
    fn the_folded_word_comes_first() {
        assert_eq!(search_keys("Ақжаркенова").first().unwrap(), "акжаркенова");
        assert_eq!(search_keys("2026"), ["2026"]);
        assert!(search_keys("—").is_empty());
    }

    #[test]
    fn inflected_words_meet() {
        for (a, b) in [
            ("Ақжаркеноваға", "Ақжаркенова"),
            ("университетінде", "университеті"),
            ("университетінде", "университеттің"),
            ("әкімдігінің", "әкімдігі"),
            ("конституцияны", "Конституцияның"),
            ("Конституция", "Конституциясының"),
            ("референдумға", "референдум"),
            ("референдумда", "референдума"),
            ("референдумды", "референдуме"),
            ("министра", "министр"),
            ("министрдің", "министру"),
            ("область", "области"),
            ("облысында", "облыс"),
            ("школы", "школ"),
            ("съёмка", "съемки"),
            ("Акжаркенова", "Ақжаркенованың"),
            ("акимдик", "әкімдігінде"),
            ("мекемелерге", "мекемесі"),
            ("ГОРОДСКОЙ", "городского"),
        ] {
            assert!(
                meet(a, b),
                "{a} {:?} / {b} {:?}",
                search_keys(a),
                search_keys(b)
            );
        }
    }

    #[test]
    fn different_words_do_not_meet() {
        for (a, b) in [
            ("қара", "Қарағанды"),
            ("алма", "Алматы"),
            ("облыс", "область"),
            ("кеңес", "кеңсе"),
            ("ел", "елу"),
        ] {
            assert!(
                !meet(a, b),
                "{a} {:?} / {b} {:?}",
                search_keys(a),
                search_keys(b)
            );
        }
    }

    #[test]
    fn parts_of_hyphenated_words_are_found() {
        assert!(meet("ректор-төрағасы", "ректоры"));
        assert!(meet("ректор-төрағасы", "төраға"));
        assert!(meet("ректор-төрағасы", "ректор-төрағасының"));
        assert!(meet("ҚР-ның", "ҚР"));
        assert!(!search_keys("ҚР-ның").contains(&"нын".to_owned()));
    }

    proptest! {
        #[test]
        fn keys_are_bounded_single_tokens(word in "(.|[А-яәғқңөұүһіA-z0-9’\\-]){0,90}") {
            let keys = search_keys(&word);
            for (place, key) in keys.iter().enumerate() {
                prop_assert!((1..=MAX_KEY_CHARS).contains(&key.chars().count()));
                prop_assert!(key.chars().all(char::is_alphanumeric));
                prop_assert!(!keys[..place].contains(key));
            }
        }

        #[test]
        fn any_cyrillic_word_meets_itself_in_capitals(word in "[а-яәғқңөұүһіё]{1,20}") {
            prop_assert_eq!(search_keys(&word.to_uppercase()), search_keys(&word));
        }
    }
}
