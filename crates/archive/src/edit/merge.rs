//! Merge and split: two parties become one, one becomes two. One op each; undo restores all.

use crate::edit::party as party_edit;
use crate::error::Error;
use crate::nouns::article;
use crate::nouns::mention::Mention;
use crate::nouns::participation::{Participation, ParticipationRole, PrintedPosition, next};
use crate::nouns::party::{self, Party, PartyName};
use crate::nouns::post::Post;
use crate::nouns::quote::Quote;
use crate::nouns::region::Region;
use crate::nouns::saved_search::SavedSearch;
use crate::nouns::unit::Unit;
use crate::record::terms::OpKind;
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;

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
                return Err(Error::ValueInvalid {
                    noun: "party",
                    field: "from".to_owned(),
                    value: from.name,
                });
            }
            standing(tx, &into, &from)?;
            spans(tx, &into, &from)?;
            references(tx, &into, &from)?;
            record(tx, into, &from)?;
            tx.delete::<Party>(from.id)
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
        let name = party_edit::named(name)?;
        self.transact(OpKind::SplitParty, |tx| {
            let old: Party = rows::by_uuid(tx.sql(), party)?;
            for form in rows::select::<PartyName>(
                tx.sql(),
                "WHERE party_id = ?1 AND form = ?2",
                (old.id, &name),
            )? {
                tx.delete::<PartyName>(form.id)?;
            }
            let new = party_edit::add(tx, old.kind, name)?;
            for article in articles {
                let article = article::named(tx.sql(), article)?.id;
                give(tx, article, old.id, new.id)?;
            }
            Ok(new.uuid)
        })
    }
}

/// Participations of one party become the other's.
fn standing(tx: &mut Tx<'_>, into: &Party, from: &Party) -> Result<(), Error> {
    for mut theirs in
        rows::select::<Participation>(tx.sql(), "WHERE party_id = ?1 ORDER BY id", [from.id])?
    {
        // nobody speaks for himself
        let behalf = theirs.on_behalf_of_id.filter(|id| *id != into.id);
        let tail = "WHERE article_id = ?1 AND party_id = ?2";
        match rows::find::<Participation>(tx.sql(), tail, (theirs.article_id, into.id))? {
            None => {
                (theirs.party_id, theirs.on_behalf_of_id) = (into.id, behalf);
                tx.update(&theirs)?;
            }
            Some(mut ours) => {
                join(tx, &ours, &theirs)?;
                ours.on_behalf_of_id = ours.on_behalf_of_id.or(behalf).filter(|id| *id != from.id);
                tx.update(&ours)?;
                tx.delete::<Participation>(theirs.id)?;
            }
        }
    }
    for mut spoken in rows::select::<Participation>(
        tx.sql(),
        "WHERE on_behalf_of_id = ?1 ORDER BY id",
        [from.id],
    )? {
        spoken.on_behalf_of_id = (spoken.party_id != into.id).then_some(into.id);
        tx.update(&spoken)?;
    }
    Ok(())
}

/// Roles and printed positions of one participation go to another of the same article.
fn join(tx: &mut Tx<'_>, ours: &Participation, theirs: &Participation) -> Result<(), Error> {
    for mut role in rows::select::<ParticipationRole>(
        tx.sql(),
        "WHERE participation_id = ?1 ORDER BY id",
        [theirs.id],
    )? {
        let tail = "WHERE participation_id = ?1 AND role = ?2";
        match rows::find::<ParticipationRole>(tx.sql(), tail, (ours.id, role.role))? {
            Some(_) => tx.delete::<ParticipationRole>(role.id)?,
            None => {
                role.participation_id = ours.id;
                tx.update(&role)?;
            }
        }
    }
    for mut position in rows::select::<PrintedPosition>(
        tx.sql(),
        "WHERE participation_id = ?1 ORDER BY ordinal, id",
        [theirs.id],
    )? {
        let tail = "WHERE participation_id = ?1 AND version_id = ?2 AND text = ?3";
        let same = rows::find::<PrintedPosition>(
            tx.sql(),
            tail,
            (ours.id, position.version_id, &position.text),
        )?;
        match same {
            Some(_) => tx.delete::<PrintedPosition>(position.id)?,
            None => {
                position.ordinal = next(tx.sql(), "printed_position", "participation_id", ours.id)?;
                position.participation_id = ours.id;
                tx.update(&position)?;
            }
        }
    }
    Ok(())
}

/// Mentions, quotes and regions of one party become the other's; a span marked for both is marked once.
fn spans(tx: &mut Tx<'_>, into: &Party, from: &Party) -> Result<(), Error> {
    for mut mention in
        rows::select::<Mention>(tx.sql(), "WHERE party_id = ?1 ORDER BY id", [from.id])?
    {
        let tail = "WHERE version_id = ?1 AND party_id = ?2 AND start_at = ?3 AND end_at = ?4";
        let span = (
            mention.version_id,
            into.id,
            mention.start_at,
            mention.end_at,
        );
        match rows::find::<Mention>(tx.sql(), tail, span)? {
            Some(_) => tx.delete::<Mention>(mention.id)?,
            None => {
                mention.party_id = Some(into.id);
                tx.update(&mention)?;
            }
        }
    }
    for mut quote in
        rows::select::<Quote>(tx.sql(), "WHERE speaker_id = ?1 ORDER BY id", [from.id])?
    {
        quote.speaker_id = Some(into.id);
        tx.update(&quote)?;
    }
    for mut region in
        rows::select::<Region>(tx.sql(), "WHERE party_id = ?1 ORDER BY id", [from.id])?
    {
        region.party_id = into.id;
        tx.update(&region)?;
    }
    Ok(())
}

/// Posts, units, other parties and saved searches that name one party name the other.
fn references(tx: &mut Tx<'_>, into: &Party, from: &Party) -> Result<(), Error> {
    for mut post in rows::select::<Post>(
        tx.sql(),
        "WHERE ?1 IN (person_id, organisation_id) ORDER BY id",
        [from.id],
    )? {
        if post.person_id == from.id {
            post.person_id = into.id;
        }
        if post.organisation_id == Some(from.id) {
            post.organisation_id = Some(into.id);
        }
        tx.update(&post)?;
    }
    for mut unit in rows::select::<Unit>(tx.sql(), "WHERE creator_id = ?1 ORDER BY id", [from.id])?
    {
        unit.creator_id = Some(into.id);
        tx.update(&unit)?;
    }
    for mut other in rows::select::<Party>(
        tx.sql(),
        "WHERE ?1 IN (predecessor_id, parent_id) AND id <> ?2 ORDER BY id",
        (from.id, into.id),
    )? {
        for field in [&mut other.predecessor_id, &mut other.parent_id] {
            if *field == Some(from.id) {
                *field = (other.id != from.id).then_some(into.id);
            }
        }
        tx.update(&other)?;
    }
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

/// The record of two: names as forms, fields that the one lacks, both notes.
fn record(tx: &mut Tx<'_>, mut into: Party, from: &Party) -> Result<(), Error> {
    let mut known = party::forms(tx.sql(), &into)?;
    if !known.contains(&from.name) {
        party_edit::add_name(tx, into.id, from.name.clone(), None)?;
        known.push(from.name.clone());
    }
    for mut name in
        rows::select::<PartyName>(tx.sql(), "WHERE party_id = ?1 ORDER BY id", [from.id])?
    {
        if known.contains(&name.form) {
            tx.delete::<PartyName>(name.id)?;
        } else {
            name.party_id = into.id;
            tx.update(&name)?;
        }
    }
    // what the one lacks comes from the other, as long as it does not name the one itself
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
    into.note = match (into.note.take(), from.note.clone()) {
        (Some(ours), Some(theirs)) if !ours.contains(&theirs) => Some(format!("{ours}\n{theirs}")),
        (ours, theirs) => ours.or(theirs),
    };
    tx.update(&into)
}

/// What a party has in an article becomes another's.
fn give(tx: &mut Tx<'_>, article: i64, old: i64, new: i64) -> Result<(), Error> {
    for mut standing in rows::select::<Participation>(
        tx.sql(),
        "WHERE article_id = ?1 AND ?2 IN (party_id, on_behalf_of_id) ORDER BY id",
        (article, old),
    )? {
        if standing.party_id == old {
            standing.party_id = new;
            // a post is the old one's
            for mut position in rows::select::<PrintedPosition>(
                tx.sql(),
                "WHERE participation_id = ?1 AND post_id IS NOT NULL",
                [standing.id],
            )? {
                position.post_id = None;
                tx.update(&position)?;
            }
        }
        if standing.on_behalf_of_id == Some(old) {
            standing.on_behalf_of_id = Some(new);
        }
        tx.update(&standing)?;
    }
    const OF_ARTICLE: &str = "version_id IN (SELECT id FROM version WHERE article_id = ?1)";
    for mut mention in rows::select::<Mention>(
        tx.sql(),
        &format!("WHERE {OF_ARTICLE} AND party_id = ?2 ORDER BY id"),
        (article, old),
    )? {
        mention.party_id = Some(new);
        tx.update(&mention)?;
    }
    for mut quote in rows::select::<Quote>(
        tx.sql(),
        &format!("WHERE {OF_ARTICLE} AND speaker_id = ?2 ORDER BY id"),
        (article, old),
    )? {
        quote.speaker_id = Some(new);
        tx.update(&quote)?;
    }
    for mut region in rows::select::<Region>(
        tx.sql(),
        "WHERE photo_id IN (SELECT id FROM photo WHERE article_id = ?1) AND party_id = ?2 ORDER BY id",
        (article, old),
    )? {
        region.party_id = new;
        tx.update(&region)?;
    }
    Ok(())
}
