//! Import: a bundle, verified, back into an archive, as one op that can be undone.

use std::collections::BTreeSet;
use std::path::Path;

use muragat_archive::record::ArticleRecord;
use muragat_archive::{Adopted, Archive, Error as ArchiveError, IncomingRecords, Outcome, Watch};

use crate::error::Error;
use crate::incoming::Incoming;

/// What to take in of a bundle.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// UUIDs of the articles that the archivist chose; none: all.
    pub articles: BTreeSet<String>,
    /// UUIDs of those that are to take the place of what is here; all others that are here stay as they are.
    pub over: BTreeSet<String>,
}

/// Takes a bundle's articles into the archive, as one op; of a whole library its name too, where that is the later one. It is verified first; an article that is here
/// already is left as it is, and told, unless it is to give way. A bag that is not ours comes in with an article
/// for each of its folders.
///
/// # Errors
/// [`Error::BundleInvalid`], [`Error::BundleForeign`], [`Error::RecordUnreadable`], the archive's. Then nothing came in.
pub fn import(
    archive: &mut Archive,
    bundle: &Path,
    what: &Import,
    watch: Watch<'_>,
) -> Result<Outcome<Adopted>, Error> {
    let mut incoming = Incoming::open(bundle, watch)?;
    let mut here = Vec::new();
    let mut chosen = Vec::new();
    for (at, id) in incoming.ids.iter().enumerate() {
        if !what.articles.is_empty() && !what.articles.contains(id) {
            continue;
        }
        if incoming.foreign {
            // made anew each time: what is here by its UUID is the same, whatever was written about it since
            match archive.article(id) {
                Ok(_) => {
                    here.push(id.clone());
                    continue;
                }
                Err(ArchiveError::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        chosen.push(at);
    }
    let name = incoming.library_name()?;
    let mut records = Chosen {
        incoming: &mut incoming,
        chosen,
    };
    let mut outcome = archive.adopt_over(&mut records, &what.over, name.as_ref(), watch)?;
    outcome.value.same.extend(here);
    Ok(outcome)
}

/// The records of a bundle that are taken in.
struct Chosen<'a> {
    incoming: &'a mut Incoming,
    /// Their places in it.
    chosen: Vec<usize>,
}

impl IncomingRecords for Chosen<'_> {
    fn count(&self) -> usize {
        self.chosen.len()
    }

    fn read(&mut self, at: usize) -> Result<ArticleRecord, ArchiveError> {
        let at = self.chosen.get(at).copied().unwrap_or(usize::MAX);
        self.incoming.record(at).map_err(|error| match error {
            Error::Archive(error) => error,
            // it was read when the bundle was opened
            other => ArchiveError::FileUnreadable {
                path: self.incoming.path().to_owned(),
                detail: other.to_string(),
            },
        })
    }

    fn fetch(
        &mut self,
        record: &ArticleRecord,
        sha256: &str,
        name: &str,
    ) -> Result<Vec<u8>, ArchiveError> {
        self.incoming.fetch(record, sha256, name)
    }
}
