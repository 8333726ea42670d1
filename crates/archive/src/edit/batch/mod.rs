//! The same done to many articles, as one op: told beforehand what it would come to, stopped without a trace, and
//! taken back by one undo.
//!
//! What is told beforehand is no forecast: the op is done in full, looked at, and dropped before its commit.

mod act;
mod described;

use std::collections::BTreeSet;

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::edit::batch::act::Act;
use crate::edit::batch::described::Described;
use crate::error::Error;
use crate::nouns::article;
use crate::nouns::article::Article;
use crate::record::terms::{Access, OpKind};
use crate::store::door::{Outcome, Tx};
use crate::store::job;
use crate::store::job::Watch;
use crate::store::library::Archive;

/// So many articles are named in each part of a result; the others are counted.
const NAMED: usize = 200;

/// What is to be done to which articles.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// UUIDs or references; their order does not matter.
    pub articles: Vec<String>,
    /// What is done to each.
    pub act: BatchAct,
}

/// What is done to each of many articles.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BatchAct {
    /// It is registered, where it has a title and a text.
    Register,
    /// A draft is taken out of the catalogue.
    Delete,
    /// It is laid into this unit (a UUID or codes); none: the in-tray. Numbers are given in the order of dates.
    Move(Option<String>),
    /// These fields are set.
    Set(Box<BatchFields>),
    /// This party (a UUID) is tagged wherever its texts name it.
    Tag(String),
    /// What the app reads in its texts is accepted, where it is sure who on record is meant.
    Accept,
}

/// Fields to set in each of many articles; those left out stay, an empty text clears one.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct BatchFields {
    /// A UUID or codes as in `12/1/3`; empty: the in-tray. Numbers are given in the order of dates.
    pub unit: Option<String>,
    /// Such as «press release».
    pub kind: Option<String>,
    /// `YYYY-MM-DD` or shorter.
    pub publication_date: Option<String>,
    /// Terms of use.
    pub rights: Option<String>,
    /// Open, restricted or under embargo.
    pub access: Option<Access>,
    /// Last day of the embargo.
    pub embargo_until: Option<String>,
    /// Why access is restricted.
    pub access_reason: Option<String>,
    /// Who decided so.
    pub access_decided_by: Option<String>,
    /// A line to add to the archivist's note of each: what stands there stays.
    pub add_note: Option<String>,
    /// Subject headings to add.
    pub add_subjects: Option<Vec<String>>,
    /// Subject headings to take away.
    pub remove_subjects: Option<Vec<String>>,
    /// Places to add.
    pub add_places: Option<Vec<String>>,
    /// Places to take away.
    pub remove_places: Option<Vec<String>>,
}

/// What a batch came to, or would come to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct BatchResult {
    /// How many articles change.
    #[ts(type = "number")]
    pub changed: u64,
    /// How many are so already.
    #[ts(type = "number")]
    pub same: u64,
    /// The first of those that change, in the order in which it is done to them.
    pub lines: Vec<BatchLine>,
    /// Those that stay as they are, by what hinders.
    pub hindered: Vec<BatchHindered>,
    /// What an archivist would want to mend first, where texts become evidence.
    pub open: Vec<BatchOpen>,
}

/// An article of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BatchArticle {
    /// UUIDv7.
    pub id: String,
    /// Its reference before.
    pub reference: String,
    /// Title line.
    pub title: String,
}

/// An article that changes, and what of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BatchLine {
    /// Which.
    #[serde(flatten)]
    pub article: BatchArticle,
    /// Field by field.
    pub changes: Vec<BatchChange>,
}

/// A field before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BatchChange {
    /// As history names it; `subjects` and `places` for lists, `named` for what was tagged.
    pub field: String,
    /// As people read it; none where it was empty.
    pub before: Option<String>,
    /// The same, after.
    pub after: Option<String>,
}

/// Why an article of a batch stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BatchHindrance {
    /// A text without a title is not made evidence unseen.
    Untitled,
    /// Nor one that is empty.
    Textless,
    /// Its text is registered.
    Registered,
    /// It was handed over to an archive.
    Transferred,
    /// None of its texts names the party.
    Unnamed,
    /// It is no longer in the catalogue.
    Gone,
}

/// Articles of a batch that stay as they are for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BatchHindered {
    /// Why.
    pub why: BatchHindrance,
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
    /// The first of them.
    pub articles: Vec<BatchArticle>,
}

/// What is still open in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BatchOpenPoint {
    /// It has no date.
    Date,
    /// It lies in the in-tray.
    Unit,
    /// Nobody takes part in it.
    Cast,
    /// A photo of it has no credit.
    Credit,
}

/// How many articles have something open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BatchOpen {
    /// What.
    pub point: BatchOpenPoint,
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
}

impl BatchAct {
    fn op(&self) -> OpKind {
        match self {
            BatchAct::Register => OpKind::RegisterArticles,
            BatchAct::Delete => OpKind::DeleteArticles,
            BatchAct::Move(_) => OpKind::MoveArticles,
            BatchAct::Set(_) => OpKind::EditArticles,
            BatchAct::Tag(_) => OpKind::TagArticles,
            BatchAct::Accept => OpKind::AcceptCertain,
        }
    }
}

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

impl BatchResult {
    fn hinder(&mut self, why: BatchHindrance, article: impl FnOnce() -> BatchArticle) {
        let at = match self.hindered.iter().position(|one| one.why == why) {
            Some(at) => at,
            None => {
                self.hindered.push(BatchHindered {
                    why,
                    count: 0,
                    articles: Vec::new(),
                });
                self.hindered.len() - 1
            }
        };
        if let Some(hindered) = self.hindered.get_mut(at) {
            hindered.count += 1;
            if hindered.articles.len() < NAMED {
                hindered.articles.push(article());
            }
        }
    }

    fn leave_open(&mut self, point: BatchOpenPoint) {
        match self.open.iter_mut().find(|open| open.point == point) {
            Some(open) => open.count += 1,
            None => self.open.push(BatchOpen { point, count: 1 }),
        }
        self.open.sort_by_key(|open| open.point);
    }
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
        .prepare_cached("SELECT title FROM version WHERE article_id = ?1 ORDER BY id LIMIT 1")?
        .query_row([article.id], |row| row.get(0))
        .optional()?;
    Ok(BatchArticle {
        id: article.uuid.clone(),
        reference: article.reference.clone(),
        title: title.unwrap_or_default(),
    })
}
