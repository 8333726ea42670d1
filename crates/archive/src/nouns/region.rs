//! Region: part of a photo that shows a party.

use crate::store::rows::{Table, row};

row! {
    /// Fractions of the upright photo's width and height, from the upper left.
    Region in REGION {
        photo_id: i64,
        party_id: i64,
        x: f64,
        y: f64,
        w: f64,
        h: f64,
    }
}

pub(crate) static REGION: Table = Table {
    name: "region",
    fields: Region::FIELDS,
    long: &[],
    derived: &[],
    release: "",
    articles: "",
};
