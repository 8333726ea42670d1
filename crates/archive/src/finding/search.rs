//! Search: full text over titles, bodies, parties, captions and references, with facets.

use muragat_language::{Phrase, Typing};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::facets::Facets;
use crate::finding::found_articles::For;
use crate::finding::query::ListQuery;
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
    /// Whether the words were taken as a document's number, and not looked for in texts.
    pub numbered: bool,
    /// The best first.
    pub hits: Vec<Hit>,
    /// Over all that match.
    pub facets: Facets,
    /// What words like the searched ones find besides, where these find little.
    pub similar: Alike,
}

/// What only words one slip of the finger from the searched ones find.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Alike {
    /// The words, as they are printed.
    pub words: Vec<String>,
    /// How many articles they find.
    #[ts(type = "number")]
    pub total: u64,
    /// As many of them as the page has room for.
    pub hits: Vec<Hit>,
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
    /// Searches; blank `query.text` matches everything, text without a word nothing. Those that fit best come first.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a unit that is none.
    pub fn search(&self, query: &ListQuery) -> Result<Found, Error> {
        self.search_in_order(query, "tier, rank, day_in_order DESC, article_id DESC")
    }

    /// The same, the newest first.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a unit that is none.
    pub fn search_newest_first(&self, query: &ListQuery) -> Result<Found, Error> {
        self.search_in_order(query, "day_in_order DESC, article_id DESC")
    }

    fn search_in_order(&self, query: &ListQuery, order: &str) -> Result<Found, Error> {
        // one snapshot: another program may write between two of these reads
        let sql = &self.connection().unchecked_transaction()?;
        let gathered = found_articles::gather(sql, query, Typing::Done, For::Ranking)?;
        let hits = |alike: bool, offset: i64| -> Result<Vec<Hit>, Error> {
            sql.prepare_cached(&format!(
                "SELECT article_id FROM hit JOIN search_entry USING (article_id) WHERE (tier = ?1) = ?2 ORDER BY {order} LIMIT ?3 OFFSET ?4"
            ))?
            .query_map(params![found_articles::BELOW, alike, query.limit, offset], |row| row.get(0))?
            .map(|id| make_hit(sql, id?, &gathered.phrases))
            .collect()
        };
        let exact = hits(false, i64::try_from(query.offset).unwrap_or(i64::MAX))?;
        let alike = match query.offset {
            0 => hits(true, 0)?,
            _ => Vec::new(),
        };
        sql.prepare_cached("DELETE FROM hit WHERE tier = ?1")?
            .execute([found_articles::BELOW])?;
        Ok(Found {
            total: gathered.exact,
            numbered: gathered.numbered,
            hits: exact,
            facets: facets::of_hits(sql)?,
            similar: Alike {
                words: gathered.similar,
                total: gathered.alike,
                hits: alike,
            },
        })
    }
}

fn make_hit(sql: &Connection, id: i64, phrases: &[Phrase]) -> Result<Hit, Error> {
    let line = article_list::line(sql, id)?;
    // the snippet comes from the version that says most of what was asked
    let best = version::of_article(sql, id)?
        .iter()
        .map(|version| muragat_language::snippet(&version.body, phrases, SNIPPET))
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
