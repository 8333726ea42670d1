//! A file under a temporary name.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::disk::{self, Existing, folder_of};
use crate::temporary_name;

/// A file that is being written and has not got its name yet. Dropped, it is removed.
#[derive(Debug)]
pub struct TemporaryFile {
    file: NamedTempFile,
    target: PathBuf,
}

impl TemporaryFile {
    /// A new file beside `target`. Once it has its name, others may read it as far as the user's umask says.
    ///
    /// # Errors
    /// The target's folder is not there, or nothing can be made in it.
    pub fn beside(target: &Path) -> io::Result<TemporaryFile> {
        TemporaryFile::made(folder_of(target), target, 0o666)
    }

    /// A new file for `target` in another folder, which must be on the same disk. Only this user may read it, also
    /// once it has its name.
    ///
    /// # Errors
    /// The folder is not there, or nothing can be made in it.
    pub fn private_inside(folder: &Path, target: &Path) -> io::Result<TemporaryFile> {
        TemporaryFile::made(folder, target, 0o600)
    }

    /// A new file beside `target` that only this user may read, also once it has its name.
    ///
    /// # Errors
    /// The target's folder is not there, or nothing can be made in it.
    pub fn private_beside(target: &Path) -> io::Result<TemporaryFile> {
        TemporaryFile::made(folder_of(target), target, 0o600)
    }

    #[cfg_attr(not(unix), allow(unused_variables))]
    fn made(folder: &Path, target: &Path, mode: u32) -> io::Result<TemporaryFile> {
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
        let file = builder
            .prefix(&temporary_name::prefix("file"))
            .tempfile_in(folder)?;
        temporary_name::hold_open(file.as_file());
        Ok(TemporaryFile {
            file,
            target: target.to_owned(),
        })
    }

    /// Where it lies now, for those who write files by their path.
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Its open file.
    pub fn as_file(&self) -> &File {
        self.file.as_file()
    }

    /// Makes it durable and gives it its name.
    ///
    /// # Errors
    /// The disk could not keep it, or the name is taken and is not to be replaced. Then it is removed, and the target
    /// is as it was.
    pub fn give_name(self, existing: Existing) -> io::Result<()> {
        disk::sync_open_file(self.file.as_file(), self.file.path())?;
        let target = self.target.clone();
        self.give_name_without_sync(existing)?;
        let synced = disk::sync_folder(folder_of(&target));
        if synced.is_err() && existing == Existing::Refuse {
            // what failed is told; that it cannot be removed either would say no more
            let _named = std::fs::remove_file(&target);
        }
        synced
    }

    /// Gives it its name, whole, but does not wait for the disk: for what can be made again after a power cut.
    ///
    /// # Errors
    /// As [`TemporaryFile::give_name`].
    pub fn give_name_without_sync(self, existing: Existing) -> io::Result<()> {
        let path = self.file.into_temp_path();
        disk::rename(&path, &self.target, existing)?;
        // it has its name: nothing is to be removed any more
        path.keep().map(drop).map_err(|error| error.error)
    }
}

impl Write for TemporaryFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for TemporaryFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// Writes a file whole: at no moment has the target a part of the bytes.
///
/// # Errors
/// As [`TemporaryFile::beside`] and [`TemporaryFile::give_name`].
pub fn write_file(target: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    let mut file = TemporaryFile::beside(target)?;
    file.write_all(bytes)?;
    file.give_name(existing)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::disk::{DiskStep, steps_of};

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn bytes_are_on_the_disk_before_the_name_and_the_name_before_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("file");
        let mut temporary = PathBuf::new();
        let steps = steps_of(|| {
            let mut file = TemporaryFile::beside(&target).unwrap();
            file.path().clone_into(&mut temporary);
            file.write_all(b"new").unwrap();
            file.give_name(Existing::Refuse).unwrap();
        });
        assert_eq!(
            steps,
            [
                DiskStep::SyncFile(temporary),
                DiskStep::Rename(target.clone()),
                DiskStep::SyncFolder(folder.path().to_owned()),
            ]
        );
        assert_eq!(fs::read(&target).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[test]
    fn what_can_be_made_again_does_not_wait_for_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("file");
        let steps = steps_of(|| {
            let file = TemporaryFile::beside(&target).unwrap();
            file.give_name_without_sync(Existing::Replace).unwrap();
        });
        assert_eq!(steps, [DiskStep::Rename(target)]);
    }

    #[test]
    fn a_name_that_is_taken_is_refused_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("file");
        fs::write(&target, "old").unwrap();
        let refused = write_file(&target, b"new", Existing::Refuse).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&target).unwrap(), "old");
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[test]
    fn until_it_is_whole_the_old_file_stands_and_then_the_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("file");
        fs::write(&target, "old").unwrap();
        let mut file = TemporaryFile::beside(&target).unwrap();
        file.write_all(b"ne").unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "old");
        file.write_all(b"w").unwrap();
        file.give_name(Existing::Replace).unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "new");
    }

    #[test]
    fn what_was_given_up_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = TemporaryFile::beside(&folder.path().join("file")).unwrap();
        file.write_all(b"half").unwrap();
        assert_eq!(names(folder.path()).len(), 1);
        drop(file);
        assert_eq!(names(folder.path()), Vec::<String>::new());
    }

    #[test]
    fn a_folder_in_its_place_is_not_replaced_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("taken");
        fs::create_dir(&target).unwrap();
        write_file(&target, b"new", Existing::Replace).unwrap_err();
        write_file(&target, b"new", Existing::Refuse).unwrap_err();
        assert!(target.is_dir());
        assert_eq!(names(folder.path()), ["taken"]);
    }

    #[test]
    fn of_two_that_want_one_name_one_gets_it() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("file");
        let got = std::thread::scope(|scope| {
            let writers: Vec<_> = (0..8u8)
                .map(|at| {
                    let target = &target;
                    scope.spawn(move || write_file(target, &[at; 100_000], Existing::Refuse))
                })
                .collect();
            let written = writers.into_iter().map(|writer| writer.join().unwrap());
            written.filter(Result::is_ok).count()
        });
        assert_eq!(got, 1);
        let bytes = fs::read(&target).unwrap();
        assert_eq!(bytes, vec![bytes[0]; 100_000]);
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[cfg(unix)]
    #[test]
    fn others_may_read_it_as_the_umask_says_unless_it_is_private() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mode = |name: &str| {
            let meta = folder.path().join(name).metadata().unwrap();
            meta.permissions().mode() & 0o777
        };
        fs::write(folder.path().join("plain"), "").unwrap();
        write_file(&folder.path().join("shared"), b"", Existing::Refuse).unwrap();
        let private = TemporaryFile::private_beside(&folder.path().join("private")).unwrap();
        private.give_name(Existing::Refuse).unwrap();
        assert_eq!(mode("shared"), mode("plain"));
        assert_eq!(mode("private"), 0o600);
    }
}
