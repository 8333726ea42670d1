//! A bag as a folder on disk. Links and devices are never followed.

use super::report::{Finding, code};
use super::store::{Listing, Store, StoredFile};
use crate::path::hazard;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

pub(super) struct Folder {
    root: PathBuf,
    listing: Listing,
}

impl Folder {
    pub(super) fn open(root: &Path) -> Self {
        let mut listing = Listing::default();
        for entry in WalkDir::new(root).min_depth(1).follow_links(false) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error
                        .path()
                        .and_then(|path| bag_path(root, path))
                        .unwrap_or_default();
                    listing
                        .errors
                        .push(Finding::at(code::FILE_UNREADABLE, path).with(error));
                    continue;
                }
            };
            let Some(path) = bag_path(root, entry.path()) else {
                let shown = entry
                    .path()
                    .strip_prefix(root)
                    .unwrap_or(entry.path())
                    .to_string_lossy()
                    .into_owned();
                listing
                    .errors
                    .push(Finding::at(code::NAME_NOT_UNICODE, shown));
                continue;
            };
            if let Some(flaw) = hazard(&path) {
                listing
                    .errors
                    .push(Finding::at(code::PATH_UNSAFE, path).with(flaw.code()));
                continue;
            }
            if entry.file_type().is_dir() {
                listing.has_payload_folder |= path == "data";
            } else if entry.file_type().is_file() {
                match entry.metadata() {
                    Ok(about) => listing.files.push(StoredFile {
                        path,
                        octets: about.len(),
                    }),
                    Err(error) => listing
                        .errors
                        .push(Finding::at(code::FILE_UNREADABLE, path).with(error)),
                }
            } else {
                let what = if entry.path_is_symlink() {
                    "link"
                } else {
                    "device"
                };
                listing
                    .errors
                    .push(Finding::at(code::PATH_UNSAFE, path).with(what));
            }
        }
        listing.files.sort_by(|a, b| a.path.cmp(&b.path));
        Self {
            root: root.to_owned(),
            listing,
        }
    }
}

/// The path below `root`, with slashes; nothing if it is not Unicode.
fn bag_path(root: &Path, path: &Path) -> Option<String> {
    let mut below = String::new();
    for part in path.strip_prefix(root).ok()?.components() {
        if !below.is_empty() {
            below.push('/');
        }
        below.push_str(part.as_os_str().to_str()?);
    }
    Some(below)
}

impl Store for Folder {
    fn listing(&self) -> &Listing {
        &self.listing
    }

    fn open(&self, index: usize) -> io::Result<Box<dyn Read + '_>> {
        let file = self
            .listing
            .files
            .get(index)
            .ok_or(io::ErrorKind::NotFound)?;
        let on_disk = self.root.join(&file.path);
        // Looked at again: it may have been swapped for a link since it was listed.
        if !std::fs::symlink_metadata(&on_disk)?.is_file() {
            return Err(io::Error::other("no longer a regular file"));
        }
        Ok(Box::new(File::open(on_disk)?))
    }
}
