//! Kazakh case forms by rule, to test against: the standard paradigms of school grammar.

/// Whether a word's endings have front vowels, by its last vowel.
pub fn is_front(word: &str) -> bool {
    let vowel = word
        .to_lowercase()
        .chars()
        .rev()
        .find(|c| "аәеёиоөуұүыіэюя".contains(*c));
    vowel.is_some_and(|c| "әеиөүіэ".contains(c))
}

/// The seven cases: nominative, genitive, dative, accusative, locative, ablative, instrumental. `possessed` words
/// end in a possessive of the third person.
pub fn cases(word: &str, front: bool, possessed: bool) -> Vec<String> {
    let last = word.to_lowercase().chars().next_back().unwrap_or('а');
    let endings: [&str; 6] = if possessed {
        ["нЫң", "нА", "н", "ндА", "нАн", "мен"]
    } else {
        match last {
            'а' | 'ә' | 'е' | 'ы' | 'і' | 'я' | 'о' | 'э' => {
                ["нЫң", "ғА", "нЫ", "дА", "дАн", "мен"]
            }
            'м' | 'н' | 'ң' => ["нЫң", "ғА", "дЫ", "дА", "нАн", "мен"],
            'л' | 'р' | 'й' | 'у' | 'и' | 'ь' | 'ю' => {
                ["дЫң", "ғА", "дЫ", "дА", "дАн", "мен"]
            }
            'з' | 'ж' => ["дЫң", "ғА", "дЫ", "дА", "дАн", "бен"],
            _ => ["тЫң", "қА", "тЫ", "тА", "тАн", "пен"],
        }
    };
    let dress = |ending: &str| -> String {
        ending
            .chars()
            .map(|c| match (c, front) {
                ('Ы', true) => 'і',
                ('Ы', false) => 'ы',
                ('А', true) => 'е',
                ('А', false) => 'а',
                ('ғ', true) => 'г',
                ('қ', true) => 'к',
                _ => c,
            })
            .collect()
    };
    std::iter::once(word.to_owned())
        .chain(
            endings
                .iter()
                .map(|ending| format!("{word}{}", dress(ending))),
        )
        .collect()
}
