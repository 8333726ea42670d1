//! History as people read it: who did what when, and what changed from what to what.

use rusqlite::{Connection, params};
use serde::Serialize;
use serde_json::Value as Json;
use ts_rs::TS;

use crate::article;
use crate::clock;
use crate::error::Error;
use crate::library::Archive;

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
    /// In the order in which they happened.
    pub changes: Vec<HistoryChange>,
}

/// One change of an op.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryChange {
    /// What kind of row.
    pub noun: String,
    /// `create`, `edit` or `delete`.
    pub action: String,
    /// For an edit: which field.
    pub field: Option<String>,
    /// For an edit the value before; for a deleted row its fields.
    #[ts(type = "unknown")]
    pub before: Json,
    /// For an edit the value after.
    #[ts(type = "unknown")]
    pub after: Json,
    /// For an edit of a long text: `pieces` of `[at, removed, inserted]`, in characters of the text before.
    #[ts(type = "unknown")]
    pub patch: Json,
}

/// Rows of an article that stand, and rows that hung on it and are gone: (noun, row) pairs as a condition on `change`.
const OF_ARTICLE: &str = "(noun = 'article' AND row_id = ?1)
 OR (noun = 'version' AND row_id IN (SELECT id FROM version WHERE article_id = ?1))
 OR (noun = 'participation' AND row_id IN (SELECT id FROM participation WHERE article_id = ?1))
 OR (noun = 'photo' AND row_id IN (SELECT id FROM photo WHERE article_id = ?1))
 OR (noun IN ('mention', 'quote', 'file') AND row_id IN (
        SELECT id FROM mention WHERE noun = 'mention' AND version_id IN (SELECT id FROM version WHERE article_id = ?1)
        UNION ALL SELECT id FROM quote WHERE noun = 'quote' AND version_id IN (SELECT id FROM version WHERE article_id = ?1)
        UNION ALL SELECT id FROM file WHERE noun = 'file' AND version_id IN (SELECT id FROM version WHERE article_id = ?1)))
 OR (noun = 'printed_position' AND row_id IN (SELECT printed_position.id FROM printed_position JOIN participation ON participation.id = participation_id WHERE article_id = ?1))
 OR (noun = 'participation_role' AND row_id IN (SELECT participation_role.id FROM participation_role JOIN participation ON participation.id = participation_id WHERE article_id = ?1))
 OR (noun = 'photo_text' AND row_id IN (SELECT photo_text.id FROM photo_text JOIN photo ON photo.id = photo_id WHERE article_id = ?1))
 OR (noun, row_id) IN (SELECT noun, row_id FROM change WHERE action = 'delete' AND (json_extract(before, '$.article_id') = ?1
     OR json_extract(before, '$.version_id') IN (SELECT id FROM version WHERE article_id = ?1)))";

impl Archive {
    /// The newest ops first: of the whole library, or of one article.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn history(&self, article: Option<&str>, limit: u32) -> Result<Vec<HistoryLine>, Error> {
        let sql = self.connection();
        let (condition, id) = match article {
            Some(article) => (
                format!("op.id IN (SELECT op_id FROM change WHERE {OF_ARTICLE})"),
                article::named(sql, article)?.id,
            ),
            None => ("?1 = 0".to_owned(), 0),
        };
        let mut statement = sql.prepare_cached(&format!(
            "SELECT op.id, op.time, actor.name, device.name, op.kind, op.reverts, op.reverted_by IS NOT NULL
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
                })
            })?
            .collect::<Result<_, _>>()?;
        for line in &mut lines {
            line.changes = changes(sql, line.op)?;
        }
        Ok(lines)
    }
}

fn changes(sql: &Connection, op: i64) -> Result<Vec<HistoryChange>, Error> {
    let json = |text: Option<String>| {
        text.and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or(Json::Null)
    };
    let mut statement = sql.prepare_cached(
        "SELECT noun, action, field, before, after, patch FROM change WHERE op_id = ?1 ORDER BY id",
    )?;
    let changes = statement.query_map([op], |row| {
        Ok(HistoryChange {
            noun: row.get(0)?,
            action: row.get(1)?,
            field: row.get(2)?,
            before: json(row.get(3)?),
            after: json(row.get(4)?),
            patch: json(row.get(5)?),
        })
    })?;
    Ok(changes.collect::<Result<_, _>>()?)
}
