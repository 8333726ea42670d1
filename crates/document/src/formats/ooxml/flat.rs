//! A package that is written as one XML: its parts stand in it one after another.

use std::borrow::Cow;
use std::collections::HashMap;

use base64::Engine;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The parts by their names in small letters; each with its name and its bytes.
pub(super) type FlatParts<'a> = HashMap<String, (String, Cow<'a, [u8]>)>;

/// What the parts are said to be, by the same names.
pub(super) type FlatTypes = HashMap<String, String>;

/// Finds the parts; the last one may be cut off.
pub(super) fn find_parts(source: &str) -> (FlatParts<'_>, FlatTypes, bool) {
    let mut reader = Reader::from_str(source);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut parts = HashMap::new();
    let mut types = HashMap::new();
    let mut name = String::new();
    loop {
        let start = match reader.read_event() {
            Ok(Event::Start(start)) => start,
            Ok(Event::Eof) => return (parts, types, false),
            Ok(_) => continue,
            Err(_) => return (parts, types, true),
        };
        let local = start.local_name();
        let bytes = match local.as_ref() {
            "part" => {
                name = read_attribute(&start, "name").unwrap_or_default();
                name = name.trim_start_matches('/').to_owned();
                if let Some(kind) = read_attribute(&start, "contentType") {
                    types.insert(name.to_lowercase(), kind);
                }
                continue;
            }
            "xmlData" => match reader.read_to_end(start.name()) {
                Ok(span) => Some(Cow::Borrowed(slice(source, span).as_bytes())),
                Err(_) => None,
            },
            "binaryData" => match reader.read_to_end(start.name()) {
                Ok(span) => {
                    let packed: String = slice(source, span).split_whitespace().collect();
                    let bytes = base64::engine::general_purpose::STANDARD.decode(packed);
                    bytes.ok().map(Cow::Owned)
                }
                Err(_) => None,
            },
            _ => continue,
        };
        if let Some(bytes) = bytes {
            parts
                .entry(name.to_lowercase())
                .or_insert((name.clone(), bytes));
        }
    }
}

fn slice(source: &str, span: std::ops::Range<u64>) -> &str {
    let narrow = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
    source
        .get(narrow(span.start)..narrow(span.end))
        .unwrap_or_default()
}

fn read_attribute(start: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let mut known = attributes.with_checks(false).flatten();
    let found = known.find(|it| it.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}
