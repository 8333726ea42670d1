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
