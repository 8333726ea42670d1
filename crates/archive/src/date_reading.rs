//! What a person typed as a date, read while it is typed.

use muragat_language::WrittenDate;
use serde::Serialize;
use ts_rs::TS;

use crate::values;

/// What a typed date says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DateReading {
    /// EDTF; more than one where it can be read in more than one way; none where it is no date.
    pub datings: Vec<String>,
    /// The time of day beside it, ISO 8601, where one stands.
    pub time: Option<String>,
}

impl DateReading {
    /// Reads a text.
    pub fn of(text: &str) -> DateReading {
        let written = |datings: Vec<muragat_language::Dating>| {
            datings.iter().map(ToString::to_string).collect()
        };
        match values::read(text) {
            WrittenDate::Read { dating, time } => DateReading {
                datings: written(vec![dating]),
                time,
            },
            WrittenDate::Ambiguous(ways) => DateReading {
                datings: written(ways),
                time: None,
            },
            WrittenDate::Unread => DateReading {
                datings: Vec::new(),
                time: None,
            },
        }
    }
}
