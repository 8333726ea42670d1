//! What an edit was made from: the values that the hand saw. Of two people who change one field, neither is
//! overwritten unseen.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::Error;
use crate::store::describe::Table;
use crate::store::three_way_merge::Prefer;

/// A value as whoever edits saw it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SeenValue {
    /// What kind of row: `article`, `version`, `party` …
    pub noun: String,
    /// Its UUID.
    pub id: String,
    /// The field, as history names it; what names another row without its `_id`. A list is one field: `subjects`
    /// and `places` of an article, `roles` and `positions` of a participation, `captions.kk` of a photo.
    pub field: String,
    /// The value that was seen; of a row that another names, its UUID; of a list, a line each. Null for none.
    pub value: Option<String>,
    /// Of a text that both changed at one place: whose words stand. Absent, such an edit is refused.
    #[serde(default)]
    #[ts(optional)]
    pub prefer: Option<Prefer>,
}

/// The values that an op was made from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    values: Vec<SeenValue>,
}

/// What is to be done with one field of an edit.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is written.
    Write,
    /// The hand left it as it saw it, and somebody changed it since: what stands stays.
    Leave,
}

impl Seen {
    pub(crate) fn new(values: Vec<SeenValue>) -> Seen {
        Seen { values }
    }

    /// What was seen of a field, if that was said.
    pub(crate) fn of(&self, noun: &str, uuid: &str, field: &str) -> Option<&SeenValue> {
        let name = field.strip_suffix("_id").unwrap_or(field);
        self.values.iter().find(|seen| {
            seen.noun == noun && seen.id == uuid && (seen.field == field || seen.field == name)
        })
    }

    /// Forgets what was seen of a field: it has been taken care of.
    pub(crate) fn settle(&mut self, noun: &str, uuid: &str, field: &str) {
        self.values
            .retain(|seen| !(seen.noun == noun && seen.id == uuid && seen.field == field));
    }

    /// Whether a field may be written.
    ///
    /// # Errors
    /// [`Error::EditConflict`] where somebody else set it to something else since it was seen.
    pub(crate) fn judge(
        &self,
        (noun, uuid, field): (&str, &str, &str),
        now: Option<&str>,
        mine: Option<&str>,
    ) -> Result<Verdict, Error> {
        let Some(seen) = self.of(noun, uuid, field) else {
            return Ok(Verdict::Write);
        };
        let value = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
        let (saw, now, mine) = (value(seen.value.as_deref()), value(now), value(mine));
        if saw == now || now == mine {
            return Ok(Verdict::Write);
        }
        if saw == mine {
            return Ok(Verdict::Leave);
        }
        Err(Error::EditConflict {
            noun: noun.to_owned(),
            id: uuid.to_owned(),
            field: seen.field.clone(),
            seen: saw.unwrap_or_default(),
            now: now.unwrap_or_default(),
            mine: mine.unwrap_or_default(),
        })
    }
}

/// A field's value as a person sees it: of a row that it names, that row's UUID.
pub(crate) fn value_seen(
    sql: &Connection,
    table: &Table,
    field: &str,
    value: &Value,
) -> Result<Option<String>, Error> {
    Ok(match (table.refers_to(field), value) {
        (_, Value::Null | Value::Blob(_)) => None,
        (Some(noun), Value::Integer(id)) => sql
            .prepare_cached(&format!("SELECT uuid FROM {noun} WHERE id = ?1"))?
            .query_row([id], |row| row.get(0))
            .optional()?,
        (_, Value::Integer(number)) => Some(number.to_string()),
        (_, Value::Real(number)) => Some(number.to_string()),
        (_, Value::Text(text)) => Some(text.clone()),
    })
}
