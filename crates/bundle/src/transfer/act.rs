//! The transfer act: who hands what over to whom, in which bundle, for both to sign.

use muragat_archive::{TransferParty, TransferRecord};

use crate::transfer::document::{Block, Column, Document, Row, Signature, Table};
use crate::transfer::list::{Line, groups};
use crate::transfer::sealed::Sealed;
use crate::transfer::words::{Words, grouped, short_date};

/// The act of a transfer.
pub(crate) fn act(
    transfer: &TransferRecord,
    lines: &[Line],
    sealed: &Sealed,
    words: &Words,
) -> Document {
    let title = match &transfer.act_number {
        Some(number) => words.with("act-title-number", &[("number", number)]),
        None => words.say("act-title"),
    };
    let date = match &transfer.sent_on {
        Some(day) => words.long_date(day),
        None => words.say("act-date-blank"),
    };
    let mut blocks = vec![
        Block::Title(title.clone()),
        Block::Subtitle(words.say("act-subtitle")),
        Block::Text(date),
        Block::Fields(parties(transfer, words)),
        Block::Text(words.say("act-statement")),
        Block::Table(table(lines, words)),
        Block::Text(words.counted("act-total", lines.len() as u64, photos(lines))),
    ];
    if transfer.left_restricted + transfer.left_embargoed > 0 {
        let values = [
            ("restricted", grouped(transfer.left_restricted)),
            ("embargoed", grouped(transfer.left_embargoed)),
        ];
        let values = values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        blocks.push(Block::Text(words.with("act-left-out", &values)));
    }
    let size = grouped(sealed.octets);
    blocks.extend([
        Block::Heading(words.say("act-bundle")),
        Block::Fields(vec![
            (words.say("act-bundle-name"), sealed.name.clone()),
            (
                words.say("act-bundle-format"),
                words.say("act-bundle-format-value"),
            ),
            (words.say("act-bundle-files"), grouped(sealed.files)),
            (
                words.say("act-bundle-size"),
                words.with("act-bundle-size-value", &[("octets", &size)]),
            ),
            (
                words.say("act-bundle-manifest"),
                sealed.manifest_sha256.clone(),
            ),
        ]),
        Block::Text(words.say("act-annex")),
        Block::Signatures(vec![
            signature("act-gave", &transfer.depositor, words),
            signature("act-took", &transfer.receiver, words),
        ]),
        Block::Text(words.say("act-signature")),
    ]);
    Document {
        language: words.language,
        title,
        author: transfer.depositor.name.clone(),
        made_at: transfer.created_at.clone(),
        footer: words.with("document-page", &[("page", "{page}"), ("pages", "{pages}")]),
        blocks,
    }
}

/// Who hands over and who takes over, each with where it sits.
pub(crate) fn parties(transfer: &TransferRecord, words: &Words) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (id, party) in [
        ("document-depositor", &transfer.depositor),
        ("document-receiver", &transfer.receiver),
    ] {
        fields.push((words.say(id), party.name.clone()));
        if let Some(address) = &party.address {
            fields.push((words.say("document-address"), address.clone()));
        }
    }
    fields
}

/// All photos of the lines.
pub(crate) fn photos(lines: &[Line]) -> u64 {
    lines.iter().map(|line| line.photos).sum()
}

/// A column of so many hundredths of the width.
pub(crate) fn column(heading: String, hundredths: u8, numbers: bool) -> Column {
    Column {
        heading,
        share: f32::from(hundredths) / 100.0,
        numbers,
    }
}

/// A row for each unit, and one of all.
fn table(lines: &[Line], words: &Words) -> Table {
    let mut rows = Vec::new();
    for group in groups(lines) {
        let Some(first) = group.first() else { continue };
        let title = match first.units.last() {
            Some((_, title)) => title.clone(),
            None => words.say("document-in-tray"),
        };
        rows.push(Row::Cells(vec![
            first.shelf(),
            title,
            covering(group),
            grouped(group.len() as u64),
            grouped(photos(group)),
        ]));
    }
    rows.push(Row::Total(vec![
        String::new(),
        words.say("act-row-total"),
        covering(lines),
        grouped(lines.len() as u64),
        grouped(photos(lines)),
    ]));
    Table {
        columns: vec![
            column(words.say("act-column-code"), 13, false),
            column(words.say("act-column-title"), 36, false),
            column(words.say("act-column-dates"), 20, false),
            column(words.say("act-column-articles"), 13, true),
            column(words.say("act-column-photos"), 18, true),
        ],
        rows,
    }
}

/// The first and the last date of lines.
fn covering(lines: &[Line]) -> String {
    let dates = || lines.iter().filter_map(|line| line.date.as_deref());
    match (dates().min(), dates().max()) {
        (Some(first), Some(last)) if first == last => short_date(first),
        (Some(first), Some(last)) => format!("{} – {}", short_date(first), short_date(last)),
        _ => String::new(),
    }
}

fn signature(heading: &str, party: &TransferParty, words: &Words) -> Signature {
    let mut lines = vec![party.name.clone()];
    lines.extend(party.position.clone());
    Signature {
        heading: words.say(heading),
        lines,
        name: party.person.clone().unwrap_or_default(),
        under: words.say("act-sign"),
    }
}
