//! What record an op was about: where a person looks to see what undo or redo did.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;

/// A record that can be shown, by its UUID.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// An article.
    Article(String),
    /// A person or an organisation.
    Party(String),
    /// An event.
    Event(String),
}

/// The articles, parties and events that rows belong to, by integer key.
#[derive(Debug, Default)]
pub(crate) struct Homes {
    articles: BTreeSet<i64>,
    parties: BTreeSet<i64>,
    events: BTreeSet<i64>,
}

/// A noun, and what selects the article, the party or the event that its row `?1` belongs to.
const OF: &[(&str, &str, &str)] = &[
    ("article", "article", "SELECT ?1"),
    (
        "version",
        "article",
        "SELECT article_id FROM version WHERE id = ?1",
    ),
    (
        "article_subject",
        "article",
        "SELECT article_id FROM article_subject WHERE id = ?1",
    ),
    (
        "article_place",
        "article",
        "SELECT article_id FROM article_place WHERE id = ?1",
    ),
    (
        "article_event",
        "article",
        "SELECT article_id FROM article_event WHERE id = ?1",
    ),
    (
        "file",
        "article",
        "SELECT article_id FROM version JOIN file ON version.id = version_id WHERE file.id = ?1",
    ),
    (
        "participation",
        "article",
        "SELECT article_id FROM participation WHERE id = ?1",
    ),
    (
        "participation_role",
        "article",
        "SELECT article_id FROM participation JOIN participation_role AS role ON participation.id = participation_id WHERE role.id = ?1",
    ),
    (
        "printed_position",
        "article",
        "SELECT article_id FROM participation JOIN printed_position AS printed ON participation.id = participation_id WHERE printed.id = ?1",
    ),
    (
        "mention",
        "article",
        "SELECT article_id FROM version JOIN mention ON version.id = version_id WHERE mention.id = ?1",
    ),
    (
        "quote",
        "article",
        "SELECT article_id FROM version JOIN quote ON version.id = version_id WHERE quote.id = ?1",
    ),
    (
        "decision",
        "article",
        "SELECT article_id FROM decision WHERE id = ?1",
    ),
    (
        "photo",
        "article",
        "SELECT article_id FROM photo WHERE id = ?1",
    ),
    (
        "photo",
        "event",
        "SELECT event_id FROM photo WHERE id = ?1 AND article_id IS NULL",
    ),
    (
        "photo_text",
        "article",
        "SELECT article_id FROM photo JOIN photo_text AS told ON photo.id = photo_id WHERE told.id = ?1",
    ),
    (
        "region",
        "article",
        "SELECT article_id FROM photo JOIN region ON photo.id = photo_id WHERE region.id = ?1",
    ),
    ("party", "party", "SELECT ?1"),
    (
        "party_name",
        "party",
        "SELECT party_id FROM party_name WHERE id = ?1",
    ),
    ("post", "party", "SELECT person_id FROM post WHERE id = ?1"),
    ("event", "event", "SELECT ?1"),
];

impl Homes {
    /// Notes what a row belongs to, as the catalogue holds it now.
    pub(crate) fn note(&mut self, sql: &Connection, noun: &str, row: i64) -> Result<(), Error> {
        for (_, home, select) in OF.iter().filter(|(of, ..)| *of == noun) {
            let found: Option<i64> = sql
                .prepare_cached(select)?
                .query_row([row], |row| row.get(0))
                .optional()?
                .flatten();
            let homes = match *home {
                "article" => &mut self.articles,
                "party" => &mut self.parties,
                _ => &mut self.events,
            };
            homes.extend(found);
        }
        Ok(())
    }

    /// The record to show: the one article, else a party, else an event. None where many articles or nothing
    /// that stands is meant.
    pub(crate) fn shown(&self, sql: &Connection) -> Result<Option<Shown>, Error> {
        let standing = |table: &str, ids: &BTreeSet<i64>| -> Result<Vec<String>, Error> {
            let mut statement =
                sql.prepare_cached(&format!("SELECT uuid FROM {table} WHERE id = ?1"))?;
            let mut found = Vec::new();
            for id in ids {
                found.extend(statement.query_row([id], |row| row.get(0)).optional()?);
            }
            Ok(found)
        };
        // what changed in one article is looked at there, even if a party came or went with it
        if self.articles.len() == 1 {
            let article = standing("article", &self.articles)?;
            return Ok(article.into_iter().next().map(Shown::Article));
        }
        if let Some(party) = standing("party", &self.parties)?.into_iter().next() {
            return Ok(Some(Shown::Party(party)));
        }
        if !self.articles.is_empty() {
            return Ok(None);
        }
        let event = standing("event", &self.events)?;
        Ok(event.into_iter().next().map(Shown::Event))
    }
}
