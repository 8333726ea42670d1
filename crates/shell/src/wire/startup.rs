//! What the window opens with.

use serde::Serialize;
use ts_rs::TS;

use super::paths::WirePath;
use super::problem::Problem;

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
    #[ts(type = "Array<string>")]
    pub given: Vec<WirePath>,
    /// Kind of the op that undo would take back now, or null.
    pub undo: Option<String>,
    /// Kind of the op that redo would do again now, or null.
    pub redo: Option<String>,
}

/// A library that was open before.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecentLibrary {
    /// The folder.
    pub path: String,
    /// The folder's name without `.muragat`.
    pub name: String,
    /// The name that it was given, as it was when it was last open; null where it had none.
    pub own_name: Option<String>,
    /// Whether it is there now.
    pub present: bool,
}

/// The library that is open.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LibraryInfo {
    /// The name that it was given, else the folder's without `.muragat`.
    pub name: String,
    /// The name that it was given; null where it has none.
    pub own_name: Option<String>,
    /// Its own UUID.
    pub id: String,
    /// The folder.
    pub path: String,
    /// On read-only media, or where one may not write.
    pub read_only: bool,
    /// How many articles it holds.
    #[ts(type = "number")]
    pub articles: u64,
    /// When the last backup by its plan was made, RFC 3339; null before there was one.
    pub last_backup: Option<String>,
    /// Reasons to worry about where it lies, by code.
    pub warnings: Vec<String>,
}
