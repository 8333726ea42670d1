//! What a compound file says of itself: its stream of summary information.

use crate::bytes::Bytes;
use crate::code_pages;
use crate::document::Properties;

/// Reads title, author, date, program and number of pages.
pub(super) fn read_summary(summary: &[u8], properties: &mut Properties) {
    // one set of properties stands at the place that the head names
    let set_at = summary.place(44);
    let set = summary.get(set_at..).unwrap_or_default();
    let count = set.place(4).min(256);
    let entries: Vec<(u32, usize)> = (0..count)
        .map(|n| (set.long(8 + 8 * n), set.place(12 + 8 * n)))
        .collect();
    let find = |wanted: u32| {
        let (_, at) = entries.iter().find(|(which, _)| *which == wanted)?;
        set.get(*at..)
    };
    let page = find(1).map_or(1252, |value| value.word(4));
    let words = |wanted: u32| find(wanted).and_then(|value| read_words(value, page));
    properties.title = words(2);
    properties.author = words(4);
    properties.generator = words(18);
    properties.created = find(12).and_then(read_moment);
    properties.pages = find(14)
        .filter(|value| value.word(0) == 3)
        .map(|value| value.long(4))
        .filter(|pages| (1..100_000).contains(pages));
}

fn read_words(value: &[u8], page: u16) -> Option<String> {
    let length = value.place(4);
    let words = match value.word(0) {
        // 8-bit words; the page says UTF-16 where they are not
        30 if page == 1200 => read_wide(value.part(8, length)),
        30 => code_pages::decode(page, value.part(8, length)),
        31 => read_wide(value.part(8, length.saturating_mul(2))),
        _ => return None,
    };
    let words = words.split('\0').next().unwrap_or_default().trim();
    (!words.is_empty()).then(|| words.to_owned())
}

fn read_wide(bytes: &[u8]) -> String {
    let units: Vec<u16> = (0..bytes.len() / 2).map(|n| bytes.word(2 * n)).collect();
    String::from_utf16_lossy(&units)
}

/// A moment in ticks of 100 nanoseconds since 1601, in UTC.
fn read_moment(value: &[u8]) -> Option<String> {
    if value.word(0) != 64 {
        return None;
    }
    let ticks = u64::from(value.long(4)) | u64::from(value.long(8)) << 32;
    let seconds = ticks / 10_000_000;
    let (days, second_of_day) = (seconds / 86_400, seconds % 86_400);
    // a duration stands in the same form; no file is older than the program
    let (year, month, day) = count_out_day(days)?;
    if !(1980..2200).contains(&year) {
        return None;
    }
    let (hour, minute, second) = (
        second_of_day / 3600,
        second_of_day / 60 % 60,
        second_of_day % 60,
    );
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
    ))
}

/// Year, month and day of so many days after the first of January 1601.
fn count_out_day(days: u64) -> Option<(u64, u64, u64)> {
    const MONTHS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut year = 1601 + days / 146_097 * 400;
    let mut left = days % 146_097;
    if year > 9999 {
        return None;
    }
    let is_long = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    loop {
        let length = 365 + u64::from(is_long(year));
        if left < length {
            break;
        }
        left -= length;
        year += 1;
    }
    for (month, length) in (1..).zip(MONTHS) {
        let length = length + u64::from(month == 2 && is_long(year));
        if left < length {
            return Some((year, month, left + 1));
        }
        left -= length;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1601() {
        assert_eq!(count_out_day(0), Some((1601, 1, 1)));
        assert_eq!(count_out_day(134_774), Some((1970, 1, 1)));
        assert_eq!(count_out_day(145_790), Some((2000, 2, 29)));
    }
}
