//! What a folder and a zip file have in common: files, listed once and safely.

use super::report::Finding;
use std::io::{self, Read};

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

pub(super) fn is_payload(path: &str) -> bool {
    path.starts_with("data/")
}
