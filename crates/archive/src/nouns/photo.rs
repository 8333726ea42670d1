//! Photo: a photo document on an article, on an event or on both; caption, credit, order.

use rusqlite::Connection;

use crate::error::Error;
use crate::record::terms::{Kinship, TextKind};
use crate::store::describe::{RecordKind, Table, seen_in, seen_in_by};
use crate::store::rows;
use crate::store::rows::row;

row! {
    /// A photo document.
    Photo in PHOTO {
        original_id: i64 [holds("original")],
        article_id: Option<i64> [part_of("article")],
        event_id: Option<i64> [part_else_of("event"), settable],
        name: String,
        ordinal: i64,
        credit: Option<String> [settable],
        photographer: Option<String> [settable],
        taken_at: Option<String> [settable],
        place: Option<String> [settable],
        rights: Option<String> [settable],
        instructions: Option<String> [settable],
        digital_source_type: Option<String> [settable],
        /// XMP's: 1 to 5, or −1 where it is turned down.
        rating: Option<i64> [settable],
        picked: bool [settable],
        published: bool [settable],
        /// Quarters of a turn, clockwise, over what the file says.
        turned: i64,
    }
}

row! {
    /// Caption or alternative text in one language.
    PhotoText in PHOTO_TEXT {
        photo_id: i64 [part_of("photo")],
        language: String,
        kind: TextKind,
        text: String [long, settable],
    }
}

row! {
    /// What an archivist says of two photos that look like one picture.
    PhotoKinship in PHOTO_KINSHIP {
        photo_id: i64 [part_of("photo")],
        other_photo_id: i64 [part_of("photo")],
        kind: Kinship,
    }
}

/// Whether it is one of XMP's ratings: 1 to 5, or −1 for what is turned down.
pub(crate) fn is_rating(rating: &i8) -> bool {
    (-1..=5).contains(rating) && *rating != 0
}

pub(crate) static PHOTO: Table = Table {
    alike: &["article_id", "original_id"],
    called: &["name"],
    seen_in: &[
        seen_in(
            RecordKind::Article,
            "SELECT article_id FROM photo WHERE id = ?1",
        ),
        seen_in(RecordKind::Photo, "SELECT ?1"),
        seen_in(
            RecordKind::Event,
            "SELECT event_id FROM photo WHERE id = ?1",
        ),
        seen_in_by(
            RecordKind::Party,
            &["article_id"],
            "SELECT party_id FROM region WHERE photo_id = ?1",
        ),
        seen_in_by(
            RecordKind::Transfer,
            &["article_id"],
            "SELECT transfer_id FROM transfer_article JOIN photo USING (article_id) WHERE photo.id = ?1",
        ),
    ],
    indexed_in: "SELECT article_id FROM photo WHERE id = ?1",
    ..Table::new("photo", Photo::FIELDS)
};

pub(crate) static PHOTO_TEXT: Table = Table {
    alike: &["photo_id", "language", "kind"],
    told_of: Some("photo_id"),
    seen_in: &[
        seen_in(
            RecordKind::Article,
            "SELECT article_id FROM photo JOIN photo_text ON photo.id = photo_id WHERE photo_text.id = ?1",
        ),
        seen_in(
            RecordKind::Photo,
            "SELECT photo_id FROM photo_text WHERE id = ?1",
        ),
        seen_in(
            RecordKind::Event,
            "SELECT event_id FROM photo JOIN photo_text ON photo.id = photo_id WHERE photo_text.id = ?1",
        ),
    ],
    indexed_in: "SELECT article_id FROM photo JOIN photo_text ON photo.id = photo_id WHERE photo_text.id = ?1",
    ..Table::new("photo_text", PhotoText::FIELDS)
};

pub(crate) static PHOTO_KINSHIP: Table = Table {
    alike: &["photo_id", "other_photo_id"],
    pair: &["photo_id", "other_photo_id"],
    told_of: Some("photo_id"),
    seen_in: &[seen_in(
        RecordKind::Photo,
        "SELECT photo_id FROM photo_kinship WHERE id = ?1 UNION SELECT other_photo_id FROM photo_kinship WHERE id = ?1",
    )],
    ..Table::new("photo_kinship", PhotoKinship::FIELDS)
};

/// What was said of two photos, whichever was named first.
pub(crate) fn kinships(sql: &Connection, one: i64, other: i64) -> Result<Vec<PhotoKinship>, Error> {
    let tail =
        "WHERE ?1 IN (photo_id, other_photo_id) AND ?2 IN (photo_id, other_photo_id) ORDER BY id";
    rows::select(sql, tail, [one, other])
}

/// What photos hang on, by integer key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    Article(i64),
    Event(i64),
}

impl Home {
    /// Where a photo hangs.
    pub(crate) fn of(photo: &Photo) -> Option<Home> {
        photo
            .article_id
            .map(Home::Article)
            .or(photo.event_id.map(Home::Event))
    }

    /// `article_id` and `event_id` of a photo that hangs there.
    pub(crate) fn columns(self) -> (Option<i64>, Option<i64>) {
        match self {
            Home::Article(id) => (Some(id), None),
            Home::Event(id) => (None, Some(id)),
        }
    }

    /// The photos that hang there, as a condition with the key as `?1`.
    pub(crate) fn condition(self) -> (&'static str, i64) {
        match self {
            Home::Article(id) => ("article_id = ?1", id),
            Home::Event(id) => ("event_id = ?1 AND article_id IS NULL", id),
        }
    }

    /// Whether a picture hangs there already.
    pub(crate) fn holds(self, sql: &Connection, original: i64) -> Result<bool, Error> {
        let (here, id) = self.condition();
        let tail = format!("WHERE {here} AND original_id = ?2");
        Ok(rows::find::<Photo>(sql, &tail, (id, original))?.is_some())
    }

    /// The ordinal after the last.
    pub(crate) fn next(self, sql: &Connection) -> Result<i64, Error> {
        let (here, id) = self.condition();
        Ok(sql
            .prepare_cached(&format!(
                "SELECT ifnull(max(ordinal), 0) + 1 FROM photo WHERE {here}"
            ))?
            .query_row([id], |row| row.get(0))?)
    }
}
