//! Unit: fonds, inventory, file (ISAD(G)); the tree in which articles lie.

use rusqlite::Connection;

use crate::error::Error;
use crate::record::terms::Level;
use crate::store::describe::{Derived, RecordKind, Table, seen_in};
use crate::store::rows;
use crate::store::rows::{row, sort_key_of};

row! {
    /// A fonds, an inventory or a file.
    Unit in UNIT {
        parent_id: Option<i64> [holds("unit")],
        level: Level,
        code: String [settable],
        title: String [settable],
        creator_id: Option<i64> [holds("party"), settable],
        date_from: Option<String> [settable],
        date_to: Option<String> [settable],
        extent: Option<String> [settable],
        retention_period: Option<String> [settable],
        retention_article: Option<String> [settable],
        note: Option<String> [long, settable],
    }
}

pub(crate) static UNIT: Table = Table {
    derived: &[Derived {
        column: "sort_key",
        from: &["code"],
        compute: sort_key_of,
        may_lack: false,
    }],
    called: &["code", "title"],
    seen_in: &[
        seen_in(RecordKind::Unit, "WITH RECURSIVE up (id) AS (SELECT ?1 UNION SELECT parent_id FROM unit JOIN up USING (id)) SELECT id FROM up"),
        seen_in(RecordKind::Article, "WITH RECURSIVE below (id) AS (SELECT ?1 UNION SELECT unit.id FROM unit JOIN below ON parent_id = below.id)
         SELECT article.id FROM article JOIN below ON unit_id = below.id"),
    ],
    ..Table::new("unit", Unit::FIELDS)
};

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
pub(crate) fn resolve(sql: &Connection, name: &str) -> Result<Unit, Error> {
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
