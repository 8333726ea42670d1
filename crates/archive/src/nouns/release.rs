//! Release: that a closed article went out, as somebody named it. History says who and when.

use crate::record::terms::ReleaseWay;
use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::rows::row;

row! {
    /// An article that access rules would have kept out.
    Release in RELEASE {
        article_id: i64 [part_of("article")],
        way: ReleaseWay,
        /// The name of the file or folder that it went into.
        target: String,
    }
}

pub(crate) static RELEASE: Table = Table {
    called: &["target"],
    told_of: Some("article_id"),
    seen_in: &[seen_in(
        RecordKind::Article,
        "SELECT article_id FROM release WHERE id = ?1",
    )],
    ..Table::new("release", Release::FIELDS)
};
