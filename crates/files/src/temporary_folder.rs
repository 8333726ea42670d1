//! A folder beside a target, in which the target is made.

use std::fs::{DirBuilder, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::disk::{self, Existing, folder_of};
use crate::temporary_name;

/// A folder beside a target, for what is made of more than one file. Dropped, it is removed with all that is in it.
#[derive(Debug)]
pub struct TemporaryFolder {
    folder: TempDir,
    target: PathBuf,
    // held locked, so that others see that its maker is at work
    _held: Option<File>,
}

impl TemporaryFolder {
    /// A new folder beside `target`, which only this user may enter. Its name says what it is for (`what`, one word of
    /// ASCII letters) and who makes it: [`crate::leftovers`] finds those whose maker is gone.
    ///
    /// # Errors
    /// The target's folder is not there, or nothing can be made in it.
    pub fn beside(target: &Path, what: &str) -> io::Result<TemporaryFolder> {
        TemporaryFolder::inside(folder_of(target), target, what)
    }

    /// The same in another folder, which must be on the same disk where something gets the target's name.
    ///
    /// # Errors
    /// The folder is not there, or nothing can be made in it.
    pub fn inside(folder: &Path, target: &Path, what: &str) -> io::Result<TemporaryFolder> {
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = builder
            .prefix(&temporary_name::prefix(what))
            .tempdir_in(folder)?;
        Ok(TemporaryFolder {
            _held: temporary_name::hold(folder.path()),
            folder,
            target: target.to_owned(),
        })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Gives the target's name to what was made at `made`, a file or a folder inside this one. What lies inside a
    /// folder has been synced by those who wrote it; the folder's own names are synced here.
    ///
    /// # Errors
    /// The disk could not keep it, or the name is taken and is not to be replaced. Then it is removed, and the target
    /// is as it was.
    pub fn give_name(self, made: &Path, existing: Existing) -> io::Result<()> {
        match made.is_dir() {
            true => disk::sync_folder(made)?,
            false => disk::sync_file(made)?,
        }
        disk::rename(made, &self.target, existing)?;
        let synced = disk::sync_folder(folder_of(&self.target));
        if synced.is_err() && existing == Existing::Refuse {
            // what failed is told; that its name cannot be taken back either would say no more
            let _named = disk::rename(&self.target, made, Existing::Refuse);
        }
        synced
    }

    /// Leaves it where it is, with all that is in it; gives its path.
    pub fn keep(self) -> PathBuf {
        self.folder.keep()
    }
}

/// Makes a folder that only this user may enter.
///
/// # Errors
/// There is one already, or nothing can be made there.
pub fn create_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes a file that only this user may read, open for writing.
///
/// # Errors
/// There is one already, or nothing can be made there.
pub fn create_private_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::disk::{DiskStep, steps_of};

    /// A folder `made` with a file in it, in a temporary folder beside the target.
    fn made_beside(target: &Path) -> (TemporaryFolder, PathBuf) {
        let temporary = TemporaryFolder::beside(target, "new").unwrap();
        let made = temporary.path().join("made");
        fs::create_dir(&made).unwrap();
        fs::write(made.join("file"), "new").unwrap();
        (temporary, made)
    }

    fn count(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn the_folders_names_are_on_the_disk_before_its_own_and_its_own_before_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("target");
        let (temporary, made) = made_beside(&target);
        let steps = steps_of(|| temporary.give_name(&made, Existing::Refuse).unwrap());
        assert_eq!(
            steps,
            [
                DiskStep::SyncFolder(made),
                DiskStep::Rename(target.clone()),
                DiskStep::SyncFolder(folder.path().to_owned()),
            ]
        );
        assert_eq!(fs::read_to_string(target.join("file")).unwrap(), "new");
        assert_eq!(count(folder.path()), 1);
    }

    #[test]
    fn a_single_file_gets_its_name_in_the_same_order() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("target");
        let temporary = TemporaryFolder::beside(&target, "new").unwrap();
        let made = temporary.path().join("made");
        fs::write(&made, "new").unwrap();
        let steps = steps_of(|| temporary.give_name(&made, Existing::Refuse).unwrap());
        assert_eq!(
            steps,
            [
                DiskStep::SyncFile(made),
                DiskStep::Rename(target.clone()),
                DiskStep::SyncFolder(folder.path().to_owned()),
            ]
        );
        assert_eq!(fs::read_to_string(&target).unwrap(), "new");
    }

    #[test]
    fn a_name_that_is_taken_is_refused_also_by_an_empty_folder_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        for taken in ["file", "empty", "full"] {
            let target = folder.path().join(taken);
            match taken {
                "file" => fs::write(&target, "old").unwrap(),
                "empty" => fs::create_dir(&target).unwrap(),
                _ => fs::create_dir_all(target.join("old")).unwrap(),
            }
            let (temporary, made) = made_beside(&target);
            let refused = temporary.give_name(&made, Existing::Refuse).unwrap_err();
            assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists, "{taken}");
            assert!(!target.join("file").exists(), "{taken}");
        }
        assert_eq!(count(folder.path()), 3);
    }

    #[cfg(unix)]
    #[test]
    fn an_empty_folder_can_be_replaced_and_one_that_holds_something_cannot() {
        let folder = tempfile::tempdir().unwrap();
        let (empty, full) = (folder.path().join("empty"), folder.path().join("full"));
        fs::create_dir(&empty).unwrap();
        fs::create_dir_all(full.join("old")).unwrap();
        let (temporary, made) = made_beside(&empty);
        temporary.give_name(&made, Existing::Replace).unwrap();
        assert!(empty.join("file").is_file());
        let (temporary, made) = made_beside(&full);
        let refused = temporary.give_name(&made, Existing::Replace).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::DirectoryNotEmpty);
        assert_eq!(count(&full), 1);
        assert_eq!(count(folder.path()), 2);
    }

    #[test]
    fn what_was_given_up_is_removed_with_all_that_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let (temporary, _) = made_beside(&folder.path().join("target"));
        assert_eq!(count(folder.path()), 1);
        drop(temporary);
        assert_eq!(count(folder.path()), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_private_folder_is_private_and_a_second_one_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("private");
        create_private_folder(&path).unwrap();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o700);
        let again = create_private_folder(&path).unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
    }
}
