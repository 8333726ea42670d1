//! What record an op was about: where a person looks to see what undo or redo did.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::record::terms::OpKind;
use crate::record::unit_name;
use crate::store::describe::RecordKind;
use crate::tables;

/// A record that can be shown, by its UUID.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// An article.
    Article(String),
    /// A person or an organisation.
    Party(String),
    /// An event.
    Event(String),
    /// A fonds, an inventory or a file.
    Unit(String),
    /// A transfer.
    Transfer(String),
    /// A saved search.
    SavedSearch(String),
}

/// A record that can be shown, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShownByName {
    /// Which.
    #[serde(flatten)]
    pub record: Shown,
    /// Its name; an article's title, empty where it has none.
    pub name: String,
    /// An article's reference.
    pub reference: Option<String>,
}

impl Shown {
    /// The record with what it is called; none where it does not stand.
    pub(crate) fn by_name(self, sql: &Connection) -> Result<Option<ShownByName>, Error> {
        let (query, uuid) = match &self {
            Shown::Article(uuid) => (
                "SELECT ifnull((SELECT title FROM search_entry WHERE article_id = article.id), ''), reference
                 FROM article WHERE uuid = ?1",
                uuid,
            ),
            Shown::Party(uuid) => ("SELECT name, NULL FROM party WHERE uuid = ?1", uuid),
            Shown::Event(uuid) => ("SELECT name, NULL FROM event WHERE uuid = ?1", uuid),
            Shown::Unit(uuid) => ("SELECT title, code FROM unit WHERE uuid = ?1", uuid),
            Shown::Transfer(uuid) => ("SELECT receiver, NULL FROM transfer WHERE uuid = ?1", uuid),
            Shown::SavedSearch(uuid) => {
                ("SELECT name, NULL FROM saved_search WHERE uuid = ?1", uuid)
            }
        };
        let found: Option<(Option<String>, Option<String>)> = sql
            .prepare_cached(query)?
            .query_row([uuid], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let is_unit = matches!(self, Shown::Unit(_));
        Ok(found.map(|(name, code)| {
            let name = name.unwrap_or_default();
            let (name, reference) = match is_unit {
                true => (unit_name(code.as_deref().unwrap_or_default(), &name), None),
                false => (name, code),
            };
            ShownByName {
                record: self,
                name,
                reference,
            }
        }))
    }
}

/// The records that rows are part of.
#[derive(Debug, Default)]
pub(crate) struct Homes {
    records: BTreeSet<(RecordKind, i64)>,
    // those that came or went
    passing: BTreeSet<(RecordKind, i64)>,
}

impl Homes {
    /// Notes what a row is part of, as the catalogue holds it now.
    pub(crate) fn note(&mut self, sql: &Connection, noun: &str, row: i64) -> Result<(), Error> {
        self.records.extend(tables::record_of(sql, noun, row)?);
        Ok(())
    }

    /// Notes that a row came or went: where it stands for a record, one that stayed tells more. So after a merge is
    /// undone, one looks at the party into which the other had gone, which names both.
    pub(crate) fn note_passing(&mut self, noun: &str, row: i64) {
        let kind = RecordKind::ALL
            .into_iter()
            .find(|kind| kind.table() == noun);
        self.passing.extend(kind.map(|kind| (kind, row)));
    }

    /// The record to show for an op of a kind: the one article, else a party, else another record. None where many
    /// articles or nothing that stands is meant.
    pub(crate) fn shown(&self, sql: &Connection, kind: &str) -> Result<Option<Shown>, Error> {
        let of = |kind| {
            self.records
                .iter()
                .filter(move |(other, _)| *other == kind)
                .map(|(_, id)| *id)
        };
        // what changed in one article is looked at there, even if a party came or went with it; but where parties
        // became one or two, that is what was done
        let of_parties = [OpKind::MergeParties, OpKind::SplitParty];
        let of_parties = of_parties.iter().any(|op| op.as_str() == kind);
        if !of_parties && of(RecordKind::Article).count() == 1 {
            return first_standing(sql, RecordKind::Article, of(RecordKind::Article));
        }
        let stays = |id: &i64| !self.passing.contains(&(RecordKind::Party, *id));
        let (stayed, passing): (Vec<i64>, Vec<i64>) = of(RecordKind::Party).partition(stays);
        let parties = stayed.into_iter().chain(passing);
        let party = first_standing(sql, RecordKind::Party, parties)?;
        if party.is_some() || of(RecordKind::Article).next().is_some() {
            return Ok(party);
        }
        for kind in [
            RecordKind::Event,
            RecordKind::Unit,
            RecordKind::Transfer,
            RecordKind::SavedSearch,
        ] {
            let shown = first_standing(sql, kind, of(kind))?;
            if shown.is_some() {
                return Ok(shown);
            }
        }
        Ok(None)
    }
}

/// The first of some records that stands.
fn first_standing(
    sql: &Connection,
    kind: RecordKind,
    ids: impl Iterator<Item = i64>,
) -> Result<Option<Shown>, Error> {
    let mut statement =
        sql.prepare_cached(&format!("SELECT uuid FROM {} WHERE id = ?1", kind.table()))?;
    for id in ids {
        let uuid: Option<String> = statement.query_row([id], |row| row.get(0)).optional()?;
        if let Some(uuid) = uuid {
            return Ok(match kind {
                RecordKind::Article => Some(Shown::Article(uuid)),
                RecordKind::Party => Some(Shown::Party(uuid)),
                RecordKind::Event => Some(Shown::Event(uuid)),
                RecordKind::Unit => Some(Shown::Unit(uuid)),
                RecordKind::Transfer => Some(Shown::Transfer(uuid)),
                RecordKind::SavedSearch => Some(Shown::SavedSearch(uuid)),
                // a photo is looked at on its article or event; a library's name is seen everywhere, a template nowhere
                RecordKind::Photo | RecordKind::PhotoTemplate | RecordKind::Library => None,
            });
        }
    }
    Ok(None)
}
