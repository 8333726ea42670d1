//! Finding and showing: search, lists, pages, and the entries that they are made from.

pub(crate) mod completion;
pub(crate) mod facets;
pub(crate) mod index;
pub(crate) mod list;
pub(crate) mod overview;
pub(crate) mod party_entry;
pub(crate) mod party_list;
pub(crate) mod party_page;
pub(crate) mod photo_list;
pub(crate) mod search;
pub(crate) mod show;
pub(crate) mod snippets;
