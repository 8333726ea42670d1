//! The library on disk: its folder, the one door through which rows are written, their history, the originals.

pub(crate) mod clock;
pub(crate) mod describe;
pub(crate) mod door;
pub(crate) mod edit_base;
pub(crate) mod files;
pub(crate) mod identity;
pub(crate) mod job;
pub(crate) mod kept_captions;
pub(crate) mod kept_likeness;
pub(crate) mod kept_metadata;
pub(crate) mod kept_readings;
pub(crate) mod kept_traits;
pub(crate) mod ledger;
pub(crate) mod library;
pub(crate) mod looks;
pub(crate) mod migrations;
pub(crate) mod originals;
pub(crate) mod rows;
pub(crate) mod snapshot;
pub(crate) mod text_difference;
pub(crate) mod text_patch;
pub(crate) mod three_way_merge;
pub(crate) mod thumbnails;
