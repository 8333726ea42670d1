//! Adopt: records of another library, or of a bundle, come into this one, as one op.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use crate::edit::library::{GivenName, take_name};
use crate::error::Error;
use crate::exchange::enter_record::enter;
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
        self.adopt_over(records, &BTreeSet::new(), None, fetch, watch)
    }

    /// Takes records in. One that is here already gives way to its record where its UUID is among `over`, and is
    /// left as it is elsewhere. `name` is that of a library that comes in whole; the later of the two is the one to have.
    ///
    /// # Errors
    /// As [`Archive::adopt`]; [`Error::TextRegistered`] where a text registered here would have to give way.
    pub fn adopt_over(
        &mut self,
        records: &[ArticleRecord],
        over: &BTreeSet<String>,
        name: Option<&GivenName>,
        fetch: Fetch<'_>,
        watch: Watch<'_>,
    ) -> Result<Outcome<Adopted>, Error> {
        let mut adopted = Adopted::default();
        let mut incoming: Vec<(&ArticleRecord, HashMap<String, Stored>, bool)> = Vec::new();
        for (done, record) in records.iter().enumerate() {
            job::tell(watch, "copying", done as u64, records.len() as u64)?;
            match self.article(&record.id) {
                Ok(here) if here == *record => adopted.same.push(record.id.clone()),
                Ok(_) if over.contains(&record.id) => {
                    sound::check_record(self.connection(), record)?;
                    incoming.push((record, self.receive(record, fetch)?, true));
                }
                Ok(_) => adopted.differs.push(record.id.clone()),
                Err(Error::NotFound { .. }) => {
                    sound::check_record(self.connection(), record)?;
                    incoming.push((record, self.receive(record, fetch)?, false));
                }
                Err(error) => return Err(error),
            }
        }
        // who needs a new number gets it in the order of dates
        incoming.sort_by_cached_key(|(record, ..)| {
            let date = record.publication_date.clone();
            (date.is_none(), date, record.reference.clone())
        });
        self.transact(OpKind::Import, |tx| {
            // before the first article: a library that has none takes any name
            if let Some(name) = name {
                adopted.named = take_name(tx, name)?;
            }
            for (done, (record, originals, here)) in incoming.iter().enumerate() {
                job::tell(watch, "writing", done as u64, incoming.len() as u64)?;
                if *here {
                    renew_article(tx, record, originals)?;
                    adopted.renewed.push(record.id.clone());
                    continue;
                }
                let reference = enter(tx, record, originals)?;
                if reference != record.reference {
                    adopted.renamed.push((record.reference.clone(), reference));
                }
                adopted.new.push(record.id.clone());
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
