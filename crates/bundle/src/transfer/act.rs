//! The transfer act: who hands what over to whom, in which bundle, for both to sign.

use std::collections::BTreeMap;

use muragat_archive::{TransferParty, TransferRecord};

use crate::formats::datings::day_in_order;
use crate::paper::document::{Block, Column, Document, Holds, Signature, Table, TableRow};
use crate::paper::messages::{DocumentMessages, grouped};
use crate::transfer::list::{ListedArticle, groups};
use crate::transfer::sealed::Sealed;

/// The act of a transfer; it says which of its articles are closed, and went as somebody named them.
pub(crate) fn act(
    transfer: &TransferRecord,
    lines: &[ListedArticle],
    sealed: &Sealed,
    messages: &DocumentMessages,
) -> Document {
    let title = match &transfer.act_number {
        Some(number) => messages.with("act-title-number", &[("number", number)]),
        None => messages.say("act-title"),
    };
    let date = match &transfer.sent_on {
        Some(day) => messages.long_date(day),
        None => messages.say("act-date-blank"),
    };
    let mut blocks = vec![
        Block::Title(title.clone()),
        Block::Subtitle(messages.say("act-subtitle")),
        Block::Text(date),
        Block::Fields(parties(transfer, messages)),
        Block::Text(messages.say("act-statement")),
        Block::Table(table(lines, messages)),
        Block::Text(messages.counted("act-total", lines.len() as u64, photos(lines))),
    ];
    let by_ai: u64 = lines.iter().map(|line| line.photos_by_ai).sum();
    if by_ai > 0 {
        let count = grouped(by_ai);
        blocks.push(Block::Text(
            messages.with("act-by-ai", &[("count", &count)]),
        ));
    }
    if transfer.left_restricted + transfer.left_embargoed > 0 {
        let values = [
            ("restricted", grouped(transfer.left_restricted)),
            ("embargoed", grouped(transfer.left_embargoed)),
        ];
        let values = values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        blocks.push(Block::Text(messages.with("act-left-out", &values)));
    }
    let mut by_whom: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in lines {
        if let Some(by) = &line.released_by {
            by_whom.entry(by).or_default().push(&line.reference);
        }
    }
    for (by, references) in by_whom {
        let values = [("references", references.join(", ")), ("by", by.to_owned())];
        let values = values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        blocks.push(Block::Text(messages.with("act-released", &values)));
    }
    let size = grouped(sealed.octets);
    blocks.extend([
        Block::Heading(messages.say("act-bundle")),
        Block::Fields(vec![
            (messages.say("act-bundle-name"), sealed.name.clone()),
            (
                messages.say("act-bundle-format"),
                messages.say("act-bundle-format-value"),
            ),
            (messages.say("act-bundle-files"), grouped(sealed.files)),
            (
                messages.say("act-bundle-size"),
                messages.with("act-bundle-size-value", &[("octets", &size)]),
            ),
            (
                messages.say("act-bundle-manifest"),
                sealed.manifest_sha256.clone(),
            ),
        ]),
        Block::Text(messages.say("act-annex")),
        Block::Signatures(vec![
            signature("act-gave", &transfer.depositor, messages),
            signature("act-took", &transfer.receiver, messages),
        ]),
        Block::Text(messages.say("act-signature")),
    ]);
    Document {
        language: messages.language,
        title,
        author: transfer.depositor.name.clone(),
        made_at: transfer.created_at.clone(),
        footer: messages.with("document-page", &[("page", "{page}"), ("pages", "{pages}")]),
        landscape: false,
        blocks,
    }
}

/// Who hands over and who takes over, each with where it sits.
pub(crate) fn parties(
    transfer: &TransferRecord,
    messages: &DocumentMessages,
) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (id, party) in [
        ("document-depositor", &transfer.depositor),
        ("document-receiver", &transfer.receiver),
    ] {
        fields.push((messages.say(id), party.name.clone()));
        if let Some(address) = &party.address {
            fields.push((messages.say("document-address"), address.clone()));
        }
    }
    fields
}

/// All photos of the lines.
pub(crate) fn photos(lines: &[ListedArticle]) -> u64 {
    lines.iter().map(|line| line.photos).sum()
}

/// A column under the heading of a message.
pub(crate) fn column(messages: &DocumentMessages, heading: &str, holds: Holds) -> Column {
    Column {
        heading: messages.say(heading),
        holds,
    }
}

/// A row for each unit, and one of all.
fn table(lines: &[ListedArticle], messages: &DocumentMessages) -> Table {
    let mut rows = Vec::new();
    for group in groups(lines) {
        let Some(first) = group.first() else { continue };
        let title = match first.units.last() {
            Some((_, title)) => title.clone(),
            None => messages.say("document-in-tray"),
        };
        rows.push(TableRow::Cells(vec![
            first.shelf(),
            title,
            covering(group, messages),
            grouped(group.len() as u64),
            grouped(photos(group)),
        ]));
    }
    rows.push(TableRow::Total(vec![
        String::new(),
        messages.say("act-row-total"),
        covering(lines, messages),
        grouped(lines.len() as u64),
        grouped(photos(lines)),
    ]));
    Table {
        columns: vec![
            column(messages, "act-column-code", Holds::Codes),
            column(messages, "act-column-title", Holds::Words),
            column(messages, "act-column-dates", Holds::Codes),
            column(messages, "act-column-articles", Holds::Numbers),
            column(messages, "act-column-photos", Holds::Numbers),
        ],
        rows,
    }
}

/// The first and the last date of lines.
fn covering(lines: &[ListedArticle], messages: &DocumentMessages) -> String {
    let dates = || lines.iter().filter_map(|line| line.date.as_deref());
    let first = dates().min_by_key(|date| day_in_order(date));
    let last = dates().max_by_key(|date| day_in_order(date));
    match (first, last) {
        (Some(first), Some(last)) if first == last => messages.short_date(first),
        (Some(first), Some(last)) => {
            let dates = [first, last].map(|date| messages.short_date(date));
            dates.join(" – ")
        }
        _ => String::new(),
    }
}

fn signature(heading: &str, party: &TransferParty, messages: &DocumentMessages) -> Signature {
    let mut lines = vec![party.name.clone()];
    lines.extend(party.position.clone());
    Signature {
        heading: messages.say(heading),
        lines,
        name: party.person.clone().unwrap_or_default(),
        under: messages.say("act-sign"),
    }
}
