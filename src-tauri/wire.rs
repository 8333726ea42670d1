//! What only the shell says to the window; the rest of the wire is the archive's own types.
//! ui/src/types/shell.ts is generated from this file (tests/window_types.rs).

use serde::Serialize;
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
