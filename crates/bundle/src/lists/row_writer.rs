//! What every format of a list does: it takes the head, then row after row.

use muragat_files::TemporaryFile;

use crate::lists::cell::Cell;
use crate::lists::columns::ListColumn;
use crate::paper::messages::DocumentMessages;

/// What is said over a list.
pub(crate) struct Heading<'a> {
    pub title: &'a str,
    pub scope: &'a [String],
    pub columns: &'a [ListColumn],
    pub messages: &'a DocumentMessages,
    /// The day it was made, `YYYY-MM-DD`.
    pub today: String,
}

/// Takes the rows of a list, one after the other.
pub(crate) trait RowWriter {
    /// Writes a row.
    fn row(&mut self, cells: &[Cell]) -> Result<(), Failure>;
    /// Writes what comes after the last one.
    fn finish(self: Box<Self>, file: &mut TemporaryFile) -> Result<(), Failure>;
}

/// Why a list could not be written.
pub(crate) enum Failure {
    /// What the disk says.
    Disk(std::io::Error),
    /// What the format says.
    Format(String),
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure::Disk(error)
    }
}
