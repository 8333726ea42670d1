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

/// All forms of a noun: singular and plural, without and with the possessives, each in the seven cases and with -ғы of
/// the locative.
#[allow(dead_code, reason = "not every test asks for them")]
pub fn forms(word: &str) -> Vec<String> {
    let front = is_front(word);
    let dress = |ending: &str| match front {
        true => ending.replace('Ы', "і").replace('А', "е").replace('Ғ', "г"),
        false => ending.replace('Ы', "ы").replace('А', "а").replace('Ғ', "ғ"),
    };
    let plural = match word.chars().next_back() {
        Some('л' | 'м' | 'н' | 'ң' | 'з' | 'ж') => "дАр",
        Some(c) if "аәеыіияоөуүұэюрй".contains(c) => "лАр",
        _ => "тАр",
    };
    let mut all = Vec::new();
    for stem in [word.to_owned(), format!("{word}{}", dress(plural))] {
        all.extend(cases(&stem, front, false));
        let vowel = stem.ends_with(['а', 'ә', 'е', 'ы', 'і', 'я', 'о', 'и']);
        let voiced = match stem.chars().next_back() {
            Some('к') => stem.strip_suffix('к').map(|rest| format!("{rest}г")),
            Some('қ') => stem.strip_suffix('қ').map(|rest| format!("{rest}ғ")),
            Some('п') => stem.strip_suffix('п').map(|rest| format!("{rest}б")),
            _ => None,
        };
        let voiced = voiced.unwrap_or_else(|| stem.clone());
        let (third, others) = match vowel {
            true => (format!("{stem}{}", dress("сЫ")), ["м", "мЫз", "ң", "ңЫз"]),
            false => (
                format!("{voiced}{}", dress("Ы")),
                ["Ым", "ЫмЫз", "Ың", "ЫңЫз"],
            ),
        };
        all.extend(cases(&third, front, true));
        for ending in others {
            let owned = format!("{voiced}{}", dress(ending));
            for case in [
                "", "нЫң", "дЫң", "А", "дЫ", "дА", "нАн", "дАн", "мен", "бен",
            ] {
                all.push(format!("{owned}{}", dress(case)));
            }
        }
    }
    let away: Vec<String> = all
        .iter()
        .filter(|form| form.ends_with(['а', 'е']))
        .map(|form| format!("{form}{}", dress("ҒЫ")))
        .collect();
    all.extend(away);
    all
}
