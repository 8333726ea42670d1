//! Entries of a library that an older program left: made anew a few at a time, so that others can write meanwhile
//! and what is made stays made when it is stopped.

use rusqlite::TransactionBehavior;

use crate::error::Error;
use crate::exchange::library_check::renew_columns;
use crate::finding::search_entry;
use crate::store::job;
use crate::store::job::Watch;
use crate::store::library::Archive;

/// So many at a time: a fraction of a second.
const BATCH: i64 = 100;

impl Archive {
    /// How many search entries are still to be made anew; a search finds nothing in those.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn entries_due(&self) -> Result<u64, Error> {
        search_entry::due(self.connection())
    }

    /// Makes the search entries that are due, and what is computed from names beside them.
    ///
    /// # Errors
    /// Read-only, busy, full; or stopped, and then what was made stays.
    pub fn make_entries(&mut self, watch: Watch<'_>) -> Result<(), Error> {
        let total = self.entries_due()?;
        if total == 0 {
            return Ok(());
        }
        self.writable()?;
        let library = self.path().to_owned();
        let mut work = || -> Result<(), Error> {
            let mut done = 0;
            let mut first = true;
            loop {
                job::tell(watch, "indexing", done.min(total), total)?;
                let sql = self
                    .connection_mut()
                    .transaction_with_behavior(TransactionBehavior::Immediate)?;
                if first {
                    renew_columns(&sql)?;
                    first = false;
                }
                let made = search_entry::make_due(&sql, BATCH)?;
                sql.commit()?;
                if made == 0 {
                    return Ok(());
                }
                done += made;
            }
        };
        work().map_err(|error| error.at(&library))
    }
}
