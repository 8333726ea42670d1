//! Rows: what every noun's table has in common, so that history and undo are written once.
//!
//! A noun's file declares its row with [`row!`], each field with what it names and who sets it, and describes its
//! table in a [`Table`].

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Params, ToSql};

use crate::error::Error;
use crate::store::describe::Table;

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

/// Declares a row's struct and its [`Row`]. Behind a field's type stands what [`Field`](crate::store::describe::Field)
/// says of it: `party_id: i64 [holds("party")]`.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident in $table:ident {
        $($(#[$field_doc:meta])* $field:ident: $type:ty $([$($mark:ident $(($of:literal))?),+])?,)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct $name {
            pub id: i64,
            pub uuid: String,
            $($(#[$field_doc])* pub $field: $type,)+
        }

        impl $name {
            pub(crate) const FIELDS: &'static [crate::store::describe::Field] = &[
                $(crate::store::describe::Field::new(stringify!($field)) $($(.$mark($($of)?))+)?),+
            ];
        }

        impl crate::store::rows::Row for $name {
            fn table() -> &'static crate::store::describe::Table {
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
        table.columns(),
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

/// A text of a row, also where some of its bytes are none.
pub(crate) fn readable(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<String> {
    Ok(readable_if_any(row, at)?.unwrap_or_default())
}

/// As [`readable`]; none where nothing stands.
pub(crate) fn readable_if_any(
    row: &rusqlite::Row<'_>,
    at: usize,
) -> rusqlite::Result<Option<String>> {
    Ok(match row.get_ref(at)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            Some(String::from_utf8_lossy(bytes).into_owned())
        }
        _ => None,
    })
}

/// The text of a value; empty for anything else.
pub(crate) fn text(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        _ => "",
    }
}

/// Derives from a date the day by which it stands in order.
pub(crate) fn day_in_order_of(values: &[&Value]) -> Value {
    let date = values
        .first()
        .and_then(|v| text(v).parse::<muragat_language::Dating>().ok());
    date.map_or(Value::Null, |date| Value::Text(date.day_in_order()))
}

/// The day by which a dating stands in order; a text that is none stands for itself.
pub(crate) fn day_in_order(date: &str) -> String {
    date.parse()
        .map_or_else(|_| date.to_owned(), muragat_language::Dating::day_in_order)
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
