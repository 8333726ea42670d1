//! Credits that a text prints for its photos («Сурет: …»), given to the photos that have none.

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
            let mut given = 0;
            for id in ids {
                let mut photo: Photo = rows::by_uuid(tx.sql(), id)?;
                if photo.credit.is_some() {
                    continue;
                }
                let Some(credit) = printed_for(tx.sql(), &photo)? else {
                    continue;
                };
                photo.credit = Some(credit);
                tx.update(&photo)?;
                given += 1;
            }
            Ok(given)
        })
    }
}

/// The credit that a photo's article prints for it: the first photo has the first, those beyond the last the last.
pub(super) fn printed_for(sql: &Connection, photo: &Photo) -> Result<Option<String>, Error> {
    let Some(article) = photo.article_id else {
        return Ok(None);
    };
    let credits = printed(sql, article)?;
    if credits.is_empty() {
        return Ok(None);
    }
    let before = place_of(sql, photo)?;
    Ok(credits.get(before).or(credits.last()).cloned())
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

/// How many photos stand before it.
fn place_of(sql: &Connection, photo: &Photo) -> Result<usize, Error> {
    let Some(home) = Home::of(photo) else {
        return Ok(0);
    };
    let (here, id) = home.condition();
    let all = rows::select::<Photo>(sql, &format!("WHERE {here} ORDER BY ordinal, id"), [id])?;
    Ok(all
        .iter()
        .position(|other| other.id == photo.id)
        .unwrap_or(0))
}
