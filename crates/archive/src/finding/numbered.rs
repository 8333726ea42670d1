//! The articles that a number names: their reference, one that they had before, or an outgoing number.

use rusqlite::Connection;

use crate::error::Error;
use crate::finding::words::{Words, columns};

/// So many are looked at whose entry has the number somewhere.
const LOOKED_AT: i64 = 1000;

/// The articles whose number is what was asked, or ends with it: of «ЖО-1/2026-0003» one says «2026-0003». Only where
/// none has it now, those that had it before. Empty where it is no number.
pub(crate) fn articles_numbered(
    sql: &Connection,
    text: &str,
    words: &Words,
) -> Result<Vec<i64>, Error> {
    let Some(phrase) = words.alone() else {
        return Ok(Vec::new());
    };
    let to_the_letter: Vec<i64> = sql
        .prepare_cached("SELECT id FROM article WHERE reference = ?1")?
        .query_map([text.trim()], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    // a single word or number names a document only where it is its reference to the letter
    if phrase.terms.len() < 2 || !phrase.text.contains(|c: char| c.is_ascii_digit()) {
        return Ok(to_the_letter);
    }
    let asked = spelled(text);
    let whole = phrase
        .terms
        .iter()
        .map(|term| term.form.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    let mut statement = sql.prepare_cached(
        "SELECT article.id, reference, outgoing_number FROM search_text JOIN article ON article.id = search_text.rowid
         WHERE search_text MATCH ?1 ORDER BY article.id LIMIT ?2",
    )?;
    let expression = format!("{} : \"{whole}\"", columns(&["refs"]));
    let mut rows = statement.query((expression, LOOKED_AT))?;
    let (mut by_reference, mut by_other) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let reference: String = row.get(1)?;
        let outgoing: Option<String> = row.get(2)?;
        let reference = spelled(&reference);
        let before = reference.strip_suffix(&asked);
        if before.is_some_and(|before| before.is_empty() || before.ends_with(' ')) {
            by_reference.push(id);
        } else if outgoing.is_some_and(|number| spelled(&number) == asked)
            || former_references(sql, id)?
                .iter()
                .any(|former| spelled(former) == asked)
        {
            by_other.push(id);
        }
    }
    Ok(match by_reference.is_empty() {
        true => by_other,
        false => by_reference,
    })
}

/// The references that an article had before, as history knows them, the first first.
pub(crate) fn former_references(sql: &Connection, article: i64) -> Result<Vec<String>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT before FROM change WHERE noun = 'article' AND row_id = ?1 AND field = 'reference' AND before IS NOT NULL ORDER BY id",
    )?;
    let values = statement.query_map([article], |row| row.get::<_, String>(0))?;
    let mut references = Vec::new();
    for value in values {
        if let Ok(reference) = serde_json::from_str::<String>(&value?)
            && !references.contains(&reference)
        {
            references.push(reference);
        }
    }
    Ok(references)
}

/// A number without what only parts it: ЖО-1/5-78 is жо 1 5 78.
fn spelled(number: &str) -> String {
    let words = muragat_language::indexed(number).words;
    let forms: Vec<&str> = words.iter().map(|word| word.term.form.as_str()).collect();
    forms.join(" ")
}
