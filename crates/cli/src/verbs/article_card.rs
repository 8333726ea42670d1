//! An article as a person reads it in a terminal.

use muragat_archive::record::{ArticleRecord, UnitRecord};

use crate::messages::Messages;

/// An article as a card.
pub fn article_card(messages: &Messages, record: &ArticleRecord) -> Vec<String> {
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
            lines.push(format!("{}: {value}", messages.say(key)));
        }
    };
    field("field-reference", Some(&record.reference));
    field(
        "field-state",
        Some(&messages.say(&format!("state-{}", record.state.as_str()))),
    );
    let date = |date: &Option<String>| date.as_deref().map(|date| messages.date(date));
    field(
        "field-publication-date",
        date(&record.publication_date).as_deref(),
    );
    let units: Vec<String> = record.units.iter().map(UnitRecord::name).collect();
    field("section-holdings", Some(&units.join(" → ")));
    field(
        "field-access",
        Some(&messages.say(&format!("access-{}", record.access.level.as_str()))),
    );
    field("field-embargo", date(&record.access.until).as_deref());
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
        lines.push(messages.say("show-cast"));
    }
    for member in &record.cast {
        let roles: Vec<String> = member
            .roles
            .iter()
            .map(|role| messages.say(&format!("role-{}", role.as_str())))
            .collect();
        lines.push(format!("  {} – {}", name(&member.party), roles.join(", ")));
        for position in member.printed_positions() {
            lines.push(format!("    {position}"));
        }
        if let Some(organisation) = &member.on_behalf_of {
            lines.push(format!(
                "    {}: {}",
                messages.say("show-on-behalf-of"),
                name(organisation)
            ));
        }
    }
    if !record.photos.is_empty() {
        lines.push(String::new());
        lines.push(messages.say("show-photos"));
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
