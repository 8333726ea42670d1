//! What `muragat transfer` does: a step each.

use std::path::{Path, PathBuf};

use muragat_archive::record::terms::TransferFileKind;
use muragat_archive::{ListQuery, TransferFields, TransferParty, TransferRecord, TransferScope};
use muragat_bundle as bundle;
use serde_json::json;

use super::{DONE, Go, Status, shown};
use crate::args::transfer::{Begin, Edit, Fields, Step};
use crate::failure::Failure;
use crate::print;

impl Go<'_> {
    pub(super) fn transfer(&self, step: &Step) -> Status {
        match step {
            Step::Begin(begin) => self.begin(begin),
            Step::List => self.transfers(),
            Step::Show { transfer } => self.show_transfer(transfer),
            Step::Edit(edit) => self.edit_transfer(edit),
            Step::Export {
                transfer,
                target,
                zip,
            } => self.export_transfer(transfer, target, *zip),
            Step::Sent { transfer, on } => {
                let mut archive = self.open()?;
                archive.send_transfer(transfer, on.as_deref())?;
                self.stands(&archive.transfer(transfer)?)
            }
            Step::Returned {
                transfer,
                reason,
                on,
            } => {
                let mut archive = self.open()?;
                archive.return_transfer(transfer, reason, on.as_deref())?;
                self.stands(&archive.transfer(transfer)?)
            }
            Step::Accepted { transfer, on } => {
                let mut archive = self.open()?;
                archive.accept_transfer(transfer, on.as_deref())?;
                self.stands(&archive.transfer(transfer)?)
            }
            Step::Sign {
                transfer,
                files,
                kind,
            } => self.sign(transfer, files, kind.as_deref()),
            Step::Delete { transfer } => {
                let mut archive = self.open()?;
                let record = archive.transfer(transfer)?;
                archive.delete_transfer(&record.id)?;
                self.answer(&json!({ "id": record.id }), || {
                    vec![self.say(
                        "transfer-deleted",
                        json!({ "receiver": record.receiver.name }),
                    )]
                })?;
                Ok(DONE)
            }
        }
    }

    fn begin(&self, begin: &Begin) -> Status {
        let query = ListQuery {
            unit: begin.unit.clone(),
            year: begin.year,
            text: begin.search.clone(),
            ..ListQuery::default()
        };
        let scope = TransferScope {
            articles: (!begin.articles.is_empty()).then(|| begin.articles.clone()),
            query: (query != ListQuery::default()).then_some(query),
        };
        let mut archive = self.open()?;
        let preview = archive.preview_transfer(&scope)?;
        let id = archive.begin_transfer(&scope, &given(&begin.fields))?.value;
        let record = archive.transfer(&id)?;
        let left_out = &preview.left_out;
        self.answer(
            &json!({ "transfer": record, "left_out": left_out, "drafts": preview.drafts }),
            || {
                let values = json!({ "id": record.id, "articles": record.articles, "photos": record.photos });
                let mut lines = vec![self.say("transfer-begun", values)];
                for out in left_out {
                    let why = self.words.say(&format!("access-{}", out.access.as_str()));
                    let values = json!({ "reference": out.reference, "why": why });
                    lines.push(self.say("export-left-out", values));
                }
                if preview.drafts > 0 {
                    lines.push(self.say("transfer-drafts", json!({ "count": preview.drafts })));
                }
                lines
            },
        )?;
        Ok(DONE)
    }

    fn transfers(&self) -> Status {
        let transfers = self.open()?.transfers()?;
        self.answer(&json!({ "transfers": transfers }), || {
            let mut lines: Vec<String> = transfers
                .iter()
                .map(|transfer| {
                    let number = transfer.act_number.as_deref().unwrap_or("–");
                    format!(
                        "{}  № {number}  {}  {} ({})",
                        transfer.id,
                        self.state(transfer),
                        transfer.receiver.name,
                        transfer.articles
                    )
                })
                .collect();
            if lines.is_empty() {
                lines.push(self.words.say("transfer-none"));
            }
            lines
        })?;
        Ok(DONE)
    }

    fn state(&self, transfer: &TransferRecord) -> String {
        self.words
            .say(&format!("transfer-state-{}", transfer.state.as_str()))
    }

    fn show_transfer(&self, transfer: &str) -> Status {
        let archive = self.open()?;
        let record = archive.transfer(transfer)?;
        let entries = archive.transfer_entries(&record.id)?;
        let mut value = json!(record);
        value["entries"] = json!(entries);
        self.answer(&value, || {
            let mut lines = Vec::new();
            let mut field = |key: &str, value: Option<&str>| {
                if let Some(value) = value.filter(|value| !value.is_empty()) {
                    lines.push(format!("{}: {value}", self.words.say(key)));
                }
            };
            field("transfer-field-state", Some(&self.state(&record)));
            field("transfer-field-number", record.act_number.as_deref());
            field("transfer-field-from", Some(&side(&record.depositor)));
            field("transfer-field-to", Some(&side(&record.receiver)));
            field("transfer-field-sent", record.sent_on.as_deref());
            field("transfer-field-decided", record.decided_on.as_deref());
            field("transfer-field-reason", record.reason.as_deref());
            field("field-note", record.note.as_deref());
            let values = json!({ "articles": record.articles, "photos": record.photos });
            lines.push(self.say("transfer-amount", values));
            if record.left_restricted + record.left_embargoed > 0 {
                let values = json!({ "restricted": record.left_restricted, "embargoed": record.left_embargoed });
                lines.push(self.say("transfer-left-out", values));
            }
            for file in &record.files {
                let kind = self.words.say(&format!("transfer-file-{}", file.kind.as_str()));
                lines.push(format!("{kind}: {}  {}", file.name, file.sha256));
            }
            for entry in &entries {
                lines.push(match entry.closed {
                    true => self.say("transfer-entry-closed", json!({ "reference": entry.reference })),
                    false => format!("  {}", entry.reference),
                });
            }
            lines
        })?;
        Ok(DONE)
    }

    fn edit_transfer(&self, edit: &Edit) -> Status {
        let mut archive = self.open()?;
        let id = archive.transfer(&edit.transfer)?.id;
        if !edit.without.is_empty() {
            archive.take_out_of_transfer(&id, &edit.without)?;
        }
        let fields = given(&edit.fields);
        if fields != TransferFields::default() {
            archive.edit_transfer(&id, &fields)?;
        }
        self.stands(&archive.transfer(&id)?)
    }

    fn export_transfer(&self, transfer: &str, target: &Path, zip: bool) -> Status {
        let archive = self.open()?;
        let watch = &mut print::watch(self.words);
        let done = bundle::export_transfer(&archive, transfer, target, zip, watch)?;
        self.answer(&done, || {
            let values = json!({ "path": shown(&done.bundle), "articles": done.articles, "photos": done.photos, "files": done.files, "octets": done.octets });
            let documents = json!({ "path": shown(&done.path), "files": done.documents });
            vec![
                self.say("export-done", values),
                self.say("transfer-beside", documents),
            ]
        })?;
        Ok(DONE)
    }

    fn sign(&self, transfer: &str, files: &[PathBuf], kind: Option<&str>) -> Status {
        let kind = match kind {
            None => TransferFileKind::Signature,
            Some(word) => TransferFileKind::parse(word).ok_or_else(|| {
                Failure::new(
                    "value_invalid",
                    json!({ "noun": "transfer_file", "field": "kind", "value": word }),
                )
            })?,
        };
        let mut archive = self.open()?;
        let record = archive.transfer(transfer)?;
        archive.keep_with_transfer(&record.id, kind, files)?;
        let record = archive.transfer(&record.id)?;
        self.answer(&record, || {
            files
                .iter()
                .map(|file| self.say("transfer-kept", json!({ "name": shown(file) })))
                .collect()
        })?;
        Ok(DONE)
    }

    /// Tells where a transfer stands now.
    fn stands(&self, transfer: &TransferRecord) -> Status {
        self.answer(transfer, || {
            let values =
                json!({ "receiver": transfer.receiver.name, "state": self.state(transfer) });
            vec![self.say("transfer-stands", values)]
        })?;
        Ok(DONE)
    }
}

fn given(fields: &Fields) -> TransferFields {
    TransferFields {
        act_number: fields.number.clone(),
        depositor: fields.from.clone(),
        depositor_address: fields.from_address.clone(),
        depositor_person: fields.from_person.clone(),
        depositor_position: fields.from_position.clone(),
        receiver: fields.to.clone(),
        receiver_address: fields.to_address.clone(),
        receiver_person: fields.to_person.clone(),
        receiver_position: fields.to_position.clone(),
        note: fields.note.clone(),
    }
}

fn side(party: &TransferParty) -> String {
    let parts = [
        Some(&party.name),
        party.address.as_ref(),
        party.position.as_ref(),
        party.person.as_ref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join("; ")
}
