//! A folder into which others put files: what in it is whole, and may be new to a library.
//!
//! It is listed again and again. A file is looked into once it is as it was at a look before, so that what is still being
//! written is left alone; only what is as large as something known is read whole, to be told from it by its digest.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use muragat_files::sha256_of_file;

use crate::folder_listing::{Listing, Stamp, Unseen};
use crate::recognise_path::{Received, recognise_path};
use crate::sort_paths::DEPTH;

/// How long a file must stay as it is before it is looked into.
pub const REST: Duration = Duration::from_secs(2);
/// As much is read in one look, in bytes; what is left is read in the next.
const READ_AT_ONCE: u64 = 128 << 20;
/// As much of a file is read to say what it is, in bytes.
const GLANCE: u64 = 64 << 10;

/// A file that is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeFile {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is: a document, a photo or what was written down about one.
    pub kind: Received,
    /// Its digest, where something of its size is known: else it is new.
    pub sha256: Option<String>,
}

/// What a look saw.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Files that are whole, in the order of their paths.
    pub files: Vec<WholeFile>,
    /// Whether some are not whole yet, or not read yet: another look will say more.
    pub goes_on: bool,
    /// Whether the folder holds more than is looked at.
    pub is_too_full: bool,
    /// Folders and files in it that may not be read.
    pub closed: u32,
}

/// What is known of a file from looks before.
#[derive(Debug)]
struct Known {
    stamp: Stamp,
    /// Since when it is so.
    since: Instant,
    kind: Option<Received>,
    sha256: Option<String>,
}

/// A folder, and what is known of it.
#[derive(Debug)]
pub struct WatchedFolder {
    folder: PathBuf,
    rest: Duration,
    known: HashMap<PathBuf, Known>,
}

impl WatchedFolder {
    /// A folder that was not looked at yet. Files in it are whole when they have been as they are for `rest`.
    pub fn new(folder: &Path, rest: Duration) -> WatchedFolder {
        WatchedFolder {
            folder: folder.to_owned(),
            rest,
            known: HashMap::new(),
        }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Looks once. `sizes` are those of all that is known: files of other sizes are new, and not read whole. It asks
    /// `goes_on` before each file.
    ///
    /// # Errors
    /// Why the folder cannot be looked at; what is known of it stays.
    pub fn look(
        &mut self,
        sizes: &HashSet<u64>,
        goes_on: &dyn Fn() -> bool,
    ) -> Result<Look, Unseen> {
        let mut listing = Listing::default();
        listing.enter(&self.folder, DEPTH, goes_on)?;
        let mut look = Look {
            is_too_full: listing.is_too_full,
            closed: listing.closed,
            ..Look::default()
        };
        self.note(&listing.files);
        let mut left = READ_AT_ONCE;
        for (path, _) in &listing.files {
            if !goes_on() {
                return Err(Unseen::Stopped);
            }
            let Some(known) = self.known.get_mut(path) else {
                continue;
            };
            if known.since.elapsed() < self.rest || left == 0 {
                look.goes_on = true;
                continue;
            }
            match known.learn(path, sizes, &mut left) {
                Some(kind @ (Received::Document | Received::Photo | Received::Sidecar)) => {
                    look.files.push(WholeFile {
                        path: path.clone(),
                        kind,
                        sha256: known.sha256.clone(),
                    });
                }
                Some(_) => {}
                None => look.closed += 1,
            }
        }
        Ok(look)
    }

    /// Notes which files there are: what changed is new, what is gone is forgotten.
    fn note(&mut self, files: &[(PathBuf, Stamp)]) {
        let mut before = std::mem::take(&mut self.known);
        let now = Instant::now();
        let known = files.iter().map(|(path, stamp)| {
            let same = before.remove(path).filter(|known| known.stamp == *stamp);
            let fresh = || Known {
                stamp: *stamp,
                since: now,
                kind: None,
                sha256: None,
            };
            (path.clone(), same.unwrap_or_else(fresh))
        });
        self.known = known.collect();
    }
}

impl Known {
    /// Reads of a file what is not known of it yet: what it is, and its digest where that may be known. None where it may
    /// not be read.
    fn learn(&mut self, path: &Path, sizes: &HashSet<u64>, left: &mut u64) -> Option<Received> {
        let kind = match self.kind {
            Some(kind) => kind,
            None => {
                // another program may hold it: that is no property of the file, and asked again
                File::open(path).ok()?;
                *left = left.saturating_sub(GLANCE.min(self.stamp.size));
                *self.kind.insert(recognise_path(path))
            }
        };
        if kind != Received::Other && self.sha256.is_none() && sizes.contains(&self.stamp.size) {
            *left = left.saturating_sub(self.stamp.size);
            self.sha256 = Some(sha256_of_file(path).ok()?);
        }
        Some(kind)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::sort_paths::MOST;

    const AT_ONCE: Duration = Duration::ZERO;

    struct Folder(tempfile::TempDir);

    impl Folder {
        fn new() -> Folder {
            Folder(tempfile::tempdir().unwrap())
        }

        fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
            let path = self.0.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, bytes).unwrap();
            path
        }

        fn watched(&self, rest: Duration) -> WatchedFolder {
            WatchedFolder::new(self.0.path(), rest)
        }
    }

    fn look(watched: &mut WatchedFolder) -> Look {
        watched.look(&HashSet::new(), &|| true).unwrap()
    }

    fn names(look: &Look) -> Vec<String> {
        let name = |file: &WholeFile| file.path.file_name().unwrap().display().to_string();
        look.files.iter().map(name).collect()
    }

    #[test]
    fn a_file_is_whole_once_it_stays_as_it_is() {
        let folder = Folder::new();
        let mut watched = folder.watched(Duration::from_millis(40));
        let path = folder.put("хабар.txt", "Ауданда".as_bytes());
        let seen = look(&mut watched);
        assert!(seen.files.is_empty() && seen.goes_on);
        std::thread::sleep(Duration::from_millis(50));
        assert_eq!(names(&look(&mut watched)), ["хабар.txt"]);
        folder.put("хабар.txt", "Ауданда мектеп".as_bytes());
        assert!(look(&mut watched).files.is_empty());
        std::thread::sleep(Duration::from_millis(50));
        assert_eq!(look(&mut watched).files[0].kind, Received::Document);
        fs::remove_file(path).unwrap();
        assert_eq!(look(&mut watched), Look::default());
    }

    #[test]
    fn what_is_still_coming_hidden_empty_or_no_release_is_left_alone() {
        let folder = Folder::new();
        for name in [
            "~$хабар.docx",
            "хабар.docx.part",
            "Хабар.CRDOWNLOAD",
            "~WRL0001.tmp",
            ".хабар.txt",
            "Thumbs.db",
            ".~lock.хабар.odt#",
            "bag/bagit.txt",
            "bag/data/хабар.txt",
            "облыс.muragat/catalogue.sqlite",
            "облыс.muragat/originals/хабар.txt",
        ] {
            folder.put(name, "мәтін".as_bytes());
        }
        folder.put("бос.docx", b"");
        folder.put("program", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0");
        folder.put("list.csv", b"a;b\nc;d\n");
        folder.put("2026/наурыз/хабар.txt", "мәтін".as_bytes());
        let seen = look(&mut folder.watched(AT_ONCE));
        assert_eq!(names(&seen), ["хабар.txt"]);
        assert!(!seen.goes_on);
    }

    #[test]
    fn a_file_is_read_whole_only_where_something_as_large_is_known() {
        let folder = Folder::new();
        folder.put("1.txt", b"four words of text");
        folder.put("2.txt", b"other words");
        let mut watched = folder.watched(AT_ONCE);
        let sizes = HashSet::from([b"other words".len() as u64]);
        let seen = watched.look(&sizes, &|| true).unwrap();
        let digests: Vec<_> = seen.files.iter().map(|file| file.sha256.clone()).collect();
        assert_eq!(digests, [None, Some(muragat_files::sha256(b"other words"))]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_nowhere() {
        let (folder, other) = (Folder::new(), Folder::new());
        let path = other.put("хабар.txt", "мәтін".as_bytes());
        std::os::unix::fs::symlink(other.0.path(), folder.0.path().join("link")).unwrap();
        std::os::unix::fs::symlink(path, folder.0.path().join("link.txt")).unwrap();
        assert_eq!(look(&mut folder.watched(AT_ONCE)), Look::default());
    }

    #[test]
    fn a_folder_that_is_gone_is_told_and_comes_back() {
        let folder = Folder::new();
        let inside = folder.0.path().join("қалта");
        let mut watched = WatchedFolder::new(&inside, AT_ONCE);
        let missing = watched.look(&HashSet::new(), &|| true);
        assert_eq!(missing, Err(Unseen::Missing));
        folder.put("қалта/хабар.txt", "мәтін".as_bytes());
        assert_eq!(names(&look(&mut watched)), ["хабар.txt"]);
        let file = WatchedFolder::new(&inside.join("хабар.txt"), AT_ONCE);
        let no_folder = { file }.look(&HashSet::new(), &|| true);
        assert_eq!(no_folder, Err(Unseen::Missing));
        assert_eq!(
            watched.look(&HashSet::new(), &|| false),
            Err(Unseen::Stopped)
        );
    }

    #[test]
    fn there_is_an_end_to_what_is_looked_at() {
        let folder = Folder::new();
        for number in 0..MOST + 10 {
            folder.put(&format!("{number}.txt"), b"words");
        }
        let mut watched = folder.watched(AT_ONCE);
        let mut seen = look(&mut watched);
        assert!(seen.is_too_full);
        while seen.goes_on {
            seen = look(&mut watched);
        }
        assert_eq!(seen.files.len(), MOST);
    }
}
