//! Events: listed, shown, edited, reported by articles.

use serde::Deserialize;
use ts_rs::TS;

use crate::edit::deletion;
use crate::error::Error;
use crate::nouns::article;
use crate::nouns::event::{ArticleEvent, Event};
use crate::nouns::photo::Photo;
use crate::record::terms::OpKind;
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::store::rows::Row;
use crate::values;
use crate::values::one_line;

/// Fields of an event to set; absent ones stay, an empty text clears one.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct EventFields {
    /// Name.
    pub name: Option<String>,
    /// EDTF.
    pub date: Option<String>,
    /// Where, as text.
    pub place: Option<String>,
}

impl Archive {
    /// Adds an event; with an article, which then reports it. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NameEmpty`], [`Error::NotFound`]; [`Error::ValueInvalid`] for a date that is none.
    pub fn add_event(
        &mut self,
        fields: &EventFields,
        article: Option<&str>,
    ) -> Result<Outcome<String>, Error> {
        self.transact(OpKind::AddEvent, |tx| {
            let mut event = Event {
                id: 0,
                uuid: String::new(),
                name: String::new(),
                date: None,
                place: None,
            };
            set_fields(&mut event, fields)?;
            let id = tx.insert(&event)?;
            if let Some(article) = article {
                let article = article::resolve(tx.sql(), article)?.id;
                link_article(tx, article, id)?;
            }
            Ok(rows::get::<Event>(tx.sql(), id)?.uuid)
        })
    }

    /// Sets fields of an event.
    ///
    /// # Errors
    /// As [`Archive::add_event`].
    pub fn edit_event(&mut self, id: &str, fields: &EventFields) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditEvent, |tx| {
            let mut event: Event = rows::by_uuid(tx.sql(), id)?;
            set_fields(&mut event, fields)?;
            tx.update(&event)
        })
    }

    /// Takes an event away, and with it that articles report and photos show it.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::EventInUse`] while photos hang on it alone.
    pub fn delete_event(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::DeleteEvent, |tx| {
            let event: Event = rows::by_uuid(tx.sql(), id)?;
            let photos =
                rows::select::<Photo>(tx.sql(), "WHERE event_id = ?1 ORDER BY id", [event.id])?;
            let alone = photos.iter().filter(|photo| photo.article_id.is_none());
            let alone = alone.count() as u64;
            if alone > 0 {
                return Err(Error::EventInUse {
                    name: event.name,
                    photos: alone,
                });
            }
            deletion::delete_whole(tx, Event::table(), event.id)
        })
    }

    /// Says that an article reports an event.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn link_event(&mut self, article: &str, event: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::LinkEvent, |tx| {
            let article = article::resolve(tx.sql(), article)?.id;
            let event: Event = rows::by_uuid(tx.sql(), event)?;
            link_article(tx, article, event.id)
        })
    }

    /// Says that an article does not report an event.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn unlink_event(&mut self, article: &str, event: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::LinkEvent, |tx| {
            let article = article::resolve(tx.sql(), article)?.id;
            let event: Event = rows::by_uuid(tx.sql(), event)?;
            let tail = "WHERE article_id = ?1 AND event_id = ?2";
            match rows::find::<ArticleEvent>(tx.sql(), tail, (article, event.id))? {
                Some(link) => tx.delete::<ArticleEvent>(link.id),
                None => Ok(()),
            }
        })
    }
}

/// Sets fields as typed; an event has a name.
fn set_fields(event: &mut Event, fields: &EventFields) -> Result<(), Error> {
    if let Some(name) = &fields.name {
        event.name = one_line(name);
    }
    if event.name.is_empty() {
        return Err(Error::NameEmpty);
    }
    let typed = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    if let Some(date) = &fields.date {
        event.date = values::optional_dating("event", "date", Some(date))?;
    }
    if let Some(place) = &fields.place {
        event.place = typed(place);
    }
    Ok(())
}

/// Puts an article under an event, once.
fn link_article(tx: &mut Tx<'_>, article_id: i64, event_id: i64) -> Result<(), Error> {
    let tail = "WHERE article_id = ?1 AND event_id = ?2";
    if rows::find::<ArticleEvent>(tx.sql(), tail, (article_id, event_id))?.is_none() {
        tx.insert(&ArticleEvent {
            id: 0,
            uuid: String::new(),
            article_id,
            event_id,
        })?;
    }
    Ok(())
}
