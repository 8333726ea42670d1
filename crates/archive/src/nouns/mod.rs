//! The nouns of the catalogue, a file each: its row, its rules and its SQL.

pub(crate) mod access;
pub(crate) mod article;
pub(crate) mod decision;
pub(crate) mod event;
pub(crate) mod file;
pub(crate) mod library;
pub(crate) mod mention;
pub(crate) mod participation;
pub(crate) mod party;
pub(crate) mod photo;
pub(crate) mod photo_template;
pub(crate) mod place;
pub(crate) mod post;
pub(crate) mod quote;
pub(crate) mod region;
pub(crate) mod release;
pub(crate) mod saved_search;
pub(crate) mod subject;
pub(crate) mod transfer;
pub(crate) mod unit;
pub(crate) mod version;
