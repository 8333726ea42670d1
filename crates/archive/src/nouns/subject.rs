//! Subject headings, and the articles under them.

use rusqlite::Connection;

use crate::error::Error;
use crate::store::describe::{Derived, RecordKind, Table, seen_in};
use crate::store::door::Tx;
use crate::store::rows;
use crate::store::rows::{row, sort_key_of};
use crate::values;

row! {
    /// A subject heading.
    Subject in SUBJECT {
        name: String,
    }
}

row! {
    /// An article under a subject heading.
    ArticleSubject in ARTICLE_SUBJECT {
        article_id: i64 [part_of("article")],
        subject_id: i64 [holds("subject")],
    }
}

pub(crate) static SUBJECT: Table = Table {
    derived: &[Derived {
        column: "sort_key",
        from: &["name"],
        compute: sort_key_of,
        may_lack: false,
    }],
    called: &["name"],
    seen_in: &[seen_in(
        RecordKind::Article,
        "SELECT article_id FROM article_subject WHERE subject_id = ?1",
    )],
    indexed_in: "SELECT article_id FROM article_subject WHERE subject_id = ?1",
    ..Table::new("subject", Subject::FIELDS)
};

pub(crate) static ARTICLE_SUBJECT: Table = Table {
    alike: &["article_id", "subject_id"],
    told_of: Some("subject_id"),
    seen_in: &[seen_in(
        RecordKind::Article,
        "SELECT article_id FROM article_subject WHERE id = ?1",
    )],
    indexed_in: "SELECT article_id FROM article_subject WHERE id = ?1",
    ..Table::new("article_subject", ArticleSubject::FIELDS)
};

/// Puts an article under these subjects and no others.
pub(crate) fn set_subjects(tx: &mut Tx<'_>, article: i64, names: &[String]) -> Result<(), Error> {
    let names = values::distinct_lines(names);
    for link in
        rows::select::<ArticleSubject>(tx.sql(), "WHERE article_id = ?1 ORDER BY id", [article])?
    {
        if !names.contains(&rows::get::<Subject>(tx.sql(), link.subject_id)?.name) {
            tx.delete::<ArticleSubject>(link.id)?;
        }
    }
    for name in names {
        set_subject(tx, article, name, true)?;
    }
    Ok(())
}

pub(crate) fn set_subject(
    tx: &mut Tx<'_>,
    article_id: i64,
    name: String,
    on: bool,
) -> Result<(), Error> {
    let subject_id = match rows::find::<Subject>(tx.sql(), "WHERE name = ?1", [&name])? {
        Some(subject) => subject.id,
        None if on => tx.insert(&Subject {
            id: 0,
            uuid: String::new(),
            name,
        })?,
        None => return Ok(()),
    };
    let tail = "WHERE article_id = ?1 AND subject_id = ?2";
    match (
        rows::find::<ArticleSubject>(tx.sql(), tail, (article_id, subject_id))?,
        on,
    ) {
        (None, true) => tx
            .insert(&ArticleSubject {
                id: 0,
                uuid: String::new(),
                article_id,
                subject_id,
            })
            .map(drop),
        (Some(link), false) => tx.delete::<ArticleSubject>(link.id),
        _ => Ok(()),
    }
}

/// The headings of an article, in the order of the Kazakh alphabet.
pub(crate) fn names_of(sql: &Connection, article: i64) -> Result<Vec<String>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT name FROM subject JOIN article_subject ON subject.id = subject_id WHERE article_id = ?1 ORDER BY sort_key",
    )?;
    let names = statement.query_map([article], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}
