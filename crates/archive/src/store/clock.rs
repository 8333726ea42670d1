//! The hybrid logical clock (Kulkarni et al., 2014): wall time that never runs backwards.
//!
//! A time is milliseconds since 1970 shifted left by 16 bits, plus a counter: it sorts by wall time
//! and stays in order where a machine's clock was set back.

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

/// The machine's clock: milliseconds since 1970.
pub(crate) fn wall() -> i64 {
    Utc::now().timestamp_millis()
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
