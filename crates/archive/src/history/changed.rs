//! What a write changed, in words that the window understands: it refetches that and nothing else.

use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::history::undo;
use crate::store::door::{Outcome, Touched};
use crate::store::library::Archive;

/// What a write changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Changed {
    /// The op in history; null where nothing changed.
    #[ts(type = "number | null")]
    pub op: Option<i64>,
    /// Written by another program or window: what changed is not known, so all is fetched again.
    pub elsewhere: bool,
    /// Nouns whose rows changed: `article`, `version`, `party`, `photo` …
    pub nouns: Vec<String>,
    /// The records that look different now.
    #[serde(flatten)]
    #[ts(flatten)]
    pub touched: Touched,
    /// Kind of the op that undo would take back now, or null.
    pub undo: Option<String>,
    /// Kind of the op that redo would do again now, or null.
    pub redo: Option<String>,
    /// When it was on disk, RFC 3339 in UTC.
    pub saved_at: String,
}

/// What a write gives back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Written<T> {
    /// What it made or found.
    pub value: T,
    /// What it changed.
    pub changed: Changed,
}

impl Archive {
    /// What an op changed, after its commit.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn written<T>(&self, outcome: Outcome<T>) -> Result<Written<T>, Error> {
        let changed = Changed {
            op: outcome.op,
            elsewhere: false,
            nouns: outcome.nouns.into_iter().map(str::to_owned).collect(),
            touched: outcome.touched,
            ..self.changed_elsewhere()?
        };
        Ok(Written {
            value: outcome.value,
            changed,
        })
    }

    /// What to say when another program has written: all may have changed.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn changed_elsewhere(&self) -> Result<Changed, Error> {
        let actor = &self.who().actor;
        let kind = |found: Option<(i64, i64, String)>| found.map(|(_, _, kind)| kind);
        Ok(Changed {
            op: None,
            elsewhere: true,
            nouns: Vec::new(),
            touched: Touched::default(),
            undo: kind(undo::next_undo(self.connection(), actor)?),
            redo: kind(undo::next_redo(self.connection(), actor)?),
            saved_at: crate::store::clock::now(),
        })
    }
}
