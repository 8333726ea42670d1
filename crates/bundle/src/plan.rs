//! The dry run of an import: what would come in, what is here already, and who changed what since.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use muragat_archive::record::ArticleRecord;
use muragat_archive::{Archive, Error as ArchiveError, Provenance, Released, Watch};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::error::Error;
use crate::incoming::Incoming;
use crate::placed;

/// A longer export.premis.xml is not read, in bytes; what it would say is then unknown.
const HISTORY_LIMIT: u64 = 256 << 20;

/// As many names of files are told.
const NAMES: usize = 50;

/// Longer values are cut where they are told, in characters.
const TOLD: usize = 300;

/// How an article of a bundle stands to the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is not here.
    New,
    /// It is here, the same.
    Same,
    /// It was changed here since both had the same; the bundle has the older one.
    ChangedHere,
    /// It was changed there since; the library has the older one.
    ChangedThere,
    /// It was changed in both places, or it cannot be told where.
    ChangedBoth,
}

/// An article of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlannedImport {
    /// UUIDv7; of a bag that is not ours, version 8.
    pub id: String,
    /// Its reference in the bundle.
    pub reference: String,
    /// The title of its first text.
    pub title: String,
    /// EDTF.
    pub date: Option<String>,
    /// How many photos it has.
    #[ts(type = "number")]
    pub photos: u64,
    /// How many files as received.
    #[ts(type = "number")]
    pub files: u64,
    /// How it stands to the library.
    pub standing: Standing,
    /// The fields of the record that differ, in its order.
    pub differences: Vec<FieldDifference>,
    /// Whether a text registered here would have to give way: then it cannot take the place of what is here.
    pub evidence: bool,
    /// Names of its files as received.
    pub file_names: Vec<String>,
    /// Names of its photos.
    pub photo_names: Vec<String>,
    /// For a new one: whether another article here has its reference, so that it would get another.
    pub reference_taken: bool,
}

impl Standing {
    /// Its word, in kebab-case.
    pub fn as_str(self) -> &'static str {
        match self {
            Standing::New => "new",
            Standing::Same => "same",
            Standing::ChangedHere => "changed-here",
            Standing::ChangedThere => "changed-there",
            Standing::ChangedBoth => "changed-both",
        }
    }
}

/// A field of an article's record that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldDifference {
    /// Its name in article.json.
    pub field: String,
    /// What it holds here, for a person to read: of a list its members' names. What differs may lie deeper.
    pub here: String,
    /// What it holds in the bundle.
    pub there: String,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportPlan {
    /// Whether the bag was not made by this program: its folders would become articles.
    pub foreign: bool,
    /// The name that the library here would take; null where its own stays.
    pub named: Option<String>,
    /// The articles, in the order of their UUIDs.
    pub articles: Vec<PlannedImport>,
}

/// Verifies a bundle and says what an import would do; nothing is written.
///
/// # Errors
/// As [`import`](crate::import()).
pub fn plan(archive: &Archive, bundle: &Path, watch: Watch<'_>) -> Result<ImportPlan, Error> {
    let incoming = Incoming::open(bundle, watch)?;
    let withheld = archive.withheld(&Released::default())?;
    let mut known: Vec<String> = Vec::new();
    let mut articles = Vec::new();
    let mut open = BTreeMap::new();
    for at in 0..incoming.ids.len() {
        let record = &incoming.record(at)?;
        let here = match archive.article(&record.id) {
            Ok(here) => Some(here),
            Err(ArchiveError::NotFound { .. }) => None,
            Err(error) => return Err(error.into()),
        };
        let differences = here
            .as_ref()
            .map(|here| {
                // what went out from here lacks what is known by closed articles alone
                let mut left = here.clone();
                withheld.keep_back(&mut left);
                match left == *record {
                    true => Vec::new(),
                    false => differences(here, record),
                }
            })
            .unwrap_or_default();
        let evidence = here
            .as_ref()
            .is_some_and(|here| !record.keeps_registered(here));
        let standing = match here {
            None => Standing::New,
            // a bag that is not ours has no description to differ; a reference may have been taken here
            Some(_)
                if incoming.foreign || differences.iter().all(|one| one.field == "reference") =>
            {
                Standing::Same
            }
            Some(_) => {
                known.push(record.id.clone());
                open.insert(record.id.clone(), at);
                Standing::ChangedBoth
            }
        };
        let reference_taken =
            standing == Standing::New && archive.article(&record.reference).is_ok();
        articles.push(PlannedImport {
            id: record.id.clone(),
            reference: record.reference.clone(),
            title: placed::title(record).to_owned(),
            date: placed::date(record).map(str::to_owned),
            photos: record.photos.len() as u64,
            files: record
                .versions
                .iter()
                .map(|version| version.files.len() as u64)
                .sum(),
            standing,
            differences,
            evidence,
            file_names: names(
                record.versions.iter().flat_map(|version| &version.files),
                |file| &file.name,
            ),
            photo_names: names(&record.photos, |photo| &photo.name),
            reference_taken,
        });
    }
    if !known.is_empty() {
        let ids: BTreeSet<&str> = known.iter().map(String::as_str).collect();
        let here = times(&archive.provenance(&ids)?);
        let there = there(&incoming);
        for (id, at) in &open {
            if let Some(article) = articles.get_mut(*at) {
                article.standing = standing(here.get(id), there.get(id));
            }
        }
    }
    let named = match incoming.library_name()? {
        Some(theirs) => archive.name_to_take(&theirs)?,
        None => None,
    };
    Ok(ImportPlan {
        named,
        foreign: incoming.foreign,
        articles,
    })
}

/// The first names of many, as far as anybody reads them.
fn names<'a, T: 'a>(
    all: impl IntoIterator<Item = &'a T>,
    name: impl Fn(&'a T) -> &'a String,
) -> Vec<String> {
    let all = all.into_iter();
    all.take(NAMES).map(|one| name(one).clone()).collect()
}

/// In which top-level fields two records differ.
fn differences(here: &ArticleRecord, there: &ArticleRecord) -> Vec<FieldDifference> {
    let (Ok(own), Ok(theirs)) = (serde_json::to_value(here), serde_json::to_value(there)) else {
        return Vec::new();
    };
    let fields = theirs.as_object().into_iter().flatten();
    fields
        .filter(|(name, value)| own.get(name) != Some(value))
        .map(|(name, value)| FieldDifference {
            field: name.clone(),
            here: told(here, own.get(name).unwrap_or(&Value::Null)),
            there: told(there, value),
        })
        .collect()
}

/// A value for a person to read: a text itself, of an object what it is called, of a list its members.
fn told(record: &ArticleRecord, value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => {
            let told: Vec<String> = all
                .iter()
                .take(NAMES)
                .map(|one| told(record, one))
                .collect();
            told.join("; ")
        }
        Value::Object(fields) => {
            let text = |name: &str| fields.get(name).and_then(Value::as_str);
            let party = text("party").and_then(|id| record.parties.iter().find(|one| one.id == id));
            match (party, text("level")) {
                (Some(party), _) => party.name.clone(),
                // a unit has a level and a code, access a level and perhaps a day
                (None, Some(level)) => match (text("code"), text("title"), text("until")) {
                    (Some(code), Some(title), _) => format!("{code} {title}"),
                    (_, _, Some(until)) => format!("{level} {until}"),
                    _ => level.to_owned(),
                },
                (None, None) => ["title", "name", "key"]
                    .into_iter()
                    .find_map(text)
                    .unwrap_or_default()
                    .to_owned(),
            }
        }
        Value::Null => String::new(),
        other => other.to_string(),
    };
    match text.char_indices().nth(TOLD) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text,
    }
}

/// What one library's history says of an article.
#[derive(Debug, Default, PartialEq, Eq)]
struct Times {
    /// When it last came in from elsewhere.
    taken: Option<String>,
    /// When it was last changed otherwise.
    changed: Option<String>,
}

impl Times {
    fn note(&mut self, kind: &str, at: &str) {
        let last = match kind {
            "import" => &mut self.taken,
            _ => &mut self.changed,
        };
        if last.as_deref().is_none_or(|last| last < at) {
            *last = Some(at.to_owned());
        }
    }
}

fn times(history: &[Provenance]) -> BTreeMap<String, Times> {
    let mut times: BTreeMap<String, Times> = BTreeMap::new();
    for event in history {
        for article in &event.articles {
            times
                .entry(article.clone())
                .or_default()
                .note(&event.kind, &event.at);
        }
    }
    times
}

/// Both had the same when either took it in from the other; what came later is a change.
fn standing(here: Option<&Times>, there: Option<&Times>) -> Standing {
    let (Some(here), Some(there)) = (here, there) else {
        return Standing::ChangedBoth;
    };
    let Some(same) = here.taken.iter().chain(&there.taken).max() else {
        return Standing::ChangedBoth;
    };
    // seconds are the measure: a change within the second of the import counts
    let since = |times: &Times| times.changed.as_ref().is_some_and(|at| at >= same);
    match (since(here), since(there)) {
        (true, false) => Standing::ChangedHere,
        (false, true) => Standing::ChangedThere,
        _ => Standing::ChangedBoth,
    }
}

/// What the bundle's export.premis.xml says of its articles; nothing where it is not there or not to be read.
fn there(incoming: &Incoming) -> BTreeMap<String, Times> {
    let bytes = incoming
        .bag
        .read("data/export.premis.xml", HISTORY_LIMIT)
        .unwrap_or_default();
    history(&bytes)
}

fn history(bytes: &[u8]) -> BTreeMap<String, Times> {
    let mut times: BTreeMap<String, Times> = BTreeMap::new();
    let mut reader = Reader::from_reader(bytes);
    let mut buffer = Vec::new();
    let (mut kind, mut at, mut objects, mut text) =
        (String::new(), String::new(), Vec::new(), String::new());
    loop {
        // entities other than the five of XML are never expanded: what is not text is passed over
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(_)) => text.clear(),
            Ok(Event::Text(piece)) => text.push_str(&piece),
            Ok(Event::End(end)) => match end.local_name().as_ref() {
                "eventType" => kind.clone_from(&text),
                "eventDateTime" => at.clone_from(&text),
                "linkingObjectIdentifierValue" => objects.push(text.clone()),
                "event" => {
                    for id in objects.drain(..) {
                        times.entry(id).or_default().note(&kind, &at);
                    }
                }
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return times,
            Ok(_) => {}
        }
        buffer.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_changed_it_since() {
        let times = |taken: Option<&str>, changed: Option<&str>| Times {
            taken: taken.map(str::to_owned),
            changed: changed.map(str::to_owned),
        };
        let told = |here: &Times, there: &Times| standing(Some(here), Some(there));
        // it came from there on the 2nd
        let untouched = times(Some("2026-01-02"), None);
        let edited = times(Some("2026-01-02"), Some("2026-01-03"));
        let there = times(None, Some("2026-01-01"));
        let there_edited = times(None, Some("2026-01-04"));
        assert_eq!(told(&edited, &there), Standing::ChangedHere);
        assert_eq!(told(&untouched, &there_edited), Standing::ChangedThere);
        assert_eq!(told(&edited, &there_edited), Standing::ChangedBoth);
        // it went there and came back
        assert_eq!(told(&there, &edited), Standing::ChangedThere);
        assert_eq!(told(&there_edited, &untouched), Standing::ChangedHere);
        assert_eq!(told(&there, &there), Standing::ChangedBoth);
        assert_eq!(standing(None, Some(&there)), Standing::ChangedBoth);
    }

    #[test]
    fn a_history_that_lies_is_read_without_harm() {
        let evil = br#"<!DOCTYPE a [<!ENTITY x "yyyyyyyy"><!ENTITY z "&x;&x;&x;">]><p:event><p:eventType>&z;tag</p:eventType>
            <p:eventDateTime>2026</p:eventDateTime><p:linkingObjectIdentifierValue>a</p:linkingObjectIdentifierValue></p:event><p:event>"#;
        assert_eq!(
            history(evil).get("a"),
            Some(&Times {
                taken: None,
                changed: Some("2026".to_owned())
            })
        );
        assert!(history(b"\xff\xfe<<<").is_empty());
    }
}
