//! Dates as press releases print them.

use crate::text::fold::fold;

/// No line that is only a date is longer, in chars.
const MAX_LINE: usize = 60;

/// Months of the year, folded: Kazakh, Russian (genitive, nominative), English.
const MONTHS: [&[&str]; 12] = [
    &["кантар", "января", "январь", "january", "jan"],
    &["акпан", "февраля", "февраль", "february", "feb"],
    &["наурыз", "марта", "март", "march", "mar"],
    &["сауир", "апреля", "апрель", "april", "apr"],
    &["мамыр", "мая", "маи", "may"],
    &["маусым", "июня", "июнь", "june", "jun"],
    &["шилде", "июля", "июль", "july", "jul"],
    &["тамыз", "августа", "август", "august", "aug"],
    &[
        "кыркуиек",
        "сентября",
        "сентябрь",
        "september",
        "sep",
        "sept",
    ],
    &["казан", "октября", "октябрь", "october", "oct"],
    &["караша", "ноября", "ноябрь", "november", "nov"],
    &["желтоксан", "декабря", "декабрь", "december", "dec"],
];

/// Words that may stand beside a year: жылғы, жылдың, года, г. and the like, folded.
const YEAR_WORDS: [&str; 8] = ["жылгы", "жылдын", "жылы", "жыл", "ж", "года", "год", "г"];

/// The date at the beginning of a line that starts with `date YYYY-MM-DD`, and the rest of the line.
pub(crate) fn after_date_label(line: &str) -> Option<(String, &str)> {
    let labelled = line.trim_start().strip_prefix("date")?;
    let dated = labelled.trim_start();
    let (date, rest) = (dated.get(..10)?, dated.get(10..)?);
    // «date2026-02-27» and «2026-02-277» are something else.
    if labelled.len() == dated.len() || rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let numbers: Vec<&str> = date.split('-').collect();
    let [year, month, day] = numbers[..] else {
        return None;
    };
    Some((
        calendar(number(year, 4)?, number(month, 2)?, number(day, 2)?)?,
        rest,
    ))
}

/// The date of a line that holds a date and nothing else, apart from a time of day: 27.02.2026, 2026-02-27,
/// 2026 жылғы 27 ақпан, 27 ақпан 2026, 27 февраля 2026 года, 27 February 2026, February 27, 2026.
pub(crate) fn only_date(line: &str) -> Option<String> {
    let line = line.trim();
    if line.chars().nth(MAX_LINE).is_some() {
        return None;
    }
    let folded = fold(line);
    let tokens: Vec<&str> = folded
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '"' | '(' | ')'))
        .filter(|token| !token.is_empty())
        .collect();
    let mut tokens = tokens.as_slice();
    if let Some((last, before)) = tokens.split_last()
        && is_time(last)
    {
        tokens = before;
    }
    if let [numeric] = tokens {
        return numeric_date(numeric);
    }
    let mut year = None;
    let mut month = None;
    let mut day = None;
    for (place, token) in tokens.iter().enumerate() {
        let token = token.trim_end_matches('.');
        if let Some(number) = number(token, 4) {
            set_once(&mut year, number)?;
        } else if let Some(number) = number(token, 1).or_else(|| number(token, 2)) {
            set_once(&mut day, number)?;
        } else if let Some(number) = month_number(token) {
            set_once(&mut month, number)?;
        } else if !YEAR_WORDS.contains(&token) || place == 0 {
            return None;
        }
    }
    calendar(year?, month?, day?)
}

/// The first whole date that a release prints in its first two paragraphs or its last: «2026 жылғы 27 ақпанда»,
/// «27 февраля 2026 года», 27.02.2026. A day of birth is passed over.
pub(crate) fn in_text(body: &str) -> Option<String> {
    let lines: Vec<&str> = body
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let places = lines
        .iter()
        .take(2)
        .chain(lines.last().filter(|_| lines.len() > 2));
    places.filter_map(|line| in_line(line)).next()
}

/// The first day of a line; one without a year is of `year`: «27 ақпанда», «27 февраля».
pub(crate) fn day_of(line: &str, year: Option<u32>) -> Option<String> {
    in_line(line).or_else(|| {
        let folded = fold(line);
        let tokens: Vec<&str> = folded
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | '"' | '(' | ')' | ';'))
            .map(|token| token.trim_end_matches('.'))
            .filter(|token| !token.is_empty())
            .collect();
        tokens.windows(2).find_map(|pair| {
            let day = number(pair[0], 1).or_else(|| number(pair[0], 2))?;
            calendar(year?, inflected_month(pair[1])?, day)
        })
    })
}

fn in_line(line: &str) -> Option<String> {
    let folded = fold(line);
    let tokens: Vec<&str> = folded
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '"' | '(' | ')' | ';'))
        .map(|token| token.trim_end_matches('.'))
        .filter(|token| !token.is_empty())
        .collect();
    for (at, token) in tokens.iter().enumerate() {
        let born = tokens[at..]
            .iter()
            .take(6)
            .any(|token| token.starts_with("туган") || token.starts_with("родил"));
        if let Some(date) = numeric_date(token)
            .or_else(|| worded(&tokens[at..]))
            .filter(|_| !born)
        {
            return Some(date);
        }
    }
    None
}

/// «2026 жылғы 27 ақпанда», «27 ақпан 2026», «2026 жылдың 27 ақпанында».
fn worded(tokens: &[&str]) -> Option<String> {
    let day = |token: &str| {
        let digits = token.split('-').next().unwrap_or_default();
        number(digits, 1).or_else(|| number(digits, 2))
    };
    let year_word = |token: Option<&&str>| token.is_some_and(|token| YEAR_WORDS.contains(token));
    match tokens {
        [year, word, of_month, month, ..] if number(year, 4).is_some() && year_word(Some(word)) => {
            calendar(number(year, 4)?, inflected_month(month)?, day(of_month)?)
        }
        [of_month, month, year, ..] if number(year, 4).is_some() => {
            calendar(number(year, 4)?, inflected_month(month)?, day(of_month)?)
        }
        _ => None,
    }
}

/// A month in any Kazakh case: ақпанда, ақпанында.
fn inflected_month(token: &str) -> Option<u32> {
    let place = MONTHS.iter().position(|names| {
        token.starts_with(names[0]) && token.len() <= names[0].len() + 14
            || names[1..].contains(&token)
    })?;
    u32::try_from(place + 1).ok()
}

fn set_once(slot: &mut Option<u32>, value: u32) -> Option<()> {
    slot.replace(value).is_none().then_some(())
}

/// 27.02.2026, 27/02/2026, 27-02-2026 or the year first.
fn numeric_date(token: &str) -> Option<String> {
    let token = token.trim_end_matches('.');
    let separator = token
        .chars()
        .find(|c| !c.is_ascii_digit())
        .filter(|c| matches!(c, '.' | '-' | '/'))?;
    let numbers: Vec<&str> = token.split(separator).collect();
    let [a, b, c] = numbers[..] else { return None };
    let short = |s| number(s, 2).or_else(|| number(s, 1));
    match (number(a, 4), number(c, 4)) {
        (Some(year), None) => calendar(year, short(b)?, short(c)?),
        (None, Some(year)) => calendar(year, short(b)?, short(a)?),
        _ => None,
    }
}

fn is_time(token: &str) -> bool {
    let parts: Vec<&str> = token.split(':').collect();
    matches!(parts.len(), 2 | 3)
        && parts
            .iter()
            .all(|part| matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// The number that exactly `digits` ASCII digits write.
fn number(token: &str, digits: usize) -> Option<u32> {
    (token.len() == digits && token.bytes().all(|b| b.is_ascii_digit()))
        .then(|| token.parse().ok())?
}

fn month_number(token: &str) -> Option<u32> {
    let is = |name: &&str| {
        token == *name
            || token
                .strip_suffix(['ы', 'и'])
                .is_some_and(|stem| stem == *name)
    };
    let place = MONTHS.iter().position(|names| names.iter().any(is))?;
    u32::try_from(place + 1).ok()
}

/// The day as YYYY-MM-DD, if the calendar has it.
fn calendar(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    (year > 0 && (1..=days).contains(&day)).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_printed_form_is_read() {
        for line in [
            "27.02.2026",
            "27/2/2026",
            "2026-02-27",
            " 27.02.2026 14:30 ",
            "2026 жылғы 27 ақпан",
            "2026 ж. 27 ақпан",
            "2026 жылдың 27 ақпаны",
            "27 ақпан 2026",
            "27 ақпан 2026 жыл",
            "27 Ақпан, 2026 ж.",
            "27 февраля 2026 года",
            "27 февраля 2026 г.",
            "27 ФЕВРАЛЯ 2026",
            "«2026 жылғы 27 ақпан»",
            "February 27, 2026",
            "27 February 2026",
        ] {
            assert_eq!(only_date(line).as_deref(), Some("2026-02-27"), "{line}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_of_the_releases_year() {
        for line in ["Кеше, 27 ақпанда жиын өтті.", "27 февраля состоялся форум"]
        {
            assert_eq!(
                day_of(line, Some(2026)).as_deref(),
                Some("2026-02-27"),
                "{line}"
            );
            assert_eq!(day_of(line, None), None, "{line}");
        }
        let both = "2025 жылғы 3 мамырда және 27 ақпанда";
        assert_eq!(day_of(both, Some(2026)).as_deref(), Some("2025-05-03"));
        assert_eq!(day_of("30 ақпанда", Some(2026)), None);
    }

    #[test]
    fn what_is_no_date_or_more_than_one_is_refused() {
        for line in [
            "",
            "2026",
            "27 ақпан",
            "30.02.2026",
            "29.02.2026",
            "32.01.2026",
            "01.13.2026",
            "27.02.2026 жиын өтті",
            "2026 жылғы 27 ақпанда жиын",
            "27 27 ақпан 2026",
            "27.02-2026",
            "февраль 2026",
            "г 27 февраля 2026",
            "0000-01-01",
        ] {
            assert_eq!(only_date(line), None, "{line}");
        }
        assert_eq!(only_date("29.02.2024").as_deref(), Some("2024-02-29"));
        assert_eq!(only_date("29.02.2100"), None);
    }

    #[test]
    fn the_label_parts_date_and_rest() {
        assert_eq!(
            after_date_label(" date 2026-02-27 Жиын өтті"),
            Some(("2026-02-27".into(), " Жиын өтті"))
        );
        assert_eq!(
            after_date_label("date 2026-02-27"),
            Some(("2026-02-27".into(), ""))
        );
        for line in [
            "date 2026-02-30 x",
            "dated 2026-02-27",
            "date2026-02-27",
            "date 2026-02-277",
            "date әңгіме мың жыл",
            "Жиын",
        ] {
            assert_eq!(after_date_label(line), None, "{line}");
        }
    }
}
