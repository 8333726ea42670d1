//! Saved search: a search that was given a name.

use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::list::{self, ListQuery};
use crate::nouns::version::one_line;
use crate::record::terms::OpKind;
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::rows::{self, Table, row};

row! {
    /// A named search; the query is JSON.
    SavedSearch in SAVED_SEARCH {
        name: String,
        query: String,
    }
}

pub(crate) static SAVED_SEARCH: Table = Table {
    name: "saved_search",
    fields: SavedSearch::FIELDS,
    long: &["query"],
    derived: &[],
    release: "",
    articles: "",
};

/// A named search, in the tree.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedSearchLine {
    /// UUIDv7.
    pub id: String,
    /// Unique.
    pub name: String,
    /// What it looks for.
    pub query: ListQuery,
    /// How many articles it finds now.
    #[ts(type = "number")]
    pub articles: u64,
}

impl Archive {
    /// The saved searches, in the order of the Kazakh alphabet.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn saved_searches(&self) -> Result<Vec<SavedSearchLine>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let mut lines = Vec::new();
        for saved in rows::select::<SavedSearch>(sql, "ORDER BY id", [])? {
            let query: ListQuery =
                serde_json::from_str(&saved.query).map_err(|e| Error::CatalogueFailed {
                    detail: format!("{}: {e}", saved.name),
                })?;
            let articles = match list::filter(sql, &query) {
                Ok(filter) => list::count(sql, &filter)?,
                // what lies in a unit that is gone
                Err(Error::NotFound { .. }) => 0,
                Err(error) => return Err(error),
            };
            lines.push(SavedSearchLine {
                id: saved.uuid,
                name: saved.name,
                query,
                articles,
            });
        }
        lines.sort_by_cached_key(|line| muragat_language::sort_key(&line.name));
        Ok(lines)
    }

    /// Keeps a search under a name; a search of that name is replaced. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NameEmpty`].
    pub fn save_search(&mut self, name: &str, query: &ListQuery) -> Result<Outcome<String>, Error> {
        let name = named(name)?;
        // a page is no part of a search
        let query = ListQuery {
            offset: 0,
            limit: 0,
            ..query.clone()
        };
        let query = serde_json::to_string(&query).map_err(|e| Error::CatalogueFailed {
            detail: e.to_string(),
        })?;
        self.transact(OpKind::SaveSearch, |tx| {
            if let Some(mut saved) =
                rows::find::<SavedSearch>(tx.sql(), "WHERE name = ?1", [&name])?
            {
                saved.query = query;
                tx.update(&saved)?;
                return Ok(saved.uuid);
            }
            let id = tx.insert(&SavedSearch {
                id: 0,
                uuid: String::new(),
                name,
                query,
            })?;
            Ok(rows::get::<SavedSearch>(tx.sql(), id)?.uuid)
        })
    }

    /// Gives a saved search another name.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NameEmpty`], [`Error::NameTaken`].
    pub fn rename_search(&mut self, id: &str, name: &str) -> Result<Outcome<()>, Error> {
        let name = named(name)?;
        self.transact(OpKind::RenameSearch, |tx| {
            let mut saved: SavedSearch = rows::by_uuid(tx.sql(), id)?;
            let tail = "WHERE name = ?1 AND id <> ?2";
            if rows::find::<SavedSearch>(tx.sql(), tail, (&name, saved.id))?.is_some() {
                return Err(Error::NameTaken { name });
            }
            saved.name = name;
            tx.update(&saved)
        })
    }

    /// Takes a saved search away; what it finds stays.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn delete_search(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::DeleteSearch, |tx| {
            let saved: SavedSearch = rows::by_uuid(tx.sql(), id)?;
            tx.delete::<SavedSearch>(saved.id)
        })
    }
}

/// A name as typed, on one line.
fn named(name: &str) -> Result<String, Error> {
    let name = one_line(name);
    match name.is_empty() {
        true => Err(Error::NameEmpty),
        false => Ok(name),
    }
}
