//! File: bytes as received, an original of a version.

use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::rows::row;

row! {
    /// An original of a version.
    File in FILE {
        version_id: i64 [part_of("version")],
        original_id: i64 [holds("original")],
        name: String,
        encoding: Option<String>,
        ordinal: i64,
    }
}

pub(crate) static FILE: Table = Table {
    alike: &["version_id", "original_id"],
    called: &["name"],
    seen_in: &[seen_in(
        RecordKind::Article,
        "SELECT article_id FROM version WHERE id = (SELECT version_id FROM file WHERE id = ?1)",
    )],
    ..Table::new("file", File::FIELDS)
};
