//! The hybrid logical clock (Kulkarni et al., 2014): wall time that never runs backwards.
//!
//! A time is milliseconds since 1970 shifted left by 16 bits, plus a counter: it sorts by wall time
//! and stays in order where a machine's clock was set back.

use std::time::SystemTime;

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;

/// A time after every time in history, and not before now.
pub(crate) fn next(sql: &Connection, wall_ms: i64) -> Result<i64, Error> {
    let last: Option<i64> = sql
        .prepare_cached("SELECT until FROM op ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(after(last.unwrap_or(0), wall_ms))
}

fn after(last: i64, wall_ms: i64) -> i64 {
    (wall_ms << 16).max(last.saturating_add(1))
}

/// Whether the machine's clock is set at all: before 1970 nothing can be dated, nor named by its time.
pub(crate) fn check() -> Result<(), Error> {
    match SystemTime::now() < SystemTime::UNIX_EPOCH {
        true => Err(Error::ClockUnset),
        false => Ok(()),
    }
}

/// The machine's clock: milliseconds since 1970.
pub(crate) fn wall() -> i64 {
    Utc::now().timestamp_millis()
}

/// What the machine's own clock said when an op began, in SQL over `op`; of ops before that was kept, their time.
pub(crate) const WALL: &str = "ifnull(op.wall, op.time >> 16)";

/// A clock that is further behind history than this is set wrong, or that of whoever wrote last was.
const BEHIND_MS: i64 = 60 * 60 * 1000;

/// No library rests longer than this: a clock that is further ahead of history is more likely set wrong.
const AHEAD_MS: i64 = 2 * 366 * 24 * 60 * 60 * 1000;

/// How a clock stands to history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Plausible,
    Behind,
    Ahead,
}

/// How the machine's clock stands to what was written last.
pub(crate) fn standing(sql: &Connection, wall_ms: i64) -> Result<Standing, Error> {
    let last: Option<i64> = sql
        .query_row(
            &format!("SELECT {WALL} FROM op ORDER BY id DESC LIMIT 1"),
            [],
            |row| row.get(0),
        )
        .optional()?;
    Ok(match last {
        Some(last) if wall_ms + BEHIND_MS < last => Standing::Behind,
        Some(last) if last + AHEAD_MS < wall_ms => Standing::Ahead,
        _ => Standing::Plausible,
    })
}

/// Wall milliseconds at which a day begins where the program runs; none for no day.
pub(crate) fn day_begins(day: &str) -> Option<i64> {
    let day = chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?;
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let begins = midnight.and_local_timezone(chrono::Local).earliest();
    Some(begins.map_or_else(
        || midnight.and_utc().timestamp_millis(),
        |begins| begins.timestamp_millis(),
    ))
}

/// Wall milliseconds as RFC 3339 in UTC, to the second.
pub(crate) fn wall_rfc3339(wall_ms: i64) -> String {
    rfc3339(wall_ms << 16)
}

/// Wall milliseconds of a time.
pub(crate) fn millis(time: i64) -> i64 {
    time >> 16
}

/// The day of wall milliseconds where the program runs, `YYYY-MM-DD`.
pub(crate) fn local_day(wall_ms: i64) -> String {
    let utc = DateTime::from_timestamp_millis(wall_ms).unwrap_or_default();
    utc.with_timezone(&chrono::Local).date_naive().to_string()
}

/// A time as RFC 3339 in UTC, to the second.
pub(crate) fn rfc3339(time: i64) -> String {
    DateTime::from_timestamp_millis(millis(time))
        .unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Wall milliseconds as RFC 3339 in UTC, to the millisecond: to be compared elsewhere.
pub(crate) fn precise_rfc3339(wall_ms: i64) -> String {
    DateTime::from_timestamp_millis(wall_ms)
        .unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Now, RFC 3339 in UTC, to the second.
pub(crate) fn now() -> String {
    chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_set_back_still_counts_forward() {
        let now = after(0, 1_000);
        assert_eq!(millis(now), 1_000);
        assert_eq!(after(now, 1_000), now + 1);
        assert_eq!(after(now, 10), now + 1);
        assert!(after(now, 2_000) > now + 1);
    }
}
