//! Headings of an article: subjects, places and events, set and cleared by name.

use serde::Deserialize;

use crate::error::Error;
use crate::nouns::place::ArticlePlace;
use crate::nouns::{article, event, place, subject};
use crate::record::terms::OpKind;
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::rows;
use crate::values::one_line;

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
            let article = article::resolve(tx.sql(), article)?.id;
            let name = one_line(name);
            if name.is_empty() {
                return Err(Error::NameEmpty);
            }
            match heading {
                Heading::Subject => subject::set_subject(tx, article, name, on),
                Heading::Place => {
                    let place_id = place::find_or_make(tx, &name)?.id;
                    let tail = "WHERE article_id = ?1 AND place_id = ?2";
                    match rows::find::<ArticlePlace>(tx.sql(), tail, (article, place_id))? {
                        _ if on => place::about(tx, article, place_id),
                        Some(link) => tx.delete::<ArticlePlace>(link.id),
                        None => Ok(()),
                    }
                }
                Heading::Event => event::set_event(tx, article, name, on),
            }
        })
    }
}
