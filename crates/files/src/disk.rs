//! The few things that are asked of the disk, so that a test can see in which order they are asked.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use crate::system::{rename_to_free_name, until_let_go};

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

/// Gives what lies at `from` the name `to`, in one step.
pub(crate) fn rename(from: &Path, to: &Path, existing: Existing) -> io::Result<()> {
    record(DiskStep::Rename(to.to_owned()));
    until_let_go(|| match existing {
        Existing::Replace => fs::rename(from, to),
        Existing::Refuse => rename_to_free_name(from, to),
    })
}

/// What was asked of the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DiskStep {
    SyncFile(std::path::PathBuf),
    SyncFolder(std::path::PathBuf),
    Rename(std::path::PathBuf),
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

    /// A link that leads nowhere has its name too.
    #[cfg(unix)]
    #[test]
    fn a_broken_link_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("new"), folder.path().join("old"));
        fs::write(&from, "new").unwrap();
        std::os::unix::fs::symlink("nowhere", &to).unwrap();
        let refused = rename(&from, &to, Existing::Refuse).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert!(to.symlink_metadata().unwrap().is_symlink());
    }
}
