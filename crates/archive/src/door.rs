//! The one door: every write to the catalogue is an op that goes through [`Archive::transact`].
//!
//! One IMMEDIATE transaction changes the rows, writes what changed into history and brings the
//! search entries of the touched articles up to date; then it is committed, or nothing happened.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use rusqlite::{
    Connection, OptionalExtension, Transaction, TransactionBehavior, params, params_from_iter,
};
use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::error::Error;
use crate::library::Archive;
use crate::patch::Patch;
use crate::rows::{self, Row, Table};
use crate::{clock, index};

/// Edits of one field that follow each other within this time are one change …
const PAUSE_MS: i64 = 60_000;
/// … until the change has grown this old: an undo should not take back an hour.
const SITTING_MS: i64 = 5 * 60_000;

/// Nouns whose rows move along with an edit of the text.
const SPANS: [&str; 2] = ["mention", "quote"];

/// What an op did.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome<T> {
    /// What it gives back.
    pub value: T,
    /// The op; none where nothing changed.
    pub op: Option<i64>,
    /// The nouns whose rows changed.
    pub nouns: BTreeSet<&'static str>,
    /// The articles whose search entry may have changed, by integer key.
    pub articles: BTreeSet<i64>,
}

/// One change that has happened in this transaction.
enum Done {
    Create,
    Delete { before: Json },
    Edit(Edit),
}

/// A field's value before and after.
pub(crate) struct Edit {
    pub field: &'static str,
    pub before: Value,
    pub after: Value,
}

/// What an op may do to the catalogue.
pub struct Tx<'a> {
    sql: &'a Transaction<'a>,
    now: String,
    today: String,
    reverts: Option<(i64, i64)>,
    done: Vec<(&'static Table, i64, Done)>,
    articles: BTreeSet<i64>,
}

impl Tx<'_> {
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
                field,
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
            .chain(table.fields.iter().copied())
            .chain(table.derived.iter().map(|d| d.column))
            .collect::<Vec<_>>();
        let marks = vec!["?"; columns.len()].join(", ");
        let query = format!(
            "INSERT INTO {} ({}) VALUES ({marks})",
            table.name,
            columns.join(", ")
        );
        let row = [id.map_or(Value::Null, Value::Integer), Value::Text(uuid)]
            .into_iter()
            .chain(values)
            .chain(derived);
        self.sql
            .prepare_cached(&query)?
            .execute(params_from_iter(row))?;
        let id = self.sql.last_insert_rowid();
        self.touch(table, id)?;
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
        self.touch(table, id)?;
        let (_, mut values) = self.values(table, id)?.ok_or_else(|| missing(table, id))?;
        let mut columns = Vec::new();
        let mut params = vec![Value::Integer(id)];
        for edit in &edits {
            if let Some(value) = table
                .fields
                .iter()
                .position(|f| *f == edit.field)
                .and_then(|at| values.get_mut(at))
            {
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
        self.touch(table, id)?;
        self.done
            .extend(edits.into_iter().map(|edit| (table, id, Done::Edit(edit))));
        Ok(())
    }

    /// Takes away a row that an undone op made. Evidence too: it goes only with the op that brought it.
    pub(crate) fn take_back(&mut self, table: &'static Table, id: i64) -> Result<(), Error> {
        let (uuid, values) = self.values(table, id)?.ok_or_else(|| missing(table, id))?;
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
        self.touch(table, id)?;
        let mut before: Map<String, Json> = Map::new();
        before.insert("uuid".into(), Json::String(uuid));
        for (field, value) in table.fields.iter().zip(values) {
            if value != Value::Null {
                before.insert((*field).to_owned(), to_json(&value));
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

    /// UUID and fields of a row, if it is there.
    pub(crate) fn values(
        &self,
        table: &Table,
        id: i64,
    ) -> Result<Option<(String, Vec<Value>)>, Error> {
        let query = format!(
            "SELECT uuid, {} FROM {} WHERE id = ?1",
            table.fields.join(", "),
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

    fn touch(&mut self, table: &Table, id: i64) -> Result<(), Error> {
        if table.articles.is_empty() {
            return Ok(());
        }
        let mut statement = self.sql.prepare_cached(table.articles)?;
        for article in statement.query_map([id], |row| row.get::<_, Option<i64>>(0))? {
            self.articles.extend(article?);
        }
        Ok(())
    }
}

fn missing(table: &Table, id: i64) -> Error {
    Error::NotFound {
        noun: table.name,
        id: id.to_string(),
    }
}

fn derive(table: &Table, derived: &rows::Derived, values: &[Value]) -> Value {
    let from: Vec<&Value> = derived
        .from
        .iter()
        .filter_map(|field| {
            table
                .fields
                .iter()
                .position(|f| f == field)
                .and_then(|i| values.get(i))
        })
        .collect();
    (derived.compute)(&from)
}

pub(crate) fn to_json(value: &Value) -> Json {
    match value {
        Value::Integer(number) => Json::from(*number),
        Value::Real(number) => Json::from(*number),
        Value::Text(text) => Json::from(text.as_str()),
        // no field is a blob
        Value::Null | Value::Blob(_) => Json::Null,
    }
}

pub(crate) fn from_json(value: &Json) -> Value {
    match value {
        Json::String(text) => Value::Text(text.clone()),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Value::Integer(whole),
            None => number.as_f64().map_or(Value::Null, Value::Real),
        },
        Json::Bool(yes) => Value::Integer(i64::from(*yes)),
        _ => Value::Null,
    }
}

impl Archive {
    /// Does one op: all that `work` does to the catalogue, with its history and search entries, or
    /// nothing of it.
    ///
    /// # Errors
    /// What `work` says; or that the library is read-only, busy, full or damaged.
    pub fn transact<T>(
        &mut self,
        kind: &'static str,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
    ) -> Result<Outcome<T>, Error> {
        self.writable()?;
        let library = self.path().to_owned();
        let who = self.who().clone();
        let wall_ms = self.wall_ms();
        let result = (|| {
            let sql = self
                .connection_mut()
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let time = clock::next(&sql, wall_ms)?;
            let mut tx = Tx {
                sql: &sql,
                now: clock::rfc3339(wall_ms << 16),
                today: clock::local_day(wall_ms),
                reverts: None,
                done: Vec::new(),
                articles: BTreeSet::new(),
            };
            let value = work(&mut tx)?;
            let Tx {
                done,
                articles,
                reverts,
                ..
            } = tx;
            let nouns = done.iter().map(|(table, _, _)| table.name).collect();
            let op = match done.is_empty() {
                true => None,
                false => Some(record(&sql, &who, (time, wall_ms), kind, reverts, done)?),
            };
            for article in &articles {
                index::refresh(&sql, *article)?;
            }
            sql.commit()?;
            Ok(Outcome {
                value,
                op,
                nouns,
                articles,
            })
        })();
        result.map_err(|error: Error| error.at(&library))
    }
}

/// Writes the op and its changes; a further edit of the same field in the same sitting joins the last op.
fn record(
    sql: &Connection,
    who: &crate::library::Identity,
    (time, wall_ms): (i64, i64),
    kind: &str,
    reverts: Option<(i64, i64)>,
    done: Vec<(&'static Table, i64, Done)>,
) -> Result<i64, Error> {
    let actor = named(sql, "actor", &who.actor)?;
    let device = named(sql, "device", &who.device)?;
    let done = condense(done);
    if reverts.is_none()
        && clock::millis(time) <= wall_ms
        && let Some(op) = join(sql, time, kind, (actor, device), &done)?
    {
        return Ok(op);
    }
    sql.prepare_cached(
        "INSERT INTO op (uuid, time, until, actor_id, device_id, kind, reverts) VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        uuid::Uuid::now_v7().to_string(),
        time,
        actor,
        device,
        kind,
        reverts.map(|(reverted, _)| reverted)
    ])?;
    let op = sql.last_insert_rowid();
    if let Some((reverted, root)) = reverts {
        sql.execute(
            "UPDATE op SET reverted_by = ?2 WHERE id = ?1",
            [reverted, op],
        )?;
        if reverted != root {
            sql.execute("UPDATE op SET reverted_by = NULL WHERE id = ?1", [root])?;
        }
    }
    for (table, row, done) in &done {
        match done {
            Done::Create => {
                sql.prepare_cached("INSERT INTO change (op_id, noun, row_id, action) VALUES (?1, ?2, ?3, 'create')")?
                    .execute(params![op, table.name, row])?;
            }
            Done::Delete { before } => {
                sql.prepare_cached("INSERT INTO change (op_id, noun, row_id, action, before) VALUES (?1, ?2, ?3, 'delete', ?4)")?
                    .execute(params![op, table.name, row, before.to_string()])?;
            }
            Done::Edit(Edit {
                field,
                before,
                after,
            }) => insert_edit(sql, op, table, *row, field, before, after)?,
        }
    }
    Ok(op)
}

/// Several edits of one field in one op are one change; an edit of a row the op made is part of its making.
fn condense(done: Vec<(&'static Table, i64, Done)>) -> Vec<(&'static Table, i64, Done)> {
    let mut kept: Vec<(&'static Table, i64, Done)> = Vec::with_capacity(done.len());
    let mut created: BTreeSet<(&str, i64)> = BTreeSet::new();
    let mut edited: BTreeMap<(&str, i64, &str), usize> = BTreeMap::new();
    for (table, row, change) in done {
        match change {
            Done::Create => {
                created.insert((table.name, row));
                kept.push((table, row, Done::Create));
            }
            Done::Edit(_) if created.contains(&(table.name, row)) => {}
            Done::Edit(Edit {
                field,
                before,
                after,
            }) => match edited.get(&(table.name, row, field)) {
                Some(&at) => {
                    if let Some((_, _, Done::Edit(Edit { after: last, .. }))) = kept.get_mut(at) {
                        *last = after;
                    }
                }
                None => {
                    edited.insert((table.name, row, field), kept.len());
                    kept.push((
                        table,
                        row,
                        Done::Edit(Edit {
                            field,
                            before,
                            after,
                        }),
                    ));
                }
            },
            Done::Delete { before } => {
                // what follows is a new life of the row's key
                created.remove(&(table.name, row));
                edited.retain(|(name, id, _), _| (*name, *id) != (table.name, row));
                kept.push((table, row, Done::Delete { before }));
            }
        }
    }
    kept
}

type ChangeColumns = (Option<String>, Option<String>, Option<String>);

fn columns(table: &Table, field: &str, before: &Value, after: &Value) -> ChangeColumns {
    if let (true, Value::Text(before), Value::Text(after)) =
        (table.long.contains(&field), before, after)
    {
        let patch = serde_json::to_string(&Patch::between(before, after)).unwrap_or_default();
        return (None, None, Some(patch));
    }
    (
        Some(to_json(before).to_string()),
        Some(to_json(after).to_string()),
        None,
    )
}

/// The last op, if these edits continue it: the same person goes on in the same field. Edits that came
/// along, such as spans that moved with the text, join their like.
fn join(
    sql: &Connection,
    time: i64,
    kind: &str,
    (actor, device): (i64, i64),
    done: &[(&'static Table, i64, Done)],
) -> Result<Option<i64>, Error> {
    let Some((table, row, Done::Edit(Edit { field, .. }))) = done.first() else {
        return Ok(None);
    };
    let along = |noun: &str| table.name == "version" && *field == "body" && SPANS.contains(&noun);
    let one_field = done
        .iter()
        .skip(1)
        .all(|(table, _, change)| matches!(change, Done::Edit(_)) && along(table.name));
    if !one_field {
        return Ok(None);
    }
    let last = sql
        .prepare_cached(
            "SELECT op.id, op.time, op.until FROM op JOIN change ON change.id = (SELECT min(id) FROM change WHERE op_id = op.id)
             WHERE op.id = (SELECT max(id) FROM op) AND op.kind = ?1 AND op.actor_id = ?2 AND op.device_id = ?3
               AND op.reverts IS NULL AND op.reverted_by IS NULL
               AND change.noun = ?4 AND change.row_id = ?5 AND change.field = ?6
               AND NOT EXISTS (SELECT 1 FROM change AS other WHERE other.op_id = op.id AND other.id <> change.id
                               AND (other.action <> 'edit' OR other.noun NOT IN ('mention', 'quote') OR change.field <> 'body'))",
        )?
        .query_row(params![kind, actor, device, table.name, row, field], |found| {
            Ok((found.get::<_, i64>(0)?, found.get::<_, i64>(1)?, found.get::<_, i64>(2)?))
        })
        .optional()?;
    let Some((op, began, until)) = last else {
        return Ok(None);
    };
    if clock::millis(time) - clock::millis(until) > PAUSE_MS
        || clock::millis(time) - clock::millis(began) > SITTING_MS
    {
        return Ok(None);
    }
    let mut merged = Vec::with_capacity(done.len());
    for (at, (table, row, change)) in done.iter().enumerate() {
        let Done::Edit(Edit {
            field,
            before,
            after,
        }) = change
        else {
            return Ok(None);
        };
        let stored = earlier(sql, op, table, *row, field, before)?;
        // back where it began: an op that does nothing would be an undo that does nothing
        if at == 0 && stored.as_ref().is_none_or(|(_, first)| first == after) {
            return Ok(None);
        }
        merged.push((stored, table, row, field, before, after));
    }
    for (stored, table, row, field, before, after) in merged {
        match stored {
            Some((change, first)) if first == *after => {
                sql.prepare_cached("DELETE FROM change WHERE id = ?1")?
                    .execute([change])?;
            }
            Some((change, first)) => {
                let (before, after, patch) = columns(table, field, &first, after);
                sql.prepare_cached(
                    "UPDATE change SET before = ?2, after = ?3, patch = ?4 WHERE id = ?1",
                )?
                .execute(params![change, before, after, patch])?;
            }
            None => insert_edit(sql, op, table, *row, field, before, after)?,
        }
    }
    sql.prepare_cached("UPDATE op SET until = ?2 WHERE id = ?1")?
        .execute(params![op, time])?;
    Ok(Some(op))
}

/// An op's change of a field, and what the field held before it.
fn earlier(
    sql: &Connection,
    op: i64,
    table: &Table,
    row: i64,
    field: &str,
    now: &Value,
) -> Result<Option<(i64, Value)>, Error> {
    let found = sql
        .prepare_cached("SELECT id, before, patch FROM change WHERE op_id = ?1 AND noun = ?2 AND row_id = ?3 AND field = ?4")?
        .query_row(params![op, table.name, row, field], |found| {
            Ok((found.get::<_, i64>(0)?, found.get::<_, Option<String>>(1)?, found.get::<_, Option<String>>(2)?))
        })
        .optional()?;
    let Some((change, before, patch)) = found else {
        return Ok(None);
    };
    let first = match (patch, before) {
        (Some(patch), _) => serde_json::from_str::<Patch>(&patch)
            .ok()
            .and_then(|patch| patch.inverse().apply(rows::text(now)))
            .map(Value::Text),
        (None, Some(json)) => serde_json::from_str(&json)
            .ok()
            .map(|json| from_json(&json)),
        (None, None) => None,
    };
    let first = first.ok_or_else(|| Error::CatalogueFailed {
        detail: format!("change {change} does not fit its row"),
    })?;
    Ok(Some((change, first)))
}

fn insert_edit(
    sql: &Connection,
    op: i64,
    table: &Table,
    row: i64,
    field: &str,
    before: &Value,
    after: &Value,
) -> Result<(), Error> {
    let (before, after, patch) = columns(table, field, before, after);
    sql.prepare_cached(
        "INSERT INTO change (op_id, noun, row_id, action, field, before, after, patch) VALUES (?1, ?2, ?3, 'edit', ?4, ?5, ?6, ?7)",
    )?
    .execute(params![op, table.name, row, field, before, after, patch])?;
    Ok(())
}

/// The key of an actor or a device, made where it is new.
fn named(sql: &Connection, table: &str, name: &str) -> Result<i64, Error> {
    let found = sql
        .prepare_cached(&format!("SELECT id FROM {table} WHERE name = ?1"))?
        .query_row([name], |row| row.get(0))
        .optional()?;
    match found {
        Some(id) => Ok(id),
        None => {
            sql.prepare_cached(&format!("INSERT INTO {table} (uuid, name) VALUES (?1, ?2)"))?
                .execute(params![uuid::Uuid::now_v7().to_string(), name])?;
            Ok(sql.last_insert_rowid())
        }
    }
}
