//! What a search finds beside articles: the same words, read the same way, among every other noun.

use muragat_language::Typing;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::events::EventLine;
use crate::finding::party_list::{PartyLine, PartyOrder, PartyQuery};
use crate::finding::photo_list::PhotoLine;
use crate::finding::photo_query::PhotoQuery;
use crate::finding::transfers::TransferRecord;
use crate::finding::units::UnitLine;
use crate::finding::words::{Asked, Words, date_written};
use crate::nouns::unit::Unit;
use crate::store::library::Archive;
use crate::store::rows;

/// What else a search finds beside articles.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Elsewhere {
    /// Persons and organisations, those in the most articles first.
    pub parties: Vec<PartyLine>,
    /// Events, the latest first.
    pub events: Vec<EventLine>,
    /// Photos.
    pub photos: Vec<PhotoLine>,
    /// Units, in the order of the tree.
    pub units: Vec<UnitLine>,
    /// Transfers, the newest first.
    pub transfers: Vec<TransferRecord>,
}

impl Archive {
    /// What else a search finds beside articles, at most `limit` of each; nothing where it has no word.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn elsewhere(&self, text: &str, limit: u32) -> Result<Elsewhere, Error> {
        let mut found = Elsewhere {
            parties: Vec::new(),
            events: Vec::new(),
            photos: Vec::new(),
            units: Vec::new(),
            transfers: Vec::new(),
        };
        let Asked::Words(words) = Asked::read(Some(text), Typing::Going) else {
            return Ok(found);
        };
        // «all but these» would be nearly everything there is
        if words.only_without() {
            return Ok(found);
        }
        found.units = self.units_told(&words, limit)?;
        found.transfers = self.transfers_told(&words, limit)?;
        let text = Some(text.to_owned());
        found.events = self.events(text.as_deref(), 0, limit)?.rows;
        let query = PartyQuery {
            text: text.clone(),
            order: PartyOrder::Articles,
            limit,
            ..PartyQuery::default()
        };
        found.parties = self.parties(&query)?.rows;
        let query = PhotoQuery {
            text,
            limit,
            ..PhotoQuery::default()
        };
        found.photos = self.photos(&query)?.rows;
        Ok(found)
    }

    fn units_told(&self, words: &Words, limit: u32) -> Result<Vec<UnitLine>, Error> {
        let told = |unit: &Unit| {
            let note = unit.note.as_deref().unwrap_or_default();
            words.are_met(&[&unit.code, &unit.title, note])
        };
        let met: Vec<String> = rows::select::<Unit>(self.connection(), "ORDER BY id", [])?
            .into_iter()
            .filter(told)
            .map(|unit| unit.uuid)
            .collect();
        if met.is_empty() {
            return Ok(Vec::new());
        }
        let mut units = self.units()?;
        units.retain(|unit| met.contains(&unit.id));
        units.truncate(limit as usize);
        Ok(units)
    }

    fn transfers_told(&self, words: &Words, limit: u32) -> Result<Vec<TransferRecord>, Error> {
        let mut transfers = self.transfers()?;
        transfers.retain(|transfer| {
            let day = |date: &Option<String>| date_written(date.as_deref().unwrap_or_default());
            let (sent, decided) = (day(&transfer.sent_on), day(&transfer.decided_on));
            let begun = date_written(transfer.created_at.get(..10).unwrap_or_default());
            let mut told = vec![sent.as_str(), decided.as_str(), begun.as_str()];
            for party in [&transfer.depositor, &transfer.receiver] {
                told.push(&party.name);
                let more = [&party.address, &party.person, &party.position];
                told.extend(more.into_iter().filter_map(Option::as_deref));
            }
            let more = [&transfer.act_number, &transfer.reason, &transfer.note];
            told.extend(more.into_iter().filter_map(Option::as_deref));
            words.are_met(&told)
        });
        transfers.truncate(limit as usize);
        Ok(transfers)
    }
}
