//! When something was: as closely as a photo says it, and only if there was such a moment.

use serde::Serialize;

use super::stated::Reconcile;

/// The year of the first photograph: nothing was photographed before.
const FIRST_YEAR: u32 = 1826;

/// A moment as a photo states it: the clock on the wall where it was taken, with what else is known of it. It may lie
/// in the future where a camera's clock was wrong; as text, `local` compares with that of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DateTime {
    /// ISO 8601 and EDTF, as closely as it is given: `2026`, `2026-02`, `2026-02-27`, `2026-02-27T10:15` or
    /// `2026-02-27T10:15:00`. Local time.
    pub local: String,
    /// Digits after the second, as `250` for a quarter of a second.
    pub sub_seconds: Option<String>,
    /// How far local time is ahead of UTC, as `+05:00`; nothing where it is not given.
    pub offset: Option<String>,
}

impl DateTime {
    /// The moment of an Exif date (Exif 3.0, 4.6.5.2: `2026:02:27 10:15:00`, a part that is not known as blanks) with
    /// its sub-seconds and its offset.
    pub(crate) fn from_exif(
        date: &str,
        sub_seconds: Option<&str>,
        offset: Option<&str>,
    ) -> Option<Self> {
        Self::since(FIRST_YEAR, date, sub_seconds, offset)
    }

    fn since(
        first_year: u32,
        date: &str,
        sub_seconds: Option<&str>,
        offset: Option<&str>,
    ) -> Option<Self> {
        let local = read_local(date, first_year)?;
        let has_seconds = local.len() == "2026-02-27T10:15:00".len();
        let sub_seconds = sub_seconds.filter(|_| has_seconds).and_then(read_digits);
        let offset = offset.filter(|_| local.contains('T')).and_then(read_offset);
        // Some programs write a date of XMP into Exif, with its offset behind it.
        let (own_sub_seconds, own_offset) = read_rest(date);
        Some(Self {
            local,
            sub_seconds: sub_seconds.or(own_sub_seconds),
            offset: offset.or(own_offset),
        })
    }

    /// The moment of a date of XMP (ISO 16684-1, 8.2.2.1: ISO 8601 to the year, month, day, minute, second or a part of
    /// it, with `Z`, an offset or neither). Nothing where there was no such moment since there are photographs.
    #[must_use]
    pub fn from_xmp(date: &str) -> Option<Self> {
        Self::from_exif(date, None, None)
    }

    /// The moment of a date of XMP of something that may be older than photography, as a work of art.
    pub(crate) fn from_xmp_of_any_age(date: &str) -> Option<Self> {
        Self::since(1, date, None, None)
    }

    /// The moment of IPTC-IIM (4.2, 2:55 and 2:60: `20260227`, `101500+0500`); zeros stand for what is not known.
    pub(crate) fn from_iim(date: &str, time: Option<&str>) -> Option<Self> {
        let date = date.trim();
        // Some programs write the date as others write it.
        if date.contains(['-', ':']) {
            return Self::from_exif(date, None, None);
        }
        let part = |from: usize, to: usize| date.get(from..to).filter(|part| is_digits(part));
        let (year, month, day) = (part(0, 4)?, part(4, 6), part(6, 8));
        let mut text = year.to_owned();
        for part in [month, day] {
            match part {
                Some(part) if part != "00" => text = format!("{text}-{part}"),
                _ => return Self::from_exif(&text, None, None),
            }
        }
        let clock = time.and_then(|time| {
            let time: String = time.chars().filter(|letter| *letter != ':').collect();
            let part = |from: usize, to: usize| time.get(from..to).filter(|part| is_digits(part));
            let (hour, minute, second) = (part(0, 2)?, part(2, 4)?, part(4, 6).unwrap_or("00"));
            let offset = time.get(6..).unwrap_or_default();
            Some(format!("T{hour}:{minute}:{second}{offset}"))
        });
        let with_clock =
            clock.and_then(|clock| Self::from_exif(&format!("{text}{clock}"), None, None));
        with_clock.or_else(|| Self::from_exif(&text, None, None))
    }

    /// The moment as a date of XMP.
    pub(crate) fn to_xmp(&self) -> String {
        let Self {
            local,
            sub_seconds,
            offset,
        } = self;
        let part = sub_seconds.as_ref().map(|digits| format!(".{digits}"));
        let offset = offset.as_deref().unwrap_or_default();
        format!("{local}{}{offset}", part.unwrap_or_default())
    }

    /// Seconds since 1970 by the clock on the wall, or of UTC where the offset is given: to put moments in order.
    fn seconds(&self, in_utc: bool) -> i64 {
        let number = |from: usize, otherwise: i64| {
            let part = self
                .local
                .get(from..from + 2)
                .and_then(|part| part.parse().ok());
            part.unwrap_or(otherwise)
        };
        let year: i64 = self
            .local
            .get(..4)
            .and_then(|year| year.parse().ok())
            .unwrap_or(0);
        let (month, day) = (number(5, 1), number(8, 1));
        // Days of a calendar that begins in March, so that a leap day ends it.
        let (from_march, years) = ((month + 9) % 12, year - i64::from(month < 3));
        let days =
            years * 365 + years / 4 - years / 100 + years / 400 + (from_march * 153 + 2) / 5 + day;
        let clock = number(11, 0) * 3600 + number(14, 0) * 60 + number(17, 0);
        let offset = self
            .offset
            .as_deref()
            .filter(|_| in_utc)
            .map_or(0, |offset| {
                let part = |from: usize| {
                    offset
                        .get(from..from + 2)
                        .and_then(|part| part.parse().ok())
                };
                let seconds: i64 = part(1).unwrap_or(0) * 3600 + part(4).unwrap_or(0) * 60;
                if offset.starts_with('-') {
                    -seconds
                } else {
                    seconds
                }
            });
        days * 86_400 + clock - offset
    }

    /// Whether this was after the other: as instants where both offsets are known, else by the clocks on the wall.
    pub(crate) fn is_after(&self, other: &Self) -> bool {
        let in_utc = self.offset.is_some() && other.offset.is_some();
        self.seconds(in_utc) > other.seconds(in_utc)
    }
}

/// Moments that do not contradict each other are one, as closely as both say it together.
impl Reconcile for DateTime {
    fn join(&self, other: &Self) -> Option<Self> {
        let (longer, shorter) = if self.local.len() >= other.local.len() {
            (self, other)
        } else {
            (other, self)
        };
        // A whole minute is often all that a program keeps of a moment, and then it says «00» for the second.
        if !longer.local.starts_with(&shorter.local) {
            return None;
        }
        let both = |one: &Option<String>,
                    other: &Option<String>,
                    are_same: fn(&str, &str) -> bool| {
            match (one, other) {
                (Some(one), Some(other)) => are_same(one, other).then(|| Some(one.clone())),
                (one, other) => Some(one.clone().or_else(|| other.clone())),
            }
        };
        let same_part =
            |one: &str, other: &str| one.trim_end_matches('0') == other.trim_end_matches('0');
        Some(Self {
            local: longer.local.clone(),
            sub_seconds: both(&self.sub_seconds, &other.sub_seconds, same_part)?,
            offset: both(&self.offset, &other.offset, |one, other| one == other)?,
        })
    }
}

fn is_digits(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn read_digits(text: &str) -> Option<String> {
    let digits = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0');
    (is_digits(digits) && digits.len() <= 9).then(|| digits.to_owned())
}

/// `+05:00`, `+0500`, `+05` or `Z`.
fn read_offset(text: &str) -> Option<String> {
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0');
    if matches!(text, "Z" | "z") {
        return Some("+00:00".to_owned());
    }
    let sign = text
        .chars()
        .next()
        .filter(|sign| matches!(sign, '+' | '-'))?;
    let digits: String = text
        .get(1..)?
        .chars()
        .filter(|letter| *letter != ':')
        .collect();
    let part = |from: usize| digits.get(from..from + 2).filter(|part| is_digits(part));
    let (hours, minutes) = (part(0)?, part(2).unwrap_or("00"));
    let is_real = digits.len() <= 4 && hours <= "14" && minutes < "60";
    is_real.then(|| format!("{sign}{hours}:{minutes}"))
}

/// What stands behind the second: a part of it, an offset.
fn read_rest(date: &str) -> (Option<String>, Option<String>) {
    let clock = date.trim().get(11..).unwrap_or_default();
    let at = clock.find(['+', '-', 'Z', 'z']);
    let offset = at.and_then(|at| read_offset(clock.get(at..)?));
    let part = clock.get(..at.unwrap_or(clock.len())).unwrap_or_default();
    let sub_seconds = part
        .split_once('.')
        .and_then(|(_, digits)| read_digits(digits));
    (sub_seconds, offset)
}

/// The date, and the time as far as it is given, if there was such a moment from that year on.
fn read_local(text: &str, first_year: u32) -> Option<String> {
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0');
    let date_end = text.find([' ', 'T']).unwrap_or(text.len());
    let (date, clock) = (text.get(..date_end)?, text.get(date_end..)?);
    let mut parts = date.split([':', '-', '/', '.']);
    let number = |part: &str, digits: usize| -> Option<u32> {
        (part.len() == digits && is_digits(part)).then(|| part.parse().ok())?
    };
    let year = number(parts.next()?, 4)?;
    if !(first_year..=9999).contains(&year) {
        return None;
    }
    let local = format!("{year:04}");
    // A part that is given must be real; one of blanks or zeros is not given, and neither is what follows it.
    let is_given = |part: &&str| !part.trim().is_empty() && *part != "00";
    let Some(month) = parts.next().filter(is_given) else {
        return Some(local);
    };
    let month = number(month, 2).filter(|month| (1..=12).contains(month))?;
    let local = format!("{local}-{month:02}");
    let Some(day) = parts.next().filter(is_given) else {
        return Some(local);
    };
    let day = number(day, 2).filter(|day| (1..=days_of(year, month)).contains(day))?;
    if parts.next().is_some() {
        return None;
    }
    let local = format!("{local}-{day:02}");
    let clock = clock.trim_start_matches([' ', 'T']);
    let end = clock.find(['+', '-', 'Z', 'z']).unwrap_or(clock.len());
    let clock = clock.get(..end).unwrap_or_default().trim_end();
    let mut parts = clock.split([':', '.', '-']);
    let mut next = |most: u32| match parts.next().map(str::trim) {
        None | Some("") => Some(None),
        Some(part) => number(part, 2).filter(|number| *number < most).map(Some),
    };
    let (hour, minute, second) = (next(24)?, next(60)?, next(60)?);
    Some(match (hour, minute, second) {
        (Some(hour), Some(minute), Some(second)) => {
            format!("{local}T{hour:02}:{minute:02}:{second:02}")
        }
        (Some(hour), Some(minute), None) => format!("{local}T{hour:02}:{minute:02}"),
        _ => local,
    })
}

fn days_of(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(is_leap),
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date_time(local: &str, sub_seconds: Option<&str>, offset: Option<&str>) -> Option<DateTime> {
        Some(DateTime {
            local: local.to_owned(),
            sub_seconds: sub_seconds.map(str::to_owned),
            offset: offset.map(str::to_owned),
        })
    }

    #[test]
    fn dates_of_exif() {
        let read = |text| DateTime::from_exif(text, None, None);
        assert_eq!(
            read("2008:05:30 15:56:01"),
            date_time("2008-05-30T15:56:01", None, None)
        );
        assert_eq!(
            read("2024:02:29 00:00:00\0"),
            date_time("2024-02-29T00:00:00", None, None)
        );
        assert_eq!(
            read("1987:05:01   :  :  "),
            date_time("1987-05-01", None, None)
        );
        assert_eq!(read("1987:  :     :  :  "), date_time("1987", None, None));
        assert_eq!(
            DateTime::from_exif("2026:02:27 10:15:00", Some("250"), Some("+05:00")),
            date_time("2026-02-27T10:15:00", Some("250"), Some("+05:00"))
        );
        for wrong in [
            "0000:00:00 00:00:00",
            "2023:02:29 00:00:00",
            "2008:13:01 00:00:00",
            "2008:05:30 24:00:00",
            "    :  :     :  :  ",
            "1601:01:01 00:00:00",
            "2008:05:30 15:56:0қ",
            "қққққ",
            "",
        ] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
        let wrong_offset = DateTime::from_exif("2026:02:27 10:15:00", Some("қ"), Some("+99:00"));
        assert_eq!(wrong_offset, date_time("2026-02-27T10:15:00", None, None));
    }

    #[test]
    fn dates_of_xmp_and_iim() {
        let xmp = DateTime::from_xmp;
        assert_eq!(
            xmp("2026-02-27T10:15:00.25+05:00"),
            date_time("2026-02-27T10:15:00", Some("25"), Some("+05:00"))
        );
        assert_eq!(
            xmp("2026-02-27T10:15Z"),
            date_time("2026-02-27T10:15", None, Some("+00:00"))
        );
        assert_eq!(xmp("1826-12"), date_time("1826-12", None, None));
        assert_eq!(xmp("1825"), None);
        let iim = DateTime::from_iim;
        assert_eq!(
            iim("20260227", Some("101500+0500")),
            date_time("2026-02-27T10:15:00", None, Some("+05:00"))
        );
        assert_eq!(
            iim("20260227", Some("996100")),
            date_time("2026-02-27", None, None)
        );
        assert_eq!(iim("19870000", None), date_time("1987", None, None));
        assert_eq!(iim("2026-02-27", None), date_time("2026-02-27", None, None));
        assert_eq!(iim("00000000", None), None);
    }

    #[test]
    fn moments_that_do_not_contradict_each_other_are_one() {
        let exif = DateTime::from_exif("2026:02:27 10:15:00", Some("250"), None).unwrap();
        let xmp = DateTime::from_xmp("2026-02-27T10:15:00+05:00").unwrap();
        let both = date_time("2026-02-27T10:15:00", Some("250"), Some("+05:00"));
        assert_eq!(exif.join(&xmp), both);
        assert_eq!(
            DateTime::from_xmp("2026-02-27").unwrap().join(&exif),
            Some(exif.clone())
        );
        assert_eq!(
            exif.join(&DateTime::from_xmp("2026-02-28T10:15:00").unwrap()),
            None
        );
    }

    #[test]
    fn later_is_told_across_offsets_where_both_are_known() {
        let read = |text| DateTime::from_xmp(text).unwrap();
        assert!(read("2026-03-01T00:10:00+05:00").is_after(&read("2026-02-28T18:00:00Z")));
        assert!(!read("2026-03-01T00:10:00+05:00").is_after(&read("2026-02-28T20:00:00Z")));
        assert!(read("2026-03-01").is_after(&read("2026-02-28T23:59:59")));
        assert!(!read("2026-01-01").is_after(&read("2026-01-01")));
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in any::<String>(), other in any::<String>()) {
            DateTime::from_exif(&text, Some(&other), Some(&other));
            DateTime::from_iim(&text, Some(&other));
        }

        #[test]
        fn what_is_nearly_a_date_is_read(text in "[0-9 :T.Z+-]{0,30}") {
            if let Some(read) = DateTime::from_xmp(&text) {
                prop_assert!(!read.is_after(&read));
                prop_assert_eq!(read.join(&read), Some(read));
            }
            DateTime::from_iim(&text, Some(&text));
        }
    }
}
