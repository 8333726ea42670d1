//! Undo and redo: appended ops that put back what an op changed, or say what stands in the way.
//!
//! Undo takes back the actor's newest op that stands; redo takes back the newest undo after which
//! the actor did nothing new. Both work from history alone, so they work across restarts and
//! programs. An op is refused whole where a later op that stands touched the same field.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde_json::Value as Json;
use ts_rs::TS;

use crate::error::Error;
use crate::history::where_to_look::{Homes, Shown};
use crate::record::terms::OpKind;
use crate::store::describe::Table;
use crate::store::door::{Outcome, Tx};
use crate::store::ledger::{Edit, from_json};
use crate::store::library::Archive;
use crate::store::text_patch::Patch;
use crate::store::{clock, rows};
use crate::tables;

/// An op that was taken back, or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Reverted {
    /// The op that the person did.
    #[ts(type = "number")]
    pub op: i64,
    /// Its kind.
    pub kind: String,
    /// Where one sees what happened; none where many records or none are meant.
    pub shows: Option<Shown>,
}

/// A change as history keeps it.
struct Change {
    noun: String,
    row: i64,
    action: String,
    field: Option<String>,
    before: Option<String>,
    after: Option<String>,
    patch: Option<String>,
}

impl Archive {
    /// Takes back the actor's newest op that stands, or the one named.
    ///
    /// # Errors
    /// [`Error::NothingToUndo`], [`Error::OpNotStanding`], [`Error::UndoBlocked`], [`Error::UndoClash`].
    pub fn undo(&mut self, op: Option<i64>) -> Result<Outcome<Reverted>, Error> {
        let actor = self.who().actor.clone();
        self.revert(OpKind::Undo, |sql| match op {
            Some(op) => sql
                .query_row("SELECT id, id, kind FROM op WHERE id = ?1 AND reverts IS NULL AND reverted_by IS NULL", [op], read_target)
                .optional()?
                .ok_or(Error::OpNotStanding { op }),
            None => next_undo(sql, &actor)?.ok_or(Error::NothingToUndo),
        })
    }

    /// Does again what the actor's newest undo took back.
    ///
    /// # Errors
    /// [`Error::NothingToRedo`], [`Error::UndoBlocked`], [`Error::UndoClash`].
    pub fn redo(&mut self) -> Result<Outcome<Reverted>, Error> {
        let actor = self.who().actor.clone();
        self.revert(OpKind::Redo, |sql| {
            next_redo(sql, &actor)?.ok_or(Error::NothingToRedo)
        })
    }

    fn revert(
        &mut self,
        kind: OpKind,
        target: impl FnOnce(&Connection) -> Result<(i64, i64, String), Error>,
    ) -> Result<Outcome<Reverted>, Error> {
        // the target is chosen inside the transaction: another program may have undone it meanwhile
        self.transact(kind, move |tx| {
            let (reverted, root, root_kind) = target(tx.sql())?;
            tx.reverts(reverted, root);
            let shows = revert_op(tx, reverted, root, &root_kind)?;
            Ok(Reverted {
                op: root,
                kind: root_kind,
                shows,
            })
        })
    }
}

/// What undo would take back for an actor: the op twice (reverted, root) and its kind.
pub(crate) fn next_undo(
    sql: &Connection,
    actor: &str,
) -> Result<Option<(i64, i64, String)>, Error> {
    Ok(sql
        .prepare_cached(
            "SELECT op.id, op.id, kind FROM op JOIN actor ON actor.id = actor_id
             WHERE actor.name = ?1 AND reverts IS NULL AND reverted_by IS NULL AND kind <> 'release' ORDER BY op.id DESC LIMIT 1",
        )?
        .query_row([actor], read_target)
        .optional()?)
}

/// What redo would do again for an actor: the undo to take back, its root and the root's kind.
pub(crate) fn next_redo(
    sql: &Connection,
    actor: &str,
) -> Result<Option<(i64, i64, String)>, Error> {
    Ok(sql
        .prepare_cached(
            "SELECT undo.id, root.id, root.kind FROM op AS root JOIN op AS undo ON undo.id = root.reverted_by
             JOIN actor ON actor.id = undo.actor_id
             WHERE actor.name = ?1 AND root.reverts IS NULL
               AND undo.id > ifnull((SELECT max(id) FROM op WHERE actor_id = undo.actor_id AND reverts IS NULL AND kind <> 'release'), 0)
             ORDER BY undo.id DESC LIMIT 1",
        )?
        .query_row([actor], read_target)
        .optional()?)
}

fn read_target(row: &rusqlite::Row<'_>) -> rusqlite::Result<(i64, i64, String)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

/// Applies the inverse of an op's changes, last first. Gives the record that they were about.
fn revert_op(
    tx: &mut Tx<'_>,
    reverted: i64,
    root: i64,
    kind: &str,
) -> Result<Option<Shown>, Error> {
    // rows come back and go in the order of history; that they fit together is asked at the end
    tx.sql().pragma_update(None, "defer_foreign_keys", true)?;
    let changes = read_changes(tx.sql(), reverted)?;
    let keys = foreign_keys(tx.sql())?;
    // a row that goes belongs to something before, one that comes only after
    let mut homes = Homes::default();
    for change in &changes {
        homes.note(tx.sql(), &change.noun, change.row)?;
        if change.action != "edit" {
            homes.note_passing(&change.noun, change.row);
        }
        if let Some(by) = later_op(tx.sql(), root, change)? {
            return Err(blocked_error(
                tx.sql(),
                root,
                kind,
                by,
                &change.noun,
                change.field.clone(),
            )?);
        }
    }
    let mut edits: BTreeMap<(&str, i64), Vec<&Change>> = BTreeMap::new();
    for change in changes.iter().filter(|change| change.action == "edit") {
        edits
            .entry((&change.noun, change.row))
            .or_default()
            .push(change);
    }
    for change in &changes {
        let table = tables::table(&change.noun).ok_or_else(|| Error::NotFound {
            noun: "table",
            id: change.noun.clone(),
        })?;
        if change.action != "edit" {
            apply_inverse(tx, root, kind, table, change)?;
        } else if let Some(of_row) = edits.remove(&(change.noun.as_str(), change.row)) {
            // a row's fields go back together: its rules hold between them
            put_back(tx, root, kind, table, change.row, &of_row)?;
        }
    }
    for change in &changes {
        // what a create made is gone: nothing may still refer to it; a row that came back or was edited back
        // may name a row that went since
        let hold = match change.action.as_str() {
            "create" => find_dangling(tx.sql(), &keys, change)?,
            _ => find_orphaned(tx.sql(), &keys, change)?,
        };
        if let Some((noun, by)) = hold {
            return Err(match by {
                Some(by) => blocked_error(tx.sql(), root, kind, by, &noun, None)?,
                None => clash_error(root, kind, &noun, "foreign key"),
            });
        }
        homes.note(tx.sql(), &change.noun, change.row)?;
    }
    homes.shown(tx.sql(), kind)
}

fn clash_error(op: i64, kind: &str, noun: &str, detail: &str) -> Error {
    Error::UndoClash {
        op,
        kind: kind.to_owned(),
        noun: noun.to_owned(),
        detail: detail.to_owned(),
    }
}

/// A broken rule, met while putting back, is a clash.
fn as_clash(error: Error, op: i64, kind: &str, noun: &str) -> Error {
    match error {
        Error::RuleBroken { rule } => clash_error(op, kind, noun, &rule),
        other => other,
    }
}

/// Takes a made row away, or brings a deleted one back.
fn apply_inverse(
    tx: &mut Tx<'_>,
    root: i64,
    kind: &str,
    table: &'static Table,
    change: &Change,
) -> Result<(), Error> {
    let done = match change.action.as_str() {
        "create" => tx.take_back(table, change.row),
        _ => {
            let before: Json = parse_json(change.before.as_deref())?;
            let uuid = before
                .get("uuid")
                .and_then(Json::as_str)
                .unwrap_or_default()
                .to_owned();
            let values = table
                .fields
                .iter()
                .map(|f| before.get(f.name).map_or(Value::Null, from_json))
                .collect();
            tx.insert_values(table, Some(change.row), uuid, values)
                .map(drop)
        }
    };
    done.map_err(|error| as_clash(error, root, kind, &change.noun))
}

/// Puts fields of a row back to what they held before.
fn put_back(
    tx: &mut Tx<'_>,
    root: i64,
    kind: &str,
    table: &'static Table,
    row: i64,
    changes: &[&Change],
) -> Result<(), Error> {
    let (_, values) = tx
        .values(table, row)?
        .ok_or_else(|| clash_error(root, kind, table.name, "the row is gone"))?;
    let mut edits = Vec::with_capacity(changes.len());
    for change in changes {
        let found = table
            .fields
            .iter()
            .zip(&values)
            .find(|(field, _)| Some(field.name) == change.field.as_deref());
        let (field, now) =
            found.ok_or_else(|| clash_error(root, kind, table.name, "unknown field"))?;
        let Some(target) = value_before(change, now)? else {
            // the field holds what neither this op nor a later one that stands put there: an earlier op
            // was taken back since; the newest that touched the field is named
            let by = newest_op(tx.sql(), root, change)?.ok_or_else(|| {
                clash_error(root, kind, table.name, "the field holds something else")
            })?;
            return Err(blocked_error(
                tx.sql(),
                root,
                kind,
                by,
                table.name,
                change.field.clone(),
            )?);
        };
        edits.push(Edit {
            field: field.name,
            before: now.clone(),
            after: target,
        });
    }
    tx.edit(table, row, edits)
        .map_err(|error| as_clash(error, root, kind, table.name))
}

/// What a field held before a change; none where it does not hold now what the change put there.
fn value_before(change: &Change, now: &Value) -> Result<Option<Value>, Error> {
    if let Some(patch) = &change.patch {
        let patch: Patch = serde_json::from_str(patch).map_err(|e| Error::CatalogueFailed {
            detail: e.to_string(),
        })?;
        return Ok(patch.inverse().apply(rows::text(now)).map(Value::Text));
    }
    let after = from_json(&parse_json(change.after.as_deref())?);
    Ok(match after == *now {
        true => Some(from_json(&parse_json(change.before.as_deref())?)),
        false => None,
    })
}

fn parse_json(json: Option<&str>) -> Result<Json, Error> {
    serde_json::from_str(json.unwrap_or("null")).map_err(|e| Error::CatalogueFailed {
        detail: e.to_string(),
    })
}

fn read_changes(sql: &Connection, op: i64) -> Result<Vec<Change>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT noun, row_id, action, field, before, after, patch FROM change WHERE op_id = ?1 ORDER BY id DESC",
    )?;
    let rows = statement.query_map([op], |row| {
        Ok(Change {
            noun: row.get(0)?,
            row: row.get(1)?,
            action: row.get(2)?,
            field: row.get(3)?,
            before: row.get(4)?,
            after: row.get(5)?,
            patch: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The newest op after `root` that a person did, that stands, and that touched what `change` touched.
fn later_op(sql: &Connection, root: i64, change: &Change) -> Result<Option<i64>, Error> {
    Ok(sql
        .prepare_cached(
            "SELECT op.id FROM change JOIN op ON op.id = change.op_id
             WHERE change.noun = ?1 AND change.row_id = ?2 AND (?3 IS NULL OR change.field IS NULL OR change.field = ?3)
               AND op.id > ?4 AND op.reverts IS NULL AND op.reverted_by IS NULL
             ORDER BY op.id DESC LIMIT 1",
        )?
        .query_row(params![change.noun, change.row, change.field, root], |row| row.get(0))
        .optional()?)
}

/// The newest op of a person, other than `root`, that touched the field.
fn newest_op(sql: &Connection, root: i64, change: &Change) -> Result<Option<i64>, Error> {
    Ok(sql
        .prepare_cached(
            "SELECT op.id FROM change JOIN op ON op.id = change.op_id
             WHERE change.noun = ?1 AND change.row_id = ?2 AND change.field IS ?3 AND op.id <> ?4 AND op.reverts IS NULL
             ORDER BY op.id DESC LIMIT 1",
        )?
        .query_row(params![change.noun, change.row, change.field, root], |row| row.get(0))
        .optional()?)
}

/// The op that did a thing to a row, as a person's op: an undo or redo stands for its root.
fn op_that_did(sql: &Connection, noun: &str, row: i64, action: &str) -> Result<Option<i64>, Error> {
    Ok(sql
        .query_row(
            "WITH RECURSIVE up (id) AS (
                 SELECT op_id FROM (SELECT op_id FROM change WHERE noun = ?1 AND row_id = ?2 AND action = ?3 ORDER BY id DESC LIMIT 1)
                 UNION ALL SELECT op.reverts FROM op JOIN up ON op.id = up.id WHERE op.reverts IS NOT NULL)
             SELECT min(id) FROM up",
            params![noun, row, action],
            |row| row.get(0),
        )
        .optional()?
        .flatten())
}

/// A foreign key of the schema: child table, its column, parent table.
type ForeignKey = (&'static Table, String, String);

fn foreign_keys(sql: &Connection) -> Result<Vec<ForeignKey>, Error> {
    let mut keys = Vec::new();
    for table in tables::TABLES {
        let mut statement = sql.prepare_cached(&format!(
            "SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{}')",
            table.name
        ))?;
        for key in statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
            let (column, parent) = key?;
            keys.push((*table, column, parent));
        }
    }
    Ok(keys)
}

type Hold = Option<(String, Option<i64>)>;

/// After a create was taken back: what still refers to the row.
fn find_dangling(sql: &Connection, keys: &[ForeignKey], change: &Change) -> Result<Hold, Error> {
    for (child, column, _) in keys.iter().filter(|(_, _, parent)| *parent == change.noun) {
        let holder: Option<i64> = sql
            .prepare_cached(&format!(
                "SELECT id FROM {} WHERE {column} = ?1 LIMIT 1",
                child.name
            ))?
            .query_row([change.row], |row| row.get(0))
            .optional()?;
        if let Some(holder) = holder {
            let by = match op_that_edited(sql, child.name, holder, column)? {
                Some(by) => Some(by),
                None => op_that_did(sql, child.name, holder, "create")?,
            };
            return Ok(Some((child.name.to_owned(), by)));
        }
    }
    Ok(None)
}

/// The newest op that stands and edited a field of a row.
fn op_that_edited(
    sql: &Connection,
    noun: &str,
    row: i64,
    field: &str,
) -> Result<Option<i64>, Error> {
    Ok(sql
        .prepare_cached(
            "SELECT op.id FROM change JOIN op ON op.id = change.op_id WHERE noun = ?1 AND row_id = ?2 AND field = ?3
               AND op.reverts IS NULL AND op.reverted_by IS NULL ORDER BY op.id DESC LIMIT 1",
        )?
        .query_row(params![noun, row, field], |row| row.get(0))
        .optional()?)
}

/// A row that came back, or was edited back: what it refers to and is gone.
fn find_orphaned(sql: &Connection, keys: &[ForeignKey], change: &Change) -> Result<Hold, Error> {
    for (child, column, parent) in keys {
        if child.name != change.noun || tables::table(parent).is_none() {
            continue;
        }
        let gone: Option<i64> = sql
            .prepare_cached(&format!(
                "SELECT {column} FROM {} AS child WHERE id = ?1 AND {column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {parent} WHERE id = child.{column})",
                child.name
            ))?
            .query_row([change.row], |row| row.get(0))
            .optional()?;
        if let Some(gone) = gone {
            let by = match op_that_did(sql, parent, gone, "delete")? {
                Some(by) => Some(by),
                None => op_that_did(sql, parent, gone, "create")?,
            };
            return Ok(Some((parent.clone(), by)));
        }
    }
    Ok(None)
}

fn blocked_error(
    sql: &Connection,
    op: i64,
    kind: &str,
    by: i64,
    noun: &str,
    field: Option<String>,
) -> Result<Error, Error> {
    Ok(sql.query_row(
        "SELECT op.kind, actor.name, op.until FROM op JOIN actor ON actor.id = op.actor_id WHERE op.id = ?1",
        [by],
        |row| {
            Ok(Error::UndoBlocked {
                op,
                kind: kind.to_owned(),
                by,
                by_kind: row.get(0)?,
                by_actor: row.get(1)?,
                by_at: clock::rfc3339(row.get(2)?),
                noun: noun.to_owned(),
                field,
            })
        },
    )?)
}
