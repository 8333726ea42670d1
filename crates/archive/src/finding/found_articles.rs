//! The articles that a query finds, gathered in a temporary table for ranking and counting.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::error::Error;
use crate::finding::query;
use crate::finding::query::{ListQuery, Unfinished, Words};

/// Weights of title, body, parties, captions and references in a hit's rank.
const WEIGHTS: &str = "10.0, 1.0, 4.0, 2.0, 6.0";

/// What a query's articles are gathered for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// Whole words, each article with its rank.
    Ranking,
    /// As one types: the last word may be unfinished; no rank, which costs more than all the rest.
    Counting,
}

/// Puts all articles that a query finds into the temporary table `hit`.
pub(crate) fn gather(sql: &Connection, asked: &ListQuery, what_for: For) -> Result<(), Error> {
    let text = asked.text.as_deref().unwrap_or_default();
    let rest = query::filter(
        sql,
        &ListQuery {
            text: None,
            ..asked.clone()
        },
    )?;
    sql.execute_batch("CREATE TEMP TABLE IF NOT EXISTS hit (article_id INTEGER PRIMARY KEY, rank REAL); DELETE FROM hit;")?;
    let rank = match what_for {
        For::Ranking => format!("bm25(search_text, {WEIGHTS})"),
        For::Counting => "0".to_owned(),
    };
    let unfinished = match what_for {
        For::Ranking => Unfinished::Never,
        For::Counting => Unfinished::Last,
    };
    match Words::parse(text, unfinished).expression_in(sql)? {
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
