//! Search: full text over titles, bodies, parties, captions and references, with facets.

use muragat_language::{Phrase, Typing};
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::facets::Facets;
use crate::finding::found_articles::{Wanted, first_in_order};
use crate::finding::query::{ListOrder, ListQuery};
use crate::finding::{article_list, found_articles};
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
        self.search_in_order(query, true)
    }

    /// The same, the newest first.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a unit that is none.
    pub fn search_newest_first(&self, query: &ListQuery) -> Result<Found, Error> {
        self.search_in_order(query, false)
    }

    fn search_in_order(&self, query: &ListQuery, by_fit: bool) -> Result<Found, Error> {
        // one snapshot: another program may write between two of these reads
        let sql = &self.connection().unchecked_transaction()?;
        let offset = usize::try_from(query.offset).unwrap_or(usize::MAX);
        let limit = query.limit as usize;
        let wanted = match by_fit {
            true => Wanted::First(offset.saturating_add(limit)),
            false => Wanted::Unordered,
        };
        let gathered = found_articles::gather(sql, query, Typing::Done, wanted)?;
        let total = gathered.exact();
        let (alike, exact): (Vec<_>, Vec<_>) = gathered
            .hits
            .into_iter()
            .partition(|hit| hit.tier == found_articles::BELOW);
        let hits = |found: &[found_articles::Hit], offset: usize| -> Result<Vec<Hit>, Error> {
            let wanted = offset.saturating_add(limit);
            first_in_order(sql, found, ListOrder::Relevance, wanted)?
                .into_iter()
                .skip(offset)
                .map(|id| make_hit(sql, id, &gathered.phrases))
                .collect()
        };
        Ok(Found {
            total,
            numbered: gathered.numbered,
            hits: hits(&exact, offset)?,
            facets: self.facets_of_hits(sql, &exact)?,
            similar: Alike {
                total: gathered.alike,
                hits: match offset {
                    0 => hits(&alike, 0)?,
                    _ => Vec::new(),
                },
                words: gathered.similar,
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
