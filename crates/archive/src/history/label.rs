//! Labels: what people call a row of the catalogue, also one that is gone.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value as Json};

use crate::error::Error;
use crate::store::ledger::to_json;
use crate::store::rows;

/// Names of rows met so far.
pub(crate) struct Labels<'a> {
    sql: &'a Connection,
    names: HashMap<(String, i64), Option<String>>,
    subjects: HashMap<(String, i64), Option<String>>,
}

/// The row below whose name a row of a noun is told, by its column; nouns that stand for themselves have none.
const OWNERS: &[(&str, &str)] = &[
    ("party_name", "party_id"),
    ("post", "person_id"),
    ("article_subject", "subject_id"),
    ("article_place", "place_id"),
    ("article_event", "event_id"),
    ("participation", "party_id"),
    ("participation_role", "participation_id"),
    ("printed_position", "participation_id"),
    ("photo_text", "photo_id"),
    ("region", "party_id"),
    ("transfer_article", "article_id"),
];

/// The field by which a row is called.
const NAMES: &[(&str, &str)] = &[
    ("party", "name"),
    ("party_name", "form"),
    ("post", "title"),
    ("event", "name"),
    ("article", "reference"),
    ("subject", "name"),
    ("place", "name"),
    ("version", "title"),
    ("file", "name"),
    ("mention", "text"),
    ("quote", "text"),
    ("photo", "name"),
    ("decision", "key"),
    ("transfer", "receiver"),
    ("transfer_file", "name"),
    ("saved_search", "name"),
];

impl<'a> Labels<'a> {
    pub(crate) fn new(sql: &'a Connection) -> Labels<'a> {
        Labels {
            sql,
            names: HashMap::new(),
            subjects: HashMap::new(),
        }
    }

    /// Whose row it is.
    pub(crate) fn subject(&mut self, noun: &str, row: i64) -> Result<Option<String>, Error> {
        let key = (noun.to_owned(), row);
        if let Some(known) = self.subjects.get(&key) {
            return Ok(known.clone());
        }
        let owner = OWNERS.iter().find(|(name, _)| *name == noun);
        let subject = match owner {
            None => self.name(noun, row)?,
            Some((_, column)) => {
                let fields = self.fields(noun, row)?;
                let id = fields.as_ref().and_then(|f| f.get(*column)?.as_i64());
                match (rows::refers_to(noun, column), id) {
                    (Some(parent), Some(id)) => self.subject(parent, id)?,
                    _ => None,
                }
            }
        };
        self.subjects.insert(key, subject.clone());
        Ok(subject)
    }

    /// What a row is called where another refers to it.
    pub(crate) fn name(&mut self, noun: &str, row: i64) -> Result<Option<String>, Error> {
        let key = (noun.to_owned(), row);
        if let Some(known) = self.names.get(&key) {
            return Ok(known.clone());
        }
        let fields = self.fields(noun, row)?.unwrap_or_default();
        let text = |field: &str| fields.get(field).and_then(Json::as_str).map(str::to_owned);
        let name = match noun {
            "unit" => match (text("code"), text("title")) {
                (Some(code), Some(title)) => Some(format!("{code} {title}")),
                (code, title) => code.or(title),
            },
            _ => match NAMES.iter().find(|(name, _)| *name == noun) {
                Some((_, field)) => text(field),
                None if OWNERS.iter().any(|(name, _)| *name == noun) => self.subject(noun, row)?,
                None => None,
            },
        };
        self.names.insert(key, name.clone());
        Ok(name)
    }

    /// The fields of a row: as it stands, or as it was when it went.
    fn fields(&self, noun: &str, row: i64) -> Result<Option<Map<String, Json>>, Error> {
        let Some(table) = rows::table(noun) else {
            return Ok(None);
        };
        // the text of a version is long, and no name
        let fields: Vec<&str> = table
            .fields
            .iter()
            .copied()
            .filter(|field| *field != "body")
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
