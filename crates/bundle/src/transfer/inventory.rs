//! The inventory of a transfer: every article that is handed over, unit by unit, numbered.

use muragat_archive::TransferRecord;
use muragat_archive::record::terms::{Access, State};

use crate::paper::document::{Block, Document, Holds, Signature, Table, TableRow};
use crate::paper::messages::{DocumentMessages, grouped};
use crate::transfer::act::{column, parties, photos};
use crate::transfer::list::{ListedArticle, groups};

/// The inventory of a transfer, of lines in their order.
pub(crate) fn inventory(
    transfer: &TransferRecord,
    lines: &[ListedArticle],
    messages: &DocumentMessages,
) -> Document {
    let title = messages.say("inventory-title");
    let annex = transfer
        .act_number
        .as_ref()
        .map(|number| Block::Annex(messages.with("inventory-annex", &[("number", number)])));
    let depositor = &transfer.depositor;
    let mut made_by = vec![depositor.name.clone()];
    made_by.extend(depositor.position.clone());
    let count = lines.len() as u64;
    let mut total = messages.counted("inventory-total", count, photos(lines));
    if count > 1 {
        let range = messages.with("inventory-range", &[("last", &grouped(count))]);
        total = format!("{total} {range}");
    }
    let blocks = annex.into_iter().chain([
        Block::Title(title.clone()),
        Block::Fields(parties(transfer, messages)),
        Block::Table(table(lines, messages)),
        Block::Text(total),
        Block::Signatures(vec![Signature {
            heading: messages.say("inventory-made"),
            lines: made_by,
            name: depositor.person.clone().unwrap_or_default(),
            under: messages.say("act-sign"),
        }]),
    ]);
    Document {
        language: messages.language,
        title,
        author: depositor.name.clone(),
        made_at: transfer.created_at.clone(),
        footer: messages.with("document-page", &[("page", "{page}"), ("pages", "{pages}")]),
        landscape: false,
        blocks: blocks.collect(),
    }
}

fn table(lines: &[ListedArticle], messages: &DocumentMessages) -> Table {
    let mut rows = Vec::new();
    let mut number = 0;
    for group in groups(lines) {
        let Some(first) = group.first() else { continue };
        rows.push(TableRow::Group(unit(first, messages)));
        for line in group {
            number += 1;
            rows.push(TableRow::Cells(vec![
                number.to_string(),
                reference(line),
                line.date.as_deref().map_or_else(
                    || messages.say("document-undated"),
                    |date| messages.short_date(date),
                ),
                line.title(messages.language).to_owned(),
                extent(line, messages),
                note(line, messages),
            ]));
        }
    }
    Table {
        columns: vec![
            column(messages, "inventory-column-number", Holds::Numbers),
            column(messages, "inventory-column-reference", Holds::Codes),
            column(messages, "inventory-column-date", Holds::Codes),
            column(messages, "inventory-column-title", Holds::Words),
            column(messages, "inventory-column-extent", Holds::Words),
            column(messages, "inventory-column-note", Holds::Words),
        ],
        rows,
    }
}

/// The units from the fonds down, with their levels.
fn unit(line: &ListedArticle, messages: &DocumentMessages) -> String {
    if line.units.is_empty() {
        return messages.say("document-in-tray");
    }
    let levels = ["level-fonds", "level-inventory", "level-file"];
    let units = line.units.iter().zip(levels);
    let named: Vec<String> = units
        .map(|((code, title), level)| format!("{} {code} «{title}»", messages.say(level)))
        .collect();
    named.join(", ")
}

fn reference(line: &ListedArticle) -> String {
    match &line.outgoing {
        Some(outgoing) => format!("{}; № {outgoing}", line.reference),
        None => line.reference.clone(),
    }
}

fn extent(line: &ListedArticle, messages: &DocumentMessages) -> String {
    let texts = messages.with("inventory-extent-texts", &[("count", &grouped(line.texts))]);
    match line.photos {
        0 => texts,
        photos => {
            let photos = messages.with("inventory-extent-photos", &[("count", &grouped(photos))]);
            format!("{texts}, {photos}")
        }
    }
}

/// What an archive must know of an article before it takes it: its state, its access; and the archivist's own messages.
fn note(line: &ListedArticle, messages: &DocumentMessages) -> String {
    let mut notes = Vec::new();
    if line.state != State::Registered {
        notes.push(messages.say(&format!("state-{}", line.state.as_str())));
    }
    match &line.access {
        (Access::Open, _) => {}
        (Access::Embargo, Some(until)) => {
            notes.push(messages.with("document-until", &[("date", &messages.short_date(until))]));
        }
        (access, _) => notes.push(messages.say(&format!("access-{}", access.as_str()))),
    }
    notes.extend(line.note.clone());
    notes.join("; ")
}
