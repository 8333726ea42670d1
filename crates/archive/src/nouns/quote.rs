//! Quote: a span of a version's body that somebody said.

use crate::error::Error;
use crate::record::terms::Speech;
use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::door::Tx;
use crate::store::rows::row;

row! {
    /// A quotation, direct or in the writer's words.
    Quote in QUOTE {
        version_id: i64 [part_of("version")],
        speaker_id: Option<i64> [holds("party"), settable],
        speech: Speech [settable],
        start_at: i64,
        end_at: i64,
        text: String,
    }
}

pub(crate) static QUOTE: Table = Table {
    called: &["text"],
    seen_in: &[
        seen_in(
            RecordKind::Article,
            "SELECT article_id FROM version WHERE id = (SELECT version_id FROM quote WHERE id = ?1)",
        ),
        seen_in(
            RecordKind::Party,
            "SELECT speaker_id FROM quote WHERE id = ?1",
        ),
    ],
    ..Table::new("quote", Quote::FIELDS)
};

/// A condition on `quote` and its `version`: what its speaker says in the text in force. Where a registered text that took
/// the place of another quotes the same speaker, or one that is to take it is still a draft, the same words would be
/// told twice.
pub(crate) const TOLD_ONCE: &str = "NOT EXISTS (
    WITH RECURSIVE later (id) AS (
      SELECT next.id FROM version AS next WHERE next.of_id = quote.version_id
        AND next.relation IN ('corrects', 'replaces', 'withdraws') AND next.fixed_at IS NOT NULL
      UNION SELECT next.id FROM later JOIN version AS next ON next.of_id = later.id
        AND next.relation IN ('corrects', 'replaces', 'withdraws') AND next.fixed_at IS NOT NULL)
    SELECT 1 FROM later JOIN quote AS other ON other.version_id = later.id WHERE other.speaker_id = quote.speaker_id)
  AND NOT (version.relation IN ('corrects', 'replaces', 'withdraws') AND version.fixed_at IS NULL
    AND EXISTS (SELECT 1 FROM quote AS other WHERE other.version_id = version.of_id AND other.speaker_id = quote.speaker_id))";

/// Marks a span of a version as said by somebody.
pub(crate) fn add(
    tx: &mut Tx<'_>,
    version_id: i64,
    speaker_id: Option<i64>,
    speech: Speech,
    (start, end): (u64, u64),
    text: String,
) -> Result<i64, Error> {
    tx.insert(&Quote {
        id: 0,
        uuid: String::new(),
        version_id,
        speaker_id,
        speech,
        start_at: start as i64,
        end_at: end as i64,
        text,
    })
}
