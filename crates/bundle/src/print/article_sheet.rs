//! What is printed of one document: its head, its text, who took part, its photos.

use muragat_archive::Archive;
use muragat_archive::record::terms::{Access, PartyKind, TextKind};
use muragat_archive::record::{ArticleRecord, ParticipationRecord, PhotoRecord, VersionRecord};
use muragat_photo::describe;

use crate::paper::document::{Block, Picture};
use crate::paper::messages::DocumentMessages;
use crate::placed;

/// The size that photos are drawn in, in pixels of the longer edge.
const EDGE: u32 = 2048;

/// Head, text and, where wished, cast of a document.
pub(crate) fn blocks(
    record: &ArticleRecord,
    cast: bool,
    messages: &DocumentMessages,
) -> Vec<Block> {
    let mut blocks = vec![Block::Fields(head(record, messages))];
    // the texts that hold now first, those whose place they took below, each under its name
    for version in placed::in_force_first(record) {
        if record.versions.len() > 1 {
            let replaced = placed::superseded_by(record, version).is_some();
            let current = version.fixed_at.is_some() && !replaced;
            blocks.push(Block::Annex(version_line(version, current, messages)));
        }
        if !version.title.trim().is_empty() {
            blocks.push(Block::Lead(version.title.clone()));
        }
        let paragraphs = version.body.split('\n').map(str::trim);
        blocks.extend(
            paragraphs
                .filter(|paragraph| !paragraph.is_empty())
                .map(|paragraph| Block::Text(paragraph.to_owned())),
        );
    }
    if cast {
        for (kind, heading) in [
            (PartyKind::Person, "column-people"),
            (PartyKind::Organisation, "column-organisations"),
        ] {
            let lines = cast_lines(record, kind, messages);
            if !lines.is_empty() {
                blocks.push(Block::Heading(messages.say(heading)));
                blocks.push(Block::Fields(lines));
            }
        }
    }
    blocks
}

/// Reference, date, state and what else one asks of a document first; what is not known is left out.
fn head(record: &ArticleRecord, messages: &DocumentMessages) -> Vec<(String, String)> {
    let units: Vec<&str> = record
        .units
        .iter()
        .map(|unit| unit.title.as_str())
        .collect();
    let access = match (record.access.level, &record.access.until) {
        (Access::Open, _) => None,
        (Access::Embargo, Some(until)) => {
            Some(messages.with("document-until", &[("date", &messages.short_date(until))]))
        }
        (level, _) => Some(messages.say(&format!("access-{}", level.as_str()))),
    };
    let outgoing = record.outgoing_number.as_ref().map(|number| {
        let date = record
            .outgoing_date
            .as_deref()
            .map(|date| messages.short_date(date));
        [Some(format!("№ {number}")), date]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    });
    // The day on which it was taken in is not its own.
    let (date_of, date) = match &record.publication_date {
        Some(date) => ("column-date", Some(date)),
        None => ("field-captured-on", record.captured_on.as_ref()),
    };
    let fields = [
        ("column-reference", Some(record.reference.clone())),
        (date_of, date.map(|date| messages.short_date(date))),
        (
            "column-state",
            Some(messages.say(&format!("state-{}", record.state.as_str()))),
        ),
        ("column-kind", record.kind.clone()),
        ("column-outgoing-number", outgoing),
        (
            "column-unit-title",
            (!units.is_empty()).then(|| units.join(" / ")),
        ),
        (
            "column-subjects",
            (!record.subjects.is_empty()).then(|| record.subjects.join("; ")),
        ),
        ("column-access", access),
        ("column-source", record.source_url.clone()),
        ("column-note", record.note.clone()),
    ];
    fields
        .into_iter()
        .filter_map(|(id, value)| Some((messages.say(id), value?)))
        .collect()
}

/// What a version is among several: its language, what it is to the others, since when it is registered.
fn version_line(version: &VersionRecord, current: bool, messages: &DocumentMessages) -> String {
    let registered = version.fixed_at.as_deref().map_or_else(
        || messages.say("state-draft"),
        |at| {
            let day = messages.short_date(at.get(..10).unwrap_or(at));
            messages.with("print-registered", &[("date", &day)])
        },
    );
    let relation = messages.say(&format!("relation-{}", version.relation.as_str()));
    let mut parts = vec![version.language.clone(), relation, registered];
    if current {
        parts.insert(0, messages.say("print-current"));
    }
    parts.join(" · ")
}

/// Each party of a kind: its name; its positions as printed, else its roles; on whose behalf.
fn cast_lines(
    record: &ArticleRecord,
    kind: PartyKind,
    messages: &DocumentMessages,
) -> Vec<(String, String)> {
    let name = |id: &str| record.parties.iter().find(|party| party.id == id);
    let cast = record.cast.iter().filter_map(|one| {
        let party = name(&one.party).filter(|party| party.kind == kind)?;
        Some((party.name.clone(), party_line(record, one, messages)))
    });
    cast.collect()
}

fn party_line(
    record: &ArticleRecord,
    one: &ParticipationRecord,
    messages: &DocumentMessages,
) -> String {
    let positions = one.printed_positions();
    let roles: Vec<String> = one
        .roles
        .iter()
        .map(|role| messages.say(&format!("role-{}", role.as_str())))
        .collect();
    let behalf = one.on_behalf_of.as_ref().and_then(|id| {
        let party = record.parties.iter().find(|party| party.id == *id)?;
        Some(messages.with("print-on-behalf-of", &[("name", &party.name)]))
    });
    [
        (!positions.is_empty()).then(|| positions.join(", ")),
        (!roles.is_empty()).then(|| roles.join(", ")),
        behalf,
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join("; ")
}

/// The photos of a document, and the names of those that could not be drawn.
pub(crate) fn pictures(
    archive: &Archive,
    record: &ArticleRecord,
    messages: &DocumentMessages,
) -> (Vec<Block>, Vec<String>) {
    let mut blocks = Vec::new();
    let mut undrawn = Vec::new();
    for photo in &record.photos {
        let drawn = archive.thumbnail(&photo.id, EDGE).ok().and_then(|bytes| {
            let described = describe(&bytes).ok()?;
            Some((described.width?, described.height?, bytes))
        });
        let Some((width, height, bytes)) = drawn else {
            undrawn.push(photo.name.clone());
            continue;
        };
        blocks.push(Block::Picture(Picture {
            bytes,
            width,
            height,
            lines: picture_lines(record, photo, messages),
        }));
    }
    (blocks, undrawn)
}

/// Captions, who is seen, the credit, the file's name as such.
fn picture_lines(
    record: &ArticleRecord,
    photo: &PhotoRecord,
    messages: &DocumentMessages,
) -> Vec<String> {
    let mut lines: Vec<String> = placed::texts(photo, TextKind::Caption)
        .map(|(_, text)| text.to_owned())
        .collect();
    let mut seen: Vec<&str> = Vec::new();
    for region in &photo.regions {
        let party = record.parties.iter().find(|party| party.id == region.party);
        if let Some(party) = party.filter(|party| !seen.contains(&party.name.as_str())) {
            seen.push(&party.name);
        }
    }
    let labelled = |id: &str, value: String| format!("{}: {value}", messages.say(id));
    if !seen.is_empty() {
        lines.push(labelled("column-seen", seen.join(", ")));
    }
    lines.extend(
        photo
            .credit
            .clone()
            .map(|credit| labelled("column-credit", credit)),
    );
    lines.push(labelled("column-file", photo.name.clone()));
    lines
}
