//! What a person does to saved searches.

use crate::error::Error;
use crate::finding::query::ListQuery;
use crate::nouns::saved_search::SavedSearch;
use crate::record::terms::OpKind;
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::rows;
use crate::values;

impl Archive {
    /// Keeps a search under a name; a search of that name is replaced. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NameEmpty`]; [`Error::NoWord`] where its text asks for nothing.
    pub fn save_search(&mut self, name: &str, query: &ListQuery) -> Result<Outcome<String>, Error> {
        query.must_say_which()?;
        let name = values::name(name)?;
        // a page is no part of a search, nor are likenesses of its words
        let query = ListQuery {
            similar: false,
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
        let name = values::name(name)?;
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
