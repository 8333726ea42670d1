//! Merge and split: two parties become one, one becomes two. One op each; undo restores all.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

use crate::error::Error;
use crate::nouns::participation::{PrintedPosition, next};
use crate::nouns::party::{Party, PartyDistinction, PartyName};
use crate::nouns::saved_search::SavedSearch;
use crate::nouns::{article, party};
use crate::record::terms::OpKind;
use crate::store::describe::{Bond, Field, Table};
use crate::store::door::{Outcome, Tx};
use crate::store::ledger::Edit;
use crate::store::library::Archive;
use crate::store::rows;
use crate::store::rows::Row;
use crate::values::value_invalid;
use crate::{tables, values};

impl Archive {
    /// Makes two parties one: all that refers to `from` refers to `into` then. Its names stay as forms; fields
    /// that `into` lacks come from it, its note is added. Two participations in one article become one.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::PartyKindDiffers`]; [`Error::ValueInvalid`] for a party with itself.
    pub fn merge_parties(&mut self, into: &str, from: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::MergeParties, |tx| {
            let into: Party = rows::by_uuid(tx.sql(), into)?;
            let from: Party = rows::by_uuid(tx.sql(), from)?;
            if into.kind != from.kind {
                return Err(Error::PartyKindDiffers {
                    name: from.name,
                    found: from.kind,
                });
            }
            if into.id == from.id {
                return Err(value_invalid("party", "from", &from.name));
            }
            for apart in party::distinctions(tx.sql(), into.id, from.id)? {
                tx.delete::<PartyDistinction>(apart.id)?;
            }
            join_names(tx, &into, &from)?;
            move_references(tx, Party::table(), from.id, into.id)?;
            rename_in_searches(tx, &into, &from)?;
            // what names both may have been one of its own fields
            join_records(tx, rows::get(tx.sql(), into.id)?, &from)?;
            tx.delete::<Party>(from.id)
        })
    }

    /// Remembers that two parties that look alike are two.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::ValueInvalid`] for a party with itself.
    pub fn tell_apart(&mut self, one: &str, other: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::TellApart, |tx| {
            let one: Party = rows::by_uuid(tx.sql(), one)?;
            let other: Party = rows::by_uuid(tx.sql(), other)?;
            if one.id == other.id {
                return Err(value_invalid("party", "other", &other.name));
            }
            if party::distinctions(tx.sql(), one.id, other.id)?.is_empty() {
                tx.insert(&PartyDistinction {
                    id: 0,
                    uuid: String::new(),
                    party_id: one.id,
                    other_id: other.id,
                })?;
            }
            Ok(())
        })
    }

    /// Makes a new party of a name, and gives it what a party has in these articles: participation, mentions,
    /// quotes, regions. Where the name is one of the party's forms, the form goes along. Gives the new UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NameEmpty`].
    pub fn split_party(
        &mut self,
        party: &str,
        name: &str,
        articles: &[String],
    ) -> Result<Outcome<String>, Error> {
        let name = values::party_name(name)?;
        self.transact(OpKind::SplitParty, |tx| {
            let old: Party = rows::by_uuid(tx.sql(), party)?;
            for form in rows::select::<PartyName>(
                tx.sql(),
                "WHERE party_id = ?1 AND form = ?2",
                (old.id, &name),
            )? {
                tx.delete::<PartyName>(form.id)?;
            }
            let new = party::make(tx, old.kind, name)?;
            for article in articles {
                let article = article::resolve(tx.sql(), article)?.id;
                give_in_article(tx, article, old.id, new.id)?;
            }
            Ok(new.uuid)
        })
    }
}

/// Gives all that names one row of a table to another, as the tables' descriptions say: of two rows that would be
/// alike then, the older one takes what hangs on the other and what it lacks itself.
fn move_references(
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
fn move_reference(
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
    if table.alike.contains(&field.name)
        && let Some(other) = find_alike(tx, table, id, &values, (field.name, into))?
    {
        return join_rows(tx, table, id, other, from);
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
fn join_rows(
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

/// The names of the one become forms of the other; one that it goes by already goes.
fn join_names(tx: &mut Tx<'_>, into: &Party, from: &Party) -> Result<(), Error> {
    if !party::forms(tx.sql(), into)?.contains(&from.name) {
        party::add_name(tx, into.id, from.name.clone(), None)?;
    }
    for name in rows::select::<PartyName>(
        tx.sql(),
        "WHERE party_id = ?1 AND form = ?2",
        (from.id, &into.name),
    )? {
        tx.delete::<PartyName>(name.id)?;
    }
    Ok(())
}

/// Saved searches that look for the one look for the other.
fn rename_in_searches(tx: &mut Tx<'_>, into: &Party, from: &Party) -> Result<(), Error> {
    for mut saved in rows::select::<SavedSearch>(
        tx.sql(),
        "WHERE instr(query, ?1) > 0 ORDER BY id",
        [&from.uuid],
    )? {
        saved.query = saved.query.replace(&from.uuid, &into.uuid);
        tx.update(&saved)?;
    }
    Ok(())
}

/// What a record lacks comes from the other, as long as it does not name the one itself; both notes are kept.
fn join_records(tx: &mut Tx<'_>, mut into: Party, from: &Party) -> Result<(), Error> {
    let own = [into.id, from.id];
    let refers = |ours: Option<i64>, theirs: Option<i64>| {
        ours.filter(|id| !own.contains(id))
            .or(theirs.filter(|id| !own.contains(id)))
    };
    into.predecessor_id = refers(into.predecessor_id, from.predecessor_id);
    into.parent_id = refers(into.parent_id, from.parent_id);
    let lacks = |ours: &mut Option<String>, theirs: &Option<String>| {
        if ours.is_none() {
            ours.clone_from(theirs);
        }
    };
    lacks(&mut into.date_from, &from.date_from);
    lacks(&mut into.date_to, &from.date_to);
    lacks(&mut into.bin, &from.bin);
    lacks(&mut into.patronymic, &from.patronymic);
    into.note = match (into.note.take(), from.note.clone()) {
        (Some(ours), Some(theirs)) if !ours.contains(&theirs) => Some(format!("{ours}\n{theirs}")),
        (ours, theirs) => ours.or(theirs),
    };
    tx.update(&into)
}

/// What a party has in an article becomes another's.
fn give_in_article(tx: &mut Tx<'_>, article: i64, old: i64, new: i64) -> Result<(), Error> {
    for (table, field, _) in tables::references("party") {
        if tables::top(table) != "article" || table.name == "article" {
            continue;
        }
        let ids: Vec<i64> = tx
            .sql()
            .prepare_cached(&format!(
                "SELECT id FROM {} WHERE id IN ({}) AND {} = ?2 ORDER BY id",
                table.name,
                tables::parts_query(table, "article"),
                field.name
            ))?
            .query_map([article, old], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for id in ids {
            move_reference(tx, table, id, field, (old, new))?;
        }
    }
    // a post is the old one's
    for mut position in rows::select::<PrintedPosition>(
        tx.sql(),
        "WHERE post_id IS NOT NULL AND participation_id IN
           (SELECT id FROM participation WHERE article_id = ?1 AND party_id = ?2)",
        [article, new],
    )? {
        position.post_id = None;
        tx.update(&position)?;
    }
    Ok(())
}
