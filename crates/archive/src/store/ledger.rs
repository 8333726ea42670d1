//! The ledger: what an op changed, written into history. Edits of one field that follow each other become
//! one change, so that an hour of typing is a few patches.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value as Json;

use crate::error::Error;
use crate::store::describe::Table;
use crate::store::identity::Identity;
use crate::store::seals::Written;
use crate::store::text_patch::Patch;
use crate::store::{clock, rows, seals};

/// Edits of one field that follow each other within this time are one change …
const PAUSE_MS: i64 = 60_000;
/// … until the change has grown this old: an undo should not take back an hour.
const SITTING_MS: i64 = 5 * 60_000;

/// Nouns whose rows move along with an edit of the text.
const SPANS: [&str; 2] = ["mention", "quote"];

/// One change that has happened in this transaction.
pub(crate) enum Done {
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

/// Writes the op and its changes; a further edit of the same field in the same sitting joins the last op.
pub(crate) fn record_op(
    sql: &Connection,
    who: &Identity,
    (time, wall_ms): (i64, i64),
    kind: &str,
    reverts: Option<(i64, i64)>,
    done: Vec<(&'static Table, i64, Done)>,
    written: &mut Written,
) -> Result<i64, Error> {
    let actor = find_or_add_name(sql, "actor", &who.actor, written)?;
    let device = find_or_add_name(sql, "device", &who.device, written)?;
    let done = condense_changes(done);
    if reverts.is_none()
        && clock::millis(time) <= wall_ms
        && let Some(op) = join_sitting(sql, time, kind, (actor, device), &done, written)?
    {
        return Ok(op);
    }
    sql.prepare_cached(
        "INSERT INTO op (uuid, time, until, actor_id, device_id, kind, reverts, wall) VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        uuid::Uuid::now_v7().to_string(),
        time,
        actor,
        device,
        kind,
        reverts.map(|(reverted, _)| reverted),
        wall_ms.max(1)
    ])?;
    let op = sql.last_insert_rowid();
    written.insert(("op", op));
    if let Some((reverted, root)) = reverts {
        for known in [reverted, root] {
            must_be_whole(sql, known)?;
            written.insert(("op", known));
        }
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
        written.insert(("change", sql.last_insert_rowid()));
    }
    Ok(op)
}

/// Refuses to take back or do again what history has lost.
fn must_be_whole(sql: &Connection, op: i64) -> Result<(), Error> {
    match is_whole(sql, op)? {
        true => Ok(()),
        false => Err(Error::RecordDamaged {
            noun: "op".to_owned(),
            record: op.to_string(),
        }),
    }
}

/// Whether an op and its changes stand as they were written.
fn is_whole(sql: &Connection, op: i64) -> Result<bool, Error> {
    let mut statement = sql.prepare_cached("SELECT id FROM change WHERE op_id = ?1")?;
    for change in statement.query_map([op], |row| row.get(0))? {
        if !seals::is_whole(sql, "change", change?)? {
            return Ok(false);
        }
    }
    seals::is_whole(sql, "op", op)
}

/// Several edits of one field in one op are one change; an edit of a row the op made is part of its making.
fn condense_changes(done: Vec<(&'static Table, i64, Done)>) -> Vec<(&'static Table, i64, Done)> {
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

fn change_columns(table: &Table, field: &str, before: &Value, after: &Value) -> ChangeColumns {
    if let (true, Value::Text(before), Value::Text(after)) = (
        table.field(field).is_some_and(|field| field.long),
        before,
        after,
    ) {
        let patch = serde_json::to_string(&Patch::between(before, after)).unwrap_or_default();
        return (None, None, Some(patch));
    }
    (
        Some(to_json(before).to_string()),
        Some(to_json(after).to_string()),
        None,
    )
}

/// The last op, if these edits continue it: the same person goes on in the same field, and most of what stood there
/// stays. Edits that came along, such as spans that moved with the text, join their like.
fn join_sitting(
    sql: &Connection,
    time: i64,
    kind: &str,
    (actor, device): (i64, i64),
    done: &[(&'static Table, i64, Done)],
    written: &mut Written,
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
        || !is_whole(sql, op)?
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
        let stored = earlier_change(sql, op, table, *row, field, before)?;
        // back where it began: an op that does nothing would be an undo that does nothing
        let is_back = stored.as_ref().is_none_or(|(_, first)| first == after);
        if at == 0 && (is_back || !keeps_most(before, after)) {
            return Ok(None);
        }
        merged.push((stored, table, row, field, before, after));
    }
    for (stored, table, row, field, before, after) in merged {
        match stored {
            Some((change, first)) if first == *after => {
                sql.prepare_cached("DELETE FROM change WHERE id = ?1")?
                    .execute([change])?;
                written.insert(("change", change));
            }
            Some((change, first)) => {
                let (before, after, patch) = change_columns(table, field, &first, after);
                sql.prepare_cached(
                    "UPDATE change SET before = ?2, after = ?3, patch = ?4 WHERE id = ?1",
                )?
                .execute(params![change, before, after, patch])?;
                written.insert(("change", change));
            }
            None => {
                insert_edit(sql, op, table, *row, field, before, after)?;
                written.insert(("change", sql.last_insert_rowid()));
            }
        }
    }
    sql.prepare_cached("UPDATE op SET until = ?2 WHERE id = ?1")?
        .execute(params![op, time])?;
    written.insert(("op", op));
    Ok(Some(op))
}

/// Whether an edit goes on with what stood there. What it wipes or puts something else for is to be had again, so that
/// is an op of its own.
fn keeps_most(before: &Value, after: &Value) -> bool {
    let Value::Text(before) = before else {
        return true;
    };
    let Value::Text(after) = after else {
        return before.is_empty();
    };
    let count = before.chars().count();
    let pairs = before.chars().zip(after.chars());
    let ahead = pairs.take_while(|(one, other)| one == other).count();
    let pairs = before.chars().rev().zip(after.chars().rev());
    let behind = pairs.take_while(|(one, other)| one == other).count();
    (ahead + behind).min(count) * 2 >= count
}

/// An op's change of a field, and what the field held before it.
fn earlier_change(
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
    let (before, after, patch) = change_columns(table, field, before, after);
    sql.prepare_cached(
        "INSERT INTO change (op_id, noun, row_id, action, field, before, after, patch) VALUES (?1, ?2, ?3, 'edit', ?4, ?5, ?6, ?7)",
    )?
    .execute(params![op, table.name, row, field, before, after, patch])?;
    Ok(())
}

/// The key of an actor or a device, made where it is new.
fn find_or_add_name(
    sql: &Connection,
    table: &'static str,
    name: &str,
    written: &mut Written,
) -> Result<i64, Error> {
    let found = sql
        .prepare_cached(&format!("SELECT id FROM {table} WHERE name = ?1"))?
        .query_row([name], |row| row.get(0))
        .optional()?;
    match found {
        Some(id) => Ok(id),
        None => {
            sql.prepare_cached(&format!("INSERT INTO {table} (uuid, name) VALUES (?1, ?2)"))?
                .execute(params![uuid::Uuid::now_v7().to_string(), name])?;
            let id = sql.last_insert_rowid();
            written.insert((table, id));
            Ok(id)
        }
    }
}
