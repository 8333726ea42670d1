//! The article list: filtered, in order, a page at a time.

use muragat_language::Typing;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::found_articles;
use crate::finding::found_articles::{Gathered, Wanted, first_in_order};
use crate::finding::query;
use crate::finding::query::{Filter, ListOrder, ListQuery};
use crate::finding::words::Asked;
use crate::nouns::article;
use crate::record::ArticleLine;
use crate::record::terms::{Access, State};
use crate::store::library::Archive;
use crate::store::rows;
use crate::values::value_invalid;

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ListPage {
    /// How many articles match in all, with those that only words like the typed ones find.
    #[ts(type = "number")]
    pub total: u64,
    /// How many have the words themselves; they stand first.
    #[ts(type = "number")]
    pub exact: u64,
    /// Whether the words were taken as a document's number, and not looked for in texts.
    pub numbered: bool,
    /// The words like the typed ones that find the others.
    pub similar: Vec<String>,
    /// The page.
    pub rows: Vec<ArticleLine>,
}

/// What a list is ordered by.
fn by(order: ListOrder) -> &'static str {
    match order {
        ListOrder::DateNewest | ListOrder::Relevance => {
            "entry.day_in_order DESC, entry.article_id DESC"
        }
        ListOrder::Title => "entry.title_key, entry.article_id",
        ListOrder::Reference => "article.reference, entry.article_id",
    }
}

/// The tables that a condition and an order speak of.
fn tables(filter: &Filter, order: ListOrder) -> &'static str {
    match order {
        ListOrder::Reference => {
            "search_entry AS entry CROSS JOIN article ON article.id = entry.article_id"
        }
        _ => filter.from(),
    }
}

/// How many articles meet a condition.
pub(crate) fn count(sql: &Connection, filter: &Filter) -> Result<u64, Error> {
    let total: i64 = sql
        .prepare_cached(&format!(
            "SELECT count(*) FROM {} WHERE {}",
            filter.from(),
            filter.condition
        ))?
        .query_row(params_from_iter(&filter.params), |row| row.get(0))?;
    Ok(total.unsigned_abs())
}

impl Archive {
    /// UUIDs of all articles that a query finds, of all its pages, in the order of the list.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a unit that is none.
    pub fn ids_found(&self, query: &ListQuery) -> Result<Vec<String>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        if ranked(query) {
            return ids_of_hits(sql, &gather(sql, query, usize::MAX)?, query.order);
        }
        let filter = query::filter(sql, query)?;
        let all = format!(
            "SELECT article.uuid FROM search_entry AS entry CROSS JOIN article ON article.id = entry.article_id
             WHERE {} ORDER BY {}",
            filter.condition,
            by(query.order)
        );
        let mut statement = sql.prepare_cached(&all)?;
        let ids = statement.query_map(params_from_iter(filter.params), |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// UUIDs of all articles that words find, typed to their end. Words that are none find nothing by mistake: they
    /// are refused.
    ///
    /// # Errors
    /// [`Error::ValueInvalid`] where there is no word.
    pub fn ids_of_words(&self, text: &str) -> Result<Vec<String>, Error> {
        let Asked::Words(_) = Asked::read(Some(text), Typing::Done) else {
            return Err(value_invalid("article", "search", text));
        };
        let sql = &self.connection().unchecked_transaction()?;
        let query = ListQuery {
            text: Some(text.to_owned()),
            ..ListQuery::default()
        };
        let gathered = found_articles::gather(sql, &query, Typing::Done, Wanted::Unordered)?;
        ids_of_hits(sql, &gathered, query.order)
    }

    /// References of articles (UUIDs), in their order; those that are gone have none.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn references(&self, ids: &[String]) -> Result<Vec<String>, Error> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT reference FROM article WHERE uuid = ?1")?;
        let mut references = Vec::with_capacity(ids.len());
        for id in ids {
            references.extend(statement.query_row([id], |row| row.get(0)).optional()?);
        }
        Ok(references)
    }

    /// A page of the list.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a unit that is none.
    pub fn lines(&self, query: &ListQuery) -> Result<ListPage, Error> {
        // one snapshot: another program may write between two of these reads
        let sql = &self.connection().unchecked_transaction()?;
        if ranked(query) {
            return page_of_hits(sql, query);
        }
        let filter = query::filter(sql, query)?;
        let total = count(sql, &filter)?;
        // the lines' own tables are joined to the page alone, not to all that is passed over
        let page = format!(
            "SELECT entry.article_id AS id FROM {} WHERE {} ORDER BY {} LIMIT ? OFFSET ?",
            tables(&filter, query.order),
            filter.condition,
            by(query.order)
        );
        let params = filter.params.into_iter().chain([
            Value::Integer(i64::from(query.limit)),
            Value::Integer(i64::try_from(query.offset).unwrap_or(i64::MAX)),
        ]);
        let rows = lines(
            sql,
            sql.prepare_cached(&page)?
                .query_map(params_from_iter(params), |row| row.get(0))?,
        )?;
        Ok(ListPage {
            total,
            exact: total,
            numbered: false,
            similar: Vec::new(),
            rows,
        })
    }
}

/// Whether the hits must be gathered to be put in order: they are ranked, or likenesses come below.
fn ranked(query: &ListQuery) -> bool {
    let words = matches!(
        Asked::read(query.text.as_deref(), Typing::Going),
        Asked::Words(_)
    );
    words && (query.order == ListOrder::Relevance || query.similar)
}

/// UUIDs of all that was gathered, in the order of the list.
fn ids_of_hits(
    sql: &Connection,
    gathered: &Gathered,
    order: ListOrder,
) -> Result<Vec<String>, Error> {
    let mut statement = sql.prepare_cached("SELECT uuid FROM article WHERE id = ?1")?;
    first_in_order(sql, &gathered.hits, order, usize::MAX)?
        .into_iter()
        .map(|id| Ok(statement.query_row([id], |row| row.get(0))?))
        .collect()
}

fn page_of_hits(sql: &Connection, query: &ListQuery) -> Result<ListPage, Error> {
    let offset = usize::try_from(query.offset).unwrap_or(usize::MAX);
    let wanted = offset.saturating_add(query.limit as usize);
    let gathered = gather(sql, query, wanted)?;
    let first = first_in_order(sql, &gathered.hits, query.order, wanted)?;
    Ok(ListPage {
        total: gathered.hits.len() as u64,
        exact: gathered.exact(),
        numbered: gathered.numbered,
        rows: lines(sql, first.into_iter().skip(offset).map(Ok))?,
        similar: gathered.similar,
    })
}

/// How many hits stand before one.
fn position_of_hit(
    sql: &Connection,
    query: &ListQuery,
    article: i64,
) -> Result<Option<u64>, Error> {
    let gathered = gather(sql, query, usize::MAX)?;
    let all = first_in_order(sql, &gathered.hits, query.order, usize::MAX)?;
    let before = all.iter().position(|id| *id == article);
    Ok(before.map(|before| before as u64))
}

/// Gathers the hits; where no rank is asked, the tier still tells what only a likeness finds.
fn gather(sql: &Connection, query: &ListQuery, wanted: usize) -> Result<Gathered, Error> {
    let wanted = match query.order {
        ListOrder::Relevance => Wanted::First(wanted),
        _ => Wanted::Unordered,
    };
    found_articles::gather(sql, query, Typing::Going, wanted)
}

fn lines(
    sql: &Connection,
    ids: impl Iterator<Item = rusqlite::Result<i64>>,
) -> Result<Vec<ArticleLine>, Error> {
    ids.map(|id| line(sql, id?)).collect()
}

impl Archive {
    /// How many articles stand before one in the list, its pages put together; none where the list does not hold it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an article or a unit that is none.
    pub fn position(&self, query: &ListQuery, id: &str) -> Result<Option<u64>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        if ranked(query) {
            return position_of_hit(sql, query, article::resolve(sql, id)?.id);
        }
        let filter = query::filter(sql, query)?;
        let article = article::resolve(sql, id)?.id;
        if filter.condition == "1" {
            return found_articles::position_among_all(sql, query.order, article);
        }
        let ranks = format!(
            "SELECT before FROM (
               SELECT entry.article_id AS id, row_number() OVER (ORDER BY {}) - 1 AS before FROM {} WHERE {})
             WHERE id = ?",
            by(query.order),
            tables(&filter, query.order),
            filter.condition
        );
        let article = Value::Integer(article);
        let before: Option<i64> = sql
            .prepare_cached(&ranks)?
            .query_row(
                params_from_iter(filter.params.into_iter().chain([article])),
                |row| row.get(0),
            )
            .optional()?;
        Ok(before.map(i64::unsigned_abs))
    }

    /// The line of one article, by UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn line(&self, id: &str) -> Result<ArticleLine, Error> {
        line(
            self.connection(),
            article::resolve(self.connection(), id)?.id,
        )
    }
}

/// The line of one article.
pub(crate) fn line(sql: &Connection, id: i64) -> Result<ArticleLine, Error> {
    Ok(sql
        .prepare_cached(
            "SELECT article.uuid, reference, entry.title, entry.date, state, access, embargo_until, languages, people, photos, unit.uuid,
               state <> 'draft' AND EXISTS (SELECT 1 FROM version WHERE article_id = article.id AND fixed_at IS NULL)
             FROM article JOIN search_entry AS entry ON entry.article_id = article.id LEFT JOIN unit ON unit.id = unit_id
             WHERE article.id = ?1",
        )?
        .query_row([id], |row| {
            Ok(ArticleLine {
                // a damaged article stands in the list as far as it can be read, and closed where that is unknown
                id: rows::readable(row, 0)?,
                reference: rows::readable(row, 1)?,
                title: rows::readable(row, 2)?,
                date: rows::readable_if_any(row, 3)?,
                state: row.get(4).unwrap_or(State::Draft),
                access: row.get(5).unwrap_or(Access::Restricted),
                embargo_until: rows::readable_if_any(row, 6)?,
                languages: rows::readable(row, 7)?.split(' ').map(str::to_owned).collect(),
                people: row.get(8)?,
                photos: row.get(9)?,
                unit: row.get(10)?,
                corrected: row.get(11)?,
            })
        })?)
}
