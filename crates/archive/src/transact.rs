//! Every write to the catalogue is an op that goes through [`Archive::transact`].
//!
//! One IMMEDIATE transaction changes the rows, writes what changed into history and brings the search entries
//! that are made from them, and what is told of open suggestions, up to date; then it is committed, or nothing
//! happened.

use std::sync::Arc;

use muragat_language::ReadText;
use rusqlite::TransactionBehavior;

use crate::error::Error;
use crate::finding::{party_entry, search_entry};
use crate::record::terms::OpKind;
use crate::store::door::{Outcome, Tx};
use crate::store::edit_base::Seen;
use crate::store::job::Watch;
use crate::store::kept_readings::LastOp;
use crate::store::library::Archive;
use crate::store::{clock, job, ledger};
use crate::tagging::open_count;

impl Archive {
    /// Does one op: all that `work` does to the catalogue, with its history and search entries, or
    /// nothing of it.
    ///
    /// # Errors
    /// What `work` says; or that the library is read-only, busy, full or damaged.
    pub fn transact<T>(
        &mut self,
        kind: OpKind,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
    ) -> Result<Outcome<T>, Error> {
        self.transact_watched(kind, &mut |_| true, |tx, _| work(tx))
    }

    /// Does one op on many records, telling how far it is. Stopped before its commit, it has done nothing.
    ///
    /// # Errors
    /// As [`Archive::transact`]; that it was stopped.
    pub(crate) fn transact_watched<T>(
        &mut self,
        kind: OpKind,
        watch: Watch<'_>,
        work: impl FnOnce(&mut Tx<'_>, Watch<'_>) -> Result<T, Error>,
    ) -> Result<Outcome<T>, Error> {
        self.transact_having_read(kind, Vec::new(), watch, work)
    }

    /// As [`Archive::transact_watched`], for texts that were read before the library was locked.
    ///
    /// # Errors
    /// As [`Archive::transact_watched`].
    pub(crate) fn transact_having_read<T>(
        &mut self,
        kind: OpKind,
        read: Vec<Arc<ReadText>>,
        watch: Watch<'_>,
        work: impl FnOnce(&mut Tx<'_>, Watch<'_>) -> Result<T, Error>,
    ) -> Result<Outcome<T>, Error> {
        self.writable()?;
        let library = self.path().to_owned();
        let who = self.who().clone();
        let wall_ms = self.wall_ms();
        let place = self.place();
        let seen = self.take_seen();
        let readings = self.readings_at_hand(read);
        let mut unread = Vec::new();
        let mut goes_on = false;
        let result = (|| {
            let sql = self
                .connection_mut()
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            // a backup may have been brought back in its place: as long as this op holds the lock, none is
            place.check()?;
            let time = clock::next(&sql, wall_ms)?;
            let last = LastOp::find(&sql)?;
            let mut tx = Tx::begin(&sql, wall_ms, seen);
            let value = work(&mut tx, watch)?;
            let noted = tx.finish()?;
            let nouns = noted.done.iter().map(|(table, _, _)| table.name).collect();
            let op = match noted.done.is_empty() {
                true => None,
                false => Some(ledger::record_op(
                    &sql,
                    &who,
                    (time, wall_ms),
                    kind.as_str(),
                    noted.reverts,
                    noted.done,
                )?),
            };
            let total = noted.indexed.len() as u64;
            for (done, article) in noted.indexed.into_iter().enumerate() {
                job::tell(watch, "indexing", done as u64, total)?;
                search_entry::refresh(&sql, article)?;
            }
            for party in noted.listed {
                party_entry::refresh(&sql, party)?;
            }
            for article in noted.suggested {
                if !open_count::refresh(&sql, article, &readings)? {
                    unread.push(article);
                }
            }
            sql.commit()?;
            goes_on = op == Some(last.id);
            Ok(Outcome {
                value,
                op,
                nouns,
                touched: noted.touched,
            })
        })();
        match (&result, goes_on) {
            // what is typed is not read at each pause of the hand
            (Ok(_), true) => self.recount_later(&unread),
            (Ok(_), false) => self.recount_open(&unread),
            (Err(_), _) => {}
        }
        result.map_err(|error: Error| error.at(&library))
    }

    /// Does the work of an op and takes it back: what it gives is what the op would come to.
    ///
    /// # Errors
    /// As [`Archive::transact`].
    pub(crate) fn rehearse<T>(
        &mut self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.writable()?;
        let library = self.path().to_owned();
        let wall_ms = self.wall_ms();
        let result = (|| {
            let sql = self
                .connection_mut()
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&mut Tx::begin(&sql, wall_ms, Seen::default()))?;
            sql.rollback()?;
            Ok(value)
        })();
        result.map_err(|error: Error| error.at(&library))
    }
}
