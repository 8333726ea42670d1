//! Is a record from elsewhere sound? The catalogue's own rules hold between columns; these hold between
//! its parts, and keep what a stranger wrote from becoming what the program could never have written.

use std::collections::BTreeSet;

use muragat_language::{Dating, SpanText};
use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;
use crate::nouns::mention;
use crate::record::ArticleRecord;
use crate::record::terms::{MentionState, PartyKind, State};
use crate::values::one_line;

/// Every date of a record that is a dating, with its field.
fn dates_of(record: &ArticleRecord) -> impl Iterator<Item = (&'static str, &str)> {
    let own = [
        ("publication_date", &record.publication_date),
        ("outgoing_date", &record.outgoing_date),
    ];
    let units = record
        .units
        .iter()
        .flat_map(|unit| [("date_from", &unit.date_from), ("date_to", &unit.date_to)]);
    let events = record.events.iter().map(|event| ("date", &event.date));
    let parties = record.parties.iter().flat_map(|party| {
        let posts = party
            .posts
            .iter()
            .flat_map(|post| [("date_from", &post.date_from), ("date_to", &post.date_to)]);
        let names = party
            .names
            .iter()
            .flat_map(|name| [("date_from", &name.date_from), ("date_to", &name.date_to)]);
        [("date_from", &party.date_from), ("date_to", &party.date_to)]
            .into_iter()
            .chain(names)
            .chain(posts)
    });
    own.into_iter()
        .chain(units)
        .chain(events)
        .chain(parties)
        .filter_map(|(field, date)| Some((field, date.as_deref()?)))
}

fn is_dating(text: &str) -> bool {
    text.parse::<Dating>()
        .is_ok_and(|dating| dating.to_string() == text)
}

/// Whether a text is on one line, its blanks single.
fn is_one_line(text: &str) -> bool {
    text.split_whitespace().collect::<Vec<_>>().join(" ") == text
}

/// Refuses a record that contradicts itself or this catalogue.
///
/// # Errors
/// [`Error::RecordUnsound`], naming the field.
pub(crate) fn check_record(sql: &Connection, record: &ArticleRecord) -> Result<(), Error> {
    let refuse = |field: &str, value: &str| Error::RecordUnsound {
        reference: record.reference.chars().take(80).collect(),
        field: field.to_owned(),
        value: value.chars().take(80).collect(),
    };
    let reference = &record.reference;
    let shows_nothing = one_line(reference).is_empty();
    if shows_nothing || !is_one_line(reference) || reference.chars().any(char::is_control) {
        return Err(refuse("reference", &record.reference));
    }
    if let Some((field, value)) = dates_of(record).find(|(_, date)| !is_dating(date)) {
        return Err(refuse(field, value));
    }
    if record.versions.is_empty() {
        return Err(refuse("versions", ""));
    }
    let fixed = record
        .versions
        .iter()
        .any(|version| version.fixed_at.is_some());
    if fixed != (record.state != State::Draft) {
        return Err(refuse("state", record.state.as_str()));
    }
    let parties: BTreeSet<&str> = record
        .parties
        .iter()
        .map(|party| party.id.as_str())
        .collect();
    let mut earlier: BTreeSet<&str> = BTreeSet::new();
    for version in &record.versions {
        if !is_one_line(&version.title) {
            return Err(refuse("title", &version.title));
        }
        if version.body.contains('\r') {
            return Err(refuse("body", ""));
        }
        // an older version stands before the one that names it
        if version
            .of
            .as_deref()
            .is_some_and(|of| !earlier.contains(of))
        {
            return Err(refuse("of", version.of.as_deref().unwrap_or_default()));
        }
        earlier.insert(&version.id);
        let body = SpanText::new(&version.body);
        for span in &version.mentions {
            let stands = mention::cut_text(&body, span.start, span.end)?;
            if span.state == MentionState::Fresh && stands != span.text {
                return Err(refuse("mentions", &span.text));
            }
        }
        for quote in &version.quotes {
            if mention::cut_text(&body, quote.start, quote.end)? != quote.text {
                return Err(refuse("quotes", &quote.text));
            }
        }
    }
    let positions = record.cast.iter().flat_map(|member| &member.positions);
    if let Some(stray) = positions
        .map(|position| &position.version)
        .find(|id| !earlier.contains(id.as_str()))
    {
        return Err(refuse("positions", stray));
    }
    if let Some(stray) = record
        .cast
        .iter()
        .map(|member| &member.party)
        .find(|id| !parties.contains(id.as_str()))
    {
        return Err(refuse("cast", stray));
    }
    for party in &record.parties {
        let here: Option<PartyKind> = sql
            .prepare_cached("SELECT kind FROM party WHERE uuid = ?1")?
            .query_row([&party.id], |row| row.get(0))
            .optional()?;
        if here.is_some_and(|kind| kind != party.kind) {
            return Err(refuse("parties", &party.name));
        }
    }
    Ok(())
}
