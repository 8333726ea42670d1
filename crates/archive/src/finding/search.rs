//! Search: full text over titles, bodies, parties, captions and references, with facets.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::facets::Facets;
use crate::finding::query::{ListQuery, Unfinished, Words};
use crate::finding::{article_list, facets, found_articles};
use crate::nouns::version;
use crate::store::library::Archive;

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

impl Archive {
    /// Searches; `query.text` without a word matches everything. The order is by rank.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a unit that is none.
    pub fn search(&self, query: &ListQuery) -> Result<Found, Error> {
        // one snapshot: another program may write between two of these reads
        let sql = &self.connection().unchecked_transaction()?;
        let text = query.text.as_deref().unwrap_or_default();
        found_articles::gather(sql, query, found_articles::For::Ranking)?;
        let total: i64 = sql.query_row("SELECT count(*) FROM hit", [], |row| row.get(0))?;
        let best: Vec<i64> = sql
            .prepare_cached(
                "SELECT article_id FROM hit JOIN search_entry USING (article_id) ORDER BY rank, day_in_order DESC, article_id DESC LIMIT ?1 OFFSET ?2",
            )?
            .query_map(params![query.limit, i64::try_from(query.offset).unwrap_or(i64::MAX)], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let keys = Words::parse(text, Unfinished::Never).keys();
        let hits = best
            .into_iter()
            .map(|id| make_hit(sql, id, &keys))
            .collect::<Result<_, _>>()?;
        Ok(Found {
            total: total.unsigned_abs(),
            hits,
            facets: facets::of_hits(sql)?,
        })
    }
}

fn make_hit(sql: &Connection, id: i64, keys: &[String]) -> Result<Hit, Error> {
    let line = article_list::line(sql, id)?;
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
pub(crate) fn probe_index(sql: &Connection) -> rusqlite::Result<()> {
    sql.query_row(
        "SELECT rowid FROM search_text WHERE search_text MATCH '\"a\" *' LIMIT 1",
        [],
        |_| Ok(()),
    )
    .optional()?;
    Ok(())
}
