//! Values as people type them: one line, dates, languages, names. What they become in the catalogue.

use crate::error::Error;

/// A text on one line, its blanks single.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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

/// Whether a text is a day of the calendar, or where `short` a month or a year.
pub(crate) fn is_date(text: &str, short: bool) -> bool {
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [year] => short && digits(year, 4),
        [year, month] => {
            short && digits(year, 4) && digits(month, 2) && ("01"..="12").contains(month)
        }
        [year, month, day] => {
            digits(year, 4)
                && digits(month, 2)
                && digits(day, 2)
                && chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
        }
        _ => false,
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
