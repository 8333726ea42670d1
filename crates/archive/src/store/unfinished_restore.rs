//! A restore that was cut off: a note in its folder says how it is ended, so that at every moment a library lies at its
//! place, or the next start puts one there.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use muragat_files::{Existing, folder_of, rename, sync_folder, write_file};
use serde::{Deserialize, Serialize};

/// What the folder of a restore is for.
pub(crate) const WHAT: &str = "restore";
/// Where in it the library lies that shall take the place of another, and after that the other.
pub(crate) const MADE: &str = "library";
const NOTE: &str = "restore.json";

/// What a restore that has all at hand is about to do.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct RestoreNote {
    /// The name of the library whose place is taken.
    pub target: String,
    /// The name that it gets.
    pub aside: String,
    /// What tells the folder of the library that was made from the other; none where the system tells no folders.
    made: Option<(u64, u64)>,
}

impl RestoreNote {
    /// About the library in a restore's folder.
    pub(crate) fn new(folder: &Path, target: String, aside: String) -> RestoreNote {
        RestoreNote {
            target,
            aside,
            made: identity(&folder.join(MADE)),
        }
    }

    /// Writes it into the restore's folder, durably.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        let bytes = serde_json::to_vec(self)?;
        write_file(&folder.join(NOTE), &bytes, Existing::Refuse)?;
        sync_folder(folder)?;
        sync_folder(folder_of(folder))
    }
}

/// Ends a restore whose maker is gone: what it made takes the place where none lies there, and a library whose place was
/// taken gets the name that was meant for it. After that the restore's folder holds nothing that anybody wants.
///
/// # Errors
/// The system's; then nothing is lost, and it is tried again.
pub(crate) fn end(folder: &Path) -> io::Result<()> {
    let note: RestoreNote = match fs::read(folder.join(NOTE)) {
        Ok(bytes) => serde_json::from_slice(&bytes)?,
        // it was not whole yet
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let made = folder.join(MADE);
    if !made.exists() {
        return Ok(());
    }
    let beside = folder_of(folder);
    let target = beside.join(&note.target);
    let is_new = note.made.is_none() || note.made == identity(&made);
    match (is_new, target.symlink_metadata().is_ok()) {
        (true, true) => Ok(()),
        (true, false) => {
            rename(&made, &target, Existing::Refuse)?;
            sync_folder(beside)
        }
        (false, _) => {
            rename(
                &made,
                &free_name(&beside.join(&note.aside)),
                Existing::Refuse,
            )?;
            sync_folder(beside)
        }
    }
}

/// A path that nothing has: this one, or with a number.
pub(crate) fn free_name(path: &Path) -> PathBuf {
    let numbered = (2..).map(|number| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!("-{number}"));
        PathBuf::from(name)
    });
    std::iter::once(path.to_owned())
        .chain(numbered)
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or_else(|| path.to_owned())
}

#[cfg(unix)]
fn identity(folder: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let meta = fs::metadata(folder).ok()?;
    Some((meta.dev(), meta.ino()))
}

#[cfg(not(unix))]
fn identity(_: &Path) -> Option<(u64, u64)> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A restore's folder that a process which is gone left, with the library that it made.
    fn left(room: &Path) -> PathBuf {
        let folder = room.join(".muragat-restore-left");
        fs::create_dir_all(folder.join(MADE)).unwrap();
        fs::write(folder.join(MADE).join("new"), "").unwrap();
        folder
    }

    fn note(folder: &Path) {
        let note = RestoreNote::new(folder, "a.muragat".to_owned(), "a.before".to_owned());
        note.write(folder).unwrap();
    }

    #[test]
    fn a_restore_that_was_not_whole_yet_ends_in_nothing() {
        let room = tempfile::tempdir().unwrap();
        let folder = left(room.path());
        end(&folder).unwrap();
        assert!(!room.path().join("a.muragat").exists());
    }

    #[test]
    fn before_the_names_were_exchanged_the_library_that_stands_stays() {
        let room = tempfile::tempdir().unwrap();
        let folder = left(room.path());
        note(&folder);
        fs::create_dir(room.path().join("a.muragat")).unwrap();
        end(&folder).unwrap();
        assert!(!room.path().join("a.muragat/new").exists());
        assert!(folder.join(MADE).exists());
    }

    #[test]
    fn where_no_library_lies_at_the_place_the_new_one_does() {
        let room = tempfile::tempdir().unwrap();
        let folder = left(room.path());
        note(&folder);
        end(&folder).unwrap();
        assert!(room.path().join("a.muragat/new").exists());
    }

    #[cfg(unix)]
    #[test]
    fn after_the_names_were_exchanged_the_library_of_before_gets_its_name_whatever_has_it() {
        let room = tempfile::tempdir().unwrap();
        let folder = left(room.path());
        note(&folder);
        fs::rename(folder.join(MADE), room.path().join("a.muragat")).unwrap();
        fs::create_dir(folder.join(MADE)).unwrap();
        fs::write(folder.join(MADE).join("old"), "").unwrap();
        fs::create_dir(room.path().join("a.before")).unwrap();
        end(&folder).unwrap();
        assert!(room.path().join("a.before-2/old").exists());
        assert!(room.path().join("a.muragat/new").exists());
        assert!(!folder.join(MADE).exists());
    }
}
