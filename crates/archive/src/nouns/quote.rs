//! Quote: a span of a version's body that somebody said.

use crate::record::terms::Speech;
use crate::store::rows::{Table, row};

row! {
    /// A quotation, direct or in the writer's words.
    Quote in QUOTE {
        version_id: i64,
        speaker_id: Option<i64>,
        speech: Speech,
        start_at: i64,
        end_at: i64,
        text: String,
    }
}

pub(crate) static QUOTE: Table = Table {
    name: "quote",
    fields: Quote::FIELDS,
    long: &[],
    derived: &[],
    release: "",
    articles: "",
};
