use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// What tells a file from another of the same path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileIdentity {
    device: u64,
    inode: u64,
}

/// Who the file at a path is; none where none is there.
pub fn file_identity(path: &Path) -> Option<FileIdentity> {
    fs::metadata(path).ok().map(|about| FileIdentity {
        device: about.dev(),
        inode: about.ino(),
    })
}

/// Whether a path lies on another machine: not known here.
pub fn lies_on_network(_: &Path) -> bool {
    false
}

/// A path as a library written in C takes it, however long it is: here as it stands.
pub fn path_for_c_libraries(path: &Path) -> PathBuf {
    path.to_owned()
}

/// Does what other programs never hinder here.
pub(crate) fn until_let_go<T>(work: impl Fn() -> io::Result<T>) -> io::Result<T> {
    work()
}

pub(crate) fn rename_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    super::look_and_rename::look_and_rename(from, to)
}
