//! Writing to the terminal. A reader who closed the pipe early is no error.

use std::io::{IsTerminal, Write};

use muragat_archive::Progress;
use serde::Serialize;

use crate::failure::Failure;
use crate::words::Words;

/// A line on standard output.
pub fn line(text: &str) {
    // nobody is left to be told that the pipe was closed
    let _ = writeln!(std::io::stdout().lock(), "{}", visible(text));
}

/// A line on standard error.
pub fn error(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", visible(text));
}

/// One JSON value on standard output.
pub fn json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|e| Failure::new("unexpected", serde_json::json!({ "detail": e.to_string() })))?;
    let _ = writeln!(std::io::stdout().lock(), "{text}");
    Ok(())
}

/// Text from strangers, without the control characters that would steer a terminal.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| {
            let steers = c.is_control() && c != '\n' && c != '\t';
            // marks that turn the order of writing around could show another name than stands there
            if steers || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

/// Tells a job's progress on standard error, where a person looks at it.
pub fn watch(words: &Words) -> impl FnMut(Progress) -> bool + '_ {
    let shown = std::io::stderr().is_terminal();
    let mut last = std::time::Instant::now();
    move |progress| {
        if shown && last.elapsed().as_millis() > 100 {
            last = std::time::Instant::now();
            let values = serde_json::json!({ "done": progress.done, "total": progress.total });
            let text = words.with(&format!("job-{}", progress.stage), &values);
            let _ = write!(std::io::stderr().lock(), "\r\x1b[2K{text}\r");
        }
        true
    }
}

/// An article as a card.
pub fn record(words: &Words, record: &muragat_archive::record::ArticleRecord) -> Vec<String> {
    let name = |id: &String| {
        record
            .parties
            .iter()
            .find(|party| party.id == *id)
            .map_or_else(|| id.clone(), |party| party.name.clone())
    };
    let mut lines = Vec::new();
    let mut field = |key: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            lines.push(format!("{}: {value}", words.say(key)));
        }
    };
    field("field-reference", Some(&record.reference));
    field(
        "field-state",
        Some(&words.say(&format!("state-{}", record.state.as_str()))),
    );
    field("field-publication-date", record.publication_date.as_deref());
    let units: Vec<String> = record
        .units
        .iter()
        .map(|unit| format!("{} {}", unit.code, unit.title))
        .collect();
    field("section-holdings", Some(&units.join(" → ")));
    field(
        "field-access",
        Some(&words.say(&format!("access-{}", record.access.level.as_str()))),
    );
    field("field-embargo", record.access.until.as_deref());
    field("field-kind", record.kind.as_deref());
    field("field-subjects", Some(&record.subjects.join(", ")));
    let places: Vec<&str> = record
        .places
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    field("field-places", Some(&places.join(", ")));
    field("field-note", record.note.as_deref());
    for version in &record.versions {
        lines.push(String::new());
        lines.push(version.title.clone());
        lines.push(String::new());
        lines.push(version.body.clone());
    }
    if !record.cast.is_empty() {
        lines.push(String::new());
        lines.push(words.say("show-cast"));
    }
    for member in &record.cast {
        let roles: Vec<String> = member
            .roles
            .iter()
            .map(|role| words.say(&format!("role-{}", role.as_str())))
            .collect();
        lines.push(format!("  {} – {}", name(&member.party), roles.join(", ")));
        for position in &member.positions {
            lines.push(format!("    {}", position.text));
        }
        if let Some(organisation) = &member.on_behalf_of {
            lines.push(format!(
                "    {}: {}",
                words.say("show-on-behalf-of"),
                name(organisation)
            ));
        }
    }
    if !record.photos.is_empty() {
        lines.push(String::new());
        lines.push(words.say("show-photos"));
    }
    for photo in &record.photos {
        lines.push(format!("  {}  {}", photo.name, photo.sha256));
        for text in photo
            .texts
            .iter()
            .map(|text| &text.text)
            .chain(&photo.credit)
        {
            lines.push(format!("    {text}"));
        }
    }
    lines
}
