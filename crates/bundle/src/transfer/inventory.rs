//! The inventory of a transfer: every article that is handed over, unit by unit, numbered.

use muragat_archive::TransferRecord;
use muragat_archive::record::terms::{Access, State};

use crate::transfer::act::{column, parties, photos};
use crate::transfer::document::{Block, Document, Row, Signature, Table};
use crate::transfer::list::{Line, groups};
use crate::transfer::words::{Words, grouped, short_date};

/// The inventory of a transfer, of lines in their order.
pub(crate) fn inventory(transfer: &TransferRecord, lines: &[Line], words: &Words) -> Document {
    let title = words.say("inventory-title");
    let annex = transfer
        .act_number
        .as_ref()
        .map(|number| Block::Annex(words.with("inventory-annex", &[("number", number)])));
    let depositor = &transfer.depositor;
    let mut made_by = vec![depositor.name.clone()];
    made_by.extend(depositor.position.clone());
    let count = lines.len() as u64;
    let blocks = annex.into_iter().chain([
        Block::Title(title.clone()),
        Block::Fields(parties(transfer, words)),
        Block::Table(table(lines, words)),
        Block::Text(format!(
            "{} {}",
            words.counted("inventory-total", count, photos(lines)),
            words.with("inventory-range", &[("last", &grouped(count))])
        )),
        Block::Signatures(vec![Signature {
            heading: words.say("inventory-made"),
            lines: made_by,
            name: depositor.person.clone().unwrap_or_default(),
            under: words.say("act-sign"),
        }]),
    ]);
    Document {
        language: words.language,
        title,
        author: depositor.name.clone(),
        made_at: transfer.created_at.clone(),
        footer: words.with("document-page", &[("page", "{page}"), ("pages", "{pages}")]),
        blocks: blocks.collect(),
    }
}

fn table(lines: &[Line], words: &Words) -> Table {
    let mut rows = Vec::new();
    let mut number = 0;
    for group in groups(lines) {
        let Some(first) = group.first() else { continue };
        rows.push(Row::Group(unit(first, words)));
        for line in group {
            number += 1;
            rows.push(Row::Cells(vec![
                number.to_string(),
                reference(line),
                line.date
                    .as_deref()
                    .map_or_else(|| words.say("document-undated"), short_date),
                line.title(words.language).to_owned(),
                extent(line, words),
                note(line, words),
            ]));
        }
    }
    Table {
        columns: vec![
            column(words.say("inventory-column-number"), 6, true),
            column(words.say("inventory-column-reference"), 18, false),
            column(words.say("inventory-column-date"), 12, false),
            column(words.say("inventory-column-title"), 33, false),
            column(words.say("inventory-column-extent"), 12, false),
            column(words.say("inventory-column-note"), 19, false),
        ],
        rows,
    }
}

/// The units from the fonds down, with their levels.
fn unit(line: &Line, words: &Words) -> String {
    if line.units.is_empty() {
        return words.say("document-in-tray");
    }
    let levels = ["level-fonds", "level-inventory", "level-file"];
    let units = line.units.iter().zip(levels);
    let named: Vec<String> = units
        .map(|((code, title), level)| format!("{} {code} «{title}»", words.say(level)))
        .collect();
    named.join(", ")
}

fn reference(line: &Line) -> String {
    match &line.outgoing {
        Some(outgoing) => format!("{}; № {outgoing}", line.reference),
        None => line.reference.clone(),
    }
}

fn extent(line: &Line, words: &Words) -> String {
    let texts = words.with("inventory-extent-texts", &[("count", &grouped(line.texts))]);
    match line.photos {
        0 => texts,
        photos => {
            let photos = words.with("inventory-extent-photos", &[("count", &grouped(photos))]);
            format!("{texts}, {photos}")
        }
    }
}

/// What an archive must know of an article before it takes it: its state, its access; and the archivist's own words.
fn note(line: &Line, words: &Words) -> String {
    let mut notes = Vec::new();
    if line.state != State::Registered {
        notes.push(words.say(&format!("state-{}", line.state.as_str())));
    }
    match &line.access {
        (Access::Open, _) => {}
        (Access::Embargo, Some(until)) => {
            notes.push(words.with("document-until", &[("date", &short_date(until))]));
        }
        (access, _) => notes.push(words.say(&format!("access-{}", access.as_str()))),
    }
    notes.extend(line.note.clone());
    notes.join("; ")
}
