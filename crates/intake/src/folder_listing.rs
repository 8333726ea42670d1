//! What lies in a watched folder, but for what is still coming into it.

use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::recognise_path::{BAG, CATALOGUE};
use crate::sort_paths::{MOST, is_hidden};

/// Endings of what is still coming, or of a program's own.
const UNFINISHED: [&str; 11] = [
    ".part",
    ".partial",
    ".crdownload",
    ".download",
    ".opdownload",
    ".filepart",
    ".tmp",
    ".temp",
    ".!ut",
    ".aria2",
    ".lock",
];

/// Why a folder cannot be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen {
    /// It is not there.
    Missing,
    /// One may not read it.
    Closed,
    /// The disk or the network refused.
    Failed,
    /// One was told to stop.
    Stopped,
}

/// By what a change of a file shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub size: u64,
    pub modified: Option<SystemTime>,
}

/// What lies in a folder.
#[derive(Default)]
pub(crate) struct Listing {
    pub files: Vec<(PathBuf, Stamp)>,
    /// How many entries were listed.
    listed: usize,
    pub is_too_full: bool,
    pub closed: u32,
}

impl Listing {
    /// Lists a folder and those in it; a library or a bundle in it is left alone.
    pub fn enter(
        &mut self,
        folder: &Path,
        depth: u32,
        goes_on: &dyn Fn() -> bool,
    ) -> Result<(), Unseen> {
        let entries = fs::read_dir(folder).map_err(|error| unseen(error.kind()))?;
        let mut files = Vec::new();
        let mut folders = Vec::new();
        for entry in entries {
            if !goes_on() {
                return Err(Unseen::Stopped);
            }
            let entry = entry.map_err(|error| unseen(error.kind()))?;
            if self.listed >= MOST {
                self.is_too_full = true;
                break;
            }
            self.listed += 1;
            let path = entry.path();
            let name = entry.file_name();
            if name == CATALOGUE || name == BAG {
                return Ok(());
            }
            // a link may lead anywhere: it is not followed
            let Ok(kind) = entry.file_type() else {
                self.closed += 1;
                continue;
            };
            if is_hidden(&path) || is_unfinished(&name.to_string_lossy()) {
                continue;
            }
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                match entry.metadata() {
                    Ok(about) if about.len() > 0 => files.push((path, Stamp::of(&about))),
                    // programs make an empty file first, for the name
                    Ok(_) => {}
                    Err(error) if error.kind() == ErrorKind::NotFound => {}
                    Err(_) => self.closed += 1,
                }
            }
        }
        files.sort_by(|(one, _), (other, _)| one.cmp(other));
        folders.sort();
        self.files.append(&mut files);
        for folder in folders.iter().filter(|_| depth > 0) {
            match self.enter(folder, depth - 1, goes_on) {
                Err(Unseen::Stopped) => return Err(Unseen::Stopped),
                // it was there when its own folder was listed
                Err(Unseen::Missing) | Ok(()) => {}
                Err(Unseen::Closed | Unseen::Failed) => self.closed += 1,
            }
        }
        Ok(())
    }
}

impl Stamp {
    fn of(about: &Metadata) -> Stamp {
        Stamp {
            size: about.len(),
            modified: about.modified().ok(),
        }
    }
}

fn unseen(kind: ErrorKind) -> Unseen {
    match kind {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Unseen::Missing,
        ErrorKind::PermissionDenied => Unseen::Closed,
        _ => Unseen::Failed,
    }
}

/// Whether a name says that the file is still coming, or a program's own.
fn is_unfinished(name: &str) -> bool {
    let name = name.to_lowercase();
    // an office program's mark that a document is open, and what it writes before it renames
    let is_own = name.starts_with('~');
    is_own || name.ends_with('~') || UNFINISHED.iter().any(|ending| name.ends_with(ending))
}
