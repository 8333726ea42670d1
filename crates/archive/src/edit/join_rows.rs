//! Two rows of a table become one: what names the one names the other, as the tables' descriptions say.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

use crate::error::Error;
use crate::nouns::participation::next;
use crate::store::describe::{Bond, Field, Table};
use crate::store::door::Tx;
use crate::store::ledger::Edit;
use crate::tables;

/// Gives all that names one row of a table to another, as the tables' descriptions say: of two rows that would be
/// alike then, the older one takes what hangs on the other and what it lacks itself.
pub(crate) fn move_references(
    tx: &mut Tx<'_>,
    noun: &'static Table,
    from: i64,
    into: i64,
) -> Result<(), Error> {
    for (table, field, bond) in tables::references(noun.name) {
        for id in rows_naming(tx, table, field.name, from)? {
            // its own fields go with the row
            if table.name == noun.name && id == from {
                continue;
            }
            move_reference(tx, table, id, field, (from, into))?;
            if bond == Bond::Part && table.position("ordinal").is_some() {
                put_last(tx, table, id, field.name, into)?;
            }
        }
    }
    Ok(())
}

/// The rows of a table that name another by a field, in their order.
fn rows_naming(tx: &Tx<'_>, table: &Table, field: &str, of: i64) -> Result<Vec<i64>, Error> {
    let order = match table.position("ordinal") {
        Some(_) => "ordinal, id",
        None => "id",
    };
    let query = format!(
        "SELECT id FROM {} WHERE {field} = ?1 ORDER BY {order}",
        table.name
    );
    let mut statement = tx.sql().prepare_cached(&query)?;
    let ids = statement.query_map([of], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Lets a row name another; where a row like it stands already, it is joined with that.
pub(crate) fn move_reference(
    tx: &mut Tx<'_>,
    table: &'static Table,
    id: i64,
    field: &'static Field,
    (from, into): (i64, i64),
) -> Result<(), Error> {
    let Some((_, values)) = tx.values(table, id)? else {
        return Ok(());
    };
    let now = |name: &str| match name {
        "id" => Value::Integer(id),
        _ => table
            .position(name)
            .and_then(|at| values.get(at))
            .cloned()
            .unwrap_or(Value::Null),
    };
    let target = Value::Integer(into);
    let edit = |name: &'static str, after: Value| Edit {
        field: name,
        before: now(name),
        after,
    };
    // nobody stands above himself or speaks for himself
    if field.unlike.is_some_and(|other| now(other) == target) {
        return tx.edit(table, id, vec![edit(field.name, Value::Null)]);
    }
    // two that are one now are no pair any more
    let others = table.pair.iter().filter(|other| **other != field.name);
    if table.pair.contains(&field.name) && others.into_iter().any(|other| now(other) == target) {
        return tx.delete_row(table, id);
    }
    if table.alike.contains(&field.name)
        && let Some(other) = find_alike(tx, table, id, &values, (field.name, into))?
    {
        return join_alike(tx, table, id, other, from);
    }
    let mut edits = vec![edit(field.name, target.clone())];
    for other in table.fields {
        if other.unlike == Some(field.name) && now(other.name) == target {
            edits.push(edit(other.name, Value::Null));
        }
    }
    tx.edit(table, id, edits)
}

/// Another row that has the values of a row in the fields that only one may have, but for one that is another.
fn find_alike(
    tx: &Tx<'_>,
    table: &Table,
    id: i64,
    values: &[Value],
    (field, value): (&str, i64),
) -> Result<Option<i64>, Error> {
    let mut conditions = vec!["id <> ?".to_owned()];
    let mut params = vec![Value::Integer(id)];
    for name in table.alike {
        conditions.push(format!("{name} IS ?"));
        params.push(match *name == field {
            true => Value::Integer(value),
            false => table
                .position(name)
                .and_then(|at| values.get(at))
                .cloned()
                .unwrap_or(Value::Null),
        });
    }
    let query = format!(
        "SELECT id FROM {} WHERE {}",
        table.name,
        conditions.join(" AND ")
    );
    Ok(tx
        .sql()
        .prepare_cached(&query)?
        .query_row(params_from_iter(params), |row| row.get(0))
        .optional()?)
}

/// Makes two rows of a table one: what names the one names the other, which takes what it lacks; `gone` is the
/// row that the merge takes away, and nothing names it any more.
fn join_alike(
    tx: &mut Tx<'_>,
    table: &'static Table,
    from: i64,
    into: i64,
    gone: i64,
) -> Result<(), Error> {
    move_references(tx, table, from, into)?;
    let (Some((_, theirs)), Some((_, ours))) = (tx.values(table, from)?, tx.values(table, into)?)
    else {
        return Ok(());
    };
    tx.delete_row(table, from)?;
    let mut edits = Vec::new();
    for ((field, ours_now), theirs) in table.fields.iter().zip(&ours).zip(theirs) {
        let takes = *ours_now == Value::Null && theirs != Value::Null;
        let itself = field
            .unlike
            .and_then(|other| table.position(other))
            .and_then(|at| ours.get(at))
            .is_some_and(|own| *own == theirs);
        let names_gone = field.reference.is_some() && theirs == Value::Integer(gone);
        if takes && !itself && !names_gone {
            edits.push(Edit {
                field: field.name,
                before: Value::Null,
                after: theirs,
            });
        }
    }
    tx.edit(table, into, edits)
}

/// Puts a row behind the others of the row that it came to.
fn put_last(
    tx: &mut Tx<'_>,
    table: &'static Table,
    id: i64,
    parent: &str,
    into: i64,
) -> Result<(), Error> {
    let before: Option<i64> = tx
        .sql()
        .prepare_cached(&format!("SELECT ordinal FROM {} WHERE id = ?1", table.name))?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let Some(before) = before else {
        return Ok(());
    };
    let after = next(tx.sql(), table.name, parent, into)?;
    tx.edit(
        table,
        id,
        vec![Edit {
            field: "ordinal",
            before: Value::Integer(before),
            after: Value::Integer(after),
        }],
    )
}
