//! What is done to each article of a batch.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::edit::article::{ArticleEdit, fix_texts, lay_into, set_fields};
use crate::edit::batch::asked::{BatchAct, BatchFields};
use crate::edit::batch::told::{BatchHindrance, BatchOpenPoint};
use crate::edit::deletion;
use crate::edit::version::{VersionFields, edit_text};
use crate::error::Error;
use crate::nouns::article::Article;
use crate::nouns::party::Party;
use crate::nouns::version::Version;
use crate::nouns::{article, party, place, subject, unit, version};
use crate::record::terms::State;
use crate::store::door::Tx;
use crate::store::job;
use crate::store::job::Watch;
use crate::store::library::Archive;
use crate::store::rows;
use crate::tagging::readings::VersionRead;
use crate::tagging::{accept, tag_by_name};
use crate::values;

/// So many texts are read before the library is locked, and kept until they are accepted from; the others then.
const READ_AHEAD: usize = 500;

/// Texts that were read before the library was locked, by their version's key.
#[derive(Default)]
pub(super) struct Readings {
    read: HashMap<i64, VersionRead>,
    lexicon: std::sync::Arc<muragat_language::Lexicon>,
}

impl Readings {
    /// Reads the texts of these articles.
    pub(super) fn of(
        archive: &Archive,
        articles: &[String],
        watch: Watch<'_>,
    ) -> Result<Readings, Error> {
        let mut readings = Readings {
            lexicon: archive.lexicon()?,
            read: HashMap::new(),
        };
        let sql = archive.connection();
        let ahead = articles.len().min(READ_AHEAD);
        for (done, name) in articles.iter().take(ahead).enumerate() {
            job::tell(watch, "reading_texts", done as u64, ahead as u64)?;
            // who is gone by now is told when it is done
            let article = match article::resolve(sql, name) {
                Err(Error::NotFound { .. }) => continue,
                found => found?,
            };
            for version in version::of_article(sql, article.id)? {
                let read = VersionRead::new(&version, &readings.lexicon);
                readings.read.insert(version.id, read);
            }
        }
        Ok(readings)
    }

    /// What was read in a version, as it stands.
    fn find(&self, version: &Version) -> VersionRead {
        let known = self.read.get(&version.id);
        known
            .filter(|read| read.is_of(version))
            .cloned()
            .unwrap_or_else(|| VersionRead::new(version, &self.lexicon))
    }
}

/// What is done to each article, with what it names found once for all.
pub(super) enum Act<'a> {
    Register,
    Delete,
    Move(Option<i64>),
    Set(&'a BatchFields),
    Tag(Box<Party>, Vec<String>),
    Accept(&'a Readings),
}

impl<'a> Act<'a> {
    pub(super) fn new(
        sql: &Connection,
        act: &'a BatchAct,
        readings: &'a Readings,
    ) -> Result<Act<'a>, Error> {
        Ok(match act {
            BatchAct::Register => Act::Register,
            BatchAct::Delete => Act::Delete,
            BatchAct::Move(unit) => {
                let name = unit
                    .as_deref()
                    .map(str::trim)
                    .filter(|name| !name.is_empty());
                let unit = name.map(|name| unit::resolve(sql, name)).transpose()?;
                Act::Move(unit.map(|unit| unit.id))
            }
            BatchAct::Set(fields) => Act::Set(fields),
            BatchAct::Tag(id) => {
                let party: Party = rows::by_uuid(sql, id)?;
                let names = party::forms(sql, &party)?;
                Act::Tag(Box::new(party), names)
            }
            BatchAct::Accept => Act::Accept(readings),
        })
    }

    /// Does it to one article; what hinders it is given back, and nothing is done then.
    pub(super) fn apply(
        &self,
        tx: &mut Tx<'_>,
        article: Article,
    ) -> Result<Option<BatchHindrance>, Error> {
        match self {
            Act::Register => {
                let hindrance = unfit_to_register(tx.sql(), &article)?;
                if hindrance.is_none() {
                    register(tx, article)?;
                }
                return Ok(hindrance);
            }
            Act::Delete => deletion::delete_draft(tx, &article)?,
            Act::Move(unit) => lay_into(tx, article, *unit)?,
            Act::Set(fields) => {
                let edit = edit_of(tx.sql(), &article, fields)?;
                let first = version::first_of_article(tx.sql(), article.id)?;
                set_fields(tx, article, &edit)?;
                if let (Some(first), Some(_)) = (first, &fields.language) {
                    let language = VersionFields {
                        language: fields.language.clone(),
                        ..VersionFields::default()
                    };
                    edit_text(tx, &first, &language)?;
                }
            }
            Act::Tag(party, names) => {
                if !tag_by_name::tag_where_named(tx, &article, party, names)? {
                    return Ok(Some(BatchHindrance::Unnamed));
                }
            }
            Act::Accept(readings) => {
                for version in version::of_article(tx.sql(), article.id)? {
                    let read = readings.find(&version);
                    accept::accept_certain(tx, &version, &read)?;
                }
            }
        }
        Ok(None)
    }

    /// What is open in an article whose texts become evidence.
    pub(super) fn open_points(
        &self,
        sql: &Connection,
        article: &Article,
    ) -> Result<Vec<BatchOpenPoint>, Error> {
        if !matches!(self, Act::Register) {
            return Ok(Vec::new());
        }
        let has = |query: &str| -> Result<bool, Error> {
            Ok(sql.prepare_cached(query)?.exists([article.id])?)
        };
        let points = [
            (article.publication_date.is_none(), BatchOpenPoint::Date),
            (article.unit_id.is_none(), BatchOpenPoint::Unit),
            (
                !has("SELECT 1 FROM participation WHERE article_id = ?1")?,
                BatchOpenPoint::Cast,
            ),
            (
                has("SELECT 1 FROM photo WHERE article_id = ?1 AND credit IS NULL")?,
                BatchOpenPoint::Credit,
            ),
        ];
        let open = points.into_iter().filter(|(open, _)| *open);
        Ok(open.map(|(_, point)| point).collect())
    }
}

/// A text that nobody has looked at is not made evidence among a thousand others.
fn unfit_to_register(sql: &Connection, article: &Article) -> Result<Option<BatchHindrance>, Error> {
    let fresh: Vec<Version> = version::of_article(sql, article.id)?
        .into_iter()
        .filter(|version| version.fixed_at.is_none())
        .collect();
    Ok(
        match (
            fresh.iter().any(|version| version.title.trim().is_empty()),
            fresh.iter().any(|version| version.body.trim().is_empty()),
        ) {
            (true, _) => Some(BatchHindrance::Untitled),
            (_, true) => Some(BatchHindrance::Textless),
            _ => None,
        },
    )
}

fn register(tx: &mut Tx<'_>, article: Article) -> Result<(), Error> {
    let is_fixed = version::of_article(tx.sql(), article.id)?
        .iter()
        .all(|version| version.fixed_at.is_some());
    match article.state != State::Draft && is_fixed {
        true => Ok(()),
        false => fix_texts(tx, article),
    }
}

/// What the fields of a batch come to in one article.
fn edit_of(
    sql: &Connection,
    article: &Article,
    fields: &BatchFields,
) -> Result<ArticleEdit, Error> {
    let note =
        values::typed(fields.add_note.as_deref()).map(|line| match article.note.as_deref() {
            Some(note) if note.lines().any(|known| known == line) => note.to_owned(),
            Some(note) => format!("{note}\n{line}"),
            None => line,
        });
    Ok(ArticleEdit {
        unit: fields.unit.clone(),
        kind: fields.kind.clone(),
        publication_date: fields.publication_date.clone(),
        rights: fields.rights.clone(),
        note,
        access: fields.access,
        embargo_until: fields.embargo_until.clone(),
        access_reason: fields.access_reason.clone(),
        access_decided_by: fields.access_decided_by.clone(),
        subjects: changed_list(
            || subject::names_of(sql, article.id),
            fields.add_subjects.as_deref(),
            fields.remove_subjects.as_deref(),
        )?,
        places: changed_list(
            || place::headings_of(sql, article.id),
            fields.add_places.as_deref(),
            fields.remove_places.as_deref(),
        )?,
        ..ArticleEdit::default()
    })
}

/// A list of names with some added and some taken away; none where neither is asked for.
fn changed_list(
    now: impl FnOnce() -> Result<Vec<String>, Error>,
    add: Option<&[String]>,
    remove: Option<&[String]>,
) -> Result<Option<Vec<String>>, Error> {
    if add.is_none() && remove.is_none() {
        return Ok(None);
    }
    let mut names = now()?;
    let remove = values::distinct_lines(remove.unwrap_or_default());
    names.retain(|name| !remove.contains(name));
    for name in values::distinct_lines(add.unwrap_or_default()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Ok(Some(names))
}
