//! What a person does to the library itself: it is given a name. Whoever hands the whole on hands the name on too.

use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;
use crate::nouns::library::Library;
use crate::record::terms::OpKind;
use crate::store::clock;
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::values::one_line;

/// A library's name, and when it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenName {
    /// The name.
    pub name: String,
    /// RFC 3339 in UTC, to the millisecond.
    pub at: String,
}

impl Archive {
    /// Gives the library a name of its own; with an empty one it is called as its folder is.
    ///
    /// # Errors
    /// [`Error::EditConflict`]; read-only, busy, full.
    pub fn rename_library(&mut self, name: &str) -> Result<Outcome<()>, Error> {
        let name = Some(one_line(name)).filter(|name| !name.is_empty());
        let uuid = self.uuid().to_owned();
        self.transact(OpKind::RenameLibrary, |tx| {
            let library: Library = rows::by_uuid(tx.sql(), &uuid)?;
            tx.update(&Library { name, ..library })
        })
    }

    /// The name that the library was given, and when; none where it has none.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn given_name(&self) -> Result<Option<GivenName>, Error> {
        let Some(name) = self.own_name() else {
            return Ok(None);
        };
        let at = last_named(self.connection())?.unwrap_or_default();
        Ok(Some(GivenName {
            name,
            at: clock::precise_rfc3339(at),
        }))
    }

    /// The name that the library would take of another that comes in whole: any, where nothing is in the library yet and
    /// nobody named it. None where it stays as it is called.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn name_to_take(&self, theirs: &GivenName) -> Result<Option<String>, Error> {
        name_to_take(self.connection(), theirs)
    }
}

/// As [`Archive::name_to_take`].
fn name_to_take(sql: &Connection, theirs: &GivenName) -> Result<Option<String>, Error> {
    let name = one_line(&theirs.name);
    let own: Option<String> = sql.query_row("SELECT name FROM library", [], |row| row.get(0))?;
    if name.is_empty() || own.as_deref() == Some(name.as_str()) {
        return Ok(None);
    }
    // a library that was named, or has documents of its own, is another one
    let takes = own.is_none() && !sql.prepare_cached("SELECT 1 FROM article")?.exists([])?;
    Ok(takes.then_some(name))
}

/// Gives the library the name of another that comes in whole, where that is the one to have. Gives it.
pub(crate) fn take_name(tx: &mut Tx<'_>, theirs: &GivenName) -> Result<Option<String>, Error> {
    let Some(name) = name_to_take(tx.sql(), theirs)? else {
        return Ok(None);
    };
    let library: Library = rows::get(tx.sql(), 1)?;
    tx.update(&Library {
        name: Some(name.clone()),
        ..library
    })?;
    Ok(Some(name))
}

/// When the last op that named the library began, in milliseconds by the machine's own clock: history's own time would
/// stay ahead of all others' where a clock was wrong once. None where none named it.
fn last_named(sql: &Connection) -> Result<Option<i64>, Error> {
    Ok(sql
        .prepare_cached(&format!(
            "SELECT {} FROM op JOIN change ON op_id = op.id WHERE noun = 'library' AND field = 'name'
             ORDER BY op.id DESC LIMIT 1",
            clock::WALL
        ))?
        .query_row([], |row| row.get(0))
        .optional()?)
}
