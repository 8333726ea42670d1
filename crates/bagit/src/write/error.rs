//! What can go wrong while a bag is written.

use crate::path::Flaw;
use std::io;
use std::path::PathBuf;

/// Why a bag could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The target is there already; a bag is only ever written anew.
    #[error("{} exists already", path.display())]
    TargetExists {
        /// The target.
        path: PathBuf,
    },
    /// A path that may not stand in a bag.
    #[error("{path:?} cannot stand in a bag: {flaw}")]
    Path {
        /// The path as given.
        path: String,
        /// What is wrong with it.
        flaw: Flaw,
    },
    /// A path that is there already, or would be on a system blind to case or normalization.
    #[error("{path:?} collides with {with:?}")]
    Collision {
        /// The path as given.
        path: String,
        /// The path that was there first.
        with: String,
    },
    /// An element that bag-info.txt cannot hold.
    #[error("bag-info.txt cannot hold the label {label:?}: {reason}")]
    Label {
        /// The label as given.
        label: String,
        /// What is wrong with it, in English.
        reason: &'static str,
    },
    /// The content given for a file could not be read.
    #[error("the content for {path:?} cannot be read: {source}")]
    Content {
        /// Path in the bag.
        path: String,
        /// The reader's own error.
        source: io::Error,
    },
    /// The target could not be written; `source.kind()` tells a full disk (`StorageFull`) apart.
    #[error("{} cannot be written: {source}", path.display())]
    Io {
        /// The file or folder on disk.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// An earlier call failed half-way through a file, so the bag cannot be finished.
    #[error("the bag cannot be finished after an earlier error")]
    Broken,
}

impl WriteError {
    /// A stable name, for a caller that words it in its own language.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TargetExists { .. } => "target_exists",
            Self::Path { .. } => "path_refused",
            Self::Collision { .. } => "path_collision",
            Self::Label { .. } => "label_refused",
            Self::Content { .. } => "content_unreadable",
            Self::Io { .. } => "write_failed",
            Self::Broken => "bag_broken",
        }
    }

    pub(crate) fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Io {
            path: path.into(),
            source,
        }
    }
}
