//! The archive: the library on disk, its catalogue, history and search.
//!
//! [`Archive`] is an open library. Each noun of the catalogue has a file with its row, its rules and
//! its SQL. Every write goes through [`Archive::transact`]; see ARCHITECTURE.md for the invariants.

mod adopt;
mod article;
mod backup;
mod check;
mod clock;
mod decision;
mod door;
mod error;
mod event;
mod file;
mod heading;
mod history;
mod index;
mod intake;
mod job;
mod ledger;
mod library;
mod list;
mod mention;
mod migrations;
mod originals;
mod participation;
mod party;
mod patch;
mod photo;
mod place;
mod post;
mod provenance;
mod quote;
pub mod record;
mod region;
mod rows;
mod saved_search;
mod search;
mod show;
mod sound;
mod subject;
mod tagging;
mod transfer;
mod undo;
mod unit;
mod version;
pub mod words;

pub use adopt::{Adopted, Fetch};
pub use article::ArticleEdit;
pub use backup::{Restored, restore};
pub use check::{Checked, Problem};
pub use door::{Outcome, Tx};
pub use error::{Error, serialize_path};
pub use heading::Heading;
pub use history::{HistoryChange, HistoryLine};
pub use intake::{Added, Intake, TEXT_LIMIT, read_file, read_text};
pub use job::{Progress, Watch};
pub use library::{Archive, Identity, Warning, default_library};
pub use list::{ListOrder, ListPage, ListQuery};
pub use photo::{Attached, Attachment, PHOTO_LIMIT};
pub use provenance::Provenance;
pub use search::{Count, Facets, Found, Hit, YearCount};
pub use tagging::{Tagged, Tagging};
pub use undo::Reverted;
pub use unit::UnitLine;

/// Now, RFC 3339 in UTC, to the second.
pub(crate) fn now() -> String {
    chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}
