//! What a person does to units: they are added, described, taken away.

use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::Error;
use crate::nouns::unit::Unit;
use crate::nouns::{party, unit};
use crate::record::terms::{Level, OpKind, PartyKind};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::tables;
use crate::values;
use crate::values::{one_line, value_invalid};

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

impl Archive {
    /// Adds a unit below `parent` (a UUID or codes): a fonds where there is none, else the level below it.
    /// Gives its UUID.
    ///
    /// # Errors
    /// As [`Archive::add_described_unit`].
    pub fn add_unit(
        &mut self,
        parent: Option<&str>,
        code: &str,
        title: &str,
    ) -> Result<Outcome<String>, Error> {
        let fields = UnitFields {
            code: Some(code.to_owned()),
            title: Some(title.to_owned()),
            ..UnitFields::default()
        };
        self.add_described_unit(parent, &fields)
    }

    /// Adds a unit below `parent` with all that is said of it, a code and a title at least. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::UnitTaken`], [`Error::UnitTooDeep`], [`Error::ValueInvalid`],
    /// [`Error::PartyAmbiguous`].
    pub fn add_described_unit(
        &mut self,
        parent: Option<&str>,
        fields: &UnitFields,
    ) -> Result<Outcome<String>, Error> {
        let code = check_code(fields.code.as_deref().unwrap_or_default())?;
        let title = check_title(fields.title.as_deref().unwrap_or_default())?;
        self.transact(OpKind::AddUnit, |tx| {
            let parent = parent
                .map(|name| unit::resolve(tx.sql(), name))
                .transpose()?;
            let level = match parent.as_ref().map(|p| p.level) {
                None => Level::Fonds,
                Some(Level::Fonds) => Level::Inventory,
                Some(Level::Inventory) => Level::File,
                Some(Level::File) => {
                    return Err(Error::UnitTooDeep { unit: code });
                }
            };
            let parent_id = parent.map(|parent| parent.id);
            refuse_taken_code(tx.sql(), parent_id, &code)?;
            let mut unit = Unit {
                id: 0,
                uuid: String::new(),
                parent_id,
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
            };
            describe(tx, &mut unit, fields)?;
            let id = tx.insert(&unit)?;
            Ok(rows::get::<Unit>(tx.sql(), id)?.uuid)
        })
    }

    /// Sets fields of a unit. References that were given under its old code stay.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::UnitTaken`], [`Error::ValueInvalid`], [`Error::PartyAmbiguous`].
    pub fn edit_unit(&mut self, id: &str, fields: &UnitFields) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditUnit, |tx| {
            let mut unit = unit::resolve(tx.sql(), id)?;
            if let Some(code) = &fields.code {
                let code = check_code(code)?;
                if code != unit.code {
                    refuse_taken_code(tx.sql(), unit.parent_id, &code)?;
                }
                unit.code = code;
            }
            if let Some(title) = &fields.title {
                unit.title = check_title(title)?;
            }
            describe(tx, &mut unit, fields)?;
            tx.update(&unit)
        })
    }

    /// Takes an empty unit out of the tree.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::UnitNotEmpty`].
    pub fn delete_unit(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::DeleteUnit, |tx| {
            let unit = unit::resolve(tx.sql(), id)?;
            let holds = tables::holder(tx.sql(), "unit", unit.id)?.is_some();
            match holds {
                true => Err(Error::UnitNotEmpty { unit: unit.code }),
                false => tx.delete::<Unit>(unit.id),
            }
        })
    }
}

/// Says of a unit all that is given beside its code and title.
fn describe(tx: &mut Tx<'_>, unit: &mut Unit, fields: &UnitFields) -> Result<(), Error> {
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
    for (field, date) in [
        ("date_from", &mut unit.date_from),
        ("date_to", &mut unit.date_to),
    ] {
        *date = values::optional_dating("unit", field, date.as_deref())?;
    }
    values::check_order("unit", unit.date_from.as_deref(), unit.date_to.as_deref())
}

/// A code as typed: it stands between slashes in a reference code.
fn check_code(code: &str) -> Result<String, Error> {
    let code = code.trim();
    match code.is_empty() || code.contains('/') || code.chars().any(char::is_control) {
        true => Err(value_invalid("unit", "code", code)),
        false => Ok(code.to_owned()),
    }
}

fn check_title(title: &str) -> Result<String, Error> {
    let title = one_line(title);
    match title.is_empty() {
        true => Err(value_invalid("unit", "title", "")),
        false => Ok(title),
    }
}

/// Refuses a code that another unit below the same one has.
fn refuse_taken_code(sql: &Connection, parent: Option<i64>, code: &str) -> Result<(), Error> {
    let tail = "WHERE ifnull(parent_id, 0) = ?1 AND code = ?2";
    match rows::find::<Unit>(sql, tail, (parent.unwrap_or(0), code))? {
        Some(_) => Err(Error::UnitTaken {
            unit: code.to_owned(),
        }),
        None => Ok(()),
    }
}
