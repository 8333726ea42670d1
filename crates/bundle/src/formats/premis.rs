//! article.premis.xml: PREMIS 3.0. The article, its files with fixity, and what happened to them, as far as the
//! record itself says so. What only this library's history knows stands in export.premis.xml ([`ExportEvent`]), as
//! another library's history would differ.

use std::collections::{BTreeMap, BTreeSet};

use muragat_archive::Provenance;
use muragat_archive::record::{DerivationRecord, FileRecord};

use crate::placed::Placed;
use crate::xml::Element;

/// A file of an article, written: what METS and PREMIS say of it.
pub(crate) struct KeptFile<'a> {
    /// Its path in the article's folder.
    pub path: String,
    /// UUIDv7, where the catalogue has one.
    pub id: Option<&'a str>,
    /// What it is for.
    pub purpose: Purpose,
    /// IANA media type.
    pub media_type: String,
    /// Size in bytes.
    pub size: u64,
    /// 64 hex digits.
    pub sha256: String,
    /// File name as received.
    pub name: Option<&'a str>,
    /// Its format's id in PRONOM, where that is known.
    pub pronom: Option<&'a str>,
    /// In what way it came damaged: `broken off` or `damaged`; none where it is whole, or that was not asked.
    pub damage: Option<&'static str>,
}

/// What a file of an article is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Bytes as received.
    Original,
    /// A photo document.
    Photo,
    /// The record, lossless.
    Record,
    /// Another form of the record, made for readers.
    Derived,
}

impl Purpose {
    /// All, in the order in which METS groups them.
    pub const ALL: [Purpose; 4] = [
        Purpose::Record,
        Purpose::Original,
        Purpose::Photo,
        Purpose::Derived,
    ];

    /// The word in METS (`USE`).
    pub fn as_str(self) -> &'static str {
        match self {
            Purpose::Original => "original",
            Purpose::Photo => "photograph",
            Purpose::Record => "record",
            Purpose::Derived => "derivative",
        }
    }
}

/// Who keeps the records: named without its version, as the same records give the same bytes.
const KEEPER: &str = "Muragat";

/// article.premis.xml.
pub(crate) fn premis(placed: &Placed<'_>, files: &[KeptFile<'_>]) -> Vec<u8> {
    let record = placed.record;
    let entity = Element::new("premis:object")
        .with("xsi:type", "premis:intellectualEntity")
        .child(identifier("objectIdentifier", "UUID", &record.id))
        .child(identifier(
            "objectIdentifier",
            "reference",
            &record.reference,
        ))
        .child(
            Element::new("premis:significantProperties")
                .child(Element::of("premis:significantPropertiesType", "state"))
                .child(Element::of(
                    "premis:significantPropertiesValue",
                    record.state.as_str(),
                )),
        )
        .child(Element::of("premis:originalName", placed.title()));
    let mut events = Vec::new();
    let mut event = |name: &str, kind: &str, at: &str, object: &str| {
        events.push(
            Element::new("premis:event")
                .child(identifier(
                    "eventIdentifier",
                    "bundle-event",
                    &format!("{}#{name}", record.id),
                ))
                .child(Element::of("premis:eventType", kind))
                .child(Element::of("premis:eventDateTime", at))
                .child(linking("linkingAgentIdentifier", "software", KEEPER))
                .child(linking("linkingObjectIdentifier", "UUID", object)),
        );
    };
    if let Some(captured) = &record.captured_on {
        event("capture", "capture", captured, &record.id);
    }
    event("ingestion", "ingestion", &record.created_at, &record.id);
    for version in &record.versions {
        if let Some(fixed) = &version.fixed_at {
            event(
                &format!("registration-{}", version.id),
                "registration",
                fixed,
                &record.id,
            );
        }
    }
    let read: Vec<(&FileRecord, &DerivationRecord)> = record
        .versions
        .iter()
        .flat_map(|version| &version.files)
        .filter_map(|file| Some((file, file.derivation.as_ref()?)))
        .collect();
    let derived = read
        .iter()
        .map(|(file, derivation)| derivation_event(&record.created_at, file, derivation));
    let damaged = files
        .iter()
        .filter_map(|file| Some(damage_event(&record.created_at, file.id?, file.damage?)));
    let readers: BTreeSet<&str> = read
        .iter()
        .map(|(_, derivation)| derivation.reader.as_str())
        .collect();
    root()
        .child(entity)
        .children(files.iter().map(|file| object(file, &record.id)))
        .children(events)
        .children(derived)
        .children(damaged)
        .child(software(KEEPER, None))
        .children(readers.into_iter().map(|reader| software(reader, None)))
        .document()
}

/// That a text was made of a file: by which reader, what is in the file and not in the text, and what is doubtful.
fn derivation_event(at: &str, file: &FileRecord, derivation: &DerivationRecord) -> Element {
    let left = derivation.left_out.iter().map(|left| &left.kind);
    let doubts = derivation.doubts.iter().map(|doubt| &doubt.kind);
    let note = |what: &str, kinds: String| {
        Element::new("premis:eventOutcomeDetail").child(Element::of(
            "premis:eventOutcomeDetailNote",
            format!("{what}: {kinds}"),
        ))
    };
    let (left, doubts) = (count_kinds(left), count_kinds(doubts));
    let (what, outcome) = match derivation.why_not_read() {
        Some(_) => ("no text derived by", "not read"),
        None if left.is_empty() && doubts.is_empty() => ("text derived by", "read whole"),
        None => ("text derived by", "read with remarks"),
    };
    let left = (!left.is_empty()).then(|| note("not in the text", left));
    let doubts = (!doubts.is_empty()).then(|| note("doubtful", doubts));
    Element::new("premis:event")
        .child(identifier(
            "eventIdentifier",
            "bundle-event",
            &format!("{}#derivation", file.id),
        ))
        .child(Element::of("premis:eventType", "normalization"))
        .child(Element::of("premis:eventDateTime", at))
        .child(
            Element::new("premis:eventDetailInformation").child(Element::of(
                "premis:eventDetail",
                format!("{what} {}", derivation.reader),
            )),
        )
        .child(
            Element::new("premis:eventOutcomeInformation")
                .child(Element::of("premis:eventOutcome", outcome))
                .children(left)
                .children(doubts),
        )
        .child(linking(
            "linkingAgentIdentifier",
            "software",
            &derivation.reader,
        ))
        .child(linking("linkingObjectIdentifier", "UUID", &file.id))
}

/// That a picture was damaged when it came in.
fn damage_event(at: &str, file: &str, damage: &str) -> Element {
    let note = Element::of(
        "premis:eventOutcomeDetailNote",
        format!("the picture's file came in {damage}"),
    );
    let outcome = Element::new("premis:eventOutcomeInformation")
        .child(Element::of("premis:eventOutcome", "fail"))
        .child(Element::new("premis:eventOutcomeDetail").child(note));
    Element::new("premis:event")
        .child(identifier(
            "eventIdentifier",
            "bundle-event",
            &format!("{file}#validation"),
        ))
        .child(Element::of("premis:eventType", "validation"))
        .child(Element::of("premis:eventDateTime", at))
        .child(outcome)
        .child(linking("linkingAgentIdentifier", "software", KEEPER))
        .child(linking("linkingObjectIdentifier", "UUID", file))
}

/// Kinds with how often each comes: `comment 2, deletion 1`.
fn count_kinds<'a>(kinds: impl Iterator<Item = &'a String>) -> String {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for kind in kinds {
        *counted.entry(kind).or_default() += 1;
    }
    let counted = counted
        .iter()
        .map(|(kind, count)| format!("{kind} {count}"));
    counted.collect::<Vec<_>>().join(", ")
}

fn root() -> Element {
    Element::new("premis:premis")
        .with("xmlns:premis", "http://www.loc.gov/premis/v3")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .with("version", "3.0")
}

fn object(file: &KeptFile<'_>, article: &str) -> Element {
    let format = Element::new("premis:format").child(
        Element::new("premis:formatDesignation")
            .child(Element::of("premis:formatName", &file.media_type)),
    );
    let format = format.children(file.pronom.map(|key| {
        Element::new("premis:formatRegistry")
            .child(Element::of("premis:formatRegistryName", "PRONOM"))
            .child(Element::of("premis:formatRegistryKey", key))
    }));
    let relation = match file.purpose {
        Purpose::Original | Purpose::Photo => ("structural", "is part of"),
        Purpose::Record | Purpose::Derived => ("derivation", "has source"),
    };
    Element::new("premis:object")
        .with("xsi:type", "premis:file")
        .children(file.id.map(|id| identifier("objectIdentifier", "UUID", id)))
        .child(identifier("objectIdentifier", "path", &file.path))
        .child(
            Element::new("premis:objectCharacteristics")
                .child(
                    Element::new("premis:fixity")
                        .child(Element::of("premis:messageDigestAlgorithm", "SHA-256"))
                        .child(Element::of("premis:messageDigest", &file.sha256)),
                )
                .child(Element::of("premis:size", file.size.to_string()))
                .child(format),
        )
        .children(
            file.name
                .map(|name| Element::of("premis:originalName", name)),
        )
        .child(
            Element::new("premis:relationship")
                .child(Element::of("premis:relationshipType", relation.0))
                .child(Element::of("premis:relationshipSubType", relation.1))
                .child(linking("relatedObjectIdentifier", "UUID", article)),
        )
}

/// `premis:<name>` with its `Type` and `Value`.
fn identifier(name: &str, kind: &str, value: &str) -> Element {
    let (outer, kind_name, value_name) = match name {
        "objectIdentifier" => (
            "premis:objectIdentifier",
            "premis:objectIdentifierType",
            "premis:objectIdentifierValue",
        ),
        "eventIdentifier" => (
            "premis:eventIdentifier",
            "premis:eventIdentifierType",
            "premis:eventIdentifierValue",
        ),
        _ => (
            "premis:agentIdentifier",
            "premis:agentIdentifierType",
            "premis:agentIdentifierValue",
        ),
    };
    Element::new(outer)
        .child(Element::of(kind_name, kind))
        .child(Element::of(value_name, value))
}

fn linking(name: &str, kind: &str, value: &str) -> Element {
    let (outer, kind_name, value_name) = match name {
        "linkingAgentIdentifier" => (
            "premis:linkingAgentIdentifier",
            "premis:linkingAgentIdentifierType",
            "premis:linkingAgentIdentifierValue",
        ),
        "linkingObjectIdentifier" => (
            "premis:linkingObjectIdentifier",
            "premis:linkingObjectIdentifierType",
            "premis:linkingObjectIdentifierValue",
        ),
        _ => (
            "premis:relatedObjectIdentifier",
            "premis:relatedObjectIdentifierType",
            "premis:relatedObjectIdentifierValue",
        ),
    };
    Element::new(outer)
        .child(Element::of(kind_name, kind))
        .child(Element::of(value_name, value))
}

fn software(name: &str, version: Option<&str>) -> Element {
    Element::new("premis:agent")
        .child(identifier("agentIdentifier", "software", name))
        .child(Element::of("premis:agentName", name))
        .child(Element::of("premis:agentType", "software"))
        .children(version.map(|version| Element::of("premis:agentVersion", version)))
}

/// export.premis.xml: the export itself, and what this library's history says of the articles.
pub(crate) struct ExportEvent<'a> {
    /// The identifier of the whole.
    pub identifier: &'a str,
    /// When, RFC 3339.
    pub at: &'a str,
    /// The person.
    pub actor: &'a str,
    /// The program's version.
    pub version: &'a str,
    /// The articles' UUIDs and references, in the bundle's order.
    pub articles: &'a [(String, String)],
    /// The ops that touched them, oldest first.
    pub history: &'a [Provenance],
}

impl ExportEvent<'_> {
    /// The document.
    pub fn document(&self) -> Vec<u8> {
        let mut actors: Vec<&str> = self
            .history
            .iter()
            .map(|event| event.actor.as_str())
            .collect();
        actors.push(self.actor);
        actors.sort_unstable();
        actors.dedup();
        let bundle = Element::new("premis:object")
            .with("xsi:type", "premis:intellectualEntity")
            .child(identifier("objectIdentifier", "URI", self.identifier));
        let articles = self.articles.iter().map(|(id, reference)| {
            Element::new("premis:object")
                .with("xsi:type", "premis:intellectualEntity")
                .child(identifier("objectIdentifier", "UUID", id))
                .child(identifier("objectIdentifier", "reference", reference))
                .child(
                    Element::new("premis:relationship")
                        .child(Element::of("premis:relationshipType", "structural"))
                        .child(Element::of("premis:relationshipSubType", "is part of"))
                        .child(linking("relatedObjectIdentifier", "URI", self.identifier)),
                )
        });
        let creation = Element::new("premis:event")
            .child(identifier("eventIdentifier", "bundle-event", "export"))
            .child(Element::of(
                "premis:eventType",
                "information package creation",
            ))
            .child(Element::of("premis:eventDateTime", self.at))
            .child(linking("linkingAgentIdentifier", "software", KEEPER))
            .child(linking("linkingAgentIdentifier", "person", self.actor))
            .child(linking("linkingObjectIdentifier", "URI", self.identifier));
        let history = self.history.iter().map(|event| {
            Element::new("premis:event")
                .child(identifier("eventIdentifier", "op", &event.op.to_string()))
                .child(Element::of("premis:eventType", &event.kind))
                .child(Element::of("premis:eventDateTime", &event.at))
                .child(linking("linkingAgentIdentifier", "person", &event.actor))
                .children(
                    event
                        .articles
                        .iter()
                        .map(|id| linking("linkingObjectIdentifier", "UUID", id)),
                )
        });
        let people = actors.into_iter().map(|name| {
            Element::new("premis:agent")
                .child(identifier("agentIdentifier", "person", name))
                .child(Element::of("premis:agentName", name))
                .child(Element::of("premis:agentType", "person"))
        });
        root()
            .child(bundle)
            .children(articles)
            .child(creation)
            .children(history)
            .child(software(KEEPER, Some(self.version)))
            .children(people)
            .document()
    }
}
