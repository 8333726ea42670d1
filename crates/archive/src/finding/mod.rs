//! Finding and showing: search, lists, pages, and the entries that they are made from.

pub(crate) mod article_list;
pub(crate) mod article_record;
pub(crate) mod candidates;
pub(crate) mod common_fields;
pub(crate) mod completion;
pub(crate) mod doubles;
pub(crate) mod elsewhere;
pub(crate) mod events;
pub(crate) mod facets;
pub(crate) mod found_articles;
pub(crate) mod index_terms;
pub(crate) mod numbered;
pub(crate) mod overview;
pub(crate) mod party_entry;
pub(crate) mod party_list;
pub(crate) mod party_page;
pub(crate) mod photo_list;
pub(crate) mod query;
pub(crate) mod saved_searches;
pub(crate) mod search;
pub(crate) mod search_entry;
pub(crate) mod similar;
pub(crate) mod snippets;
pub(crate) mod transfers;
pub(crate) mod units;
pub(crate) mod words;
