//! What may be noted: numbers, switches, and words that the program's own code has for things.

use std::panic::Location;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value};

/// The longest word of the program's own.
const LONGEST_WORD: usize = 48;
/// Fields whose value is one of a closed list of the program's own words, or a version.
const FIELDS_OF_WORDS: &[&str] = &[
    "by_kind",
    "difference",
    "field",
    "found",
    "kind",
    "needed",
    "noun",
    "sqlite",
    "state",
    "why",
];
/// What stands for a text that is not noted.
const TEXT: &str = "text";

/// Facts by their names, in the order in which they are told.
pub type Facts = Vec<(&'static str, Fact)>;

/// Something that may be noted. A text that a person wrote cannot become one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Fact(Value);

impl Fact {
    /// A word of the program's own that is no constant, such as an error's code; anything else becomes `text`.
    pub fn word(word: &str) -> Fact {
        Fact(Value::from(if is_word(word) { word } else { TEXT }))
    }

    /// What of an error's data may be noted: numbers and switches; of lists how long they are; of texts those of a
    /// closed list of words, and the number of the system's error where one stands in them.
    pub fn of_data(data: &Value) -> Fact {
        Fact(reduce("", data))
    }

    /// Where in the sources something is, without what the machine has above them where it was built.
    pub fn place(location: &Location<'_>) -> Fact {
        let file = location.file().replace('\\', "/");
        let (line, column) = (location.line(), location.column());
        Fact(Value::from(format!(
            "{}:{line}:{column}",
            below_root(&file)
        )))
    }

    /// Several facts as one.
    pub fn of_facts(facts: &[(&'static str, Fact)]) -> Fact {
        let facts = facts
            .iter()
            .map(|(name, fact)| ((*name).to_owned(), fact.0.clone()));
        Fact(Value::Object(facts.collect()))
    }

    /// What the system says of itself, which no person wrote: cut off where it is long.
    pub(crate) fn of_system(text: &str) -> Fact {
        Fact(Value::from(
            text.trim().chars().take(120).collect::<String>(),
        ))
    }

    /// A fact that was noted before.
    pub(crate) fn noted(value: Value) -> Fact {
        Fact(value)
    }
}

impl From<bool> for Fact {
    fn from(is_so: bool) -> Fact {
        Fact(Value::from(is_so))
    }
}

impl From<i64> for Fact {
    fn from(number: i64) -> Fact {
        Fact(Value::from(number))
    }
}

impl From<u64> for Fact {
    fn from(number: u64) -> Fact {
        Fact(Value::from(number))
    }
}

impl From<usize> for Fact {
    fn from(number: usize) -> Fact {
        Fact(Value::from(number))
    }
}

/// In whole milliseconds.
impl From<Duration> for Fact {
    fn from(time: Duration) -> Fact {
        Fact(Value::from(
            u64::try_from(time.as_millis()).unwrap_or(u64::MAX),
        ))
    }
}

/// A word that stands in the sources.
impl From<&'static str> for Fact {
    fn from(word: &'static str) -> Fact {
        Fact(Value::from(word))
    }
}

/// Whether something is written as the program writes its own words: in small Latin letters, digits, and what joins them.
fn is_word(text: &str) -> bool {
    let joins = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-.".contains(c);
    !text.is_empty() && text.len() <= LONGEST_WORD && text.chars().all(joins)
}

fn reduce(field: &str, value: &Value) -> Value {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
        Value::Array(all) => Value::from(all.len()),
        Value::Object(fields) => {
            let reduced = fields.iter().filter(|(name, _)| is_word(name));
            let reduced = reduced.map(|(name, value)| (name.clone(), reduce(name, value)));
            Value::Object(reduced.collect::<Map<_, _>>())
        }
        Value::String(text) if FIELDS_OF_WORDS.contains(&field) && is_word(text) => value.clone(),
        Value::String(text) => system_error(text).map_or(Value::from(TEXT), Value::from),
    }
}

/// The number of the system's error that a text ends in, as Rust writes it: `… (os error 28)`.
fn system_error(text: &str) -> Option<String> {
    let (_, behind) = text.rsplit_once("(os error ")?;
    let number: u32 = behind.strip_suffix(')')?.parse().ok()?;
    Some(format!("os error {number}"))
}

/// A source file's path below its crate or the project: what stands before it names folders of whoever built it.
fn below_root(file: &str) -> &str {
    if !file.starts_with('/') && !file.contains(':') {
        return file;
    }
    for above in ["/registry/src/", "/rustc/"] {
        if let Some((_, below)) = file.split_once(above) {
            return below.split_once('/').map_or(below, |(_, below)| below);
        }
    }
    file.rsplit('/').next().unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn of_an_errors_data_stay_numbers_words_of_ours_and_the_systems_error() {
        let data = json!({
            "noun": "article", "field": "Ерлік", "path": "/home/айгүл/құпия", "limit": 5, "kept": true,
            "detail": "құпия: No space left on device (os error 28)", "names": ["Роза", "Самат"], "Роза": 1,
        });
        let reduced = json!({
            "noun": "article", "field": "text", "path": "text", "limit": 5, "kept": true,
            "detail": "os error 28", "names": 2,
        });
        assert_eq!(Fact::of_data(&data), Fact(reduced));
        assert_eq!(
            Fact::word("library_missing"),
            Fact(json!("library_missing"))
        );
        assert_eq!(Fact::word("Роза"), Fact(json!("text")));
    }

    #[test]
    fn a_place_in_the_sources_names_no_folder_of_who_built_it() {
        assert_eq!(
            below_root("crates/shell/src/jobs.rs"),
            "crates/shell/src/jobs.rs"
        );
        let registry = "/home/samat/.cargo/registry/src/index.crates.io-1/zip-9.8.0/src/read.rs";
        assert_eq!(below_root(registry), "zip-9.8.0/src/read.rs");
        assert_eq!(
            below_root("/rustc/59807616/library/core/src/str.rs"),
            "library/core/src/str.rs"
        );
        assert_eq!(below_root("/home/samat/muragat/src/main.rs"), "main.rs");
        assert_eq!(below_root("C:/Users/samat/main.rs"), "main.rs");
    }

    /// Any data, its texts and names of fields from anywhere.
    fn any_data() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<i32>().prop_map(Value::from),
            ".*".prop_map(Value::from)
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::hash_map(".*|detail|path|name|why", inner, 0..5)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn no_text_of_an_errors_data_is_noted(data in any_data(), secret in "[А-Яа-яӘәҚқ]{3,12}") {
            let marked = json!({
                "path": secret, "why": secret, secret.clone(): secret, "inner": [{ "name": secret }],
                "detail": format!("{secret} (os error {secret})"), "data": data, "kind": format!("a {secret}"),
            });
            let noted = serde_json::to_string(&Fact::of_data(&marked)).unwrap();
            prop_assert!(!noted.contains(&secret), "{noted}");
            prop_assert!(noted.is_ascii(), "{noted}");
        }
    }
}
