//! An article that is another text of one in the archive becomes a version of it: its texts with their files and marks,
//! its cast, headings and photos go over, and its own record goes.

use crate::edit::deletion::delete_whole;
use crate::edit::join_rows::move_references;
use crate::edit::transfer as transfer_edit;
use crate::error::Error;
use crate::finding::other_version::VersionOrder;
use crate::nouns::article::Article;
use crate::nouns::version::Version;
use crate::nouns::{article, version};
use crate::record::terms::{Access, OpKind, Relation, State};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::rows;
use crate::store::rows::Row;
use crate::values::value_invalid;

impl Archive {
    /// Makes a draft's texts versions of another article's: `relation` is what the later text is to the earlier one, and
    /// `order` which of both the draft's is. What the other's record lacks comes from the draft; what both say and say
    /// differently stays in its note, beside the draft's reference. Gives the UUID of the draft's first text.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::TextRegistered`] where the draft is registered, or the other's text is and would
    /// become the later one; [`Error::ArticleTransferred`]; [`Error::ValueInvalid`] for an article with itself, and for
    /// what is no relation of a later text.
    pub fn join_articles(
        &mut self,
        draft: &str,
        of: &str,
        relation: Relation,
        order: VersionOrder,
    ) -> Result<Outcome<String>, Error> {
        self.transact(OpKind::JoinArticles, |tx| {
            let of: Version = rows::by_uuid(tx.sql(), of)?;
            let into: Article = rows::get(tx.sql(), of.article_id)?;
            let from = article::resolve(tx.sql(), draft)?;
            if !matches!(relation, Relation::Corrects | Relation::Replaces) {
                return Err(value_invalid("version", "relation", relation.as_str()));
            }
            if into.id == from.id {
                return Err(value_invalid("version", "article", &from.reference));
            }
            let texts = movable_texts(tx, &from)?;
            let top = first_before(tx, &of)?;
            if order == VersionOrder::Earlier && top.fixed_at.is_some() {
                return Err(Error::TextRegistered {
                    reference: into.reference,
                });
            }
            let (before, after) = match order {
                VersionOrder::Later => (Some(&of), None),
                VersionOrder::Earlier => (None, Some(&top)),
            };
            move_references(tx, Article::table(), from.id, into.id)?;
            let first = relate(tx, &texts, relation, before, after)?;
            join_fields(tx, into, &from)?;
            delete_whole(tx, Article::table(), from.id)?;
            Ok(first)
        })
    }
}

/// The texts of an article that may go to another: none of them is evidence, and it was never handed over.
fn movable_texts(tx: &Tx<'_>, article: &Article) -> Result<Vec<Version>, Error> {
    let texts = version::of_article(tx.sql(), article.id)?;
    if article.state != State::Draft || texts.iter().any(|text| text.fixed_at.is_some()) {
        return Err(Error::TextRegistered {
            reference: article.reference.clone(),
        });
    }
    transfer_edit::refuse_if_sent(tx, article.id, &article.reference)?;
    Ok(texts)
}

/// Says what the first text that came over is to the one `before` it, and the one `after` it to it; the others that relate
/// to none follow the first. Gives its UUID.
fn relate(
    tx: &mut Tx<'_>,
    texts: &[Version],
    relation: Relation,
    before: Option<&Version>,
    after: Option<&Version>,
) -> Result<String, Error> {
    let mut firsts = texts.iter().filter(|text| text.of_id.is_none());
    let first = firsts.next().ok_or_else(|| Error::NotFound {
        noun: "version",
        id: String::new(),
    })?;
    if let Some(before) = before {
        relate_to(tx, first.id, relation, before.id)?;
    }
    if let Some(after) = after {
        relate_to(tx, after.id, relation, first.id)?;
    }
    for other in firsts {
        relate_to(tx, other.id, relation, first.id)?;
    }
    Ok(first.uuid.clone())
}

fn relate_to(tx: &mut Tx<'_>, text: i64, relation: Relation, of: i64) -> Result<(), Error> {
    let mut text: Version = rows::get(tx.sql(), text)?;
    (text.relation, text.of_id) = (relation, Some(of));
    tx.update(&text)
}

/// The text that one goes back to in the end.
fn first_before(tx: &Tx<'_>, text: &Version) -> Result<Version, Error> {
    let mut at = text.clone();
    while let Some(before) = at.of_id {
        at = rows::get(tx.sql(), before)?;
    }
    Ok(at)
}

/// What a record lacks comes from the other; what the other says differently is kept in the note, with its reference.
fn join_fields(tx: &mut Tx<'_>, mut into: Article, from: &Article) -> Result<(), Error> {
    let mut said = Vec::new();
    let mut join = |ours: &mut Option<String>, theirs: &Option<String>| match (&ours, theirs) {
        (None, Some(_)) => ours.clone_from(theirs),
        (Some(own), Some(other)) if own != other => said.push(other.clone()),
        _ => {}
    };
    join(&mut into.publication_date, &from.publication_date);
    join(&mut into.outgoing_number, &from.outgoing_number);
    join(&mut into.outgoing_date, &from.outgoing_date);
    join(&mut into.kind, &from.kind);
    join(&mut into.source_url, &from.source_url);
    join(&mut into.rights, &from.rights);
    let named = match said.is_empty() {
        true => format!("№ {}", from.reference),
        false => format!("№ {}: {}", from.reference, said.join(", ")),
    };
    let notes = [into.note.as_ref(), from.note.as_ref(), Some(&named)];
    let notes: Vec<&str> = notes.into_iter().flatten().map(String::as_str).collect();
    into.note = Some(notes.join("\n"));
    // what is closed is not opened by the way
    if into.access == Access::Open && from.access != Access::Open {
        into.access = from.access;
        into.embargo_until.clone_from(&from.embargo_until);
        into.access_reason.clone_from(&from.access_reason);
        into.access_decided_by.clone_from(&from.access_decided_by);
    }
    tx.update(&into)
}
