//! What a person asks of the articles, and the condition that it makes.

use muragat_language::Typing;
use rusqlite::Connection;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::finding::numbered::articles_numbered;
use crate::finding::words::Asked;
use crate::nouns::unit;
use crate::record::terms::State;

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
    /// Those that fit the words best first: in the title, in names, in the text, as typed before other endings.
    /// Without words, newest first.
    Relevance,
}

/// Which articles, and which page of them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ListQuery {
    /// Words that the article has, in any ending; the last may be unfinished. What stands together or in quotation
    /// marks is met side by side, `-word` must not be there, `word*` begins one; a whole number of a document
    /// (reference, former one, outgoing) means that document alone. Blank: all; without any word: nothing.
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
    /// Only articles in one of whose texts a suggestion is open that nobody has decided on: of those texts that were
    /// read here.
    pub suggested: bool,
    /// How many to pass over.
    #[ts(type = "number")]
    pub offset: u64,
    /// How many to give, at most.
    pub limit: u32,
    /// In which order.
    pub order: ListOrder,
    /// Whether, where the words find little, those one slip of the finger from them are found too, below the rest.
    pub similar: bool,
}

impl ListQuery {
    /// Whether it says of which articles something is to be done: text that has no word says nothing, and must not
    /// be taken for everything.
    ///
    /// # Errors
    /// [`Error::NoWord`].
    pub fn must_say_which(&self) -> Result<(), Error> {
        match (&self.text, Asked::read(self.text.as_deref(), Typing::Done)) {
            (Some(text), Asked::All | Asked::NoWord) => Err(Error::NoWord { text: text.clone() }),
            _ => Ok(()),
        }
    }
}

/// A condition on articles, as SQL over `article` and `entry`, with its parameters.
pub(crate) struct Filter {
    pub condition: String,
    pub params: Vec<Value>,
}

impl Filter {
    /// Whether the condition speaks of the articles' own rows.
    pub(crate) fn speaks_of_articles(&self) -> bool {
        self.condition.contains("article.")
    }

    /// The tables that the condition speaks of.
    pub(crate) fn from(&self) -> &'static str {
        match self.speaks_of_articles() {
            true => "search_entry AS entry CROSS JOIN article ON article.id = entry.article_id",
            false => "search_entry AS entry",
        }
    }
}

/// An article that is a draft, or has a text that is one.
pub(crate) const UNREGISTERED: &str = "(article.state = 'draft' OR article.id IN (SELECT article_id FROM version WHERE fixed_at IS NULL))";

/// The articles in one of whose texts a suggestion is open.
pub(crate) const SUGGESTED: &str = "SELECT article_id FROM open_suggestions WHERE open > 0";

/// The condition that an article is one of some.
pub(crate) fn is_one_of(ids: &[i64]) -> String {
    let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
    format!("entry.article_id IN ({})", ids.join(", "))
}

/// The condition of a query; likenesses of its words are no part of it.
pub(crate) fn filter(sql: &Connection, query: &ListQuery) -> Result<Filter, Error> {
    let mut conditions: Vec<String> = Vec::new();
    let mut params: Vec<Value> = Vec::new();
    let text = query.text.as_deref();
    match Asked::read(text, Typing::Going) {
        Asked::All => {}
        Asked::NoWord => conditions.push("0".to_owned()),
        Asked::Words(words) => {
            let numbered = articles_numbered(sql, text.unwrap_or_default(), &words)?;
            if numbered.is_empty() {
                let not = if words.only_without() { "NOT " } else { "" };
                conditions.push(format!("entry.article_id {not}IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)"));
                params.push(Value::Text(words.expression_in(sql)?));
            } else {
                conditions.push(is_one_of(&numbered));
            }
        }
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
    if query.suggested {
        conditions.push(format!("entry.article_id IN ({SUGGESTED})"));
    }
    let condition = match conditions.is_empty() {
        true => "1".to_owned(),
        false => conditions.join(" AND "),
    };
    Ok(Filter { condition, params })
}
