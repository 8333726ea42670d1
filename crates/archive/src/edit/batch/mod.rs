//! The same done to many articles, as one op: told beforehand what it would come to, stopped without a trace, and
//! taken back by one undo.
//!
//! What is told beforehand is no forecast: the op is done in full, looked at, and dropped before its commit.

mod act;
mod asked;
mod described;
mod told;

use std::collections::BTreeSet;

use rusqlite::OptionalExtension;

use crate::edit::batch::act::Act;
use crate::edit::batch::described::Described;
use crate::edit::batch::told::NAMED;
use crate::error::Error;
use crate::nouns::article;
use crate::nouns::article::Article;
use crate::store::door::{Outcome, Tx};
use crate::store::job;
use crate::store::job::Watch;
use crate::store::library::Archive;

pub use asked::{Batch, BatchAct, BatchFields};
pub use told::{
    BatchArticle, BatchChange, BatchHindered, BatchHindrance, BatchLine, BatchOpen, BatchOpenPoint,
    BatchResult,
};

impl Archive {
    /// Says what a batch would come to, by doing it and taking it back before anybody sees it.
    ///
    /// # Errors
    /// As [`Archive::run_batch`].
    pub fn rehearse_batch(
        &mut self,
        batch: &Batch,
        watch: Watch<'_>,
    ) -> Result<BatchResult, Error> {
        let readings = self.read_for(batch, watch)?;
        self.rehearse(|tx| run(tx, batch, &readings, watch))
    }

    /// Does the same to many articles, as one op. One that hinders it stays as it is, and is told.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a unit or party that is none, [`Error::ValueInvalid`]; that it was stopped: then
    /// nothing is changed.
    pub fn run_batch(
        &mut self,
        batch: &Batch,
        watch: Watch<'_>,
    ) -> Result<Outcome<BatchResult>, Error> {
        let readings = self.read_for(batch, watch)?;
        self.transact_watched(batch.act.op(), watch, |tx, watch| {
            run(tx, batch, &readings, watch)
        })
    }

    /// What has to be read in the articles' texts, before the library is locked.
    fn read_for(&self, batch: &Batch, watch: Watch<'_>) -> Result<act::Readings, Error> {
        match batch.act {
            BatchAct::Accept => act::Readings::of(self, &batch.articles, watch),
            _ => Ok(act::Readings::default()),
        }
    }
}

fn run(
    tx: &mut Tx<'_>,
    batch: &Batch,
    readings: &act::Readings,
    watch: Watch<'_>,
) -> Result<BatchResult, Error> {
    let mut result = BatchResult::default();
    let mut articles = Vec::with_capacity(batch.articles.len());
    let mut met = BTreeSet::new();
    for name in &batch.articles {
        match article::resolve(tx.sql(), name) {
            Ok(article) if met.insert(article.id) => articles.push(article),
            Ok(_) => {}
            Err(Error::NotFound { .. }) => result.hinder(BatchHindrance::Gone, || BatchArticle {
                id: name.clone(),
                reference: String::new(),
                title: String::new(),
            }),
            Err(error) => return Err(error),
        }
    }
    let articles = article::in_order_of_date(tx.sql(), articles)?;
    let act = Act::new(tx.sql(), &batch.act, readings)?;
    let total = articles.len() as u64;
    for (done, article) in articles.into_iter().enumerate() {
        job::tell(watch, "changing", done as u64, total)?;
        let named = result.lines.len() < NAMED;
        let before = match named {
            true => Some((
                name_article(tx, &article)?,
                Described::of(tx.sql(), &article, &act)?,
            )),
            false => None,
        };
        let open = act.open_points(tx.sql(), &article)?;
        let count = tx.count_done();
        let hindrance = match tx.attempt(|tx| act.apply(tx, article.clone())) {
            Ok(hindrance) => hindrance,
            Err(error) => Some(hindrance_of(error)?),
        };
        if let Some(why) = hindrance {
            let article = name_article(tx, &article)?;
            result.hinder(why, || article);
            continue;
        }
        if tx.count_done() == count {
            result.same += 1;
            continue;
        }
        result.changed += 1;
        for point in open {
            result.leave_open(point);
        }
        if let Some((named, before)) = before {
            let changes = before.changes(tx.sql(), article.id, &act)?;
            result.lines.push(BatchLine {
                article: named,
                changes,
            });
        }
    }
    Ok(result)
}

/// What an error says of one article alone; others end the op.
fn hindrance_of(error: Error) -> Result<BatchHindrance, Error> {
    match error {
        Error::TextRegistered { .. } => Ok(BatchHindrance::Registered),
        Error::ArticleTransferred { .. } => Ok(BatchHindrance::Transferred),
        other => Err(other),
    }
}

fn name_article(tx: &Tx<'_>, article: &Article) -> Result<BatchArticle, Error> {
    let title: Option<String> = tx
        .sql()
        .prepare_cached("SELECT title FROM version WHERE article_id = ?1 ORDER BY of_id IS NOT NULL, id LIMIT 1")?
        .query_row([article.id], |row| row.get(0))
        .optional()?;
    Ok(BatchArticle {
        id: article.uuid.clone(),
        reference: article.reference.clone(),
        title: title.unwrap_or_default(),
    })
}
