//! History as people read it: who did what when, whose row changed, and from what to what.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

use crate::error::Error;
use crate::history::label::Labels;
use crate::history::restore;
use crate::nouns::article;
use crate::nouns::party::Party;
use crate::nouns::transfer::Transfer;
use crate::store::library::Archive;
use crate::store::rows::Row;
use crate::store::text_patch::{Patch, TextPiece};
use crate::store::{clock, rows};
use crate::tables;

/// As many changes of one op as are listed: an op may touch every article.
const CHANGES: usize = 200;

/// Whose history.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HistoryOf {
    /// An article's, by UUID or reference.
    Article(String),
    /// A person's or an organisation's record, by UUID.
    Party(String),
    /// A transfer's, by UUID.
    Transfer(String),
    /// The whole library's.
    Library(bool),
}

/// One op.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryLine {
    /// Its number in this library.
    #[ts(type = "number")]
    pub op: i64,
    /// When it began, RFC 3339 in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// On which machine.
    pub device: String,
    /// What kind of op: `add_article`, `tag`, `undo` …
    pub kind: String,
    /// For an undo or redo: the op it took back.
    #[ts(type = "number | null")]
    pub reverts: Option<i64>,
    /// Whether it was taken back and not done again.
    pub undone: bool,
    /// In the order in which they happened; of a great op the first.
    pub changes: Vec<HistoryChange>,
    /// How many changes more the op made than are listed.
    #[ts(type = "number")]
    pub more: u64,
}

/// One change of an op.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryChange {
    /// Its number in this library.
    #[ts(type = "number")]
    pub id: i64,
    /// What kind of row.
    pub noun: String,
    /// Whose row: a name, a reference, a file name; null where nothing tells.
    pub subject: Option<String>,
    /// `create`, `edit` or `delete`.
    pub action: String,
    /// For an edit: which field.
    pub field: Option<String>,
    /// For an edit the value before; for a deleted row its fields. What names another row gives that row's name.
    #[ts(type = "unknown")]
    pub before: Json,
    /// For an edit the value after.
    #[ts(type = "unknown")]
    pub after: Json,
    /// For an edit of a long text: what changed in it, in the order of the text.
    pub pieces: Vec<TextPiece>,
    /// Whether the field can be put back to what it held before.
    pub restorable: bool,
}

/// Conditions on `change` that pick what happened to a record `?1` of a noun: to its rows that stand, noun by
/// noun, and to rows that were part of it and are gone.
fn changes_of(noun: &str) -> Vec<String> {
    let mut conditions = Vec::new();
    for table in tables::nouns_of(noun) {
        let name = table.name;
        conditions.push(format!(
            "noun = '{name}' AND row_id IN ({})",
            tables::parts_query(table, noun)
        ));
        let gone: Vec<String> = tables::within(table, noun)
            .map(|(field, parents)| {
                format!("json_extract(before, '$.{}') IN ({parents})", field.name)
            })
            .collect();
        if !gone.is_empty() {
            conditions.push(format!(
                "noun = '{name}' AND row_id IN (SELECT row_id FROM change WHERE noun = '{name}' AND action = 'delete' AND ({}))",
                gone.join(" OR ")
            ));
        }
    }
    conditions
}

impl Archive {
    /// The newest ops first: of the whole library, or of one article.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn history(&self, article: Option<&str>, limit: u32) -> Result<Vec<HistoryLine>, Error> {
        let of = match article {
            Some(article) => HistoryOf::Article(article.to_owned()),
            None => HistoryOf::Library(true),
        };
        self.history_of(&of, limit)
    }

    /// The newest ops first: of an article, of a party's record, or of the whole library.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn history_of(&self, of: &HistoryOf, limit: u32) -> Result<Vec<HistoryLine>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let (rows, id): (Vec<String>, i64) = match of {
            HistoryOf::Article(article) => {
                (changes_of("article"), article::resolve(sql, article)?.id)
            }
            HistoryOf::Party(party) => (
                changes_of("party"),
                rows::by_uuid::<Party>(sql, party)?.id(),
            ),
            HistoryOf::Transfer(transfer) => (
                changes_of("transfer"),
                rows::by_uuid::<Transfer>(sql, transfer)?.id,
            ),
            HistoryOf::Library(_) => (Vec::new(), 0),
        };
        let ops = |select: &str| {
            rows.iter()
                .map(|rows| format!("SELECT {select} FROM change WHERE {rows}"))
                .collect::<Vec<_>>()
                .join(" UNION ")
        };
        let condition = match rows.is_empty() {
            true => "?1 = 0".to_owned(),
            false => format!("op.id IN ({})", ops("op_id")),
        };
        let mut statement = sql.prepare_cached(&format!(
            "SELECT op.id, op.time, actor.name, device.name, op.kind, op.reverts, op.reverted_by IS NOT NULL,
                    (SELECT count(*) FROM change WHERE op_id = op.id)
             FROM op JOIN actor ON actor.id = actor_id JOIN device ON device.id = device_id
             WHERE {condition} ORDER BY op.id DESC LIMIT ?2"
        ))?;
        let mut lines: Vec<HistoryLine> = statement
            .query_map(params![id, limit], |row| {
                Ok(HistoryLine {
                    op: row.get(0)?,
                    at: clock::rfc3339(row.get(1)?),
                    actor: row.get(2)?,
                    device: row.get(3)?,
                    kind: row.get(4)?,
                    reverts: row.get(5)?,
                    undone: row.get(6)?,
                    changes: Vec::new(),
                    more: row.get::<_, i64>(7)?.unsigned_abs(),
                })
            })?
            .collect::<Result<_, _>>()?;
        let is_great = |line: &HistoryLine| line.more > CHANGES as u64;
        let of_article = matches!(of, HistoryOf::Article(_));
        let own: BTreeSet<i64> = match of_article || !rows.is_empty() && lines.iter().any(is_great)
        {
            true => sql
                .prepare_cached(&ops("id"))?
                .query_map([id], |row| row.get(0))?
                .collect::<Result<_, _>>()?,
            false => BTreeSet::new(),
        };
        let mut labels = Labels::new(sql);
        for line in &mut lines {
            // an op on many articles shows here what it did to this one; of a great op only what touched the record
            let is_great = is_great(line);
            let is_elsewhere = |noun: &str| {
                is_great
                    || of_article && tables::nouns_of("article").any(|table| table.name == noun)
            };
            let listed = |change: i64, noun: &str| {
                rows.is_empty() || own.contains(&change) || !is_elsewhere(noun)
            };
            line.changes = read_changes(sql, &mut labels, line.op, &listed)?;
            line.more -= line.changes.len() as u64;
        }
        Ok(lines)
    }
}

fn read_changes(
    sql: &Connection,
    labels: &mut Labels<'_>,
    op: i64,
    listed: &dyn Fn(i64, &str) -> bool,
) -> Result<Vec<HistoryChange>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT id, noun, action, field, before, after, patch, row_id FROM change WHERE op_id = ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([op])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()?
        && changes.len() < CHANGES
    {
        let id: i64 = row.get(0)?;
        let noun: String = row.get(1)?;
        if !listed(id, &noun) {
            continue;
        }
        let json = |at| -> Result<Json, Error> {
            match row.get::<_, Option<String>>(at)? {
                Some(text) => serde_json::from_str(&text).map_err(|e| Error::CatalogueFailed {
                    detail: format!("change {id}: {e}"),
                }),
                None => Ok(Json::Null),
            }
        };
        let field: Option<String> = row.get(3)?;
        let row_id: i64 = row.get(7)?;
        let (before, after, patch) = (json(4)?, json(5)?, json(6)?);
        let pieces = match patch {
            Json::Null => Vec::new(),
            patch => serde_json::from_value::<Patch>(patch)
                .map_err(|e| Error::CatalogueFailed {
                    detail: format!("change {id}: {e}"),
                })?
                .pieces(),
        };
        let restorable = match &field {
            Some(field) => restore::can_restore(
                sql,
                &noun,
                row_id,
                field,
                pieces.is_empty().then_some(&before),
            )?,
            None => false,
        };
        changes.push(HistoryChange {
            id,
            subject: labels.subject(&noun, row_id)?,
            before: name_references(labels, &noun, field.as_deref(), before)?,
            after: name_references(labels, &noun, field.as_deref(), after)?,
            noun,
            action: row.get(2)?,
            field,
            pieces,
            restorable,
        });
    }
    Ok(changes)
}

/// A field's value with the name of the row that it refers to; of a deleted row's fields, each.
fn name_references(
    labels: &mut Labels<'_>,
    noun: &str,
    field: Option<&str>,
    value: Json,
) -> Result<Json, Error> {
    match (field, value) {
        (Some(field), Json::Number(number)) => {
            match (tables::refers_to(noun, field), number.as_i64()) {
                (Some(parent), Some(id)) => {
                    Ok(labels.name(parent, id)?.map_or(Json::Null, Json::String))
                }
                _ => Ok(Json::Number(number)),
            }
        }
        (None, Json::Object(fields)) => {
            let mut out = serde_json::Map::new();
            for (field, value) in fields {
                let value = name_references(labels, noun, Some(&field), value)?;
                out.insert(field, value);
            }
            Ok(Json::Object(out))
        }
        (_, value) => Ok(value),
    }
}
