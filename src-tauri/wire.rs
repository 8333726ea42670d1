//! What only the shell says to the window; the rest of the wire is the archive's own types.
//! ui/src/types/shell.ts is generated from this file (tests/window_types.rs).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the window opens with.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Startup {
    /// The library, if one is open.
    pub library: Option<LibraryInfo>,
    /// Why none is.
    pub problem: Option<Problem>,
    /// The language that the program was started in, if that was said.
    pub language: Option<String>,
    /// Who works here; null before anybody said so.
    pub actor: Option<String>,
    /// Libraries that were open before, the latest first.
    pub recent: Vec<RecentLibrary>,
    /// Where a first library would lie.
    pub default_path: String,
    /// The window's own settings as they were kept, an object; null at first.
    #[ts(type = "unknown")]
    pub settings: serde_json::Value,
    /// Paths that the program was started with and that are no library: as if they were dropped.
    pub given: Vec<String>,
}

/// A library that was open before.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecentLibrary {
    /// The folder.
    pub path: String,
    /// Its name without `.muragat`.
    pub name: String,
    /// Whether it is there now.
    pub present: bool,
}

/// The library that is open.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LibraryInfo {
    /// The folder's name without `.muragat`.
    pub name: String,
    /// The folder.
    pub path: String,
    /// On read-only media, or where one may not write.
    pub read_only: bool,
    /// How many articles it holds.
    #[ts(type = "number")]
    pub articles: u64,
    /// Reasons to worry about where it lies, by code.
    pub warnings: Vec<String>,
}

/// A failure: the window has words for its code, filled in with its data.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Problem {
    /// Such as `library_missing`.
    pub code: String,
    /// An object, or null.
    #[ts(type = "unknown")]
    pub data: serde_json::Value,
}

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

impl Problem {
    /// A failure that nobody foresaw.
    pub fn unexpected(detail: &dyn std::fmt::Display) -> Problem {
        Problem {
            code: "unexpected".to_owned(),
            data: serde_json::json!({ "detail": detail.to_string() }),
        }
    }
}

impl From<muragat_archive::Error> for Problem {
    fn from(error: muragat_archive::Error) -> Problem {
        Problem {
            code: error.code().to_owned(),
            data: error.data(),
        }
    }
}
