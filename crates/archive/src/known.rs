//! What the reader may know beforehand: the archive's own parties and posts.

use std::cell::RefCell;
use std::sync::Arc;

use muragat_language::Lexicon;
use rusqlite::Connection;

use crate::error::Error;
use crate::library::Archive;
use crate::words::{PartyKind, PostKind};

/// The catalogue's state: what other connections committed, and what this one changed.
type State = (i64, u64);

/// The lexicon as it was made last, with the state it was made from.
#[derive(Debug, Default)]
pub(crate) struct Known(RefCell<Option<(State, Arc<Lexicon>)>>);

impl Archive {
    /// The names of all parties and the titles of all offices. Made anew only after something was written.
    pub(crate) fn lexicon(&self) -> Result<Arc<Lexicon>, Error> {
        let sql = self.connection();
        let state = (self.data_version()?, sql.total_changes());
        let mut kept = self.known().0.borrow_mut();
        if let Some((of, lexicon)) = kept.as_ref()
            && *of == state
        {
            return Ok(Arc::clone(lexicon));
        }
        let lexicon = Arc::new(made(sql)?);
        *kept = Some((state, Arc::clone(&lexicon)));
        Ok(lexicon)
    }
}

fn made(sql: &Connection) -> Result<Lexicon, Error> {
    let mut lexicon = Lexicon::default();
    let mut names = sql.prepare_cached(
        "SELECT kind, name FROM party
         UNION ALL SELECT kind, form FROM party_name JOIN party ON party.id = party_id",
    )?;
    let mut rows = names.query([])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get(1)?;
        match row.get(0)? {
            PartyKind::Person => lexicon.add_person(&name),
            PartyKind::Organisation => lexicon.add_organisation(&name),
        }
    }
    let mut titles = sql.prepare_cached("SELECT DISTINCT title FROM post WHERE kind = ?1")?;
    let mut rows = titles.query([PostKind::Office])?;
    while let Some(row) = rows.next()? {
        lexicon.add_position(&row.get::<_, String>(0)?);
    }
    Ok(lexicon)
}
