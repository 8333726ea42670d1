//! Dates where a release prints them: on a line of their own, in the first sentences.

use crate::dates::calendar;
use crate::dates::dating::{Certainty, Dating};
use crate::dates::one_date::parts_at;
use crate::dates::parts::{Order, Reading};
use crate::dates::reading::{WrittenDate, read_beside};
use crate::dates::tokens::{Token, tokens};
use crate::dates::vocabulary::{is_ordinal, month};

/// A year of two digits on a release is of this century: nothing older was sent in this form.
const LAST_YEAR: u32 = 2049;

/// Two digits from here on at the end of a date are its year; «03.04.05» may be of 2003 or of 2005.
const RECENT_YEAR: u32 = 2020;

/// A line that is a date and no title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateLine {
    /// The date, EDTF; none where it can be read in more than one way.
    pub date: Option<String>,
    /// Whether it says nothing else, so that nothing is lost where the line is left out of the text.
    pub alone: bool,
}

/// The date at the beginning of a line that starts with `date YYYY-MM-DD`, and the rest of the line.
pub(crate) fn after_date_label(line: &str) -> Option<(String, &str)> {
    let labelled = line.trim_start().strip_prefix("date")?;
    let dated = labelled.trim_start();
    let (date, rest) = (dated.get(..10)?, dated.get(10..)?);
    // «date2026-02-27» and «2026-02-277» are something else.
    if labelled.len() == dated.len() || rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let dating: Dating = date.parse().ok()?;
    Some((dating.certain_day()?, rest))
}

/// A line that holds a date and nothing but what goes along with it: a weekday, a town, a label, a time of day.
pub(crate) fn date_line(line: &str) -> Option<DateLine> {
    let of_days = |dating: &Dating| dating.is_of_days();
    let (written, alone) = read_beside(line, LAST_YEAR, RECENT_YEAR);
    let date = match written {
        WrittenDate::Read { dating, .. } if of_days(&dating) => Some(dating.to_string()),
        WrittenDate::Ambiguous(ways) if ways.iter().all(of_days) => None,
        _ => return None,
    };
    Some(DateLine { date, alone })
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
    places.filter_map(|line| in_line(&tokens(line))).next()
}

/// The first day of a line; one without a year is of `year`: «27 ақпанда», «27 февраля».
pub(crate) fn day_of(line: &str, year: Option<u32>) -> Option<String> {
    let tokens = tokens(line);
    in_line(&tokens).or_else(|| {
        (0..tokens.len()).find_map(|at| {
            let day = tokens[at].short_number()?;
            let mut next = at + 1;
            while tokens.get(next).is_some_and(|token| {
                token.glued && (token.is_hyphen() || token.word().is_some_and(is_ordinal))
            }) {
                next += 1;
            }
            let (month, _) = month(tokens.get(next)?.word()?)?;
            Some(calendar::day(year?, month, day)?.written())
        })
    })
}

fn in_line(tokens: &[Token]) -> Option<String> {
    let reading = Reading {
        order: Order::DayFirst,
        last_year: LAST_YEAR,
        recent_year: RECENT_YEAR,
        short_years: false,
    };
    (0..tokens.len()).find_map(|at| {
        let (parts, _) = parts_at(tokens, at, reading, false)?;
        let day = Dating::at(parts.point(Certainty::default())?).certain_day()?;
        let born = |token: &Token| {
            token
                .word()
                .is_some_and(|word| word.starts_with("туган") || word.starts_with("родил"))
        };
        let nearby = tokens[at..]
            .iter()
            .filter(|token| token.word().is_some() || token.digits().is_some());
        (!nearby.take(8).any(born)).then_some(day)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date_of(line: &str) -> Option<String> {
        date_line(line)?.date
    }

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
            assert_eq!(date_of(line).as_deref(), Some("2026-02-27"), "{line}");
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
            "0000-01-01",
        ] {
            assert_eq!(date_line(line), None, "{line}");
        }
        assert_eq!(date_of("29.02.2024").as_deref(), Some("2024-02-29"));
        assert_eq!(date_line("29.02.2100"), None);
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
