//! Values as people type them: one line, dates, languages, names. What they become in the catalogue.

use chrono::Datelike;
use muragat_language::{Dating, WrittenDate};
use unicode_normalization::UnicodeNormalization;

use crate::error::Error;

/// A text on one line, its blanks single, without characters that nobody sees and that turn what stands beside them.
pub(crate) fn one_line(text: &str) -> String {
    let seen = text.replace(is_unseen, "");
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character is a control, or a mark that is not seen itself and makes what is seen another text: one that
/// sets the direction, that takes no room, or that is put where a byte order is told. The joiners are letters' own.
pub(crate) fn is_unseen(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The name of a file as it is shown: what nobody sees in it, and what would turn it about, is marked.
pub fn shown_name(name: &str) -> String {
    name.chars()
        .map(|c| match is_unseen(c) {
            true => '\u{fffd}',
            false => c,
        })
        .collect()
}

/// By what a reference is told from others: composed Unicode without capitals, as file systems compare names.
pub fn reference_key(reference: &str) -> String {
    let composed: String = reference.nfc().collect();
    // what small letters make may compose again
    composed.to_lowercase().nfc().collect()
}

/// A field as typed: trimmed, none where empty.
pub(crate) fn typed(text: Option<&str>) -> Option<String> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// A name as typed, on one line.
///
/// # Errors
/// [`Error::NameEmpty`].
pub(crate) fn name(name: &str) -> Result<String, Error> {
    let name = one_line(name);
    match name.is_empty() {
        true => Err(Error::NameEmpty),
        false => Ok(name),
    }
}

/// The name of a party as typed, on one line.
///
/// # Errors
/// [`Error::NameEmpty`] where it has no letter.
pub(crate) fn party_name(name: &str) -> Result<String, Error> {
    let name = one_line(name);
    match muragat_language::party_key(&name).is_empty() {
        true => Err(Error::NameEmpty),
        false => Ok(name),
    }
}

/// A date as typed, in any of the ways in which people write one, as EDTF.
///
/// # Errors
/// [`Error::ValueInvalid`] for no date, [`Error::DateAmbiguous`] for one that can be read in two ways.
pub(crate) fn dating(noun: &'static str, field: &str, text: &str) -> Result<String, Error> {
    match read(text) {
        WrittenDate::Read { dating, .. } => Ok(dating.to_string()),
        unread => Err(refused(noun, field, text, &unread)),
    }
}

/// A field that takes a date: as typed, none where empty.
///
/// # Errors
/// Those of [`dating`].
pub(crate) fn optional_dating(
    noun: &'static str,
    field: &str,
    text: Option<&str>,
) -> Result<Option<String>, Error> {
    typed(text)
        .map(|text| dating(noun, field, &text))
        .transpose()
}

/// A day of the calendar as typed, `YYYY-MM-DD`.
///
/// # Errors
/// Those of [`dating`]; [`Error::ValueInvalid`] also for more or less than a day, and for one in doubt.
pub(crate) fn day(noun: &'static str, field: &str, text: &str) -> Result<String, Error> {
    match read(text) {
        WrittenDate::Read { dating, .. } => dating
            .certain_day()
            .ok_or_else(|| value_invalid(noun, field, text)),
        unread => Err(refused(noun, field, text, &unread)),
    }
}

/// A date as typed, with its time of day where one stands beside a day: ISO 8601.
///
/// # Errors
/// Those of [`dating`].
pub(crate) fn moment(noun: &'static str, field: &str, text: &str) -> Result<String, Error> {
    match read(text) {
        WrittenDate::Read {
            dating,
            time: Some(time),
        } => match dating.certain_day() {
            Some(day) => Ok(format!("{day}T{time}")),
            None => Err(value_invalid(noun, field, text)),
        },
        WrittenDate::Read { dating, time: None } => Ok(dating.to_string()),
        unread => Err(refused(noun, field, text, &unread)),
    }
}

/// Refuses two datings of which the second ends before the first begins.
///
/// # Errors
/// [`Error::ValueInvalid`] for the second.
pub(crate) fn check_order(
    noun: &'static str,
    from: Option<&str>,
    to: Option<&str>,
) -> Result<(), Error> {
    let parsed = |text: Option<&str>| text.and_then(|text| text.parse::<Dating>().ok());
    let (first, last) = (parsed(from), parsed(to));
    let begins = first.and_then(Dating::earliest);
    let ends = last.and_then(Dating::latest);
    match (begins, ends, to) {
        (Some(begins), Some(ends), Some(to)) if begins > ends => {
            Err(value_invalid(noun, "date_to", to))
        }
        _ => Ok(()),
    }
}

/// The year under which a record of this date is counted; of a moment, its year.
pub(crate) fn year_of(date: &str) -> String {
    match date.parse::<Dating>() {
        Ok(dating) => format!("{:04}", dating.years().0),
        Err(_) => date.get(..4).unwrap_or_default().to_owned(),
    }
}

/// Reads a date; the machine's clock tells which hundred a year of two digits is of.
pub(crate) fn read(text: &str) -> WrittenDate {
    muragat_language::read_date(text, chrono::Local::now().year().unsigned_abs())
}

fn refused(noun: &'static str, field: &str, text: &str, unread: &WrittenDate) -> Error {
    match unread {
        WrittenDate::Ambiguous(ways) => {
            let way = |at: usize| ways.get(at).map(ToString::to_string).unwrap_or_default();
            Error::DateAmbiguous {
                value: text.chars().take(80).collect(),
                one: way(0),
                other: way(1),
            }
        }
        _ => value_invalid(noun, field, text),
    }
}

/// Whether a text has the form of a BCP 47 language tag (RFC 5646): `kk`, `kk-Latn`, `und`.
pub(crate) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// Names as typed into a list: one line each, none twice, none empty.
pub(crate) fn distinct_lines(names: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for name in names.iter().map(|name| one_line(name)) {
        if !name.is_empty() && !lines.contains(&name) {
            lines.push(name);
        }
    }
    lines
}

/// What is said of a value that a field cannot hold; of a long one, its beginning.
pub(crate) fn value_invalid(noun: &'static str, field: &str, value: &str) -> Error {
    Error::ValueInvalid {
        noun,
        field: field.to_owned(),
        value: value.chars().take(80).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_date_or_a_day_with_a_time() {
        for (typed, kept) in [
            ("2026", "2026"),
            ("03.2026", "2026-03"),
            ("14.03.2026", "2026-03-14"),
            ("2026-03-14T10:30", "2026-03-14T10:30"),
            ("14.03.2026 10:30:05", "2026-03-14T10:30:05"),
            ("2026-03-14T10:30:05.25+05:00", "2026-03-14T10:30:05+05:00"),
            ("шамамен 1998 ж.", "1998~"),
        ] {
            assert_eq!(moment("photo", "taken_at", typed).unwrap(), kept);
        }
        for bad in [
            "",
            "2026-13-01",
            "2026-03T10:30",
            "2026-03-14T25:00",
            "2026-03-14T10:30+5",
            "2026-03-14T",
        ] {
            assert!(moment("photo", "taken_at", bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_day_is_one_and_beyond_doubt() {
        assert_eq!(
            day("article", "captured_on", "27 ақпан 2026").unwrap(),
            "2026-02-27"
        );
        for text in ["2026-02", "27.02.2026?", "12–14 наурыз 2026", "кеше"] {
            assert!(day("article", "captured_on", text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_date_of_two_meanings_is_refused_with_both() {
        let refused = dating("article", "publication_date", "03.04.05").unwrap_err();
        assert_eq!(refused.code(), "date_ambiguous");
        assert_eq!(refused.data()["one"], "2005-04-03");
    }

    #[test]
    fn what_ends_before_it_begins_is_refused() {
        let check = |from, to| check_order("unit", Some(from), Some(to)).is_ok();
        assert!(check("1998", "1998-05"));
        assert!(check("199X", "1995"));
        assert!(check("[..1950]", "1940"));
        assert!(check("2026-05", "2026"));
        assert!(!check("2026-05-02", "2026-05-01"));
        assert!(!check("1999", "1998~"));
    }

    #[test]
    fn the_year_of_a_dating_is_its_first() {
        assert_eq!(year_of("199X~"), "1990");
        assert_eq!(year_of("../1950"), "1950");
        assert_eq!(year_of("2026-02-27T10:00:00Z"), "2026");
    }
}
