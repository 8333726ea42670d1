//! Files and folders: those that were dropped or picked, and what a system dialog is asked for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What dropped or picked paths are; what lies in folders is among them.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Dropped {
    /// Files that decode as text.
    pub texts: Vec<String>,
    /// Pictures.
    pub photos: Vec<String>,
    /// Bags as folders, zip files.
    pub bundles: Vec<String>,
    /// Library folders.
    pub libraries: Vec<String>,
    /// Nothing that can be taken in.
    pub others: Vec<String>,
}

/// What a system dialog is asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Pick {
    /// Text files.
    Texts,
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
    /// A bundle's folder.
    BundleFolder,
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
    /// Where to back up to.
    Backup {
        /// Proposed, without its ending.
        name: String,
    },
}
