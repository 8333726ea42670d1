//! The dry run of an import: what would come in, what is here already, and who changed what since.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use muragat_archive::record::ArticleRecord;
use muragat_archive::{Archive, Error as ArchiveError, Provenance, Watch};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde::Serialize;

use crate::error::Error;
use crate::incoming::Incoming;
use crate::placed;

/// A longer export.premis.xml is not read, in bytes; what it would say is then unknown.
const HISTORY_LIMIT: u64 = 256 << 20;

/// How an article of a bundle stands to the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlannedArticle {
    /// UUIDv7; of a bag that is not ours, version 8.
    pub id: String,
    /// Its reference in the bundle.
    pub reference: String,
    /// The title of its first text.
    pub title: String,
    /// `YYYY-MM-DD` or shorter.
    pub date: Option<String>,
    /// How many photos it has.
    pub photos: u64,
    /// How many files as received.
    pub files: u64,
    /// How it stands to the library.
    pub standing: Standing,
    /// The fields of the record that differ, in its order.
    pub differing: Vec<String>,
    /// For a new one: whether another article here has its reference, so that it would get another.
    pub reference_taken: bool,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Whether the bag was not made by this program: its folders would become articles.
    pub foreign: bool,
    /// The articles, in the order of their UUIDs.
    pub articles: Vec<PlannedArticle>,
}

/// Verifies a bundle and says what an import would do; nothing is written.
///
/// # Errors
/// As [`import`](crate::import()).
pub fn plan(archive: &Archive, bundle: &Path, watch: Watch<'_>) -> Result<Plan, Error> {
    let incoming = Incoming::open(bundle, watch)?;
    let mut known: Vec<&ArticleRecord> = Vec::new();
    let mut articles = Vec::new();
    let mut open = BTreeMap::new();
    for (at, record) in incoming.records.iter().enumerate() {
        let here = match archive.article(&record.id) {
            Ok(here) => Some(here),
            Err(ArchiveError::NotFound { .. }) => None,
            Err(error) => return Err(error.into()),
        };
        let differing = here
            .as_ref()
            .map(|here| differing(here, record))
            .unwrap_or_default();
        let standing = match here {
            None => Standing::New,
            // a bag that is not ours has no description to differ; a reference may have been taken here
            Some(_) if incoming.foreign || differing.iter().all(|field| field == "reference") => {
                Standing::Same
            }
            Some(_) => {
                known.push(record);
                open.insert(record.id.clone(), at);
                Standing::ChangedBoth
            }
        };
        let reference_taken =
            standing == Standing::New && archive.article(&record.reference).is_ok();
        articles.push(PlannedArticle {
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
            differing,
            reference_taken,
        });
    }
    if !known.is_empty() {
        let ids: BTreeSet<&str> = known.iter().map(|record| record.id.as_str()).collect();
        let here = times(&archive.provenance(&ids)?);
        let there = there(&incoming);
        for (id, at) in &open {
            if let Some(article) = articles.get_mut(*at) {
                article.standing = standing(here.get(id), there.get(id));
            }
        }
    }
    Ok(Plan {
        foreign: incoming.foreign,
        articles,
    })
}

/// Which top-level fields of two records differ.
fn differing(here: &ArticleRecord, there: &ArticleRecord) -> Vec<String> {
    let (Ok(here), Ok(there)) = (serde_json::to_value(here), serde_json::to_value(there)) else {
        return Vec::new();
    };
    let fields = there.as_object().into_iter().flatten();
    fields
        .filter(|(name, value)| here.get(name) != Some(value))
        .map(|(name, _)| name.clone())
        .collect()
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
