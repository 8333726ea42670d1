//! ro-crate-metadata.json: RO-Crate 1.1 (JSON-LD, schema.org) over the whole payload.
//!
//! Every article is a Dataset of its folder, with its originals, photos and record as Files; every party a Person or an
//! Organization. Written entity by entity, as 10,000 articles make 100,000 of them; keys are in alphabetical order.

use std::collections::BTreeMap;

use muragat_archive::record::PartyRecord;
use muragat_archive::record::terms::{PartyKind, Role, TextKind};
use serde_json::{Value, json};

use crate::formats::datings::{Told, moment};
use crate::formats::premis::{KeptFile, Purpose};
use crate::placed::{Placed, href, texts};

/// The context and the profile that the crate declares.
const CONTEXT: &str = "https://w3id.org/ro/crate/1.1/context";
/// Terms of schema.org that the context does not have.
const TERMS: &str =
    r#"{"creditText":"http://schema.org/creditText","sha256":"http://schema.org/sha256"}"#;
const PROFILE: &str = "https://w3id.org/ro/crate/1.1";

/// The crate, as far as it is written.
pub(crate) struct RoCrate {
    graph: Vec<u8>,
    parts: Vec<Value>,
}

type Entity = BTreeMap<&'static str, Value>;

/// What the whole is called and when it became what it is.
pub(crate) struct Whole<'a> {
    /// Title.
    pub name: &'a str,
    /// In a sentence.
    pub description: &'a str,
    /// When the newest article was catalogued, RFC 3339.
    pub published: &'a str,
    /// The terms of use of the articles that have some, or that there are none.
    pub licence: &'a str,
    /// Its identifier.
    pub identifier: &'a str,
}

fn reference(id: &str) -> Value {
    json!({ "@id": id })
}

/// The reference to a party.
fn party_id(id: &str) -> String {
    format!("#{id}")
}

impl RoCrate {
    /// An empty one.
    pub fn new() -> RoCrate {
        let graph = format!("{{\"@context\":[\"{CONTEXT}\",{TERMS}],\"@graph\":[\n").into_bytes();
        RoCrate {
            graph,
            parts: Vec::new(),
        }
    }

    fn push(&mut self, entity: &Entity) {
        // strings and numbers under string keys: it cannot fail
        if let Ok(mut line) = serde_json::to_vec(entity) {
            self.graph.append(&mut line);
            self.graph.extend_from_slice(b",\n");
        }
    }

    /// Describes an article and its files.
    pub fn article(&mut self, placed: &Placed<'_>, files: &[KeptFile<'_>]) {
        let record = placed.record;
        let folder = format!("{}/", href(placed.folder));
        let mut parts = Vec::new();
        for file in files.iter().filter(|file| file.purpose != Purpose::Derived) {
            let id = format!("{folder}{}", href(&file.path));
            parts.push(reference(&id));
            let mut entity = Entity::from([
                ("@id", json!(id)),
                ("@type", json!("File")),
                ("contentSize", json!(file.size.to_string())),
                ("encodingFormat", json!(file.media_type)),
                ("name", json!(file.name.unwrap_or(&file.path))),
                ("sha256", json!(file.sha256)),
            ]);
            let photo = placed.photos.iter().find(|(path, _)| *path == file.path);
            if let Some((_, photo)) = photo {
                if let Some((_, caption)) = texts(photo, TextKind::Caption).next() {
                    entity.insert("caption", json!(caption));
                }
                if let Some(credit) = &photo.credit {
                    entity.insert("creditText", json!(credit));
                }
                if let Some(taken) = &photo.taken_at {
                    entity.insert("dateCreated", json!(moment(taken)));
                }
                let seen: Vec<Value> = photo
                    .regions
                    .iter()
                    .map(|region| reference(&party_id(&region.party)))
                    .collect();
                if !seen.is_empty() {
                    entity.insert("about", json!(seen));
                }
            }
            self.push(&entity);
        }
        let languages: Vec<&str> = record
            .versions
            .iter()
            .map(|version| version.language.as_str())
            .collect();
        let mut entity = Entity::from([
            ("@id", json!(folder)),
            ("@type", json!("Dataset")),
            ("hasPart", json!(parts)),
            ("identifier", json!(record.reference)),
            ("inLanguage", json!(languages)),
            ("name", json!(placed.title())),
        ]);
        let parties = |role: Option<Role>| -> Vec<Value> {
            let cast = record
                .cast
                .iter()
                .filter(|member| role.is_none_or(|role| member.roles.contains(&role)));
            cast.map(|member| reference(&party_id(&member.party)))
                .collect()
        };
        let mentions = parties(None);
        if !mentions.is_empty() {
            entity.insert("mentions", json!(mentions));
        }
        let authors = parties(Some(Role::Author));
        if !authors.is_empty() {
            entity.insert("author", json!(authors));
        }
        if !record.subjects.is_empty() {
            entity.insert("keywords", json!(record.subjects));
        }
        if let Some(date) = placed.date() {
            let told = Told::of(date);
            if let Some(published) = told.begin().or_else(|| told.end()) {
                entity.insert("datePublished", json!(published));
            }
            if told.iso.as_deref() != Some(date) {
                // all that is known of it, EDTF
                entity.insert("temporalCoverage", json!(date));
            }
        }
        if let Some(rights) = &record.rights {
            entity.insert("conditionsOfAccess", json!(rights));
        }
        self.parts.push(reference(&folder));
        self.push(&entity);
    }

    /// Describes a party, whose EAC-CPF lies at `path` below data/.
    pub fn party(&mut self, party: &PartyRecord, path: &str) {
        let path = href(path);
        let kind = match party.kind {
            PartyKind::Person => "Person",
            PartyKind::Organisation => "Organization",
        };
        let mut entity = Entity::from([
            ("@id", json!(party_id(&party.id))),
            ("@type", json!(kind)),
            ("name", json!(party.name)),
            ("subjectOf", reference(&path)),
        ]);
        let forms: Vec<&str> = party.names.iter().map(|name| name.form.as_str()).collect();
        if !forms.is_empty() {
            entity.insert("alternateName", json!(forms));
        }
        self.push(&entity);
        self.file(&path, "application/xml", &party.name);
    }

    /// Describes a file of the whole.
    pub fn file(&mut self, path: &str, media_type: &str, name: &str) {
        self.parts.push(reference(path));
        self.push(&Entity::from([
            ("@id", json!(path)),
            ("@type", json!("File")),
            ("encodingFormat", json!(media_type)),
            ("name", json!(name)),
        ]));
    }

    /// The document.
    pub fn document(mut self, whole: &Whole<'_>) -> Vec<u8> {
        let parts = std::mem::take(&mut self.parts);
        self.push(&Entity::from([
            ("@id", json!("#rights")),
            ("@type", json!("CreativeWork")),
            ("description", json!(whole.licence)),
            ("name", json!(whole.licence)),
        ]));
        self.push(&Entity::from([
            ("@id", json!("./")),
            ("@type", json!("Dataset")),
            ("datePublished", json!(whole.published)),
            ("description", json!(whole.description)),
            ("hasPart", Value::Array(parts)),
            ("identifier", json!(whole.identifier)),
            ("license", reference("#rights")),
            ("name", json!(whole.name)),
        ]));
        let descriptor = Entity::from([
            ("@id", json!("ro-crate-metadata.json")),
            ("@type", json!("CreativeWork")),
            ("about", reference("./")),
            ("conformsTo", reference(PROFILE)),
        ]);
        if let Ok(mut line) = serde_json::to_vec(&descriptor) {
            self.graph.append(&mut line);
        }
        self.graph.extend_from_slice(b"\n]}\n");
        self.graph
    }
}
