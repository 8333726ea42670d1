//! Restore: a field is put back to what it held before a change, as an op of its own.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value as Json;

use crate::edit::version as version_edit;
use crate::edit::version::VersionFields;
use crate::error::Error;
use crate::nouns::version::Version;
use crate::record::terms::OpKind;
use crate::store::describe::Table;
use crate::store::door::{Outcome, Tx};
use crate::store::ledger::{Edit, from_json};
use crate::store::library::Archive;
use crate::store::rows;
use crate::store::text_patch::Patch;
use crate::tables;

fn is_settable(noun: &str, field: &str) -> bool {
    tables::table(noun)
        .and_then(|table| table.field(field))
        .is_some_and(|field| field.settable)
}

/// Whether a field of a row can be put back: the row stands, is no evidence, and holds something else than
/// `before`; none where it is a long text.
pub(crate) fn can_restore(
    sql: &Connection,
    noun: &str,
    row: i64,
    field: &str,
    before: Option<&Json>,
) -> Result<bool, Error> {
    if !is_settable(noun, field) {
        return Ok(false);
    }
    let fixed = tables::table(noun)
        .and_then(|table| table.evidence)
        .unwrap_or("0");
    let now: Option<(Value, bool)> = sql
        .prepare_cached(&format!(
            "SELECT {field}, {fixed} FROM {noun} WHERE id = ?1"
        ))?
        .query_row([row], |found| Ok((found.get(0)?, found.get(1)?)))
        .optional()?;
    let Some((now, false)) = now else {
        return Ok(false);
    };
    match before {
        None => Ok(true),
        Some(before) => Ok(from_json(before) != now && refers_well(sql, noun, field, before)?),
    }
}

/// Whether the row that a value refers to, if any, stands.
fn refers_well(sql: &Connection, noun: &str, field: &str, value: &Json) -> Result<bool, Error> {
    match (tables::refers_to(noun, field), value.as_i64()) {
        (Some(parent), Some(id)) => Ok(sql
            .prepare_cached(&format!("SELECT 1 FROM {parent} WHERE id = ?1"))?
            .exists([id])?),
        _ => Ok(true),
    }
}

impl Archive {
    /// Puts a field back to what it held before a change, and with it what makes sense only together.
    ///
    /// # Errors
    /// [`Error::NotRestorable`]; [`Error::ReferenceTaken`]; a broken rule.
    pub fn restore_change(&mut self, change: i64) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::Restore, |tx| {
            let not = || Error::NotRestorable { change };
            let (op, noun, row, field): (i64, String, i64, Option<String>) = tx
                .sql()
                .query_row(
                    "SELECT op_id, noun, row_id, field FROM change WHERE id = ?1",
                    [change],
                    |found| Ok((found.get(0)?, found.get(1)?, found.get(2)?, found.get(3)?)),
                )
                .optional()?
                .ok_or_else(not)?;
            let field = field
                .filter(|field| is_settable(&noun, field))
                .ok_or_else(not)?;
            let table = tables::table(&noun).ok_or_else(not)?;
            if noun == "version" {
                let stands: Version =
                    rows::find(tx.sql(), "WHERE id = ?1", [row])?.ok_or_else(not)?;
                let text = text_before(tx, table, row, &field, change)?.ok_or_else(not)?;
                let mut fields = VersionFields::default();
                match field.as_str() {
                    "title" => fields.title = Some(text),
                    "body" => fields.body = Some(text),
                    _ => fields.language = Some(text),
                }
                return version_edit::edit_text(tx, &stands, &fields);
            }
            if tx.values(table, row)?.is_none() {
                return Err(not());
            }
            let mut back = Vec::new();
            for field in fields_together(tx, op, table, row, &field)? {
                let Some((id, before)) = value_before(tx, op, table, row, &field)? else {
                    continue;
                };
                let value = match before {
                    Some(json) => {
                        if !refers_well(tx.sql(), &noun, &field, &json)? {
                            return Err(not());
                        }
                        from_json(&json)
                    }
                    None => Value::Text(text_before(tx, table, row, &field, id)?.ok_or_else(not)?),
                };
                back.push((field, value));
            }
            if noun == "article" {
                refuse_taken_reference(tx, row, &back)?;
            }
            put_back(tx, table, row, &back)
        })
    }
}

/// Refuses a reference that another article has by now.
fn refuse_taken_reference(tx: &Tx<'_>, row: i64, back: &[(String, Value)]) -> Result<(), Error> {
    let Some((_, reference)) = back.iter().find(|(field, _)| field == "reference") else {
        return Ok(());
    };
    let reference = rows::text(reference);
    let taken = tx
        .sql()
        .prepare_cached("SELECT 1 FROM article WHERE reference = ?1 AND id <> ?2")?
        .exists((reference, row))?;
    match taken {
        true => Err(Error::ReferenceTaken {
            reference: reference.to_owned(),
        }),
        false => Ok(()),
    }
}

/// The fields that an op changed of those that go with one.
fn fields_together(
    tx: &Tx<'_>,
    op: i64,
    table: &Table,
    row: i64,
    field: &str,
) -> Result<Vec<String>, Error> {
    let group = table.together.iter().find(|group| group.contains(&field));
    let Some(group) = group else {
        return Ok(vec![field.to_owned()]);
    };
    let mut fields = Vec::new();
    for other in *group {
        if value_before(tx, op, table, row, other)?.is_some() {
            fields.push((*other).to_owned());
        }
    }
    Ok(fields)
}

/// An op's change of a field, and its value before; none of a long text.
#[allow(
    clippy::type_complexity,
    reason = "a change, and a value that may be none"
)]
fn value_before(
    tx: &Tx<'_>,
    op: i64,
    table: &Table,
    row: i64,
    field: &str,
) -> Result<Option<(i64, Option<Json>)>, Error> {
    let found: Option<(i64, Option<String>)> = tx
        .sql()
        .prepare_cached("SELECT id, before FROM change WHERE op_id = ?1 AND noun = ?2 AND row_id = ?3 AND field = ?4")?
        .query_row((op, table.name, row, field), |found| Ok((found.get(0)?, found.get(1)?)))
        .optional()?;
    let Some((id, before)) = found else {
        return Ok(None);
    };
    let before = before
        .map(|json| serde_json::from_str(&json))
        .transpose()
        .map_err(|e| Error::CatalogueFailed {
            detail: e.to_string(),
        })?;
    Ok(Some((id, before)))
}

/// What a text field held before a change: the changes since, the latest first, are taken back one by one.
/// None where it held nothing, or where they do not fit.
fn text_before(
    tx: &Tx<'_>,
    table: &Table,
    row: i64,
    field: &str,
    change: i64,
) -> Result<Option<String>, Error> {
    let Some((_, values)) = tx.values(table, row)? else {
        return Ok(None);
    };
    let mut text = table
        .position(field)
        .and_then(|at| values.get(at))
        .map(|value| rows::text(value).to_owned());
    let mut statement = tx.sql().prepare_cached(
        "SELECT before, patch FROM change WHERE noun = ?1 AND row_id = ?2 AND field = ?3 AND id >= ?4 ORDER BY id DESC",
    )?;
    let mut found = statement.query((table.name, row, field, change))?;
    while let Some(line) = found.next()? {
        let (before, patch): (Option<String>, Option<String>) = (line.get(0)?, line.get(1)?);
        let broken = |e: serde_json::Error| Error::CatalogueFailed {
            detail: e.to_string(),
        };
        text = match (patch, before) {
            (Some(patch), _) => {
                let patch: Patch = serde_json::from_str(&patch).map_err(broken)?;
                text.and_then(|text| patch.inverse().apply(&text))
            }
            (None, Some(before)) => {
                serde_json::from_str::<Option<String>>(&before).map_err(broken)?
            }
            (None, None) => None,
        };
    }
    Ok(text)
}

/// Sets fields of a row.
fn put_back(
    tx: &mut Tx<'_>,
    table: &'static Table,
    row: i64,
    back: &[(String, Value)],
) -> Result<(), Error> {
    let Some((_, values)) = tx.values(table, row)? else {
        return Ok(());
    };
    let edits = table
        .fields
        .iter()
        .zip(values)
        .filter_map(|(field, before)| {
            let (_, after) = back.iter().find(|(name, _)| name == field.name)?;
            (*after != before).then(|| Edit {
                field: field.name,
                before,
                after: after.clone(),
            })
        })
        .collect();
    tx.edit(table, row, edits)
}
