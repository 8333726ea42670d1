//! Events: the list of them, found by words, and the page of one.

use muragat_language::Typing;
use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::party_page::{PartyRef, party_ref};
use crate::finding::photo_list;
use crate::finding::photo_list::PhotoLine;
use crate::finding::words::{Asked, date_written};
use crate::nouns::event::Event;
use crate::record::EventRecord;
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
    /// EDTF.
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
    /// A page of events: the latest first. `text`: words of the name, the place or the day, read as in the list of articles.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn events(&self, text: Option<&str>, offset: u64, limit: u32) -> Result<EventPage, Error> {
        const ORDER: &str = "ORDER BY day_in_order DESC, sort_key, id";
        let sql = &self.connection().unchecked_transaction()?;
        let asked = Asked::read(text, Typing::Names);
        let (total, page): (u64, Vec<i64>) = if let Asked::All = asked {
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
                "SELECT id, name, ifnull(place, ''), ifnull(date, '') FROM event {ORDER}"
            ))?;
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            while let (Asked::Words(words), Some(row)) = (&asked, rows.next()?) {
                let (name, place, date): (String, String, String) =
                    (row.get(1)?, row.get(2)?, row.get(3)?);
                if words.are_met(&[&name, &place, &date_written(&date)]) {
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
                .map(|id| event_line(sql, id))
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
        let articles = event_line(sql, event.id)?.articles;
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
}

/// The line of one event.
fn event_line(sql: &Connection, id: i64) -> Result<EventLine, Error> {
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
