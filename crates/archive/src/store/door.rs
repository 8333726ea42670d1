//! The one door: what an op may do to the rows, and what it notes while it does so: each change for history,
//! and each record that looks different now.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Transaction, params_from_iter};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use crate::error::Error;
use crate::store::describe::{Derived, RecordKind, Table};
use crate::store::edit_base::{Seen, SeenValue, Verdict, value_seen};
use crate::store::ledger::{Done, Edit, to_json};
use crate::store::rows::Row;
use crate::store::seals::{Seal, Written};
use crate::store::{clock, rows, seals};

/// What an op did.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome<T> {
    /// What it gives back.
    pub value: T,
    /// The op; none where nothing changed.
    pub op: Option<i64>,
    /// The nouns whose rows changed.
    pub nouns: BTreeSet<&'static str>,
    /// The records that look different now.
    pub touched: Touched,
}

/// The records that look different after a write than before it, by UUID; those that came and those that went
/// too. What a reader of them sees counts, not where it is stored: an article looks different when a quote of
/// it is marked, and when a person of its cast goes by another name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Touched {
    /// Articles, with versions, cast, mentions, quotes, photos, headings.
    pub articles: Vec<String>,
    /// Pages of persons and organisations, but for whom they may be the same as.
    pub parties: Vec<String>,
    /// Pages of events.
    pub events: Vec<String>,
    /// Photos, with their texts and regions.
    pub photos: Vec<String>,
    /// Units, with how many articles lie in them.
    pub units: Vec<String>,
    /// Transfers, with their articles and files.
    pub transfers: Vec<String>,
    /// Saved searches, with how many articles they find.
    pub saved_searches: Vec<String>,
    /// Templates of photos.
    pub photo_templates: Vec<String>,
    /// The library itself, with its name.
    pub libraries: Vec<String>,
}

impl Touched {
    /// Takes in what another write touched.
    pub fn add(&mut self, other: &Touched) {
        let mut other = other.clone();
        for kind in RecordKind::ALL {
            let more = std::mem::take(other.of(kind));
            let own = self.of(kind);
            own.extend(more);
            own.sort_unstable();
            own.dedup();
        }
    }

    /// The list of one kind.
    pub(crate) fn of(&mut self, kind: RecordKind) -> &mut Vec<String> {
        match kind {
            RecordKind::Article => &mut self.articles,
            RecordKind::Party => &mut self.parties,
            RecordKind::Event => &mut self.events,
            RecordKind::Photo => &mut self.photos,
            RecordKind::Unit => &mut self.units,
            RecordKind::Transfer => &mut self.transfers,
            RecordKind::SavedSearch => &mut self.saved_searches,
            RecordKind::PhotoTemplate => &mut self.photo_templates,
            RecordKind::Library => &mut self.libraries,
        }
    }
}

impl<T> Outcome<T> {
    /// The same outcome with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome {
            value: change(self.value),
            op: self.op,
            nouns: self.nouns,
            touched: self.touched,
        }
    }
}

/// What an op may do to the catalogue.
pub struct Tx<'a> {
    sql: &'a Transaction<'a>,
    now: String,
    today: String,
    reverts: Option<(i64, i64)>,
    // what the op was made from
    seen: Seen,
    done: Vec<(&'static Table, i64, Done)>,
    // all rows that were written, those of registers too; of which it is known that they were whole before
    written: RefCell<Written>,
    // records that look different, with the UUIDs of those that are gone
    touched: BTreeSet<(RecordKind, i64)>,
    gone: BTreeMap<(RecordKind, i64), String>,
    // articles whose search entry may have changed
    indexed: BTreeSet<i64>,
    // whether a search may find other articles than before
    found_otherwise: bool,
    // parties whose line in their list may have changed
    listed: BTreeSet<i64>,
}

/// Whether what is suggested in a text may follow from a change: its words, and what was decided on.
fn suggests((table, _, done): &(&'static Table, i64, Done)) -> bool {
    match (table.name, done) {
        ("version", Done::Edit(edit)) => {
            ["title", "body", "relation", "of_id"].contains(&edit.field)
        }
        // whom it names is no matter: what is marked is decided
        ("mention", Done::Edit(edit)) => !["party_id", "state"].contains(&edit.field),
        ("version" | "mention" | "quote" | "decision", _) => true,
        _ => false,
    }
}

/// What an op has noted when its work is done.
pub(crate) struct Noted {
    /// Its changes, in the order in which they happened.
    pub done: Vec<(&'static Table, i64, Done)>,
    /// All rows that were written, those of registers too.
    pub written: Written,
    /// The records that look different.
    pub touched: Touched,
    /// The articles whose search entry may have changed.
    pub indexed: BTreeSet<i64>,
    /// The parties whose line in their list may have changed.
    pub listed: BTreeSet<i64>,
    /// The articles in whose texts other suggestions may be open now.
    pub suggested: BTreeSet<i64>,
    /// For an undo or redo: the op that it takes back, and that op's root.
    pub reverts: Option<(i64, i64)>,
}

impl<'a> Tx<'a> {
    /// An op that begins, at a time in milliseconds since 1970, made from values that were seen.
    pub(crate) fn begin(sql: &'a Transaction<'a>, wall_ms: i64, seen: Seen) -> Tx<'a> {
        Tx {
            sql,
            now: clock::rfc3339(wall_ms << 16),
            today: clock::local_day(wall_ms),
            reverts: None,
            seen,
            done: Vec::new(),
            written: RefCell::default(),
            touched: BTreeSet::new(),
            gone: BTreeMap::new(),
            indexed: BTreeSet::new(),
            found_otherwise: false,
            listed: BTreeSet::new(),
        }
    }

    /// What it has noted, once its work is done.
    pub(crate) fn finish(mut self) -> Result<Noted, Error> {
        if self.found_otherwise || !self.listed.is_empty() {
            // how many articles a search finds hangs on their fields, their entries, and the names of parties
            self.touch_all(RecordKind::SavedSearch)?;
        }
        let mut touched = Touched::default();
        for &(kind, id) in &self.touched {
            let standing: Option<String> = self
                .sql
                .prepare_cached(&format!("SELECT uuid FROM {} WHERE id = ?1", kind.table()))?
                .query_row([id], |row| row.get(0))
                .optional()?;
            let uuid = standing.or_else(|| self.gone.get(&(kind, id)).cloned());
            touched.of(kind).extend(uuid);
        }
        let suggested = match self.done.iter().any(suggests) {
            true => {
                let articles = self.touched.iter();
                articles
                    .filter(|(kind, _)| *kind == RecordKind::Article)
                    .map(|(_, id)| *id)
                    .collect()
            }
            false => BTreeSet::new(),
        };
        Ok(Noted {
            suggested,
            done: self.done,
            written: self.written.into_inner(),
            touched,
            indexed: self.indexed,
            listed: self.listed,
            reverts: self.reverts,
        })
    }

    fn touch_all(&mut self, kind: RecordKind) -> Result<(), Error> {
        let mut statement = self
            .sql
            .prepare_cached(&format!("SELECT id FROM {}", kind.table()))?;
        for id in statement.query_map([], |row| row.get(0))? {
            self.touched.insert((kind, id?));
        }
        Ok(())
    }

    /// For reading inside the transaction.
    pub(crate) fn sql(&self) -> &Connection {
        self.sql
    }

    /// Today where the program runs, `YYYY-MM-DD`.
    pub(crate) fn today(&self) -> &str {
        &self.today
    }

    /// The op's time, RFC 3339 in UTC with seconds.
    pub(crate) fn now(&self) -> &str {
        &self.now
    }

    /// Makes this op the undo or redo that takes back `reverted`, whose root a person did.
    pub(crate) fn reverts(&mut self, reverted: i64, root: i64) {
        self.reverts = Some((reverted, root));
    }

    /// How much has been done.
    pub(crate) fn count_done(&self) -> usize {
        self.done.len()
    }

    /// Does a part of the op, or nothing of it where it fails: the rest of the op can go on. What only looks
    /// different for a moment is told as touched all the same.
    pub(crate) fn attempt<T>(
        &mut self,
        part: impl FnOnce(&mut Tx<'a>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let done = self.done.len();
        self.sql.prepare_cached("SAVEPOINT part")?.execute([])?;
        let result = part(self);
        if result.is_err() {
            self.sql.prepare_cached("ROLLBACK TO part")?.execute([])?;
            self.done.truncate(done);
        }
        self.sql.prepare_cached("RELEASE part")?.execute([])?;
        result
    }

    /// Adds a row; its UUID is kept where it has one. Gives the integer key.
    pub(crate) fn insert<R: Row>(&mut self, row: &R) -> Result<i64, Error> {
        let uuid = if row.uuid().is_empty() {
            uuid::Uuid::now_v7().to_string()
        } else {
            row.uuid().to_owned()
        };
        let id = (row.id() != 0).then_some(row.id());
        self.insert_values(R::table(), id, uuid, row.values())
    }

    /// Writes the fields in which `row` differs from what is stored.
    pub(crate) fn update<R: Row>(&mut self, row: &R) -> Result<(), Error> {
        let table = R::table();
        let stored: R = rows::get(self.sql, row.id())?;
        let edits = table
            .fields
            .iter()
            .zip(stored.values())
            .zip(row.values())
            .filter(|((_, before), after)| before != after)
            .map(|((field, before), after)| Edit {
                field: field.name,
                before,
                after,
            })
            .collect();
        self.edit(table, row.id(), edits)
    }

    /// Takes a row away. What refers to it must be gone before.
    pub(crate) fn delete<R: Row>(&mut self, id: i64) -> Result<(), Error> {
        self.delete_row(R::table(), id)
    }

    pub(crate) fn insert_values(
        &mut self,
        table: &'static Table,
        id: Option<i64>,
        uuid: String,
        values: Vec<Value>,
    ) -> Result<i64, Error> {
        let derived: Vec<Value> = table
            .derived
            .iter()
            .map(|d| derive(table, d, &values))
            .collect();
        let columns = ["id", "uuid"]
            .into_iter()
            .chain(table.fields.iter().map(|field| field.name))
            .chain(table.derived.iter().map(|d| d.column))
            .collect::<Vec<_>>();
        let marks = vec!["?"; columns.len()].join(", ");
        let query = format!(
            "INSERT INTO {} ({}) VALUES ({marks})",
            table.name,
            columns.join(", ")
        );
        let given = id;
        let row = [id.map_or(Value::Null, Value::Integer), Value::Text(uuid)]
            .into_iter()
            .chain(values)
            .chain(derived);
        self.sql
            .prepare_cached(&query)?
            .execute(params_from_iter(row))?;
        let id = self.sql.last_insert_rowid();
        // a key that was used before may have a seal whose row is gone
        if given.is_some() && !self.is_written(table.name, id) {
            let left = seals::kept(self.sql, table.name, id)?;
            self.mend(table.name, id, left.as_ref())?;
        }
        self.note_written(table.name, id);
        self.touch(table, id, None)?;
        self.done.push((table, id, Done::Create));
        Ok(id)
    }

    /// Writes several fields of a row at once: its rules hold between them.
    pub(crate) fn edit(
        &mut self,
        table: &'static Table,
        id: i64,
        edits: Vec<Edit>,
    ) -> Result<(), Error> {
        if edits.is_empty() {
            return Ok(());
        }
        let (uuid, mut values) = self.values(table, id)?.ok_or_else(|| missing(table, id))?;
        let edits = self.judge(table, &uuid, edits)?;
        if edits.is_empty() {
            return Ok(());
        }
        let broken = self.broken_seal(table.name, id)?;
        self.touch(table, id, Some(&edits))?;
        let mut columns = Vec::new();
        let mut params = vec![Value::Integer(id)];
        for edit in &edits {
            if let Some(value) = table.position(edit.field).and_then(|at| values.get_mut(at)) {
                *value = edit.after.clone();
            }
            columns.push(edit.field);
            params.push(edit.after.clone());
        }
        for derived in table
            .derived
            .iter()
            .filter(|d| edits.iter().any(|edit| d.from.contains(&edit.field)))
        {
            columns.push(derived.column);
            params.push(derive(table, derived, &values));
        }
        let sets: Vec<String> = columns
            .iter()
            .enumerate()
            .map(|(at, column)| format!("{column} = ?{}", at + 2))
            .collect();
        let query = format!(
            "UPDATE {} SET {} WHERE id = ?1",
            table.name,
            sets.join(", ")
        );
        self.sql
            .prepare_cached(&query)?
            .execute(params_from_iter(params))?;
        self.mend(table.name, id, broken.as_ref())?;
        self.note_written(table.name, id);
        self.touch(table, id, Some(&edits))?;
        self.done
            .extend(edits.into_iter().map(|edit| (table, id, Done::Edit(edit))));
        Ok(())
    }

    /// The edits that may be written: those of fields that nobody changed since they were seen.
    fn judge(
        &self,
        table: &'static Table,
        uuid: &str,
        edits: Vec<Edit>,
    ) -> Result<Vec<Edit>, Error> {
        let mut written = Vec::with_capacity(edits.len());
        for edit in edits {
            if self.seen.of(table.name, uuid, edit.field).is_some() {
                let now = value_seen(self.sql, table, edit.field, &edit.before)?;
                let mine = value_seen(self.sql, table, edit.field, &edit.after)?;
                let of = (table.name, uuid, edit.field);
                if self.seen.judge(of, now.as_deref(), mine.as_deref())? == Verdict::Leave {
                    continue;
                }
            }
            written.push(edit);
        }
        Ok(written)
    }

    /// Whether a list of values that stand in rows of their own may be written as `mine`, where `now` stands.
    ///
    /// # Errors
    /// [`Error::EditConflict`] where somebody else changed it since it was seen.
    pub(crate) fn may_write_list(
        &self,
        of: (&str, &str, &str),
        now: &[String],
        mine: &[String],
    ) -> Result<bool, Error> {
        let (now, mine) = (now.join("\n"), mine.join("\n"));
        Ok(self.seen.judge(of, Some(&now), Some(&mine))? == Verdict::Write)
    }

    /// What was seen of a field, if that was said.
    pub(crate) fn seen(&self, noun: &str, uuid: &str, field: &str) -> Option<&SeenValue> {
        self.seen.of(noun, uuid, field)
    }

    /// What was seen of a field has been taken care of.
    pub(crate) fn settle_seen(&mut self, noun: &str, uuid: &str, field: &str) {
        self.seen.settle(noun, uuid, field);
    }

    /// Takes away a row that an undone op made. Evidence too: it goes only with the op that brought it.
    pub(crate) fn take_back(&mut self, table: &'static Table, id: i64) -> Result<(), Error> {
        let (uuid, values) = self.values(table, id)?.ok_or_else(|| missing(table, id))?;
        self.must_be_whole(table.name, id)?;
        if !table.release.is_empty() {
            self.sql.prepare_cached(table.release)?.execute([id])?;
        }
        self.remove(table, id, uuid, values)
    }

    pub(crate) fn delete_row(&mut self, table: &'static Table, id: i64) -> Result<(), Error> {
        let (uuid, values) = self.values(table, id)?.ok_or_else(|| missing(table, id))?;
        self.remove(table, id, uuid, values)
    }

    fn remove(
        &mut self,
        table: &'static Table,
        id: i64,
        uuid: String,
        values: Vec<Value>,
    ) -> Result<(), Error> {
        self.must_be_whole(table.name, id)?;
        self.touch(table, id, None)?;
        let mut before: Map<String, Json> = Map::new();
        if let Some(kind) = RecordKind::of(table) {
            self.gone.insert((kind, id), uuid.clone());
        }
        before.insert("uuid".into(), Json::String(uuid));
        for (field, value) in table.fields.iter().zip(values) {
            if value != Value::Null {
                before.insert(field.name.to_owned(), to_json(&value));
            }
        }
        self.sql
            .prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table.name))?
            .execute([id])?;
        self.done.push((
            table,
            id,
            Done::Delete {
                before: Json::Object(before),
            },
        ));
        Ok(())
    }

    /// Notes that a row is written, so that it is sealed with the op.
    pub(crate) fn note_written(&self, noun: &'static str, id: i64) {
        self.written.borrow_mut().insert((noun, id));
    }

    fn is_written(&self, noun: &'static str, id: i64) -> bool {
        self.written.borrow().contains(&(noun, id))
    }

    /// Refuses to go on with a row that is not what was saved: to write it would make the damage official.
    ///
    /// # Errors
    /// [`Error::RecordDamaged`].
    pub(crate) fn must_be_whole(&self, noun: &'static str, id: i64) -> Result<(), Error> {
        if !self.is_written(noun, id) {
            if !seals::is_whole(self.sql, noun, id)? {
                return Err(damaged(noun, id));
            }
            self.note_written(noun, id);
        }
        Ok(())
    }

    /// The seal of a row that is about to be written and is not what its seal says; none where it is.
    fn broken_seal(&self, noun: &'static str, id: i64) -> Result<Option<Seal>, Error> {
        if self.is_written(noun, id) {
            return Ok(None);
        }
        let (made, kept) = (
            seals::made_by(self.sql, noun, id)?,
            seals::kept(self.sql, noun, id)?,
        );
        match kept {
            Some(kept) if made.as_ref() != Some(&kept) => Ok(Some(kept)),
            Some(_) => Ok(None),
            None => Err(damaged(noun, id)),
        }
    }

    /// A damaged row takes what was saved of it, and nothing else.
    fn mend(&self, noun: &'static str, id: i64, broken: Option<&Seal>) -> Result<(), Error> {
        match broken {
            Some(seal) if seals::made_by(self.sql, noun, id)?.as_ref() != Some(seal) => {
                Err(damaged(noun, id))
            }
            _ => Ok(()),
        }
    }

    /// UUID and fields of a row, if it is there.
    pub(crate) fn values(
        &self,
        table: &Table,
        id: i64,
    ) -> Result<Option<(String, Vec<Value>)>, Error> {
        let query = format!(
            "SELECT uuid, {} FROM {} WHERE id = ?1",
            table.columns(),
            table.name
        );
        let mut statement = self.sql.prepare_cached(&query)?;
        let found = statement.query_row([id], |row| {
            let values = (0..table.fields.len())
                .map(|i| row.get(i + 1))
                .collect::<Result<Vec<Value>, _>>()?;
            Ok((row.get(0)?, values))
        });
        Ok(found.optional()?)
    }

    /// Notes which records look different when a row comes, goes or is edited, as the catalogue stands: asked
    /// before an edit and after it, as either may tie the row to them.
    fn touch(&mut self, table: &Table, id: i64, edits: Option<&[Edit]>) -> Result<(), Error> {
        let concerns = |fields: &[&str]| match edits {
            Some(edits) if !fields.is_empty() => {
                edits.iter().any(|edit| fields.contains(&edit.field))
            }
            _ => true,
        };
        for seen in table.seen_in.iter().filter(|seen| concerns(seen.fields)) {
            for record in selected(self.sql, seen.select, id)? {
                self.touched.insert((seen.kind, record));
            }
        }
        let indexed = selected(self.sql, table.indexed_in, id)?;
        self.found_otherwise |= !indexed.is_empty();
        if concerns(table.indexed_by) {
            self.indexed.extend(indexed);
        }
        if concerns(table.listed_by) {
            self.listed.extend(selected(self.sql, table.listed_in, id)?);
        }
        Ok(())
    }
}

/// The integer keys that a query gives for the row `?1`; none for an empty query.
fn selected(sql: &Connection, query: &str, id: i64) -> Result<Vec<i64>, Error> {
    if query.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = sql.prepare_cached(query)?;
    let mut keys = Vec::new();
    for key in statement.query_map([id], |row| row.get::<_, Option<i64>>(0))? {
        keys.extend(key?);
    }
    Ok(keys)
}

fn damaged(noun: &'static str, id: i64) -> Error {
    Error::RecordDamaged {
        noun: noun.to_owned(),
        record: id.to_string(),
    }
}

fn missing(table: &Table, id: i64) -> Error {
    Error::NotFound {
        noun: table.name,
        id: id.to_string(),
    }
}

fn derive(table: &Table, derived: &Derived, values: &[Value]) -> Value {
    let from: Vec<&Value> = derived
        .from
        .iter()
        .filter_map(|field| table.position(field).and_then(|at| values.get(at)))
        .collect();
    (derived.compute)(&from)
}
