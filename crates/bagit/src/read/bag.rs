//! The payload of a bag, for whoever takes it in.

use super::declaration::{self, Declaration};
use super::error::ReadError;
use super::open::open_store;
use super::store::{Store, is_payload};
use super::text::{self, TagEncoding};
use crate::bag_info;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Longest bagit.txt or bag-info.txt that is read whole.
const TAG_FILE_MOST: u64 = 16 * 1024 * 1024;

/// A bag opened for reading: a folder, or a zip file with the bag at its top or in its one top folder.
///
/// Opening checks that nothing in it can lead out of it, not that it is valid: that is
/// [`validate`](super::validate)'s work.
pub struct Bag {
    at: PathBuf,
    store: Box<dyn Store>,
}

impl Bag {
    /// Opens and lists a bag.
    ///
    /// # Errors
    /// [`ReadError::Io`], [`ReadError::Damaged`] for a file that is no zip, and [`ReadError::Unsafe`] if it has links,
    /// paths that climb out, two files of one name, overlapping zip entries or the like.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        let store = open_store(path)?;
        if let Some(finding) = store.listing().errors.first() {
            return Err(ReadError::Unsafe {
                path: path.to_owned(),
                finding: finding.clone(),
            });
        }
        Ok(Self {
            at: path.to_owned(),
            store,
        })
    }

    /// The folder or zip file, as given.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.at
    }

    /// Paths of the payload files, `data/…`, sorted.
    #[must_use]
    pub fn payload_paths(&self) -> Vec<String> {
        let files = self.store.listing().files.iter();
        files
            .filter(|file| is_payload(&file.path))
            .map(|file| file.path.clone())
            .collect()
    }

    /// Paths of the tag files, sorted.
    #[must_use]
    pub fn tag_paths(&self) -> Vec<String> {
        let files = self.store.listing().files.iter();
        files
            .filter(|file| !is_payload(&file.path))
            .map(|file| file.path.clone())
            .collect()
    }

    /// Whether there is such a file, payload or tag.
    #[must_use]
    pub fn contains(&self, path_in_bag: &str) -> bool {
        self.store.listing().index(path_in_bag).is_some()
    }

    /// A file's length in bytes, as the folder or the zip directory states it.
    #[must_use]
    pub fn octets(&self, path_in_bag: &str) -> Option<u64> {
        let listing = self.store.listing();
        listing
            .files
            .get(listing.index(path_in_bag)?)
            .map(|file| file.octets)
    }

    /// A whole file, payload or tag, of at most `max_octets` bytes.
    ///
    /// # Errors
    /// [`ReadError::NoSuchFile`], [`ReadError::TooLong`] and [`ReadError::File`].
    pub fn read(&self, path_in_bag: &str, max_octets: u64) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::new();
        let read = self
            .reader(path_in_bag)?
            .take(max_octets.saturating_add(1))
            .read_to_end(&mut bytes);
        read.map_err(|source| ReadError::File {
            path: path_in_bag.to_owned(),
            source,
        })?;
        if bytes.len() as u64 > max_octets {
            return Err(ReadError::TooLong {
                path: path_in_bag.to_owned(),
                max_octets,
            });
        }
        Ok(bytes)
    }

    /// The version that bagit.txt states; empty if it states none.
    pub(crate) fn version(&self) -> Result<String, ReadError> {
        Ok(self.declared()?.version_text)
    }

    /// Labels and values of bag-info.txt, unfolded, in its order.
    ///
    /// # Errors
    /// bagit.txt or bag-info.txt cannot be read.
    pub fn elements(&self) -> Result<Vec<(String, String)>, ReadError> {
        // Up to 0.95 it had another name.
        let names = ["bag-info.txt", "package-info.txt"];
        let Some(path) = names.into_iter().find(|path| self.contains(path)) else {
            return Ok(Vec::new());
        };
        let encoding = text::encoding(&self.declared()?.encoding).unwrap_or(TagEncoding::UTF_8);
        let (text, _) = encoding.decode(&self.read(path, TAG_FILE_MOST)?);
        Ok(bag_info::parse(&text).elements)
    }

    fn declared(&self) -> Result<Declaration, ReadError> {
        match self.contains("bagit.txt") {
            true => Ok(declaration::parse(&self.read("bagit.txt", TAG_FILE_MOST)?)),
            false => Ok(Declaration::default()),
        }
    }

    /// A file's bytes as a stream. From a zip, the stream ends in an error if they disagree with the zip directory.
    ///
    /// # Errors
    /// [`ReadError::NoSuchFile`] and [`ReadError::File`].
    pub fn reader(&self, path_in_bag: &str) -> Result<Box<dyn Read + '_>, ReadError> {
        let no_such = || ReadError::NoSuchFile {
            path: path_in_bag.to_owned(),
        };
        let index = self
            .store
            .listing()
            .index(path_in_bag)
            .ok_or_else(no_such)?;
        self.store.open(index).map_err(|source| ReadError::File {
            path: path_in_bag.to_owned(),
            source,
        })
    }
}
