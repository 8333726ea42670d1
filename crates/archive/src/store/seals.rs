//! Seals: of each row that is evidence a digest of all that it says, so that a row which anything but the door has
//! changed is known by it. Caches have none: they are compared with what they are made from.

use std::collections::BTreeSet;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::store::chain::{self, State};

/// Columns that are computed from others, in whichever table: they are no part of what a row says.
pub(crate) const COMPUTED: [&str; 6] = [
    "code_key",
    "day_in_order",
    "digest",
    "match_key",
    "release_key",
    "sort_key",
];

/// Tables without seals: what is made from rows that have them, and the seals themselves.
const UNSEALED: [&str; 10] = [
    "chain",
    "near_original",
    "open_suggestions",
    "party_call",
    "party_entry",
    "party_word",
    "photo_likeness",
    "seal",
    "search_entry",
    "search_word",
];

/// Of the digest of each field so much is kept, to say which of them differs.
const OF_FIELD: usize = 2;

/// What a row is known by again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seal {
    /// Of all that it says.
    pub digest: [u8; 32],
    /// The beginning of the digest of each field, in the order of their names.
    pub fields: Vec<u8>,
}

impl Seal {
    /// The fields, in the order of their names, in which a row differs from that of another seal.
    pub(crate) fn differing<'a>(&self, other: &Seal, names: &'a [String]) -> Vec<&'a str> {
        let (mine, others) = (self.fields.chunks(OF_FIELD), other.fields.chunks(OF_FIELD));
        mine.zip(others)
            .zip(names)
            .filter(|((mine, other), _)| mine != other)
            .map(|(_, name)| name.as_str())
            .collect()
    }
}

/// Rows that an op wrote, by noun and key.
pub(crate) type Written = BTreeSet<(&'static str, i64)>;

/// The columns of a query that says all of a row: each with its place, in the order of their names.
fn sealed_columns<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(String, usize)> {
    let mut columns: Vec<(String, usize)> = names
        .enumerate()
        .filter(|(_, name)| *name != "id" && !COMPUTED.contains(name))
        .map(|(at, name)| (name.to_owned(), at))
        .collect();
    columns.sort();
    columns
}

/// The seal that a row makes. What it does not say is no part of it, so that a table may get a further column.
fn of_row(
    noun: &str,
    id: i64,
    row: &Row<'_>,
    columns: &[(String, usize)],
) -> rusqlite::Result<Seal> {
    let mut whole = Sha256::new();
    whole.update(noun.as_bytes());
    whole.update([0]);
    whole.update(id.to_be_bytes());
    let mut fields = Vec::with_capacity(columns.len() * OF_FIELD);
    for (name, at) in columns {
        let mut field = Sha256::new();
        let value = row.get_ref(*at)?;
        match value {
            ValueRef::Null => {}
            ValueRef::Integer(number) => {
                field.update(b"i");
                field.update(number.to_be_bytes());
            }
            ValueRef::Real(number) => {
                field.update(b"r");
                field.update(number.to_bits().to_be_bytes());
            }
            // its bytes, also where they are no text
            ValueRef::Text(text) => {
                field.update(b"t");
                field.update(text);
            }
            ValueRef::Blob(bytes) => {
                field.update(b"b");
                field.update(bytes);
            }
        }
        let field = field.finalize();
        fields.extend_from_slice(field.get(..OF_FIELD).unwrap_or_default());
        if value != ValueRef::Null {
            whole.update(name.as_bytes());
            whole.update([0]);
            whole.update(field);
        }
    }
    Ok(Seal {
        digest: whole.finalize().into(),
        fields,
    })
}

/// The seal that a row of a table makes as it stands; none where it is not there.
pub(crate) fn made_by(sql: &Connection, noun: &str, id: i64) -> Result<Option<Seal>, Error> {
    let mut statement = sql.prepare_cached(&format!("SELECT * FROM {noun} WHERE id = ?1"))?;
    let columns = sealed_columns(statement.column_names());
    Ok(statement
        .query_row([id], |row| of_row(noun, id, row, &columns))
        .optional()?)
}

/// The seal that is kept of a row.
pub(crate) fn kept(sql: &Connection, noun: &str, id: i64) -> Result<Option<Seal>, Error> {
    Ok(sql
        .prepare_cached("SELECT digest, fields FROM seal WHERE noun = ?1 AND row_id = ?2")?
        .query_row(params![noun, id], |row| {
            Ok(Seal {
                digest: row.get(0)?,
                fields: row.get(1)?,
            })
        })
        .optional()?)
}

/// Whether a row stands as its seal says; also where neither is there.
pub(crate) fn is_whole(sql: &Connection, noun: &str, id: i64) -> Result<bool, Error> {
    Ok(made_by(sql, noun, id)? == kept(sql, noun, id)?)
}

/// Seals the rows that were written as they stand now. Gives by how much the sum of all seals changed.
pub(crate) fn renew(sql: &Connection, written: &Written) -> Result<State, Error> {
    let mut change = State::default();
    for (noun, id) in written {
        let (before, now) = (kept(sql, noun, *id)?, made_by(sql, noun, *id)?);
        if before != now {
            change.add(&put(sql, noun, *id, before.as_ref(), now.as_ref())?);
        }
    }
    Ok(change)
}

fn put(
    sql: &Connection,
    noun: &str,
    id: i64,
    before: Option<&Seal>,
    now: Option<&Seal>,
) -> Result<State, Error> {
    let mut change = State::default();
    if let Some(before) = before {
        change.take_away(&State::of(&before.digest));
    }
    match now {
        Some(now) => {
            sql.prepare_cached(
                "INSERT OR REPLACE INTO seal (noun, row_id, digest, fields) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![noun, id, now.digest, now.fields])?;
            change.add(&State::of(&now.digest));
        }
        None => {
            sql.prepare_cached("DELETE FROM seal WHERE noun = ?1 AND row_id = ?2")?
                .execute(params![noun, id])?;
        }
    }
    Ok(change)
}

/// The tables whose rows have seals, in the order of their names.
pub(crate) fn sealed_tables(sql: &Connection) -> Result<Vec<String>, Error> {
    let mut statement = sql.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND name NOT LIKE 'search\\_text%' ESCAPE '\\' AND name NOT LIKE 'party\\_text%' ESCAPE '\\' ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut sealed = Vec::new();
    for name in names {
        let name = name?;
        if !UNSEALED.contains(&name.as_str()) {
            sealed.push(name);
        }
    }
    Ok(sealed)
}

/// Rows of a table that are not what their seals say.
#[derive(Debug, Default)]
pub(crate) struct Broken {
    /// The noun, the row's key, and the fields in which it differs, as far as that can be told.
    pub altered: Vec<(String, i64, Vec<String>)>,
    /// Rows that are gone: noun and key.
    pub gone: Vec<(String, i64)>,
    /// Rows that came from nowhere.
    pub strange: Vec<(String, i64)>,
}

impl Broken {
    /// All rows of which something is wrong.
    pub(crate) fn rows(&self) -> BTreeSet<(String, i64)> {
        let altered = self.altered.iter().map(|(noun, id, _)| (noun, id));
        let others = self.gone.iter().chain(&self.strange);
        altered
            .chain(others.map(|(noun, id)| (noun, id)))
            .map(|(noun, id)| (noun.clone(), *id))
            .collect()
    }
}

/// Compares the rows of a table with their seals.
pub(crate) fn compare(sql: &Connection, noun: &str, broken: &mut Broken) -> Result<(), Error> {
    let mut statement = sql.prepare(&format!("SELECT * FROM {noun} ORDER BY id"))?;
    let columns = sealed_columns(statement.column_names());
    let names: Vec<String> = columns.iter().map(|(name, _)| name.clone()).collect();
    let key = statement.column_index("id")?;
    let mut seals =
        sql.prepare("SELECT row_id, digest, fields FROM seal WHERE noun = ?1 ORDER BY row_id")?;
    let mut seals = seals.query([noun])?;
    let mut next_seal = || -> Result<Option<(i64, Seal)>, Error> {
        Ok(match seals.next()? {
            Some(row) => Some((
                row.get(0)?,
                Seal {
                    // a seal that is damaged itself fits no row
                    digest: row.get(1).unwrap_or_default(),
                    fields: row.get(2).unwrap_or_default(),
                },
            )),
            None => None,
        })
    };
    let mut rows = statement.query([])?;
    let mut seal = next_seal()?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(key)?;
        while let Some((of, _)) = &seal
            && *of < id
        {
            broken.gone.push((noun.to_owned(), *of));
            seal = next_seal()?;
        }
        match &seal {
            Some((of, kept)) if *of == id => {
                let made = of_row(noun, id, row, &columns)?;
                if made != *kept {
                    let fields = made.differing(kept, &names);
                    let fields = fields.into_iter().map(str::to_owned).collect();
                    broken.altered.push((noun.to_owned(), id, fields));
                }
                seal = next_seal()?;
            }
            _ => broken.strange.push((noun.to_owned(), id)),
        }
    }
    while let Some((of, _)) = seal {
        broken.gone.push((noun.to_owned(), of));
        seal = next_seal()?;
    }
    Ok(())
}

/// Seals every row anew but those that `broken` names: what was damaged before stays known as damaged. The sum of
/// all seals keeps whatever did not fit.
pub(crate) fn seal_all(sql: &Connection, broken: &BTreeSet<(String, i64)>) -> Result<(), Error> {
    let mut change = State::default();
    for noun in sealed_tables(sql)? {
        let ids: Vec<i64> = sql
            .prepare(&format!("SELECT id FROM {noun} ORDER BY id"))?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for id in ids {
            if !broken.contains(&(noun.clone(), id)) {
                let (before, now) = (kept(sql, &noun, id)?, made_by(sql, &noun, id)?);
                if before != now {
                    change.add(&put(sql, &noun, id, before.as_ref(), now.as_ref())?);
                }
            }
        }
    }
    chain::extend(sql, None, &change)?;
    Ok(())
}
