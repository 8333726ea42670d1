//! Labels: what people call a row of the catalogue, also one that is gone.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value as Json};

use crate::error::Error;
use crate::nouns::version;
use crate::record::unit_name;
use crate::store::ledger::to_json;
use crate::tables;
use crate::tagging::suggestion::SuggestionKind;
use crate::tagging::turned_down::{find_name_turned_down, quotes_by_key};

/// Names of rows met so far.
pub(crate) struct Labels<'a> {
    sql: &'a Connection,
    names: HashMap<(String, i64), Option<String>>,
    subjects: HashMap<(String, i64), Option<String>>,
    // the quotes of articles in which some were turned down: a text is read for them, so once
    quotes: HashMap<i64, HashMap<String, String>>,
}

impl<'a> Labels<'a> {
    pub(crate) fn new(sql: &'a Connection) -> Labels<'a> {
        Labels {
            sql,
            names: HashMap::new(),
            subjects: HashMap::new(),
            quotes: HashMap::new(),
        }
    }

    /// Whose row it is.
    pub(crate) fn subject(&mut self, noun: &str, row: i64) -> Result<Option<String>, Error> {
        let key = (noun.to_owned(), row);
        if let Some(known) = self.subjects.get(&key) {
            return Ok(known.clone());
        }
        let owner = tables::table(noun).and_then(|table| table.told_of);
        let subject = match owner {
            None => self.name(noun, row)?,
            Some(column) => {
                let fields = self.fields(noun, row)?;
                let id = fields.as_ref().and_then(|f| f.get(column)?.as_i64());
                match (tables::refers_to(noun, column), id) {
                    (Some(parent), Some(id)) => self.subject(parent, id)?,
                    _ => None,
                }
            }
        };
        self.subjects.insert(key, subject.clone());
        Ok(subject)
    }

    /// What a row says itself that stands under another's name: the role, the position, the title of a post.
    pub(crate) fn own_words(&mut self, noun: &str, row: i64) -> Result<Option<String>, Error> {
        if tables::table(noun).is_none_or(|table| table.told_of.is_none()) {
            return Ok(None);
        }
        let fields = self.fields(noun, row)?.unwrap_or_default();
        let words = ["role", "text", "form", "title"]
            .iter()
            .find_map(|field| fields.get(*field).and_then(Json::as_str));
        Ok(words.map(str::to_owned))
    }

    /// What a row is called where another refers to it.
    pub(crate) fn name(&mut self, noun: &str, row: i64) -> Result<Option<String>, Error> {
        let key = (noun.to_owned(), row);
        if let Some(known) = self.names.get(&key) {
            return Ok(known.clone());
        }
        let table = tables::table(noun);
        let called = table.map_or(&[][..], |table| table.called);
        let name = match (called, table.and_then(|table| table.told_of)) {
            ([], Some(_)) => self.subject(noun, row)?,
            _ => {
                let fields = self.fields(noun, row)?.unwrap_or_default();
                let words: Vec<&str> = called
                    .iter()
                    .filter_map(|field| fields.get(*field).and_then(Json::as_str))
                    .collect();
                let name = match (noun, words.as_slice()) {
                    ("decision", [key]) => self.turned_down(&fields, key)?,
                    ("unit", [code, title]) => unit_name(code, title),
                    _ => words.join(" "),
                };
                Some(name).filter(|name| !name.is_empty())
            }
        };
        self.names.insert(key, name.clone());
        Ok(name)
    }

    /// What a decision was about, as the article's text has it: its key is to compare, not to read. Of a text that has
    /// the name no longer the key is all there is, and of a quote nothing.
    fn turned_down(&mut self, fields: &Map<String, Json>, key: &str) -> Result<String, Error> {
        let kind = fields
            .get("kind")
            .and_then(Json::as_str)
            .unwrap_or_default();
        let is_quote = kind == SuggestionKind::Quote.as_str();
        let found = match fields.get("article_id").and_then(Json::as_i64) {
            Some(article) if is_quote => self.quotes_of(article)?.get(key).cloned(),
            Some(article) => find_name_turned_down(&version::of_article(self.sql, article)?, key),
            None => None,
        };
        Ok(match found {
            Some(words) => words,
            None if is_quote => String::new(),
            None => key.to_owned(),
        })
    }

    fn quotes_of(&mut self, article: i64) -> Result<&HashMap<String, String>, Error> {
        Ok(match self.quotes.entry(article) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => {
                unknown.insert(quotes_by_key(&version::of_article(self.sql, article)?))
            }
        })
    }

    /// The fields of a row: as it stands, or as it was when it went.
    fn fields(&self, noun: &str, row: i64) -> Result<Option<Map<String, Json>>, Error> {
        let Some(table) = tables::table(noun) else {
            return Ok(None);
        };
        // a long text is no name; but a title is
        let fields: Vec<&str> = table
            .fields
            .iter()
            .filter(|field| !field.long || table.called.contains(&field.name))
            .map(|field| field.name)
            .collect();
        let stands = self
            .sql
            .prepare_cached(&format!(
                "SELECT {} FROM {noun} WHERE id = ?1",
                fields.join(", ")
            ))?
            .query_row([row], |found| {
                let mut map = Map::new();
                for (at, field) in fields.iter().enumerate() {
                    map.insert((*field).to_owned(), to_json(&found.get(at)?));
                }
                Ok(map)
            })
            .optional()?;
        if stands.is_some() {
            return Ok(stands);
        }
        let gone: Option<String> = self
            .sql
            .prepare_cached("SELECT before FROM change WHERE noun = ?1 AND row_id = ?2 AND action = 'delete' ORDER BY id DESC LIMIT 1")?
            .query_row((noun, row), |found| found.get(0))
            .optional()?;
        Ok(gone.and_then(|json| serde_json::from_str(&json).ok()))
    }
}
