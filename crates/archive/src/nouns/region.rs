//! Region: part of a photo that shows a party.

use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::rows::row;

row! {
    /// Fractions of the upright photo's width and height, from the upper left.
    Region in REGION {
        photo_id: i64 [part_of("photo")],
        party_id: i64 [holds("party")],
        x: f64 [settable],
        y: f64 [settable],
        w: f64 [settable],
        h: f64 [settable],
    }
}

pub(crate) static REGION: Table = Table {
    together: &[&["x", "y", "w", "h"]],
    told_of: Some("party_id"),
    seen_in: &[
        seen_in(
            RecordKind::Article,
            "SELECT article_id FROM photo JOIN region ON photo.id = photo_id WHERE region.id = ?1",
        ),
        seen_in(
            RecordKind::Photo,
            "SELECT photo_id FROM region WHERE id = ?1",
        ),
        seen_in(
            RecordKind::Event,
            "SELECT event_id FROM photo JOIN region ON photo.id = photo_id WHERE region.id = ?1",
        ),
        seen_in(
            RecordKind::Party,
            "SELECT party_id FROM region WHERE id = ?1",
        ),
    ],
    ..Table::new("region", Region::FIELDS)
};
