//! Unit: fonds, inventory, file (ISAD(G)); the tree in which articles lie.

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::nouns::article::is_date;
use crate::nouns::party;
use crate::nouns::version::one_line;
use crate::record::UnitRecord;
use crate::record::terms::{Level, OpKind, PartyKind};
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::rows::{self, Derived, Table, row, sort_key_of};

row! {
    /// A fonds, an inventory or a file.
    Unit in UNIT {
        parent_id: Option<i64>,
        level: Level,
        code: String,
        title: String,
        creator_id: Option<i64>,
        date_from: Option<String>,
        date_to: Option<String>,
        extent: Option<String>,
        retention_period: Option<String>,
        retention_article: Option<String>,
        note: Option<String>,
    }
}

pub(crate) static UNIT: Table = Table {
    name: "unit",
    fields: Unit::FIELDS,
    long: &["note"],
    derived: &[Derived {
        column: "sort_key",
        from: &["code"],
        compute: sort_key_of,
    }],
    release: "",
    articles: "",
};

/// A unit as a line of the tree.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct UnitLine {
    /// UUIDv7.
    pub id: String,
    /// The unit above, by UUID.
    pub parent: Option<String>,
    /// Fonds, inventory or file.
    pub level: Level,
    /// Its part of the reference code.
    pub code: String,
    /// Title.
    pub title: String,
    /// How many articles lie in it and below.
    #[ts(type = "number")]
    pub articles: u64,
}

/// The units from the fonds down to `unit`.
pub(crate) fn path(sql: &Connection, unit: Option<i64>) -> Result<Vec<Unit>, Error> {
    let mut path: Vec<Unit> = Vec::new();
    let mut next = unit;
    // a tree has three levels; a damaged one may have a ring
    while let Some(id) = next.filter(|_| path.len() < 3) {
        let unit: Unit = rows::get(sql, id)?;
        next = unit.parent_id;
        path.insert(0, unit);
    }
    Ok(path)
}

/// The unit that a person means: a UUID, or codes from the fonds down, as in `12/1/3`.
pub(crate) fn named(sql: &Connection, name: &str) -> Result<Unit, Error> {
    if let Some(unit) = rows::find::<Unit>(sql, "WHERE uuid = ?1", [name])? {
        return Ok(unit);
    }
    let missing = || Error::NotFound {
        noun: "unit",
        id: name.to_owned(),
    };
    let mut parent = 0;
    let mut found = None;
    for code in name.split('/') {
        let unit = rows::find::<Unit>(
            sql,
            "WHERE ifnull(parent_id, 0) = ?1 AND code = ?2",
            (parent, code.trim()),
        )?;
        let unit = unit.ok_or_else(missing)?;
        parent = unit.id;
        found = Some(unit);
    }
    found.ok_or_else(missing)
}

impl Archive {
    /// The whole tree, each unit after the one above it.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn units(&self) -> Result<Vec<UnitLine>, Error> {
        let mut statement = self.connection().prepare_cached(
            "WITH RECURSIVE own (unit_id, articles) AS (SELECT unit_id, count(*) FROM article WHERE unit_id IS NOT NULL GROUP BY unit_id),
             up (unit_id, articles) AS (SELECT unit_id, articles FROM own
                 UNION ALL SELECT unit.parent_id, up.articles FROM up JOIN unit ON unit.id = up.unit_id WHERE unit.parent_id IS NOT NULL),
             down (id, depth, path) AS (SELECT id, 0, hex(sort_key) || '.' FROM unit WHERE parent_id IS NULL
                 UNION ALL SELECT unit.id, depth + 1, path || hex(unit.sort_key) || '.' FROM unit JOIN down ON unit.parent_id = down.id)
             SELECT unit.uuid, above.uuid, unit.level, unit.code, unit.title,
                    ifnull((SELECT sum(articles) FROM up WHERE up.unit_id = unit.id), 0)
             FROM down JOIN unit ON unit.id = down.id LEFT JOIN unit AS above ON above.id = unit.parent_id ORDER BY path",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(UnitLine {
                id: row.get(0)?,
                parent: row.get(1)?,
                level: row.get(2)?,
                code: row.get(3)?,
                title: row.get(4)?,
                articles: row.get::<_, i64>(5)?.unsigned_abs(),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Adds a unit below `parent` (a UUID or codes): a fonds where there is none, else the level below it.
    /// Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::UnitTaken`], [`Error::UnitTooDeep`].
    pub fn add_unit(
        &mut self,
        parent: Option<&str>,
        code: &str,
        title: &str,
    ) -> Result<Outcome<String>, Error> {
        let (code, title) = (sound_code(code)?, sound_title(title)?);
        self.transact(OpKind::AddUnit, |tx| {
            let parent = parent.map(|name| named(tx.sql(), name)).transpose()?;
            let level = match parent.as_ref().map(|p| p.level) {
                None => Level::Fonds,
                Some(Level::Fonds) => Level::Inventory,
                Some(Level::Inventory) => Level::File,
                Some(Level::File) => {
                    return Err(Error::UnitTooDeep { unit: code });
                }
            };
            free(tx.sql(), parent.as_ref().map(|p| p.id), &code)?;
            let id = tx.insert(&Unit {
                id: 0,
                uuid: String::new(),
                parent_id: parent.map(|p| p.id),
                level,
                code,
                title,
                creator_id: None,
                date_from: None,
                date_to: None,
                extent: None,
                retention_period: None,
                retention_article: None,
                note: None,
            })?;
            Ok(rows::get::<Unit>(tx.sql(), id)?.uuid)
        })
    }

    /// One unit with all its fields.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn unit(&self, id: &str) -> Result<UnitRecord, Error> {
        let sql = self.connection();
        let unit = named(sql, id)?;
        let uuid = |table: &str, id: Option<i64>| -> Result<Option<String>, Error> {
            let query = format!("SELECT uuid FROM {table} WHERE id = ?1");
            Ok(sql
                .prepare_cached(&query)?
                .query_row([id], |row| row.get(0))
                .optional()?)
        };
        Ok(UnitRecord {
            parent: uuid("unit", unit.parent_id)?,
            creator: uuid("party", unit.creator_id)?,
            id: unit.uuid,
            level: unit.level,
            code: unit.code,
            title: unit.title,
            date_from: unit.date_from,
            date_to: unit.date_to,
            extent: unit.extent,
            retention_period: unit.retention_period,
            retention_article: unit.retention_article,
            note: unit.note,
        })
    }

    /// Sets fields of a unit. References that were given under its old code stay.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::UnitTaken`], [`Error::ValueInvalid`], [`Error::PartyAmbiguous`].
    pub fn edit_unit(&mut self, id: &str, fields: &UnitFields) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditUnit, |tx| {
            let mut unit = named(tx.sql(), id)?;
            if let Some(code) = &fields.code {
                let code = sound_code(code)?;
                if code != unit.code {
                    free(tx.sql(), unit.parent_id, &code)?;
                }
                unit.code = code;
            }
            if let Some(title) = &fields.title {
                unit.title = sound_title(title)?;
            }
            if let Some(creator) = &fields.creator {
                unit.creator_id = match creator.trim() {
                    "" => None,
                    name => Some(party::find_or_make(tx, PartyKind::Organisation, name)?.id),
                };
            }
            for (field, new) in [
                (&mut unit.date_from, &fields.date_from),
                (&mut unit.date_to, &fields.date_to),
                (&mut unit.extent, &fields.extent),
                (&mut unit.retention_period, &fields.retention_period),
                (&mut unit.retention_article, &fields.retention_article),
                (&mut unit.note, &fields.note),
            ] {
                if let Some(new) = new {
                    *field = Some(new.trim().to_owned()).filter(|text| !text.is_empty());
                }
            }
            for (field, date) in [("date_from", &unit.date_from), ("date_to", &unit.date_to)] {
                if let Some(date) = date
                    && !is_date(date, true)
                {
                    return Err(invalid(field, date));
                }
            }
            if let (Some(from), Some(to)) = (&unit.date_from, &unit.date_to)
                && from.get(..4) > to.get(..4)
            {
                return Err(invalid("date_to", to));
            }
            tx.update(&unit)
        })
    }

    /// Takes an empty unit out of the tree.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::UnitNotEmpty`].
    pub fn delete_unit(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::DeleteUnit, |tx| {
            let unit = named(tx.sql(), id)?;
            let holds = tx
                .sql()
                .prepare_cached(
                    "SELECT 1 FROM unit WHERE parent_id = ?1 UNION ALL SELECT 1 FROM article WHERE unit_id = ?1",
                )?
                .exists([unit.id])?;
            match holds {
                true => Err(Error::UnitNotEmpty { unit: unit.code }),
                false => tx.delete::<Unit>(unit.id),
            }
        })
    }
}

/// A unit with all its fields to set; those left out stay, an empty text clears one.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct UnitFields {
    /// Its part of the reference code.
    pub code: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// The fonds creator: a party's UUID, or the name of an organisation.
    pub creator: Option<String>,
    /// Start of the covering dates.
    pub date_from: Option<String>,
    /// End of the covering dates.
    pub date_to: Option<String>,
    /// Extent, as text.
    pub extent: Option<String>,
    /// Retention period, as text.
    pub retention_period: Option<String>,
    /// The article of the retention schedule.
    pub retention_article: Option<String>,
    /// Note.
    pub note: Option<String>,
}

fn invalid(field: &str, value: &str) -> Error {
    Error::ValueInvalid {
        noun: "unit",
        field: field.to_owned(),
        value: value.to_owned(),
    }
}

/// A code as typed: it stands between slashes in a reference code.
fn sound_code(code: &str) -> Result<String, Error> {
    let code = code.trim();
    match code.is_empty() || code.contains('/') || code.chars().any(char::is_control) {
        true => Err(invalid("code", code)),
        false => Ok(code.to_owned()),
    }
}

fn sound_title(title: &str) -> Result<String, Error> {
    let title = one_line(title);
    match title.is_empty() {
        true => Err(invalid("title", "")),
        false => Ok(title),
    }
}

/// Refuses a code that another unit below the same one has.
fn free(sql: &Connection, parent: Option<i64>, code: &str) -> Result<(), Error> {
    let tail = "WHERE ifnull(parent_id, 0) = ?1 AND code = ?2";
    match rows::find::<Unit>(sql, tail, (parent.unwrap_or(0), code))? {
        Some(_) => Err(Error::UnitTaken {
            unit: code.to_owned(),
        }),
        None => Ok(()),
    }
}
