//! Credits that a text prints for its photos («Сурет: …»), given to the photos that have none.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use muragat_language as language;
use rusqlite::Connection;

use crate::error::Error;
use crate::nouns::photo::{Home, Photo};
use crate::nouns::{article, version};
use crate::record::terms::OpKind;
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::rows;

impl Archive {
    /// The credits that an article prints for its photos, in their order. The article by its UUID or reference.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn printed_credits(&self, article: &str) -> Result<Vec<String>, Error> {
        let article = article::resolve(self.connection(), article)?;
        printed(self.connection(), article.id)
    }

    /// Gives photos without a credit the one that their article prints. One op; the number of photos that were given one.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn credit_photos(&mut self, ids: &[String]) -> Result<Outcome<usize>, Error> {
        self.transact(OpKind::EditPhotos, |tx| {
            let mut articles: HashMap<i64, PrintedCredits> = HashMap::new();
            let mut given = 0;
            for id in ids {
                let mut photo: Photo = rows::by_uuid(tx.sql(), id)?;
                let (None, Some(article)) = (&photo.credit, photo.article_id) else {
                    continue;
                };
                let credits = match articles.entry(article) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(unknown) => {
                        unknown.insert(PrintedCredits::of(tx.sql(), article)?)
                    }
                };
                let Some(credit) = credits.of_photo(&photo) else {
                    continue;
                };
                photo.credit = Some(credit.to_owned());
                tx.update(&photo)?;
                given += 1;
            }
            Ok(given)
        })
    }
}

/// The credits that an article prints, and in which order its photos take them.
pub(super) struct PrintedCredits {
    credits: Vec<String>,
    photos: Vec<i64>,
}

impl PrintedCredits {
    pub fn of(sql: &Connection, article: i64) -> Result<PrintedCredits, Error> {
        let (here, id) = Home::Article(article).condition();
        let tail = format!("WHERE {here} ORDER BY ordinal, id");
        let photos = rows::select::<Photo>(sql, &tail, [id])?;
        Ok(PrintedCredits {
            credits: printed(sql, article)?,
            photos: photos.into_iter().map(|photo| photo.id).collect(),
        })
    }

    /// The credit of a photo: the first has the first, those beyond the last the last; none where none is printed.
    pub fn of_photo(&self, photo: &Photo) -> Option<&str> {
        let before = self.photos.iter().position(|id| *id == photo.id);
        let own = self.credits.get(before.unwrap_or_default());
        own.or(self.credits.last()).map(String::as_str)
    }
}

/// Those of the first text that prints any: a translation prints the same again.
fn printed(sql: &Connection, article: i64) -> Result<Vec<String>, Error> {
    let credits = version::of_article(sql, article)?
        .iter()
        .map(|version| language::photo_credits(&version.body))
        .find(|credits| !credits.is_empty());
    Ok(credits
        .unwrap_or_default()
        .into_iter()
        .map(|credit| credit.text)
        .collect())
}
