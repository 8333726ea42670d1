//! Mention: a span of a version's body that names a party or a place. Spans count Unicode scalar values.

use muragat_language::SpanText;

use crate::error::Error;
use crate::record::terms::MentionState;
use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::door::Tx;
use crate::store::rows::row;

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
pub(crate) fn cut_text(body: &SpanText<'_>, start: u64, end: u64) -> Result<String, Error> {
    let (from, to) = (usize::try_from(start), usize::try_from(end));
    match (from, to) {
        (Ok(from), Ok(to)) => body.cut(from, to).filter(|text| !text.is_empty()),
        _ => None,
    }
    .map(str::to_owned)
    .ok_or(Error::SpanOutside { start, end })
}

/// Marks a span of a version as naming a party or a place, one of which is none.
pub(crate) fn add(
    tx: &mut Tx<'_>,
    version_id: i64,
    (party_id, place_id): (Option<i64>, Option<i64>),
    (start, end): (u64, u64),
    text: String,
) -> Result<i64, Error> {
    tx.insert(&Mention {
        id: 0,
        uuid: String::new(),
        version_id,
        party_id,
        place_id,
        start_at: start as i64,
        end_at: end as i64,
        text,
        state: MentionState::Fresh,
    })
}
