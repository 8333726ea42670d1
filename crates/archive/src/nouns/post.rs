//! Post: a person's dated position at an organisation.

use crate::record::terms::PostKind;
use crate::store::rows::{Table, row};

row! {
    /// An office, a membership, an honorary title or a degree.
    Post in POST {
        person_id: i64,
        organisation_id: Option<i64>,
        kind: PostKind,
        title: String,
        date_from: Option<String>,
        date_to: Option<String>,
    }
}

pub(crate) static POST: Table = Table {
    name: "post",
    fields: Post::FIELDS,
    long: &[],
    derived: &[],
    release: "",
    articles: "",
};
