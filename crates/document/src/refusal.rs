//! Why a document cannot be read.

use serde::{Deserialize, Serialize};

/// Why nothing of a document was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// It is locked by a password or by rights management.
    #[error("it is locked by a password")]
    Locked,
    /// It is a scan: pictures of pages without letters.
    #[error("it is a scan without text")]
    Scan,
    /// Its letters are lost: a font without its table of letters, or question marks inside words.
    #[error("its letters are lost")]
    LettersLost,
    /// Its beginning is of the format, the rest is not.
    #[error("it is damaged: {what}")]
    Damaged {
        /// Where, for a person who looks after it.
        what: String,
    },
    /// It is of a format that is known and not read: a workbook, a drawing.
    #[error("it is a format that is not read")]
    NotRead,
    /// What it is nobody knows.
    #[error("its format is not known")]
    UnknownFormat,
    /// It is larger, deeper or unfolds to more than the limits allow.
    #[error("it is too large: {what}")]
    TooLarge {
        /// Which limit.
        what: String,
    },
    /// It has no text, no picture and encloses nothing.
    #[error("it is empty")]
    Empty,
}
