//! Post: a person's dated position at an organisation.

use crate::record::terms::PostKind;
use crate::store::describe::{RecordKind, Table, articles_showing, seen_in};
use crate::store::rows::row;

row! {
    /// An office, a membership, an honorary title or a degree.
    Post in POST {
        person_id: i64 [part_of("party")],
        organisation_id: Option<i64> [holds("party"), unlike("person_id"), settable],
        kind: PostKind [settable],
        title: String [settable],
        date_from: Option<String> [settable],
        date_to: Option<String> [settable],
    }
}

pub(crate) static POST: Table = Table {
    called: &["title"],
    told_of: Some("person_id"),
    seen_in: &[
        seen_in(
            RecordKind::Party,
            "SELECT person_id FROM post WHERE id = ?1 UNION SELECT organisation_id FROM post WHERE id = ?1",
        ),
        seen_in(
            RecordKind::Article,
            articles_showing!("SELECT person_id FROM post WHERE id = ?1"),
        ),
    ],
    ..Table::new("post", Post::FIELDS)
};
