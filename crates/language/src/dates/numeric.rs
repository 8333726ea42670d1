//! Dates all in numbers, with marks between them.

use crate::dates::calendar;
use crate::dates::parts::{Order, Parts, Reading};
use crate::dates::tokens::Token;
use crate::dates::vocabulary::roman_month;

/// Numbers with marks between them: 27.02.2026, 2026-02-27, 27/II-2026, 02.2026; before a dash also 28.02.
pub(crate) fn composite(
    tokens: &[Token],
    at: usize,
    parts: &Parts,
    reading: Reading,
) -> Option<(Parts, usize)> {
    let first = tokens.get(at)?;
    first.digits()?;
    if let Some(digits) = first.digits()
        && digits.len() == 8
        && parts.is_empty()
    {
        let value: u32 = digits.parse().ok()?;
        let day = calendar::day(value / 10_000, value / 100 % 100, value % 100)?;
        return (1900..=reading.last_year).contains(&day.year).then_some((
            Parts {
                year: Some(day.year),
                month: Some(day.month),
                day: Some(day.day),
                ..Parts::default()
            },
            at + 1,
        ));
    }
    let mark = tokens.get(at + 1)?;
    let parted = mark.is_mark('.') || mark.is_mark('/') || mark.is_dash();
    let second = tokens.get(at + 2)?;
    if !parted || !mark.glued {
        return None;
    }
    let roman = second
        .word()
        .filter(|_| second.capital)
        .and_then(roman_month);
    let like = |other: &Token| match roman {
        Some(_) => other.is_mark('.') || other.is_mark('/') || other.is_dash(),
        None => other.kind == mark.kind || mark.is_dash() && other.is_dash(),
    };
    let third = tokens
        .get(at + 3)
        .filter(|other| other.glued && like(other))
        .and_then(|_| tokens.get(at + 4))
        .filter(|third| third.digits().is_some());
    let middle = roman.or_else(|| second.short_number());
    if let (Some(third), Some(month)) = (third, middle) {
        let whole = |year: u32, day: u32| {
            calendar::day(year, month, day).map(|day| Parts {
                year: Some(day.year),
                month: Some(day.month),
                day: Some(day.day),
                ..Parts::default()
            })
        };
        let read = match (first.number(4), third.number(4)) {
            (Some(year), None) => whole(year, third.short_number()?),
            (None, Some(year)) => whole(year, first.short_number()?),
            (None, None) if !reading.short_years => None,
            (None, None) => short_years(first, third, roman.is_some(), reading)
                .and_then(|(year, day)| whole(year, day)),
            (Some(_), Some(_)) => None,
        };
        return read.filter(|_| parts.is_empty()).map(|read| (read, at + 5));
    }
    let alone = Parts {
        month: middle,
        ..Parts::default()
    };
    // a month and a year
    let of_year = |year: u32| Parts {
        year: Some(year),
        ..alone
    };
    let hyphenated = mark.is_mark('.') || mark.is_mark('/') || mark.is_hyphen();
    if parts.is_empty() && hyphenated && second.glued {
        let two_years = mark.is_mark('/') && reading.order == Order::YearFirst;
        if let (Some(year), Some(1..=12), false) = (first.number(4), middle, two_years) {
            return Some((of_year(year), at + 3));
        }
        if let (Some(month @ 1..=12), Some(year)) = (first.short_number(), second.number(4)) {
            let read = Parts {
                month: Some(month),
                ..of_year(year)
            };
            return Some((read, at + 3));
        }
    }
    // «28.02–02.03.2026»: the year comes with the second
    let goes_on = tokens.get(at + 3).is_some_and(Token::is_dash);
    let day = first.short_number()?;
    let read = Parts {
        day: Some(day),
        ..alone
    };
    (mark.is_mark('.')
        && goes_on
        && parts.day.is_none()
        && parts.month.is_none()
        && middle.is_some())
    .then_some((
        Parts {
            year: parts.year,
            ..read
        },
        at + 3,
    ))
}

/// Year and day where the year has two digits.
fn short_years(
    first: &Token,
    third: &Token,
    is_roman: bool,
    reading: Reading,
) -> Option<(u32, u32)> {
    let year_last = (reading.full_year(third.number(2)?), first.short_number()?);
    let year_first = || {
        let year = reading.full_year(first.number(2)?);
        (year >= 2000).then_some((year, third.number(2)?))
    };
    let clear = is_roman || reading.is_recent(third.number(2)?);
    match reading.order {
        Order::YearFirst if !clear => year_first(),
        _ => Some(year_last),
    }
}
