//! The article list: filtered, in order, a page at a time.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::finding::search;
use crate::nouns::article;
use crate::nouns::unit;
use crate::record::ArticleLine;
use crate::record::terms::State;
use crate::store::library::Archive;

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListOrder {
    /// Newest publication date first; undated last.
    #[default]
    DateNewest,
    /// By title, in the order of the Kazakh alphabet.
    Title,
    /// By reference.
    Reference,
}

/// Which articles, and which page of them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ListQuery {
    /// Words that the article has, in any ending; the last may be unfinished.
    pub text: Option<String>,
    /// In this unit (a UUID) or below.
    pub unit: Option<String>,
    /// Only articles that lie in no unit.
    pub in_tray: bool,
    /// Published in this year.
    pub year: Option<i32>,
    /// All of these parties (UUIDs) take part, or are spoken for.
    pub parties: Vec<String>,
    /// Under this subject heading, a UUID.
    pub subject: Option<String>,
    /// About this place, a UUID.
    pub place: Option<String>,
    /// Reporting this event, a UUID.
    pub event: Option<String>,
    /// Has a version in this language, BCP 47.
    pub language: Option<String>,
    /// Draft, registered or withdrawn.
    pub state: Option<State>,
    /// How many to pass over.
    #[ts(type = "number")]
    pub offset: u64,
    /// How many to give, at most.
    pub limit: u32,
    /// In which order.
    pub order: ListOrder,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ListPage {
    /// How many articles match in all.
    #[ts(type = "number")]
    pub total: u64,
    /// The page.
    pub rows: Vec<ArticleLine>,
}

/// A condition on articles, as SQL over `article` and `entry`, with its parameters.
pub(crate) struct Filter {
    pub condition: String,
    pub params: Vec<Value>,
}

impl Filter {
    /// The tables that the condition speaks of.
    fn from(&self) -> &'static str {
        match self.condition.contains("article.") {
            true => "search_entry AS entry CROSS JOIN article ON article.id = entry.article_id",
            false => "search_entry AS entry",
        }
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

/// The condition of a query.
pub(crate) fn filter(sql: &Connection, query: &ListQuery) -> Result<Filter, Error> {
    let mut conditions: Vec<String> = Vec::new();
    let mut params: Vec<Value> = Vec::new();
    if let Some(expression) = query
        .text
        .as_deref()
        .and_then(|text| search::expression(text, true))
    {
        conditions.push(
            "entry.article_id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)"
                .to_owned(),
        );
        params.push(Value::Text(expression));
    }
    if let Some(name) = query.unit.as_deref() {
        conditions.push(
            "article.unit_id IN (WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id) SELECT id FROM below)"
                .to_owned(),
        );
        params.push(Value::Integer(unit::named(sql, name)?.id));
    }
    if query.in_tray {
        conditions.push("article.unit_id IS NULL".to_owned());
    }
    if let Some(year) = query.year {
        conditions.push("entry.year = ?".to_owned());
        params.push(Value::Integer(i64::from(year)));
    }
    for party in &query.parties {
        conditions.push(
            "entry.article_id IN (SELECT article_id FROM participation WHERE party_id = (SELECT id FROM party WHERE uuid = ?)
               UNION SELECT article_id FROM participation WHERE on_behalf_of_id = (SELECT id FROM party WHERE uuid = ?))"
                .to_owned(),
        );
        params.extend([Value::Text(party.clone()), Value::Text(party.clone())]);
    }
    for (noun, id) in [
        ("subject", &query.subject),
        ("place", &query.place),
        ("event", &query.event),
    ] {
        if let Some(id) = id {
            conditions.push(format!(
                "entry.article_id IN (SELECT article_id FROM article_{noun} WHERE {noun}_id = (SELECT id FROM {noun} WHERE uuid = ?))"
            ));
            params.push(Value::Text(id.clone()));
        }
    }
    if let Some(language) = &query.language {
        conditions.push("instr(' ' || entry.languages || ' ', ' ' || ? || ' ') > 0".to_owned());
        params.push(Value::Text(language.clone()));
    }
    if let Some(state) = query.state {
        conditions.push("article.state = ?".to_owned());
        params.push(Value::Text(state.as_str().to_owned()));
    }
    let condition = match conditions.is_empty() {
        true => "1".to_owned(),
        false => conditions.join(" AND "),
    };
    Ok(Filter { condition, params })
}

impl Archive {
    /// A page of the list.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a unit that is none.
    pub fn lines(&self, query: &ListQuery) -> Result<ListPage, Error> {
        // one snapshot: another program may write between two of these reads
        let sql = &self.connection().unchecked_transaction()?;
        let filter = filter(sql, query)?;
        let from = filter.from();
        let total = count(sql, &filter)?;
        let order = match query.order {
            ListOrder::DateNewest => "entry.date DESC, entry.article_id DESC",
            ListOrder::Title => "entry.title_key, entry.article_id",
            ListOrder::Reference => "article.reference, entry.article_id",
        };
        // the lines' own tables are joined to the page alone, not to all that is passed over
        let page = format!(
            "SELECT entry.article_id AS id FROM {} WHERE {} ORDER BY {order} LIMIT ? OFFSET ?",
            match query.order {
                ListOrder::Reference =>
                    "search_entry AS entry CROSS JOIN article ON article.id = entry.article_id",
                _ => from,
            },
            filter.condition
        );
        let params = filter.params.into_iter().chain([
            Value::Integer(i64::from(query.limit)),
            Value::Integer(i64::try_from(query.offset).unwrap_or(i64::MAX)),
        ]);
        let ids: Vec<i64> = sql
            .prepare_cached(&page)?
            .query_map(params_from_iter(params), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let rows = ids
            .into_iter()
            .map(|id| line(sql, id))
            .collect::<Result<_, _>>()?;
        Ok(ListPage { total, rows })
    }
}

impl Archive {
    /// The line of one article, by UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn line(&self, id: &str) -> Result<ArticleLine, Error> {
        line(self.connection(), article::named(self.connection(), id)?.id)
    }
}

/// The line of one article.
pub(crate) fn line(sql: &Connection, id: i64) -> Result<ArticleLine, Error> {
    Ok(sql
        .prepare_cached(
            "SELECT article.uuid, reference, entry.title, entry.date, state, access, embargo_until, languages, people, photos, unit.uuid
             FROM article JOIN search_entry AS entry ON entry.article_id = article.id LEFT JOIN unit ON unit.id = unit_id
             WHERE article.id = ?1",
        )?
        .query_row([id], |row| {
            Ok(ArticleLine {
                id: row.get(0)?,
                reference: row.get(1)?,
                title: row.get(2)?,
                date: row.get(3)?,
                state: row.get(4)?,
                access: row.get(5)?,
                embargo_until: row.get(6)?,
                languages: row.get::<_, String>(7)?.split(' ').map(str::to_owned).collect(),
                people: row.get(8)?,
                photos: row.get(9)?,
                unit: row.get(10)?,
            })
        })?)
}
