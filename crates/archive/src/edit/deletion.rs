//! Taking rows out of the catalogue with all that is part of them: a draft, one version of it, a party, an event.
//! Children go first, as nothing cascades behind the door; undo brings all of it back.

use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::edit::transfer as transfer_edit;
use crate::error::Error;
use crate::nouns::article::Article;
use crate::nouns::version::Version;
use crate::nouns::{article, version};
use crate::record::terms::{OpKind, State};
use crate::store::describe::{Bond, Table};
use crate::store::door::{Outcome, Tx};
use crate::store::ledger::Edit;
use crate::store::library::Archive;
use crate::store::rows;
use crate::store::rows::Row;
use crate::tables;

impl Archive {
    /// Takes a draft out of the catalogue, with all that hangs on it; undo brings it back.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::TextRegistered`]; [`Error::ArticleTransferred`].
    pub fn delete_article(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::DeleteArticle, |tx| {
            let article = article::resolve(tx.sql(), id)?;
            delete_draft(tx, &article)
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
            delete_whole(tx, Version::table(), version.id)
        })
    }
}

/// Takes a draft away with all that hangs on it; what is on record elsewhere stays.
pub(crate) fn delete_draft(tx: &mut Tx<'_>, article: &Article) -> Result<(), Error> {
    let versions = version::of_article(tx.sql(), article.id)?;
    if article.state != State::Draft || versions.iter().any(|version| version.fixed_at.is_some()) {
        return Err(Error::TextRegistered {
            reference: article.reference.clone(),
        });
    }
    transfer_edit::refuse_if_sent(tx, article.id, &article.reference)?;
    delete_whole(tx, Article::table(), article.id)
}

/// Takes a row away with all that is part of it, as the tables' descriptions say; what only names it lets go.
/// What holds it or a part of it must be gone before: see [`tables::holder`].
pub(crate) fn delete_whole(tx: &mut Tx<'_>, table: &'static Table, id: i64) -> Result<(), Error> {
    let mut rows = find_parts(tx.sql(), table, id)?;
    rows.push((table, id));
    delete_rows(tx, &rows)
}

/// Takes away what an article's record holds: its text, cast, marks, photos and headings. The article's own row,
/// the versions that are not given and its place in transfers stay.
pub(crate) fn clear_article(
    tx: &mut Tx<'_>,
    article: i64,
    versions: &[Version],
) -> Result<(), Error> {
    let stays = |table: &Table, id: i64| match table.name {
        "transfer_article" => true,
        "version" => !versions.iter().any(|version| version.id == id),
        _ => false,
    };
    let mut rows = find_parts(tx.sql(), Article::table(), article)?;
    rows.retain(|(table, id)| !stays(table, *id));
    delete_rows(tx, &rows)
}

/// The rows that are part of a row, and of those, and so on: children before parents, the newest first.
fn find_parts(
    sql: &Connection,
    table: &'static Table,
    id: i64,
) -> Result<Vec<(&'static Table, i64)>, Error> {
    let mut found: BTreeSet<(&str, i64)> = BTreeSet::new();
    let mut open = vec![(table.name, id)];
    while let Some((noun, id)) = open.pop() {
        for (child, field, bond) in tables::references(noun) {
            if bond != Bond::Part {
                continue;
            }
            let mut statement = sql.prepare_cached(&format!(
                "SELECT id FROM {} WHERE {} = ?1",
                child.name, field.name
            ))?;
            for part in statement.query_map([id], |row| row.get(0))? {
                let part = (child.name, part?);
                if found.insert(part) {
                    open.push(part);
                }
            }
        }
    }
    let of = |table: &'static Table| {
        let first = (table.name, i64::MIN);
        let own = found.range(first..=(table.name, i64::MAX)).rev();
        own.map(move |(_, id)| (table, *id))
    };
    Ok(tables::TABLES
        .iter()
        .rev()
        .flat_map(|table| of(table))
        .collect())
}

fn delete_rows(tx: &mut Tx<'_>, rows: &[(&'static Table, i64)]) -> Result<(), Error> {
    for (table, id) in rows {
        let_go(tx, table.name, *id)?;
        tx.delete_row(table, *id)?;
    }
    Ok(())
}

/// Clears the fields that name a row and let go of it.
fn let_go(tx: &mut Tx<'_>, noun: &str, id: i64) -> Result<(), Error> {
    for (table, field, bond) in tables::references(noun) {
        if !matches!(bond, Bond::LetsGo | Bond::PartElse) {
            continue;
        }
        let ids: Vec<i64> = tx
            .sql()
            .prepare_cached(&format!(
                "SELECT id FROM {} WHERE {} = ?1 ORDER BY id",
                table.name, field.name
            ))?
            .query_map([id], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for row in ids {
            let edit = Edit {
                field: field.name,
                before: Value::Integer(id),
                after: Value::Null,
            };
            tx.edit(table, row, vec![edit])?;
        }
    }
    Ok(())
}
