//! Photo template: fields of photos that were given a name, to describe others by.

use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::rows::row;

row! {
    /// Named fields of photos; they are JSON.
    PhotoTemplate in PHOTO_TEMPLATE {
        name: String [settable],
        fields: String [long, settable],
    }
}

pub(crate) static PHOTO_TEMPLATE: Table = Table {
    called: &["name"],
    seen_in: &[seen_in(RecordKind::PhotoTemplate, "SELECT ?1")],
    ..Table::new("photo_template", PhotoTemplate::FIELDS)
};
