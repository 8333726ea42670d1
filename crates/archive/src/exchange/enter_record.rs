//! A record is entered row by row, with the UUIDs that it brings.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;
use crate::nouns::article;
use crate::nouns::article::Article;
use crate::nouns::decision::Decision;
use crate::nouns::event::{ArticleEvent, Event};
use crate::nouns::file::File;
use crate::nouns::mention::Mention;
use crate::nouns::participation::{Participation, ParticipationRole, PrintedPosition};
use crate::nouns::party::{Party, PartyName};
use crate::nouns::photo::{Photo, PhotoText, is_rating};
use crate::nouns::place::{ArticlePlace, Place};
use crate::nouns::post::Post;
use crate::nouns::quote::Quote;
use crate::nouns::region::Region;
use crate::nouns::subject::{ArticleSubject, Subject};
use crate::nouns::unit::Unit;
use crate::nouns::version::{Version, release_key};
use crate::record::ArticleRecord;
use crate::store::door::Tx;
use crate::store::originals::Stored;
use crate::store::rows;
use crate::values;

/// A number above is no automatic one: a bundle could use a series up.
const MOST_NUMBERS: i64 = 1_000_000;

/// The key of a row by its UUID.
fn key_of(sql: &Connection, table: &str, uuid: &str) -> Result<Option<i64>, Error> {
    Ok(sql
        .prepare_cached(&format!("SELECT id FROM {table} WHERE uuid = ?1"))?
        .query_row([uuid], |row| row.get(0))
        .optional()?)
}

/// The key of a row that must be there: a record that names what it does not hold is refused.
fn known_key(sql: &Connection, table: &'static str, uuid: &str) -> Result<i64, Error> {
    key_of(sql, table, uuid)?.ok_or_else(|| Error::NotFound {
        noun: table,
        id: uuid.to_owned(),
    })
}

fn maybe_key(
    sql: &Connection,
    table: &'static str,
    uuid: Option<&String>,
) -> Result<Option<i64>, Error> {
    uuid.map(|uuid| known_key(sql, table, uuid)).transpose()
}

fn to_integer(value: u64) -> Result<i64, Error> {
    i64::try_from(value).map_err(|_| Error::SpanOutside {
        start: value,
        end: value,
    })
}

pub(crate) fn enter(
    tx: &mut Tx<'_>,
    record: &ArticleRecord,
    originals: &HashMap<String, Stored>,
) -> Result<String, Error> {
    enter_parties(tx, record)?;
    let unit_id = enter_units(tx, record)?;
    let (reference, series, sequence) = free_reference(tx, record, unit_id)?;
    let article_id = tx.insert(&Article {
        id: 0,
        uuid: record.id.clone(),
        unit_id,
        reference: reference.clone(),
        series,
        number: sequence,
        state: record.state,
        kind: record.kind.clone(),
        outgoing_number: record.outgoing_number.clone(),
        outgoing_date: record.outgoing_date.clone(),
        publication_date: record.publication_date.clone(),
        captured_on: record.captured_on.clone(),
        source_url: record.source_url.clone(),
        rights: record.rights.clone(),
        note: record.note.clone(),
        access: record.access.level,
        embargo_until: record.access.until.clone(),
        access_reason: record.access.reason.clone(),
        access_decided_by: record.access.decided_by.clone(),
        created_at: record.created_at.clone(),
    })?;
    enter_below(tx, record, article_id, originals)?;
    Ok(reference)
}

/// All that hangs on an article, for one that has none of it.
pub(crate) fn enter_below(
    tx: &mut Tx<'_>,
    record: &ArticleRecord,
    article_id: i64,
    originals: &HashMap<String, Stored>,
) -> Result<(), Error> {
    for name in &record.subjects {
        let found =
            rows::find::<Subject>(tx.sql(), "WHERE name = ?1", [name])?.map(|subject| subject.id);
        let subject_id = match found {
            Some(id) => id,
            None => tx.insert(&Subject {
                id: 0,
                uuid: String::new(),
                name: name.clone(),
            })?,
        };
        tx.insert(&ArticleSubject {
            id: 0,
            uuid: String::new(),
            article_id,
            subject_id,
        })?;
    }
    for place in &record.places {
        let place_id = match key_of(tx.sql(), "place", &place.id)? {
            Some(id) => id,
            None => tx.insert(&Place {
                id: 0,
                uuid: place.id.clone(),
                name: place.name.clone(),
                code: place.code.clone(),
            })?,
        };
        if place.heading {
            tx.insert(&ArticlePlace {
                id: 0,
                uuid: String::new(),
                article_id,
                place_id,
            })?;
        }
    }
    for event in &record.events {
        let event_id = match key_of(tx.sql(), "event", &event.id)? {
            Some(id) => id,
            None => tx.insert(&Event {
                id: 0,
                uuid: event.id.clone(),
                name: event.name.clone(),
                date: event.date.clone(),
                place: event.place.clone(),
            })?,
        };
        if event.reported {
            tx.insert(&ArticleEvent {
                id: 0,
                uuid: String::new(),
                article_id,
                event_id,
            })?;
        }
    }
    enter_versions(tx, record, article_id, originals)?;
    enter_cast(tx, record, article_id)?;
    enter_photos(tx, record, article_id, originals)?;
    for decision in &record.decisions {
        let (uuid, kind, key) = (
            decision.id.clone(),
            decision.kind.clone(),
            decision.key.clone(),
        );
        tx.insert(&Decision {
            id: 0,
            uuid,
            article_id,
            kind,
            key,
        })?;
    }
    Ok(())
}

/// The record's reference, or where it is taken one beside it. One that this library would have given
/// itself stays part of its series; any other counts as typed by hand.
fn free_reference(
    tx: &Tx<'_>,
    record: &ArticleRecord,
    unit_id: Option<i64>,
) -> Result<(String, Option<String>, Option<i64>), Error> {
    let taken = |reference: &str| -> Result<bool, Error> {
        Ok(article::with_reference(tx.sql(), reference)?.is_some())
    };
    let shown = values::one_line(&record.reference);
    if shown != record.reference && !taken(&shown)? {
        return Ok((shown, None, None));
    }
    if taken(&shown)? {
        let mut beside = 2;
        loop {
            let reference = format!("{shown} ({beside})");
            if !taken(&reference)? {
                return Ok((reference, None, None));
            }
            beside += 1;
        }
    }
    let date = record
        .publication_date
        .as_deref()
        .or(record.captured_on.as_deref());
    let year = values::year_of(date.unwrap_or(&record.created_at));
    let series = article::series_of(tx.sql(), unit_id, &year)?;
    let number = record
        .reference
        .strip_prefix(&series)
        .and_then(|digits| digits.parse::<i64>().ok());
    match number
        .filter(|n| (1..MOST_NUMBERS).contains(n) && record.reference == format!("{series}{n:04}"))
    {
        Some(number) => {
            article::note_number_given(tx, &series, number)?;
            Ok((record.reference.clone(), Some(series), Some(number)))
        }
        None => Ok((record.reference.clone(), None, None)),
    }
}

pub(crate) fn enter_parties(tx: &mut Tx<'_>, record: &ArticleRecord) -> Result<(), Error> {
    let mut fresh = Vec::new();
    for party in &record.parties {
        if key_of(tx.sql(), "party", &party.id)?.is_none() {
            let id = tx.insert(&Party {
                id: 0,
                uuid: party.id.clone(),
                kind: party.kind,
                name: party.name.clone(),
                date_from: party.date_from.clone(),
                date_to: party.date_to.clone(),
                bin: party.bin.clone(),
                predecessor_id: None,
                parent_id: None,
                note: party.note.clone(),
                surname: party.surname.clone(),
                given_names: party.given_names.clone(),
                patronymic: party.patronymic.clone(),
                code: None,
            })?;
            fresh.push((id, party));
        }
    }
    // a party may name one that stands after it in the list
    for (id, party) in fresh {
        let mut row: Party = rows::get(tx.sql(), id)?;
        row.predecessor_id = maybe_key(tx.sql(), "party", party.predecessor.as_ref())?;
        row.parent_id = maybe_key(tx.sql(), "party", party.parent.as_ref())?;
        tx.update(&row)?;
    }
    // one that is here already may have gained names and posts elsewhere
    for party in &record.parties {
        let party_id = known_key(tx.sql(), "party", &party.id)?;
        for name in &party.names {
            let tail = "WHERE uuid = ?1 OR (party_id = ?2 AND form = ?3)";
            if rows::find::<PartyName>(tx.sql(), tail, (&name.id, party_id, &name.form))?.is_none()
            {
                let (uuid, form, language) =
                    (name.id.clone(), name.form.clone(), name.language.clone());
                tx.insert(&PartyName {
                    id: 0,
                    uuid,
                    party_id,
                    form,
                    language,
                    kind: name.kind,
                    date_from: name.date_from.clone(),
                    date_to: name.date_to.clone(),
                })?;
            }
        }
        for post in &party.posts {
            if key_of(tx.sql(), "post", &post.id)?.is_none() {
                let organisation_id = maybe_key(tx.sql(), "party", post.organisation.as_ref())?;
                tx.insert(&Post {
                    id: 0,
                    uuid: post.id.clone(),
                    person_id: party_id,
                    organisation_id,
                    kind: post.kind,
                    title: post.title.clone(),
                    date_from: post.date_from.clone(),
                    date_to: post.date_to.clone(),
                })?;
            }
        }
    }
    Ok(())
}

pub(crate) fn enter_units(tx: &mut Tx<'_>, record: &ArticleRecord) -> Result<Option<i64>, Error> {
    let mut parent_id = None;
    for unit in &record.units {
        let found = match key_of(tx.sql(), "unit", &unit.id)? {
            Some(id) => Some(id),
            // the same code under the same unit is the same unit, whoever entered it first
            None => rows::find::<Unit>(
                tx.sql(),
                "WHERE ifnull(parent_id, 0) = ?1 AND code = ?2",
                (parent_id.unwrap_or(0), &unit.code),
            )?
            .map(|unit| unit.id),
        };
        parent_id = Some(match found {
            Some(id) => id,
            None => {
                let creator_id = maybe_key(tx.sql(), "party", unit.creator.as_ref())?;
                tx.insert(&Unit {
                    id: 0,
                    uuid: unit.id.clone(),
                    parent_id,
                    level: unit.level,
                    code: unit.code.clone(),
                    title: unit.title.clone(),
                    creator_id,
                    date_from: unit.date_from.clone(),
                    date_to: unit.date_to.clone(),
                    extent: unit.extent.clone(),
                    retention_period: unit.retention_period.clone(),
                    retention_article: unit.retention_article.clone(),
                    note: unit.note.clone(),
                })?
            }
        });
    }
    Ok(parent_id)
}

fn enter_versions(
    tx: &mut Tx<'_>,
    record: &ArticleRecord,
    article_id: i64,
    originals: &HashMap<String, Stored>,
) -> Result<(), Error> {
    for version in &record.versions {
        let of_id = maybe_key(tx.sql(), "version", version.of.as_ref())?;
        // a registered text stays where all around it is renewed
        let version_id = match key_of(tx.sql(), "version", &version.id)? {
            Some(kept) => kept,
            None => tx.insert(&Version {
                id: 0,
                uuid: version.id.clone(),
                article_id,
                language: version.language.clone(),
                title: version.title.clone(),
                body: version.body.clone(),
                relation: version.relation,
                of_id,
                fixed_at: version.fixed_at.clone(),
                release_key: release_key(&version.title, &version.body),
            })?,
        };
        for (at, file) in version.files.iter().enumerate() {
            let original_id = enter_original(tx, originals, &file.sha256)?;
            tx.insert(&File::of_record(
                file,
                version_id,
                original_id,
                at as i64 + 1,
            )?)?;
        }
        for mention in &version.mentions {
            let party_id = maybe_key(tx.sql(), "party", mention.party.as_ref())?;
            let place_id = maybe_key(tx.sql(), "place", mention.place.as_ref())?;
            tx.insert(&Mention {
                id: 0,
                uuid: mention.id.clone(),
                version_id,
                party_id,
                place_id,
                start_at: to_integer(mention.start)?,
                end_at: to_integer(mention.end)?,
                text: mention.text.clone(),
                state: mention.state,
            })?;
        }
        for quote in &version.quotes {
            let speaker_id = maybe_key(tx.sql(), "party", quote.speaker.as_ref())?;
            tx.insert(&Quote {
                id: 0,
                uuid: quote.id.clone(),
                version_id,
                speaker_id,
                speech: quote.speech,
                start_at: to_integer(quote.start)?,
                end_at: to_integer(quote.end)?,
                text: quote.text.clone(),
            })?;
        }
    }
    Ok(())
}

fn enter_original(
    tx: &Tx<'_>,
    originals: &HashMap<String, Stored>,
    sha256: &str,
) -> Result<i64, Error> {
    let stored = originals
        .get(sha256)
        .ok_or_else(|| Error::OriginalMissing {
            sha256: sha256.to_owned(),
        })?;
    tx.register_original(stored)
}

fn enter_cast(tx: &mut Tx<'_>, record: &ArticleRecord, article_id: i64) -> Result<(), Error> {
    for (at, member) in record.cast.iter().enumerate() {
        let party_id = known_key(tx.sql(), "party", &member.party)?;
        let on_behalf_of_id = maybe_key(tx.sql(), "party", member.on_behalf_of.as_ref())?;
        let uuid = member.id.clone();
        let participation_id = tx.insert(&Participation {
            id: 0,
            uuid,
            article_id,
            party_id,
            on_behalf_of_id,
            ordinal: at as i64 + 1,
        })?;
        for role in &member.roles {
            tx.insert(&ParticipationRole {
                id: 0,
                uuid: String::new(),
                participation_id,
                role: *role,
            })?;
        }
        for (at, position) in member.positions.iter().enumerate() {
            let version_id = known_key(tx.sql(), "version", &position.version)?;
            let post_id = maybe_key(tx.sql(), "post", position.post.as_ref())?;
            tx.insert(&PrintedPosition {
                id: 0,
                uuid: position.id.clone(),
                participation_id,
                version_id,
                text: position.text.clone(),
                post_id,
                ordinal: at as i64 + 1,
            })?;
        }
    }
    Ok(())
}

fn enter_photos(
    tx: &mut Tx<'_>,
    record: &ArticleRecord,
    article_id: i64,
    originals: &HashMap<String, Stored>,
) -> Result<(), Error> {
    for (at, photo) in record.photos.iter().enumerate() {
        let event_id = maybe_key(tx.sql(), "event", photo.event.as_ref())?;
        let photo_id = tx.insert(&Photo {
            id: 0,
            uuid: photo.id.clone(),
            original_id: enter_original(tx, originals, &photo.sha256)?,
            article_id: Some(article_id),
            event_id,
            name: photo.name.clone(),
            ordinal: at as i64 + 1,
            credit: photo.credit.clone(),
            photographer: photo.photographer.clone(),
            taken_at: photo.taken_at.clone(),
            place: photo.place.clone(),
            rights: photo.rights.clone(),
            instructions: photo.instructions.clone(),
            digital_source_type: photo.digital_source_type.clone(),
            rating: photo.rating.filter(is_rating).map(i64::from),
            picked: photo.picked,
            published: photo.published,
            turned: i64::from(photo.turned % 4),
        })?;
        for text in &photo.texts {
            let (language, kind, text) = (text.language.clone(), text.kind, text.text.clone());
            tx.insert(&PhotoText {
                id: 0,
                uuid: String::new(),
                photo_id,
                language,
                kind,
                text,
            })?;
        }
        for region in &photo.regions {
            let party_id = known_key(tx.sql(), "party", &region.party)?;
            let (x, y, w, h) = (region.x, region.y, region.w, region.h);
            tx.insert(&Region {
                id: 0,
                uuid: region.id.clone(),
                photo_id,
                party_id,
                x,
                y,
                w,
                h,
            })?;
        }
    }
    Ok(())
}
