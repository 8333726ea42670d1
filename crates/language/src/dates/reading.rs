//! A date that a person wrote, read whole: for a field, the command line, and the lines of a release.

use crate::dates::beside::only_goes_along;
use crate::dates::dating::Dating;
use crate::dates::parts::{Order, Reading};
use crate::dates::phrase::dating_at;
use crate::dates::time_of_day::{take_time, take_time_in_words, take_zone};
use crate::dates::tokens::{Kind, Token, tokens};
use crate::dates::vocabulary::is_weekday;
use crate::text::fold::is_double_quote;

/// No date is longer, in chars, with all that stands beside it.
const MAX_CHARS: usize = 120;

/// What a text says of when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrittenDate {
    /// A date.
    Read {
        /// When.
        dating: Dating,
        /// The time of day that stands beside it: `14:30`, `14:30:00+05:00`.
        time: Option<String>,
    },
    /// A date that people read in more than one way, the usual way first.
    Ambiguous(Vec<Dating>),
    /// No date, or more than one.
    Unread,
}

/// Reads a date as people write it in Kazakh, Russian or English, or EDTF. A weekday, a town, a label or a time of
/// day may stand beside it. `this_year` tells which hundred a year of two digits is of.
pub fn read_date(text: &str, this_year: u32) -> WrittenDate {
    read(text, this_year + 1, this_year.saturating_sub(1))
}

/// Reads a date; of two digits the years from `recent_year` to `last_year` are meant first.
pub(crate) fn read(text: &str, last_year: u32, recent_year: u32) -> WrittenDate {
    read_beside(text, last_year, recent_year).0
}

/// Reads a date, and whether the text has no other word or number: no weekday, town, label or time of day.
pub(crate) fn read_beside(text: &str, last_year: u32, recent_year: u32) -> (WrittenDate, bool) {
    let text = text.trim();
    if text.chars().nth(MAX_CHARS).is_some() {
        return (WrittenDate::Unread, false);
    }
    if let Ok(dating) = text.parse() {
        return (WrittenDate::Read { dating, time: None }, true);
    }
    let mut tokens = tokens(text);
    // «27» ақпан
    tokens.retain(|token| !matches!(token.kind, Kind::Mark(mark) if is_double_quote(mark)));
    let time = take_time(&mut tokens);
    if time.is_some() {
        take_zone(&mut tokens);
    }
    let read = read_tokens(&tokens, (last_year, recent_year), time);
    if read.0 != WrittenDate::Unread {
        return read;
    }
    match take_time_in_words(&mut tokens) {
        Some(time) => read_tokens(&tokens, (last_year, recent_year), Some(time)),
        None => read,
    }
}

/// Reads the tokens that a time of day left.
fn read_tokens(
    tokens: &[Token],
    (last_year, recent_year): (u32, u32),
    time: Option<String>,
) -> (WrittenDate, bool) {
    let read = |order| {
        let reading = Reading {
            order,
            last_year,
            recent_year,
            short_years: true,
        };
        whole(tokens, reading)
    };
    match (read(Order::DayFirst), read(Order::YearFirst)) {
        (Some((one, _)), Some((other, _))) if one != other => {
            (WrittenDate::Ambiguous(vec![one, other]), false)
        }
        (Some((dating, alone)), _) | (None, Some((dating, alone))) => {
            let alone = alone && time.is_none();
            (WrittenDate::Read { dating, time }, alone)
        }
        (None, None) => (WrittenDate::Unread, false),
    }
}

/// The dating of a text that holds one and only what goes along with it, and whether nothing does.
fn whole(tokens: &[Token], reading: Reading) -> Option<(Dating, bool)> {
    let (dating, start, end) = (0..tokens.len()).find_map(|start| {
        dating_at(tokens, start, reading).map(|(dating, end)| (dating, start, end))
    })?;
    // «27 ақпан 2026: Жетісу күні»: behind a colon stands what the day is
    let is_heading = tokens.get(end).is_some_and(|token| token.is_mark(':'));
    let is_sign = |token: &Token| matches!(token.kind, Kind::Mark(_));
    let is_part = |token: &Token| !token.word().is_some_and(is_weekday);
    let alone = tokens[..start].iter().chain(&tokens[end..]).all(is_sign)
        && tokens[start..end].iter().all(is_part);
    (!is_heading && only_goes_along(&tokens[..start]) && only_goes_along(&tokens[end..]))
        .then_some((dating, alone))
}
