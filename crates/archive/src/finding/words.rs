//! The words of a query, and what asks an index for them. Every list asks through here, so that the same words
//! mean the same among documents, people, events, photos, units and transfers.

use muragat_language::{Indexed, Phrase, Query, Term, Typing};
use rusqlite::Connection;

use crate::error::Error;
use crate::finding::party_entry;

/// The fields of an article's entry, in the order of the columns of `search_text`; each has three columns, one for
/// every form of a word.
pub(crate) const FIELDS: [&str; 5] = ["title", "body", "parties", "captions", "refs"];

/// The columns of some fields, as FTS5 filters by them.
pub(crate) fn columns(fields: &[&str]) -> String {
    let columns: Vec<String> = fields
        .iter()
        .map(|field| format!("{field} {field}_kazakh {field}_russian"))
        .collect();
    format!("{{{}}}", columns.join(" "))
}

/// A date as a query has it: numbers that begin with its year, month and day, as many as it has.
pub(crate) fn date_written(date: &str) -> String {
    let dating = date.parse::<muragat_language::Dating>();
    dating.map_or_else(|_| String::new(), |dating| dating.keys().join(" "))
}

/// What a text asks for.
pub(crate) enum Asked {
    /// It is blank: nothing is asked, and all is shown.
    All,
    /// It has neither letter nor digit: nothing can be found by it.
    NoWord,
    /// Words.
    Words(Words),
}

/// The words of a query: at least one.
pub(crate) struct Words {
    query: Query,
}

/// How close to what was typed a word of the index must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closeness {
    /// As it was typed, folded.
    Printed,
    /// In any ending.
    AnyForm,
}

/// A word of the library that one of a query may have meant.
#[derive(Debug)]
pub(crate) struct Likeness {
    /// Which of the wanted phrases has it, by place.
    pub place: usize,
    /// That phrase with it.
    pub phrase: Phrase,
    /// The word as a text prints it.
    pub printed: String,
}

impl Asked {
    /// Reads what is asked.
    pub(crate) fn read(text: Option<&str>, typing: Typing) -> Asked {
        let text = text.unwrap_or_default();
        if text.trim().is_empty() {
            return Asked::All;
        }
        let query = muragat_language::read_query(text, typing);
        match query.is_empty() {
            true => Asked::NoWord,
            false => Asked::Words(Words { query }),
        }
    }
}

impl Words {
    /// What is wanted, for showing where a text has it.
    pub(crate) fn phrases(&self) -> &[Phrase] {
        &self.query.wanted
    }

    /// The only phrase of a query that is not in quotation marks.
    pub(crate) fn alone(&self) -> Option<&Phrase> {
        match (self.query.wanted.as_slice(), self.query.without.is_empty()) {
            ([phrase], true) if !phrase.quoted => Some(phrase),
            _ => None,
        }
    }

    /// Whether only what must not be there is said.
    pub(crate) fn only_without(&self) -> bool {
        self.query.wanted.is_empty()
    }

    /// Whether what some texts tell together has all that is wanted and nothing that must not be there.
    pub(crate) fn are_met(&self, told: &[&str]) -> bool {
        let told: Vec<Indexed> = told
            .iter()
            .map(|text| muragat_language::indexed(text))
            .collect();
        self.query.is_met(&told)
    }

    /// The FTS5 expression for a table of one field, as `party_text`. Where only what must not be there is said,
    /// it finds what has it: [`Words::only_without`].
    pub(crate) fn expression(&self) -> String {
        self.joined(&mut |phrase| Ok(ways(phrase, Closeness::AnyForm)), false)
            .unwrap_or_default()
    }

    /// The same for articles, which know the parties that they name, not their names: of each phrase, in the text or
    /// in a name of a party that stands there.
    pub(crate) fn expression_in(&self, sql: &Connection) -> Result<String, Error> {
        self.joined(&mut |phrase| in_text_or_names(sql, phrase), true)
    }

    /// What is wanted, where it stands in some fields alone.
    pub(crate) fn expression_of(&self, closeness: Closeness, fields: &[&str]) -> Option<String> {
        let fields = match closeness {
            Closeness::Printed => format!("{{{}}}", fields.join(" ")),
            Closeness::AnyForm => columns(fields),
        };
        let all: Vec<String> = self
            .query
            .wanted
            .iter()
            .map(|phrase| format!("({})", ways(phrase, closeness)))
            .collect();
        (!all.is_empty()).then(|| format!("{fields} : ({})", all.join(" AND ")))
    }

    /// What is wanted, in names of parties alone.
    pub(crate) fn expression_of_names(
        &self,
        sql: &Connection,
        closeness: Closeness,
    ) -> Result<Option<String>, Error> {
        let mut all = Vec::with_capacity(self.query.wanted.len());
        for phrase in &self.query.wanted {
            let asked = match closeness {
                Closeness::Printed => format!("{{names}} : ({})", ways(phrase, closeness)),
                Closeness::AnyForm => ways(phrase, closeness),
            };
            let named = names(sql, phrase, &asked)?;
            if named.is_empty() {
                return Ok(None);
            }
            all.push(format!("({})", named.join(" OR ")));
        }
        Ok((!all.is_empty()).then(|| format!("{{parties}} : ({})", all.join(" AND "))))
    }

    /// The words with one slip of the finger allowed: each phrase as it is, or with one of its likenesses.
    pub(crate) fn expression_with(
        &self,
        sql: &Connection,
        alike: &[&Likeness],
    ) -> Result<String, Error> {
        let mut place = 0;
        let mut ways = |phrase: &Phrase| {
            let mut ways = vec![in_text_or_names(sql, phrase)?];
            // what must not be there comes after all that is wanted, and has no likenesses
            for other in alike.iter().filter(|likeness| likeness.place == place) {
                ways.push(in_text_or_names(sql, &other.phrase)?);
            }
            place += 1;
            Ok(ways.join(" OR "))
        };
        self.joined(&mut ways, true)
    }

    /// The same among names alone.
    pub(crate) fn expression_with_names(&self, alike: &[&Likeness]) -> String {
        let mut place = 0;
        let mut ways = |phrase: &Phrase| {
            let here = alike.iter().filter(|likeness| likeness.place == place);
            let mut all = vec![ways(phrase, Closeness::AnyForm)];
            all.extend(here.map(|other| ways(&other.phrase, Closeness::AnyForm)));
            place += 1;
            Ok(all.join(" OR "))
        };
        self.joined(&mut ways, false).unwrap_or_default()
    }

    /// Each phrase in its ways; one that is part of a date also by it, where `dates` are among what is asked.
    fn joined(
        &self,
        ways: &mut dyn FnMut(&Phrase) -> Result<String, Error>,
        dates: bool,
    ) -> Result<String, Error> {
        let dated = |place: usize| -> String {
            let dates = self.query.dated.iter().filter(|_| dates);
            let here = dates.filter(|date| date.of.contains(&place));
            here.map(|date| {
                let keys: Vec<String> =
                    date.keys.iter().map(|key| format!("\"{key}\" *")).collect();
                format!(" OR {{refs}} : ({})", keys.join(" OR "))
            })
            .collect()
        };
        let mut wanted = Vec::with_capacity(self.query.wanted.len());
        for (place, phrase) in self.query.wanted.iter().enumerate() {
            wanted.push(format!("({}{})", ways(phrase)?, dated(place)));
        }
        let mut without = Vec::with_capacity(self.query.without.len());
        for phrase in &self.query.without {
            without.push(format!("({})", ways(phrase)?));
        }
        let (wanted, without) = (wanted.join(" AND "), without.join(" OR "));
        Ok(match (wanted.is_empty(), without.is_empty()) {
            (false, false) => format!("({wanted}) NOT ({without})"),
            (true, _) => without,
            (_, true) => wanted,
        })
    }
}

/// A phrase in the text of an article, or in the name of a party that it names.
fn in_text_or_names(sql: &Connection, phrase: &Phrase) -> Result<String, Error> {
    let text = ways(phrase, Closeness::AnyForm);
    let named = names(sql, phrase, &text)?;
    Ok(match named.is_empty() {
        true => text,
        false => format!("{text} OR {}", named.join(" OR ")),
    })
}

/// What stands in the entries of articles for the parties whose names have a phrase.
fn names(sql: &Connection, phrase: &Phrase, asked: &str) -> Result<Vec<String>, Error> {
    // with one or two letters most names begin, and the text that has the person has them too
    let short = |term: &Term| term.form.chars().nth(2).is_none();
    match phrase.open && phrase.terms.last().is_none_or(short) {
        true => Ok(Vec::new()),
        false => party_entry::tokens_named(sql, asked),
    }
}

/// All ways in which an index may have a phrase, one of them to be met.
fn ways(phrase: &Phrase, closeness: Closeness) -> String {
    let quoted = |form: fn(&Term) -> &String| -> String {
        let words: Vec<&str> = phrase
            .terms
            .iter()
            .map(|term| form(term).as_str())
            .collect();
        format!("\"{}\"", words.join(" "))
    };
    let mut ways = vec![quoted(|term| &term.form)];
    if phrase.open && closeness == Closeness::AnyForm {
        ways.push(format!("{} *", quoted(|term| &term.form)));
    }
    if closeness == Closeness::AnyForm {
        ways.extend([quoted(|term| &term.kazakh), quoted(|term| &term.russian)]);
    }
    let solid = phrase.solid.iter().flat_map(|term| match closeness {
        Closeness::Printed => vec![&term.form],
        Closeness::AnyForm => vec![&term.form, &term.kazakh, &term.russian],
    });
    ways.extend(solid.map(|key| format!("\"{key}\"")));
    let mut distinct: Vec<String> = Vec::with_capacity(ways.len());
    for way in ways {
        if !distinct.contains(&way) {
            distinct.push(way);
        }
    }
    distinct.join(" OR ")
}
