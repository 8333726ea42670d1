//! What is read of one date, and how numbers are read.

use crate::dates::calendar;
use crate::dates::dating::{Certainty, Point, Precision};
use crate::dates::vocabulary::Way;

/// How numbers are read that people read in more than one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// 03.04.05 is the third of April; 2003/04 is April: the order of Kazakhstan.
    DayFirst,
    /// 03.04.05 is of 2003; 2003/04 are two years.
    YearFirst,
}

/// How a text is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    pub order: Order,
    /// The last year that two digits may mean; those above are of the hundred before.
    pub last_year: u32,
    /// Two digits at the end that mean a year from this one on are the year, whatever else they might be.
    pub recent_year: u32,
    /// Whether a year may have two digits and no word beside it: not in running text, where 15 are people.
    pub short_years: bool,
}

impl Reading {
    /// The year that two digits mean.
    pub fn full_year(self, digits: u32) -> u32 {
        let hundred = self.last_year / 100 * 100;
        match hundred + digits > self.last_year {
            true => hundred + digits - 100,
            false => hundred + digits,
        }
    }

    pub fn is_recent(self, digits: u32) -> bool {
        self.full_year(digits) >= self.recent_year
    }
}

/// What was read of one date so far.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Parts {
    pub year: Option<u32>,
    pub month: Option<u32>,
    pub day: Option<u32>,
    pub season: Option<u32>,
    /// The first year of the ten or, where `true`, of the hundred.
    pub span: Option<(u32, bool)>,
    /// Which way its last word points.
    pub way: Option<Way>,
}

impl Parts {
    pub fn is_empty(&self) -> bool {
        *self == Parts::default()
    }

    /// Takes from another what it lacks itself: of «12–14 наурыз 2026» both days are of one month.
    pub fn completed_by(self, other: &Parts) -> Parts {
        let needs_month = self.day.is_some() && self.month.is_none();
        Parts {
            year: self.year.or(match self.span {
                Some(_) => None,
                None => other.year,
            }),
            month: self.month.or(if needs_month { other.month } else { None }),
            ..self
        }
    }

    /// The date, if the calendar has it.
    pub fn point(&self, certainty: Certainty) -> Option<Point> {
        let precision = match *self {
            Parts {
                span: Some((year, is_century)),
                year: None,
                month: None,
                day: None,
                season: None,
                ..
            } => match is_century {
                true => Precision::Century(year),
                false => Precision::Decade(year),
            },
            Parts { span: Some(_), .. } => return None,
            Parts {
                season: Some(season),
                month: None,
                day: None,
                ..
            } => Precision::Season(self.year?, season),
            Parts {
                season: Some(_), ..
            } => return None,
            Parts { day: Some(day), .. } => {
                Precision::Day(calendar::day(self.year?, self.month?, day)?)
            }
            Parts {
                month: Some(month), ..
            } => {
                calendar::days_in(self.year?, month)?;
                Precision::Month(self.year?, month)
            }
            _ => Precision::Year(self.year?),
        };
        Some(Point {
            precision,
            certainty,
        })
    }
}
