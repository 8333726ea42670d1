//! How copies are called: a pattern with fields, as `{reference}_{number}`.

use crate::error::Error;
use crate::layout::segment;

/// Most bytes of a field, and of a whole name without its ending: with a number behind it, it has room on every disk.
const FIELD_MOST: usize = 80;
const NAME_MOST: usize = 160;
/// Digits of `{number}`, where nothing else is said, and most of them.
const DIGITS: usize = 2;
const DIGITS_MOST: usize = 9;
/// What stands between fields.
const SEPARATORS: [char; 6] = ['_', '-', ' ', '.', ',', ';'];

/// What a pattern may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Reference,
    /// With so many digits at least.
    Number(usize),
    Date,
    Name,
    Person,
    Place,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Field(Field),
}

/// A pattern that was read.
#[derive(Debug, Clone)]
pub(super) struct NamePattern {
    parts: Vec<Part>,
}

/// What the fields stand for. What is not known is empty.
#[derive(Debug, Clone, Default)]
pub(super) struct NameFields {
    pub reference: String,
    /// The photo's place among those of its article, from 1.
    pub number: usize,
    pub date: String,
    /// Of the photo's file, without its ending.
    pub name: String,
    pub person: String,
    pub place: String,
}

impl NamePattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// [`Error::NamePatternInvalid`]: a field that is not known, a brace without its other, or nothing at all.
    pub fn read(pattern: &str) -> Result<NamePattern, Error> {
        let invalid = |part: &str| Error::NamePatternInvalid {
            pattern: pattern.to_owned(),
            part: part.to_owned(),
        };
        let mut parts = Vec::new();
        let mut rest = pattern;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            let inside = from.strip_prefix('{').ok_or_else(|| invalid(from))?;
            let (name, after) = inside.split_once('}').ok_or_else(|| invalid(from))?;
            parts.push(Part::Text(before.to_owned()));
            let field = read_field(name).ok_or_else(|| invalid(&format!("{{{name}}}")))?;
            parts.push(Part::Field(field));
            rest = after;
        }
        parts.push(Part::Text(rest.to_owned()));
        parts.retain(|part| *part != Part::Text(String::new()));
        if pattern.trim().is_empty() {
            return Err(invalid(pattern));
        }
        Ok(NamePattern { parts })
    }

    /// The name by these fields, without an ending. Separators that an empty field leaves behind go with it; where nothing is
    /// left, the file's own name stands.
    pub fn fill(&self, fields: &NameFields) -> String {
        let mut name = String::new();
        let mut has_gap = false;
        for part in &self.parts {
            let text = match part {
                Part::Text(text) => text.clone(),
                Part::Field(field) => cut(&field.value(fields), FIELD_MOST).to_owned(),
            };
            let is_empty = text.trim().is_empty() && matches!(part, Part::Field(_));
            has_gap |= is_empty;
            let begins_apart = text.starts_with(SEPARATORS);
            if has_gap && begins_apart && (name.is_empty() || name.ends_with(SEPARATORS)) {
                name.push_str(text.trim_start_matches(SEPARATORS));
            } else {
                name.push_str(&text);
            }
            has_gap &= is_empty || name.is_empty();
        }
        let trimmed = cut(name.trim_matches(SEPARATORS), NAME_MOST);
        match trimmed.is_empty() {
            true => cut(&fields.name, NAME_MOST).to_owned(),
            false => trimmed.to_owned(),
        }
    }
}

/// A file's name that every disk takes: `number` tells those of one name apart.
pub(super) fn file_name(stem: &str, number: usize) -> String {
    match number {
        1 => segment(&format!("{stem}.jpg")),
        _ => segment(&format!("{stem} ({number}).jpg")),
    }
}

impl Field {
    fn value(self, fields: &NameFields) -> String {
        match self {
            Field::Reference => fields.reference.clone(),
            Field::Number(digits) => format!("{:0digits$}", fields.number),
            Field::Date => fields.date.clone(),
            Field::Name => fields.name.clone(),
            Field::Person => fields.person.clone(),
            Field::Place => fields.place.clone(),
        }
    }
}

fn read_field(name: &str) -> Option<Field> {
    let (name, digits) = match name.split_once(':') {
        Some((name, digits)) => (name, Some(digits)),
        None => (name, None),
    };
    let field = match (name.trim(), digits) {
        ("number", None) => Field::Number(DIGITS),
        ("number", Some(digits)) => {
            let digits = digits.trim().parse().ok();
            Field::Number(digits.filter(|digits| (1..=DIGITS_MOST).contains(digits))?)
        }
        ("reference", None) => Field::Reference,
        ("date", None) => Field::Date,
        ("name", None) => Field::Name,
        ("person", None) => Field::Person,
        ("place", None) => Field::Place,
        _ => return None,
    };
    Some(field)
}

/// The beginning of a text of at most so many bytes, cut between two letters.
fn cut(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most))
        .unwrap_or_default()
        .trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields() -> NameFields {
        NameFields {
            reference: "ЖО-1/2026-0611".into(),
            number: 7,
            date: "2026-02-27".into(),
            name: "IMG_0042".into(),
            person: String::new(),
            place: "Қызылорда".into(),
        }
    }

    fn named(pattern: &str) -> String {
        file_name(&NamePattern::read(pattern).unwrap().fill(&fields()), 1)
    }

    #[test]
    fn fields_are_filled_in_and_what_no_disk_takes_gives_way() {
        assert_eq!(named("{reference}_{number}"), "ЖО-1_2026-0611_07.jpg");
        assert_eq!(named("{number:4} {place}"), "0007 Қызылорда.jpg");
        assert_eq!(named("{date}: «{name}»?"), "2026-02-27_ «IMG_0042»_.jpg");
        assert_eq!(named("../../{name}"), "_.._IMG_0042.jpg");
        assert_eq!(named("con"), "_con.jpg");
        assert_eq!(named("C:\\{name}"), "C__IMG_0042.jpg");
    }

    #[test]
    fn an_empty_field_leaves_no_separators_behind() {
        assert_eq!(named("{date}_{person}_{number}"), "2026-02-27_07.jpg");
        assert_eq!(named("{person}_{number}"), "07.jpg");
        assert_eq!(named("{number} - {person}"), "07.jpg");
        assert_eq!(named("{person}"), "IMG_0042.jpg");
        // Those that were typed, or belong to a name, stay.
        assert_eq!(named("{date}__{number}"), "2026-02-27__07.jpg");
    }

    #[test]
    fn names_are_bounded_and_told_apart() {
        let long = NameFields {
            name: "ұ".repeat(300),
            ..fields()
        };
        let pattern = NamePattern::read("{name}{name}{name}{number}").unwrap();
        let name = file_name(&pattern.fill(&long), 1_000_000);
        assert!(
            name.len() <= 200 && name.ends_with(" (1000000).jpg"),
            "{name}"
        );
    }

    #[test]
    fn what_is_no_pattern_is_told_by_its_part() {
        for (pattern, part) in [
            ("", ""),
            ("  ", "  "),
            ("{who}", "{who}"),
            ("a {number", "{number"),
            ("a} b", "} b"),
            ("{number:0}", "{number:0}"),
            ("{number:x}", "{number:x}"),
            ("{date:3}", "{date:3}"),
        ] {
            let error = NamePattern::read(pattern).unwrap_err();
            assert_eq!(error.data()["part"], part, "{pattern}");
        }
    }
}
