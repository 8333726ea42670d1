//! What is told of a batch: what changes, what not and why.

use serde::Serialize;
use ts_rs::TS;

/// So many articles are named in each part of a result; the others are counted.
pub(super) const NAMED: usize = 200;

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
    /// As history names it; `subjects` and `places` for lists, `named` for what was tagged, `quotes` for what was quoted.
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

impl BatchResult {
    /// Notes an article that stays as it is.
    pub(super) fn hinder(&mut self, why: BatchHindrance, article: impl FnOnce() -> BatchArticle) {
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

    /// Notes that something is open in an article.
    pub(super) fn leave_open(&mut self, point: BatchOpenPoint) {
        match self.open.iter_mut().find(|open| open.point == point) {
            Some(open) => open.count += 1,
            None => self.open.push(BatchOpen { point, count: 1 }),
        }
        self.open.sort_by_key(|open| open.point);
    }
}
