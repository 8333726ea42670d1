//! The payload of a bundle: every file of every article, then what is of the whole.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use muragat_archive::Archive;
use muragat_archive::record::{ArticleRecord, PartyRecord};
use muragat_bagit::{Writer, Written};
use muragat_photo::Decodable;

use crate::error::Error;
use crate::formats::dublin_core::Catalogue;
use crate::formats::eac::eac;
use crate::formats::ead3::FindingAid;
use crate::formats::mets::mets;
use crate::formats::premis::{self, KeptFile, Purpose, premis};
use crate::formats::ro_crate::{RoCrate, Whole};
use crate::formats::tei::tei;
use crate::formats::text::plain_text;
use crate::formats::xmp::xmp;
use crate::identity::derived_uuid;
use crate::layout;
use crate::placed::Placed;
use crate::viewer::Viewer;

/// The published schema of article.json; each bundle has it along.
pub(crate) const SCHEMA: &str = include_str!("../../../docs/article.schema.json");

/// A payload being written.
pub(crate) struct Payload<'a> {
    archive: &'a Archive,
    writer: &'a mut Writer,
    target: &'a Path,
    viewer: Viewer,
    graph: RoCrate,
    aid: FindingAid,
    catalogue: Catalogue,
    articles: Vec<(String, String)>,
}

impl<'a> Payload<'a> {
    /// Nothing written yet. `target` is what errors name.
    pub fn new(archive: &'a Archive, writer: &'a mut Writer, target: &'a Path) -> Payload<'a> {
        Payload {
            archive,
            writer,
            target,
            viewer: Viewer::new(),
            graph: RoCrate::new(),
            aid: FindingAid::default(),
            catalogue: Catalogue::default(),
            articles: Vec::new(),
        }
    }

    fn add(&mut self, path: &str, bytes: &[u8]) -> Result<Written, Error> {
        self.writer
            .add(&format!("data/{path}"), &mut &*bytes)
            .map_err(|e| Error::writing(self.target, e))
    }

    /// Writes an article's folder. Articles come in the order of their UUIDs.
    pub fn article(&mut self, record: &ArticleRecord, folder: &str) -> Result<(), Error> {
        let placed = Placed::new(record, folder);
        let mut files: Vec<KeptFile<'_>> = Vec::new();
        for (path, file) in &placed.originals {
            let bytes = self.archive.original(&file.sha256)?;
            let written = self.add(&format!("{folder}/{path}"), &bytes)?;
            files.push(KeptFile {
                id: Some(&file.id),
                name: Some(&file.name),
                pronom: file.pronom.as_deref(),
                ..kept(path, Purpose::Original, &file.media_type, &written)
            });
        }
        for (path, photo) in &placed.photos {
            let bytes = self.archive.original(&photo.sha256)?;
            let written = self.add(&format!("{folder}/{path}"), &bytes)?;
            files.push(KeptFile {
                id: Some(&photo.id),
                name: Some(&photo.name),
                damage: damage_of(&bytes),
                ..kept(path, Purpose::Photo, &photo.media_type, &written)
            });
            let sidecar = format!("{path}.xmp");
            let written = self.add(&format!("{folder}/{sidecar}"), &xmp(&placed, photo, &bytes))?;
            files.push(kept(
                &sidecar,
                Purpose::Derived,
                "application/rdf+xml",
                &written,
            ));
        }
        let mut json = serde_json::to_vec_pretty(record).map_err(|e| Error::RecordUnreadable {
            path: self.target.to_owned(),
            file: record.reference.clone(),
            detail: e.to_string(),
        })?;
        json.push(b'\n');
        let page = self.viewer.article(&placed);
        for (name, purpose, media_type, bytes) in [
            ("article.json", Purpose::Record, "application/json", json),
            (
                "article.tei.xml",
                Purpose::Derived,
                "application/tei+xml",
                tei(&placed),
            ),
            ("article.html", Purpose::Derived, "text/html", page),
            (
                "article.txt",
                Purpose::Derived,
                "text/plain",
                plain_text(record).into_bytes(),
            ),
        ] {
            let written = self.add(&format!("{folder}/{name}"), &bytes)?;
            files.push(kept(name, purpose, media_type, &written));
        }
        self.add(
            &format!("{folder}/article.premis.xml"),
            &premis(&placed, &files),
        )?;
        self.add(
            &format!("{folder}/article.mets.xml"),
            &mets(&placed, &files),
        )?;
        self.graph.article(&placed, &files);
        self.aid.add(record, folder);
        self.catalogue.add(record);
        self.viewer.add(&placed);
        self.articles
            .push((record.id.clone(), record.reference.clone()));
        Ok(())
    }

    /// Writes what is of the whole.
    pub fn finish(mut self, at: &str) -> Result<(), Error> {
        let identifier = identifier(&self.articles);
        let parties: Vec<(PartyRecord, String)> = self
            .viewer
            .parties()
            .values()
            .map(|seen| (seen.party.clone(), seen.at.clone()))
            .collect();
        let names: BTreeMap<&str, &PartyRecord> = parties
            .iter()
            .map(|(party, _)| (party.id.as_str(), party))
            .collect();
        for (party, newest) in &parties {
            let path = format!("{}.eac.xml", layout::authority(party));
            self.add(&path, &eac(party, &names, newest))?;
            self.graph.party(party, &path);
        }
        let finding_aid = self.aid.document(&identifier);
        self.add("ead3.xml", &finding_aid)?;
        let catalogue = self.catalogue.document(&identifier);
        self.add("catalogue.dc.xml", &catalogue)?;
        self.add("article.schema.json", SCHEMA.as_bytes())?;
        let fonds = self.catalogue.fonds().collect::<Vec<_>>().join("; ");
        for (path, media_type, name) in [
            ("index.html", "text/html", "Viewer"),
            ("ead3.xml", "application/xml", "EAD3 finding aid"),
            ("catalogue.dc.xml", "application/xml", "Dublin Core"),
            (
                "article.schema.json",
                "application/schema+json",
                "JSON Schema of article.json",
            ),
        ] {
            self.graph.file(path, media_type, name);
        }
        let dates = self
            .catalogue
            .dates()
            .map(|(from, to)| format!(", {from}/{to}"))
            .unwrap_or_default();
        let name = if fonds.is_empty() {
            identifier.as_str()
        } else {
            fonds.as_str()
        };
        let graph = std::mem::replace(&mut self.graph, RoCrate::new()).document(&Whole {
            name,
            description: &format!("{name}: {} press releases{dates}", self.articles.len()),
            published: self.aid.newest(),
            licence: &self.catalogue.rights(),
            identifier: &identifier,
        });
        self.add("ro-crate-metadata.json", &graph)?;
        drop(graph);
        let ids: BTreeSet<&str> = self.articles.iter().map(|(id, _)| id.as_str()).collect();
        let history = self.archive.provenance(&ids)?;
        let export = premis::ExportEvent {
            identifier: &identifier,
            at,
            actor: &self.archive.who().actor,
            version: env!("CARGO_PKG_VERSION"),
            articles: &self.articles,
            history: &history,
        };
        let export = export.document();
        self.add("export.premis.xml", &export)?;
        let Payload {
            writer,
            target,
            viewer,
            aid,
            ..
        } = self;
        viewer.finish(&fonds, &aid.tree(), &mut |path, bytes| {
            writer
                .add(&format!("data/{path}"), &mut &*bytes)
                .map(drop)
                .map_err(|e| Error::writing(target, e))
        })
    }
}

fn kept<'a>(path: &str, purpose: Purpose, media_type: &str, written: &Written) -> KeptFile<'a> {
    KeptFile {
        path: path.to_owned(),
        id: None,
        purpose,
        media_type: media_type.to_owned(),
        size: written.octets,
        sha256: written.sha256.clone(),
        name: None,
        pronom: None,
        damage: None,
    }
}

/// In what way a picture's file is damaged, as its structure shows.
fn damage_of(bytes: &[u8]) -> Option<&'static str> {
    let seen = muragat_photo::describe(bytes).ok()?;
    match seen.decodable {
        Decodable::No { reason: "damaged" } => Some("damaged"),
        _ => seen.breaks_off.then_some("broken off"),
    }
}

/// A name for this set of articles: the same articles have the same, in every library.
fn identifier(articles: &[(String, String)]) -> String {
    format!(
        "urn:uuid:{}",
        derived_uuid(articles.iter().map(|(id, _)| id.as_str()))
    )
}
