//! Saved search: a search that was given a name.

use crate::rows::{Table, row};

row! {
    /// A named search; the query is JSON.
    SavedSearch in SAVED_SEARCH {
        name: String,
        query: String,
    }
}

pub(crate) static SAVED_SEARCH: Table = Table {
    name: "saved_search",
    fields: SavedSearch::FIELDS,
    long: &["query"],
    derived: &[],
    release: "",
    articles: "",
};
