//! The few things that are asked of the disk, so that a test can see in which order they are asked.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// What becomes of something that has the target's name already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and the new one gets no name: [`std::io::ErrorKind::AlreadyExists`].
    Refuse,
    /// A file gives way to a file, an empty folder to a folder, in one step. A folder that holds something stays:
    /// [`std::io::ErrorKind::DirectoryNotEmpty`].
    Replace,
}

/// The folder that holds a path: of a bare name, the one that the program works in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Makes a file's bytes durable.
///
/// # Errors
/// The file is not there, or the disk could not keep what was written.
pub fn sync_file(path: &Path) -> io::Result<()> {
    // opened for writing, since Windows flushes no file that is open for reading only
    sync_open_file(&OpenOptions::new().write(true).open(path)?, path)
}

/// Makes the bytes of an open file durable. The file that was written through hears of every write that failed.
pub(crate) fn sync_open_file(file: &File, path: &Path) -> io::Result<()> {
    record(DiskStep::SyncFile(path.to_owned()));
    file.sync_all()
}

/// Makes the names in a folder durable. Where the system has no way to do so (Windows), nothing is done.
///
/// # Errors
/// The folder is not there, or the disk could not keep what was written.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    record(DiskStep::SyncFolder(path.to_owned()));
    if cfg!(unix) {
        File::open(path)?.sync_all()?;
    }
    Ok(())
}

/// Gives what lies at `from` the name `to`, in one step. Neither folder is synced.
///
/// # Errors
/// The system's; that the name is taken and is not to be replaced.
pub fn rename(from: &Path, to: &Path, existing: Existing) -> io::Result<()> {
    record(DiskStep::Rename(to.to_owned()));
    match existing {
        Existing::Replace => fs::rename(from, to),
        Existing::Refuse => rename_to_free_name(from, to),
    }
}

/// Gives what lies at either path the name of the other, in one step.
///
/// # Errors
/// [`std::io::ErrorKind::Unsupported`] where the system or the disk knows no such step; then nothing has changed.
pub fn exchange_names(one: &Path, other: &Path) -> io::Result<()> {
    record(DiskStep::Exchange(one.to_owned(), other.to_owned()));
    exchange(one, other)
}

#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        // a file system that does not know the flag (NFS, some in user space)
        Err(Errno::INVAL | Errno::NOSYS) => Err(io::ErrorKind::Unsupported.into()),
        exchanged => Ok(exchanged?),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(target_os = "linux")]
fn rename_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // a file system that does not know the flag (NFS, some in user space)
        Err(Errno::INVAL | Errno::NOSYS) => look_and_rename(from, to),
        renamed => Ok(renamed?),
    }
}

#[cfg(not(target_os = "linux"))]
fn rename_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    look_and_rename(from, to)
}

/// Renames to a name that nothing has. Between the look and the rename another program could take the name: a file of
/// it would be replaced. So this is for where the system cannot refuse by itself.
fn look_and_rename(from: &Path, to: &Path) -> io::Result<()> {
    match to.symlink_metadata() {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::rename(from, to),
        Err(error) => Err(error),
    }
}

/// What was asked of the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DiskStep {
    SyncFile(std::path::PathBuf),
    SyncFolder(std::path::PathBuf),
    Rename(std::path::PathBuf),
    Exchange(std::path::PathBuf, std::path::PathBuf),
}

#[cfg(not(test))]
fn record(_: DiskStep) {}

#[cfg(test)]
pub(crate) use recorded::{record, steps_of};

#[cfg(test)]
mod recorded {
    use std::cell::RefCell;

    use super::DiskStep;

    thread_local! {
        static STEPS: RefCell<Vec<DiskStep>> = const { RefCell::new(Vec::new()) };
    }

    pub(crate) fn record(step: DiskStep) {
        STEPS.with_borrow_mut(|steps| steps.push(step));
    }

    /// What some work asks of the disk, in order.
    pub(crate) fn steps_of(work: impl FnOnce()) -> Vec<DiskStep> {
        STEPS.take();
        work();
        STEPS.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_the_systems_help_too_a_name_that_is_taken_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("new"), folder.path().join("old"));
        fs::write(&from, "new").unwrap();
        fs::write(&to, "old").unwrap();
        let refused = look_and_rename(&from, &to).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&to).unwrap(), "old");
        assert_eq!(fs::read_to_string(&from).unwrap(), "new");
        fs::remove_file(&to).unwrap();
        look_and_rename(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "new");
    }

    /// On disks where the system cannot do so this says so, and a test there proves nothing more.
    #[cfg(target_os = "linux")]
    #[test]
    fn two_folders_take_each_others_name_and_a_lone_one_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        fs::create_dir(&one).unwrap();
        assert!(exchange_names(&one, &other).is_err());
        fs::create_dir(&other).unwrap();
        fs::write(one.join("of one"), "").unwrap();
        fs::write(other.join("of other"), "").unwrap();
        match exchange_names(&one, &other) {
            Ok(()) => {
                assert!(one.join("of other").is_file());
                assert!(other.join("of one").is_file());
            }
            Err(error) => {
                assert_eq!(error.kind(), io::ErrorKind::Unsupported);
                assert!(one.join("of one").is_file());
            }
        }
    }

    /// A link that leads nowhere has its name too.
    #[cfg(unix)]
    #[test]
    fn a_broken_link_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("new"), folder.path().join("old"));
        fs::write(&from, "new").unwrap();
        std::os::unix::fs::symlink("nowhere", &to).unwrap();
        for renamed in [
            look_and_rename(&from, &to),
            rename(&from, &to, Existing::Refuse),
        ] {
            assert_eq!(renamed.unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        }
        assert!(to.symlink_metadata().unwrap().is_symlink());
    }
}
