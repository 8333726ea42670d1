//! Vocabulary: values that a field had before, for completion.

use crate::error::Error;
use crate::store::library::Archive;

/// How many values are offered.
const VALUES: usize = 20;

/// Fields with a vocabulary, and the query of all their values with how often each stands.
const FIELDS: &[(&str, &str)] = &[
    (
        "subject",
        "SELECT name, (SELECT count(*) FROM article_subject WHERE subject_id = subject.id) AS n FROM subject ORDER BY n DESC, sort_key",
    ),
    (
        "place",
        "SELECT name, (SELECT count(*) FROM article_place WHERE place_id = place.id) AS n FROM place ORDER BY n DESC, sort_key",
    ),
    (
        "event",
        "SELECT name, (SELECT count(*) FROM article_event WHERE event_id = event.id) AS n FROM event ORDER BY n DESC, sort_key",
    ),
    (
        "kind",
        "SELECT kind, count(*) AS n FROM article WHERE kind IS NOT NULL GROUP BY kind ORDER BY n DESC, kind",
    ),
    (
        "rights",
        "SELECT rights, count(*) AS n FROM (SELECT rights FROM article UNION ALL SELECT rights FROM photo) WHERE rights IS NOT NULL GROUP BY rights ORDER BY n DESC, rights",
    ),
    (
        "credit",
        "SELECT credit, count(*) AS n FROM photo WHERE credit IS NOT NULL GROUP BY credit ORDER BY n DESC, credit",
    ),
    (
        "photographer",
        "SELECT photographer, count(*) AS n FROM photo WHERE photographer IS NOT NULL GROUP BY photographer ORDER BY n DESC, photographer",
    ),
    (
        "photo_place",
        "SELECT place, count(*) AS n FROM (SELECT place FROM photo UNION ALL SELECT name FROM article_place JOIN place ON place.id = place_id)
         WHERE place IS NOT NULL GROUP BY place ORDER BY n DESC, place",
    ),
    (
        "access_decided_by",
        "SELECT access_decided_by, count(*) AS n FROM article WHERE access_decided_by IS NOT NULL GROUP BY access_decided_by ORDER BY n DESC, access_decided_by",
    ),
];

impl Archive {
    /// Values that a field had before, of those one word of which begins with what is typed: those that begin with
    /// it themselves first, the most used first among both; letter case and Kazakh letters do not matter.
    ///
    /// # Errors
    /// [`Error::ValueInvalid`] for a field without a vocabulary.
    pub fn vocabulary(&self, field: &str, start: &str) -> Result<Vec<String>, Error> {
        let (_, query) = FIELDS
            .iter()
            .find(|(name, _)| *name == field)
            .ok_or_else(|| Error::ValueInvalid {
                noun: "vocabulary",
                field: "field".into(),
                value: field.to_owned(),
            })?;
        let start = muragat_language::fold(start.trim());
        let mut statement = self.connection().prepare_cached(query)?;
        let mut rows = statement.query([])?;
        let mut values = Vec::new();
        let mut within = Vec::new();
        while let Some(row) = rows.next()?
            && values.len() < VALUES
        {
            let value: String = row.get(0)?;
            let folded = muragat_language::fold(&value);
            let matching = if folded.starts_with(&start) {
                &mut values
            } else if begins(&folded, &start) {
                &mut within
            } else {
                continue;
            };
            if !matching.contains(&value) {
                matching.push(value);
            }
        }
        values.append(&mut within);
        values.truncate(VALUES);
        Ok(values)
    }
}

/// Whether a folded text has a folded start at its beginning or at that of a word.
fn begins(text: &str, start: &str) -> bool {
    text.match_indices(start).any(|(at, _)| {
        text.get(..at)
            .and_then(|before| before.chars().next_back())
            .is_none_or(|before| !before.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::begins;

    #[test]
    fn a_start_is_the_start_of_a_word() {
        for (text, start, yes) in [
            ("қала әкімдігі", "", true),
            ("қала әкімдігі", "қал", true),
            ("қала әкімдігі", "әкім", true),
            ("қала әкімдігі", "ала", false),
            ("«ерлік»", "ерл", true),
        ] {
            assert_eq!(begins(text, start), yes, "{text} {start}");
        }
    }
}
