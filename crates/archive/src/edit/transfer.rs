//! What is done to a transfer: it begins, is sent, comes back or is accepted, and keeps its act and signatures.
//! Each step is one op that can be undone.

use std::path::Path;

use serde::Deserialize;
use ts_rs::TS;

use crate::edit::intake::file_extension;
use crate::error::Error;
use crate::finding::transfers;
use crate::finding::transfers::TransferScope;
use crate::nouns::transfer::{Transfer, TransferArticle, TransferFile};
use crate::nouns::{article, transfer};
use crate::record::terms::{Access, OpKind, TransferFileKind, TransferState};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::originals::Facts;
use crate::store::{files, rows};
use crate::values;
use crate::values::{one_line, value_invalid};

/// An act, a signature or an inventory of at most so many bytes is kept.
pub const TRANSFER_FILE_LIMIT: u64 = 64 << 20;

/// Fields of a transfer to set; those left out stay, an empty text clears one.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct TransferFields {
    /// Number of its act.
    pub act_number: Option<String>,
    /// The organisation that hands over.
    pub depositor: Option<String>,
    /// Where it sits.
    pub depositor_address: Option<String>,
    /// Who signs for it.
    pub depositor_person: Option<String>,
    /// In which position.
    pub depositor_position: Option<String>,
    /// The archive that takes over.
    pub receiver: Option<String>,
    /// Where it sits.
    pub receiver_address: Option<String>,
    /// Who signs for it.
    pub receiver_person: Option<String>,
    /// In which position.
    pub receiver_position: Option<String>,
    /// The archivist's note.
    pub note: Option<String>,
}

/// Sets fields as typed, each on one line but for the note.
fn set_fields(transfer: &mut Transfer, fields: &TransferFields) -> Result<(), Error> {
    for (name, field, new) in [
        ("depositor", &mut transfer.depositor, &fields.depositor),
        ("receiver", &mut transfer.receiver, &fields.receiver),
    ] {
        if let Some(new) = new {
            *field = one_line(new);
        }
        if field.is_empty() {
            return Err(value_invalid("transfer", name, ""));
        }
    }
    for (field, new) in [
        (&mut transfer.act_number, &fields.act_number),
        (&mut transfer.depositor_address, &fields.depositor_address),
        (&mut transfer.depositor_person, &fields.depositor_person),
        (&mut transfer.depositor_position, &fields.depositor_position),
        (&mut transfer.receiver_address, &fields.receiver_address),
        (&mut transfer.receiver_person, &fields.receiver_person),
        (&mut transfer.receiver_position, &fields.receiver_position),
    ] {
        if let Some(new) = new {
            *field = Some(one_line(new)).filter(|text| !text.is_empty());
        }
    }
    if let Some(note) = &fields.note {
        transfer.note = Some(note.trim().to_owned()).filter(|text| !text.is_empty());
    }
    Ok(())
}

/// The transfer, where it stands so that a step can be taken.
fn standing(tx: &Tx<'_>, id: &str, from: &[TransferState]) -> Result<Transfer, Error> {
    let transfer = transfer::resolve(tx.sql(), id)?;
    match from.contains(&transfer.state) {
        true => Ok(transfer),
        false => Err(Error::TransferStands {
            receiver: transfer.receiver,
            state: transfer.state,
            needed: from.to_vec(),
        }),
    }
}

/// A day as given, or today.
fn day(tx: &Tx<'_>, field: &str, given: Option<&str>) -> Result<String, Error> {
    match given.map(str::trim).filter(|day| !day.is_empty()) {
        None => Ok(tx.today().to_owned()),
        Some(day) => values::day("transfer", field, day),
    }
}

/// Refuses to take an article away that stands in the list of a transfer which left the house.
pub(crate) fn refuse_if_sent(tx: &Tx<'_>, article: i64, reference: &str) -> Result<(), Error> {
    match was_sent(tx.sql(), article)? {
        Some(transfer) => Err(Error::ArticleTransferred {
            reference: reference.to_owned(),
            receiver: transfer.receiver,
        }),
        None => Ok(()),
    }
}

/// The transfer that left the house with an article in its list.
pub(crate) fn was_sent(
    sql: &rusqlite::Connection,
    article: i64,
) -> Result<Option<Transfer>, Error> {
    let tail = "WHERE state <> 'draft' AND id IN (SELECT transfer_id FROM transfer_article WHERE article_id = ?1)";
    rows::find::<Transfer>(sql, tail, [article])
}

impl Archive {
    /// Begins a transfer: the scope becomes a fixed list, as access rules stand today. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::ValueInvalid`] where depositor or receiver is empty; [`Error::TransferEmpty`].
    pub fn begin_transfer(
        &mut self,
        scope: &TransferScope,
        fields: &TransferFields,
    ) -> Result<Outcome<String>, Error> {
        self.transact(OpKind::BeginTransfer, |tx| {
            let scoped = transfers::articles_in_scope(tx.sql(), scope, tx.today())?;
            let left = |access: Access| {
                let left = scoped.left_out.iter().filter(|out| out.access == access);
                i64::try_from(left.count()).unwrap_or(i64::MAX)
            };
            let mut transfer = Transfer {
                id: 0,
                uuid: String::new(),
                state: TransferState::Draft,
                act_number: None,
                depositor: String::new(),
                depositor_address: None,
                depositor_person: None,
                depositor_position: None,
                receiver: String::new(),
                receiver_address: None,
                receiver_person: None,
                receiver_position: None,
                left_restricted: left(Access::Restricted),
                left_embargoed: left(Access::Embargo),
                sent_on: None,
                decided_on: None,
                reason: None,
                note: None,
                created_at: tx.now().to_owned(),
            };
            set_fields(&mut transfer, fields)?;
            if scoped.articles.is_empty() {
                return Err(Error::TransferEmpty {
                    left_out: (scoped.left_out.len() + scoped.left_drafts.len()) as u64,
                });
            }
            let id = tx.insert(&transfer)?;
            for (article_id, named) in scoped.articles {
                tx.insert(&TransferArticle {
                    id: 0,
                    uuid: String::new(),
                    transfer_id: id,
                    article_id,
                    named,
                })?;
            }
            Ok(rows::get::<Transfer>(tx.sql(), id)?.uuid)
        })
    }

    /// Sets who hands over, who takes over, the act's number, the note; before it is sent, or after it came back.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::ValueInvalid`], [`Error::TransferStands`].
    pub fn edit_transfer(
        &mut self,
        id: &str,
        fields: &TransferFields,
    ) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditTransfer, |tx| {
            let mut transfer = standing(tx, id, &[TransferState::Draft, TransferState::Returned])?;
            set_fields(&mut transfer, fields)?;
            tx.update(&transfer)
        })
    }

    /// Takes articles (UUIDs or references) out of a transfer's list; before it is sent, or after it came back.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::TransferStands`]; [`Error::TransferEmpty`] where none would be left.
    pub fn take_out_of_transfer(
        &mut self,
        id: &str,
        articles: &[String],
    ) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditTransfer, |tx| {
            let transfer = standing(tx, id, &[TransferState::Draft, TransferState::Returned])?;
            for name in articles {
                let article = article::resolve(tx.sql(), name)?;
                let tail = "WHERE transfer_id = ?1 AND article_id = ?2";
                let entry =
                    rows::find::<TransferArticle>(tx.sql(), tail, (transfer.id, article.id))?;
                let entry = entry.ok_or(Error::NotFound {
                    noun: "transfer_article",
                    id: article.reference,
                })?;
                tx.delete::<TransferArticle>(entry.id)?;
            }
            let tail = "WHERE transfer_id = ?1 LIMIT 1";
            match rows::find::<TransferArticle>(tx.sql(), tail, [transfer.id])? {
                Some(_) => Ok(()),
                None => Err(Error::TransferEmpty { left_out: 0 }),
            }
        })
    }

    /// It went to the archive on a day (`YYYY-MM-DD`, or today): for the first time, or again after it came back.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::ValueInvalid`], [`Error::TransferStands`].
    pub fn send_transfer(&mut self, id: &str, on: Option<&str>) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::SendTransfer, |tx| {
            let mut transfer = standing(tx, id, &[TransferState::Draft, TransferState::Returned])?;
            transfer.state = TransferState::Sent;
            transfer.sent_on = Some(day(tx, "sent_on", on)?);
            // why it came back before stays in history
            (transfer.decided_on, transfer.reason) = (None, None);
            tx.update(&transfer)
        })
    }

    /// The archive sent it back, and why.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::TransferStands`]; [`Error::ValueInvalid`] without a reason, or where the day
    /// is before it was sent.
    pub fn return_transfer(
        &mut self,
        id: &str,
        reason: &str,
        on: Option<&str>,
    ) -> Result<Outcome<()>, Error> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(value_invalid("transfer", "reason", ""));
        }
        self.transact(OpKind::ReturnTransfer, |tx| {
            let transfer = standing(tx, id, &[TransferState::Sent])?;
            decide(tx, transfer, TransferState::Returned, Some(reason), on)
        })
    }

    /// The archive accepted it on a day (`YYYY-MM-DD`, or today).
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::TransferStands`]; [`Error::ValueInvalid`] where the day is before it was sent.
    pub fn accept_transfer(&mut self, id: &str, on: Option<&str>) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::AcceptTransfer, |tx| {
            let transfer = standing(tx, id, &[TransferState::Sent])?;
            decide(tx, transfer, TransferState::Accepted, None, on)
        })
    }

    /// Takes a transfer away that never left the house; its articles stay.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::TransferStands`].
    pub fn delete_transfer(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::DeleteTransfer, |tx| {
            let transfer = standing(tx, id, &[TransferState::Draft])?;
            let of = "WHERE transfer_id = ?1 ORDER BY id DESC";
            for file in rows::select::<TransferFile>(tx.sql(), of, [transfer.id])? {
                tx.delete::<TransferFile>(file.id)?;
            }
            for entry in rows::select::<TransferArticle>(tx.sql(), of, [transfer.id])? {
                tx.delete::<TransferArticle>(entry.id)?;
            }
            tx.delete::<Transfer>(transfer.id)
        })
    }

    /// Keeps files with a transfer, whatever its state, as one op: its signed act, its inventory, detached
    /// signatures. Their bytes become originals, never altered. Gives their UUIDs.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a file that is missing, empty, unreadable or above [`TRANSFER_FILE_LIMIT`].
    pub fn keep_with_transfer(
        &mut self,
        id: &str,
        kind: TransferFileKind,
        paths: &[std::path::PathBuf],
    ) -> Result<Outcome<Vec<String>>, Error> {
        // before anything is stored
        transfer::resolve(self.connection(), id)?;
        let mut incoming = Vec::new();
        for path in paths {
            let name = file_name(path);
            let bytes = files::read_whole(path, TRANSFER_FILE_LIMIT)?.map_err(|size| {
                Error::TransferFileTooLarge {
                    file: name.clone(),
                    size,
                    limit: TRANSFER_FILE_LIMIT,
                }
            })?;
            if bytes.is_empty() {
                return Err(Error::TransferFileEmpty { file: name });
            }
            incoming.push((name, bytes));
        }
        let mut stored = Vec::new();
        for (name, bytes) in incoming {
            let facts = Facts {
                extension: file_extension(&name),
                media_type: media_type(&name).to_owned(),
                ..Facts::default()
            };
            stored.push((name, self.store_original(&bytes, facts)?));
        }
        self.transact(OpKind::KeepTransferFiles, |tx| {
            let transfer = transfer::resolve(tx.sql(), id)?;
            let mut ids = Vec::new();
            for (name, stored) in stored {
                let original_id = tx.register_original(&stored)?;
                let tail =
                    "WHERE transfer_id = ?1 AND original_id = ?2 AND kind = ?3 AND name = ?4";
                let same = (transfer.id, original_id, kind, &name);
                if let Some(known) = rows::find::<TransferFile>(tx.sql(), tail, same)? {
                    ids.push(known.uuid);
                    continue;
                }
                let id = tx.insert(&TransferFile {
                    id: 0,
                    uuid: String::new(),
                    transfer_id: transfer.id,
                    original_id,
                    kind,
                    name,
                })?;
                ids.push(rows::get::<TransferFile>(tx.sql(), id)?.uuid);
            }
            Ok(ids)
        })
    }

    /// Takes a file away from a transfer; its bytes stay among the originals, so that undo brings it back.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::TransferStands`] once the archive accepted it.
    pub fn remove_transfer_file(&mut self, file: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::RemoveTransferFile, |tx| {
            let file: TransferFile = rows::by_uuid(tx.sql(), file)?;
            let transfer: Transfer = rows::get(tx.sql(), file.transfer_id)?;
            let before = [
                TransferState::Draft,
                TransferState::Sent,
                TransferState::Returned,
            ];
            standing(tx, &transfer.uuid, &before)?;
            tx.delete::<TransferFile>(file.id)
        })
    }
}

fn decide(
    tx: &mut Tx<'_>,
    mut transfer: Transfer,
    state: TransferState,
    reason: Option<&str>,
    on: Option<&str>,
) -> Result<(), Error> {
    let on = day(tx, "decided_on", on)?;
    if transfer.sent_on.as_ref().is_some_and(|sent| *sent > on) {
        return Err(value_invalid("transfer", "decided_on", &on));
    }
    transfer.state = state;
    transfer.decided_on = Some(on);
    transfer.reason = reason.map(str::to_owned);
    tx.update(&transfer)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| values::shown_name(&name.to_string_lossy()))
        .unwrap_or_default()
}

/// What a file's name says of its kind; nothing opens it, so that nothing is taken on trust.
fn media_type(name: &str) -> &'static str {
    match file_extension(name).as_str() {
        "pdf" => "application/pdf",
        "html" | "htm" => "text/html",
        "xml" => "application/xml",
        // RFC 5652, RFC 7114
        "cms" | "p7s" | "sig" | "p7m" => "application/cms",
        _ => "application/octet-stream",
    }
}
