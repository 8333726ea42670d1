//! Headings of an article: subjects, places and events, set and cleared by name.

use serde::Deserialize;

use crate::error::Error;
use crate::nouns::article;
use crate::nouns::event::{ArticleEvent, Event};
use crate::nouns::place::{self, ArticlePlace};
use crate::nouns::subject::{ArticleSubject, Subject};
use crate::nouns::version::one_line;
use crate::record::terms::OpKind;
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;

/// What a heading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heading {
    /// What the article is about.
    Subject,
    /// Where.
    Place,
    /// What took place.
    Event,
}

impl Archive {
    /// Puts an article under a heading, made where it is new; or takes it from under it.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NameEmpty`].
    pub fn set_heading(
        &mut self,
        article: &str,
        heading: Heading,
        name: &str,
        on: bool,
    ) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditHeadings, |tx| {
            let article = article::named(tx.sql(), article)?.id;
            let name = one_line(name);
            if name.is_empty() {
                return Err(Error::NameEmpty);
            }
            match heading {
                Heading::Subject => subject(tx, article, name, on),
                Heading::Place => {
                    let place_id = place::find_or_make(tx, &name)?.id;
                    let tail = "WHERE article_id = ?1 AND place_id = ?2";
                    match rows::find::<ArticlePlace>(tx.sql(), tail, (article, place_id))? {
                        _ if on => about(tx, article, place_id),
                        Some(link) => tx.delete::<ArticlePlace>(link.id),
                        None => Ok(()),
                    }
                }
                Heading::Event => event(tx, article, name, on),
            }
        })
    }
}

/// Puts an article under these subjects and no others.
pub(crate) fn set_subjects(tx: &mut Tx<'_>, article: i64, names: &[String]) -> Result<(), Error> {
    let names = listed(names);
    for link in
        rows::select::<ArticleSubject>(tx.sql(), "WHERE article_id = ?1 ORDER BY id", [article])?
    {
        if !names.contains(&rows::get::<Subject>(tx.sql(), link.subject_id)?.name) {
            tx.delete::<ArticleSubject>(link.id)?;
        }
    }
    for name in names {
        subject(tx, article, name, true)?;
    }
    Ok(())
}

/// Says that an article is about these places and no others; what its text names stays marked.
pub(crate) fn set_places(tx: &mut Tx<'_>, article: i64, names: &[String]) -> Result<(), Error> {
    let mut kept = Vec::new();
    for name in listed(names) {
        kept.push(place::find_or_make(tx, &name)?.id);
    }
    for link in
        rows::select::<ArticlePlace>(tx.sql(), "WHERE article_id = ?1 ORDER BY id", [article])?
    {
        if !kept.contains(&link.place_id) {
            tx.delete::<ArticlePlace>(link.id)?;
        }
    }
    for place in kept {
        about(tx, article, place)?;
    }
    Ok(())
}

/// Says that an article is about a place, once.
pub(crate) fn about(tx: &mut Tx<'_>, article_id: i64, place_id: i64) -> Result<(), Error> {
    let tail = "WHERE article_id = ?1 AND place_id = ?2";
    if rows::find::<ArticlePlace>(tx.sql(), tail, (article_id, place_id))?.is_none() {
        tx.insert(&ArticlePlace {
            id: 0,
            uuid: String::new(),
            article_id,
            place_id,
        })?;
    }
    Ok(())
}

/// Names as typed into a list: one line each, none twice, none empty.
fn listed(names: &[String]) -> Vec<String> {
    let mut listed: Vec<String> = Vec::new();
    for name in names.iter().map(|name| one_line(name)) {
        if !name.is_empty() && !listed.contains(&name) {
            listed.push(name);
        }
    }
    listed
}

fn subject(tx: &mut Tx<'_>, article_id: i64, name: String, on: bool) -> Result<(), Error> {
    let subject_id = match rows::find::<Subject>(tx.sql(), "WHERE name = ?1", [&name])? {
        Some(subject) => subject.id,
        None if on => tx.insert(&Subject {
            id: 0,
            uuid: String::new(),
            name,
        })?,
        None => return Ok(()),
    };
    let tail = "WHERE article_id = ?1 AND subject_id = ?2";
    match (
        rows::find::<ArticleSubject>(tx.sql(), tail, (article_id, subject_id))?,
        on,
    ) {
        (None, true) => tx
            .insert(&ArticleSubject {
                id: 0,
                uuid: String::new(),
                article_id,
                subject_id,
            })
            .map(drop),
        (Some(link), false) => tx.delete::<ArticleSubject>(link.id),
        _ => Ok(()),
    }
}

/// Says that an article reports an event, once.
pub(crate) fn report(tx: &mut Tx<'_>, article_id: i64, event_id: i64) -> Result<(), Error> {
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

fn event(tx: &mut Tx<'_>, article_id: i64, name: String, on: bool) -> Result<(), Error> {
    let tail =
        "WHERE name = ?2 AND id IN (SELECT event_id FROM article_event WHERE article_id = ?1)";
    match (
        rows::find::<Event>(tx.sql(), tail, (article_id, &name))?,
        on,
    ) {
        (None, true) => {
            // two events of one name are two events: nothing but the archivist says that they are one
            let event_id = tx.insert(&Event {
                id: 0,
                uuid: String::new(),
                name,
                date: None,
                place: None,
            })?;
            tx.insert(&ArticleEvent {
                id: 0,
                uuid: String::new(),
                article_id,
                event_id,
            })
            .map(drop)
        }
        (Some(event), false) => {
            for link in rows::select::<ArticleEvent>(
                tx.sql(),
                "WHERE article_id = ?1 AND event_id = ?2",
                (article_id, event.id),
            )? {
                tx.delete::<ArticleEvent>(link.id)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}
