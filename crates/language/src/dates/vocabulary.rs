//! The words that dates are written with, folded.

use crate::text::fold::fold;
use crate::text::latin::cyrillic;

/// Months: the beginning that its forms in Kazakh share, then its whole forms in Russian and English.
const MONTHS: [(&str, &[&str]); 12] = [
    (
        "кантар",
        &[
            "январь",
            "января",
            "январе",
            "янв",
            "january",
            "jan",
            "qantar",
            "кант",
        ],
    ),
    (
        "акпан",
        &[
            "февраль",
            "февраля",
            "феврале",
            "фев",
            "февр",
            "february",
            "feb",
            "акп",
            "aqpan",
        ],
    ),
    (
        "наурыз",
        &[
            "март",
            "марта",
            "марте",
            "мар",
            "march",
            "mar",
            "наур",
            "nauryz",
        ],
    ),
    (
        "сауир",
        &[
            "апрель",
            "апреля",
            "апреле",
            "апр",
            "april",
            "apr",
            "сау",
            "sauir",
        ],
    ),
    ("мамыр", &["маи", "мая", "мае", "may", "мам", "mamyr"]),
    (
        "маусым",
        &[
            "июнь", "июня", "июне", "июн", "june", "jun", "маус", "mausym",
        ],
    ),
    (
        "шилде",
        &[
            "июль", "июля", "июле", "июл", "july", "jul", "шил", "shilde",
        ],
    ),
    (
        "тамыз",
        &[
            "август",
            "августа",
            "августе",
            "авг",
            "august",
            "aug",
            "там",
            "tamyz",
        ],
    ),
    (
        "кыркуиек",
        &[
            "сентябрь",
            "сентября",
            "сентябре",
            "сен",
            "сент",
            "september",
            "sep",
            "sept",
            "кыр",
            "кырк",
            "qyrkuiek",
        ],
    ),
    (
        "казан",
        &[
            "октябрь",
            "октября",
            "октябре",
            "окт",
            "october",
            "oct",
            "каз",
            "qazan",
        ],
    ),
    (
        "караша",
        &[
            "ноябрь",
            "ноября",
            "ноябре",
            "ноя",
            "нояб",
            "november",
            "nov",
            "кар",
            "qarasha",
        ],
    ),
    (
        "желтоксан",
        &[
            "декабрь",
            "декабря",
            "декабре",
            "дек",
            "december",
            "dec",
            "жел",
            "желт",
            "jeltoqsan",
        ],
    ),
];

/// Endings that a Kazakh month may have: cases, with and without a possessive, the attributive.
const ENDINGS: [&str; 46] = [
    "",
    "ы",
    "и",
    "да",
    "де",
    "та",
    "те",
    "га",
    "ге",
    "ка",
    "ке",
    "дан",
    "ден",
    "тан",
    "тен",
    "нан",
    "нен",
    "нын",
    "нин",
    "дын",
    "дин",
    "тын",
    "тин",
    "ды",
    "ди",
    "ты",
    "ти",
    "ны",
    "ни",
    "дагы",
    "деги",
    "тагы",
    "теги",
    "ында",
    "инде",
    "сында",
    "синде",
    "ына",
    "ине",
    "сына",
    "ынан",
    "инен",
    "сынан",
    "ындагы",
    "индеги",
    "сындагы",
];

/// Seasons, as EDTF numbers them.
const SEASONS: [(u32, &[&str]); 4] = [
    (
        21,
        &[
            "коктем",
            "коктеми",
            "коктемде",
            "коктеминде",
            "весна",
            "весны",
            "веснои",
            "spring",
        ],
    ),
    (
        22,
        &[
            "жаз",
            "жазы",
            "жазда",
            "жазында",
            "лето",
            "лета",
            "летом",
            "summer",
        ],
    ),
    (
        23,
        &[
            "куз",
            "кузи",
            "кузде",
            "кузинде",
            "осень",
            "осени",
            "осенью",
            "autumn",
            "fall",
        ],
    ),
    (
        24,
        &[
            "кыс",
            "кысы",
            "кыста",
            "кысында",
            "зима",
            "зимы",
            "зимои",
            "winter",
        ],
    ),
];

const ROMANS: [&str; 12] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
];

/// Which way a word of time points: «жылдан» from it, «жылға» to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Plain,
    From,
    To,
}

fn way_of(word: &str) -> Way {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if ends(&["дан", "ден", "тан", "тен", "нан", "нен"]) {
        Way::From
    } else if ends(&["га", "ге", "ка", "ке", "ына", "ине"]) {
        Way::To
    } else {
        Way::Plain
    }
}

/// The month that a word names, in any case, and which way it points.
pub(crate) fn month(word: &str) -> Option<(u32, Way)> {
    let place = MONTHS.iter().position(|(stem, forms)| {
        forms.contains(&word)
            || word
                .strip_prefix(stem)
                .is_some_and(|ending| ENDINGS.contains(&ending))
    })?;
    let (stem, _) = MONTHS[place];
    let way = match word.strip_prefix(stem) {
        Some(ending) => way_of(ending),
        None => Way::Plain,
    };
    Some((u32::try_from(place + 1).ok()?, way))
}

/// The month that Roman numerals count.
pub(crate) fn roman_month(word: &str) -> Option<u32> {
    // Cyrillic «І» and «Х» stand for them on our keyboards; folding has made «и» of «І»
    let word = word.replace('и', "i").replace('х', "x");
    let place = ROMANS.iter().position(|roman| *roman == word)?;
    u32::try_from(place + 1).ok()
}

/// The season that a word names.
pub(crate) fn season(word: &str) -> Option<u32> {
    SEASONS
        .iter()
        .find(|(_, forms)| forms.contains(&word))
        .map(|(season, _)| *season)
}

/// A word for a year beside its number: whether it means several, and which way it points.
pub(crate) fn year_word(word: &str) -> Option<(bool, Way)> {
    match word {
        "г" | "год" | "года" | "году" | "годом" | "ж" | "year" => {
            Some((false, Way::Plain))
        }
        "гг" | "годы" | "годов" | "годах" | "жж" | "years" => {
            Some((true, Way::Plain))
        }
        _ => {
            let ending = word.strip_prefix("жыл")?;
            let many = ending.starts_with("дар");
            let endings = [
                "",
                "ы",
                "гы",
                "дын",
                "ынын",
                "да",
                "ында",
                "га",
                "ына",
                "дан",
                "ынан",
                "дагы",
                "ындагы",
                "ды",
                "дар",
                "дары",
                "дарды",
                "дарда",
                "дарында",
                "дардын",
                "дарынын",
                "дарга",
                "дарына",
                "дардан",
                "дарынан",
                "дардагы",
                "дарындагы",
            ];
            endings.contains(&ending).then(|| (many, way_of(ending)))
        }
    }
}

/// Words between the parts of a date that say nothing: «ақпан айының 27-сі», «27 числа».
pub(crate) fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "аи" | "аиы"
            | "куни"
            | "жулдызы"
            | "аиынын"
            | "аиында"
            | "аиындагы"
            | "число"
            | "числа"
            | "of"
            | "the"
            | "месяц"
            | "месяца"
    )
}

/// What follows the number of a day: 27-ші, 27-сі, 27-го, 27th.
pub(crate) fn is_ordinal(word: &str) -> bool {
    matches!(
        word,
        "ши" | "шы"
            | "си"
            | "сы"
            | "и"
            | "ы"
            | "нши"
            | "ншы"
            | "го"
            | "е"
            | "ое"
            | "st"
            | "nd"
            | "rd"
            | "th"
            | "да"
            | "де"
            | "та"
            | "те"
            | "синде"
            | "сында"
            | "инде"
            | "ында"
            | "нде"
            | "нда"
    )
}

/// What follows the number of a decade: 1990-е, 1990-шы, 1990s. Whether it tells a decade by itself.
pub(crate) fn decade_ending(word: &str) -> Option<bool> {
    match word {
        "е" | "х" | "ые" | "ых" | "s" => Some(true),
        "шы" | "ши" | "ыншы" | "инши" | "ншы" => Some(false),
        _ => None,
    }
}

const WEEKDAYS: [&str; 47] = [
    "дуисенби",
    "сеисенби",
    "сарсенби",
    "беисенби",
    "жума",
    "сенби",
    "жексенби",
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
    "понедельника",
    "вторника",
    "среды",
    "четверга",
    "пятницы",
    "субботы",
    "воскресенья",
    "дс",
    "сс",
    "ср",
    "бс",
    "жм",
    "сб",
    "жс",
    "пн",
    "вт",
    "чт",
    "пт",
    "вс",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
];

pub(crate) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word)
}

fn is_long_weekday(word: &str) -> bool {
    word.chars().nth(3).is_some() && is_weekday(word)
}

/// A word of Kazakh dates in Latin letters as the Cyrillic list has it: aqpan, jylǵy, juma; none of any other word.
pub(crate) fn kazakh_of_latin(word: &str) -> Option<String> {
    if !word.starts_with(|c: char| c.is_alphabetic() && c < '\u{370}') {
        return None;
    }
    let folded = fold(&cyrillic(word));
    // a letter alone is the shortened year only where it is the one that begins «jyl»
    let is_year = match folded.as_str() {
        "ж" => true,
        longer => longer.starts_with("жыл") && year_word(longer).is_some(),
    };
    // «Sent» is no September: only whole Kazakh months
    let is_month = MONTHS.iter().any(|(stem, _)| folded.starts_with(stem));
    (is_year || is_month && month(&folded).is_some() || is_long_weekday(&folded)).then_some(folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn every_word_stands_here_as_folding_leaves_it() {
        let months = MONTHS
            .iter()
            .flat_map(|(stem, forms)| std::iter::once(*stem).chain(forms.iter().copied()));
        let seasons = SEASONS.iter().flat_map(|(_, forms)| forms.iter().copied());
        for word in months.chain(seasons).chain(WEEKDAYS) {
            assert_eq!(fold(word), word);
        }
    }
}
