//! "N more here": the places of a text that name a party or a place and are not marked yet.

use std::collections::BTreeSet;

use muragat_language as language;
use muragat_language::{Span, SpanText, occurrences};
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

/// What a span names.
#[derive(Debug, Clone)]
pub(crate) enum Target {
    Party(Box<Party>),
    Place(Place),
}

impl Target {
    /// Of a UUID.
    pub fn find_by_uuid(sql: &Connection, uuid: &str) -> Result<Target, Error> {
        if let Some(party) = rows::find::<Party>(sql, "WHERE uuid = ?1", [uuid])? {
            return Ok(Target::Party(Box::new(party)));
        }
        match rows::find::<Place>(sql, "WHERE uuid = ?1", [uuid])? {
            Some(place) => Ok(Target::Place(place)),
            None => Err(Error::NotFound {
                noun: "party",
                id: uuid.to_owned(),
            }),
        }
    }

    /// As a mention keeps it: party and place, one of which is none.
    pub fn keys(&self) -> (Option<i64>, Option<i64>) {
        match self {
            Target::Party(party) => (Some(party.id), None),
            Target::Place(place) => (None, Some(place.id)),
        }
    }

    /// Its UUID.
    pub fn uuid(&self) -> &str {
        match self {
            Target::Party(party) => &party.uuid,
            Target::Place(place) => &place.uuid,
        }
    }

    /// Its authorised name.
    pub fn name(&self) -> &str {
        match self {
            Target::Party(party) => &party.name,
            Target::Place(place) => &place.name,
        }
    }

    fn forms(&self, sql: &Connection) -> Result<Vec<String>, Error> {
        match self {
            Target::Party(party) => party::forms(sql, party),
            Target::Place(place) => Ok(vec![place.name.clone()]),
        }
    }
}

/// A person's name with initials, as texts print it after the first time: «Б. Исабаев».
fn name_with_initials(name: &str) -> Option<(String, String)> {
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
fn find_shared_initials(sql: &Connection, article: i64) -> Result<BTreeSet<String>, Error> {
    let mut met = BTreeSet::new();
    let mut shared = BTreeSet::new();
    let tail = "WHERE kind = 'person' AND id IN (SELECT party_id FROM participation WHERE article_id = ?1)";
    for person in rows::select::<Party>(sql, tail, [article])? {
        if let Some((_, key)) = name_with_initials(&person.name)
            && !met.insert(key.clone())
        {
            shared.insert(key);
        }
    }
    Ok(shared)
}

/// Where a version names a party or place and nothing marks it: not yet as this one, nor inside a longer name,
/// nor as another of its kind.
pub(crate) fn find_unmarked(
    sql: &Connection,
    version: &Version,
    target: &Target,
    also: &[String],
) -> Result<Vec<(u64, u64)>, Error> {
    let mut names = target.forms(sql)?;
    names.extend_from_slice(also);
    if let Target::Party(party) = target
        && party.kind == PartyKind::Person
        && let Some((form, key)) = name_with_initials(&party.name)
        && !find_shared_initials(sql, version.article_id)?.contains(&key)
    {
        names.push(form);
    }
    let marked = rows::select::<Mention>(sql, "WHERE version_id = ?1", [version.id])?;
    let (party, place) = target.keys();
    let mut last = 0;
    Ok(occurrences(&version.body, &names)
        .into_iter()
        .map(|(start, end)| (start as u64, end as u64))
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
    target: &Target,
    also: &[String],
) -> Result<usize, Error> {
    let spans = find_unmarked(tx.sql(), version, target, also)?;
    let body = SpanText::new(&version.body);
    for &(start, end) in &spans {
        let text = mention::cut_text(&body, start, end)?;
        mention::add(tx, version.id, target.keys(), (start, end), text)?;
    }
    Ok(spans.len())
}

/// The party that a person of the text is tagged as: by the first of the spans that is marked, else by name, where
/// one of the cast goes by it and nobody else.
pub(crate) fn find_tagged_person(
    sql: &Connection,
    version: &Version,
    name: &str,
    spans: &[&Span],
) -> Result<Option<Party>, Error> {
    let tail = "WHERE kind = ?1 AND id = (SELECT party_id FROM mention WHERE version_id = ?2 AND start_at < ?4 AND end_at > ?3 AND party_id IS NOT NULL)";
    for span in spans {
        let at = (span.start as i64, span.end as i64);
        let found = rows::find(sql, tail, (PartyKind::Person, version.id, at.0, at.1))?;
        if found.is_some() {
            return Ok(found);
        }
    }
    let key = language::party_key(name);
    find_in_cast(sql, version.article_id, PartyKind::Person, &key)
}

/// The one party of an article's cast, or for whom one of it took part, that goes by a name of this key.
pub(crate) fn find_in_cast(
    sql: &Connection,
    article: i64,
    kind: PartyKind,
    key: &str,
) -> Result<Option<Party>, Error> {
    let mut found = rows::select::<Party>(
        sql,
        "WHERE kind = ?3 AND (match_key = ?2 OR id IN (SELECT party_id FROM party_name WHERE match_key = ?2))
         AND id IN (SELECT party_id FROM participation WHERE article_id = ?1
                    UNION SELECT on_behalf_of_id FROM participation WHERE article_id = ?1) ORDER BY id",
        (article, key, kind),
    )?;
    Ok(match found.len() {
        1 => found.pop(),
        _ => None,
    })
}

impl Archive {
    /// Marks a span of a version as naming a party; spans may overlap. Gives the mention's UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::SpanOutside`].
    pub fn mention(
        &mut self,
        version: &str,
        party: &str,
        start: u64,
        end: u64,
    ) -> Result<Outcome<String>, Error> {
        self.transact(OpKind::Mention, |tx| {
            let version: Version = rows::by_uuid(tx.sql(), version)?;
            let party: Party = rows::by_uuid(tx.sql(), party)?;
            let text = mention::cut_text(&SpanText::new(&version.body), start, end)?;
            let id = mention::add(tx, version.id, (Some(party.id), None), (start, end), text)?;
            Ok(rows::get::<Mention>(tx.sql(), id)?.uuid)
        })
    }

    /// Marks every place of the article that names a party or place (a UUID) and is not marked yet. Gives how many.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn mark_everywhere(&mut self, article: &str, named: &str) -> Result<Outcome<usize>, Error> {
        self.transact(OpKind::MarkEverywhere, |tx| {
            let article = article::resolve(tx.sql(), article)?;
            let target = Target::find_by_uuid(tx.sql(), named)?;
            let mut marked = 0;
            for version in version::of_article(tx.sql(), article.id)? {
                marked += mark_rest(tx, &version, &target, &[])?;
            }
            Ok(marked)
        })
    }
}
