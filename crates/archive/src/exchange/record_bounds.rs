//! How much a record from elsewhere may hold. What a person wrote stays far below; what is above would take the memory
//! of the machine, or its patience.

use crate::edit::intake::TEXT_LIMIT;
use crate::error::Error;
use crate::record::ArticleRecord;

/// Most texts of one article.
const VERSIONS: usize = 500;
/// Most rows of one kind in an article or in one of its texts.
const ROWS: usize = 100_000;

/// Refuses a record that holds more than may come in.
///
/// # Errors
/// [`Error::RecordExceeds`], naming the field.
pub fn check_bounds(record: &ArticleRecord) -> Result<(), Error> {
    let own = [
        ("versions", record.versions.len(), VERSIONS),
        ("cast", record.cast.len(), ROWS),
        ("photos", record.photos.len(), ROWS),
        ("parties", record.parties.len(), ROWS),
        ("places", record.places.len(), ROWS),
        ("events", record.events.len(), ROWS),
        ("subjects", record.subjects.len(), ROWS),
        ("decisions", record.decisions.len(), ROWS),
        ("units", record.units.len(), ROWS),
    ];
    let of_versions = record.versions.iter().flat_map(|version| {
        let most = usize::try_from(TEXT_LIMIT).unwrap_or(usize::MAX);
        [
            ("body", version.body.len(), most),
            ("title", version.title.len(), most),
            ("mentions", version.mentions.len(), ROWS),
            ("quotes", version.quotes.len(), ROWS),
            ("files", version.files.len(), ROWS),
        ]
    });
    let over = own
        .into_iter()
        .chain(of_versions)
        .find(|(_, count, most)| count > most);
    match over {
        None => Ok(()),
        Some((field, count, limit)) => Err(Error::RecordExceeds {
            reference: record.reference.chars().take(80).collect(),
            field: field.to_owned(),
            count: count as u64,
            limit: limit as u64,
        }),
    }
}
