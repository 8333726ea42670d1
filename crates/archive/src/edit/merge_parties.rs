//! Merge and split: two parties become one, one becomes two. One op each; undo restores all.

use crate::edit::join_rows::{move_reference, move_references};
use crate::error::Error;
use crate::nouns::participation::PrintedPosition;
use crate::nouns::party::{Party, PartyDistinction, PartyName};
use crate::nouns::saved_search::SavedSearch;
use crate::nouns::{article, party};
use crate::record::terms::OpKind;
use crate::store::door::{Outcome, Tx};
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
    lacks(&mut into.code, &from.code);
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
