//! Unit: fonds, inventory, file (ISAD(G)); the tree in which articles lie.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::door::Outcome;
use crate::error::Error;
use crate::library::Archive;
use crate::rows::{self, Derived, Table, row, sort_key_of};
use crate::words::{Level, OpKind};

row! {
    /// A fonds, an inventory or a file.
    Unit in UNIT {
        parent_id: Option<i64>,
        level: Level,
        code: String,
        title: String,
        creator_id: Option<i64>,
        date_from: Option<String>,
        date_to: Option<String>,
        extent: Option<String>,
        retention_period: Option<String>,
        retention_article: Option<String>,
        note: Option<String>,
    }
}

pub(crate) static UNIT: Table = Table {
    name: "unit",
    fields: Unit::FIELDS,
    long: &["note"],
    derived: &[Derived {
        column: "sort_key",
        from: &["code"],
        compute: sort_key_of,
    }],
    release: "",
    articles: "",
};

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

/// The units from the fonds down to `unit`.
pub(crate) fn path(sql: &Connection, unit: Option<i64>) -> Result<Vec<Unit>, Error> {
    let mut path: Vec<Unit> = Vec::new();
    let mut next = unit;
    // a tree has three levels; a damaged one may have a ring
    while let Some(id) = next.filter(|_| path.len() < 3) {
        let unit: Unit = rows::get(sql, id)?;
        next = unit.parent_id;
        path.insert(0, unit);
    }
    Ok(path)
}

/// The unit that a person means: a UUID, or codes from the fonds down, as in `12/1/3`.
pub(crate) fn named(sql: &Connection, name: &str) -> Result<Unit, Error> {
    if let Some(unit) = rows::find::<Unit>(sql, "WHERE uuid = ?1", [name])? {
        return Ok(unit);
    }
    let missing = || Error::NotFound {
        noun: "unit",
        id: name.to_owned(),
    };
    let mut parent = 0;
    let mut found = None;
    for code in name.split('/') {
        let unit = rows::find::<Unit>(
            sql,
            "WHERE ifnull(parent_id, 0) = ?1 AND code = ?2",
            (parent, code.trim()),
        )?;
        let unit = unit.ok_or_else(missing)?;
        parent = unit.id;
        found = Some(unit);
    }
    found.ok_or_else(missing)
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

    /// Adds a unit below `parent` (a UUID or codes): a fonds where there is none, else the level below it.
    /// Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::UnitTaken`], [`Error::UnitTooDeep`].
    pub fn add_unit(
        &mut self,
        parent: Option<&str>,
        code: &str,
        title: &str,
    ) -> Result<Outcome<String>, Error> {
        let code = code.trim();
        if code.is_empty() || code.contains('/') || code.chars().any(char::is_control) {
            let (field, value) = ("code".to_owned(), code.to_owned());
            return Err(Error::ValueInvalid {
                noun: "unit",
                field,
                value,
            });
        }
        self.transact(OpKind::AddUnit, |tx| {
            let parent = parent.map(|name| named(tx.sql(), name)).transpose()?;
            let level = match parent.as_ref().map(|p| p.level) {
                None => Level::Fonds,
                Some(Level::Fonds) => Level::Inventory,
                Some(Level::Inventory) => Level::File,
                Some(Level::File) => {
                    return Err(Error::UnitTooDeep {
                        unit: code.to_owned(),
                    });
                }
            };
            let above = parent.as_ref().map_or(0, |p| p.id);
            let tail = "WHERE ifnull(parent_id, 0) = ?1 AND code = ?2";
            if rows::find::<Unit>(tx.sql(), tail, (above, code.trim()))?.is_some() {
                return Err(Error::UnitTaken {
                    unit: code.trim().to_owned(),
                });
            }
            let id = tx.insert(&Unit {
                id: 0,
                uuid: String::new(),
                parent_id: parent.map(|p| p.id),
                level,
                code: code.trim().to_owned(),
                title: title.trim().to_owned(),
                creator_id: None,
                date_from: None,
                date_to: None,
                extent: None,
                retention_period: None,
                retention_article: None,
                note: None,
            })?;
            Ok(rows::get::<Unit>(tx.sql(), id)?.uuid)
        })
    }
}
