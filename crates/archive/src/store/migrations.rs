//! The numbered steps that make the catalogue's schema. A step that has shipped is never edited.

use std::fs::File;
use std::path::Path;

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, TransactionBehavior};

use crate::store::rows;

/// Step n brings a catalogue from version n to n + 1.
const STEPS: &[&str] = &[
    include_str!("../../migrations/0001.sql"),
    include_str!("../../migrations/0002.sql"),
    include_str!("../../migrations/0003.sql"),
    include_str!("../../migrations/0004.sql"),
    include_str!("../../migrations/0005.sql"),
    include_str!("../../migrations/0006.sql"),
    include_str!("../../migrations/0007.sql"),
    include_str!("../../migrations/0008.sql"),
    include_str!("../../migrations/0009.sql"),
    include_str!("../../migrations/0010.sql"),
    include_str!("../../migrations/0011.sql"),
    include_str!("../../migrations/0012.sql"),
    include_str!("../../migrations/0013.sql"),
    include_str!("../../migrations/0014.sql"),
    include_str!("../../migrations/0015.sql"),
    include_str!("../../migrations/0016.sql"),
    include_str!("../../migrations/0017.sql"),
    include_str!("../../migrations/0018.sql"),
];

/// The version that this program writes.
pub(crate) const KNOWN: i64 = STEPS.len() as i64;

/// Waits until no other program brings the library up to date; none does as long as what this gives lives. Where the
/// disk knows no locks, each step still is a transaction of its own, and each keeps a copy of its own.
pub(crate) fn wait_for_others(library: &Path) -> Option<File> {
    let folder = File::open(library).ok()?;
    folder.lock().ok().map(|()| folder)
}

/// Brings a catalogue to [`KNOWN`], each step in a transaction of its own.
pub(crate) fn run(sql: &mut Connection) -> rusqlite::Result<()> {
    add_functions(sql)?;
    loop {
        let step = sql.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let version: i64 = step.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let Some(text) = usize::try_from(version).ok().and_then(|n| STEPS.get(n)) else {
            return Ok(());
        };
        step.execute_batch(text)?;
        step.pragma_update(None, "user_version", version + 1)?;
        step.commit()?;
    }
}

/// What a step needs of the language to fill what it made.
fn add_functions(sql: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    sql.create_scalar_function("search_terms", 1, flags, |given| {
        Ok(muragat_language::search_terms(&given.get::<String>(0)?))
    })?;
    sql.create_scalar_function("sort_key", 1, flags, |given| {
        Ok(muragat_language::sort_key(&given.get::<String>(0)?))
    })?;
    sql.create_scalar_function("day_in_order", 1, flags, |given| {
        Ok(rows::day_in_order(&given.get::<String>(0)?))
    })?;
    sql.create_scalar_function("release_key", 2, flags, |given| {
        let (title, body): (String, String) = (given.get(0)?, given.get(1)?);
        Ok(muragat_language::release_key(&title, &body))
    })?;
    sql.create_scalar_function("name_call", 5, flags, |given| {
        let (kind, name): (String, String) = (given.get(0)?, given.get(1)?);
        let said: [Option<String>; 3] = [given.get(2)?, given.get(3)?, given.get(4)?];
        let said = said.each_ref().map(|part| part.as_deref());
        let calls = muragat_language::person_name_with(&name, said).calls();
        Ok(match kind.as_str() {
            "surname" => calls.surname,
            _ => calls.initials,
        })
    })?;
    sql.create_scalar_function("listed_name", 2, flags, |given| {
        let name: String = given.get(1)?;
        let listed = match given.get::<String>(0)?.as_str() {
            "person" => muragat_language::surname_first(&muragat_language::person_name(&name)),
            _ => None,
        };
        Ok(listed.unwrap_or(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// schema.sql is what the migrations make, for a person to review. `UPDATE=1 cargo test` rewrites it.
    #[test]
    fn schema_sql_is_what_the_migrations_make() {
        let mut sql = Connection::open_in_memory().unwrap();
        run(&mut sql).unwrap();
        let mut statement = sql
            .prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_text_%' AND name NOT LIKE 'party_text_%' AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
            .unwrap();
        let parts: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let made = format!(
            "-- Generated from migrations/: do not edit. Version {KNOWN}.\n\n{};\n",
            parts.join(";\n\n")
        );
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.sql");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path, &made).unwrap();
        }
        let stands = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            stands == made,
            "schema.sql differs from the migrations: UPDATE=1 cargo test -p muragat-archive schema_sql"
        );
    }
}
