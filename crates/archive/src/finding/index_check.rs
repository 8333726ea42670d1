//! The indexes of words compared with an index made anew, in memory, of the same rows: SQLite's own check only says
//! whether an index agrees with itself.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::error::Error;
use crate::store::migrations;

/// The full-text indexes.
const INDEXES: [&str; 2] = ["search_text", "party_text"];

/// An empty catalogue in memory, for the words of entries made anew.
///
/// # Errors
/// SQLite's.
pub(crate) fn fresh_index() -> Result<Connection, Error> {
    let mut fresh = Connection::open_in_memory()?;
    migrations::run(&mut fresh)?;
    fresh.execute_batch("BEGIN")?;
    Ok(fresh)
}

/// The indexes that are not what was written into `fresh`.
///
/// # Errors
/// The catalogue's.
pub(crate) fn differing(sql: &Connection, fresh: &Connection) -> Result<Vec<&'static str>, Error> {
    fresh.execute_batch("COMMIT")?;
    let mut differing = Vec::new();
    for index in INDEXES {
        if sum_of_words(sql, index)? != sum_of_words(fresh, index)?
            || sum_of_rows(sql, &format!("SELECT id, sz FROM {index}_docsize"))?
                != sum_of_rows(fresh, &format!("SELECT id, sz FROM {index}_docsize"))?
        {
            differing.push(index);
        }
    }
    if !words_fit(sql, fresh)? {
        differing.push("search_word");
    }
    Ok(differing)
}

/// The sum of all words of an index, each with its document, column and place.
fn sum_of_words(sql: &Connection, index: &str) -> Result<u64, Error> {
    sql.execute_batch(&format!(
        "DROP TABLE IF EXISTS temp.words_of_{index};
         CREATE VIRTUAL TABLE temp.words_of_{index} USING fts5vocab (main, {index}, instance)"
    ))?;
    let sum = sum_of_rows(
        sql,
        &format!("SELECT term, doc, col, offset FROM temp.words_of_{index}"),
    );
    sql.execute_batch(&format!("DROP TABLE temp.words_of_{index}"))?;
    sum
}

/// The sum of the rows of a query, whatever their order.
fn sum_of_rows(sql: &Connection, query: &str) -> Result<u64, Error> {
    let mut statement = sql.prepare(query)?;
    let count = statement.column_count();
    let mut rows = statement.query([])?;
    let mut sum = 0_u64;
    while let Some(row) = rows.next()? {
        let mut hasher = DefaultHasher::new();
        for at in 0..count {
            match row.get_ref(at)? {
                ValueRef::Null => 0_u8.hash(&mut hasher),
                ValueRef::Integer(number) => number.hash(&mut hasher),
                ValueRef::Real(number) => number.to_bits().hash(&mut hasher),
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.hash(&mut hasher),
            }
        }
        sum = sum.wrapping_add(hasher.finish());
    }
    Ok(sum)
}

/// Whether every word that a slip may have meant is there as it is made now, and each that only texts which are gone had
/// agrees with itself. A word may be printed in several ways: the first that came stays.
fn words_fit(sql: &Connection, fresh: &Connection) -> Result<bool, Error> {
    const ROW: &str = "SELECT form, stem, backwards, printed FROM search_word";
    let read = |row: &rusqlite::Row<'_>| -> rusqlite::Result<[String; 4]> {
        Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
    };
    let mut stands = sql.prepare_cached(&format!("{ROW} WHERE form = ?1"))?;
    let mut wanted = fresh.prepare(ROW)?;
    for word in wanted.query_map([], read)? {
        let [form, stem, backwards, printed] = word?;
        let Ok([_, stem_here, backwards_here, printed_here]) = stands.query_row([&form], read)
        else {
            return Ok(false);
        };
        let alike = stem == stem_here && backwards == backwards_here;
        if !alike || (printed != printed_here && !is_printed(&form, &printed_here)) {
            return Ok(false);
        }
    }
    let mut all = sql.prepare(ROW)?;
    for word in all.query_map([], read)? {
        let Ok([_, stem, backwards, _]) = word else {
            return Ok(false);
        };
        if !stem.chars().rev().eq(backwards.chars()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a word is indexed under a form.
fn is_printed(form: &str, printed: &str) -> bool {
    let made = muragat_language::indexed(printed);
    made.words.iter().any(|word| word.term.form == form)
}
