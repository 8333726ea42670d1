//! The list of parties: found by any form of their names, in order, a page at a time.

use muragat_language::Typing;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::finding::party_entry;
use crate::finding::similar::similar_words;
use crate::finding::words::Asked;
use crate::record::terms::PartyKind;
use crate::store::library::Archive;

/// So many of a party's newest articles tell the position printed last.
const RECENT: i64 = 40;

/// A line of the list of parties.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PartyLine {
    /// UUIDv7.
    pub id: String,
    /// Person or organisation.
    pub kind: PartyKind,
    /// Authorised form of the name.
    pub name: String,
    /// The same as a catalogue lists it: a person's with the surname first, and the patronymic where it is known.
    pub listed: String,
    /// Names that it bore before, of a person the surnames, between commas.
    pub former: Option<String>,
    /// How many articles it stands in: takes part, or is spoken for.
    #[ts(type = "number")]
    pub articles: u64,
    /// Publication date of the latest of them.
    pub last_date: Option<String>,
    /// Of a person: the position printed last.
    pub position: Option<String>,
}

/// The order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartyOrder {
    /// By surname, bodies by name, in the order of the Kazakh alphabet.
    #[default]
    Surname,
    /// By name as it is written, in that order.
    Name,
    /// Those in the most articles first.
    Articles,
    /// Those of the latest articles first.
    Latest,
}

/// Which parties, and which page of them.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PartyQuery {
    /// Persons or organisations; none: both.
    pub kind: Option<PartyKind>,
    /// Words of a name in any ending; the last may be unfinished.
    pub text: Option<String>,
    /// In which order.
    pub order: PartyOrder,
    /// How many to pass over.
    #[ts(type = "number")]
    pub offset: u64,
    /// How many to give, at most.
    pub limit: u32,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PartyPage {
    /// How many parties match in all.
    #[ts(type = "number")]
    pub total: u64,
    /// The words like the typed ones that find these, where no name has the typed ones.
    pub similar: Vec<String>,
    /// The page.
    pub rows: Vec<PartyLine>,
}

impl Archive {
    /// A page of the list of parties.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn parties(&self, query: &PartyQuery) -> Result<PartyPage, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let (condition, mut params, similar) = condition(sql, query)?;
        let total: i64 = sql
            .prepare_cached(&format!(
                "SELECT count(*) FROM party_entry WHERE {condition}"
            ))?
            .query_row(params_from_iter(&params), |row| row.get(0))?;
        let order = match query.order {
            PartyOrder::Surname => "sort_key, party_id",
            PartyOrder::Name => "name_key, party_id",
            PartyOrder::Articles => "articles DESC, sort_key, party_id",
            PartyOrder::Latest => "last_day DESC, sort_key, party_id",
        };
        params.push(Value::Integer(i64::from(query.limit)));
        params.push(Value::Integer(
            i64::try_from(query.offset).unwrap_or(i64::MAX),
        ));
        let ids: Vec<i64> = sql
            .prepare_cached(&format!(
                "SELECT party_id FROM party_entry WHERE {condition} ORDER BY {order} LIMIT ? OFFSET ?"
            ))?
            .query_map(params_from_iter(params), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(PartyPage {
            total: total.unsigned_abs(),
            similar,
            rows: ids
                .into_iter()
                .map(|id| line(sql, id))
                .collect::<Result<_, _>>()?,
        })
    }

    /// At which row of the list names begin that stand at or behind some letters, in the order of names that the
    /// query asks for.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn party_row(&self, query: &PartyQuery, letters: &str) -> Result<u64, Error> {
        let sql = self.connection();
        let (condition, mut params, _) = condition(sql, query)?;
        let key = match query.order {
            PartyOrder::Name => "name_key",
            _ => "sort_key",
        };
        params.push(Value::Blob(muragat_language::sort_start(letters)));
        let before: i64 = sql
            .prepare_cached(&format!(
                "SELECT count(*) FROM party_entry WHERE {condition} AND {key} < ?"
            ))?
            .query_row(params_from_iter(&params), |row| row.get(0))?;
        Ok(before.unsigned_abs())
    }
}

/// The condition on party entries that a query makes, with its parameters, and the words like the typed ones by which
/// it finds, where no name has these.
fn condition(
    sql: &Connection,
    query: &PartyQuery,
) -> Result<(String, Vec<Value>, Vec<String>), Error> {
    let mut conditions: Vec<String> = Vec::new();
    let mut params: Vec<Value> = Vec::new();
    let mut similar = Vec::new();
    if let Some(kind) = query.kind {
        conditions.push("kind = ?".to_owned());
        params.push(Value::Text(kind.as_str().to_owned()));
    }
    match Asked::read(query.text.as_deref(), Typing::Names) {
        Asked::All => {}
        Asked::NoWord => conditions.push("0".to_owned()),
        Asked::Words(words) => {
            let not = if words.only_without() { "NOT " } else { "" };
            conditions.push(format!(
                "party_id {not}IN (SELECT rowid FROM party_text WHERE party_text MATCH ?)"
            ));
            let mut expression = words.expression();
            if !words.only_without() && !party_entry::is_named(sql, &expression)? {
                for likeness in similar_words(sql, &words)? {
                    let with = words.expression_with_names(&[&likeness]);
                    if party_entry::is_named(sql, &with)? {
                        expression = format!("({expression}) OR ({with})");
                        similar.push(likeness.printed);
                    }
                }
            }
            params.push(Value::Text(expression));
        }
    }
    let condition = match conditions.is_empty() {
        true => "1".to_owned(),
        false => conditions.join(" AND "),
    };
    Ok((condition, params, similar))
}

/// The line of one party.
pub(crate) fn line(sql: &Connection, id: i64) -> Result<PartyLine, Error> {
    let mut line = sql
        .prepare_cached(
            "SELECT uuid, party.kind, name, articles, last_date, listed, former FROM party JOIN party_entry ON party_id = party.id WHERE party.id = ?1",
        )?
        .query_row([id], |row| {
            Ok(PartyLine {
                id: row.get(0)?,
                kind: row.get(1)?,
                name: row.get(2)?,
                listed: row.get(5)?,
                former: row.get(6)?,
                articles: row.get::<_, i64>(3)?.unsigned_abs(),
                last_date: row.get(4)?,
                position: None,
            })
        })?;
    if line.kind == PartyKind::Person {
        line.position = position(sql, id, line.articles)?;
    }
    Ok(line)
}

/// The position printed last for a person, among its newest articles.
fn position(sql: &Connection, id: i64, articles: u64) -> Result<Option<String>, Error> {
    // of one in many articles the newest are found from the dates down
    let newest = match articles {
        ..=1000 => {
            "SELECT participation.id, day_in_order, participation.article_id FROM participation JOIN search_entry USING (article_id) WHERE party_id = ?1
             ORDER BY day_in_order DESC, article_id DESC LIMIT ?2"
        }
        _ => {
            "SELECT participation.id, day_in_order, participation.article_id FROM search_entry CROSS JOIN participation USING (article_id) WHERE party_id = ?1
             ORDER BY search_entry.day_in_order DESC, search_entry.article_id DESC LIMIT ?2"
        }
    };
    Ok(sql
        .prepare_cached(&format!(
            "SELECT text FROM ({newest}) AS newest JOIN printed_position ON participation_id = newest.id
             ORDER BY newest.day_in_order DESC, newest.article_id DESC, ordinal LIMIT 1"
        ))?
        .query_row([id, RECENT], |row| row.get(0))
        .optional()?)
}
