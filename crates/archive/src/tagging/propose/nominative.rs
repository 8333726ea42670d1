//! The nominative of a name as printed. Only what is certain is undone: a name that merely ends like a case
//! form (Айдын, Құдайберді, Сүлеймен) stays, unless the shorter form is known from elsewhere.

use muragat_language as language;

use crate::finding::candidates::TagKind;

/// Case endings of a possessed or vocalic noun and of others; longer ones first. Source: the paradigms of
/// Kazakh school grammar.
const ENDINGS: [&str; 38] = [
    "ның", "нің", "дың", "дің", "тың", "тің", "мен", "бен", "пен", "нда", "нде", "нан", "нен",
    "дан", "ден", "тан", "тен", "ына", "іне", "ны", "ні", "ды", "ді", "ты", "ті", "на", "не", "ға",
    "ге", "қа", "ке", "да", "де", "та", "те", "а", "е", "н",
];

/// The genitive ends in ң, as no noun's own form of this length does.
const GENITIVE: [&str; 6] = ["ның", "нің", "дың", "дің", "тың", "тің"];

/// Surnames end like this; what is left of one after an ending was undone is sure.
const SURNAME: [&str; 13] = [
    "ов", "ев", "ёв", "ова", "ева", "ин", "ина", "ұлы", "қызы", "ский", "ская", "тегі", "ко",
];

/// Russian: what a case of a surname ends in, and its nominatives, the likeliest first.
const RUSSIAN: [(&str, &[&str]); 14] = [
    ("овым", &["ов"]),
    ("евым", &["ев"]),
    ("иным", &["ин"]),
    ("овой", &["ова"]),
    ("евой", &["ева"]),
    ("иной", &["ина"]),
    ("ову", &["ов", "ова"]),
    ("еву", &["ев", "ева"]),
    ("ове", &["ов"]),
    ("еве", &["ев"]),
    ("ским", &["ский"]),
    ("ского", &["ский"]),
    ("скому", &["ский"]),
    ("ской", &["ская"]),
];

/// A name in the nominative, on one line. `known` says whether a form is met elsewhere: in the text, on record.
pub(crate) fn nominative(
    kind: TagKind,
    printed: &str,
    russian: bool,
    known: &dyn Fn(&str) -> bool,
) -> String {
    let name = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(last) = language::words(&name).last() else {
        return name;
    };
    let chars: Vec<char> = name.chars().collect();
    let head: String = chars.iter().take(last.start).collect();
    let tail: String = chars.iter().skip(last.end).collect();
    // «Ерлік»тің: a bare ending hangs on the mark
    if last.start > 0
        && chars
            .get(last.start - 1)
            .is_some_and(|c| matches!(c, '»' | '"' | '”' | '-'))
        && ENDINGS.contains(&last.text.to_lowercase().as_str())
    {
        return head.trim_end_matches('-').to_owned();
    }
    let capitals = last.text.chars().count() > 1 && !last.text.chars().any(char::is_lowercase);
    let lower = last.text.to_lowercase();
    let shorter = match russian && kind == TagKind::Person {
        true => russian_surname(&lower, &head, known),
        false => kazakh(kind, &lower, &head, known),
    };
    let Some(shorter) = shorter else {
        return name;
    };
    let kept: String = match lower.starts_with(&shorter) {
        true => last.text.chars().take(shorter.chars().count()).collect(),
        // a Russian ending gives way to another
        false => {
            let same = last
                .text
                .chars()
                .zip(shorter.chars())
                .take_while(|(a, b)| a.to_lowercase().eq(b.to_lowercase()))
                .count();
            last.text
                .chars()
                .take(same)
                .chain(shorter.chars().skip(same))
                .collect()
        }
    };
    let kept = if capitals { kept.to_uppercase() } else { kept };
    format!("{head}{kept}{tail}")
}

/// The last word of a Kazakh name without its case ending, where that is certain.
fn kazakh(kind: TagKind, word: &str, head: &str, known: &dyn Fn(&str) -> bool) -> Option<String> {
    let mut sure = None;
    for ending in ENDINGS {
        let Some(rest) = word.strip_suffix(ending) else {
            continue;
        };
        // AMANAT-тың
        let rest = rest.trim_end_matches('-');
        let letters = rest.chars().count();
        if letters < 2 {
            continue;
        }
        if known(&format!("{head}{rest}")) {
            return Some(rest.to_owned());
        }
        let harmonious = agrees(rest, ending);
        let possessed = rest.ends_with(['ы', 'і']);
        let surname = SURNAME.iter().any(|end| rest.ends_with(end)) && letters >= 4;
        let certain = match kind {
            TagKind::Person => {
                (GENITIVE.contains(&ending) && letters >= 4)
                    || (surname && ending.chars().count() >= 2)
            }
            // бірлестігі-нің, қызметі-нде, палатасы-на
            _ => {
                (GENITIVE.contains(&ending) && letters >= 3)
                    || (possessed
                        && letters >= 4
                        && matches!(
                            ending,
                            "н" | "на" | "не" | "нда" | "нде" | "нан" | "нен" | "мен"
                        ))
            }
        };
        if certain && harmonious && sure.is_none() {
            sure = Some(rest.to_owned());
        }
    }
    sure
}

/// Whether an ending's vowel goes with the last vowel of a word. A surname's ending is foreign and goes with any.
fn agrees(rest: &str, ending: &str) -> bool {
    let front = |c: char| match c {
        'ә' | 'е' | 'і' | 'ө' | 'ү' | 'э' => Some(true),
        'а' | 'о' | 'ұ' | 'ы' | 'я' | 'ё' | 'ю' => Some(false),
        _ => None,
    };
    // мен, бен, пен know no harmony
    let of_ending = match ending {
        "мен" | "бен" | "пен" => None,
        _ => ending.chars().find_map(front),
    };
    let foreign = ["ов", "ев", "ёв", "ин", "ва", "на"]
        .iter()
        .any(|end| rest.ends_with(end));
    match (rest.chars().rev().find_map(front), of_ending) {
        (Some(a), Some(b)) => a == b || foreign,
        _ => true,
    }
}

/// A Russian surname's nominative; of several the one that is known, else the one that the first name agrees with.
fn russian_surname(word: &str, head: &str, known: &dyn Fn(&str) -> bool) -> Option<String> {
    let (rest, endings) = RUSSIAN
        .iter()
        .find_map(|(ending, nominatives)| Some((word.strip_suffix(ending)?, *nominatives)))?;
    let forms = || endings.iter().map(|ending| format!("{rest}{ending}"));
    forms()
        .find(|form| known(&format!("{head}{form}")))
        .or_else(|| forms().next().filter(|_| endings.len() == 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(printed: &str) -> String {
        nominative(TagKind::Person, printed, false, &|_| false)
    }

    #[test]
    fn certain_endings_are_undone_and_doubtful_ones_stay() {
        for (printed, name) in [
            ("Сәуле Омарованың", "Сәуле Омарова"),
            ("Сәуле Омароваға", "Сәуле Омарова"),
            ("Бейбіт Исабаевтың", "Бейбіт Исабаев"),
            ("Бейбіт Исабаевқа", "Бейбіт Исабаев"),
            ("Бейбіт\nИсабаевпен", "Бейбіт Исабаев"),
            ("НҰРЛАН СЕЙІТОВТІҢ", "НҰРЛАН СЕЙІТОВ"),
            ("Жамбыл Айдынның", "Жамбыл Айдын"),
            ("Айдын", "Айдын"),
            ("Тілеу Құдайберді", "Тілеу Құдайберді"),
            ("Омар Сүлеймен", "Омар Сүлеймен"),
            ("Ахмет Арыстан", "Ахмет Арыстан"),
            ("Әлия Фарида", "Әлия Фарида"),
            ("Б. Исабаев", "Б. Исабаев"),
            ("Омаров С.", "Омаров С."),
        ] {
            assert_eq!(person(printed), name);
        }
        let known = |form: &str| form.to_lowercase() == "әсет құрман";
        assert_eq!(
            nominative(TagKind::Person, "Әсет Құрманға", false, &known),
            "Әсет Құрман"
        );
        assert_eq!(person("Әсет Құрманға"), "Әсет Құрманға");
    }

    #[test]
    fn organisations_lose_the_case_and_keep_the_possessive() {
        for (printed, name) in [
            (
                "«Ерлік» қоғамдық бірлестігінің",
                "«Ерлік» қоғамдық бірлестігі",
            ),
            ("Жетісу университетінде", "Жетісу университеті"),
            ("облыстық мәслихаттың", "облыстық мәслихат"),
            ("кәсіпкерлер палатасына", "кәсіпкерлер палатасы"),
            ("«Ерлік»тің", "«Ерлік»"),
            ("AMANAT-тың", "AMANAT"),
            ("комиссия", "комиссия"),
        ] {
            assert_eq!(
                nominative(TagKind::Organisation, printed, false, &|_| false),
                name
            );
        }
    }

    #[test]
    fn russian_surnames() {
        let form = |printed: &str| nominative(TagKind::Person, printed, true, &|_| false);
        assert_eq!(form("Сауле Омаровой"), "Сауле Омарова");
        assert_eq!(form("Б. Исабаевым"), "Б. Исабаев");
        // he or she: left to the archivist
        assert_eq!(form("С. Омарову"), "С. Омарову");
    }
}
