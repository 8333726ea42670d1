//! Whether the catalogue has the tables, indexes and triggers that this program makes, and no others.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::error::Error;
use crate::exchange::checked::{Checked, Problem};
use crate::store::migrations;

type Schema = BTreeMap<(String, String), Vec<u8>>;

fn schema_of(sql: &Connection) -> rusqlite::Result<Schema> {
    let mut statement = sql.prepare(
        "SELECT CAST(type AS BLOB), CAST(name AS BLOB), CAST(ifnull(sql, tbl_name) AS BLOB) FROM sqlite_schema
         WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'",
    )?;
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let rows = statement.query_map([], |row| {
        Ok(((text(row.get(0)?), text(row.get(1)?)), row.get(2)?))
    })?;
    rows.collect()
}

/// Compares the schema with that of a catalogue made now.
pub(super) fn check_schema(sql: &Connection, found: &mut Checked) -> Result<(), Error> {
    let mut fresh = Connection::open_in_memory()?;
    migrations::run(&mut fresh)?;
    let wanted = schema_of(&fresh)?;
    let stands = schema_of(sql)?;
    for ((_, name), made) in &wanted {
        let alike = stands
            .iter()
            .any(|((_, other), text)| other == name && text == made);
        if !alike {
            found
                .problems
                .push(Problem::new("schema_differs", name.clone()));
        }
    }
    for key in stands.keys().filter(|key| !wanted.contains_key(*key)) {
        found
            .problems
            .push(Problem::new("schema_strange", key.1.clone()));
    }
    Ok(())
}

/// Tables that would give a key a second time, with what they say they gave last and what they did give.
pub(super) fn keys_that_return(sql: &Connection) -> Result<Vec<(String, i64)>, Error> {
    let mut statement = sql.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut found = Vec::new();
    for name in names {
        let name = name?;
        let (given, used): (i64, i64) = sql.query_row(
            &format!(
                "SELECT ifnull((SELECT seq FROM sqlite_sequence WHERE name = ?1), 0),
                        max(ifnull((SELECT max(id) FROM {name}), 0), ifnull((SELECT max(row_id) FROM change WHERE noun = ?1), 0))"
            ),
            [&name],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        if given < used {
            found.push((name, used));
        }
    }
    Ok(found)
}

/// Makes sure that no key is given a second time.
pub(super) fn renew_keys(sql: &Connection) -> Result<(), Error> {
    for (name, used) in keys_that_return(sql)? {
        sql.execute("DELETE FROM sqlite_sequence WHERE name = ?1", [&name])?;
        sql.execute(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)",
            (name, used),
        )?;
    }
    Ok(())
}
