//! Dates where a release prints them: on a line of their own, in a sentence.

use crate::dates::beside::{is_label_of_date, only_goes_along};
use crate::dates::calendar;
use crate::dates::dating::{Certainty, Dating};
use crate::dates::one_date::parts_at;
use crate::dates::parts::{Order, Reading};
use crate::dates::reading::{WrittenDate, read_beside};
use crate::dates::time_of_day::{take_time, take_time_in_words, take_zone};
use crate::dates::tokens::{Kind, Token, tokens};
use crate::dates::vocabulary::{is_ordinal, is_weekday, month};
use crate::text::fold::{fold, is_dash, is_double_quote};

/// A year of two digits on a release is of this century: nothing older was sent in this form.
const LAST_YEAR: u32 = 2049;

/// Two digits from here on at the end of a date are its year; «03.04.05» may be of 2003 or of 2005.
const RECENT_YEAR: u32 = 2020;

/// How dates of running text are read: two digits are no year there.
const AS_WRITTEN: Reading = Reading {
    order: Order::DayFirst,
    last_year: LAST_YEAR,
    recent_year: RECENT_YEAR,
    short_years: false,
};

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
    let line = without_frame(line);
    if !line.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    plain_date_line(line)
        .or_else(|| plain_date_line(&with_plain_numbers(line)?))
        .or_else(|| {
            let joined = without_joints(line)?;
            plain_date_line(&joined).or_else(|| plain_date_line(&with_plain_numbers(&joined)?))
        })
}

fn plain_date_line(line: &str) -> Option<DateLine> {
    let of_days = |dating: &Dating| dating.is_of_days();
    let (written, alone) = read_beside(line, LAST_YEAR, RECENT_YEAR);
    let date = match written {
        WrittenDate::Read { dating, .. } if of_days(&dating) => Some(dating.to_string()),
        WrittenDate::Ambiguous(ways) if ways.iter().all(of_days) => None,
        _ => return None,
    };
    Some(DateLine { date, alone })
}

/// A line without the signs that make it stand out: *27.02.2026*, | 27.02.2026 |.
fn without_frame(line: &str) -> &str {
    line.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '|' | '#' | '=' | '~' | '•' | ';' | ',' | '!')
    })
}

/// A line whose day, month and year are parted by blanks, commas or strokes in place of stops, with stops: «27 02 2026»,
/// «27 - 02 - 2026», «27_02_2026».
fn with_plain_numbers(line: &str) -> Option<String> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, c) in line.char_indices() {
        match runs.last_mut() {
            Some((_, end)) if c.is_ascii_digit() && *end == at => *end = at + 1,
            _ if c.is_ascii_digit() => runs.push((at, at + 1)),
            _ => {}
        }
    }
    runs.windows(3).find_map(|three| {
        let [first, second, third] = three else {
            return None;
        };
        let length = |run: &(usize, usize)| run.1 - run.0;
        let lengths = (length(first), length(second), length(third));
        let sign = line.get(first.1..second.0)?.trim();
        let parts = matches!(lengths, (1 | 2, 1 | 2, 4) | (4, 1 | 2, 1 | 2))
            && matches!(
                sign,
                "" | "." | "," | "_" | "-" | "–" | "—" | "/" | "\\" | "·"
            )
            && line.get(second.1..third.0)?.trim() == sign;
        let number = |run: &(usize, usize)| line.get(run.0..run.1);
        parts.then(|| {
            Some(format!(
                "{}{}.{}.{}{}",
                line.get(..first.0)?,
                number(first)?,
                number(second)?,
                number(third)?,
                line.get(third.1..)?
            ))
        })?
    })
}

/// A line without strokes, brackets and quotation marks and without a dash behind the day: «_27_ ақпан 2026», «27 –
/// ақпан 2026», «27 ақпан (жұма) 2026».
fn without_joints(line: &str) -> Option<String> {
    let plain = line
        .replace(['_', '(', ')'], " ")
        .replace(is_double_quote, " ");
    let words: Vec<&str> = plain.split_whitespace().collect();
    let is_joint = |at: usize| {
        let is_day = |word: &&str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
        words.get(at).is_some_and(|word| word.chars().all(is_dash))
            && at
                .checked_sub(1)
                .and_then(|at| words.get(at))
                .is_some_and(is_day)
            && words
                .get(at + 1)
                .is_some_and(|word| month(&fold(word)).is_some())
    };
    let joined: Vec<&str> = (0..words.len())
        .filter(|at| !is_joint(*at))
        .filter_map(|at| words.get(at).copied())
        .collect();
    (joined.len() < words.len() || plain != line).then(|| joined.join(" "))
}

/// Whether a line that is no date says no more than when: «27 ақпан», «Жұма, 14:30», «31.02.2026», ««___» ақпан 2026 ж.».
/// It is none of a title; `true` where it is but a label, as «Жарияланған күні:» is.
pub(crate) fn names_no_more_than_time(line: &str) -> Option<bool> {
    let mut tokens = tokens(without_frame(line));
    tokens.retain(|token| !matches!(token.kind, Kind::Mark(mark) if is_double_quote(mark)));
    let before = tokens.len();
    tokens.retain(|token| !token.is_mark('_'));
    let has_blank = before > tokens.len() + 1;
    let has_time = take_time(&mut tokens).or_else(|| take_time_in_words(&mut tokens));
    if has_time.is_some() {
        take_zone(&mut tokens);
    }
    let only_time = has_time.is_some() && only_goes_along(&tokens);
    if only_time || !has_blank && is_label_of_date(&tokens) {
        return Some(has_time.is_none());
    }
    if has_blank {
        let is_of_date = |token: &Token| token.digits().is_none_or(|digits| digits.len() <= 4);
        let of_dates: Vec<Token> = tokens
            .iter()
            .filter(|token| {
                token.digits().is_none() && token.word().is_none_or(|word| month(word).is_none())
            })
            .cloned()
            .collect();
        return (tokens.iter().all(is_of_date) && only_goes_along(&of_dates)).then_some(false);
    }
    let is_weekday_alone = !tokens.is_empty()
        && tokens
            .iter()
            .any(|token| token.word().is_some_and(is_weekday))
        && only_goes_along(&tokens);
    let is_dated = (0..tokens.len()).any(|start| {
        like_date_at(&tokens, start).is_some_and(|end| {
            let heads = tokens.get(end).is_some_and(|token| token.is_mark(':'));
            !heads && only_goes_along(&tokens[..start]) && only_goes_along(&tokens[end..])
        })
    });
    (is_weekday_alone || is_dated).then_some(false)
}

/// Where what looks like a date ends: a day and a month, a month or a year with its word, numbers that the calendar
/// lacks.
fn like_date_at(tokens: &[Token], start: usize) -> Option<usize> {
    let in_numbers = || {
        let number = |at: usize| tokens.get(at).and_then(Token::digits).map(str::len);
        let joint = |at: usize| {
            tokens.get(at).filter(|token| {
                token.is_mark('.') || token.is_mark('/') || token.is_hyphen() || token.is_mark('-')
            })
        };
        let (first, second) = (number(start)?, number(start + 2)?);
        joint(start + 1).filter(|_| first <= 4 && second <= 2)?;
        match (joint(start + 3), number(start + 4)) {
            (Some(_), Some(third)) if first + third <= 6 => Some(start + 5),
            (None, _) if first <= 2 && second == 2 => Some(start + 3),
            _ => None,
        }
    };
    let in_words = || {
        let (parts, end) = parts_at(tokens, start, AS_WRITTEN, false)?;
        let has_year = parts.year.is_some() && parts.way.is_some();
        (parts.month.is_some() && (parts.day.is_some() || parts.year.is_some())
            || has_year && parts.season.is_none() && parts.span.is_none())
        .then_some(end)
    };
    in_words().or_else(in_numbers)
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

/// The first whole day of a sentence; a day of birth is passed over.
pub(crate) fn in_line(tokens: &[Token]) -> Option<String> {
    (0..tokens.len()).find_map(|at| {
        let (parts, _) = parts_at(tokens, at, AS_WRITTEN, false)?;
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
