//! Whether the library has a file already, by its bytes.

use std::collections::HashSet;

use rusqlite::{OptionalExtension, params};

use crate::error::Error;
use crate::store::library::Archive;

impl Archive {
    /// The sizes of all bytes that the library holds: a file of another size is none of them.
    ///
    /// # Errors
    /// The catalogue cannot be read.
    pub fn held_sizes(&self) -> Result<HashSet<u64>, Error> {
        let mut sizes = self
            .connection()
            .prepare_cached("SELECT DISTINCT size FROM original")?;
        let sizes = sizes.query_map([], |row| Ok(row.get::<_, i64>(0)?.unsigned_abs()))?;
        Ok(sizes.collect::<Result<_, _>>()?)
    }

    /// Whether these bytes stand in the catalogue: as what a text was received as, as a photo, or with a transfer. Bytes
    /// whose intake was taken back do not.
    ///
    /// # Errors
    /// The catalogue cannot be read.
    pub fn holds_file(&self, sha256: &str) -> Result<bool, Error> {
        let mut found = self.connection().prepare_cached(
            "SELECT 1 FROM original WHERE sha256 = ?1 AND (
                EXISTS (SELECT 1 FROM file WHERE original_id = original.id)
                OR EXISTS (SELECT 1 FROM photo WHERE original_id = original.id)
                OR EXISTS (SELECT 1 FROM transfer_file WHERE original_id = original.id))",
        )?;
        let found = found.query_row(params![sha256], |_| Ok(())).optional()?;
        Ok(found.is_some())
    }

    /// The number of the latest op: while it stays, nothing was written.
    ///
    /// # Errors
    /// The catalogue cannot be read.
    pub fn latest_op(&self) -> Result<Option<i64>, Error> {
        let mut latest = self.connection().prepare_cached("SELECT max(id) FROM op")?;
        Ok(latest.query_row([], |row| row.get(0))?)
    }
}
