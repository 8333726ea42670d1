//! Rows: what every noun's table has in common, so that history and undo are written once.
//!
//! A noun's file declares its row with [`row!`] and describes its table in a [`Table`].
//! [`TABLES`] lists them all, parents before children.

use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Connection, Params, ToSql};

use crate::error::Error;

/// A column computed from others of its row; no part of history.
pub(crate) struct Derived {
    /// The column.
    pub column: &'static str,
    /// The fields it is computed from.
    pub from: &'static [&'static str],
    /// Computes it; the values come in the order of `from`.
    pub compute: fn(&[&Value]) -> Value,
}

/// What the door must know of a table.
pub(crate) struct Table {
    /// Table and noun.
    pub name: &'static str,
    /// Its fields: all columns but id, uuid and derived ones.
    pub fields: &'static [&'static str],
    /// Fields whose edits are kept as patches.
    pub long: &'static [&'static str],
    /// Columns computed from fields.
    pub derived: &'static [Derived],
    /// Run before a row that an undone op made is taken away again; empty for most.
    pub release: &'static str,
    /// Selects the articles whose search entry shows the row `?1`.
    pub articles: &'static str,
}

/// A row of a noun's table.
pub(crate) trait Row: Sized {
    /// Its table.
    fn table() -> &'static Table;
    /// Reads `id, uuid, fields…`.
    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self>;
    /// The fields' values, in the table's order.
    fn values(&self) -> Vec<Value>;
    /// The integer key; 0 for a row not yet inserted.
    fn id(&self) -> i64;
    /// The UUID; empty for a row not yet inserted.
    fn uuid(&self) -> &str;
}

/// Any value as an owned SQLite value.
pub(crate) fn value_of(value: &dyn ToSql) -> Value {
    match value.to_sql() {
        Ok(ToSqlOutput::Owned(owned)) => owned,
        Ok(ToSqlOutput::Borrowed(borrowed)) => Value::try_from(borrowed).unwrap_or(Value::Null),
        // no type of a row is a blob, a pointer or fails to convert
        _ => Value::Null,
    }
}

/// Declares a row's struct and its [`Row`].
macro_rules! row {
    ($(#[$doc:meta])* $name:ident in $table:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct $name {
            pub id: i64,
            pub uuid: String,
            $($(#[$field_doc])* pub $field: $type,)+
        }

        impl $name {
            pub(crate) const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];
        }

        impl crate::store::rows::Row for $name {
            fn table() -> &'static crate::store::rows::Table {
                &$table
            }
            fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                let mut column = 2;
                Ok($name {
                    id: row.get(0)?,
                    uuid: row.get(1)?,
                    $($field: { let value: $type = row.get(column)?; column += 1; let _ = column; value },)+
                })
            }
            fn values(&self) -> Vec<rusqlite::types::Value> {
                vec![$(crate::store::rows::value_of(&self.$field)),+]
            }
            fn id(&self) -> i64 {
                self.id
            }
            fn uuid(&self) -> &str {
                &self.uuid
            }
        }
    };
}
pub(crate) use row;

/// The rows of a noun that a `WHERE … ORDER BY …` tail picks.
pub(crate) fn select<R: Row>(
    sql: &Connection,
    tail: &str,
    params: impl Params,
) -> Result<Vec<R>, Error> {
    let table = R::table();
    let query = format!(
        "SELECT id, uuid, {} FROM {} {tail}",
        table.fields.join(", "),
        table.name
    );
    let mut statement = sql.prepare_cached(&query)?;
    let rows = statement.query_map(params, |row| R::read(row))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The first row that a tail picks.
pub(crate) fn find<R: Row>(
    sql: &Connection,
    tail: &str,
    params: impl Params,
) -> Result<Option<R>, Error> {
    Ok(select::<R>(sql, tail, params)?.into_iter().next())
}

/// The row with an integer key.
pub(crate) fn get<R: Row>(sql: &Connection, id: i64) -> Result<R, Error> {
    find::<R>(sql, "WHERE id = ?1", [id])?.ok_or_else(|| Error::NotFound {
        noun: R::table().name,
        id: id.to_string(),
    })
}

/// The row with a UUID.
pub(crate) fn by_uuid<R: Row>(sql: &Connection, uuid: &str) -> Result<R, Error> {
    find::<R>(sql, "WHERE uuid = ?1", [uuid])?.ok_or_else(|| Error::NotFound {
        noun: R::table().name,
        id: uuid.to_owned(),
    })
}

/// Every noun, parents before children.
pub(crate) static TABLES: &[&Table] = &[
    &crate::nouns::party::PARTY,
    &crate::nouns::party::PARTY_NAME,
    &crate::nouns::post::POST,
    &crate::nouns::unit::UNIT,
    &crate::nouns::event::EVENT,
    &crate::nouns::article::ARTICLE,
    &crate::nouns::subject::SUBJECT,
    &crate::nouns::subject::ARTICLE_SUBJECT,
    &crate::nouns::place::PLACE,
    &crate::nouns::place::ARTICLE_PLACE,
    &crate::nouns::event::ARTICLE_EVENT,
    &crate::nouns::version::VERSION,
    &crate::nouns::file::FILE,
    &crate::nouns::participation::PARTICIPATION,
    &crate::nouns::participation::PARTICIPATION_ROLE,
    &crate::nouns::participation::PRINTED_POSITION,
    &crate::nouns::mention::MENTION,
    &crate::nouns::quote::QUOTE,
    &crate::nouns::photo::PHOTO,
    &crate::nouns::photo::PHOTO_TEXT,
    &crate::nouns::region::REGION,
    &crate::nouns::decision::DECISION,
    &crate::nouns::transfer::TRANSFER,
    &crate::nouns::transfer::TRANSFER_ARTICLE,
    &crate::nouns::transfer::TRANSFER_FILE,
    &crate::nouns::saved_search::SAVED_SEARCH,
];

/// The table of a noun's name.
pub(crate) fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().copied().find(|table| table.name == name)
}

/// The noun that a field of another refers to by its integer key.
pub(crate) fn refers_to(noun: &str, field: &str) -> Option<&'static str> {
    Some(match (noun, field) {
        ("unit", "parent_id") => "unit",
        (
            _,
            "party_id" | "on_behalf_of_id" | "speaker_id" | "predecessor_id" | "parent_id"
            | "organisation_id" | "person_id" | "creator_id",
        ) => "party",
        (_, "unit_id") => "unit",
        (_, "article_id") => "article",
        (_, "event_id") => "event",
        (_, "subject_id") => "subject",
        (_, "place_id") => "place",
        (_, "version_id" | "of_id") => "version",
        (_, "participation_id") => "participation",
        (_, "photo_id") => "photo",
        (_, "post_id") => "post",
        (_, "transfer_id") => "transfer",
        (_, "original_id") => "original",
        _ => return None,
    })
}

/// The text of a value; empty for anything else.
pub(crate) fn text(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        _ => "",
    }
}

/// Derives a sort key from a text.
pub(crate) fn sort_key_of(values: &[&Value]) -> Value {
    Value::Blob(
        values
            .first()
            .map(|v| muragat_language::sort_key(text(v)))
            .unwrap_or_default(),
    )
}

/// Derives the key under which a name is found again.
pub(crate) fn match_key_of(values: &[&Value]) -> Value {
    Value::Text(
        values
            .first()
            .map(|v| muragat_language::party_key(text(v)))
            .unwrap_or_default(),
    )
}
