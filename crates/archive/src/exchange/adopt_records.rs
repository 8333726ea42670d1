//! Adopt: records of another library, or of a bundle, come into this one, as one op.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use crate::edit::library::{GivenName, take_name};
use crate::error::Error;
use crate::exchange::enter_record::enter;
use crate::exchange::record_bounds::check_bounds;
use crate::exchange::record_check as sound;
use crate::exchange::renew_article::renew_article;
use crate::record::ArticleRecord;
use crate::record::terms::OpKind;
use crate::store::door::Outcome;
use crate::store::job;
use crate::store::job::Watch;
use crate::store::library::Archive;
use crate::store::originals::{Facts, Stored};

/// What came of adopting records: UUIDs, but for `renamed`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Adopted {
    /// Came in.
    pub new: Vec<String>,
    /// Was here, the same.
    pub same: Vec<String>,
    /// Was here and differs; what is here stays.
    pub differs: Vec<String>,
    /// Was here, and gave way to the record, as that was wanted.
    pub renewed: Vec<String>,
    /// Came in under another reference, as its own was taken: its own, the new one.
    pub renamed: Vec<(String, String)>,
    /// The name that the library took of the one that came in whole.
    pub named: Option<String>,
}

/// Gives the bytes of an original: called with the record, the SHA-256 and the file's name.
pub type Fetch<'a> = &'a mut dyn FnMut(&ArticleRecord, &str, &str) -> Result<Vec<u8>, Error>;

/// Records that come in, read when they are wanted.
pub trait IncomingRecords {
    /// How many there are.
    fn count(&self) -> usize;

    /// The record at a place, from 0; it is asked for twice.
    ///
    /// # Errors
    /// That it cannot be read.
    fn read(&mut self, at: usize) -> Result<ArticleRecord, Error>;

    /// The bytes of an original of a record, by SHA-256; `name` is its file's.
    ///
    /// # Errors
    /// That they cannot be read.
    fn fetch(&mut self, record: &ArticleRecord, sha256: &str, name: &str)
    -> Result<Vec<u8>, Error>;
}

/// Records that are held already.
pub struct HeldRecords<'a> {
    /// The records.
    pub records: &'a [ArticleRecord],
    /// What gives the bytes of their originals.
    pub fetch: Fetch<'a>,
}

impl IncomingRecords for HeldRecords<'_> {
    fn count(&self) -> usize {
        self.records.len()
    }

    fn read(&mut self, at: usize) -> Result<ArticleRecord, Error> {
        self.records
            .get(at)
            .cloned()
            .ok_or_else(|| Error::NotFound {
                noun: "article",
                id: at.to_string(),
            })
    }

    fn fetch(
        &mut self,
        record: &ArticleRecord,
        sha256: &str,
        name: &str,
    ) -> Result<Vec<u8>, Error> {
        (self.fetch)(record, sha256, name)
    }
}

/// A record whose originals are here, before it is entered.
struct Received {
    /// Its place among those that come in.
    at: usize,
    date: Option<String>,
    reference: String,
    originals: HashMap<String, Stored>,
    /// Whether its article is here and gives way.
    is_here: bool,
}

impl Archive {
    /// Takes records in. One that is here already, by UUID, is left as it is.
    ///
    /// # Errors
    /// What `fetch` says; [`Error::OriginalDamaged`] where its bytes are not those recorded;
    /// [`Error::RuleBroken`] for a record that breaks the catalogue's rules; that it was stopped. Then nothing came in.
    pub fn adopt(
        &mut self,
        records: &[ArticleRecord],
        fetch: Fetch<'_>,
        watch: Watch<'_>,
    ) -> Result<Outcome<Adopted>, Error> {
        let mut held = HeldRecords { records, fetch };
        self.adopt_over(&mut held, &BTreeSet::new(), None, watch)
    }

    /// Takes records in, of which one is held at a time. One that is here already gives way to its record where its UUID is
    /// among `over`, and is left as it is elsewhere. `name` is that of a library that comes in whole; the later of the two
    /// is the one to have.
    ///
    /// # Errors
    /// As [`Archive::adopt`]; [`Error::TextRegistered`] where a text registered here would have to give way.
    pub fn adopt_over(
        &mut self,
        records: &mut dyn IncomingRecords,
        over: &BTreeSet<String>,
        name: Option<&GivenName>,
        watch: Watch<'_>,
    ) -> Result<Outcome<Adopted>, Error> {
        let mut adopted = Adopted::default();
        let mut incoming: Vec<Received> = Vec::new();
        let count = records.count();
        for at in 0..count {
            job::tell(watch, "copying", at as u64, count as u64)?;
            let record = records.read(at)?;
            let is_here = match self.article(&record.id) {
                Ok(here) if here == record => {
                    adopted.same.push(record.id);
                    continue;
                }
                Ok(_) if over.contains(&record.id) => true,
                Ok(_) => {
                    adopted.differs.push(record.id);
                    continue;
                }
                Err(Error::NotFound { .. }) => false,
                Err(error) => return Err(error),
            };
            check_bounds(&record)?;
            sound::check_record(self.connection(), &record)?;
            let originals = self.receive(&record, &mut |record, sha256, name| {
                records.fetch(record, sha256, name)
            })?;
            incoming.push(Received {
                at,
                date: record.publication_date,
                reference: record.reference,
                originals,
                is_here,
            });
        }
        // who needs a new number gets it in the order of dates
        incoming.sort_by_cached_key(|one| {
            (one.date.is_none(), one.date.clone(), one.reference.clone())
        });
        self.transact(OpKind::Import, |tx| {
            // before the first article: a library that has none takes any name
            if let Some(name) = name {
                adopted.named = take_name(tx, name)?;
            }
            for (done, one) in incoming.iter().enumerate() {
                job::tell(watch, "writing", done as u64, incoming.len() as u64)?;
                let record = records.read(one.at)?;
                // it is read anew, and may lie where others write
                check_bounds(&record)?;
                sound::check_record(tx.sql(), &record)?;
                if one.is_here {
                    renew_article(tx, &record, &one.originals)?;
                    adopted.renewed.push(record.id);
                    continue;
                }
                let reference = enter(tx, &record, &one.originals)?;
                if reference != record.reference {
                    adopted.renamed.push((record.reference, reference));
                }
                adopted.new.push(record.id);
            }
            Ok(adopted)
        })
    }

    fn receive(
        &self,
        record: &ArticleRecord,
        fetch: Fetch<'_>,
    ) -> Result<HashMap<String, Stored>, Error> {
        let files = record
            .versions
            .iter()
            .flat_map(|version| &version.files)
            .map(|file| (&file.sha256, &file.name, &file.media_type));
        let photos = record
            .photos
            .iter()
            .map(|photo| (&photo.sha256, &photo.name, &photo.media_type));
        let mut originals = HashMap::new();
        for (sha256, name, media_type) in files.chain(photos) {
            let bytes = fetch(record, sha256, name)?;
            let facts = match muragat_photo::describe(&bytes) {
                Ok(seen) => Facts {
                    extension: seen.extension.to_owned(),
                    media_type: media_type.clone(),
                    width: seen.width,
                    height: seen.height,
                    undrawable: match seen.decodable {
                        muragat_photo::Decodable::Yes => None,
                        muragat_photo::Decodable::No { reason } => Some(reason.to_owned()),
                    },
                },
                Err(_) => Facts {
                    extension: crate::edit::intake::file_extension(name),
                    media_type: media_type.clone(),
                    ..Facts::default()
                },
            };
            let stored = self.store_original(&bytes, facts)?;
            if stored.sha256 != *sha256 {
                return Err(Error::OriginalDamaged {
                    sha256: sha256.clone(),
                    path: name.into(),
                });
            }
            originals.insert(sha256.clone(), stored);
        }
        Ok(originals)
    }
}
