//! Events: listed, shown, edited, reported by articles.

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::finding::party_page::{PartyRef, party_ref};
use crate::finding::photo_list::{self, PhotoLine};
use crate::nouns::article::{self, is_date};
use crate::nouns::event::{ArticleEvent, Event};
use crate::nouns::photo::Photo;
use crate::nouns::version::one_line;
use crate::record::EventRecord;
use crate::record::terms::OpKind;
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;

/// How many people of an event are listed.
const PEOPLE: i64 = 200;

/// A line of the list of events.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct EventLine {
    /// UUIDv7.
    pub id: String,
    /// Name.
    pub name: String,
    /// `YYYY-MM-DD` or shorter.
    pub date: Option<String>,
    /// Where, as text.
    pub place: Option<String>,
    /// How many articles report it.
    #[ts(type = "number")]
    pub articles: u64,
    /// How many photos show it.
    #[ts(type = "number")]
    pub photos: u64,
}

/// A page of events.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct EventPage {
    /// How many match in all.
    #[ts(type = "number")]
    pub total: u64,
    /// The page: the latest first, undated last.
    pub rows: Vec<EventLine>,
}

/// Fields of an event to set; absent ones stay, an empty text clears one.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct EventFields {
    /// Name.
    pub name: Option<String>,
    /// `YYYY-MM-DD` or shorter.
    pub date: Option<String>,
    /// Where, as text.
    pub place: Option<String>,
}

/// All that an event's page shows; its articles come by the article list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct EventPageRecord {
    /// The record.
    pub record: EventRecord,
    /// How many articles report it.
    #[ts(type = "number")]
    pub articles: u64,
    /// Photos that show it, of articles and of its own, in order.
    pub photos: Vec<PhotoLine>,
    /// Who was present, by the articles that report it.
    pub people: Vec<PartyRef>,
}

impl Archive {
    /// A page of events: the latest first. `text`: words of the name or place, each as far as typed.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn events(&self, text: Option<&str>, offset: u64, limit: u32) -> Result<EventPage, Error> {
        const ORDER: &str = "ORDER BY date DESC, sort_key, id";
        let sql = &self.connection().unchecked_transaction()?;
        let words: Vec<Vec<String>> = muragat_language::words(text.unwrap_or_default())
            .map(|word| muragat_language::search_keys(word.text))
            .collect();
        let (total, page): (u64, Vec<i64>) = if words.is_empty() {
            let total: i64 = sql.query_row("SELECT count(*) FROM event", [], |row| row.get(0))?;
            let page = sql
                .prepare_cached(&format!("SELECT id FROM event {ORDER} LIMIT ?1 OFFSET ?2"))?
                .query_map(
                    params![limit, i64::try_from(offset).unwrap_or(i64::MAX)],
                    |row| row.get(0),
                )?
                .collect::<Result<_, _>>()?;
            (total.unsigned_abs(), page)
        } else {
            let mut statement = sql.prepare_cached(&format!(
                "SELECT id, name || ' ' || ifnull(place, '') FROM event {ORDER}"
            ))?;
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let told = format!(" {}", muragat_language::fold(&row.get::<_, String>(1)?));
                let begins = |key: &String| {
                    told.match_indices(key.as_str()).any(|(at, _)| {
                        told.get(..at)
                            .and_then(|before| before.chars().next_back())
                            .is_none_or(|before| !before.is_alphanumeric())
                    })
                };
                if words.iter().all(|keys| keys.iter().any(begins)) {
                    found.push(row.get(0)?);
                }
            }
            let total = found.len() as u64;
            let offset = usize::try_from(offset).unwrap_or(usize::MAX);
            let page = found.into_iter().skip(offset).take(limit as usize);
            (total, page.collect())
        };
        Ok(EventPage {
            total,
            rows: page
                .into_iter()
                .map(|id| line(sql, id))
                .collect::<Result<_, _>>()?,
        })
    }

    /// All that an event's page shows.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn event(&self, id: &str) -> Result<EventPageRecord, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let event: Event = rows::by_uuid(sql, id)?;
        let articles = line(sql, event.id)?.articles;
        let photos: Vec<i64> = sql
            .prepare_cached(
                "SELECT id FROM photo WHERE event_id = ?1 ORDER BY article_id, ordinal, id",
            )?
            .query_map([event.id], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let people = sql
            .prepare_cached(
                "SELECT party.uuid, party.kind, party.name FROM article_event JOIN participation USING (article_id)
                 JOIN party ON party.id = party_id WHERE event_id = ?1 GROUP BY party.id
                 ORDER BY party.kind = 'organisation', party.sort_key LIMIT ?2",
            )?
            .query_map([event.id, PEOPLE], party_ref)?
            .collect::<Result<_, _>>()?;
        Ok(EventPageRecord {
            record: EventRecord {
                id: event.uuid,
                name: event.name,
                date: event.date,
                place: event.place,
                reported: articles > 0,
            },
            articles,
            photos: photos
                .into_iter()
                .map(|id| photo_list::line(sql, id))
                .collect::<Result<_, _>>()?,
            people,
        })
    }

    /// Adds an event; with an article, which then reports it. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NameEmpty`], [`Error::NotFound`]; [`Error::ValueInvalid`] for a date that is none.
    pub fn add_event(
        &mut self,
        fields: &EventFields,
        article: Option<&str>,
    ) -> Result<Outcome<String>, Error> {
        self.transact(OpKind::AddEvent, |tx| {
            let mut event = Event {
                id: 0,
                uuid: String::new(),
                name: String::new(),
                date: None,
                place: None,
            };
            set(&mut event, fields)?;
            let id = tx.insert(&event)?;
            if let Some(article) = article {
                let article = article::named(tx.sql(), article)?.id;
                link(tx, article, id)?;
            }
            Ok(rows::get::<Event>(tx.sql(), id)?.uuid)
        })
    }

    /// Sets fields of an event.
    ///
    /// # Errors
    /// As [`Archive::add_event`].
    pub fn edit_event(&mut self, id: &str, fields: &EventFields) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditEvent, |tx| {
            let mut event: Event = rows::by_uuid(tx.sql(), id)?;
            set(&mut event, fields)?;
            tx.update(&event)
        })
    }

    /// Takes an event away, and with it that articles report and photos show it.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::EventInUse`] while photos hang on it alone.
    pub fn delete_event(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::DeleteEvent, |tx| {
            let event: Event = rows::by_uuid(tx.sql(), id)?;
            let photos =
                rows::select::<Photo>(tx.sql(), "WHERE event_id = ?1 ORDER BY id", [event.id])?;
            let alone = photos.iter().filter(|photo| photo.article_id.is_none());
            let alone = alone.count() as u64;
            if alone > 0 {
                return Err(Error::EventInUse {
                    name: event.name,
                    photos: alone,
                });
            }
            for mut photo in photos {
                photo.event_id = None;
                tx.update(&photo)?;
            }
            for link in rows::select::<ArticleEvent>(
                tx.sql(),
                "WHERE event_id = ?1 ORDER BY id",
                [event.id],
            )? {
                tx.delete::<ArticleEvent>(link.id)?;
            }
            tx.delete::<Event>(event.id)
        })
    }

    /// Says that an article reports an event.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn link_event(&mut self, article: &str, event: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::LinkEvent, |tx| {
            let article = article::named(tx.sql(), article)?.id;
            let event: Event = rows::by_uuid(tx.sql(), event)?;
            link(tx, article, event.id)
        })
    }

    /// Says that an article does not report an event.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn unlink_event(&mut self, article: &str, event: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::LinkEvent, |tx| {
            let article = article::named(tx.sql(), article)?.id;
            let event: Event = rows::by_uuid(tx.sql(), event)?;
            let tail = "WHERE article_id = ?1 AND event_id = ?2";
            match rows::find::<ArticleEvent>(tx.sql(), tail, (article, event.id))? {
                Some(link) => tx.delete::<ArticleEvent>(link.id),
                None => Ok(()),
            }
        })
    }
}

/// The line of one event.
fn line(sql: &Connection, id: i64) -> Result<EventLine, Error> {
    Ok(sql
        .prepare_cached(
            "SELECT uuid, name, date, place, (SELECT count(*) FROM article_event WHERE event_id = event.id),
               (SELECT count(*) FROM photo WHERE event_id = event.id) FROM event WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok(EventLine {
                id: row.get(0)?,
                name: row.get(1)?,
                date: row.get(2)?,
                place: row.get(3)?,
                articles: row.get::<_, i64>(4)?.unsigned_abs(),
                photos: row.get::<_, i64>(5)?.unsigned_abs(),
            })
        })?)
}

/// Sets fields as typed; an event has a name.
fn set(event: &mut Event, fields: &EventFields) -> Result<(), Error> {
    if let Some(name) = &fields.name {
        event.name = one_line(name);
    }
    if event.name.is_empty() {
        return Err(Error::NameEmpty);
    }
    let typed = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    if let Some(date) = &fields.date {
        event.date = typed(date);
        if let Some(date) = event.date.as_ref().filter(|date| !is_date(date, true)) {
            return Err(Error::ValueInvalid {
                noun: "event",
                field: "date".to_owned(),
                value: date.chars().take(80).collect(),
            });
        }
    }
    if let Some(place) = &fields.place {
        event.place = typed(place);
    }
    Ok(())
}

/// Puts an article under an event, once.
fn link(tx: &mut Tx<'_>, article_id: i64, event_id: i64) -> Result<(), Error> {
    let tail = "WHERE article_id = ?1 AND event_id = ?2";
    if rows::find::<ArticleEvent>(tx.sql(), tail, (article_id, event_id))?.is_none() {
        tx.insert(&ArticleEvent {
            id: 0,
            uuid: String::new(),
            article_id,
            event_id,
        })?;
    }
    Ok(())
}
