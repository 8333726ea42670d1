//! Decision: a suggestion that was turned down, so that it stays away.

use crate::store::rows::{Table, row};

row! {
    /// What was suggested for an article and turned down.
    Decision in DECISION {
        article_id: i64,
        kind: String,
        key: String,
    }
}

pub(crate) static DECISION: Table = Table {
    name: "decision",
    fields: Decision::FIELDS,
    long: &[],
    derived: &[],
    release: "",
    articles: "",
};
