//! What a registered article says as a whole: a digest of the seals of all its rows (texts, cast, positions as printed,
//! mentions, quotes, photos with their texts and regions, files, access), made at its registration and anew with each op
//! that changes something of it, each tied to the one before.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::record::terms::State;
use crate::store::chain::State as Sum;
use crate::store::describe::{RecordKind, Table};
use crate::store::ledger::Done;
use crate::store::seals::{self, Written};
use crate::tables;

/// The articles of which an op changed a row that is part of them.
pub(crate) fn changed(
    sql: &Connection,
    done: &[(&'static Table, i64, Done)],
) -> Result<BTreeSet<i64>, Error> {
    let mut articles = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for (table, id, change) in done {
        if tables::top(table) != "article" && !is_part_else(table) {
            continue;
        }
        match change {
            Done::Delete {
                before: Json::Object(before),
            } => articles.extend(article_of_gone(sql, table, before)?),
            _ if seen.insert((table.name, *id)) => {
                if let Some((RecordKind::Article, article)) =
                    tables::record_of(sql, table.name, *id)?
                {
                    articles.insert(article);
                }
            }
            _ => {}
        }
    }
    Ok(articles)
}

fn is_part_else(table: &'static Table) -> bool {
    tables::within(table, "article").next().is_some()
}

/// The article of a row that is gone, as long as what it was part of stands.
fn article_of_gone(
    sql: &Connection,
    table: &'static Table,
    before: &Map<String, Json>,
) -> Result<Option<i64>, Error> {
    for (field, parent) in tables::homes(table) {
        if let Some(above) = before.get(field.name).and_then(Json::as_i64) {
            return Ok(match tables::record_of(sql, parent, above)? {
                Some((RecordKind::Article, article)) => Some(article),
                _ => None,
            });
        }
    }
    Ok(None)
}

/// The digest that stands for an article last.
pub(crate) fn last(sql: &Connection, article: i64) -> Result<Option<String>, Error> {
    Ok(sql
        .prepare_cached(
            "SELECT sha256 FROM article_seal WHERE article_id = ?1 ORDER BY id DESC LIMIT 1",
        )?
        .query_row([article], |row| row.get(0))
        .optional()?)
}

/// The digest of an article's rows after one that stood before, as their seals say.
pub(crate) fn digest_after(
    sql: &Connection,
    article: i64,
    before: Option<&str>,
) -> Result<String, Error> {
    let mut digest = Sha256::new();
    digest.update(before.unwrap_or_default());
    for table in tables::nouns_of("article") {
        let query = format!(
            "SELECT digest FROM seal WHERE noun = '{}' AND row_id IN ({}) ORDER BY row_id",
            table.name,
            tables::parts_query(table, "article")
        );
        let mut statement = sql.prepare_cached(&query)?;
        let mut rows = statement.query([article])?;
        while let Some(row) = rows.next()? {
            digest.update(row.get::<_, [u8; 32]>(0).unwrap_or_default());
        }
    }
    Ok(muragat_files::hex(&digest.finalize()))
}

/// Seals the registered among articles, with the op that changed them. Gives by how much the sum of all seals changed.
pub(crate) fn renew(sql: &Connection, op: i64, articles: &BTreeSet<i64>) -> Result<Sum, Error> {
    let mut written = Written::new();
    for article in articles {
        let state: Option<State> = sql
            .prepare_cached("SELECT state FROM article WHERE id = ?1")?
            .query_row([article], |row| row.get(0))
            .optional()?;
        if state.is_none_or(|state| state == State::Draft) {
            continue;
        }
        let before = last(sql, *article)?;
        let now = digest_after(sql, *article, before.as_deref())?;
        sql.prepare_cached(
            "INSERT INTO article_seal (article_id, op_id, sha256) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![article, op, now])?;
        written.insert(("article_seal", sql.last_insert_rowid()));
    }
    seals::renew(sql, &written)
}

/// Registered articles whose last digest is not what their rows come to, by their keys. Those of an older library, that
/// nobody touched since, have none yet.
pub(crate) fn broken(sql: &Connection) -> Result<Vec<i64>, Error> {
    let mut statement = sql.prepare(
        "SELECT article_id, sha256, (SELECT sha256 FROM article_seal AS earlier
                                     WHERE earlier.article_id = seal.article_id AND earlier.id < seal.id ORDER BY id DESC LIMIT 1)
         FROM article_seal AS seal JOIN article ON article.id = article_id AND article.state <> 'draft'
         WHERE seal.id = (SELECT max(id) FROM article_seal AS later WHERE later.article_id = seal.article_id)",
    )?;
    let mut rows = statement.query([])?;
    let mut broken = Vec::new();
    while let Some(row) = rows.next()? {
        let (article, stands): (i64, String) = (row.get(0)?, row.get(1)?);
        let before: Option<String> = row.get(2)?;
        if digest_after(sql, article, before.as_deref())? != stands {
            broken.push(article);
        }
    }
    Ok(broken)
}
