//! One name in two scripts: how a folded key of Cyrillic letters may be written in Latin ones, and back.
//! Names come to the archive in the Latin alphabets of Kazakh (2018, 2021), of passports (ICAO 9303) and of
//! habit, so a letter has several readings; all that they make together are tried, up to a bound.

use crate::keys::party_key::party_key;

/// So many spellings are tried of one name.
const TRIED: usize = 192;

/// Latin spellings, longest first, and the folded Cyrillic letters that they may stand for.
const READINGS: [(&str, &[&str]); 40] = [
    ("shch", &["щ"]),
    ("ch", &["ч"]),
    ("sh", &["ш"]),
    ("zh", &["ж"]),
    ("kh", &["х"]),
    ("gh", &["г"]),
    ("ts", &["ц", "тс"]),
    ("ya", &["я"]),
    ("ia", &["я", "иа"]),
    ("yu", &["ю"]),
    ("iu", &["ю", "иу"]),
    ("yo", &["е"]),
    ("ye", &["е"]),
    ("ei", &["еи", "еии"]),
    ("yy", &["ыи"]),
    ("a", &["а"]),
    ("b", &["б"]),
    ("c", &["ч", "ц"]),
    ("d", &["д"]),
    ("e", &["е"]),
    ("f", &["ф"]),
    ("g", &["г"]),
    ("h", &["х"]),
    ("i", &["и", "ы"]),
    ("j", &["ж", "и"]),
    ("k", &["к"]),
    ("l", &["л"]),
    ("m", &["м"]),
    ("n", &["н"]),
    ("o", &["о"]),
    ("p", &["п"]),
    ("q", &["к"]),
    ("r", &["р"]),
    ("s", &["с", "ш"]),
    ("t", &["т"]),
    ("u", &["у"]),
    ("v", &["в"]),
    ("w", &["у"]),
    ("x", &["х"]),
    ("z", &["з"]),
];

/// Cyrillic letters and how Latin alphabets write them, folded.
const SPELLINGS: [(char, &[&str]); 32] = [
    ('а', &["a"]),
    ('б', &["b"]),
    ('в', &["v"]),
    ('г', &["g"]),
    ('д', &["d"]),
    ('е', &["e"]),
    ('ж', &["j", "zh"]),
    ('з', &["z"]),
    ('и', &["i", "y"]),
    ('к', &["k", "q"]),
    ('л', &["l"]),
    ('м', &["m"]),
    ('н', &["n"]),
    ('о', &["o"]),
    ('п', &["p"]),
    ('р', &["r"]),
    ('с', &["s"]),
    ('т', &["t"]),
    ('у', &["u"]),
    ('ф', &["f"]),
    ('х', &["h", "kh"]),
    ('ц', &["ts"]),
    ('ч', &["ch"]),
    ('ш', &["sh", "s"]),
    ('щ', &["shch"]),
    ('ы', &["y", "i"]),
    ('э', &["e"]),
    ('ю', &["yu", "iu"]),
    ('я', &["ya", "ia"]),
    ('ь', &[""]),
    ('ъ', &[""]),
    ('-', &["-"]),
];

/// The keys that a key may have in the other script, words sorted as in every key; empty for a mixed one.
pub fn keys_in_other_script(key: &str) -> Vec<String> {
    let latin = key.chars().any(|c| c.is_ascii_lowercase());
    let cyrillic = key.chars().any(|c| ('а'..='я').contains(&c));
    if latin == cyrillic || key.chars().count() > 60 {
        return Vec::new();
    }
    let mut made = vec![String::new()];
    let mut rest = key;
    while let Some(c) = rest.chars().next() {
        let (length, ways): (usize, Vec<String>) = if latin {
            READINGS
                .iter()
                .find(|(spelling, _)| rest.starts_with(spelling))
                .map(|(spelling, letters)| {
                    let mut ways: Vec<String> = letters.iter().map(|w| (*w).to_owned()).collect();
                    if *spelling == "y" {
                        ways.push("и".to_owned());
                    }
                    (spelling.len(), ways)
                })
                .unwrap_or_else(|| match c {
                    'y' => (1, vec!["ы".to_owned(), "и".to_owned()]),
                    _ => (c.len_utf8(), vec![c.to_string()]),
                })
        } else {
            let ways = SPELLINGS
                .iter()
                .find(|(letter, _)| *letter == c)
                .map(|(_, ways)| ways.iter().map(|w| (*w).to_owned()).collect())
                .unwrap_or_else(|| vec![c.to_string()]);
            (c.len_utf8(), ways)
        };
        // past the bound only the likeliest way goes on
        let ways = match made.len() * ways.len() > TRIED {
            true => ways.get(..1).unwrap_or_default().to_vec(),
            false => ways,
        };
        made = made
            .iter()
            .flat_map(|begun| ways.iter().map(move |way| format!("{begun}{way}")))
            .collect();
        rest = rest.get(length..).unwrap_or_default();
    }
    let mut keys: Vec<String> = made
        .into_iter()
        .map(|spelling| party_key(&spelling))
        .collect();
    keys.sort();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_meet_across_scripts() {
        for (latin, cyrillic) in [
            ("Saule Omarova", "Сәуле Омарова"),
            ("Säule Omarova", "Сәуле Омарова"),
            ("Nurlan Seitov", "Нұрлан Сейітов"),
            ("Asel Qydyrmanov", "Әсел Қыдырманов"),
            ("Zhanar Zhaksybekova", "Жанар Жақсыбекова"),
        ] {
            let there = keys_in_other_script(&party_key(latin));
            assert!(there.contains(&party_key(cyrillic)), "{latin} {there:?}");
        }
        assert!(
            keys_in_other_script(&party_key("Сәуле Омарова")).contains(&party_key("Säule Omarova"))
        );
        assert!(keys_in_other_script("ерлик club").is_empty());
        assert!(keys_in_other_script("2026").is_empty());
    }

    proptest! {
        #[test]
        fn spellings_are_bounded(key in "[a-zа-я ]{0,80}") {
            prop_assert!(keys_in_other_script(&key).len() <= TRIED);
        }
    }
}
