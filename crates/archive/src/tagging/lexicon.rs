//! What the reader may know beforehand: the archive's own parties and posts.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use muragat_language::Lexicon;
use rusqlite::Connection;

use crate::error::Error;
use crate::record::terms::{PartyKind, PostKind};
use crate::store::library::Archive;

/// The nouns whose rows hold what the reader may know.
const NOUNS: [&str; 3] = ["party", "party_name", "post"];

/// The state of the names: what other connections committed, and how often this one wrote names.
type State = (i64, u64);

/// The lexicon as it was made last, with the state of the names then and the digest of what it was made from.
#[derive(Debug, Default)]
pub(crate) struct Known {
    kept: RefCell<Option<(State, u64, Arc<Lexicon>)>>,
    written: Cell<u64>,
}

impl Known {
    /// An op of this connection changed rows of these nouns.
    pub(crate) fn note(&self, nouns: &BTreeSet<&'static str>) {
        if NOUNS.iter().any(|noun| nouns.contains(noun)) {
            self.written.set(self.written.get() + 1);
        }
    }
}

impl Archive {
    /// The names of all parties and the titles of all offices. They are read again only after names were written
    /// here or anything elsewhere, and the lexicon, which takes longer, is made anew only where they differ.
    pub(crate) fn lexicon(&self) -> Result<Arc<Lexicon>, Error> {
        let sql = self.connection();
        let state = (self.data_version()?, self.known().written.get());
        let mut kept = self.known().kept.borrow_mut();
        if let Some((of, _, lexicon)) = kept.as_ref()
            && *of == state
        {
            return Ok(Arc::clone(lexicon));
        }
        let names = names(sql)?;
        let mut hasher = DefaultHasher::new();
        names.hash(&mut hasher);
        let digest = hasher.finish();
        let lexicon = match kept.take() {
            Some((_, same, lexicon)) if same == digest => lexicon,
            _ => Arc::new(made(&names)),
        };
        *kept = Some((state, digest, Arc::clone(&lexicon)));
        Ok(lexicon)
    }
}

/// What a name is of: a party, or none for the title of an office.
type Name = (Option<PartyKind>, String);

fn names(sql: &Connection) -> Result<Vec<Name>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT kind, name FROM party
         UNION ALL SELECT kind, form FROM party_name JOIN party ON party.id = party_id
         UNION ALL SELECT NULL, title FROM post WHERE kind = ?1",
    )?;
    let rows = statement.query_map([PostKind::Office], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn made(names: &[Name]) -> Lexicon {
    let mut lexicon = Lexicon::default();
    for (kind, name) in names {
        match kind {
            Some(PartyKind::Person) => lexicon.add_person(name),
            Some(PartyKind::Organisation) => lexicon.add_organisation(name),
            None => lexicon.add_position(name),
        }
    }
    lexicon
}
