//! Articles of which something is not what was saved: they stay out of an export, and all others go.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::article_seal;
use crate::error::Error;
use crate::record_name::name_of;
use crate::store::describe::RecordKind;
use crate::store::library::Archive;
use crate::store::seals::{self, Broken};
use crate::tables;

impl Archive {
    /// The articles in whose records something shows that is not what was saved, by UUID, each with its reference as
    /// far as that can be read. A part of the catalogue that cannot be read at all is named by no article here: who reads
    /// those finds out.
    ///
    /// # Errors
    /// The catalogue's, but for its damage.
    pub fn damaged_articles(&self) -> Result<BTreeMap<String, String>, Error> {
        let sql = self.connection().unchecked_transaction()?;
        let mut damaged = BTreeMap::new();
        for noun in readable(seals::sealed_tables(&sql))? {
            let mut broken = Broken::default();
            readable(seals::compare(&sql, &noun, &mut broken))?;
            for (noun, row) in broken.rows() {
                for article in readable(showing(&sql, &noun, row))? {
                    note(&sql, article, &mut damaged);
                }
            }
        }
        for article in readable(article_seal::broken(&sql))? {
            note(&sql, article, &mut damaged);
        }
        Ok(damaged)
    }
}

/// What can be read; nothing where the catalogue is damaged there.
fn readable<T: Default>(read: Result<T, Error>) -> Result<T, Error> {
    match read {
        Err(error) if error.is_damage() => Ok(T::default()),
        other => other,
    }
}

fn note(sql: &Connection, article: i64, damaged: &mut BTreeMap<String, String>) {
    let uuid: rusqlite::Result<String> =
        sql.query_row("SELECT uuid FROM article WHERE id = ?1", [article], |row| {
            row.get(0)
        });
    // one that has no UUID to be read is among none that are exported
    if let Ok(uuid) = uuid {
        damaged.insert(uuid, name_of(sql, "article", article));
    }
}

/// The articles in whose records a row is seen.
fn showing(sql: &Connection, noun: &str, row: i64) -> Result<Vec<i64>, Error> {
    let queries: Vec<&str> = match tables::table(noun) {
        Some(table) => {
            let seen = table.seen_in.iter();
            seen.filter(|seen| seen.kind == RecordKind::Article)
                .map(|seen| seen.select)
                .collect()
        }
        None if noun == "original" => vec![
            "SELECT article_id FROM file JOIN version ON version.id = version_id WHERE original_id = ?1
             UNION SELECT article_id FROM photo WHERE original_id = ?1",
        ],
        None => Vec::new(),
    };
    let mut articles = Vec::new();
    for query in queries {
        let mut statement = sql.prepare_cached(query)?;
        for article in statement.query_map([row], |found| found.get::<_, Option<i64>>(0))? {
            articles.extend(article?);
        }
    }
    Ok(articles)
}
