//! The key by which a person or an organisation already on record is found again.

use crate::cases::kazakh::{is_bare_case, is_whole, without_case};
use crate::text::fold::fold;
use crate::text::token::words;

/// A key that all printings of one name share and different names do not: words folded (see [`crate::fold`]),
/// without quotes, punctuation and Kazakh case endings, hyphens opened, sorted. So «Роза Ақжаркенова» is
/// «АҚЖАРКЕНОВА Роза», and Ерліктің is "Ерлік"; Исабаев is not Исабаева, and what a possessive makes is part
/// of the name (университеті). Initials stay as letters. Empty only where the name has no letter or digit.
///
/// It compares names, it does not show them: a name that merely ends like a case form loses that end in all
/// its forms. Two namesakes share a key; telling them apart is the archivist's.
pub fn party_key(name: &str) -> String {
    // Folding before cutting into words unites the shapes of hyphens and drops soft ones.
    let folded = fold(name);
    let mut parts: Vec<&str> = Vec::new();
    let mut previous_end = None;
    let chars: Vec<char> = folded.chars().collect();
    for word in words(&folded) {
        // «Ерлік»тің, ҚР-ның: an ending hangs on the word before it without a blank.
        let hangs = previous_end
            .is_some_and(|end| !chars[end..word.start].iter().any(|c| c.is_whitespace()));
        for (place, part) in word.text.split(|c: char| !c.is_alphanumeric()).enumerate() {
            if !part.is_empty() && !((hangs || place > 0) && is_bare_case(part)) {
                parts.push(nominative(part));
            }
        }
        previous_end = Some(word.end);
    }
    parts.sort_unstable();
    parts.join(" ")
}

/// The word without case endings, as many as it seems to have: what the nominative loses, all forms lose.
fn nominative(mut word: &str) -> &str {
    while !is_whole(word)
        && let Some(shorter) = without_case(word)
    {
        word = shorter;
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(names: &[&str]) {
        for name in names {
            assert_eq!(party_key(name), party_key(names[0]), "{name}");
        }
    }

    #[test]
    fn quotes_case_and_inflection_do_not_matter() {
        same(&[
            "\"Ерлік\"",
            "ерлік",
            "ЕРЛІК",
            "«Ерлік»",
            "Ерліктің",
            "«Ерлік»тің",
            "“Ерлікке”",
            "Ерлікпен",
        ]);
        same(&[
            "Жетісу университеті",
            "Жетісу университетінің",
            "Жетісу университетіне",
            "Жетісу университетін",
            "ЖЕТІСУ УНИВЕРСИТЕТІНДЕ",
        ]);
        same(&[
            "Роза Ақжаркенова",
            "Ақжаркенова Роза",
            "Роза Ақжаркеноваға",
            "Роза Акжаркенова",
            "РОЗА АҚЖАРКЕНОВАНЫҢ",
        ]);
        same(&[
            "Қасым-Жомарт Тоқаев",
            "Қасым\u{2011}Жомарт Тоқаевтың",
            "Тоқаев Қасым Жомарт",
        ]);
        same(&["AMANAT", "«AMANAT»", "AMANAT-тың"]);
        same(&[
            "Пушкин",
            "Пушкиннің",
            "Пушкинге",
            "Пушкинді",
            "Пушкинде",
            "Пушкинмен",
        ]);
        same(&["Екатерина", "Екатеринаның", "Екатеринаға", "Екатеринада"]);
        same(&[
            "Нұрлан Алтын",
            "Нұрланның Алтын",
            "Нұрлан Алтында",
            "Алтынды Нұрлан",
        ]);
    }

    #[test]
    fn initials_are_letters() {
        assert_eq!(party_key("Б. Исабаев"), "б исабаев");
        same(&["Б. Исабаев", "Б.Исабаев", "Исабаев Б.", "Исабаев б"]);
        assert_ne!(party_key("Б. Исабаев"), party_key("Бейбіт Исабаев"));
    }

    #[test]
    fn different_names_keep_different_keys() {
        for (a, b) in [
            ("Исабаев", "Исабаева"),
            ("Пушкин", "Пушкина"),
            ("Александр", "Александра"),
            ("Жетісу университеті", "Жетісу облысы"),
            ("№ 5 мектеп", "№ 6 мектеп"),
            ("Қарағанды", "Қара"),
        ] {
            assert_ne!(party_key(a), party_key(b));
        }
    }

    #[test]
    fn a_name_that_is_an_ending_stays() {
        assert_eq!(party_key("Да"), "да");
        assert_eq!(party_key("«»"), "");
    }

    proptest! {
        #[test]
        fn letters_leave_a_key(name in any::<String>()) {
            if fold(&name).contains(char::is_alphanumeric) {
                prop_assert!(!party_key(&name).is_empty());
            }
        }

        #[test]
        // in one script: which letter a Latin one stands for may hang on its case (H looks like Н, h like һ)
        fn case_does_not_matter(name in "([А-яӘәҒғҚқҢңӨөҰұҮүҺһІіЁё0-9 .\\-«»\"]{0,40}|[A-Za-z0-9 .\\-«»\"]{0,40})") {
            prop_assert_eq!(party_key(&name.to_uppercase()), party_key(&name));
            prop_assert_eq!(party_key(&name.to_lowercase()), party_key(&name));
        }

        #[test]
        fn the_order_of_words_does_not_matter(mut words in proptest::collection::vec("[А-Яа-яәқңіү]{1,10}\\.?", 1..5)) {
            let key = party_key(&words.join(" "));
            words.reverse();
            prop_assert_eq!(party_key(&words.join(" ")), key.clone());
            words.rotate_left(1);
            prop_assert_eq!(party_key(&words.join(" ")), key);
        }

        #[test]
        fn quotes_do_not_matter(name in "[А-Яа-яәқңіү]{1,10}( [А-Яа-яәқңіү]{1,10}){0,3}") {
            let key = party_key(&name);
            for quoted in [format!("«{name}»"), format!("\"{name}\""), format!("“{name}”")] {
                prop_assert_eq!(party_key(&quoted), key.clone());
            }
        }

        #[test]
        fn a_key_is_its_own_key(name in "[А-яәғқңөұүһі .«»\\-]{0,40}") {
            // Where a part is itself an ending it may hang differently; all else is stable.
            let key = party_key(&name);
            prop_assert_eq!(party_key(&key), key);
        }
    }
}
