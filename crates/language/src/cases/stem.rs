//! A light stemmer for Kazakh nouns and names.

use crate::cases::kazakh::{
    is_vowel, is_whole, without_case, without_plural, without_possessive, without_relation,
};
use crate::text::fold::fold;

/// A word longer than this is no word; it is stemmed as far as this many chars.
const MAX_CHARS: usize = 64;

/// Stems whose second vowel falls out before a possessive, both ways: халқы is of халық.
const ELIDED: [(&str, &str); 8] = [
    ("халк", "халык"),
    ("орн", "орын"),
    ("ерк", "ерик"),
    ("корк", "корик"),
    ("нарк", "нарык"),
    ("арп", "арип"),
    ("гурп", "гурып"),
    ("карн", "карын"),
];

/// The stem under which all inflected forms of a Kazakh noun or name meet: without case, possessive and
/// plural endings, folded (see [`crate::fold`]), so that a word typed without Kazakh letters has the same
/// stem. It is a key to compare, not a word to show: a final б or г is п or к, a final н after a vowel falls
/// (маманы, маман), final ь and doubled consonants too. At least three letters (two for a few nouns such as
/// ел) and a vowel remain of a word that had them. Words without Cyrillic letters are folded only.
///
/// Masculine and feminine surnames stay apart: Исабаевтың gives исабаев, Исабаеваның исабаева.
pub fn stem_kk(word: &str) -> String {
    let mut stem: String = fold(word)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .take(MAX_CHARS)
        .collect();
    if !stem.contains(|c| ('а'..='я').contains(&c)) {
        return stem;
    }
    // Again and again, as a noun can end like an inflected one (Өзбекстан, төраға): what its nominative loses,
    // its other forms lose too.
    while let Some(shorter) = shorten(&stem).map(str::len) {
        stem.truncate(shorter);
    }
    if let Some((short, full)) = ELIDED.iter().find(|(short, _)| stem.ends_with(short)) {
        let root = stem.len() - short.len();
        // «орн» also ends кәсіпорн(ы); the shorter ones must be the whole word, as in парк.
        if root == 0 || *short == "орн" {
            stem.replace_range(root.., full);
            while let Some(shorter) = shorten(&stem).map(str::len) {
                stem.truncate(shorter);
            }
        }
    }
    devoice(&mut stem);
    stem
}

fn shorten(word: &str) -> Option<&str> {
    if is_whole(word) {
        return None;
    }
    let readings = [
        without_relation(word),
        without_case(word),
        without_possessive(word),
        without_plural(word),
    ];
    let mut readings = readings.into_iter().flatten();
    let first = readings.clone().next();
    // жиыны may be «жиы-ны» or «жиын-ы»: the known word is meant.
    readings
        .find(|rest| is_whole(rest))
        .or(first)
        .or_else(|| without_final_sound(word))
}

/// Drops what a noun's end shares with an ending or loses before one.
fn without_final_sound(word: &str) -> Option<&str> {
    let mut back = word.chars().rev();
    let (last, before) = (back.next()?, back.next()?);
    let long = back.nth(1).is_some();
    let drop = match last {
        'ь' | 'ъ' => true,
        // маманы may be маман + ы or мама + ны.
        'н' => is_vowel(before),
        // класс, класы
        _ => last == before && !is_vowel(last),
    };
    (drop && long).then(|| &word[..word.len() - last.len_utf8()])
}

/// кітаб(ы) and кітап, қызығ(ы) and қызық.
fn devoice(stem: &mut String) {
    let hard = match stem.chars().next_back() {
        Some('б') => 'п',
        Some('г') => 'к',
        _ => return,
    };
    stem.pop();
    stem.push(hard);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether the form's vowels are back ones, as a speaker knows and the test must be told by the noun.
    #[derive(Clone, Copy)]
    struct Noun {
        nominative: &'static str,
        possessed: &'static str,
        front: bool,
    }

    const fn back(nominative: &'static str, possessed: &'static str) -> Noun {
        Noun {
            nominative,
            possessed,
            front: false,
        }
    }

    const fn front(nominative: &'static str, possessed: &'static str) -> Noun {
        Noun {
            nominative,
            possessed,
            front: true,
        }
    }

    /// Common nouns of press releases, loans and names, each with its possessive of the third person.
    const NOUNS: &[Noun] = &[
        back("қала", "қаласы"),
        back("облыс", "облысы"),
        back("аудан", "ауданы"),
        back("ауыл", "ауылы"),
        back("халық", "халқы"),
        back("азамат", "азаматы"),
        back("қоғам", "қоғамы"),
        back("маман", "маманы"),
        back("орын", "орны"),
        back("жиын", "жиыны"),
        back("заң", "заңы"),
        back("құқық", "құқығы"),
        back("төраға", "төрағасы"),
        back("орынбасар", "орынбасары"),
        back("басшы", "басшысы"),
        back("бала", "баласы"),
        back("жоба", "жобасы"),
        back("баға", "бағасы"),
        back("тұлға", "тұлғасы"),
        back("сала", "саласы"),
        back("комиссия", "комиссиясы"),
        back("конституция", "конституциясы"),
        back("партия", "партиясы"),
        back("палата", "палатасы"),
        back("бағдарлама", "бағдарламасы"),
        back("жұмыс", "жұмысы"),
        back("байланыс", "байланысы"),
        back("тұрғын", "тұрғыны"),
        back("жоспар", "жоспары"),
        back("қор", "қоры"),
        back("кітап", "кітабы"),
        back("клуб", "клубы"),
        back("парк", "паркі"),
        back("сот", "соты"),
        back("аппарат", "аппараты"),
        back("статус", "статусы"),
        back("завод", "заводы"),
        back("аэропорт", "аэропорты"),
        back("жол", "жолы"),
        back("су", "суы"),
        back("басқару", "басқаруы"),
        back("оқу", "оқуы"),
        back("тіл", "тілі"),
        back("сарай", "сарайы"),
        back("маусым", "маусымы"),
        back("ұйым", "ұйымы"),
        back("кәсіпорын", "кәсіпорны"),
        back("Қазақстан", "Қазақстаны"),
        back("Қарағанды", "Қарағандысы"),
        back("Алматы", "Алматысы"),
        back("Астана", "Астанасы"),
        back("Павлодар", "Павлодары"),
        back("Қостанай", "Қостанайы"),
        back("Талдықорған", "Талдықорғаны"),
        back("Исабаев", "Исабаеві"),
        back("Сейітқали", "Сейітқалиы"),
        back("Нұрлан", "Нұрланы"),
        back("Айжан", "Айжаны"),
        back("Сұлтан", "Сұлтаны"),
        back("Болат", "Болаты"),
        back("Ақжаркенова", "Ақжаркеновасы"),
        back("Асқаров", "Асқаровы"),
        back("Мария", "Мариясы"),
        front("кеңес", "кеңесі"),
        front("мүше", "мүшесі"),
        front("өкіл", "өкілі"),
        front("әкім", "әкімі"),
        front("әкімдік", "әкімдігі"),
        front("мектеп", "мектебі"),
        front("университет", "университеті"),
        front("қызмет", "қызметі"),
        front("жетекші", "жетекшісі"),
        front("мекеме", "мекемесі"),
        front("өңір", "өңірі"),
        front("министр", "министрі"),
        front("министрлік", "министрлігі"),
        front("бірлестік", "бірлестігі"),
        front("мемлекет", "мемлекеті"),
        front("бюджет", "бюджеті"),
        front("өзгеріс", "өзгерісі"),
        front("жүйе", "жүйесі"),
        front("әлем", "әлемі"),
        front("бөлім", "бөлімі"),
        front("білім", "білімі"),
        front("ғылым", "ғылымы"),
        front("мәселе", "мәселесі"),
        front("желі", "желісі"),
        front("бизнес", "бизнесі"),
        front("процесс", "процесі"),
        front("медаль", "медалі"),
        front("банк", "банкі"),
        front("ел", "елі"),
        front("үй", "үйі"),
        front("іс", "ісі"),
        front("теңіз", "теңізі"),
        front("күн", "күні"),
        front("шешім", "шешімі"),
        front("есеп", "есебі"),
        front("Өзбекстан", "Өзбекстаны"),
        front("Семей", "Семейі"),
        front("Ерлік", "Ерлігі"),
        front("Екатерина", "Екатеринасы"),
        front("Андрей", "Андрейі"),
        front("Пушкин", "Пушкині"),
        front("Серік", "Серігі"),
        front("Гүлнар", "Гүлнары"),
    ];

    /// Nouns whose endings do not follow the group in which they stand above, vowel by vowel.
    fn is_front(form: &str, default: bool) -> bool {
        let letters: Vec<char> = form.to_lowercase().chars().collect();
        letters
            .iter()
            .rev()
            .find_map(|c| match c {
                'ә' | 'ө' | 'ү' | 'і' => Some(true),
                'а' | 'о' | 'ұ' | 'ы' | 'я'
                    if !default || form.to_lowercase() != "банк" && !form.ends_with('ь') =>
                {
                    Some(false)
                }
                'е' if !form.to_lowercase().ends_with("ев") => Some(true),
                _ => None,
            })
            .unwrap_or(default)
    }

    /// Every case of a form, as grammar makes them.
    fn cases(form: &str, front: bool, possessed: bool) -> Vec<String> {
        let last = form.to_lowercase().chars().next_back().unwrap();
        let pick = |b: &'static str, f: &'static str| if is_front(form, front) { f } else { b };
        let endings: Vec<&str> = if possessed {
            vec![
                pick("ның", "нің"),
                pick("на", "не"),
                "н",
                pick("нда", "нде"),
                pick("нан", "нен"),
                "мен",
                pick("ндағы", "ндегі"),
            ]
        } else {
            match last {
                'а' | 'ә' | 'е' | 'ы' | 'і' | 'я' | 'о' => vec![
                    pick("ның", "нің"),
                    pick("ға", "ге"),
                    pick("ны", "ні"),
                    pick("да", "де"),
                    pick("дан", "ден"),
                    "мен",
                    pick("дағы", "дегі"),
                ],
                'и' => vec![
                    pick("дің", "дің"),
                    pick("ға", "ге"),
                    pick("ды", "ді"),
                    pick("да", "де"),
                    pick("дан", "ден"),
                    "мен",
                ],
                'м' | 'н' | 'ң' => vec![
                    pick("ның", "нің"),
                    pick("ға", "ге"),
                    pick("ды", "ді"),
                    pick("да", "де"),
                    pick("нан", "нен"),
                    "мен",
                    pick("дағы", "дегі"),
                ],
                'з' | 'ж' => vec![
                    pick("дың", "дің"),
                    pick("ға", "ге"),
                    pick("ды", "ді"),
                    pick("да", "де"),
                    pick("дан", "ден"),
                    "бен",
                    pick("дағы", "дегі"),
                ],
                'л' | 'р' | 'й' | 'у' | 'ь' => vec![
                    pick("дың", "дің"),
                    pick("ға", "ге"),
                    pick("ды", "ді"),
                    pick("да", "де"),
                    pick("дан", "ден"),
                    "мен",
                    pick("дағы", "дегі"),
                ],
                _ => vec![
                    pick("тың", "тің"),
                    pick("қа", "ке"),
                    pick("ты", "ті"),
                    pick("та", "те"),
                    pick("тан", "тен"),
                    "пен",
                    pick("тағы", "тегі"),
                ],
            }
        };
        std::iter::once(form.to_owned())
            .chain(endings.iter().map(|e| format!("{form}{e}")))
            .collect()
    }

    fn plural(noun: &Noun) -> String {
        let form = noun.nominative;
        let front = is_front(form, noun.front);
        let pick = |b: &'static str, f: &'static str| if front { f } else { b };
        let ending = match form.to_lowercase().chars().next_back().unwrap() {
            'а' | 'ә' | 'е' | 'ы' | 'і' | 'я' | 'о' | 'и' | 'р' | 'й' | 'у' => {
                pick("лар", "лер")
            }
            'л' | 'м' | 'н' | 'ң' | 'з' | 'ж' | 'ь' => pick("дар", "дер"),
            _ => pick("тар", "тер"),
        };
        format!("{form}{ending}")
    }

    #[test]
    fn every_form_of_a_noun_has_the_stem_of_its_nominative() {
        let mut wrong = Vec::new();
        let mut forms = 0;
        for noun in NOUNS {
            let stem = stem_kk(noun.nominative);
            let many = plural(noun);
            let theirs = format!(
                "{many}{}",
                if is_front(&many, noun.front) {
                    "і"
                } else {
                    "ы"
                }
            );
            let all = [
                cases(noun.nominative, noun.front, false),
                cases(noun.possessed, noun.front, true),
                cases(&many, noun.front, false),
                cases(&theirs, noun.front, true),
            ];
            for form in all.into_iter().flatten() {
                forms += 1;
                if stem_kk(&form) != stem {
                    wrong.push(format!("{form}: {} for {stem}", stem_kk(&form)));
                }
            }
        }
        println!("{} of {forms} forms", forms - wrong.len());
        assert!(wrong.is_empty(), "{} of {forms}: {wrong:#?}", wrong.len());
    }

    #[test]
    fn surnames_keep_their_gender() {
        for form in [
            "Исабаев",
            "Исабаевтың",
            "Исабаевқа",
            "Исабаевты",
            "Исабаевпен",
            "Исабаевтан",
            "исабаев",
        ] {
            assert_eq!(stem_kk(form), "исабаев", "{form}");
        }
        for form in [
            "Ақжаркенова",
            "Ақжаркеноваға",
            "Ақжаркенованың",
            "Ақжаркенованы",
            "Ақжаркеновамен",
            "Акжаркенова",
        ] {
            assert_eq!(stem_kk(form), "акжаркенова", "{form}");
        }
        assert_ne!(stem_kk("Пушкин"), stem_kk("Пушкина"));
        assert_eq!(stem_kk("Пушкиннің"), stem_kk("Пушкин"));
    }

    #[test]
    fn different_words_keep_different_stems() {
        let words = [
            "қара",
            "Қарағанды",
            "алма",
            "Алматы",
            "қазақ",
            "Қазақстан",
            "жаңа",
            "жан",
            "облыс",
            "область",
            "әкім",
            "әкімдік",
            "мүше",
            "кеңес",
            "кеңсе",
            "төр",
            "төраға",
            "бала",
            "балық",
            "қор",
            "қорған",
            "орган",
            "ер",
            "ерлік",
        ];
        let stems: std::collections::BTreeSet<String> = words.iter().map(|w| stem_kk(w)).collect();
        assert_eq!(stems.len(), words.len(), "{stems:?}");
    }

    #[test]
    fn words_of_other_alphabets_are_only_folded() {
        assert_eq!(stem_kk("Amanat"), "amanat");
        assert_eq!(stem_kk("2026"), "2026");
        assert_eq!(stem_kk("«»"), "");
    }

    proptest! {
        #[test]
        fn folding_first_changes_nothing(word in "(.|[А-яәғқңөұүһі\\-]){0,20}") {
            prop_assert_eq!(stem_kk(&fold(&word)), stem_kk(&word));
        }

        #[test]
        fn a_stem_keeps_letters_and_a_vowel(word in "[а-яәғқңөұүһі]{3,25}") {
            let stem = stem_kk(&word);
            prop_assert!(stem.chars().count() >= 2, "{}", stem);
            prop_assert_eq!(fold(&word).contains(is_vowel), stem.contains(is_vowel));
        }
    }
}
