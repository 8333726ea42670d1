//! Import: a bundle, verified, back into an archive.

use std::collections::HashMap;
use std::path::Path;

use muragat_archive::record::ArticleRecord;
use muragat_archive::{Adopted, Archive, Error as ArchiveError, Outcome, Watch};
use muragat_bagit::Bag;
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::{first_of, verify};

/// A longer record is refused, in bytes: the longest text is 10 MiB, and JSON may double it.
const RECORD_LIMIT: u64 = 64 << 20;

/// Takes a bundle's articles into the archive, as one op. It is verified first; an article that is here
/// already is left as it is, and told.
///
/// # Errors
/// [`Error::BundleInvalid`], [`Error::BundleForeign`], [`Error::RecordUnreadable`], the archive's. Then nothing came in.
pub fn import(
    archive: &mut Archive,
    bundle: &Path,
    watch: Watch<'_>,
) -> Result<Outcome<Adopted>, Error> {
    let report = verify(bundle, watch)?;
    if !report.valid {
        let first = first_of(&report);
        return Err(Error::BundleInvalid {
            path: bundle.to_owned(),
            problems: report.errors.len() as u64,
            first,
        });
    }
    let bag = Bag::open(bundle).map_err(|e| Error::reading(bundle, e))?;
    let paths = bag.payload_paths();
    let mut records = Vec::new();
    let mut folders: HashMap<String, String> = HashMap::new();
    for path in &paths {
        let Some(folder) = path
            .strip_suffix("/article.json")
            .filter(|folder| folder.starts_with("data/articles/"))
        else {
            continue;
        };
        let bytes = bag
            .read(path, RECORD_LIMIT)
            .map_err(|e| Error::reading(bundle, e))?;
        let record: ArticleRecord =
            serde_json::from_slice(&bytes).map_err(|e| Error::RecordUnreadable {
                path: bundle.to_owned(),
                file: path.clone(),
                detail: e.to_string(),
            })?;
        folders.insert(record.id.clone(), folder.to_owned());
        records.push(record);
    }
    if records.is_empty() {
        return Err(Error::BundleForeign {
            path: bundle.to_owned(),
        });
    }
    // the order of the UUIDs is the order in which articles were catalogued
    records.sort_by(|a, b| a.id.cmp(&b.id));
    let mut known: HashMap<String, HashMap<String, String>> = HashMap::new();
    let mut fetch =
        |record: &ArticleRecord, sha256: &str, name: &str| -> Result<Vec<u8>, ArchiveError> {
            let missing = || ArchiveError::OriginalMissing {
                sha256: sha256.to_owned(),
            };
            let unreadable = |detail: String| ArchiveError::FileUnreadable {
                path: bundle.join(name),
                detail,
            };
            let folder = folders.get(&record.id).ok_or_else(missing)?;
            if !known.contains_key(folder) {
                let mut files = HashMap::new();
                let below = [format!("{folder}/original/"), format!("{folder}/photos/")];
                for path in paths
                    .iter()
                    .filter(|path| below.iter().any(|below| path.starts_with(below)))
                {
                    let bytes = bag
                        .read(path, muragat_archive::PHOTO_LIMIT)
                        .map_err(|e| unreadable(e.to_string()))?;
                    let digest: String = Sha256::digest(&bytes)
                        .iter()
                        .map(|byte| format!("{byte:02x}"))
                        .collect();
                    files.insert(digest, path.clone());
                }
                known.insert(folder.clone(), files);
            }
            let path = known
                .get(folder)
                .and_then(|files| files.get(sha256))
                .ok_or_else(missing)?;
            bag.read(path, muragat_archive::PHOTO_LIMIT)
                .map_err(|e| unreadable(e.to_string()))
        };
    Ok(archive.adopt(&records, &mut fetch, watch)?)
}
