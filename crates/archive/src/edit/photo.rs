//! Photos edited: their description, their order, where they hang.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::edit::attachment::PhotoHome;
use crate::edit::deletion;
use crate::error::Error;
use crate::nouns::event::Event;
use crate::nouns::party::Party;
use crate::nouns::photo::{Home, Photo, PhotoText, is_rating};
use crate::nouns::region;
use crate::record::terms::{DigitalSourceType, OpKind, TextKind};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::store::rows::Row;
use crate::values;
use crate::values::{is_language, value_invalid};

/// Fields of a photo to set; absent ones stay, an empty text clears one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PhotoFields {
    /// Credit line as printed (IPTC).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// Photographer (IPTC Creator).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photographer: Option<String>,
    /// ISO 8601, or shorter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_at: Option<String>,
    /// Where, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Terms of use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<String>,
    /// IPTC Instructions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instructions: Option<String>,
    /// A term of the IPTC vocabulary Digital Source Type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digital_source_type: Option<String>,
    /// XMP Rating: 1 to 5, or −1 where it is turned down; 0: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<i8>,
    /// Whether it is picked out of its series.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picked: Option<bool>,
    /// Whether it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<bool>,
    /// Captions by language.
    #[ts(optional, type = "Record<string, string>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub captions: Option<BTreeMap<String, String>>,
    /// Alternative texts by language.
    #[ts(optional, type = "Record<string, string>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alts: Option<BTreeMap<String, String>>,
    /// The event it shows, by UUID; empty: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Parties that are in the picture too, by UUID: whom a caption names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shows: Option<Vec<String>>,
}

impl Archive {
    /// Sets the same fields of several photos, as one op.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::ValueInvalid`] for a time, a language or a term that is none.
    pub fn edit_photos(
        &mut self,
        ids: &[String],
        fields: &PhotoFields,
    ) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditPhotos, |tx| {
            let checked = Checked::of(tx, fields)?;
            for id in ids {
                set_fields(tx, rows::by_uuid(tx.sql(), id)?, fields, &checked)?;
            }
            Ok(())
        })
    }

    /// Puts photos of one article or event in this order; those not named come after, as they stood.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::ValueInvalid`] where they hang on different things.
    pub fn order_photos(&mut self, ids: &[String]) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::OrderPhotos, |tx| {
            let mut photos: Vec<Photo> = ids
                .iter()
                .map(|id| rows::by_uuid(tx.sql(), id))
                .collect::<Result<_, _>>()?;
            let Some(home) = photos.first().and_then(Home::of) else {
                return Ok(());
            };
            if let Some(stray) = photos.iter().find(|photo| Home::of(photo) != Some(home)) {
                return Err(value_invalid("photo", "order", &stray.name));
            }
            let (here, id) = home.condition();
            for photo in rows::select::<Photo>(
                tx.sql(),
                &format!("WHERE {here} ORDER BY ordinal, id"),
                [id],
            )? {
                if !photos.iter().any(|named| named.id == photo.id) {
                    photos.push(photo);
                }
            }
            for (at, mut photo) in photos.into_iter().enumerate() {
                photo.ordinal = at as i64 + 1;
                tx.update(&photo)?;
            }
            Ok(())
        })
    }

    /// Hangs photos on another article or on an event alone, behind what hangs there. The event that a photo
    /// shows stays where it goes to an article.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::PhotoDuplicate`] where the same picture hangs there already.
    pub fn move_photos(&mut self, ids: &[String], home: &PhotoHome) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::MovePhotos, |tx| {
            let home = home.find(tx.sql())?;
            for id in ids {
                let mut photo: Photo = rows::by_uuid(tx.sql(), id)?;
                if Home::of(&photo) == Some(home) {
                    continue;
                }
                if home.holds(tx.sql(), photo.original_id)? {
                    return Err(Error::PhotoDuplicate { file: photo.name });
                }
                photo.ordinal = home.next(tx.sql())?;
                match home {
                    Home::Article(article) => photo.article_id = Some(article),
                    Home::Event(event) => (photo.article_id, photo.event_id) = (None, Some(event)),
                }
                tx.update(&photo)?;
            }
            Ok(())
        })
    }

    /// Takes photos out of the catalogue, with their captions and regions; undo brings them back. Their
    /// originals stay.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn remove_photos(&mut self, ids: &[String]) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::RemovePhotos, |tx| {
            for id in ids {
                let photo: Photo = rows::by_uuid(tx.sql(), id)?;
                deletion::delete_whole(tx, Photo::table(), photo.id)?;
            }
            Ok(())
        })
    }
}

/// What fields name, found once for all photos.
pub(super) struct Checked {
    taken_at: Option<String>,
    /// None where the event stays.
    event: Option<Option<i64>>,
    shows: Vec<i64>,
}

impl Checked {
    pub(super) fn of(tx: &Tx<'_>, fields: &PhotoFields) -> Result<Checked, Error> {
        let taken_at = values::typed(fields.taken_at.as_deref());
        let taken_at = taken_at.map(|time| values::moment("photo", "taken_at", &time));
        if let Some(term) = fields.digital_source_type.as_deref().map(str::trim)
            && !term.is_empty()
            && DigitalSourceType::parse(term).is_none()
        {
            return Err(value_invalid("photo", "digital_source_type", term));
        }
        if let Some(rating) = fields.rating
            && rating != 0
            && !is_rating(&rating)
        {
            return Err(value_invalid("photo", "rating", &rating.to_string()));
        }
        let event = match fields.event.as_deref().map(str::trim) {
            Some("") => Some(None),
            Some(id) => Some(Some(rows::by_uuid::<Event>(tx.sql(), id)?.id)),
            None => None,
        };
        let shows = fields.shows.iter().flatten();
        Ok(Checked {
            taken_at: taken_at.transpose()?,
            event,
            shows: shows
                .map(|id| Ok(rows::by_uuid::<Party>(tx.sql(), id)?.id))
                .collect::<Result<_, Error>>()?,
        })
    }
}

/// Sets fields of one photo.
pub(super) fn set_fields(
    tx: &mut Tx<'_>,
    mut photo: Photo,
    fields: &PhotoFields,
    checked: &Checked,
) -> Result<(), Error> {
    for (field, value) in [
        (&mut photo.credit, &fields.credit),
        (&mut photo.photographer, &fields.photographer),
        (&mut photo.place, &fields.place),
        (&mut photo.rights, &fields.rights),
        (&mut photo.instructions, &fields.instructions),
        (&mut photo.digital_source_type, &fields.digital_source_type),
    ] {
        if let Some(value) = value.as_deref().map(str::trim) {
            *field = (!value.is_empty()).then(|| value.to_owned());
        }
    }
    if fields.taken_at.is_some() {
        photo.taken_at.clone_from(&checked.taken_at);
    }
    if let Some(rating) = fields.rating {
        photo.rating = (rating != 0).then_some(i64::from(rating));
    }
    photo.picked = fields.picked.unwrap_or(photo.picked);
    photo.published = fields.published.unwrap_or(photo.published);
    if let Some(event) = checked.event {
        if event.is_none() && photo.article_id.is_none() {
            // it would hang on nothing
            return Err(value_invalid("photo", "event", ""));
        }
        photo.event_id = event;
    }
    tx.update(&photo)?;
    for (kind, texts) in [
        (TextKind::Caption, &fields.captions),
        (TextKind::Alt, &fields.alts),
    ] {
        for (language, text) in texts.iter().flatten() {
            set_text(tx, &photo, kind, language, text.trim())?;
        }
    }
    for party in &checked.shows {
        region::show(tx, photo.id, *party)?;
    }
    Ok(())
}

/// Sets a caption or an alternative text; empty: takes it away.
pub(super) fn set_text(
    tx: &mut Tx<'_>,
    photo: &Photo,
    kind: TextKind,
    language: &str,
    text: &str,
) -> Result<(), Error> {
    if !is_language(language) {
        return Err(value_invalid("photo_text", "language", language));
    }
    let tail = "WHERE photo_id = ?1 AND language = ?2 AND kind = ?3";
    let stands = rows::find::<PhotoText>(tx.sql(), tail, (photo.id, language, kind))?;
    let field = match kind {
        TextKind::Caption => format!("captions.{language}"),
        TextKind::Alt => format!("alts.{language}"),
    };
    let now: Vec<String> = stands.iter().map(|text| text.text.clone()).collect();
    if !tx.may_write_list(("photo", &photo.uuid, &field), &now, &[text.to_owned()])? {
        return Ok(());
    }
    match stands {
        Some(stands) if text.is_empty() => tx.delete::<PhotoText>(stands.id),
        Some(mut stands) => {
            text.clone_into(&mut stands.text);
            tx.update(&stands)
        }
        None if text.is_empty() => Ok(()),
        None => tx
            .insert(&PhotoText {
                id: 0,
                uuid: String::new(),
                photo_id: photo.id,
                language: language.to_owned(),
                kind,
                text: text.to_owned(),
            })
            .map(drop),
    }
}
