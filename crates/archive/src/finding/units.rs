//! The tree of units, and one of them whole.

use rusqlite::OptionalExtension;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::nouns::unit;
use crate::record::UnitRecord;
use crate::record::terms::Level;
use crate::store::library::Archive;

/// A unit as a line of the tree.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct UnitLine {
    /// UUIDv7.
    pub id: String,
    /// The unit above, by UUID.
    pub parent: Option<String>,
    /// Fonds, inventory or file.
    pub level: Level,
    /// Its part of the reference code.
    pub code: String,
    /// Title.
    pub title: String,
    /// How many articles lie in it and below.
    #[ts(type = "number")]
    pub articles: u64,
}

impl Archive {
    /// The whole tree, each unit after the one above it.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn units(&self) -> Result<Vec<UnitLine>, Error> {
        let mut statement = self.connection().prepare_cached(
            "WITH RECURSIVE own (unit_id, articles) AS (SELECT unit_id, count(*) FROM article WHERE unit_id IS NOT NULL GROUP BY unit_id),
             up (unit_id, articles) AS (SELECT unit_id, articles FROM own
                 UNION ALL SELECT unit.parent_id, up.articles FROM up JOIN unit ON unit.id = up.unit_id WHERE unit.parent_id IS NOT NULL),
             down (id, depth, path) AS (SELECT id, 0, hex(sort_key) || '.' FROM unit WHERE parent_id IS NULL
                 UNION ALL SELECT unit.id, depth + 1, path || hex(unit.sort_key) || '.' FROM unit JOIN down ON unit.parent_id = down.id)
             SELECT unit.uuid, above.uuid, unit.level, unit.code, unit.title,
                    ifnull((SELECT sum(articles) FROM up WHERE up.unit_id = unit.id), 0)
             FROM down JOIN unit ON unit.id = down.id LEFT JOIN unit AS above ON above.id = unit.parent_id ORDER BY path",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(UnitLine {
                id: row.get(0)?,
                parent: row.get(1)?,
                level: row.get(2)?,
                code: row.get(3)?,
                title: row.get(4)?,
                articles: row.get::<_, i64>(5)?.unsigned_abs(),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One unit with all its fields.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn unit(&self, id: &str) -> Result<UnitRecord, Error> {
        let sql = self.connection();
        let unit = unit::resolve(sql, id)?;
        let uuid = |table: &str, id: Option<i64>| -> Result<Option<String>, Error> {
            let query = format!("SELECT uuid FROM {table} WHERE id = ?1");
            Ok(sql
                .prepare_cached(&query)?
                .query_row([id], |row| row.get(0))
                .optional()?)
        };
        Ok(UnitRecord {
            parent: uuid("unit", unit.parent_id)?,
            creator: uuid("party", unit.creator_id)?,
            id: unit.uuid,
            level: unit.level,
            code: unit.code,
            title: unit.title,
            date_from: unit.date_from,
            date_to: unit.date_to,
            extent: unit.extent,
            retention_period: unit.retention_period,
            retention_article: unit.retention_article,
            note: unit.note,
        })
    }
}
