//! What is handed over to another archive: `transfer` and its steps.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use muragat_archive::record::terms::TransferFileKind;
use muragat_archive::{
    ListQuery, TransferElsewhere, TransferFields, TransferParty, TransferRecord, TransferScope,
};
use muragat_bundle as bundle;
use serde_json::json;

use crate::call::{Call, DONE, Status};
use crate::failure::Failure;
use crate::print::{self, display_path};
use crate::verbs::bundles::told_closed;

#[derive(Args, Debug)]
pub struct Transfer {
    #[command(subcommand)]
    pub step: TransferStep,
}

#[derive(Subcommand, Debug)]
pub enum TransferStep {
    Begin(Box<Begin>),
    List,
    Show {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
    },
    Edit(Box<Edit>),
    Export {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
        #[arg(value_name = "TARGET")]
        target: PathBuf,
        #[arg(long)]
        zip: bool,
    },
    Sent {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Returned {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
        #[arg(long, value_name = "REASON")]
        reason: String,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Accepted {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Sign {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "act|inventory|signature")]
        kind: Option<String>,
    },
    Delete {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
    },
}

#[derive(Args, Debug)]
pub struct Begin {
    #[arg(value_name = "ID")]
    pub articles: Vec<String>,
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub year: Option<i32>,
    #[arg(long, value_name = "QUERY")]
    pub search: Option<String>,
    #[arg(long, value_name = "ID")]
    pub restricted: Vec<String>,
    #[arg(long, value_name = "ID")]
    pub draft: Vec<String>,
    #[command(flatten)]
    pub fields: Fields,
}

#[derive(Args, Debug)]
pub struct Edit {
    #[arg(value_name = "TRANSFER")]
    pub transfer: String,
    #[arg(long, value_name = "ID")]
    pub without: Vec<String>,
    #[command(flatten)]
    pub fields: Fields,
}

#[derive(Args, Debug)]
pub struct Fields {
    #[arg(long, value_name = "NAME")]
    pub from: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    pub from_address: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub from_person: Option<String>,
    #[arg(long, value_name = "POSITION")]
    pub from_position: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub to: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    pub to_address: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub to_person: Option<String>,
    #[arg(long, value_name = "POSITION")]
    pub to_position: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub number: Option<String>,
    #[arg(long, value_name = "NOTE")]
    pub note: Option<String>,
}

pub fn transfer(call: &Call, given: &Transfer) -> Status {
    match &given.step {
        TransferStep::Begin(given) => begin(call, given),
        TransferStep::List => list(call),
        TransferStep::Show { transfer } => show(call, transfer),
        TransferStep::Edit(given) => edit(call, given),
        TransferStep::Export {
            transfer,
            target,
            zip,
        } => export(call, transfer, target, *zip),
        TransferStep::Sent { transfer, on } => {
            let mut archive = call.open()?;
            archive.send_transfer(transfer, on.as_deref())?;
            tell_standing(call, &archive.transfer(transfer)?)
        }
        TransferStep::Returned {
            transfer,
            reason,
            on,
        } => {
            let mut archive = call.open()?;
            archive.return_transfer(transfer, reason, on.as_deref())?;
            tell_standing(call, &archive.transfer(transfer)?)
        }
        TransferStep::Accepted { transfer, on } => {
            let mut archive = call.open()?;
            archive.accept_transfer(transfer, on.as_deref())?;
            tell_standing(call, &archive.transfer(transfer)?)
        }
        TransferStep::Sign {
            transfer,
            files,
            kind,
        } => sign(call, transfer, files, kind.as_deref()),
        TransferStep::Delete { transfer } => {
            let mut archive = call.open()?;
            let record = archive.transfer(transfer)?;
            archive.delete_transfer(&record.id)?;
            call.answer(&json!({ "id": record.id }), || {
                vec![call.say(
                    "transfer-deleted",
                    &json!({ "receiver": record.receiver.name }),
                )]
            })?;
            Ok(DONE)
        }
    }
}

fn begin(call: &Call, given: &Begin) -> Status {
    let query = ListQuery {
        unit: given.unit.clone(),
        year: given.year,
        text: given.search.clone(),
        ..ListQuery::default()
    };
    let scope = TransferScope {
        articles: (!given.articles.is_empty()).then(|| given.articles.clone()),
        query: (query != ListQuery::default()).then_some(query),
        restricted: given.restricted.clone(),
        drafts: given.draft.clone(),
    };
    let mut archive = call.open()?;
    let preview = archive.preview_transfer(&scope)?;
    let id = archive
        .begin_transfer(&scope, &fields_given(&given.fields))?
        .value;
    let record = archive.transfer(&id)?;
    let left_out = &preview.left_out;
    call.answer(
        &json!({ "transfer": record, "left_out": left_out, "released": preview.closed, "drafts": preview.drafts, "left_drafts": preview.left_drafts, "elsewhere": preview.elsewhere }),
        || {
            let values =
                json!({ "id": record.id, "articles": record.articles, "photos": record.photos });
            let mut lines = vec![call.say("transfer-begun", &values)];
            for (message, closed) in
                [("export-released", &preview.closed), ("export-left-out", left_out)]
            {
                for one in closed {
                    let why = call
                        .messages
                        .say(&format!("access-{}", one.access.as_str()));
                    let values = json!({ "reference": one.reference, "why": why });
                    lines.push(call.say(message, &values));
                }
            }
            let drafts = preview.left_drafts.len();
            if drafts > 0 {
                lines.push(call.say("transfer-left-drafts", &json!({ "count": drafts })));
            }
            if preview.drafts > 0 {
                lines.push(call.say("transfer-drafts", &json!({ "count": preview.drafts })));
            }
            for one in &preview.elsewhere {
                lines.push(told_elsewhere(call, one));
            }
            lines.extend(told_same_number(call, &record));
            lines
        },
    )?;
    Ok(DONE)
}

fn list(call: &Call) -> Status {
    let transfers = call.open()?.transfers()?;
    call.answer(&json!({ "transfers": transfers }), || {
        let mut lines: Vec<String> = transfers
            .iter()
            .map(|transfer| {
                let number = transfer.act_number.as_deref().unwrap_or("–");
                format!(
                    "{}  № {number}  {}  {} ({})",
                    transfer.id,
                    state_message(call, transfer),
                    transfer.receiver.name,
                    transfer.articles
                )
            })
            .collect();
        if lines.is_empty() {
            lines.push(call.messages.say("transfer-none"));
        }
        lines
    })?;
    Ok(DONE)
}

fn state_message(call: &Call, transfer: &TransferRecord) -> String {
    call.messages
        .say(&format!("transfer-state-{}", transfer.state.as_str()))
}

fn show(call: &Call, transfer: &str) -> Status {
    let archive = call.open()?;
    let record = archive.transfer(transfer)?;
    let entries = archive.transfer_entries(&record.id)?;
    let mut value = json!(record);
    value["entries"] = json!(entries);
    call.answer(&value, || {
        let mut lines = Vec::new();
        let mut field = |key: &str, value: Option<&str>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                lines.push(format!("{}: {value}", call.messages.say(key)));
            }
        };
        field("transfer-field-state", Some(&state_message(call, &record)));
        field("transfer-field-number", record.act_number.as_deref());
        field("transfer-field-from", Some(&side_of(&record.depositor)));
        field("transfer-field-to", Some(&side_of(&record.receiver)));
        let date = |day: &Option<String>| day.as_deref().map(|day| call.messages.date(day));
        field("transfer-field-sent", date(&record.sent_on).as_deref());
        field(
            "transfer-field-decided",
            date(&record.decided_on).as_deref(),
        );
        field("transfer-field-reason", record.reason.as_deref());
        field("field-note", record.note.as_deref());
        let values = json!({ "articles": record.articles, "photos": record.photos });
        lines.push(call.say("transfer-amount", &values));
        lines.extend(told_same_number(call, &record));
        if record.left_restricted + record.left_embargoed > 0 {
            let values =
                json!({ "restricted": record.left_restricted, "embargoed": record.left_embargoed });
            lines.push(call.say("transfer-left-out", &values));
        }
        for file in &record.files {
            let kind = call
                .messages
                .say(&format!("transfer-file-{}", file.kind.as_str()));
            lines.push(format!("{kind}: {}  {}", file.name, file.sha256));
        }
        for entry in &entries {
            let values = json!({ "reference": entry.reference, "by": entry.taken_by });
            lines.push(match (entry.closed, entry.released) {
                (true, _) => call.say("transfer-entry-closed", &values),
                (false, true) => call.say("transfer-entry-released", &values),
                (false, false) => format!("  {}", entry.reference),
            });
        }
        lines
    })?;
    Ok(DONE)
}

fn edit(call: &Call, given: &Edit) -> Status {
    let mut archive = call.open()?;
    let id = archive.transfer(&given.transfer)?.id;
    if !given.without.is_empty() {
        archive.take_out_of_transfer(&id, &given.without)?;
    }
    let fields = fields_given(&given.fields);
    if fields != TransferFields::default() {
        archive.edit_transfer(&id, &fields)?;
    }
    tell_standing(call, &archive.transfer(&id)?)
}

fn export(call: &Call, transfer: &str, target: &Path, zip: bool) -> Status {
    let archive = call.open()?;
    let watch = &mut print::progress(call.messages);
    let language = call.messages.language;
    let done = bundle::export_transfer(&archive, transfer, target, zip, language, watch)?;
    call.answer(&done, || {
        let values = json!({ "path": display_path(&done.bundle), "articles": done.articles, "photos": done.photos, "files": done.files, "octets": done.octets });
        let documents = json!({ "path": display_path(&done.path), "files": done.documents });
        let mut lines = vec![
            call.say("export-done", &values),
            call.say("transfer-beside", &documents),
        ];
        lines.extend(told_closed(call, "export-released", &done.released));
        lines
    })?;
    Ok(DONE)
}

fn sign(call: &Call, transfer: &str, files: &[PathBuf], kind: Option<&str>) -> Status {
    let kind = match kind {
        None => TransferFileKind::Signature,
        Some(word) => TransferFileKind::parse(word).ok_or_else(|| {
            Failure::new(
                "value_invalid",
                json!({ "noun": "transfer_file", "field": "kind", "value": word }),
            )
        })?,
    };
    let mut archive = call.open()?;
    let record = archive.transfer(transfer)?;
    archive.keep_with_transfer(&record.id, kind, files)?;
    let record = archive.transfer(&record.id)?;
    call.answer(&record, || {
        files
            .iter()
            .map(|file| call.say("transfer-kept", &json!({ "name": display_path(file) })))
            .collect()
    })?;
    Ok(DONE)
}

/// Tells where a transfer stands now.
fn tell_standing(call: &Call, transfer: &TransferRecord) -> Status {
    call.answer(transfer, || {
        let values =
            json!({ "receiver": transfer.receiver.name, "state": state_message(call, transfer) });
        let mut lines = vec![call.say("transfer-stands", &values)];
        lines.extend(told_same_number(call, transfer));
        lines
    })?;
    Ok(DONE)
}

/// That another act has the number of this one.
fn told_same_number(call: &Call, transfer: &TransferRecord) -> Option<String> {
    let values = json!({ "number": transfer.act_number, "count": transfer.same_number });
    (transfer.same_number > 0).then(|| call.say("transfer-same-number", &values))
}

/// That an article goes with another transfer too.
fn told_elsewhere(call: &Call, one: &TransferElsewhere) -> String {
    let state = call
        .messages
        .say(&format!("transfer-state-{}", one.state.as_str()));
    let number = one.act_number.as_deref().unwrap_or("–");
    let values = json!({ "reference": one.reference, "receiver": one.receiver, "number": number, "state": state });
    call.say("transfer-elsewhere", &values)
}

fn fields_given(fields: &Fields) -> TransferFields {
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

fn side_of(party: &TransferParty) -> String {
    let parts = [
        Some(&party.name),
        party.address.as_ref(),
        party.position.as_ref(),
        party.person.as_ref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join("; ")
}
