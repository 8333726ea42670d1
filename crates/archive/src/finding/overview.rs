//! Overview: how much there is.

use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::query::{SUGGESTED, UNREGISTERED};
use crate::store::library::Archive;

/// How much there is: the numbers beside the tree.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Overview {
    /// Articles.
    #[ts(type = "number")]
    pub articles: u64,
    /// Of them, in no unit.
    #[ts(type = "number")]
    pub in_tray: u64,
    /// Of them, not yet registered.
    #[ts(type = "number")]
    pub drafts: u64,
    /// Of them, with suggestions that nobody has decided on.
    #[ts(type = "number")]
    pub suggested: u64,
    /// Photos.
    #[ts(type = "number")]
    pub photos: u64,
    /// Of them, without a credit line.
    #[ts(type = "number")]
    pub photos_without_credit: u64,
    /// Persons.
    #[ts(type = "number")]
    pub people: u64,
    /// Organisations.
    #[ts(type = "number")]
    pub organisations: u64,
    /// Events.
    #[ts(type = "number")]
    pub events: u64,
}

impl Archive {
    /// How much there is.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn overview(&self) -> Result<Overview, Error> {
        let count = |row: &rusqlite::Row<'_>, at: usize| -> rusqlite::Result<u64> {
            Ok(row.get::<_, i64>(at)?.unsigned_abs())
        };
        Ok(self
            .connection()
            .prepare_cached(
                &format!("SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM article WHERE unit_id IS NULL),
                   (SELECT count(*) FROM article WHERE {UNREGISTERED}),
                   (SELECT count(*) FROM photo), (SELECT count(*) FROM photo WHERE credit IS NULL),
                   (SELECT count(*) FROM party WHERE kind = 'person'), (SELECT count(*) FROM party WHERE kind = 'organisation'),
                   (SELECT count(*) FROM event), (SELECT count(DISTINCT article_id) FROM ({SUGGESTED}))"),
            )?
            .query_row([], |row| {
                Ok(Overview {
                    articles: count(row, 0)?,
                    in_tray: count(row, 1)?,
                    drafts: count(row, 2)?,
                    photos: count(row, 3)?,
                    photos_without_credit: count(row, 4)?,
                    people: count(row, 5)?,
                    organisations: count(row, 6)?,
                    events: count(row, 7)?,
                    suggested: count(row, 8)?,
                })
            })?)
    }
}
