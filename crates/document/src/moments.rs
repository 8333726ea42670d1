//! Moments as pages, mails and exports write them, in one form.

use chrono::{DateTime, NaiveDate, NaiveDateTime};

/// A moment in RFC 3339, with its offset where it has one; a day alone stays a day.
pub(crate) fn read_moment(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > 80 {
        return None;
    }
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Some(moment.to_rfc3339());
    }
    const WITH_OFFSET: [&str; 7] = [
        "%Y-%m-%dT%H:%M:%S%.f%z",
        "%Y-%m-%d %H:%M:%S%.f%z",
        "%Y-%m-%d %H:%M:%S%.f %z",
        "%Y-%m-%dT%H:%M%z",
        "%Y-%m-%d %H:%M%z",
        "%Y-%m-%d %H:%M %z",
        "%d.%m.%Y %H:%M:%S UTC%:z",
    ];
    for form in WITH_OFFSET {
        if let Ok(moment) = DateTime::parse_from_str(text, form) {
            return Some(moment.to_rfc3339());
        }
    }
    if let Ok(moment) = DateTime::parse_from_rfc2822(text) {
        return Some(moment.to_rfc3339());
    }
    const WITHOUT_OFFSET: [&str; 8] = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M",
        "%d.%m.%Y %H:%M:%S",
        "%d.%m.%Y %H:%M",
        "%d.%m.%Y, %H:%M",
        "%H:%M, %d.%m.%Y",
    ];
    for form in WITHOUT_OFFSET {
        if let Ok(moment) = NaiveDateTime::parse_from_str(text, form) {
            return Some(moment.format("%Y-%m-%dT%H:%M:%S").to_string());
        }
    }
    for form in ["%Y-%m-%d", "%d.%m.%Y"] {
        if let Ok(day) = NaiveDate::parse_from_str(text, form) {
            return Some(day.to_string());
        }
    }
    None
}

/// The moment of a count of hundreds of nanoseconds since 1601, as Outlook counts.
pub(crate) fn of_file_time(ticks: u64) -> Option<String> {
    let seconds = i64::try_from(ticks / 10_000_000).ok()? - 11_644_473_600;
    let moment = DateTime::from_timestamp(seconds, 0)?;
    // what is no date at all is written as one of these
    (seconds > 0).then(|| moment.to_rfc3339())
}
