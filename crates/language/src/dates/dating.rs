//! A dating as a record keeps it: the Extended Date/Time Format (EDTF, ISO 8601-2), as much of it as archives
//! write. A day, a month, a season, a year, a decade or a century, each as certain as it is; from one to another;
//! an end that is open.

use std::fmt;
use std::str::FromStr;

use crate::dates::calendar::{self, Day, days_in};

/// A dating that would be said by more keys than this is none by which one finds anything.
const MOST_KEYS: usize = 128;

/// How sure one is of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Certainty {
    /// About then: `~`.
    pub circa: bool,
    /// Perhaps then: `?`.
    pub uncertain: bool,
}

impl Certainty {
    fn sign(self) -> &'static str {
        match (self.circa, self.uncertain) {
            (false, false) => "",
            (true, false) => "~",
            (false, true) => "?",
            (true, true) => "%",
        }
    }

    fn cut_from(text: &str) -> (&str, Certainty) {
        let (circa, uncertain) = match text.chars().last() {
            Some('~') => (true, false),
            Some('?') => (false, true),
            Some('%') => (true, true),
            _ => return (text, Certainty::default()),
        };
        let certainty = Certainty { circa, uncertain };
        (&text[..text.len() - 1], certainty)
    }

    /// Both doubts together.
    pub fn or(self, other: Certainty) -> Certainty {
        Certainty {
            circa: self.circa || other.circa,
            uncertain: self.uncertain || other.uncertain,
        }
    }
}

/// A day, or as much of it as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Precision {
    /// `20XX`: the first year of the hundred.
    Century(u32),
    /// `199X`: the first year of the ten.
    Decade(u32),
    /// `1998`.
    Year(u32),
    /// `1998-21` to `1998-24`: spring, summer, autumn, winter.
    Season(u32, u32),
    /// `1998-05`.
    Month(u32, u32),
    /// `1998-05-09`.
    Day(Day),
}

/// A date and how sure one is of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Point {
    pub precision: Precision,
    pub certainty: Certainty,
}

impl Point {
    fn earliest(self) -> Day {
        let (year, month, day) = match self.precision {
            Precision::Century(year) | Precision::Decade(year) | Precision::Year(year) => {
                (year.max(1), 1, 1)
            }
            Precision::Season(year, season) => (year, first_month(season), 1),
            Precision::Month(year, month) => (year, month, 1),
            Precision::Day(day) => return day,
        };
        Day { year, month, day }
    }

    fn latest(self) -> Day {
        let (year, month) = match self.precision {
            Precision::Century(year) => (year + 99, 12),
            Precision::Decade(year) => (year + 9, 12),
            Precision::Year(year) => (year, 12),
            // a winter lies at both ends of its year
            Precision::Season(year, 24) => (year, 12),
            Precision::Season(year, season) => (year, first_month(season) + 2),
            Precision::Month(year, month) => (year, month),
            Precision::Day(day) => return day,
        };
        let day = days_in(year, month).unwrap_or(31);
        Day { year, month, day }
    }

    fn parse(text: &str) -> Option<Point> {
        let (date, certainty) = Certainty::cut_from(text);
        let digits = |part: &str, length: usize| -> Option<u32> {
            (part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse().ok())?
        };
        let mut parts = date.split('-');
        let (year, month, day) = (parts.next()?, parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        let precision = match (month, day) {
            (None, _) => match (year.strip_suffix("XX"), year.strip_suffix('X')) {
                (Some(hundreds), _) => Precision::Century(digits(hundreds, 2)? * 100),
                (None, Some(tens)) => Precision::Decade(digits(tens, 3)? * 10),
                (None, None) => Precision::Year(digits(year, 4).filter(|year| *year > 0)?),
            },
            (Some(month), None) => {
                let year = digits(year, 4).filter(|year| *year > 0)?;
                match digits(month, 2)? {
                    season @ 21..=24 => Precision::Season(year, season),
                    month => {
                        days_in(year, month)?;
                        Precision::Month(year, month)
                    }
                }
            }
            (Some(month), Some(day)) => Precision::Day(calendar::day(
                digits(year, 4)?,
                digits(month, 2)?,
                digits(day, 2)?,
            )?),
        };
        Some(Point {
            precision,
            certainty,
        })
    }
}

/// The first month of a season that does not lie at both ends of a year; of a winter the year's.
fn first_month(season: u32) -> u32 {
    match season {
        21 => 3,
        22 => 6,
        23 => 9,
        _ => 1,
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Century(year) => write!(f, "{:02}XX", year / 100)?,
            Precision::Decade(year) => write!(f, "{:03}X", year / 10)?,
            Precision::Year(year) => write!(f, "{year:04}")?,
            Precision::Season(year, part) | Precision::Month(year, part) => {
                write!(f, "{year:04}-{part:02}")?;
            }
            Precision::Day(day) => f.write_str(&day.written())?,
        }
        f.write_str(self.certainty.sign())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    At(Point),
    /// An end that is none is open: `1950/..`.
    Between(Option<Point>, Option<Point>),
    /// Some time before: `[..1950]`.
    Before(Point),
    /// Some time after: `[1950..]`.
    After(Point),
}

/// When something was, as surely and as closely as is known. [`Dating::to_string`] and [`str::parse`] write and
/// read EDTF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dating(Shape);

impl Dating {
    pub(crate) fn at(point: Point) -> Dating {
        Dating(Shape::At(point))
    }

    /// From one to another, of which one may be open; none where they stand the wrong way round.
    pub(crate) fn between(from: Option<Point>, to: Option<Point>) -> Option<Dating> {
        match (from, to) {
            (None, None) => None,
            (Some(from), Some(to)) if from.earliest() > to.latest() => None,
            _ => Some(Dating(Shape::Between(from, to))),
        }
    }

    pub(crate) fn before(point: Point) -> Dating {
        Dating(Shape::Before(point))
    }

    pub(crate) fn after(point: Point) -> Dating {
        Dating(Shape::After(point))
    }

    /// Its first and its last point, of which one may be open.
    fn limits(self) -> (Option<Point>, Option<Point>) {
        match self.0 {
            Shape::At(point) => (Some(point), Some(point)),
            Shape::Between(from, to) => (from, to),
            Shape::Before(to) => (None, Some(to)),
            Shape::After(from) => (Some(from), None),
        }
    }

    /// The first day that it may be, `YYYY-MM-DD`; none where the beginning is open.
    pub fn earliest(self) -> Option<String> {
        self.limits().0.map(|from| from.earliest().written())
    }

    /// The last day that it may be, `YYYY-MM-DD`; none where the end is open.
    pub fn latest(self) -> Option<String> {
        self.limits().1.map(|to| to.latest().written())
    }

    /// The first and the last year that it may be of; of an open end the other.
    pub fn years(self) -> (u32, u32) {
        let year = |point: Option<Point>, day: fn(Point) -> Day| point.map(|point| day(point).year);
        let (from, to) = self.limits();
        let (first, last) = (year(from, Point::earliest), year(to, Point::latest));
        let known = first.or(last).unwrap_or_default();
        (known, last.unwrap_or(known))
    }

    /// The day by which it stands in order: its first, or its last where the beginning is open.
    pub fn day_in_order(self) -> String {
        self.earliest()
            .or_else(|| self.latest())
            .unwrap_or_default()
    }

    /// The day, `YYYY-MM-DD`, where it is one and beyond doubt.
    pub fn certain_day(self) -> Option<String> {
        match self.0 {
            Shape::At(Point {
                precision: Precision::Day(day),
                certainty,
            }) if certainty == Certainty::default() => Some(day.written()),
            _ => None,
        }
    }

    /// Whether it is a day or from a day to a day: what a release prints at its head.
    pub(crate) fn is_of_days(self) -> bool {
        let is_day = |point: Point| matches!(point.precision, Precision::Day(_));
        let (from, to) = self.limits();
        from.is_some_and(is_day) && to.is_some_and(is_day)
    }

    /// Whether it may be somewhat earlier or later.
    pub fn is_circa(self) -> bool {
        self.any(|point| point.certainty.circa)
    }

    /// Whether it may not be so at all.
    pub fn is_uncertain(self) -> bool {
        self.any(|point| point.certainty.uncertain)
    }

    /// Whether it is one date, not two ends or one.
    pub fn is_single(self) -> bool {
        matches!(self.0, Shape::At(_))
    }

    /// Its two ends, each a dating of its own; an open one is none. Of a single date both are itself.
    pub fn ends(self) -> (Option<Dating>, Option<Dating>) {
        let (from, to) = self.limits();
        (from.map(Dating::at), to.map(Dating::at))
    }

    /// The day, month or year as ISO 8601 writes it, without a word of doubt; none of any other dating.
    pub fn iso(self) -> Option<String> {
        match self.0 {
            Shape::At(point) => match point.precision {
                Precision::Day(_) | Precision::Month(..) | Precision::Year(_) => {
                    let certainty = Certainty::default();
                    Some(Point { certainty, ..point }.to_string())
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// What an index keeps of it and a query asks for: all its days, as few beginnings of `YYYYMMDD` as say them,
    /// `2026`, `202605`, `20260512`. None where an end is open, or where it is too long to say so.
    pub fn keys(self) -> Vec<String> {
        let (Some(from), Some(to)) = self.limits() else {
            return Vec::new();
        };
        let (mut day, last) = (from.earliest(), to.latest());
        let mut keys = Vec::new();
        while day <= last {
            let Day {
                year,
                month,
                day: of,
            } = day;
            let days = days_in(year, month).unwrap_or(31);
            let ends = |month, day| Day { year, month, day } <= last;
            let next = if (month, of) == (1, 1) && ends(12, 31) {
                keys.push(format!("{year:04}"));
                (year + 1, 1, 1)
            } else if of == 1 && ends(month, days) {
                keys.push(format!("{year:04}{month:02}"));
                (year, month + 1, 1)
            } else {
                keys.push(format!("{year:04}{month:02}{of:02}"));
                (year, month + of / days, of % days + 1)
            };
            if keys.len() > MOST_KEYS {
                return Vec::new();
            }
            let (year, month, of) = next;
            day = Day {
                year: year + month / 13,
                month: (month - 1) % 12 + 1,
                day: of,
            };
        }
        keys
    }

    fn any(self, is: impl Fn(Point) -> bool) -> bool {
        let (from, to) = self.limits();
        from.is_some_and(&is) || to.is_some_and(&is)
    }
}

impl fmt::Display for Dating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |point: Option<Point>| point.map_or("..".to_owned(), |point| point.to_string());
        match self.0 {
            Shape::At(point) => write!(f, "{point}"),
            Shape::Between(from, to) => write!(f, "{}/{}", end(from), end(to)),
            Shape::Before(to) => write!(f, "[..{to}]"),
            Shape::After(from) => write!(f, "[{from}..]"),
        }
    }
}

/// A text that is no EDTF, or such of it as no archive writes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no date")]
pub struct NoDating(pub String);

impl FromStr for Dating {
    type Err = NoDating;

    fn from_str(text: &str) -> Result<Dating, NoDating> {
        let end = |part: &str| match part {
            "" | ".." => Some(None),
            date => Point::parse(date).map(Some),
        };
        let some_time = text
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        if let Some(some_time) = some_time {
            let before = some_time.strip_prefix("..").and_then(Point::parse);
            let after = some_time.strip_suffix("..").and_then(Point::parse);
            return before
                .map(Dating::before)
                .or(after.map(Dating::after))
                .ok_or_else(|| NoDating(text.to_owned()));
        }
        let read = match text.split_once('/') {
            None => Point::parse(text).map(Dating::at),
            Some((from, to)) => end(from)
                .zip(end(to))
                .and_then(|(from, to)| Dating::between(from, to)),
        };
        read.ok_or_else(|| NoDating(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bounds(text: &str) -> (Option<String>, Option<String>) {
        let dating: Dating = text.parse().unwrap();
        assert_eq!(dating.to_string(), text);
        (dating.earliest(), dating.latest())
    }

    fn days(from: &str, to: &str) -> (Option<String>, Option<String>) {
        let day = |day: &str| Some(day.to_owned()).filter(|day| !day.is_empty());
        (day(from), day(to))
    }

    #[test]
    fn each_dating_has_a_first_and_a_last_day() {
        for (text, from, to) in [
            ("2026-02-27", "2026-02-27", "2026-02-27"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("1998~", "1998-01-01", "1998-12-31"),
            ("1998?", "1998-01-01", "1998-12-31"),
            ("1998-05%", "1998-05-01", "1998-05-31"),
            ("199X", "1990-01-01", "1999-12-31"),
            ("20XX~", "2000-01-01", "2099-12-31"),
            ("2026-21", "2026-03-01", "2026-05-31"),
            ("2026-24", "2026-01-01", "2026-12-31"),
            ("1998/1999", "1998-01-01", "1999-12-31"),
            ("1998~/1999-05-02?", "1998-01-01", "1999-05-02"),
            ("../1950", "", "1950-12-31"),
            ("1950/..", "1950-01-01", ""),
            ("[..1950~]", "", "1950-12-31"),
            ("[1950-05..]", "1950-05-01", ""),
        ] {
            assert_eq!(bounds(text), days(from, to), "{text}");
        }
    }

    #[test]
    fn a_dating_has_years_and_a_day_in_order() {
        for (text, years, day) in [
            ("2026-02-27", (2026, 2026), "2026-02-27"),
            ("199X~", (1990, 1999), "1990-01-01"),
            ("1998/1999-05", (1998, 1999), "1998-01-01"),
            ("../1950", (1950, 1950), "1950-12-31"),
            ("1950/..", (1950, 1950), "1950-01-01"),
        ] {
            let dating: Dating = text.parse().unwrap();
            assert_eq!(
                (dating.years(), dating.day_in_order()),
                (years, day.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_dating_is_refused() {
        for text in [
            "",
            "98",
            "0000",
            "2026-13",
            "2026-02-30",
            "1999/1998",
            "../..",
            "/",
            "199x",
            "19X8",
            "2026-2",
            "2026-20",
            "1998~~",
            "[1950]",
            "[..]",
            "[..1950..]",
            "2026-02-27-01",
            "2026-02-27T10:00",
            " 1998",
        ] {
            assert!(text.parse::<Dating>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[\\[]?[0-9X/~?%.-]{0,24}[\\]]?") {
            if let Ok(dating) = text.parse::<Dating>() {
                let again: Dating = dating.to_string().parse().unwrap();
                prop_assert_eq!(again, dating);
                if let (Some(from), Some(to)) = (dating.earliest(), dating.latest()) {
                    prop_assert!(from <= to);
                }
            }
        }
    }
}
