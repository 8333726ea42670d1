//! Transfer: what went to which archive when, with its act and signature files. What is written is in
//! transfer_edit.rs.

use rusqlite::Connection;

use crate::error::Error;
use crate::record::terms::{TransferFileKind, TransferState};
use crate::store::describe::{RecordKind, Table, seen_in};
use crate::store::rows;
use crate::store::rows::row;

row! {
    /// A transfer to another archive.
    Transfer in TRANSFER {
        state: TransferState,
        act_number: Option<String> [settable],
        depositor: String [settable],
        depositor_address: Option<String> [settable],
        depositor_person: Option<String> [settable],
        depositor_position: Option<String> [settable],
        receiver: String [settable],
        receiver_address: Option<String> [settable],
        receiver_person: Option<String> [settable],
        receiver_position: Option<String> [settable],
        left_restricted: i64,
        left_embargoed: i64,
        sent_on: Option<String>,
        decided_on: Option<String>,
        reason: Option<String>,
        note: Option<String> [settable],
        created_at: String,
    }
}

row! {
    /// An article in a transfer.
    TransferArticle in TRANSFER_ARTICLE {
        transfer_id: i64 [part_of("transfer")],
        article_id: i64 [part_of("article")],
        /// Asked for by name, whatever access rules say.
        named: bool,
    }
}

row! {
    /// Act, signature or inventory of a transfer.
    TransferFile in TRANSFER_FILE {
        transfer_id: i64 [part_of("transfer")],
        original_id: i64 [holds("original")],
        kind: TransferFileKind,
        name: String,
    }
}

pub(crate) static TRANSFER: Table = Table {
    called: &["receiver"],
    seen_in: &[seen_in(RecordKind::Transfer, "SELECT ?1")],
    ..Table::new("transfer", Transfer::FIELDS)
};

pub(crate) static TRANSFER_ARTICLE: Table = Table {
    alike: &["transfer_id", "article_id"],
    told_of: Some("article_id"),
    seen_in: &[seen_in(
        RecordKind::Transfer,
        "SELECT transfer_id FROM transfer_article WHERE id = ?1",
    )],
    ..Table::new("transfer_article", TransferArticle::FIELDS)
};

pub(crate) static TRANSFER_FILE: Table = Table {
    called: &["name"],
    seen_in: &[seen_in(
        RecordKind::Transfer,
        "SELECT transfer_id FROM transfer_file WHERE id = ?1",
    )],
    ..Table::new("transfer_file", TransferFile::FIELDS)
};

/// The transfer that a person means: a UUID, or the number of its act where one alone has it.
pub(crate) fn resolve(sql: &Connection, name: &str) -> Result<Transfer, Error> {
    let name = name.trim();
    if let Some(transfer) = rows::find::<Transfer>(sql, "WHERE uuid = ?1", [name])? {
        return Ok(transfer);
    }
    let mut same = rows::select::<Transfer>(sql, "WHERE act_number = ?1", [name])?;
    match (same.len(), same.pop()) {
        (1, Some(transfer)) => Ok(transfer),
        _ => Err(Error::NotFound {
            noun: "transfer",
            id: name.to_owned(),
        }),
    }
}
