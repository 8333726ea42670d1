//! A failure, as the window is told of it.

use muragat_diagnostics::{Fact, Facts};
use serde::Serialize;
use ts_rs::TS;

/// A failure: the window has words for its code, filled in with its data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
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

    /// What of it may be noted.
    pub fn facts(&self) -> Facts {
        vec![
            ("code", Fact::word(&self.code)),
            ("data", Fact::of_data(&self.data)),
        ]
    }
}

impl From<muragat_archive::Error> for Problem {
    fn from(error: muragat_archive::Error) -> Problem {
        Problem {
            code: error.code(),
            data: error.data(),
        }
    }
}

impl From<muragat_bundle::Error> for Problem {
    fn from(error: muragat_bundle::Error) -> Problem {
        Problem {
            code: error.code(),
            data: error.data(),
        }
    }
}
