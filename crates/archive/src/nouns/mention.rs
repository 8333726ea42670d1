//! Mention: a span of a version's body that names a party or a place. Spans count Unicode scalar values.

use crate::error::Error;
use crate::record::terms::MentionState;
use crate::store::rows::{Table, row};
use crate::text::measure::Measured;

row! {
    /// A span that names a party or a place.
    Mention in MENTION {
        version_id: i64,
        party_id: Option<i64>,
        place_id: Option<i64>,
        start_at: i64,
        end_at: i64,
        text: String,
        state: MentionState,
    }
}

pub(crate) static MENTION: Table = Table {
    name: "mention",
    fields: Mention::FIELDS,
    long: &[],
    derived: &[],
    release: "",
    articles: "",
};

/// The text of a span; it must lie inside the body and not be empty.
pub(crate) fn cut(body: &Measured<'_>, start: u64, end: u64) -> Result<String, Error> {
    let (from, to) = (usize::try_from(start), usize::try_from(end));
    match (from, to) {
        (Ok(from), Ok(to)) => body.cut(from, to).filter(|text| !text.is_empty()),
        _ => None,
    }
    .map(str::to_owned)
    .ok_or(Error::SpanOutside { start, end })
}
