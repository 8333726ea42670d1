//! Mention: a span of a version's body that names a party or a place. Spans count Unicode scalar values.

use crate::error::Error;
use crate::rows::{Table, row};
use crate::words::MentionState;

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
pub(crate) fn cut(body: &str, start: u64, end: u64) -> Result<String, Error> {
    let outside = || Error::SpanOutside { start, end };
    let (from, to) = (
        usize::try_from(start).map_err(|_| outside())?,
        usize::try_from(end).map_err(|_| outside())?,
    );
    let length = to
        .checked_sub(from)
        .filter(|length| *length > 0)
        .ok_or_else(outside)?;
    let text: String = body.chars().skip(from).take(length).collect();
    match text.chars().count() == length {
        true => Ok(text),
        false => Err(outside()),
    }
}
