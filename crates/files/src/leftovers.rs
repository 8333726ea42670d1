//! What work that was killed left under temporary names.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::temporary_name::{self, Maker};

/// What nobody holds and nobody can say to be at work on is left alone for so long.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A file or folder that lies under a temporary name and whose maker is gone. As long as this lives, no other program
/// takes it for a leftover.
#[derive(Debug)]
pub struct Leftover {
    /// Where it lies.
    pub path: PathBuf,
    /// What it was for: what its maker said.
    pub what: String,
    _claim: Option<File>,
}

impl Leftover {
    /// Removes it, with all that is in it.
    ///
    /// # Errors
    /// The system's.
    pub fn remove(self) -> io::Result<()> {
        match self.path.symlink_metadata()?.is_dir() {
            true => fs::remove_dir_all(&self.path),
            false => fs::remove_file(&self.path),
        }
    }
}

/// What work that was killed left in a folder, not below it. What a program still works at is none of it: it holds it
/// locked, and its name says which process that is.
///
/// # Errors
/// The folder cannot be read.
pub fn leftovers(folder: &Path) -> io::Result<Vec<Leftover>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some((what, maker)) = name.to_str().and_then(temporary_name::read) else {
            continue;
        };
        if let Some(claim) = claim(&entry, maker) {
            found.push(Leftover {
                path: entry.path(),
                what: what.to_owned(),
                _claim: claim,
            });
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

/// The lock on what nobody is at work on, where the disk knows locks; none where somebody may be at work on it.
#[allow(
    clippy::option_option,
    reason = "whether it is left, and the lock on it where there are locks"
)]
fn claim(entry: &fs::DirEntry, maker: Maker) -> Option<Option<File>> {
    // what went meanwhile is no leftover; a link is nothing that was made here
    let meta = entry.metadata().ok()?;
    if meta.is_symlink() {
        return None;
    }
    let lock = match File::open(entry.path()) {
        Ok(file) => match file.try_lock() {
            Ok(()) => Some(file),
            Err(TryLockError::WouldBlock) => return None,
            Err(TryLockError::Error(_)) => None,
        },
        Err(_) => None,
    };
    let is_left = match maker {
        Maker::Dead => true,
        // its maker may not have locked it yet, or another process have got the number
        Maker::Living | Maker::Unknown => meta
            .modified()
            .ok()
            .and_then(|time| time.elapsed().ok())
            .is_some_and(|age| age > DAY),
    };
    is_left.then_some(lock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{TemporaryFile, TemporaryFolder};

    fn names(folder: &Path) -> Vec<String> {
        let found = leftovers(folder).unwrap();
        found.into_iter().map(|one| one.what).collect()
    }

    #[test]
    fn what_is_being_made_is_none_and_what_a_dead_maker_left_is_one_and_can_be_removed() {
        let room = tempfile::tempdir().unwrap();
        let target = room.path().join("target");
        let folder = TemporaryFolder::beside(&target, "export").unwrap();
        let file = TemporaryFile::beside(&target).unwrap();
        fs::write(room.path().join(".tmp123456"), "another program's").unwrap();
        fs::write(room.path().join(".muragat-export-AbCdEf"), "of today").unwrap();
        assert_eq!(names(room.path()), [""; 0]);
        // the same names, as a process that is gone would have made them
        let gone = |path: &Path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            let own = format!("-{}-", std::process::id());
            room.path().join(name.replace(&own, "-4294967295-"))
        };
        fs::create_dir(gone(folder.path())).unwrap();
        fs::write(gone(folder.path()).join("part"), "part").unwrap();
        fs::write(gone(file.path()), "part").unwrap();
        if cfg!(target_os = "linux") {
            assert_eq!(names(room.path()), ["export", "file"]);
            let found = leftovers(room.path()).unwrap();
            // who claimed them first clears them
            assert_eq!(names(room.path()), [""; 0]);
            for one in found {
                one.remove().unwrap();
            }
            assert!(!gone(folder.path()).exists() && !gone(file.path()).exists());
        }
        assert!(folder.path().exists() && file.path().exists());
    }

    #[test]
    fn what_is_locked_is_at_work_whatever_its_name_says() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join(".muragat-new-00000000-1-x");
        fs::write(&path, "").unwrap();
        let old = std::time::SystemTime::now() - 2 * DAY;
        File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_modified(old)
            .unwrap();
        let held = File::open(&path).unwrap();
        held.lock().unwrap();
        assert_eq!(names(room.path()), [""; 0]);
        drop(held);
        assert_eq!(names(room.path()), ["new"]);
    }
}
