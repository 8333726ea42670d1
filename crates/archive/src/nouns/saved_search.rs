//! Saved search: a search that was given a name.

use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::rows::row;

row! {
    /// A named search; the query is JSON.
    SavedSearch in SAVED_SEARCH {
        name: String [settable],
        query: String [long, settable],
    }
}

pub(crate) static SAVED_SEARCH: Table = Table {
    called: &["name"],
    seen_in: &[seen_in(RecordKind::SavedSearch, "SELECT ?1")],
    ..Table::new("saved_search", SavedSearch::FIELDS)
};
