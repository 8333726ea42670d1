//! The parts of one date, in the order in which people write them: day, month, year; year first; a month or a
//! year alone; all in numbers.

use crate::dates::decade::span_of_years;
use crate::dates::numeric::composite;
use crate::dates::parts::{Parts, Reading};
use crate::dates::tokens::Token;
use crate::dates::vocabulary::{
    Way, is_filler, is_ordinal, is_weekday, month, roman_month, season, year_word,
};

/// The parts of a date from `start` on, and where they end; none where there is none. `may_be_ten`: whether
/// «2000 жылдар» is a decade; behind a dash it ends a row of years.
pub(crate) fn parts_at(
    tokens: &[Token],
    start: usize,
    reading: Reading,
    may_be_ten: bool,
) -> Option<(Parts, usize)> {
    let mut parts = Parts::default();
    let mut end = start;
    let mut at = start;
    while let Some(token) = tokens.get(at) {
        let next = composite(tokens, at, &parts, reading)
            .or_else(|| span_of_years(tokens, at, &parts, reading, may_be_ten))
            .or_else(|| number(tokens, at, &parts, reading))
            .or_else(|| word(tokens, at, &parts));
        if let Some((read, after)) = next {
            parts = read;
            at = after;
            end = after;
            if parts.way.is_some_and(|way| way != Way::Plain) {
                break;
            }
            continue;
        }
        let joins = !parts.is_empty()
            && (token.is_mark(',')
                || token.is_mark('.')
                || token
                    .word()
                    .is_some_and(|word| is_filler(word) || is_weekday(word)));
        if !joins {
            break;
        }
        at += 1;
        // a stop belongs to the word before it
        if token.is_mark('.') && token.glued && at == end + 1 {
            end = at;
        }
    }
    (!parts.is_empty()).then_some((parts, end))
}

/// A number by itself: four digits are a year, one or two a day, behind day and month a year.
fn number(tokens: &[Token], at: usize, parts: &Parts, reading: Reading) -> Option<(Parts, usize)> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1);
    if let Some(year) = token.number(4).filter(|year| *year > 0) {
        let free = parts.year.is_none() && parts.span.is_none();
        return free.then_some((
            Parts {
                year: Some(year),
                ..*parts
            },
            // «1998-ші жыл»
            after_ordinal(tokens, at + 1),
        ));
    }
    let value = token.short_number()?;
    if next.is_some_and(|next| next.is_mark(':') && next.glued) {
        return None;
    }
    let is_year = next
        .and_then(Token::word)
        .is_some_and(|word| year_word(word).is_some() || word == "г");
    let month_follows = next
        .and_then(Token::word)
        .is_some_and(|word| month(word).is_some());
    let dated = parts.day.is_some() && parts.month.is_some() && parts.year.is_none();
    let bare = dated && !month_follows && reading.short_years;
    if token.number(2).is_some() && parts.year.is_none() && (is_year || bare) {
        let ends = is_year || !next.is_some_and(|next| next.digits().is_some() || next.is_dash());
        return ends.then_some((
            Parts {
                year: Some(reading.full_year(value)),
                ..*parts
            },
            at + 1,
        ));
    }
    if parts.day.is_some() || parts.season.is_some() || parts.span.is_some() {
        return None;
    }
    Some((
        Parts {
            day: Some(value),
            ..*parts
        },
        after_ordinal(tokens, at + 1),
    ))
}

/// Behind an ordinal's ending: 27-ші, 27-го, 27th; and behind the hyphen of «27-ақпан».
fn after_ordinal(tokens: &[Token], at: usize) -> usize {
    let ordinal = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.glued && token.word().is_some_and(is_ordinal))
    };
    let hyphen = tokens
        .get(at)
        .is_some_and(|token| token.glued && token.is_hyphen());
    let joins_month = || {
        let next = tokens.get(at + 1);
        next.is_some_and(|next| {
            next.glued
                && next
                    .word()
                    .is_some_and(|word| month(word).is_some() || year_word(word).is_some())
        })
    };
    match hyphen {
        true if ordinal(at + 1) => at + 2,
        true if joins_month() => at + 1,
        false if ordinal(at) => at + 1,
        _ => at,
    }
}

/// A month, a season, or a word for a year behind its number.
fn word(tokens: &[Token], at: usize, parts: &Parts) -> Option<(Parts, usize)> {
    let token = tokens.get(at)?;
    let word = token.word()?;
    if let Some((number, way)) = month(word)
        && parts.month.is_none()
        && parts.season.is_none()
    {
        let mut after = at + 1;
        // «ақпан-2026»
        let joins = tokens
            .get(after)
            .is_some_and(|hyphen| hyphen.glued && hyphen.is_hyphen())
            && tokens
                .get(after + 1)
                .is_some_and(|year| year.glued && year.number(4).is_some())
            && parts.year.is_none();
        after += usize::from(joins);
        let read = Parts {
            month: Some(number),
            way: Some(way),
            ..*parts
        };
        return Some((read, after));
    }
    if let Some(number) = roman_month(word)
        && parts.month.is_none()
        && (parts.day.is_some()
            || tokens.get(at + 1).is_some_and(|next| {
                next.is_mark('.') || next.is_hyphen() || next.number(4).is_some()
            }))
        && token.capital
    {
        let hyphen = tokens
            .get(at + 1)
            .is_some_and(|next| next.glued && (next.is_hyphen() || next.is_mark('.')));
        let year = tokens
            .get(at + 1 + usize::from(hyphen))
            .is_some_and(|year| year.number(4).is_some());
        return year.then_some((
            Parts {
                month: Some(number),
                ..*parts
            },
            at + 1 + usize::from(hyphen),
        ));
    }
    if let Some(number) = season(word)
        && parts.season.is_none()
        && parts.month.is_none()
        && parts.day.is_none()
    {
        let read = Parts {
            season: Some(number),
            ..*parts
        };
        return Some((read, at + 1));
    }
    let (_, way) = year_word(word)?;
    let behind_year = parts.year.is_some() || parts.span.is_some();
    behind_year.then_some((
        Parts {
            way: Some(way),
            ..*parts
        },
        at + 1,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::dating::Certainty;
    use crate::dates::parts::Order;
    use crate::dates::tokens::tokens;

    fn read(text: &str, order: Order) -> Option<String> {
        let reading = Reading {
            order,
            last_year: 2027,
            recent_year: 2025,
            short_years: true,
        };
        let (parts, _) = parts_at(&tokens(text), 0, reading, true)?;
        Some(parts.point(Certainty::default())?.to_string())
    }

    #[test]
    fn two_digits_are_a_year_of_this_hundred_or_the_last() {
        for (text, date) in [
            ("28.2.26", "2026-02-28"),
            ("12.03.27", "2027-03-12"),
            ("12.03.37", "1937-03-12"),
            ("9.5.98", "1998-05-09"),
        ] {
            assert_eq!(read(text, Order::DayFirst).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn the_order_of_numbers_is_the_day_first_or_the_year() {
        assert_eq!(
            read("03.04.05", Order::DayFirst).as_deref(),
            Some("2005-04-03")
        );
        assert_eq!(
            read("03.04.05", Order::YearFirst).as_deref(),
            Some("2003-04-05")
        );
        // this year's two digits at the end are the year
        assert_eq!(
            read("12.03.26", Order::YearFirst).as_deref(),
            Some("2026-03-12")
        );
    }
}
