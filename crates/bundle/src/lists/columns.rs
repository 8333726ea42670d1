//! The columns that a list can have, and what stands in each.

use muragat_archive::record::terms::{PartyKind, TextKind};
use muragat_archive::record::{ArticleRecord, PhotoRecord};
use muragat_language::Dating;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::lists::cell::Cell;
use crate::lists::listed::Listed;
use crate::lists::rows::Row;
use crate::paper::document::Holds;
use crate::paper::messages::DocumentMessages;
use crate::placed;

/// A column of a list. Its heading is the message `column-<name>` with hyphens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListColumn {
    /// Of a document; of a photo: of the document it hangs on.
    Reference,
    /// When it was published, or else captured; when an event took place.
    Date,
    /// Title line; of a photo: of its document.
    Title,
    /// Such as «press release».
    Kind,
    /// Draft, registered or withdrawn.
    State,
    /// Who may see it.
    Access,
    /// The codes of its units.
    Unit,
    /// The titles of its units.
    UnitTitle,
    /// Of its texts.
    Languages,
    /// Who took part, in the archivist's order.
    People,
    /// Organisations that took part.
    Organisations,
    /// Subject headings.
    Subjects,
    /// Places.
    Places,
    /// What took place.
    Events,
    /// How many.
    Photos,
    /// The number that the issuing office gave.
    OutgoingNumber,
    /// Its date.
    OutgoingDate,
    /// Where it was published.
    Source,
    /// The archivist's note.
    Note,
    /// Of a person, a body or an event.
    Name,
    /// Person or organisation.
    PartyKind,
    /// Of a person: printed last.
    Position,
    /// How many documents.
    Articles,
    /// Date of the latest of them.
    LastDate,
    /// Name of a photo's file.
    File,
    /// In all languages.
    Caption,
    /// Credit line.
    Credit,
    /// Who took it.
    Photographer,
    /// When it was taken.
    TakenAt,
    /// Where it was taken; where an event took place.
    Place,
    /// Who is seen in it.
    Seen,
    /// Terms of use.
    Rights,
}

use ListColumn as C;

/// The columns of documents, the usual ones first.
const OF_ARTICLES: [C; 19] = [
    C::Reference,
    C::Date,
    C::Title,
    C::State,
    C::Unit,
    C::People,
    C::Organisations,
    C::Photos,
    C::Kind,
    C::Access,
    C::UnitTitle,
    C::Languages,
    C::Subjects,
    C::Places,
    C::Events,
    C::OutgoingNumber,
    C::OutgoingDate,
    C::Source,
    C::Note,
];
const USUAL_OF_ARTICLES: usize = 8;
const OF_PARTIES: [C; 5] = [C::Name, C::PartyKind, C::Position, C::Articles, C::LastDate];
const OF_PHOTOS: [C; 10] = [
    C::Reference,
    C::File,
    C::Caption,
    C::Credit,
    C::Photographer,
    C::TakenAt,
    C::Title,
    C::Place,
    C::Seen,
    C::Rights,
];
const USUAL_OF_PHOTOS: usize = 6;
const OF_EVENTS: [C; 5] = [C::Name, C::Date, C::Place, C::Articles, C::Photos];

/// The columns that a list has where none are chosen.
pub(crate) fn usual(listed: &Listed) -> &'static [ListColumn] {
    match listed {
        Listed::Articles { .. } => &OF_ARTICLES[..USUAL_OF_ARTICLES],
        Listed::Parties { .. } => &OF_PARTIES,
        Listed::Photos { .. } => &OF_PHOTOS[..USUAL_OF_PHOTOS],
        Listed::Events { .. } => &OF_EVENTS,
    }
}

impl ListColumn {
    /// All columns that a list can have.
    #[cfg(test)]
    pub(crate) fn all_of(listed: &Listed) -> &'static [ListColumn] {
        match listed {
            Listed::Articles { .. } => &OF_ARTICLES,
            Listed::Parties { .. } => &OF_PARTIES,
            Listed::Photos { .. } => &OF_PHOTOS,
            Listed::Events { .. } => &OF_EVENTS,
        }
    }

    /// Its heading.
    pub(crate) fn heading(self, messages: &DocumentMessages) -> String {
        let name = serde_json::to_value(self).unwrap_or_default();
        let name = name.as_str().unwrap_or_default().replace('_', "-");
        messages.say(&format!("column-{name}"))
    }

    /// What it holds, on paper.
    pub(crate) fn holds(self) -> Holds {
        match self {
            C::Photos | C::Articles => Holds::Numbers,
            C::Reference | C::Date | C::Unit | C::OutgoingDate | C::LastDate | C::TakenAt => {
                Holds::Codes
            }
            _ => Holds::Words,
        }
    }

    /// How wide it is in a spreadsheet, in letters.
    pub(crate) fn letters(self) -> f64 {
        match self {
            C::Title | C::Caption => 60.0,
            C::People | C::Organisations | C::Position | C::UnitTitle | C::Name => 40.0,
            C::Date | C::OutgoingDate | C::LastDate | C::Photos | C::Articles => 12.0,
            C::State | C::Languages | C::Unit => 16.0,
            _ => 24.0,
        }
    }

    /// What stands in it for a row.
    pub(crate) fn cell(self, row: &Row, messages: &DocumentMessages) -> Cell {
        match row {
            Row::Article(record) => self.of_article(record, messages),
            Row::Party(party) => match self {
                C::Name => text(&party.name),
                C::PartyKind => Cell::Text(messages.say(match party.kind {
                    PartyKind::Person => "list-person",
                    PartyKind::Organisation => "list-organisation",
                })),
                C::Position => optional(party.position.as_ref()),
                C::Articles => Cell::Number(party.articles),
                C::LastDate => date(party.last_date.as_deref(), messages),
                _ => nothing(),
            },
            Row::Photo(line) => match self {
                C::Reference => optional(line.reference.as_ref()),
                C::Title => optional(line.title.as_ref()),
                _ => self.of_photo(&line.photo, messages),
            },
            Row::Event(event) => match self {
                C::Name => text(&event.name),
                C::Date => date(event.date.as_deref(), messages),
                C::Place => optional(event.place.as_ref()),
                C::Articles => Cell::Number(event.articles),
                C::Photos => Cell::Number(event.photos),
                _ => nothing(),
            },
        }
    }

    fn of_article(self, record: &ArticleRecord, messages: &DocumentMessages) -> Cell {
        let units = |of: fn(&muragat_archive::record::UnitRecord) -> &str, between: &str| {
            let units: Vec<&str> = record.units.iter().map(of).collect();
            Cell::Text(units.join(between))
        };
        match self {
            C::Reference => text(&record.reference),
            C::Date => date(placed::date(record), messages),
            C::Title => text(placed::title(record)),
            C::Kind => optional(record.kind.as_ref()),
            C::State => Cell::Text(messages.say(&format!("state-{}", record.state.as_str()))),
            C::Access => Cell::Text(match &record.access.until {
                Some(until) => {
                    messages.with("document-until", &[("date", &messages.short_date(until))])
                }
                None => messages.say(&format!("access-{}", record.access.level.as_str())),
            }),
            C::Unit => units(|unit| &unit.code, "-"),
            C::UnitTitle => units(|unit| &unit.title, " / "),
            C::Languages => {
                let mut languages: Vec<&str> = Vec::new();
                for version in &record.versions {
                    if !languages.contains(&version.language.as_str()) {
                        languages.push(&version.language);
                    }
                }
                Cell::Text(languages.join(", "))
            }
            C::People => cast(record, PartyKind::Person),
            C::Organisations => cast(record, PartyKind::Organisation),
            C::Subjects => Cell::Text(record.subjects.join("; ")),
            C::Places => joined(record.places.iter().map(|place| place.name.as_str())),
            C::Events => joined(record.events.iter().map(|event| event.name.as_str())),
            C::Photos => Cell::Number(record.photos.len() as u64),
            C::OutgoingNumber => optional(record.outgoing_number.as_ref()),
            C::OutgoingDate => date(record.outgoing_date.as_deref(), messages),
            C::Source => optional(record.source_url.as_ref()),
            C::Note => optional(record.note.as_ref()),
            _ => nothing(),
        }
    }

    fn of_photo(self, photo: &PhotoRecord, messages: &DocumentMessages) -> Cell {
        match self {
            C::File => text(&photo.name),
            C::Caption => joined(placed::texts(photo, TextKind::Caption).map(|(_, text)| text)),
            C::Credit => optional(photo.credit.as_ref()),
            C::Photographer => optional(photo.photographer.as_ref()),
            C::TakenAt => date(photo.taken_at.as_deref().map(day_of), messages),
            C::Place => optional(photo.place.as_ref()),
            C::Rights => optional(photo.rights.as_ref()),
            _ => nothing(),
        }
    }
}

fn cast(record: &ArticleRecord, kind: PartyKind) -> Cell {
    let cast = record.cast.iter();
    let parties = cast.filter_map(|one| record.parties.iter().find(|party| party.id == one.party));
    joined(
        parties
            .filter(|party| party.kind == kind)
            .map(|party| party.name.as_str()),
    )
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> Cell {
    Cell::Text(texts.collect::<Vec<_>>().join("; "))
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn optional(value: Option<&String>) -> Cell {
    Cell::Text(value.cloned().unwrap_or_default())
}

fn date(value: Option<&str>, messages: &DocumentMessages) -> Cell {
    match value {
        Some(date) => Cell::Date {
            edtf: date.to_owned(),
            words: messages.short_date(date),
        },
        None => nothing(),
    }
}

/// Of a moment its day; a dating as it is, however long it is.
fn day_of(taken: &str) -> &str {
    match taken.parse::<Dating>() {
        Ok(_) => taken,
        Err(_) => taken.get(..10).unwrap_or(taken),
    }
}

fn nothing() -> Cell {
    Cell::Text(String::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_moment_the_day_is_shown_and_of_a_dating_all() {
        assert_eq!(day_of("2026-02-27T10:15:00+05:00"), "2026-02-27");
        for dating in ["2026-02-27~", "1998/1999-05", "[..1950-02-27]", "199X"] {
            assert_eq!(day_of(dating), dating);
        }
    }
}
