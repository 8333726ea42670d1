//! Party entries: what the list of parties knows of each, and the words under which it is a candidate. They
//! follow from the rows and can be thrown away.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};

use crate::error::Error;

/// A party in more articles than this is looked for among the newest articles, not the date among its own.
const MANY: i64 = 1000;

/// The line of a party, in the order of the columns after its key.
type Entry = (String, Vec<u8>, i64, Option<String>);

/// The entry that a party's rows make; none where it is gone. Search entries are up to date then.
fn compose(sql: &Connection, id: i64) -> Result<Option<Entry>, Error> {
    let party: Option<(String, Vec<u8>)> = sql
        .prepare_cached("SELECT kind, sort_key FROM party WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((kind, sort_key)) = party else {
        return Ok(None);
    };
    let articles: i64 = sql
        .prepare_cached(
            "SELECT count(*) FROM (SELECT article_id FROM participation WHERE party_id = ?1
               UNION SELECT article_id FROM participation WHERE on_behalf_of_id = ?1)",
        )?
        .query_row([id], |row| row.get(0))?;
    let latest = match articles {
        ..=MANY => {
            "SELECT max(date) FROM search_entry WHERE article_id IN (SELECT article_id FROM participation WHERE party_id = ?1
               UNION SELECT article_id FROM participation WHERE on_behalf_of_id = ?1)"
        }
        _ => {
            "SELECT (SELECT date FROM search_entry WHERE date IS NOT NULL
               AND EXISTS (SELECT 1 FROM participation WHERE participation.article_id = search_entry.article_id
                           AND ?1 IN (party_id, on_behalf_of_id))
             ORDER BY date DESC LIMIT 1)"
        }
    };
    let last_date = sql
        .prepare_cached(latest)?
        .query_row([id], |row| row.get(0))?;
    Ok(Some((kind, sort_key, articles, last_date)))
}

/// A word of a key of a party's names, with the form's integer key; 0 for the authorised name.
type Word = (String, i64);

/// The words that a party's rows make; none where it is gone.
fn words(sql: &Connection, id: i64) -> Result<BTreeSet<Word>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT match_key, 0 FROM party WHERE id = ?1
         UNION ALL SELECT match_key, id FROM party_name WHERE party_id = ?1",
    )?;
    let keys = statement.query_map([id], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
    })?;
    let mut words = BTreeSet::new();
    for found in keys {
        let (key, name) = found?;
        words.extend(key.split(' ').map(|word| (word.to_owned(), name)));
    }
    Ok(words)
}

/// The words that stand for a party.
fn stored_words(sql: &Connection, id: i64) -> Result<BTreeSet<Word>, Error> {
    let mut statement =
        sql.prepare_cached("SELECT word, name_id FROM party_word WHERE party_id = ?1")?;
    let words = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(words.collect::<Result<_, _>>()?)
}

/// Brings a party's entry and words up to date, or takes them away where the party is gone.
pub(crate) fn refresh(sql: &Connection, id: i64) -> Result<(), Error> {
    let wanted = words(sql, id)?;
    // most writes touch a party's articles, not its names
    if wanted != stored_words(sql, id)? {
        sql.prepare_cached("DELETE FROM party_word WHERE party_id = ?1")?
            .execute([id])?;
        for (word, name) in wanted {
            sql.prepare_cached(
                "INSERT INTO party_word (word, party_id, name_id) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![word, id, name])?;
        }
    }
    match compose(sql, id)? {
        Some((kind, sort_key, articles, last_date)) => sql
            .prepare_cached("INSERT OR REPLACE INTO party_entry (party_id, kind, sort_key, articles, last_date) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![id, kind, sort_key, articles, last_date])?,
        None => sql
            .prepare_cached("DELETE FROM party_entry WHERE party_id = ?1")?
            .execute([id])?,
    };
    Ok(())
}

fn ids(sql: &Connection) -> Result<Vec<i64>, Error> {
    let mut statement = sql.prepare("SELECT id FROM party ORDER BY id")?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Makes every entry anew, inside a transaction of the caller.
pub(crate) fn rebuild(sql: &Connection) -> Result<(), Error> {
    sql.execute_batch("DELETE FROM party_entry; DELETE FROM party_word;")?;
    for id in ids(sql)? {
        refresh(sql, id)?;
    }
    Ok(())
}

/// Names of parties whose entry is not what their rows make, and keys of entries whose party is gone.
pub(crate) fn stale(sql: &Connection) -> Result<Vec<String>, Error> {
    let mut stale: Vec<String> = sql
        .prepare(
            "SELECT party_id FROM party_entry WHERE party_id NOT IN (SELECT id FROM party)
             UNION SELECT party_id FROM party_word WHERE party_id NOT IN (SELECT id FROM party)",
        )?
        .query_map([], |row| row.get::<_, i64>(0))?
        .map(|id| id.map(|id| id.to_string()))
        .collect::<Result<_, _>>()?;
    for id in ids(sql)? {
        let stored: Option<Entry> = sql
            .prepare_cached(
                "SELECT kind, sort_key, articles, last_date FROM party_entry WHERE party_id = ?1",
            )?
            .query_row([id], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .optional()?;
        if stored != compose(sql, id)? || stored_words(sql, id)? != words(sql, id)? {
            stale.push(
                sql.query_row("SELECT name FROM party WHERE id = ?1", [id], |row| {
                    row.get(0)
                })?,
            );
        }
    }
    Ok(stale)
}
