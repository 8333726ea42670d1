//! A private copy of a catalogue that cannot be written and whose newest writes still lie in its WAL.
//!
//! It lies in the user's cache, where nobody else may look, and goes with whoever made it; what a killed program left is
//! taken away by the next that makes one. Whether its maker is alive, a lock beside it says.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use muragat_files::create_private_folder;

use crate::error::Error;

/// The copy; it goes when this is dropped.
#[derive(Debug)]
pub(crate) struct ReadOnlyCopy {
    folder: PathBuf,
    lock: PathBuf,
    // held until the copy is gone
    _held: File,
}

impl ReadOnlyCopy {
    /// Copies files into a new folder of the user's cache.
    ///
    /// # Errors
    /// That one cannot be read, or that the cache cannot be written.
    pub fn of(files: &[&Path]) -> Result<ReadOnlyCopy, Error> {
        let place = directories::ProjectDirs::from("kz", "", "Muragat").map_or_else(
            || std::env::temp_dir().join("muragat"),
            |dirs| dirs.cache_dir().to_owned(),
        );
        ReadOnlyCopy::below(&place.join("read-only"), files)
    }

    fn below(place: &Path, files: &[&Path]) -> Result<ReadOnlyCopy, Error> {
        let made = place.parent().map_or(Ok(()), fs::create_dir_all);
        match made.and_then(|()| create_private_folder(place)) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(Error::writing(place, &error));
            }
            _ => sweep(place),
        }
        let folder = place.join(uuid::Uuid::now_v7().to_string());
        let lock = folder.with_extension("lock");
        // before the folder is there: a folder without a held lock is nobody's
        let held = File::create(&lock)
            .and_then(|file| file.lock().map(|()| file))
            .map_err(|e| Error::writing(&lock, &e))?;
        let copy = ReadOnlyCopy {
            folder,
            lock,
            _held: held,
        };
        create_private_folder(&copy.folder).map_err(|e| Error::writing(&copy.folder, &e))?;
        for file in files {
            let target = copy.folder.join(file.file_name().unwrap_or_default());
            copy_privately(file, &target).map_err(|e| Error::writing(&target, &e))?;
        }
        Ok(copy)
    }

    /// Where the copy of a file of this name lies.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for ReadOnlyCopy {
    fn drop(&mut self) {
        // what cannot be removed now the next copy sweeps
        drop(fs::remove_dir_all(&self.folder));
        drop(fs::remove_file(&self.lock));
    }
}

/// Copies a file into one that nobody else may read, whatever the file itself allows.
fn copy_privately(file: &Path, target: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    io::copy(&mut File::open(file)?, &mut options.open(target)?).map(drop)
}

/// Takes away what programs left that were killed. What cannot be removed is tried again the next time.
fn sweep(place: &Path) {
    let Ok(entries) = fs::read_dir(place) else {
        return;
    };
    for lock in entries.flatten().map(|entry| entry.path()) {
        if lock.extension().is_none_or(|ending| ending != "lock") {
            continue;
        }
        let free = File::open(&lock).is_ok_and(|file| file.try_lock().is_ok());
        if free {
            drop(fs::remove_dir_all(lock.with_extension("")));
            drop(fs::remove_file(&lock));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_copy_is_its_makers_alone_and_a_dead_one_goes_with_the_next() {
        use std::os::unix::fs::PermissionsExt;
        let room = tempfile::tempdir().unwrap();
        let (place, file) = (
            room.path().join("cache/read-only"),
            room.path().join("a.sqlite"),
        );
        fs::write(&file, "құпия").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
        let copy = ReadOnlyCopy::below(&place, &[&file]).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let copied = copy.path("a.sqlite");
        assert_eq!(fs::read_to_string(&copied).unwrap(), "құпия");
        assert_eq!(
            [mode(&place), mode(&copy.folder), mode(&copied)],
            [0o700, 0o700, 0o600]
        );
        // of a program that was killed, the folder and a lock that nobody holds
        let dead = place.join("dead");
        fs::create_dir(&dead).unwrap();
        fs::write(dead.join("a.sqlite"), "құпия").unwrap();
        fs::write(place.join("dead.lock"), "").unwrap();
        let second = ReadOnlyCopy::below(&place, &[&file]).unwrap();
        assert!(!dead.exists() && copied.exists());
        drop((copy, second));
        assert_eq!(fs::read_dir(&place).unwrap().count(), 0);
    }
}
