//! Mention: a span of a version's body that names a party or a place. Spans count Unicode scalar values.

use crate::error::Error;
use crate::record::terms::MentionState;
use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::rows::row;
use crate::text::measure::Measured;

row! {
    /// A span that names a party or a place.
    Mention in MENTION {
        version_id: i64 [part_of("version")],
        party_id: Option<i64> [holds("party")],
        place_id: Option<i64> [holds("place")],
        start_at: i64,
        end_at: i64,
        text: String,
        state: MentionState,
    }
}

pub(crate) static MENTION: Table = Table {
    alike: &["version_id", "party_id", "place_id", "start_at", "end_at"],
    called: &["text"],
    seen_in: &[seen_in(
        RecordKind::Article,
        "SELECT article_id FROM version WHERE id = (SELECT version_id FROM mention WHERE id = ?1)",
    )],
    ..Table::new("mention", Mention::FIELDS)
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
