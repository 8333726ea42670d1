//! Library: what is on record of the whole. It has one row.

use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::rows::row;

row! {
    /// The library itself.
    Library in LIBRARY {
        created_at: String,
        name: Option<String> [settable],
    }
}

pub(crate) static LIBRARY: Table = Table {
    called: &["name"],
    seen_in: &[seen_in(RecordKind::Library, "SELECT ?1")],
    ..Table::new("library", Library::FIELDS)
};
