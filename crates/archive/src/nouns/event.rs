//! Event: what took place. Articles report it, photos show it, parties were present.

use crate::store::describe::{Derived, RecordKind, Table, seen_in, seen_in_by};
use crate::store::rows::{row, sort_key_of};

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
    derived: &[Derived {
        column: "sort_key",
        from: &["name"],
        compute: sort_key_of,
    }],
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
