//! Templates of photos: fields under a name, with variables that each photo fills.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use ts_rs::TS;

use crate::edit::photo::{Checked, PhotoFields, set_fields};
use crate::error::Error;
use crate::nouns::photo::Photo;
use crate::nouns::photo_template::PhotoTemplate;
use crate::record::terms::OpKind;
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::rows;
use crate::values;
use crate::values::one_line;

/// A template of photos.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PhotoTemplateLine {
    /// UUIDv7.
    pub id: String,
    /// Unique.
    pub name: String,
    /// What it sets.
    pub fields: PhotoFields,
}

impl Archive {
    /// The templates of photos, in the order of the Kazakh alphabet.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn photo_templates(&self) -> Result<Vec<PhotoTemplateLine>, Error> {
        let kept = rows::select::<PhotoTemplate>(self.connection(), "ORDER BY id", [])?;
        let mut lines = kept.into_iter().map(line).collect::<Result<Vec<_>, _>>()?;
        lines.sort_by_cached_key(|line| muragat_language::sort_key(&line.name));
        Ok(lines)
    }

    /// Keeps fields of photos under a name; a template of that name is replaced. What is of one photo alone (when it was
    /// taken, its event, who is in it) is not kept, nor is what is empty. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NameEmpty`].
    pub fn save_photo_template(
        &mut self,
        name: &str,
        fields: &PhotoFields,
    ) -> Result<Outcome<String>, Error> {
        let name = values::name(name)?;
        let fields = serde_json::to_string(&of_many(fields)).map_err(|error| failed(&error))?;
        self.transact(OpKind::SavePhotoTemplate, |tx| {
            let tail = "WHERE name = ?1";
            if let Some(mut kept) = rows::find::<PhotoTemplate>(tx.sql(), tail, [&name])? {
                kept.fields = fields;
                tx.update(&kept)?;
                return Ok(kept.uuid);
            }
            let id = tx.insert(&PhotoTemplate {
                id: 0,
                uuid: String::new(),
                name,
                fields,
            })?;
            Ok(rows::get::<PhotoTemplate>(tx.sql(), id)?.uuid)
        })
    }

    /// Takes a template away; photos that were described by it stay as they are.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn delete_photo_template(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::DeletePhotoTemplate, |tx| {
            let kept: PhotoTemplate = rows::by_uuid(tx.sql(), id)?;
            tx.delete::<PhotoTemplate>(kept.id)
        })
    }

    /// Describes photos by fields, as one op: `{title}`, `{date}` and `{place}` in texts become the title of the photo's
    /// article in the text's language, the day (of the photo, else of the article), and the place (of the photo, else of
    /// the article). Fields that are absent or empty stay as they are.
    ///
    /// # Errors
    /// [`Error::NotFound`]; those of [`Archive::edit_photos`].
    pub fn describe_photos(
        &mut self,
        ids: &[String],
        fields: &PhotoFields,
    ) -> Result<Outcome<()>, Error> {
        let fields = of_many(fields);
        self.transact(OpKind::EditPhotos, |tx| {
            let checked = Checked::of(tx, &fields)?;
            for id in ids {
                let photo: Photo = rows::by_uuid(tx.sql(), id)?;
                let own = fill_in(tx.sql(), &photo, &fields)?;
                set_fields(tx, photo, &own, &checked)?;
            }
            Ok(())
        })
    }
}

fn line(kept: PhotoTemplate) -> Result<PhotoTemplateLine, Error> {
    Ok(PhotoTemplateLine {
        fields: serde_json::from_str(&kept.fields).map_err(|error| failed(&error))?,
        id: kept.uuid,
        name: kept.name,
    })
}

fn failed(error: &serde_json::Error) -> Error {
    Error::CatalogueFailed {
        detail: error.to_string(),
    }
}

/// The fields that many photos may have alike, without empty ones.
fn of_many(fields: &PhotoFields) -> PhotoFields {
    let one = |field: &Option<String>| values::typed(field.as_deref());
    let texts = |field: &Option<BTreeMap<String, String>>| {
        let full = field.iter().flatten();
        let full: BTreeMap<String, String> = full
            .filter_map(|(language, text)| Some((language.clone(), values::typed(Some(text))?)))
            .collect();
        (!full.is_empty()).then_some(full)
    };
    PhotoFields {
        credit: one(&fields.credit),
        photographer: one(&fields.photographer),
        place: one(&fields.place),
        rights: one(&fields.rights),
        instructions: one(&fields.instructions),
        digital_source_type: one(&fields.digital_source_type),
        captions: texts(&fields.captions),
        alts: texts(&fields.alts),
        ..PhotoFields::default()
    }
}

/// Fields with the photo's own values in the place of variables; a field of which nothing is left is absent.
fn fill_in(sql: &Connection, photo: &Photo, fields: &PhotoFields) -> Result<PhotoFields, Error> {
    let one = |field: &Option<String>| match field {
        Some(text) => filled(sql, photo, text, None),
        None => Ok(None),
    };
    let texts = |field: &Option<BTreeMap<String, String>>| -> Result<_, Error> {
        let mut own = BTreeMap::new();
        for (language, text) in field.iter().flatten() {
            if let Some(text) = filled(sql, photo, text, Some(language))? {
                own.insert(language.clone(), text);
            }
        }
        Ok(Some(own))
    };
    Ok(PhotoFields {
        credit: one(&fields.credit)?,
        photographer: one(&fields.photographer)?,
        place: one(&fields.place)?,
        rights: one(&fields.rights)?,
        instructions: one(&fields.instructions)?,
        captions: texts(&fields.captions)?,
        alts: texts(&fields.alts)?,
        ..fields.clone()
    })
}

/// A text with values in the place of its variables; the blanks around one without a value become one.
fn filled(
    sql: &Connection,
    photo: &Photo,
    text: &str,
    language: Option<&str>,
) -> Result<Option<String>, Error> {
    let mut own = text.to_owned();
    let mut is_whole = true;
    for (variable, value_of) in VARIABLES {
        if own.contains(variable) {
            let value = value_of(sql, photo, language)?;
            is_whole &= value.is_some();
            own = own.replace(variable, &value.unwrap_or_default());
        }
    }
    if !is_whole {
        own = own.lines().map(one_line).collect::<Vec<_>>().join("\n");
    }
    Ok(values::typed(Some(&own)))
}

type ValueOf = fn(&Connection, &Photo, Option<&str>) -> Result<Option<String>, Error>;

const VARIABLES: [(&str, ValueOf); 3] = [("{title}", title), ("{date}", date), ("{place}", place)];

fn title(sql: &Connection, photo: &Photo, language: Option<&str>) -> Result<Option<String>, Error> {
    let found = sql
        .prepare_cached(
            "SELECT title FROM version WHERE article_id = ?1 ORDER BY language IS ?2 DESC, id LIMIT 1",
        )?
        .query_row((photo.article_id, language), |row| row.get(0))
        .optional()?;
    Ok(found)
}

/// A day as people write it with digits; what is known less closely as records keep it.
fn date(sql: &Connection, photo: &Photo, _: Option<&str>) -> Result<Option<String>, Error> {
    let of_article = || -> Result<Option<String>, Error> {
        let found: Option<Option<String>> = sql
            .prepare_cached("SELECT date FROM search_entry WHERE article_id = ?1")?
            .query_row([photo.article_id], |row| row.get(0))
            .optional()?;
        Ok(found.flatten())
    };
    let date = match &photo.taken_at {
        Some(taken) => Some(taken.clone()),
        None => of_article()?,
    };
    Ok(date.map(|date| {
        let day = date.split('T').next().unwrap_or_default();
        match day.split('-').collect::<Vec<_>>().as_slice() {
            [year, month, day] => format!("{day}.{month}.{year}"),
            _ => day.to_owned(),
        }
    }))
}

fn place(sql: &Connection, photo: &Photo, _: Option<&str>) -> Result<Option<String>, Error> {
    if photo.place.is_some() {
        return Ok(photo.place.clone());
    }
    Ok(sql
        .prepare_cached(
            "SELECT place.name FROM article_place JOIN place ON place.id = place_id
             WHERE article_id = ?1 ORDER BY article_place.id LIMIT 1",
        )?
        .query_row([photo.article_id], |row| row.get(0))
        .optional()?)
}
