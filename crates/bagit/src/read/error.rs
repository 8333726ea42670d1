//! Why a bag could not be read at all.

use super::report::Finding;
use std::io;
use std::path::PathBuf;

/// Why a bag, or a file of it, could not be read. A bag that can be read but is wrong gives a
/// [`Report`](super::Report) instead.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The system did not let it: nothing there, no permission, a broken disk (see `source.kind()`).
    #[error("{} cannot be read: {source}", path.display())]
    Io {
        /// The file or folder on disk.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// A file that is not a readable zip file.
    #[error("{} is not a readable zip file: {detail}", path.display())]
    Damaged {
        /// The file on disk.
        path: PathBuf,
        /// What the zip reader said, in English.
        detail: String,
    },
    /// The bag has something that could lead out of it, or is otherwise not safe to unpack.
    #[error("{} is not safe to read: {finding}", path.display())]
    Unsafe {
        /// The bag on disk.
        path: PathBuf,
        /// The first such thing.
        finding: Finding,
    },
    /// There is no such file in the bag.
    #[error("the bag has no file {path:?}")]
    NoSuchFile {
        /// Path in the bag.
        path: String,
    },
    /// The file is longer than the caller wants to hold in memory.
    #[error("{path:?} is longer than {max_octets} bytes")]
    TooLong {
        /// Path in the bag.
        path: String,
        /// The caller's limit in bytes.
        max_octets: u64,
    },
    /// A file of the bag could not be read to its end.
    #[error("{path:?} in the bag cannot be read: {source}")]
    File {
        /// Path in the bag.
        path: String,
        /// What went wrong; for a zip also damage found on the way.
        source: io::Error,
    },
    /// The caller broke off.
    #[error("cancelled")]
    Cancelled,
}

impl ReadError {
    /// A stable name, for a caller that words it in its own language.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Io { .. } => "read_failed",
            Self::Damaged { .. } => "archive_damaged",
            Self::Unsafe { .. } => "bag_unsafe",
            Self::NoSuchFile { .. } => "no_such_file",
            Self::TooLong { .. } => "file_too_long",
            Self::File { .. } => "file_unreadable",
            Self::Cancelled => "cancelled",
        }
    }
}
