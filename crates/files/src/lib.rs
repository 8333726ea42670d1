//! Files and folders that get their name only once they are whole and on the disk.
//!
//! What is made lies beside its target under a temporary name. [`TemporaryFile::give_name`] and
//! [`TemporaryFolder::give_name`] sync it, rename it, and sync the folder that holds the name, in this order: a power
//! cut at any moment leaves the target as it was or as it shall be. What is dropped without a name is removed.
//!
//! The errors are those of the system, without the path: the caller knows what the file was for.

mod digest;
mod disk;
mod temporary_file;
mod temporary_folder;

pub use digest::{hex, sha256, sha256_of_file};
pub use disk::{sync_file, sync_folder};
pub use temporary_file::{TemporaryFile, write_file};
pub use temporary_folder::{TemporaryFolder, create_private_folder};

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
