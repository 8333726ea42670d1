//! Event: what took place. Articles report it, photos show it, parties were present.

use crate::store::rows::{Derived, Table, row, sort_key_of};

row! {
    /// What took place.
    Event in EVENT {
        name: String,
        date: Option<String>,
        place: Option<String>,
    }
}

row! {
    /// An event that an article reports.
    ArticleEvent in ARTICLE_EVENT {
        article_id: i64,
        event_id: i64,
    }
}

pub(crate) static EVENT: Table = Table {
    name: "event",
    fields: Event::FIELDS,
    long: &[],
    derived: &[Derived {
        column: "sort_key",
        from: &["name"],
        compute: sort_key_of,
    }],
    release: "",
    articles: "SELECT article_id FROM article_event WHERE event_id = ?1",
};

pub(crate) static ARTICLE_EVENT: Table = Table {
    name: "article_event",
    fields: ArticleEvent::FIELDS,
    long: &[],
    derived: &[],
    release: "",
    articles: "SELECT article_id FROM article_event WHERE id = ?1",
};
