//! Moments as pages, mails, exports and office programs write them, in one form.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, SecondsFormat};

/// Windows counts from 1601, and so writes that for a date which nobody set; a year of none is the zero of others.
const FIRST_YEAR: i32 = 1602;

const WITH_OFFSET: [&str; 8] = [
    "%Y-%m-%dT%H:%M:%S%.f%z",
    "%Y-%m-%d %H:%M:%S%.f%z",
    "%Y-%m-%d %H:%M:%S%.f %z",
    "%Y-%m-%dT%H:%M%z",
    "%Y-%m-%d %H:%M%z",
    "%Y-%m-%d %H:%M %z",
    "%d.%m.%Y %H:%M:%S UTC%:z",
    "%a %b %d %Y %H:%M:%S GMT%z",
];

const WITHOUT_OFFSET: [&str; 10] = [
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%d.%m.%Y %H:%M:%S",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y, %H:%M",
    "%H:%M, %d.%m.%Y",
    "%a, %d %b %Y %H:%M:%S",
    "%d %b %Y %H:%M:%S",
];

/// A moment in RFC 3339 to the second, with its offset where it has one; a day alone stays a day. None where it is no
/// moment, or the zero that a program writes for one it does not know.
pub(crate) fn read_moment(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > 80 {
        return None;
    }
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return write_moment(moment);
    }
    for form in WITH_OFFSET {
        if let Ok(moment) = DateTime::parse_from_str(text, form) {
            return write_moment(moment);
        }
    }
    if let Ok(moment) = DateTime::parse_from_rfc2822(text) {
        return write_moment(moment);
    }
    // «Z» without seconds, which no form above has
    let with_zone = text.strip_suffix(['Z', 'z']);
    for form in WITHOUT_OFFSET {
        if let Ok(moment) = NaiveDateTime::parse_from_str(with_zone.unwrap_or(text), form) {
            let zone = with_zone.map_or("", |_| "Z");
            let known = moment.year() >= FIRST_YEAR;
            return known.then(|| format!("{}{zone}", moment.format("%Y-%m-%dT%H:%M:%S")));
        }
    }
    for form in ["%Y-%m-%d", "%d.%m.%Y"] {
        if let Ok(day) = NaiveDate::parse_from_str(text, form) {
            return (day.year() >= FIRST_YEAR).then(|| day.to_string());
        }
    }
    None
}

fn write_moment(moment: DateTime<FixedOffset>) -> Option<String> {
    let known = moment.year() >= FIRST_YEAR;
    known.then(|| moment.to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// The moment of a count of hundreds of nanoseconds since 1601, as Windows counts.
pub(crate) fn of_file_time(ticks: u64) -> Option<String> {
    let seconds = i64::try_from(ticks / 10_000_000).ok()? - 11_644_473_600;
    let moment = DateTime::from_timestamp(seconds, 0)?;
    // what is no date at all is written as one of these
    (seconds > 0).then(|| moment.to_rfc3339_opts(SecondsFormat::Secs, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_keep_their_offset_or_have_none() {
        let read = |text: &str| read_moment(text).unwrap();
        assert_eq!(read("2026-02-27T09:30:05Z"), "2026-02-27T09:30:05Z");
        assert_eq!(
            read("2026-02-27T09:30:05.123456+05:00"),
            "2026-02-27T09:30:05+05:00"
        );
        assert_eq!(
            read("Fri, 27 Feb 2026 09:30:05 +0500"),
            "2026-02-27T09:30:05+05:00"
        );
        assert_eq!(read("2026-02-27T09:30Z"), "2026-02-27T09:30:00Z");
        assert_eq!(read("27.02.2026, 09:30"), "2026-02-27T09:30:00");
        assert_eq!(read(" 2026-02-27 09:30 "), "2026-02-27T09:30:00");
        assert_eq!(read("2026-02-27"), "2026-02-27");
        assert_eq!(read("Fri, 27 Feb 2026 09:30:05"), "2026-02-27T09:30:05");
        assert_eq!(
            read("Fri Feb 27 2026 09:30:05 GMT+0500"),
            "2026-02-27T09:30:05+05:00"
        );
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in [
            "",
            "кеше",
            "2026-13-01",
            "1601-01-01T00:00:00Z",
            "0000-00-00",
            "2026-02-27T25:00:00Z",
            "2026-02-27Tәөү",
        ] {
            assert_eq!(read_moment(text), None, "{text}");
        }
    }

    #[test]
    fn windows_counts_from_its_own_year() {
        let moment = of_file_time(133_000_000_000_000_000);
        assert_eq!(moment.as_deref(), Some("2022-06-18T04:26:40Z"));
        assert_eq!(of_file_time(0), None);
    }
}
