//! Search: full text over titles, bodies, parties, captions and references, with facets.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::facets::{self, Facets};
use crate::finding::list::{self, ListQuery};
use crate::nouns::version;
use crate::store::library::Archive;

/// Weights of title, body, parties, captions and references in a hit's rank.
const WEIGHTS: &str = "10.0, 1.0, 4.0, 2.0, 6.0";
/// How long a snippet is, in characters.
const SNIPPET: usize = 160;

/// What a search found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Found {
    /// How many articles match in all.
    #[ts(type = "number")]
    pub total: u64,
    /// The best first.
    pub hits: Vec<Hit>,
    /// Over all that match.
    pub facets: Facets,
}

/// An article that matches.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Hit {
    /// UUIDv7.
    pub id: String,
    /// Unique in its library.
    pub reference: String,
    /// Of the first version.
    pub title: String,
    /// Publication date.
    pub date: Option<String>,
    /// From the text as it stands, around the best match.
    pub snippet: String,
    /// Spans of the snippet that match, in characters.
    #[ts(type = "Array<[number, number]>")]
    pub matches: Vec<(usize, usize)>,
}

/// The FTS5 expression of a query's words: every word in any of its forms. With `unfinished` the last
/// word may be the start of one. None where there is no word.
pub(crate) fn expression(text: &str, unfinished: bool) -> Option<String> {
    let words: Vec<Vec<String>> = muragat_language::words(text)
        .map(|word| muragat_language::search_keys(word.text))
        .filter(|keys| !keys.is_empty())
        .collect();
    let last = words.len().checked_sub(1)?;
    let open = unfinished && text.chars().last().is_some_and(char::is_alphanumeric);
    let groups: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, keys)| {
            let mut terms: Vec<String> = keys.iter().map(|key| format!("\"{key}\"")).collect();
            if open && at == last {
                terms.extend(keys.first().map(|whole| format!("\"{whole}\" *")));
            }
            format!("({})", terms.join(" OR "))
        })
        .collect();
    Some(groups.join(" AND "))
}

impl Archive {
    /// Searches; `query.text` without a word matches everything. The order is by rank.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a unit that is none.
    pub fn search(&self, query: &ListQuery) -> Result<Found, Error> {
        // one snapshot: another program may write between two of these reads
        let sql = &self.connection().unchecked_transaction()?;
        let text = query.text.as_deref().unwrap_or_default();
        gather(sql, query, For::Ranking)?;
        let total: i64 = sql.query_row("SELECT count(*) FROM hit", [], |row| row.get(0))?;
        let best: Vec<i64> = sql
            .prepare_cached(
                "SELECT article_id FROM hit JOIN search_entry USING (article_id) ORDER BY rank, date DESC, article_id DESC LIMIT ?1 OFFSET ?2",
            )?
            .query_map(params![query.limit, i64::try_from(query.offset).unwrap_or(i64::MAX)], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let keys: Vec<String> = muragat_language::words(text)
            .flat_map(|word| muragat_language::search_keys(word.text))
            .collect();
        let hits = best
            .into_iter()
            .map(|id| hit(sql, id, &keys))
            .collect::<Result<_, _>>()?;
        Ok(Found {
            total: total.unsigned_abs(),
            hits,
            facets: facets::of_hits(sql)?,
        })
    }
}

/// What a query's articles are gathered for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// Whole words, each article with its rank.
    Ranking,
    /// As one types: the last word may be unfinished; no rank, which costs more than all the rest.
    Counting,
}

/// Puts all articles that a query finds into the temporary table `hit`.
pub(crate) fn gather(sql: &Connection, query: &ListQuery, what_for: For) -> Result<(), Error> {
    let text = query.text.as_deref().unwrap_or_default();
    let rest = list::filter(
        sql,
        &ListQuery {
            text: None,
            ..query.clone()
        },
    )?;
    sql.execute_batch("CREATE TEMP TABLE IF NOT EXISTS hit (article_id INTEGER PRIMARY KEY, rank REAL); DELETE FROM hit;")?;
    let rank = match what_for {
        For::Ranking => format!("bm25(search_text, {WEIGHTS})"),
        For::Counting => "0".to_owned(),
    };
    match expression(text, what_for == For::Counting) {
        Some(expression) => sql
            .prepare_cached(&format!(
                "INSERT INTO hit SELECT search_text.rowid, {rank} FROM search_text
                 CROSS JOIN search_entry AS entry ON entry.article_id = search_text.rowid CROSS JOIN article ON article.id = search_text.rowid
                 WHERE search_text MATCH ? AND {}",
                rest.condition
            ))?
            .execute(params_from_iter([Value::Text(expression)].into_iter().chain(rest.params)))?,
        None => sql
            .prepare_cached(&format!(
                "INSERT INTO hit SELECT entry.article_id, 0 FROM search_entry AS entry CROSS JOIN article ON article.id = entry.article_id WHERE {}",
                rest.condition
            ))?
            .execute(params_from_iter(rest.params))?,
    };
    Ok(())
}

fn hit(sql: &Connection, id: i64, keys: &[String]) -> Result<Hit, Error> {
    let line = list::line(sql, id)?;
    // the snippet comes from the version that says most of what was asked
    let best = version::of_article(sql, id)?
        .iter()
        .map(|version| muragat_language::snippet(&version.body, keys, None, SNIPPET))
        .reduce(|best, next| {
            if next.matches.len() > best.matches.len() {
                next
            } else {
                best
            }
        });
    let (snippet, matches) = best
        .map(|best| (best.text, best.matches))
        .unwrap_or_default();
    Ok(Hit {
        id: line.id,
        reference: line.reference,
        title: line.title,
        date: line.date,
        snippet,
        matches,
    })
}

/// Whether an index answers at all: a damaged one says so here.
pub(crate) fn probe(sql: &Connection) -> rusqlite::Result<()> {
    sql.query_row(
        "SELECT rowid FROM search_text WHERE search_text MATCH '\"a\" *' LIMIT 1",
        [],
        |_| Ok(()),
    )
    .optional()?;
    Ok(())
}
