//! Decision: a suggestion that was turned down, so that it stays away.

use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::rows::row;

row! {
    /// What was suggested for an article and turned down.
    Decision in DECISION {
        article_id: i64 [part_of("article")],
        kind: String,
        key: String,
    }
}

pub(crate) static DECISION: Table = Table {
    alike: &["article_id", "kind", "key"],
    called: &["key"],
    seen_in: &[seen_in(
        RecordKind::Article,
        "SELECT article_id FROM decision WHERE id = ?1",
    )],
    ..Table::new("decision", Decision::FIELDS)
};
