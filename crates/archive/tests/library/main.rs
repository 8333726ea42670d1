//! The library: made, opened, refused, checked, backed up, restored.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod backups;
mod care;
#[path = "../common/mod.rs"]
mod common;
mod evidence;
mod exchange;
mod intake;

use common::{RELEASE, home, picture};
use muragat_archive::record::terms::{PartyKind, Role, State};
use muragat_archive::{
    Archive, ArticleEdit, Error, Identity, Intake, ListQuery, SeenValue, Tagging, UnitFields,
    restore,
};

fn all(_: muragat_archive::Progress) -> bool {
    true
}
