//! From rows to an [`ArticleRecord`]: the same rows give the same record, in every library.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::error::Error;
use crate::nouns::article::Article;
use crate::nouns::decision::Decision;
use crate::nouns::event::Event;
use crate::nouns::file::File;
use crate::nouns::mention::Mention;
use crate::nouns::participation::{Participation, ParticipationRole, PrintedPosition};
use crate::nouns::party::{Party, PartyName};
use crate::nouns::photo::{Photo, PhotoText};
use crate::nouns::place::Place;
use crate::nouns::post::Post;
use crate::nouns::quote::Quote;
use crate::nouns::region::Region;
use crate::nouns::version::Version;
use crate::nouns::{article, subject, unit, version};
use crate::record::terms::Role;
use crate::record::{
    AccessRecord, ArticleRecord, DecisionRecord, EventRecord, MentionRecord, ParticipationRecord,
    PartyNameRecord, PartyRecord, PhotoRecord, PhotoTextRecord, PlaceRecord, PostRecord,
    PrintedPositionRecord, QuoteRecord, RegionRecord, UnitRecord, VersionRecord,
};
use crate::store::library::Archive;
use crate::store::{originals, rows};

impl Archive {
    /// One article whole, by UUID or reference.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn article(&self, id: &str) -> Result<ArticleRecord, Error> {
        let sql = self.connection();
        // one snapshot: another program may write between two of these reads
        let snapshot = sql.unchecked_transaction()?;
        let record = article_record(&snapshot, &article::resolve(sql, id)?);
        snapshot.commit()?;
        record
    }

    /// The UUIDs of all articles, oldest first.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn article_ids(&self) -> Result<Vec<String>, Error> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT uuid FROM article ORDER BY id")?;
        let ids = statement.query_map([], |row| rows::readable(row, 0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}

/// UUIDs of rows met so far; parties are collected for the record's own list.
struct Names<'a> {
    sql: &'a Connection,
    parties: BTreeMap<i64, String>,
}

impl<'a> Names<'a> {
    fn new(sql: &'a Connection) -> Names<'a> {
        Names {
            sql,
            parties: BTreeMap::new(),
        }
    }

    fn uuid(&self, table: &str, id: i64) -> Result<String, Error> {
        Ok(self
            .sql
            .prepare_cached(&format!("SELECT uuid FROM {table} WHERE id = ?1"))?
            .query_row([id], |row| row.get(0))?)
    }

    fn party(&mut self, id: i64) -> Result<String, Error> {
        if let Some(uuid) = self.parties.get(&id) {
            return Ok(uuid.clone());
        }
        let uuid = self.uuid("party", id)?;
        self.parties.insert(id, uuid.clone());
        Ok(uuid)
    }

    fn maybe_party(&mut self, id: Option<i64>) -> Result<Option<String>, Error> {
        id.map(|id| self.party(id)).transpose()
    }
}

pub(crate) fn article_record(sql: &Connection, article: &Article) -> Result<ArticleRecord, Error> {
    let mut names = Names::new(sql);
    let units = unit_records(&mut names, article.unit_id)?;
    let versions = version::of_article(sql, article.id)?
        .into_iter()
        .map(|version| version_record(&mut names, version))
        .collect::<Result<Vec<_>, _>>()?;
    let cast = rows::select::<Participation>(
        sql,
        "WHERE article_id = ?1 ORDER BY ordinal, uuid",
        [article.id],
    )?
    .into_iter()
    .map(|participation| participation_record(&mut names, &participation))
    .collect::<Result<Vec<_>, _>>()?;
    let photos = rows::select::<Photo>(
        sql,
        "WHERE article_id = ?1 ORDER BY ordinal, uuid",
        [article.id],
    )?
    .into_iter()
    .map(|photo| photo_record(&mut names, photo))
    .collect::<Result<Vec<_>, _>>()?;
    let subjects = subject::names_of(sql, article.id)?;
    let places = rows::select::<Place>(
        sql,
        "WHERE id IN (SELECT place_id FROM article_place WHERE article_id = ?1
           UNION SELECT place_id FROM mention JOIN version ON version.id = version_id WHERE article_id = ?1) ORDER BY sort_key, uuid",
        [article.id],
    )?;
    let events = rows::select::<Event>(
        sql,
        "WHERE id IN (SELECT event_id FROM article_event WHERE article_id = ?1
           UNION SELECT event_id FROM photo WHERE article_id = ?1) ORDER BY uuid",
        [article.id],
    )?;
    let linked = |table: &str, column: &str, id: i64| -> Result<bool, Error> {
        let query = format!("SELECT 1 FROM {table} WHERE article_id = ?1 AND {column} = ?2");
        Ok(sql.prepare_cached(&query)?.exists([article.id, id])?)
    };
    let places = places
        .into_iter()
        .map(|place| {
            let heading = linked("article_place", "place_id", place.id)?;
            Ok(PlaceRecord {
                id: place.uuid,
                name: place.name,
                code: place.code,
                heading,
            })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    let events = events
        .into_iter()
        .map(|event| {
            let reported = linked("article_event", "event_id", event.id)?;
            Ok(EventRecord {
                id: event.uuid,
                name: event.name,
                date: event.date,
                place: event.place,
                reported,
            })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    let decisions =
        rows::select::<Decision>(sql, "WHERE article_id = ?1 ORDER BY uuid", [article.id])?;
    let parties = party_records(&mut names)?;
    Ok(ArticleRecord {
        id: article.uuid.clone(),
        reference: article.reference.clone(),
        state: article.state,
        kind: article.kind.clone(),
        outgoing_number: article.outgoing_number.clone(),
        outgoing_date: article.outgoing_date.clone(),
        publication_date: article.publication_date.clone(),
        captured_on: article.captured_on.clone(),
        source_url: article.source_url.clone(),
        rights: article.rights.clone(),
        note: article.note.clone(),
        access: AccessRecord {
            level: article.access,
            until: article.embargo_until.clone(),
            reason: article.access_reason.clone(),
            decided_by: article.access_decided_by.clone(),
        },
        units,
        subjects,
        places,
        events,
        versions,
        cast,
        photos,
        parties,
        decisions: decisions
            .into_iter()
            .map(|decision| DecisionRecord {
                id: decision.uuid,
                kind: decision.kind,
                key: decision.key,
            })
            .collect(),
        created_at: article.created_at.clone(),
    })
}

fn unit_records(names: &mut Names<'_>, unit: Option<i64>) -> Result<Vec<UnitRecord>, Error> {
    let mut parent = None;
    let mut records = Vec::new();
    for unit in unit::path(names.sql, unit)? {
        records.push(UnitRecord {
            id: unit.uuid.clone(),
            parent: parent.replace(unit.uuid),
            level: unit.level,
            code: unit.code,
            title: unit.title,
            creator: names.maybe_party(unit.creator_id)?,
            date_from: unit.date_from,
            date_to: unit.date_to,
            extent: unit.extent,
            retention_period: unit.retention_period,
            retention_article: unit.retention_article,
            note: unit.note,
        });
    }
    Ok(records)
}

fn version_record(names: &mut Names<'_>, version: Version) -> Result<VersionRecord, Error> {
    let sql = names.sql;
    let mut files = Vec::new();
    for file in rows::select::<File>(
        sql,
        "WHERE version_id = ?1 ORDER BY ordinal, uuid",
        [version.id],
    )? {
        let original = originals::get(sql, file.original_id)?;
        files.push(file.into_record(&original)?);
    }
    let mut mentions = Vec::new();
    for mention in rows::select::<Mention>(
        sql,
        "WHERE version_id = ?1 ORDER BY start_at, end_at, uuid",
        [version.id],
    )? {
        mentions.push(MentionRecord {
            id: mention.uuid,
            party: names.maybe_party(mention.party_id)?,
            place: mention
                .place_id
                .map(|id| names.uuid("place", id))
                .transpose()?,
            start: mention.start_at.unsigned_abs(),
            end: mention.end_at.unsigned_abs(),
            text: mention.text,
            state: mention.state,
        });
    }
    let mut quotes = Vec::new();
    for quote in rows::select::<Quote>(
        sql,
        "WHERE version_id = ?1 ORDER BY start_at, uuid",
        [version.id],
    )? {
        quotes.push(QuoteRecord {
            id: quote.uuid,
            speech: quote.speech,
            start: quote.start_at.unsigned_abs(),
            end: quote.end_at.unsigned_abs(),
            text: quote.text,
            speaker: names.maybe_party(quote.speaker_id)?,
        });
    }
    Ok(VersionRecord {
        id: version.uuid,
        language: version.language,
        title: version.title,
        body: version.body,
        relation: version.relation,
        of: version
            .of_id
            .map(|id| names.uuid("version", id))
            .transpose()?,
        fixed_at: version.fixed_at,
        files,
        mentions,
        quotes,
    })
}

fn participation_record(
    names: &mut Names<'_>,
    participation: &Participation,
) -> Result<ParticipationRecord, Error> {
    let sql = names.sql;
    let given =
        rows::select::<ParticipationRole>(sql, "WHERE participation_id = ?1", [participation.id])?;
    let roles = Role::ALL
        .iter()
        .copied()
        .filter(|role| given.iter().any(|row| row.role == *role))
        .collect();
    let mut positions = Vec::new();
    for position in rows::select::<PrintedPosition>(
        sql,
        "WHERE participation_id = ?1 ORDER BY ordinal, uuid",
        [participation.id],
    )? {
        positions.push(PrintedPositionRecord {
            id: position.uuid,
            version: names.uuid("version", position.version_id)?,
            text: position.text,
            post: position
                .post_id
                .map(|id| names.uuid("post", id))
                .transpose()?,
        });
    }
    Ok(ParticipationRecord {
        id: participation.uuid.clone(),
        party: names.party(participation.party_id)?,
        roles,
        on_behalf_of: names.maybe_party(participation.on_behalf_of_id)?,
        positions,
    })
}

fn photo_record(names: &mut Names<'_>, photo: Photo) -> Result<PhotoRecord, Error> {
    let sql = names.sql;
    let original = originals::get(sql, photo.original_id)?;
    let texts = rows::select::<PhotoText>(
        sql,
        "WHERE photo_id = ?1 ORDER BY language, kind",
        [photo.id],
    )?
    .into_iter()
    .map(|text| PhotoTextRecord {
        language: text.language,
        kind: text.kind,
        text: text.text,
    })
    .collect();
    let mut regions = Vec::new();
    for region in rows::select::<Region>(sql, "WHERE photo_id = ?1 ORDER BY uuid", [photo.id])? {
        let party = names.party(region.party_id)?;
        regions.push(RegionRecord {
            id: region.uuid,
            party,
            x: region.x,
            y: region.y,
            w: region.w,
            h: region.h,
        });
    }
    // what lies on its side is as wide as it was high
    let (width, height) = match photo.turned % 2 {
        0 => (original.width, original.height),
        _ => (original.height, original.width),
    };
    Ok(PhotoRecord {
        id: photo.uuid,
        name: photo.name,
        sha256: original.sha256,
        size: original.size,
        media_type: original.media_type,
        width,
        height,
        undrawable: original.undrawable,
        texts,
        credit: photo.credit,
        photographer: photo.photographer,
        taken_at: photo.taken_at,
        place: photo.place,
        rights: photo.rights,
        instructions: photo.instructions,
        digital_source_type: photo.digital_source_type,
        rating: photo.rating.and_then(|rating| i8::try_from(rating).ok()),
        picked: photo.picked,
        published: photo.published,
        turned: u8::try_from(photo.turned).unwrap_or_default(),
        event: photo
            .event_id
            .map(|id| names.uuid("event", id))
            .transpose()?,
        regions,
    })
}

/// Every party met, and every party that those name, whole, in alphabetical order.
fn party_records(names: &mut Names<'_>) -> Result<Vec<PartyRecord>, Error> {
    let sql = names.sql;
    let mut records = Vec::new();
    let mut written = BTreeSet::new();
    while let Some(id) = names
        .parties
        .keys()
        .find(|id| !written.contains(*id))
        .copied()
    {
        written.insert(id);
        let party: Party = rows::get(sql, id)?;
        let key = muragat_language::sort_key(&party.name);
        records.push((key, party_record(names, party)?));
    }
    records.sort_by(|(a, one), (b, two)| a.cmp(b).then_with(|| one.id.cmp(&two.id)));
    Ok(records.into_iter().map(|(_, record)| record).collect())
}

fn party_record(names: &mut Names<'_>, party: Party) -> Result<PartyRecord, Error> {
    let sql = names.sql;
    let posts = rows::select::<Post>(sql, "WHERE person_id = ?1 ORDER BY uuid", [party.id])?
        .into_iter()
        .map(|post| {
            Ok(PostRecord {
                id: post.uuid,
                kind: post.kind,
                title: post.title,
                organisation: names.maybe_party(post.organisation_id)?,
                date_from: post.date_from,
                date_to: post.date_to,
            })
        })
        .collect::<Result<_, Error>>()?;
    let others = rows::select::<PartyName>(sql, "WHERE party_id = ?1 ORDER BY uuid", [party.id])?
        .into_iter()
        .map(|name| PartyNameRecord {
            id: name.uuid,
            form: name.form,
            language: name.language,
            kind: name.kind,
            date_from: name.date_from,
            date_to: name.date_to,
        })
        .collect();
    Ok(PartyRecord {
        id: party.uuid,
        kind: party.kind,
        names: others,
        date_from: party.date_from,
        date_to: party.date_to,
        bin: party.bin,
        predecessor: names.maybe_party(party.predecessor_id)?,
        parent: names.maybe_party(party.parent_id)?,
        note: party.note,
        surname: party.surname,
        given_names: party.given_names,
        patronymic: party.patronymic,
        posts,
        name: party.name,
    })
}

/// A photo by itself.
pub(crate) fn photo_record_alone(sql: &Connection, photo: Photo) -> Result<PhotoRecord, Error> {
    photo_record(&mut Names::new(sql), photo)
}

/// A party by itself, and the parties that its record names, by integer key.
pub(crate) fn party_record_alone(
    sql: &Connection,
    party: Party,
) -> Result<(PartyRecord, Vec<i64>), Error> {
    let mut names = Names::new(sql);
    let record = party_record(&mut names, party)?;
    Ok((record, names.parties.into_keys().collect()))
}
