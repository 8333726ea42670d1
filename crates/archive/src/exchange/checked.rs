//! What a check found, and how it goes on where the catalogue is damaged.

use std::path::PathBuf;

use serde::Serialize;

use crate::error::Error;
use crate::store::library::CATALOGUE;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Checked {
    /// What is wrong; empty: the library is whole.
    pub problems: Vec<Problem>,
    /// What lies about and does no harm.
    pub notes: Vec<Problem>,
    /// How many articles can be read.
    pub articles: u64,
    /// How many originals were hashed.
    pub originals: u64,
    /// Their size in bytes.
    pub octets: u64,
}

/// One finding: a code with its message's key in assets/locales, and what it is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// `record_altered`, `record_gone`, `record_strange`, `history_broken`, `evidence_broken`, `record_unreadable`,
    /// `saves_missing`, `schema_differs`, `schema_strange`, `original_missing`, `original_damaged`,
    /// `catalogue_damaged`, `reference_broken`, `entry_stale`, `computed_stale`, `index_damaged`,
    /// `thumbnail_damaged`; of notes `orphan`, `leftover`.
    pub code: &'static str,
    /// A path, a digest, what a record is called.
    pub subject: String,
    /// Of which noun the row is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noun: Option<String>,
    /// The fields that are not as they were saved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// The copy under `backups/` that has the record as it was saved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way_back: Option<PathBuf>,
    /// What SQLite says of it, for whoever repairs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

impl Problem {
    /// A finding of which nothing more is to be said.
    pub(crate) fn new(code: &'static str, subject: impl Into<String>) -> Problem {
        Problem {
            code,
            subject: subject.into(),
            ..Problem::default()
        }
    }
}

/// What a part of the check gives; where the catalogue is damaged there, that is noted and the rest goes on.
pub(super) fn go_on<T>(part: Result<T, Error>, found: &mut Checked) -> Result<Option<T>, Error> {
    match part {
        Ok(value) => Ok(Some(value)),
        Err(Error::LibraryDamaged { detail, .. } | Error::CatalogueFailed { detail }) => {
            found.note_damage(detail);
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

impl Checked {
    /// The catalogue's file is damaged: told once, with what SQLite says first.
    pub(super) fn note_damage(&mut self, detail: String) {
        if !self
            .problems
            .iter()
            .any(|problem| problem.code == "catalogue_damaged")
        {
            self.problems.push(Problem {
                detail: Some(detail),
                ..Problem::new("catalogue_damaged", CATALOGUE)
            });
        }
    }
}
