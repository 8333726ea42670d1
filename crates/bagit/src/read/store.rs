//! Where the bytes of a bag are: a folder or a zip file, listed once and safely.

use super::error::ReadError;
use super::report::Finding;
use super::{folder, zip};
use std::io::{self, Read};
use std::path::Path;

/// A regular file of the bag.
#[derive(Debug, Clone)]
pub(super) struct StoredFile {
    /// Path in the bag, with slashes.
    pub(super) path: String,
    /// Length in bytes, as stated and not yet counted.
    pub(super) octets: u64,
}

/// What listing a store gave.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// Sorted by path, no path twice.
    pub(super) files: Vec<StoredFile>,
    /// Whether there is a `data` folder, even an empty one.
    pub(super) has_payload_folder: bool,
    /// What was left out because it is not safe or not readable.
    pub(super) errors: Vec<Finding>,
    /// What is doubtful about the store itself.
    pub(super) warnings: Vec<Finding>,
}

impl Listing {
    pub(super) fn index(&self, path: &str) -> Option<usize> {
        self.files
            .binary_search_by(|file| file.path.as_str().cmp(path))
            .ok()
    }
}

/// Reads files of a listing; several at a time.
pub(super) trait Store: Send + Sync {
    fn listing(&self) -> &Listing;
    /// Opens the file with that index in the listing.
    fn open(&self, index: usize) -> io::Result<Box<dyn Read + '_>>;
}

/// A folder or a zip file, whichever is there.
pub(super) fn open(path: &Path) -> Result<Box<dyn Store>, ReadError> {
    let about = std::fs::metadata(path).map_err(|source| ReadError::Io {
        path: path.to_owned(),
        source,
    })?;
    if about.is_dir() {
        Ok(Box::new(folder::Folder::open(path)))
    } else if about.is_file() {
        Ok(Box::new(zip::Zip::open(path)?))
    } else {
        Err(ReadError::Damaged {
            path: path.to_owned(),
            detail: "neither a folder nor a file".to_owned(),
        })
    }
}

pub(super) fn is_payload(path: &str) -> bool {
    path.starts_with("data/")
}
