//! "N more here": the places of a text that name a party or a place and are not marked yet.

use std::collections::BTreeSet;

use muragat_language as language;
use rusqlite::Connection;

use crate::error::Error;
use crate::finding::candidates::surname;
use crate::nouns::mention::Mention;
use crate::nouns::party::Party;
use crate::nouns::place::Place;
use crate::nouns::version::Version;
use crate::nouns::{article, mention, party, version};
use crate::record::terms::{OpKind, PartyKind};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::tag_name::add_mention;
use crate::text::measure::Measured;
use crate::text::occurrence::occurrences;

/// What a span can name.
#[derive(Debug, Clone)]
pub(crate) enum Named {
    Party(Party),
    Place(Place),
}

impl Named {
    /// Of a UUID.
    pub fn by_uuid(sql: &Connection, uuid: &str) -> Result<Named, Error> {
        if let Some(party) = rows::find::<Party>(sql, "WHERE uuid = ?1", [uuid])? {
            return Ok(Named::Party(party));
        }
        match rows::find::<Place>(sql, "WHERE uuid = ?1", [uuid])? {
            Some(place) => Ok(Named::Place(place)),
            None => Err(Error::NotFound {
                noun: "party",
                id: uuid.to_owned(),
            }),
        }
    }

    /// As a mention keeps it: party and place, one of which is none.
    pub fn keys(&self) -> (Option<i64>, Option<i64>) {
        match self {
            Named::Party(party) => (Some(party.id), None),
            Named::Place(place) => (None, Some(place.id)),
        }
    }

    fn forms(&self, sql: &Connection) -> Result<Vec<String>, Error> {
        match self {
            Named::Party(party) => party::forms(sql, party),
            Named::Place(place) => Ok(vec![place.name.clone()]),
        }
    }
}

/// A person's name with initials, as texts print it after the first time: «Б. Исабаев».
fn with_initials(name: &str) -> Option<(String, String)> {
    let surname = surname(name);
    let words: Vec<_> = language::words(name).collect();
    let family = words
        .iter()
        .find(|word| language::party_key(word.text) == surname)?;
    let given = words
        .iter()
        .find(|word| word.start != family.start && word.text.chars().count() > 1)?;
    let initial = given.text.chars().next()?.to_uppercase().to_string();
    Some((
        format!("{initial}. {}", family.text),
        format!("{initial} {surname}"),
    ))
}

/// The initials under which an article's people go; those that two share are nobody's.
fn shared_initials(sql: &Connection, article: i64) -> Result<BTreeSet<String>, Error> {
    let mut met = BTreeSet::new();
    let mut shared = BTreeSet::new();
    let tail = "WHERE kind = 'person' AND id IN (SELECT party_id FROM participation WHERE article_id = ?1)";
    for person in rows::select::<Party>(sql, tail, [article])? {
        if let Some((_, key)) = with_initials(&person.name)
            && !met.insert(key.clone())
        {
            shared.insert(key);
        }
    }
    Ok(shared)
}

/// Where a version names a party or place and nothing marks it: not yet as this one, nor inside a longer name,
/// nor as another of its kind.
pub(crate) fn unmarked(
    sql: &Connection,
    version: &Version,
    named: &Named,
    also: &[String],
) -> Result<Vec<(u64, u64)>, Error> {
    let mut names = named.forms(sql)?;
    names.extend_from_slice(also);
    if let Named::Party(party) = named
        && party.kind == PartyKind::Person
        && let Some((form, key)) = with_initials(&party.name)
        && !shared_initials(sql, version.article_id)?.contains(&key)
    {
        names.push(form);
    }
    let marked = rows::select::<Mention>(sql, "WHERE version_id = ?1", [version.id])?;
    let (party, place) = named.keys();
    let mut last = 0;
    Ok(occurrences(&version.body, &names)
        .into_iter()
        .filter(|&(start, end)| {
            let free = start >= last;
            let (start, end) = (start as i64, end as i64);
            let free = free
                && !marked.iter().any(|mention| {
                    let overlaps = mention.start_at < end && mention.end_at > start;
                    let own = mention.party_id == party && mention.place_id == place;
                    let like = mention.place_id.is_some() == place.is_some();
                    let inside = mention.start_at <= start && mention.end_at >= end;
                    overlaps
                        && (own
                            || (inside
                                && (like || mention.end_at - mention.start_at > end - start)))
                });
            if free {
                last = end.unsigned_abs();
            }
            free
        })
        .collect())
}

/// Marks all that [`unmarked`] finds in a version. Counts the marks.
pub(crate) fn mark_rest(
    tx: &mut Tx<'_>,
    version: &Version,
    named: &Named,
    also: &[String],
) -> Result<usize, Error> {
    let spans = unmarked(tx.sql(), version, named, also)?;
    let body = Measured::new(&version.body);
    for &(start, end) in &spans {
        let text = mention::cut(&body, start, end)?;
        add_mention(tx, version.id, named.keys(), start, end, text)?;
    }
    Ok(spans.len())
}

impl Archive {
    /// Marks every place of the article that names a party or place (a UUID) and is not marked yet. Gives how many.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn mark_everywhere(&mut self, article: &str, named: &str) -> Result<Outcome<usize>, Error> {
        self.transact(OpKind::MarkEverywhere, |tx| {
            let article = article::resolve(tx.sql(), article)?;
            let named = Named::by_uuid(tx.sql(), named)?;
            let mut marked = 0;
            for version in version::of_article(tx.sql(), article.id)? {
                marked += mark_rest(tx, &version, &named, &[])?;
            }
            Ok(marked)
        })
    }
}
