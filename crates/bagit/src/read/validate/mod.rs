//! Validation (RFC 8493, 3): structure, completeness, checksums.

mod checksums;
mod fetch;
mod manifests;
mod tags;

use super::declaration::Version;
use super::error::ReadError;
use super::names::{self, Lookup};
use super::open::open_store;
use super::report::{Finding, Progress, Report, code};
use super::store::{Listing, Store};
use super::text::TagEncoding;
use super::zip_entry::{Damage, damage};
use crate::algorithm::Algorithm;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

/// Longest tag file that is read as text: a manifest of two million files.
const TAG_FILE_MOST: u64 = 512 * 1024 * 1024;

/// Reads every byte of a bag, a folder or a zip file, and says what is wrong with it.
///
/// `progress` is called on the calling thread some twenty times a second and once at the end; `Break` cancels. Nothing
/// is fetched, no link is followed, and lengths that a zip states are never trusted.
///
/// # Errors
/// [`ReadError::Io`] if there is nothing to read, [`ReadError::Cancelled`]. A damaged zip or a folder that is no bag
/// is not an error here but a report that says so.
pub fn validate(
    path: &Path,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Report, ReadError> {
    let store = match open_store(path) {
        Ok(store) => store,
        Err(ReadError::Damaged { detail, .. }) => {
            let mut report = Report::default();
            report.error(Finding::new(code::ARCHIVE_DAMAGED).with(detail));
            return Ok(report.conclude());
        }
        Err(error) => return Err(error),
    };
    let mut validation = Validation::new(store.as_ref());
    validation.declaration();
    validation.manifests();
    validation.unlisted();
    validation.fetch();
    names::warn(
        validation.listing,
        &validation.listed,
        &mut validation.report,
    );
    validation.checksums(progress)?;
    validation.bag_info();
    Ok(validation.report.conclude())
}

/// A checksum that a manifest wants of a file.
struct Wanted {
    algorithm: Algorithm,
    checksum: String,
}

struct Validation<'a> {
    store: &'a dyn Store,
    listing: &'a Listing,
    lookup: Lookup<'a>,
    report: Report,
    version: Version,
    encoding: TagEncoding,
    /// By index in the listing.
    wanted: BTreeMap<usize, Vec<Wanted>>,
    /// Payload files, each with the payload manifests that list it.
    covered: HashMap<usize, BTreeSet<Algorithm>>,
    /// Tag files that some tag manifest lists.
    tags_covered: BTreeSet<usize>,
    has_tag_manifest: bool,
    /// Payload paths that manifests list.
    listed: BTreeSet<String>,
}

impl<'a> Validation<'a> {
    fn new(store: &'a dyn Store) -> Self {
        let listing = store.listing();
        let mut report = Report::default();
        report.errors.clone_from(&listing.errors);
        report.warnings.clone_from(&listing.warnings);
        Self {
            store,
            listing,
            lookup: Lookup::new(listing),
            report,
            version: Version::ONE,
            encoding: TagEncoding::UTF_8,
            wanted: BTreeMap::new(),
            covered: HashMap::new(),
            tags_covered: BTreeSet::new(),
            has_tag_manifest: false,
            listed: BTreeSet::new(),
        }
    }

    fn strict(&self) -> bool {
        self.version >= Version::ONE
    }

    /// The bytes of a tag file, or nothing and a finding.
    fn tag_bytes(&mut self, path: &str) -> Option<Vec<u8>> {
        let index = self.listing.index(path)?;
        let mut bytes = Vec::new();
        let read = self
            .store
            .open(index)
            .and_then(|reader| reader.take(TAG_FILE_MOST + 1).read_to_end(&mut bytes));
        if let Err(error) = read {
            self.report.error(unreadable(path, &error));
            return None;
        }
        if bytes.len() as u64 > TAG_FILE_MOST {
            self.report.error(Finding::at(code::FILE_TOO_LONG, path));
            return None;
        }
        Some(bytes)
    }

    fn tag_text(&mut self, path: &str) -> Option<String> {
        let bytes = self.tag_bytes(path)?;
        let (text, well_formed) = self.encoding.decode(&bytes);
        if !well_formed {
            self.report
                .error(Finding::at(code::ENCODING_MALFORMED, path).with(&self.report.encoding));
        }
        Some(text)
    }
}

fn unreadable(path: &str, error: &std::io::Error) -> Finding {
    match damage(error) {
        Some(Damage::Bomb) => Finding::at(code::ZIP_BOMB, path),
        Some(Damage::Mismatch) => Finding::at(code::ENTRY_MISMATCH, path).with("content"),
        None => Finding::at(code::FILE_UNREADABLE, path).with(error),
    }
}
