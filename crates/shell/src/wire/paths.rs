//! Files and folders: those that were dropped or picked, and what a system dialog is asked for.

use std::path::PathBuf;

use muragat_files::{path_to_text, text_to_path};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

/// A path as the window has it: text, of which it makes nothing but names to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WirePath(pub PathBuf);

impl Serialize for WirePath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&path_to_text(&self.0))
    }
}

impl<'de> Deserialize<'de> for WirePath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<WirePath, D::Error> {
        String::deserialize(deserializer).map(|text| WirePath(text_to_path(&text)))
    }
}

/// The paths themselves.
pub fn paths_of(paths: Vec<WirePath>) -> Vec<PathBuf> {
    paths.into_iter().map(|path| path.0).collect()
}

/// Paths for the window.
pub fn wire_paths(paths: Vec<PathBuf>) -> Vec<WirePath> {
    paths.into_iter().map(WirePath).collect()
}

/// What is said in a system dialog, in the window's language, and where it begins.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct PickWords {
    /// Its title.
    pub title: Option<String>,
    /// The folder in which it begins, where that is there.
    pub folder: Option<String>,
    /// What the files are called that are shown first; none: any.
    pub files: Option<String>,
    /// What all files are called.
    pub all: String,
}

/// What a system dialog is asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Pick {
    /// Documents of any kind that is taken in.
    Documents,
    /// Photo files.
    Photos,
    /// A list of officials.
    Officials,
    /// Files of any kind.
    Files,
    /// A library's folder.
    Library,
    /// A bundle in a zip file.
    Bundle,
    /// A backup.
    BackupFile,
    /// A bundle's folder.
    BundleFolder,
    /// Any folder.
    Folder,
    /// Where to make a library.
    NewLibrary {
        /// Proposed, without its ending.
        name: String,
    },
    /// Where to export to, as a folder.
    ExportFolder {
        /// Proposed.
        name: String,
    },
    /// Where to export to, as a zip file.
    ExportZip {
        /// Proposed, without its ending.
        name: String,
    },
    /// Where a list or a PDF goes; the ending says what it is.
    Table {
        /// Proposed, without its ending.
        name: String,
        /// `csv`, `xlsx`, `html` or `pdf`.
        ending: String,
    },
    /// Where to save a report of the program's own.
    Report {
        /// Proposed, without its ending.
        name: String,
    },
    /// Where to back up to.
    Backup {
        /// Proposed, without its ending.
        name: String,
    },
}
