//! Event: what took place. Articles report it, photos show it, parties were present.

use crate::error::Error;
use crate::store::describe::{Derived, RecordKind, Table, seen_in, seen_in_by};
use crate::store::door::Tx;
use crate::store::rows;
use crate::store::rows::{day_in_order_of, row, sort_key_of};

row! {
    /// What took place.
    Event in EVENT {
        name: String [settable],
        date: Option<String> [settable],
        place: Option<String> [settable],
    }
}

row! {
    /// An event that an article reports.
    ArticleEvent in ARTICLE_EVENT {
        article_id: i64 [part_of("article")],
        event_id: i64 [part_of("event")],
    }
}

pub(crate) static EVENT: Table = Table {
    derived: &[
        Derived {
            column: "sort_key",
            from: &["name"],
            compute: sort_key_of,
            may_lack: false,
        },
        Derived {
            column: "day_in_order",
            from: &["date"],
            compute: day_in_order_of,
            may_lack: false,
        },
    ],
    called: &["name"],
    seen_in: &[
        seen_in(RecordKind::Event, "SELECT ?1"),
        seen_in(
            RecordKind::Article,
            "SELECT article_id FROM article_event WHERE event_id = ?1 UNION SELECT article_id FROM photo WHERE event_id = ?1",
        ),
        seen_in_by(
            RecordKind::Photo,
            &["name"],
            "SELECT id FROM photo WHERE event_id = ?1",
        ),
    ],
    indexed_in: "SELECT article_id FROM article_event WHERE event_id = ?1",
    ..Table::new("event", Event::FIELDS)
};

pub(crate) static ARTICLE_EVENT: Table = Table {
    alike: &["article_id", "event_id"],
    told_of: Some("event_id"),
    seen_in: &[
        seen_in(
            RecordKind::Article,
            "SELECT article_id FROM article_event WHERE id = ?1",
        ),
        seen_in(
            RecordKind::Event,
            "SELECT event_id FROM article_event WHERE id = ?1",
        ),
    ],
    indexed_in: "SELECT article_id FROM article_event WHERE id = ?1",
    ..Table::new("article_event", ArticleEvent::FIELDS)
};

/// Says that an article reports an event, once.
pub(crate) fn link_article(tx: &mut Tx<'_>, article_id: i64, event_id: i64) -> Result<(), Error> {
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

pub(crate) fn set_event(
    tx: &mut Tx<'_>,
    article_id: i64,
    name: String,
    on: bool,
) -> Result<(), Error> {
    let tail =
        "WHERE name = ?2 AND id IN (SELECT event_id FROM article_event WHERE article_id = ?1)";
    match (
        rows::find::<Event>(tx.sql(), tail, (article_id, &name))?,
        on,
    ) {
        (None, true) => {
            // two events of one name are two events: nothing but the archivist says that they are one
            let event_id = tx.insert(&Event {
                id: 0,
                uuid: String::new(),
                name,
                date: None,
                place: None,
            })?;
            tx.insert(&ArticleEvent {
                id: 0,
                uuid: String::new(),
                article_id,
                event_id,
            })
            .map(drop)
        }
        (Some(event), false) => {
            for link in rows::select::<ArticleEvent>(
                tx.sql(),
                "WHERE article_id = ?1 AND event_id = ?2",
                (article_id, event.id),
            )? {
                tx.delete::<ArticleEvent>(link.id)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}
