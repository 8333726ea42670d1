//! Words of the library one slip of the finger from those of a query, for where these find little.

use muragat_language::Term;
use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;
use crate::finding::index_terms::is_long;
use crate::finding::words::{Likeness, Words};

/// Where so few are found, words like those that were typed are looked for too.
pub(crate) const FEW: usize = 5;

/// So many likenesses of a word are taken.
const MOST: usize = 8;

/// The words of the library that the wanted ones of a query may have meant.
pub(crate) fn similar_words(sql: &Connection, words: &Words) -> Result<Vec<Likeness>, Error> {
    let mut similar = Vec::new();
    for (place, phrase) in words.phrases().iter().enumerate() {
        for (at, term) in phrase.terms.iter().enumerate() {
            for (printed, other) in alike(sql, term)? {
                let last = at + 1 == phrase.terms.len();
                // it is met already, as what was typed may go on
                if phrase.open && last && other.form.starts_with(&term.form) {
                    continue;
                }
                let mut meant = phrase.clone();
                // a beginning of a likeness would be two steps from what was typed
                meant.open = false;
                meant.solid = None;
                if let Some(slot) = meant.terms.get_mut(at) {
                    *slot = other;
                }
                similar.push(Likeness {
                    place,
                    phrase: meant,
                    printed,
                });
            }
        }
    }
    Ok(similar)
}

/// The words one slip from a term, as printed and as looked for: one of each stem.
fn alike(sql: &Connection, term: &Term) -> Result<Vec<(String, Term)>, Error> {
    if !is_long(&term.form) {
        return Ok(Vec::new());
    }
    let stem: Vec<char> = term.kazakh.chars().collect();
    let (first, second) = stem.split_at(stem.len() / 2);
    let backwards: String = second.iter().rev().collect();
    let begin: String = first.iter().collect();
    let mut found: Vec<(String, Term)> = Vec::new();
    // a slip leaves one half of a word whole, unless it changes the letters about where the halves meet
    let mut changed = stem.clone();
    if let (Some(at), true) = (first.len().checked_sub(1), !second.is_empty()) {
        changed.swap(at, at + 1);
    }
    let changed: String = changed.into_iter().collect();
    let queries = [
        ("stem >= ?1 AND stem < ?2", begin),
        ("backwards >= ?1 AND backwards < ?2", backwards),
        ("stem >= ?1 AND stem <= ?1 AND ?2 <> ''", changed),
    ];
    for (condition, start) in queries {
        if start.is_empty() {
            continue;
        }
        let mut statement = sql.prepare_cached(&format!(
            "SELECT form, stem, printed FROM search_word WHERE {condition} ORDER BY length(form)"
        ))?;
        let mut rows = statement.query([&start, &format!("{start}\u{10ffff}")])?;
        while let Some(row) = rows.next()? {
            let (form, stem): (String, String) = (row.get(0)?, row.get(1)?);
            let slip = muragat_language::is_one_slip(&term.kazakh, &stem)
                || muragat_language::is_one_slip(&term.form, &form);
            let other = Term {
                form,
                kazakh: stem.clone(),
                russian: stem,
            };
            if slip
                && !term.meets(&other)
                && found.iter().all(|(_, known)| known.kazakh != other.kazakh)
                && stands(sql, &other)?
            {
                found.push((row.get(2)?, other));
            }
            if found.len() >= MOST {
                return Ok(found);
            }
        }
    }
    Ok(found)
}

/// Whether anything of the library still has the word: what was learned is not forgotten.
fn stands(sql: &Connection, term: &Term) -> Result<bool, Error> {
    let asked = format!("\"{}\"", term.kazakh);
    for table in ["search_text", "party_text"] {
        let found: Option<i64> = sql
            .prepare_cached(&format!(
                "SELECT rowid FROM {table} WHERE {table} MATCH ?1 LIMIT 1"
            ))?
            .query_row([&asked], |row| row.get(0))
            .optional()?;
        if found.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}
