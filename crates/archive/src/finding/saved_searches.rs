//! The saved searches, and how much each finds.

use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::query::ListQuery;
use crate::finding::{article_list, query};
use crate::nouns::saved_search::SavedSearch;
use crate::store::library::Archive;
use crate::store::rows;

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
            let articles = match query::filter(sql, &query) {
                Ok(filter) => article_list::count(sql, &filter)?,
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
}
