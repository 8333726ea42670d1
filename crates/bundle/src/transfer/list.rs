//! What a transfer's documents say of its articles: a line for each, in the order of their units.

use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::{Access, DigitalSourceType, State};

use crate::formats::datings::day_in_order;
use crate::placed;

/// An article on the list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ListedArticle {
    /// Code and title of the units from the fonds down; empty where it lies in none.
    pub units: Vec<(String, String)>,
    /// Its reference.
    pub reference: String,
    /// Its outgoing registration number.
    pub outgoing: Option<String>,
    /// When it was published, or captured.
    pub date: Option<String>,
    /// The title in each language: BCP 47 and title.
    pub titles: Vec<(String, String)>,
    /// How many texts it has.
    pub texts: u64,
    /// How many photos.
    pub photos: u64,
    /// How many of them artificial intelligence made or changed.
    pub photos_by_ai: u64,
    /// Draft, registered or withdrawn.
    pub state: State,
    /// Who may see it, and the last day of an embargo.
    pub access: (Access, Option<String>),
    /// The archivist's note.
    pub note: Option<String>,
    /// By whose word it goes, where access rules would keep it in.
    pub released_by: Option<String>,
}

impl ListedArticle {
    /// Of an article.
    pub fn of(record: &ArticleRecord) -> ListedArticle {
        let units = record.units.iter();
        let titles = record.versions.iter();
        ListedArticle {
            units: units
                .map(|unit| (unit.code.clone(), unit.title.clone()))
                .collect(),
            reference: record.reference.clone(),
            outgoing: record.outgoing_number.clone(),
            date: placed::date(record).map(str::to_owned),
            titles: titles
                .map(|version| (version.language.clone(), version.title.clone()))
                .filter(|(_, title)| !title.trim().is_empty())
                .collect(),
            texts: record.versions.len() as u64,
            photos: record.photos.len() as u64,
            photos_by_ai: record
                .photos
                .iter()
                .filter_map(|photo| photo.digital_source_type.as_deref())
                .filter(|term| DigitalSourceType::is_by_ai(term))
                .count() as u64,
            state: record.state,
            access: (record.access.level, record.access.until.clone()),
            note: record.note.clone(),
            released_by: None,
        }
    }

    /// Its newest title in a language, else its first, else its reference.
    pub fn title(&self, language: &str) -> &str {
        let own = self.titles.iter().rev().find(|(of, _)| of == language);
        let found = own.or_else(|| self.titles.first());
        found.map_or(&self.reference, |(_, title)| title)
    }

    /// The codes of its units, as its reference begins: `ЖО-1-3`.
    pub fn shelf(&self) -> String {
        let codes: Vec<&str> = self.units.iter().map(|(code, _)| code.as_str()).collect();
        codes.join("-")
    }
}

/// Puts lines in the order in which they lie: by unit, what lies in none at the end, then by date and reference.
pub(crate) fn order(lines: &mut [ListedArticle]) {
    lines.sort_by_cached_key(|line| {
        let units: Vec<Vec<u8>> = line
            .units
            .iter()
            .map(|(code, _)| muragat_language::sort_key(code))
            .collect();
        let undated = line.date.is_none();
        (
            line.units.is_empty(),
            units,
            undated,
            line.date.as_deref().map(day_in_order),
            muragat_language::sort_key(&line.reference),
        )
    });
}

/// Lines that lie in the same unit, of lines in their order.
pub(crate) fn groups(lines: &[ListedArticle]) -> Vec<&[ListedArticle]> {
    lines
        .chunk_by(|one, other| one.units == other.units)
        .collect()
}
