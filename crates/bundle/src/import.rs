//! Import: a bundle, verified, back into an archive, as one op that can be undone.

use std::collections::BTreeSet;
use std::path::Path;

use muragat_archive::record::ArticleRecord;
use muragat_archive::{Adopted, Archive, Error as ArchiveError, Outcome, Watch};

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
    let mut records = std::mem::take(&mut incoming.records);
    if !what.articles.is_empty() {
        records.retain(|record| what.articles.contains(&record.id));
    }
    let mut here = Vec::new();
    if incoming.foreign {
        // made anew each time: what is here by its UUID is the same, whatever was written about it since
        let mut new = Vec::new();
        for record in records {
            match archive.article(&record.id) {
                Ok(_) => here.push(record.id),
                Err(ArchiveError::NotFound { .. }) => new.push(record),
                Err(error) => return Err(error.into()),
            }
        }
        records = new;
    }
    let name = incoming.library_name()?;
    let mut fetch =
        |record: &ArticleRecord, digest: &str, name: &str| incoming.fetch(record, digest, name);
    let mut outcome = archive.adopt_over(&records, &what.over, name.as_ref(), &mut fetch, watch)?;
    outcome.value.same.extend(here);
    Ok(outcome)
}
