//! What is kept beside an open library, so that it is made once: the names on record as the reader knows them, and
//! the texts that it read last. The tagging fills it.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};
use std::sync::Arc;

use muragat_language::{Lexicon, ReadText};
use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;

/// The lexicon of an open library; none before it was first asked for.
#[derive(Debug, Default)]
pub(crate) struct KeptLexicon(pub RefCell<Option<LexiconState>>);

/// A lexicon with what it was made from.
#[derive(Debug)]
pub(crate) struct LexiconState {
    pub lexicon: Arc<Lexicon>,
    /// What each row of the catalogue gives to it.
    pub names: HashMap<NameRow, Name>,
    /// The last op that is in it.
    pub last: LastOp,
    /// How often a name has come or gone since the library was opened.
    pub number: u64,
    /// The last of these names.
    pub changed: Vec<Name>,
}

/// The row that holds a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum NameRow {
    Party(i64),
    Form(i64),
    Post(i64),
    Place(i64),
    Position(i64),
    Decision(i64),
}

/// What a name is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameOf {
    Person,
    Organisation,
    Office,
    Place,
    /// A position as some text prints it.
    Position,
    /// What was turned down: the key of a name of this kind.
    Refused(muragat_language::SuggestionKind),
}

/// A name that the reader may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub of: NameOf,
    pub text: String,
}

/// The newest op of a library: its key, and the time of its newest change; an op grows while the same field is typed
/// on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct LastOp {
    pub id: i64,
    pub until: i64,
}

impl LastOp {
    /// The newest op there is.
    pub(crate) fn find(sql: &Connection) -> Result<LastOp, Error> {
        let found = sql
            .prepare_cached("SELECT id, until FROM op ORDER BY id DESC LIMIT 1")?
            .query_row([], |row| {
                Ok(LastOp {
                    id: row.get(0)?,
                    until: row.get(1)?,
                })
            })
            .optional()?;
        Ok(found.unwrap_or_default())
    }

    /// Whether it stands in history and has not been cut short: not so where an older library was put in the place of
    /// this one.
    pub(crate) fn stands_in(self, sql: &Connection) -> Result<bool, Error> {
        let until: Option<i64> = sql
            .prepare_cached("SELECT until FROM op WHERE id = ?1")?
            .query_row([self.id], |row| row.get(0))
            .optional()?;
        Ok(self == LastOp::default() || until.is_some_and(|until| until >= self.until))
    }
}

/// The readings of an open library, the latest first.
#[derive(Debug, Default)]
pub(crate) struct KeptReadings {
    pub kept: RefCell<VecDeque<KeptReading>>,
    pub made: Cell<u64>,
    /// Articles typed in whose open suggestions are counted with the next op.
    pub typed_in: RefCell<BTreeSet<i64>>,
}

#[derive(Debug)]
pub(crate) struct KeptReading {
    pub title: String,
    pub read: Arc<ReadText>,
    /// The number of the lexicon up to which it holds.
    pub lexicon: u64,
    /// The keys of its words, once they were asked for.
    pub words: OnceCell<HashSet<String>>,
}
