//! The library in figures, without a word of what stands in it: for whoever looks for the cause of a failure.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::error::Error;
use crate::store::library::{Archive, CATALOGUE};
use crate::tables::TABLES;

/// The tables that are no noun's and say how large a library is.
const BESIDE_NOUNS: &[&str] = &["op", "change", "original", "actor", "device"];

/// A library in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LibraryFigures {
    /// The number of the last migration that its catalogue went through.
    pub schema: i64,
    /// The version of SQLite.
    pub sqlite: &'static str,
    /// Whether it is only read.
    pub read_only: bool,
    /// The catalogue's size in bytes.
    pub catalogue_octets: u64,
    /// The size of all originals together in bytes, as they came.
    pub original_octets: u64,
    /// How many rows each table has.
    pub rows: BTreeMap<&'static str, u64>,
}

impl Archive {
    /// The library in figures.
    ///
    /// # Errors
    /// That it cannot be read.
    pub fn figures(&self) -> Result<LibraryFigures, Error> {
        let sql = self.connection();
        let number = |query: &str| -> Result<u64, Error> {
            let number: i64 = sql.query_row(query, [], |row| row.get(0))?;
            Ok(number.unsigned_abs())
        };
        let nouns = TABLES.iter().map(|table| table.name);
        let mut rows = BTreeMap::new();
        for table in nouns.chain(BESIDE_NOUNS.iter().copied()) {
            rows.insert(table, number(&format!("SELECT count(*) FROM {table}"))?);
        }
        let catalogue = self.path().join(CATALOGUE);
        let size = std::fs::metadata(&catalogue).map_err(|e| Error::reading(&catalogue, &e))?;
        Ok(LibraryFigures {
            schema: sql.pragma_query_value(None, "user_version", |row| row.get(0))?,
            sqlite: rusqlite::version(),
            read_only: self.is_read_only(),
            catalogue_octets: size.len(),
            original_octets: number("SELECT coalesce(sum(size), 0) FROM original")?,
            rows,
        })
    }
}
