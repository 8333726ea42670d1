//! What a person does to the catalogue besides tagging: intake, description, registration, deletion, merging.

pub(crate) mod article;
pub(crate) mod attachment;
pub(crate) mod batch;
pub(crate) mod csv;
pub(crate) mod deletion;
pub(crate) mod draft;
pub(crate) mod event;
pub(crate) mod first_text;
pub(crate) mod headings;
pub(crate) mod intake;
pub(crate) mod join_articles;
pub(crate) mod join_rows;
pub(crate) mod known_text;
pub(crate) mod library;
pub(crate) mod merge_parties;
pub(crate) mod officials;
pub(crate) mod party;
pub(crate) mod pasted_text;
pub(crate) mod photo;
pub(crate) mod photo_credit;
pub(crate) mod prepared_text;
pub(crate) mod received_text;
pub(crate) mod saved_search;
pub(crate) mod transfer;
pub(crate) mod unit;
pub(crate) mod version;
