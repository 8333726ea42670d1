//! What a person asks for: the words of a query read in one place, and the condition on articles that a query makes.

use rusqlite::Connection;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::finding::party_entry;
use crate::nouns::unit;
use crate::record::terms::State;

/// The words of a query, as a person types them.
pub(crate) struct Words {
    words: Vec<Word>,
}

/// One word of a query.
struct Word {
    /// As it was typed.
    text: String,
    /// The forms of which one must be met: as typed, folded, its stems.
    keys: Vec<String>,
    /// Whether it may be the beginning of a word.
    unfinished: bool,
}

/// Which words of a query may be unfinished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfinished {
    /// None: the query is typed to its end.
    Never,
    /// The last, where one is still typing it.
    Last,
    /// Each, as far as it was typed.
    Each,
}

impl Words {
    /// Reads a query; what is no word says nothing.
    pub(crate) fn parse(text: &str, unfinished: Unfinished) -> Words {
        let open = text.chars().last().is_some_and(char::is_alphanumeric);
        let mut words: Vec<Word> = muragat_language::words(text)
            .map(|word| Word {
                text: word.text.to_owned(),
                keys: muragat_language::search_keys(word.text),
                unfinished: unfinished == Unfinished::Each,
            })
            .filter(|word| !word.keys.is_empty())
            .collect();
        if let Some(last) = words.last_mut()
            && unfinished == Unfinished::Last
        {
            last.unfinished = open;
        }
        Words { words }
    }

    /// Whether it asks for nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The FTS5 expression: every word in any of its forms. None where there is no word.
    pub(crate) fn expression(&self) -> Option<String> {
        let groups: Vec<String> = self
            .words
            .iter()
            .map(|word| format!("({})", word.expression()))
            .collect();
        Some(groups.join(" AND ")).filter(|all| !all.is_empty())
    }

    /// The same for articles, which know the parties that they name, not their names: of each word, in the text or
    /// in a name of a party that stands there.
    pub(crate) fn expression_in(&self, sql: &Connection) -> Result<Option<String>, Error> {
        let mut groups = Vec::with_capacity(self.words.len());
        for word in &self.words {
            let mut ways = vec![word.expression()];
            // with one or two letters most names begin, and the text that has the person has them too
            if !word.unfinished || word.text.chars().nth(2).is_some() {
                ways.extend(party_entry::tokens_named(sql, &word.expression())?);
            }
            groups.push(format!("({})", ways.join(" OR ")));
        }
        Ok(Some(groups.join(" AND ")).filter(|all| !all.is_empty()))
    }

    /// The forms of all words together.
    pub(crate) fn keys(&self) -> Vec<String> {
        self.words
            .iter()
            .flat_map(|word| word.keys.clone())
            .collect()
    }

    /// The last word as it was typed, where it may be unfinished.
    pub(crate) fn open_word(&self) -> Option<&str> {
        let last = self.words.last().filter(|word| word.unfinished)?;
        Some(&last.text)
    }

    /// Of each word, with what a word of a party's name may begin: its forms, and its key as names are compared.
    pub(crate) fn name_starts(&self) -> Vec<Vec<String>> {
        self.words
            .iter()
            .map(|word| {
                let mut starts = word.keys.clone();
                let key = muragat_language::party_key(&word.text);
                starts.extend(key.split(' ').map(str::to_owned));
                starts.retain(|start| !start.is_empty());
                starts.sort();
                starts.dedup();
                starts
            })
            .collect()
    }

    /// Whether a text, given as the forms of each of its words, has every word of the query.
    pub(crate) fn are_met<'k>(&self, told: impl IntoIterator<Item = &'k [String]>) -> bool {
        let mut met = vec![false; self.words.len()];
        for keys in told {
            for (met, word) in met.iter_mut().zip(&self.words) {
                *met = *met || word.is_met(keys);
            }
        }
        met.iter().all(|met| *met)
    }
}

impl Word {
    /// Any of its forms, for FTS5.
    fn expression(&self) -> String {
        let mut terms: Vec<String> = self.keys.iter().map(|key| format!("\"{key}\"")).collect();
        if self.unfinished {
            terms.extend(self.keys.first().map(|whole| format!("\"{whole}\" *")));
        }
        terms.join(" OR ")
    }

    fn is_met(&self, keys: &[String]) -> bool {
        let begins = |start: &String| keys.iter().any(|key| key.starts_with(start.as_str()));
        self.keys.iter().any(|key| keys.contains(key))
            || self.unfinished && self.keys.first().is_some_and(begins)
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListOrder {
    /// Newest publication date first; undated last.
    #[default]
    DateNewest,
    /// By title, in the order of the Kazakh alphabet.
    Title,
    /// By reference.
    Reference,
}

/// Which articles, and which page of them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ListQuery {
    /// Words that the article has, in any ending; the last may be unfinished.
    pub text: Option<String>,
    /// In this unit (a UUID) or below.
    pub unit: Option<String>,
    /// Only articles that lie in no unit.
    pub in_tray: bool,
    /// Published in this year, or perhaps in it.
    pub year: Option<i32>,
    /// All of these parties (UUIDs) take part, or are spoken for.
    pub parties: Vec<String>,
    /// Under this subject heading, a UUID.
    pub subject: Option<String>,
    /// About this place, a UUID.
    pub place: Option<String>,
    /// Reporting this event, a UUID.
    pub event: Option<String>,
    /// Has a version in this language, BCP 47.
    pub language: Option<String>,
    /// Draft, registered or withdrawn.
    pub state: Option<State>,
    /// Only articles with a text that is not registered: drafts, and those that are being corrected.
    pub unregistered: bool,
    /// How many to pass over.
    #[ts(type = "number")]
    pub offset: u64,
    /// How many to give, at most.
    pub limit: u32,
    /// In which order.
    pub order: ListOrder,
}

/// A condition on articles, as SQL over `article` and `entry`, with its parameters.
pub(crate) struct Filter {
    pub condition: String,
    pub params: Vec<Value>,
}

impl Filter {
    /// The tables that the condition speaks of.
    pub(crate) fn from(&self) -> &'static str {
        match self.condition.contains("article.") {
            true => "search_entry AS entry CROSS JOIN article ON article.id = entry.article_id",
            false => "search_entry AS entry",
        }
    }
}

/// An article that is a draft, or has a text that is one.
pub(crate) const UNREGISTERED: &str = "(article.state = 'draft' OR article.id IN (SELECT article_id FROM version WHERE fixed_at IS NULL))";

/// The condition of a query.
pub(crate) fn filter(sql: &Connection, query: &ListQuery) -> Result<Filter, Error> {
    let mut conditions: Vec<String> = Vec::new();
    let mut params: Vec<Value> = Vec::new();
    let words = Words::parse(query.text.as_deref().unwrap_or_default(), Unfinished::Last);
    if let Some(expression) = words.expression_in(sql)? {
        conditions.push(
            "entry.article_id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)"
                .to_owned(),
        );
        params.push(Value::Text(expression));
    }
    if let Some(name) = query.unit.as_deref() {
        conditions.push(
            "article.unit_id IN (WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id) SELECT id FROM below)"
                .to_owned(),
        );
        params.push(Value::Integer(unit::resolve(sql, name)?.id));
    }
    if query.in_tray {
        conditions.push("article.unit_id IS NULL".to_owned());
    }
    if let Some(year) = query.year {
        // «1998–2003» is of six years
        conditions.push(
            "(entry.year = ? OR entry.last_year >= ? AND entry.last_year <> entry.year AND entry.year < ?)".to_owned(),
        );
        params.extend([year; 3].map(|year| Value::Integer(i64::from(year))));
    }
    for party in &query.parties {
        conditions.push(
            "entry.article_id IN (SELECT article_id FROM participation WHERE party_id = (SELECT id FROM party WHERE uuid = ?)
               UNION SELECT article_id FROM participation WHERE on_behalf_of_id = (SELECT id FROM party WHERE uuid = ?))"
                .to_owned(),
        );
        params.extend([Value::Text(party.clone()), Value::Text(party.clone())]);
    }
    for (noun, id) in [
        ("subject", &query.subject),
        ("place", &query.place),
        ("event", &query.event),
    ] {
        if let Some(id) = id {
            conditions.push(format!(
                "entry.article_id IN (SELECT article_id FROM article_{noun} WHERE {noun}_id = (SELECT id FROM {noun} WHERE uuid = ?))"
            ));
            params.push(Value::Text(id.clone()));
        }
    }
    if let Some(language) = &query.language {
        conditions.push("instr(' ' || entry.languages || ' ', ' ' || ? || ' ') > 0".to_owned());
        params.push(Value::Text(language.clone()));
    }
    if let Some(state) = query.state {
        conditions.push("article.state = ?".to_owned());
        params.push(Value::Text(state.as_str().to_owned()));
    }
    if query.unregistered {
        conditions.push(UNREGISTERED.to_owned());
    }
    let condition = match conditions.is_empty() {
        true => "1".to_owned(),
        false => conditions.join(" AND "),
    };
    Ok(Filter { condition, params })
}
