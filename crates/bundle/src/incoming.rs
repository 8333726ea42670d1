//! A bundle, opened and verified: its records, and where the bytes that they name lie in it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use muragat_archive::record::ArticleRecord;
use muragat_archive::{Error as ArchiveError, GivenName, Watch, check_bounds};
use muragat_bagit::Bag;
use muragat_files::sha256;

use crate::error::Error;
use crate::export::{LIBRARY_NAME, LIBRARY_NAMED_AT};
use crate::foreign;
use crate::verification::verify;

/// A longer record is refused, in bytes: the longest text is 10 MiB, and JSON may double it.
const RECORD_LIMIT: u64 = 64 << 20;

/// A verified bundle.
pub(crate) struct Incoming {
    at: PathBuf,
    pub bag: Bag,
    /// UUIDs of its articles, in their order, which is the order in which ours were catalogued.
    pub ids: Vec<String>,
    /// The records that were made of the files of a bag that is none of ours, in that order.
    made: Vec<ArticleRecord>,
    /// Whether the bag is none of ours, and the records were made from its files.
    pub foreign: bool,
    /// The folder of each article, by UUID; where the bag is ours.
    folders: HashMap<String, String>,
    /// By folder: paths by SHA-256.
    files: HashMap<String, HashMap<String, String>>,
}

impl Incoming {
    /// Verifies every byte, then reads the records, of which none is held: each is as long as its texts.
    ///
    /// # Errors
    /// [`Error::BundleInvalid`], [`Error::BundleForeign`], [`Error::RecordUnreadable`], a record that holds too much, that it was stopped.
    pub fn open(bundle: &Path, watch: Watch<'_>) -> Result<Incoming, Error> {
        let verified = verify(bundle, watch)?;
        if let Some(failure) = verified.as_failure(bundle) {
            return Err(failure);
        }
        let bag = Bag::open(bundle).map_err(|e| Error::reading(bundle, e))?;
        let mut incoming = Incoming {
            at: bundle.to_owned(),
            bag,
            ids: Vec::new(),
            made: Vec::new(),
            foreign: false,
            folders: HashMap::new(),
            files: HashMap::new(),
        };
        incoming.find_own()?;
        if incoming.ids.is_empty() {
            incoming.foreign = true;
            let mut made = foreign::records(bundle, &incoming.bag, &verified)?;
            if made.records.is_empty() {
                return Err(Error::BundleForeign {
                    path: bundle.to_owned(),
                });
            }
            made.records.sort_by(|a, b| a.id.cmp(&b.id));
            incoming.ids = made.records.iter().map(|one| one.id.clone()).collect();
            incoming.made = made.records;
            incoming.files.insert(String::new(), made.files);
        }
        incoming.ids.sort_unstable();
        Ok(incoming)
    }

    /// Where the bundle lies.
    pub fn path(&self) -> &Path {
        &self.at
    }

    /// The name of the library that went out whole in this bundle; none of a part of one.
    ///
    /// # Errors
    /// That bag-info.txt cannot be read.
    pub fn library_name(&self) -> Result<Option<GivenName>, Error> {
        if self.foreign {
            return Ok(None);
        }
        let info = self
            .bag
            .elements()
            .map_err(|e| Error::reading(&self.at, e))?;
        let value = |label: &str| {
            let found = info.iter().find(|(own, _)| own.eq_ignore_ascii_case(label));
            found.map(|(_, value)| value.clone())
        };
        Ok(value(LIBRARY_NAME).map(|name| GivenName {
            name,
            at: value(LIBRARY_NAMED_AT).unwrap_or_default(),
        }))
    }

    fn find_own(&mut self) -> Result<(), Error> {
        for path in self.bag.payload_paths() {
            let Some(folder) = path
                .strip_suffix("/article.json")
                .filter(|folder| folder.starts_with("data/articles/"))
            else {
                continue;
            };
            let record = self.read_record(&path)?;
            check_bounds(&record)?;
            self.folders.insert(record.id.clone(), folder.to_owned());
            self.ids.push(record.id);
        }
        Ok(())
    }

    fn read_record(&self, path: &str) -> Result<ArticleRecord, Error> {
        let bytes = self
            .bag
            .read(path, RECORD_LIMIT)
            .map_err(|e| Error::reading(&self.at, e))?;
        serde_json::from_slice(&bytes).map_err(|e| Error::RecordUnreadable {
            path: self.at.clone(),
            file: path.to_owned(),
            detail: e.to_string(),
        })
    }

    /// The record at a place among the UUIDs.
    ///
    /// # Errors
    /// That it cannot be read any more.
    pub fn record(&self, at: usize) -> Result<ArticleRecord, Error> {
        if let Some(made) = self.made.get(at) {
            return Ok(made.clone());
        }
        let id = self.ids.get(at).map(String::as_str).unwrap_or_default();
        let folder = self.folders.get(id).map(String::as_str).unwrap_or_default();
        self.read_record(&format!("{folder}/article.json"))
    }

    /// The bytes of an original that a record names.
    pub fn fetch(
        &mut self,
        record: &ArticleRecord,
        digest: &str,
        name: &str,
    ) -> Result<Vec<u8>, ArchiveError> {
        let missing = || ArchiveError::OriginalMissing {
            sha256: digest.to_owned(),
        };
        let folder = match self.foreign {
            true => String::new(),
            false => self.folders.get(&record.id).cloned().ok_or_else(missing)?,
        };
        if !self.files.contains_key(&folder) {
            let files = self.hashed(&folder, name)?;
            self.files.insert(folder.clone(), files);
        }
        let path = self
            .files
            .get(&folder)
            .and_then(|files| files.get(digest))
            .ok_or_else(missing)?;
        self.read(path, name)
    }

    fn hashed(&self, folder: &str, name: &str) -> Result<HashMap<String, String>, ArchiveError> {
        let below = [format!("{folder}/original/"), format!("{folder}/photos/")];
        let mut files = HashMap::new();
        for path in self.bag.payload_paths() {
            if below.iter().any(|below| path.starts_with(below)) {
                files.insert(sha256(&self.read(&path, name)?), path);
            }
        }
        Ok(files)
    }

    fn read(&self, path: &str, name: &str) -> Result<Vec<u8>, ArchiveError> {
        self.bag
            .read(path, muragat_archive::PHOTO_LIMIT)
            .map_err(|e| ArchiveError::FileUnreadable {
                path: self.at.join(name),
                detail: e.to_string(),
            })
    }
}
