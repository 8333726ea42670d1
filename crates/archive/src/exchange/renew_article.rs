//! Renew: what is here of an article gives way to another library's record of it. Its registered texts never do.

use std::collections::HashMap;

use crate::edit::deletion;
use crate::error::Error;
use crate::exchange::enter_record::{enter_below, enter_parties, enter_units};
use crate::finding::article_record;
use crate::nouns::article::Article;
use crate::nouns::{article, version};
use crate::record::ArticleRecord;
use crate::store::door::Tx;
use crate::store::originals::Stored;

/// Puts a record in the place of the article with its UUID. The article keeps its row, so that what refers to it
/// from outside its record stands; its reference stays where the record's is taken.
///
/// # Errors
/// [`Error::TextRegistered`] where a text that is registered here is another one in the record, or lacks there.
pub(crate) fn renew_article(
    tx: &mut Tx<'_>,
    record: &ArticleRecord,
    originals: &HashMap<String, Stored>,
) -> Result<(), Error> {
    let mut article: Article = article::resolve(tx.sql(), &record.id)?;
    if !record.keeps_registered(&article_record::article_record(tx.sql(), &article)?) {
        return Err(Error::TextRegistered {
            reference: article.reference,
        });
    }
    let mut drafts = version::of_article(tx.sql(), article.id)?;
    drafts.retain(|version| version.fixed_at.is_none());
    enter_parties(tx, record)?;
    deletion::clear_article(tx, article.id, &drafts)?;
    article.unit_id = enter_units(tx, record)?;
    let taken = tx
        .sql()
        .prepare_cached("SELECT 1 FROM article WHERE reference = ?1")?
        .exists([&record.reference])?;
    if !taken {
        // no part of a series here any more: it counts as typed by hand
        article.reference.clone_from(&record.reference);
        (article.series, article.number) = (None, None);
    }
    article.state = record.state;
    article.kind.clone_from(&record.kind);
    article.outgoing_number.clone_from(&record.outgoing_number);
    article.outgoing_date.clone_from(&record.outgoing_date);
    article
        .publication_date
        .clone_from(&record.publication_date);
    article.captured_on.clone_from(&record.captured_on);
    article.source_url.clone_from(&record.source_url);
    article.rights.clone_from(&record.rights);
    article.note.clone_from(&record.note);
    article.access = record.access.level;
    article.embargo_until.clone_from(&record.access.until);
    article.access_reason.clone_from(&record.access.reason);
    article
        .access_decided_by
        .clone_from(&record.access.decided_by);
    article.created_at.clone_from(&record.created_at);
    tx.update(&article)?;
    enter_below(tx, record, article.id, originals)
}
