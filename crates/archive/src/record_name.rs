//! What people call a record of which something is damaged: read byte by byte, so that a text which is none hinders
//! nothing.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};

use crate::tables;

/// What people call the record of a row, as far as it can be read: an article by its reference.
pub(crate) fn name_of(sql: &Connection, noun: &str, id: i64) -> String {
    let (of, key) = match tables::record_of(sql, noun, id) {
        Ok(Some((kind, key))) => (kind.table(), key),
        _ => (noun, id),
    };
    let called = match (of, tables::table(of)) {
        ("article", _) => "reference".to_owned(),
        (_, Some(table)) if !table.called.is_empty() => table.called.join(" || ' ' || "),
        (_, Some(_)) => return key.to_string(),
        ("actor" | "device" | "series", None) => "name".to_owned(),
        ("original", None) => "sha256".to_owned(),
        ("change", None) => "op_id".to_owned(),
        (_, None) => return key.to_string(),
    };
    let read = || -> rusqlite::Result<Option<String>> {
        sql.prepare(&format!("SELECT {called} FROM {of} WHERE id = ?1"))?
            .query_row([key], |row| {
                Ok(match row.get_ref(0)? {
                    ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                    ValueRef::Integer(number) => number.to_string(),
                    _ => key.to_string(),
                })
            })
            .optional()
    };
    read().ok().flatten().unwrap_or_else(|| key.to_string())
}
