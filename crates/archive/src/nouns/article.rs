//! Article: the record of a press article. Its reference, its state, its fields.

use rusqlite::{Connection, OptionalExtension, params};

use crate::error::Error;
use crate::nouns::unit;
use crate::record::terms::{Access, State};
use crate::store::describe::{RecordKind, Table, seen_in, seen_in_by};
use crate::store::door::Tx;
use crate::store::rows;
use crate::store::rows::row;

row! {
    /// The record of a press article.
    Article in ARTICLE {
        unit_id: Option<i64> [holds("unit"), settable],
        reference: String [settable],
        series: Option<String>,
        number: Option<i64>,
        state: State,
        kind: Option<String> [settable],
        outgoing_number: Option<String> [settable],
        outgoing_date: Option<String> [settable],
        publication_date: Option<String> [settable],
        captured_on: Option<String> [settable],
        source_url: Option<String> [settable],
        rights: Option<String> [settable],
        note: Option<String> [long, settable],
        access: Access [settable],
        embargo_until: Option<String> [settable],
        access_reason: Option<String> [settable],
        access_decided_by: Option<String> [settable],
        created_at: String,
    }
}

pub(crate) static ARTICLE: Table = Table {
    together: &[&["access", "embargo_until"], &["unit_id", "reference", "series", "number"]],
    called: &["reference"],
    seen_in: &[
        seen_in(RecordKind::Article, "SELECT ?1"),
        seen_in_by(RecordKind::Party, &["reference", "publication_date"], "SELECT party_id FROM participation WHERE article_id = ?1 UNION SELECT on_behalf_of_id FROM participation WHERE article_id = ?1
         UNION SELECT speaker_id FROM quote JOIN version ON version.id = version_id WHERE article_id = ?1"),
        seen_in_by(RecordKind::Photo, &["reference"], "SELECT id FROM photo WHERE article_id = ?1"),
        seen_in_by(RecordKind::Event, &["reference"], "SELECT event_id FROM photo WHERE article_id = ?1"),
        seen_in_by(RecordKind::Unit, &["unit_id"], "WITH RECURSIVE up (id) AS (SELECT unit_id FROM article WHERE id = ?1 UNION SELECT parent_id FROM unit JOIN up USING (id)) SELECT id FROM up"),
        seen_in_by(RecordKind::Transfer, &["reference", "access", "embargo_until"], "SELECT transfer_id FROM transfer_article WHERE article_id = ?1"),
    ],
    indexed_in: "SELECT ?1",
    indexed_by: &["reference", "publication_date", "outgoing_number", "outgoing_date", "note", "kind", "source_url"],
    // the latest date of a party's articles follows theirs
    listed_in: "SELECT party_id FROM participation WHERE article_id = ?1
         UNION SELECT on_behalf_of_id FROM participation WHERE article_id = ?1",
    listed_by: &["publication_date"],
    ..Table::new("article", Article::FIELDS)
};

/// The article of a UUID or a reference.
pub(crate) fn resolve(sql: &Connection, id: &str) -> Result<Article, Error> {
    let id = id.trim();
    rows::find::<Article>(
        sql,
        "WHERE uuid = ?1 OR reference = ?1 ORDER BY uuid = ?1 DESC",
        [id],
    )?
    .ok_or_else(|| Error::NotFound {
        noun: "article",
        id: id.to_owned(),
    })
}

/// The series of automatic references: per unit and year, `12-1-3/2026-`; in the in-tray `2026-`.
pub(crate) fn series_of(sql: &Connection, unit: Option<i64>, year: &str) -> Result<String, Error> {
    let codes: Vec<String> = unit::path(sql, unit)?
        .into_iter()
        .map(|unit| unit.code)
        .collect();
    Ok(match codes.is_empty() {
        true => format!("{year}-"),
        false => format!("{}/{year}-", codes.join("-")),
    })
}

/// Gives the next automatic reference of a unit and year: reference, series, number. A number is given once.
pub(crate) fn next_reference(
    tx: &Tx<'_>,
    unit: Option<i64>,
    year: &str,
) -> Result<(String, String, i64), Error> {
    let sql = tx.sql();
    let series = series_of(sql, unit, year)?;
    let last: Option<i64> = sql
        .prepare_cached("SELECT last FROM series WHERE name = ?1")?
        .query_row([&series], |row| row.get(0))
        .optional()?;
    let mut number = last.unwrap_or(0) + 1;
    loop {
        let reference = format!("{series}{number:04}");
        // a reference typed by hand may stand in the way
        if !sql
            .prepare_cached("SELECT 1 FROM article WHERE reference = ?1")?
            .exists([&reference])?
        {
            note_number_given(tx, &series, number)?;
            return Ok((reference, series, number));
        }
        number += 1;
    }
}

/// Notes that a number of a series is given.
pub(crate) fn note_number_given(tx: &Tx<'_>, series: &str, number: i64) -> Result<(), Error> {
    let find = |sql: &Connection| -> Result<Option<i64>, Error> {
        Ok(sql
            .prepare_cached("SELECT id FROM series WHERE name = ?1")?
            .query_row([series], |row| row.get(0))
            .optional()?)
    };
    if let Some(known) = find(tx.sql())? {
        tx.must_be_whole("series", known)?;
    }
    tx.sql()
        .prepare_cached(
            "INSERT INTO series (name, last) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET last = max(last, ?2)",
        )?
        .execute(params![series, number])?;
    if let Some(id) = find(tx.sql())? {
        tx.note_written("series", id);
    }
    Ok(())
}

/// Articles in the order in which numbers are given to several: of their dates, an undated one by the day when it was
/// entered; then of titles and references.
pub(crate) fn in_order_of_date(
    sql: &Connection,
    articles: Vec<Article>,
) -> Result<Vec<Article>, Error> {
    let mut title = sql.prepare_cached(
        "SELECT title FROM version WHERE article_id = ?1 ORDER BY of_id IS NOT NULL, id LIMIT 1",
    )?;
    let mut keyed = Vec::with_capacity(articles.len());
    for article in articles {
        let title: Option<String> = title.query_row([article.id], |row| row.get(0)).optional()?;
        let date = article.publication_date.as_deref();
        let key = (
            date.map_or_else(
                || article.created_at.get(..10).unwrap_or_default().to_owned(),
                rows::day_in_order,
            ),
            muragat_language::sort_key(title.as_deref().unwrap_or_default()),
            article.reference.clone(),
        );
        keyed.push((key, article));
    }
    keyed.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(keyed.into_iter().map(|(_, article)| article).collect())
}
