//! What a compound file says of itself: its stream of summary information.

use crate::bytes::Bytes;
use crate::code_pages;
use crate::document::Properties;
use crate::moment::of_file_time;

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
    // a duration stands in the same form; no file is older than the program
    const SECONDS: std::ops::Range<u64> = 11_960_006_400..18_902_592_000;
    if value.word(0) != 64 {
        return None;
    }
    let ticks = u64::from(value.long(4)) | u64::from(value.long(8)) << 32;
    let known = SECONDS.contains(&(ticks / 10_000_000));
    known.then(|| of_file_time(ticks)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_no_moment() {
        let write = |ticks: u64| [&[64, 0, 0, 0], ticks.to_le_bytes().as_slice()].concat();
        let moment = read_moment(&write(133_000_000_000_000_000));
        assert_eq!(moment.as_deref(), Some("2022-06-18T04:26:40Z"));
        assert_eq!(read_moment(&write(36_000_000_000)), None);
    }
}
