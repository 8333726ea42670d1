//! Taking drafts out of the catalogue: an article with all that hangs on it, one version of it. Children go
//! first, as nothing cascades behind the door; undo brings all of it back.

use crate::edit::transfer as transfer_edit;
use crate::error::Error;
use crate::nouns::article::{self, Article};
use crate::nouns::version::{self, Version};
use crate::record::terms::{OpKind, State};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;

impl Archive {
    /// Takes a draft out of the catalogue, with all that hangs on it; undo brings it back.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::TextRegistered`]; [`Error::ArticleTransferred`].
    pub fn delete_article(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::DeleteArticle, |tx| {
            let article = article::named(tx.sql(), id)?;
            let versions = version::of_article(tx.sql(), article.id)?;
            if article.state != State::Draft
                || versions.iter().any(|version| version.fixed_at.is_some())
            {
                return Err(Error::TextRegistered {
                    reference: article.reference,
                });
            }
            transfer_edit::refuse_if_sent(tx, article.id, &article.reference)?;
            delete_below(tx, article.id, &versions)?;
            tx.delete::<Article>(article.id)
        })
    }

    /// Takes a draft version out again, with its mentions, quotes, files and printed positions; the cast stays.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::TextRegistered`]; [`Error::VersionNeeded`] where it is the article's only
    /// text or another version relates to it.
    pub fn delete_version(&mut self, version: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::DeleteVersion, |tx| {
            let version: Version = rows::by_uuid(tx.sql(), version)?;
            let siblings = version::of_article(tx.sql(), version.article_id)?;
            let reference = rows::get::<Article>(tx.sql(), version.article_id)?.reference;
            if version.fixed_at.is_some() {
                return Err(Error::TextRegistered { reference });
            }
            if siblings.len() == 1 || siblings.iter().any(|other| other.of_id == Some(version.id)) {
                return Err(Error::VersionNeeded { reference });
            }
            for noun in ["mention", "quote", "file", "printed_position"] {
                delete_where(tx, noun, "version_id = ?1", version.id)?;
            }
            tx.delete::<Version>(version.id)
        })
    }
}

/// Takes away what hangs on an article, its place in transfers too.
fn delete_below(tx: &mut Tx<'_>, article: i64, versions: &[Version]) -> Result<(), Error> {
    delete_where(tx, "transfer_article", "article_id = ?1", article)?;
    clear(tx, article, versions)
}

/// Takes away what an article's record holds; of its versions only those given.
pub(crate) fn clear(tx: &mut Tx<'_>, article: i64, versions: &[Version]) -> Result<(), Error> {
    const OF_VERSION: &str = "version_id IN (SELECT id FROM version WHERE article_id = ?1)";
    const OF_PHOTO: &str = "photo_id IN (SELECT id FROM photo WHERE article_id = ?1)";
    const OF_PARTICIPATION: &str =
        "participation_id IN (SELECT id FROM participation WHERE article_id = ?1)";
    const OF_ARTICLE: &str = "article_id = ?1";
    for (noun, which) in [
        ("mention", OF_VERSION),
        ("quote", OF_VERSION),
        ("file", OF_VERSION),
        ("printed_position", OF_PARTICIPATION),
        ("participation_role", OF_PARTICIPATION),
        ("participation", OF_ARTICLE),
        ("region", OF_PHOTO),
        ("photo_text", OF_PHOTO),
        ("photo", OF_ARTICLE),
        ("article_subject", OF_ARTICLE),
        ("article_place", OF_ARTICLE),
        ("article_event", OF_ARTICLE),
        ("decision", OF_ARTICLE),
    ] {
        delete_where(tx, noun, which, article)?;
    }
    // a version names an older one, so the newest goes first
    for version in versions.iter().rev() {
        tx.delete::<Version>(version.id)?;
    }
    Ok(())
}

/// Takes away a noun's rows that a condition on `?1` picks, the newest first.
fn delete_where(tx: &mut Tx<'_>, noun: &str, which: &str, of: i64) -> Result<(), Error> {
    let Some(table) = rows::table(noun) else {
        return Ok(());
    };
    let ids: Vec<i64> = tx
        .sql()
        .prepare_cached(&format!(
            "SELECT id FROM {noun} WHERE {which} ORDER BY id DESC"
        ))?
        .query_map([of], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for id in ids {
        tx.delete_row(table, id)?;
    }
    Ok(())
}
