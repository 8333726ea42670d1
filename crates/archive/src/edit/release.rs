//! Closed articles are let out by name: what leaves the archive can only be told so by history, so it is noted first.

use std::collections::BTreeSet;
use std::path::Path;

use crate::error::Error;
use crate::nouns::access::is_closed;
use crate::nouns::article;
use crate::nouns::release::Release;
use crate::nouns::transfer::{self, TransferArticle};
use crate::record::terms::{OpKind, ReleaseWay};
use crate::store::door::{Outcome, Touched};
use crate::store::library::Archive;
use crate::store::{clock, rows};

/// Articles that go out whatever access rules say, as somebody named them. Only the archive gives it, once history has
/// it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Released {
    articles: BTreeSet<String>,
}

impl Released {
    /// Whether an article, by UUID, was named.
    pub fn holds(&self, article: &str) -> bool {
        self.articles.contains(article)
    }

    /// The UUIDs of all that were named, in their order.
    pub fn articles(&self) -> impl Iterator<Item = &str> {
        self.articles.iter().map(String::as_str)
    }
}

impl Archive {
    /// Lets articles out by name (UUIDs or references), and notes of each that is closed today on which way and where
    /// to. Nothing is written where none is closed. What was let out cannot be called back: a person's undo passes it by.
    ///
    /// # Errors
    /// [`Error::NotFound`]; where one is closed, that nothing can be written.
    pub fn release(
        &mut self,
        named: &[String],
        way: ReleaseWay,
        target: &Path,
    ) -> Result<Outcome<Released>, Error> {
        let today = clock::local_day(self.wall_ms());
        let mut released = Released::default();
        let mut closed = BTreeSet::new();
        for name in named {
            let article = article::resolve(self.connection(), name)?;
            if is_closed(&article, &today) {
                closed.insert(article.id);
            }
            released.articles.insert(article.uuid);
        }
        if closed.is_empty() {
            return Ok(Outcome {
                value: released,
                op: None,
                nouns: BTreeSet::new(),
                touched: Touched::default(),
            });
        }
        let name = target.file_name().unwrap_or(target.as_os_str());
        let target = name.to_string_lossy().into_owned();
        self.transact(OpKind::Release, |tx| {
            for article_id in closed {
                tx.insert(&Release {
                    id: 0,
                    uuid: String::new(),
                    article_id,
                    way,
                    target: target.clone(),
                })?;
            }
            Ok(released)
        })
    }

    /// The articles that were named when a transfer began, by its UUID or the number of its act: history has that as the
    /// transfer's own beginning.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn released_with_transfer(&self, id: &str) -> Result<Released, Error> {
        let sql = self.connection();
        let transfer = transfer::resolve(sql, id)?;
        let tail = "WHERE transfer_id = ?1 AND named = 1";
        let mut released = Released::default();
        for entry in rows::select::<TransferArticle>(sql, tail, [transfer.id])? {
            let article: article::Article = rows::get(sql, entry.article_id)?;
            released.articles.insert(article.uuid);
        }
        Ok(released)
    }
}
