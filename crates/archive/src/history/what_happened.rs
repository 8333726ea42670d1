//! History as people read it: who did what when, whose row changed, and from what to what.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

use crate::error::Error;
use crate::history::label::Labels;
use crate::history::restore;
use crate::history::where_to_look::{Homes, ShownByName};
use crate::nouns::article;
use crate::nouns::party::Party;
use crate::nouns::transfer::Transfer;
use crate::record::terms::OpKind;
use crate::store::library::Archive;
use crate::store::rows::Row;
use crate::store::text_patch::{Patch, TextPiece};
use crate::store::{clock, rows};
use crate::tables;
use crate::values::value_invalid;

/// As many changes of one op as are listed: an op may touch every article.
const CHANGES: usize = 200;

/// A change of which nothing is told: a place in the text, words that changed along with the text, and that a mark that
/// was taken away is not suggested again.
const MOVED: &str = "(change.action = 'edit' AND change.noun IN ('mention', 'quote') AND (change.field IN ('start_at', 'end_at')
    OR change.field = 'text' AND EXISTS (SELECT 1 FROM change AS typed WHERE typed.op_id = change.op_id AND typed.noun = 'version' AND typed.field = 'body'))
    OR change.noun = 'decision' AND EXISTS (SELECT 1 FROM change AS mark WHERE mark.op_id = change.op_id AND mark.noun IN ('mention', 'quote')))";

/// So many changes of an op tell what record it was about.
const LOOKED_AT: u32 = 20;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// So far may the clocks of two machines differ that nobody need hear of it.
const CLOCK_TRUST_MS: i64 = 5 * 60 * 1000;

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

/// Which of the ops; what is absent leaves none out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct HistoryFilter {
    /// By this person.
    pub actor: Option<String>,
    /// Of this kind.
    pub kind: Option<String>,
    /// On this day or later, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// On this day or earlier, `YYYY-MM-DD`.
    pub until: Option<String>,
    /// Before this op: the next page.
    #[ts(type = "number", optional)]
    pub before: Option<i64>,
}

/// Who has written in a library, and what kinds of ops were done in it: what history can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryChoices {
    /// People, by name.
    pub actors: Vec<String>,
    /// Kinds of ops.
    pub kinds: Vec<String>,
}

/// One op.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryLine {
    /// Its number in this library.
    #[ts(type = "number")]
    pub op: i64,
    /// When it began by the clock of the machine, RFC 3339 in UTC. The order is that of the numbers: a clock may be wrong.
    pub at: String,
    /// Whether what was done just before it has a later time: the clock of one of the two was wrong.
    pub clock_went_back: bool,
    /// Who.
    pub actor: String,
    /// On which machine.
    pub device: String,
    /// What kind of op: `add_article`, `tag`, `undo` …
    pub kind: String,
    /// For an undo or redo: the op it took back.
    #[ts(type = "number | null")]
    pub reverts: Option<i64>,
    /// For an undo or redo: the kind of the op that was taken back or done again in the end.
    pub reverted_kind: Option<String>,
    /// Whether it was taken back and not done again.
    pub undone: bool,
    /// In the order in which they happened; of a great op the first.
    pub changes: Vec<HistoryChange>,
    /// How many changes more the op made than are listed.
    #[ts(type = "number")]
    pub more: u64,
    /// The record that it was about, where that stands; none where many or none are meant.
    pub shows: Option<ShownByName>,
    /// How many articles it added, took back or brought back, where it was about several.
    #[ts(type = "number | null")]
    pub articles: Option<u64>,
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
    /// What the row says itself, where it stands under another's name: a role's code, a position, a post's title.
    pub own_words: Option<String>,
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
        self.history_page(of, &HistoryFilter::default(), limit)
    }

    /// What history can be asked for.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn history_choices(&self) -> Result<HistoryChoices, Error> {
        let sql = self.connection();
        let list = |query: &str| -> Result<Vec<String>, Error> {
            let mut statement = sql.prepare_cached(query)?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        Ok(HistoryChoices {
            actors: list(
                "SELECT name FROM actor WHERE id IN (SELECT actor_id FROM op) ORDER BY name",
            )?,
            kinds: list("SELECT DISTINCT kind FROM op ORDER BY kind")?,
        })
    }

    /// The newest ops first, of those that a filter leaves.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::ValueInvalid`] for a day that is none.
    pub fn history_page(
        &self,
        of: &HistoryOf,
        filter: &HistoryFilter,
        limit: u32,
    ) -> Result<Vec<HistoryLine>, Error> {
        let begins = |field: &str, day: &Option<String>, days: i64| match day {
            None => Ok(None),
            Some(day) => clock::day_begins(day)
                .map(|begins| Some(begins + days * DAY_MS))
                .ok_or_else(|| value_invalid("op", field, day)),
        };
        let from = begins("from", &filter.from, 0)?;
        let until = begins("until", &filter.until, 1)?;
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
            "SELECT op.id, {wall}, actor.name, device.name, op.kind, op.reverts, op.reverted_by IS NOT NULL,
                    (SELECT count(*) FROM change WHERE op_id = op.id AND NOT {moved}),
                    ifnull((SELECT ifnull(earlier.wall, earlier.time >> 16) FROM op AS earlier WHERE earlier.id < op.id
                            ORDER BY earlier.id DESC LIMIT 1) > {wall} + {CLOCK_TRUST_MS}, 0),
                    (WITH RECURSIVE reverted (kind, reverts) AS (
                         SELECT first.kind, first.reverts FROM op AS first WHERE first.id = op.reverts
                         UNION ALL SELECT next.kind, next.reverts FROM reverted JOIN op AS next ON next.id = reverted.reverts)
                     SELECT kind FROM reverted WHERE reverts IS NULL)
             FROM op JOIN actor ON actor.id = actor_id JOIN device ON device.id = device_id
             WHERE {condition} AND (?3 IS NULL OR actor.name = ?3) AND (?4 IS NULL OR op.kind = ?4)
               AND (?5 IS NULL OR {wall} >= ?5) AND (?6 IS NULL OR {wall} < ?6) AND (?7 IS NULL OR op.id < ?7)
             ORDER BY op.id DESC LIMIT ?2",
            wall = clock::WALL,
            moved = MOVED,
        ))?;
        let mut lines: Vec<HistoryLine> = statement
            .query_map(
                params![
                    id,
                    limit,
                    filter.actor,
                    filter.kind,
                    from,
                    until,
                    filter.before
                ],
                |row| {
                    Ok(HistoryLine {
                        op: row.get(0)?,
                        at: clock::wall_rfc3339(row.get(1)?),
                        clock_went_back: row.get(8)?,
                        actor: row.get(2)?,
                        device: row.get(3)?,
                        kind: row.get(4)?,
                        reverts: row.get(5)?,
                        reverted_kind: row.get(9)?,
                        undone: row.get(6)?,
                        changes: Vec::new(),
                        more: row.get::<_, i64>(7)?.unsigned_abs(),
                        shows: None,
                        articles: None,
                    })
                },
            )?
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
            line.shows = shown_by(sql, line.op, &line.kind)?;
            line.articles = count_added(sql, line)?;
            line.more -= line.changes.len() as u64;
        }
        Ok(lines)
    }
}

/// How many articles an op added that added several, or took back or brought back what such an op did.
fn count_added(sql: &Connection, line: &HistoryLine) -> Result<Option<u64>, Error> {
    let kind = line.reverted_kind.as_deref().unwrap_or(&line.kind);
    if kind != OpKind::AddArticles.as_str() {
        return Ok(None);
    }
    let count: i64 = sql
        .prepare_cached(
            "SELECT count(*) FROM change WHERE op_id = ?1 AND noun = 'article' AND action <> 'edit'",
        )?
        .query_row([line.op], |row| row.get(0))?;
    Ok(Some(count.unsigned_abs()))
}

/// The record that an op was about, by the first of its changes.
fn shown_by(sql: &Connection, op: i64, kind: &str) -> Result<Option<ShownByName>, Error> {
    let mut homes = Homes::default();
    let mut statement = sql
        .prepare_cached("SELECT noun, row_id FROM change WHERE op_id = ?1 ORDER BY id LIMIT ?2")?;
    let mut rows = statement.query(params![op, LOOKED_AT])?;
    while let Some(row) = rows.next()? {
        homes.note(sql, &row.get::<_, String>(0)?, row.get(1)?)?;
    }
    match homes.shown(sql, kind)? {
        Some(shown) => shown.by_name(sql),
        None => Ok(None),
    }
}

fn read_changes(
    sql: &Connection,
    labels: &mut Labels<'_>,
    op: i64,
    listed: &dyn Fn(i64, &str) -> bool,
) -> Result<Vec<HistoryChange>, Error> {
    let mut statement = sql.prepare_cached(
        &format!("SELECT id, noun, action, field, before, after, patch, row_id FROM change WHERE op_id = ?1 AND NOT {MOVED} ORDER BY id"),
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
            own_words: labels.own_words(&noun, row_id)?,
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
