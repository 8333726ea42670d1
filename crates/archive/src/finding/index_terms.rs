//! The words of a text as an index takes them.

use std::collections::HashSet;

use muragat_language::Indexed;
use rusqlite::{Connection, params};

use crate::error::Error;

/// A shorter word is one slip from too many others.
const SHORTEST: usize = 4;

/// Whether a word has letters alone, and enough of them to be meant by a slip.
pub(crate) fn is_long(form: &str) -> bool {
    form.chars().nth(SHORTEST - 1).is_some() && form.chars().all(char::is_alphabetic)
}

/// The words of a field in each of their forms: as printed and folded, Kazakh stems, Russian stems. A word has the
/// same place in all three, so that words side by side are found side by side in any ending.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    forms: String,
    kazakh: String,
    russian: String,
    // what was added, with its words
    told: Vec<(String, Indexed)>,
}

impl Terms {
    /// Adds a text after those before.
    pub(crate) fn add(&mut self, text: &str) {
        let told = muragat_language::indexed(text);
        for word in told.words.iter().chain(&told.besides) {
            let term = &word.term;
            for (column, form) in [
                (&mut self.forms, &term.form),
                (&mut self.kazakh, &term.kazakh),
                (&mut self.russian, &term.russian),
            ] {
                column.push_str(form);
                column.push(' ');
            }
        }
        // the next text does not go on where this one ends
        self.add_token("\u{e000}");
        self.told.push((text.to_owned(), told));
    }

    /// Adds what stands for something, as it is.
    pub(crate) fn add_token(&mut self, token: &str) {
        for column in [&mut self.forms, &mut self.kazakh, &mut self.russian] {
            column.push_str(token);
            column.push(' ');
        }
    }

    /// As printed, Kazakh stems, Russian stems.
    pub(crate) fn columns(&self) -> [&str; 3] {
        [&self.forms, &self.kazakh, &self.russian]
    }

    /// Puts its words among those that a slip of the finger may have meant.
    pub(crate) fn teach(&self, sql: &Connection) -> Result<(), Error> {
        let mut statement = sql.prepare_cached(
            "INSERT OR IGNORE INTO search_word (form, stem, backwards, printed) VALUES (?1, ?2, ?3, ?4)",
        )?;
        let mut seen = HashSet::new();
        for (text, told) in &self.told {
            let chars: Vec<char> = text.chars().collect();
            for word in &told.words {
                if !is_long(&word.term.form) || !seen.insert(word.term.form.as_str()) {
                    continue;
                }
                let printed = chars.get(word.start..word.end).unwrap_or_default();
                // cut by a line end it is not printed as one would type it
                if printed.contains(&'\n') {
                    continue;
                }
                statement.execute(params![
                    word.term.form,
                    word.term.kazakh,
                    word.term.kazakh.chars().rev().collect::<String>(),
                    printed.iter().collect::<String>(),
                ])?;
            }
        }
        Ok(())
    }
}
