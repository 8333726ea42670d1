//! Region: part of a photo that shows a party; the whole of it where only that is known that the party is in the picture.

use rusqlite::Connection;

use crate::error::Error;
use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::door::Tx;
use crate::store::rows;
use crate::store::rows::row;

row! {
    /// Fractions of the upright photo's width and height, from the upper left. A region of the whole picture (0, 0, 1, 1)
    /// marks no place: it says that the party is in the picture. A party has one such region in a photo at most, and
    /// none where a place is marked for it.
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

/// Left and upper edge, width and height of the whole picture.
const WHOLE: (f64, f64, f64, f64) = (0.0, 0.0, 1.0, 1.0);

/// The regions of a party in a photo.
pub(crate) fn of_party(sql: &Connection, photo: i64, party: i64) -> Result<Vec<Region>, Error> {
    let tail = "WHERE photo_id = ?1 AND party_id = ?2 ORDER BY id";
    rows::select(sql, tail, (photo, party))
}

/// Says that a party is in a photo; nothing where that is said already. Gives whether it was new.
pub(crate) fn show(tx: &mut Tx<'_>, photo: i64, party: i64) -> Result<bool, Error> {
    let is_new = of_party(tx.sql(), photo, party)?.is_empty();
    if is_new {
        insert(tx, photo, party, WHOLE)?;
    }
    Ok(is_new)
}

/// Marks a place of a photo (left and upper edge, width, height) that shows a party. It takes the place of the whole
/// picture, where that was all that was known. Gives the region's key.
pub(crate) fn mark(
    tx: &mut Tx<'_>,
    photo: i64,
    party: i64,
    place: (f64, f64, f64, f64),
) -> Result<i64, Error> {
    let stands = of_party(tx.sql(), photo, party)?;
    let whole = |region: &Region| (region.x, region.y, region.w, region.h) == WHOLE;
    if place == WHOLE
        && let Some(region) = stands.first()
    {
        return Ok(region.id);
    }
    let Some(region) = stands.into_iter().find(whole) else {
        return insert(tx, photo, party, place);
    };
    let (x, y, w, h) = place;
    tx.update(&Region {
        x,
        y,
        w,
        h,
        ..region.clone()
    })?;
    Ok(region.id)
}

fn insert(
    tx: &mut Tx<'_>,
    photo_id: i64,
    party_id: i64,
    (x, y, w, h): (f64, f64, f64, f64),
) -> Result<i64, Error> {
    tx.insert(&Region {
        id: 0,
        uuid: String::new(),
        photo_id,
        party_id,
        x,
        y,
        w,
        h,
    })
}
