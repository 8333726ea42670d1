//! Version: one text of an article. A draft's text is edited; at registration it is fixed.

use rusqlite::Connection;
use rusqlite::types::Value;
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::record::terms::Relation;
use crate::store::describe::{Derived, RecordKind, Table, seen_in, seen_in_by};
use crate::store::rows;
use crate::store::rows::row;

row! {
    /// One text of an article.
    Version in VERSION {
        article_id: i64 [part_of("article")],
        language: String [settable],
        title: String [long, settable],
        body: String [long, settable],
        relation: Relation,
        of_id: Option<i64> [holds("version")],
        fixed_at: Option<String>,
        release_key: Option<String>,
    }
}

pub(crate) static VERSION: Table = Table {
    derived: &[Derived {
        column: "digest",
        from: &["title", "body"],
        compute: digest_of,
        may_lack: false,
    }],
    called: &["article_id", "title"],
    evidence: Some("fixed_at IS NOT NULL"),
    release: "UPDATE version SET fixed_at = NULL WHERE id = ?1",
    seen_in: &[
        seen_in(
            RecordKind::Article,
            "SELECT article_id FROM version WHERE id = ?1",
        ),
        seen_in_by(
            RecordKind::Photo,
            &["article_id", "title"],
            "SELECT photo.id FROM photo JOIN version USING (article_id) WHERE version.id = ?1",
        ),
        seen_in_by(
            RecordKind::Event,
            &["article_id", "title"],
            "SELECT event_id FROM photo JOIN version USING (article_id) WHERE version.id = ?1",
        ),
        seen_in_by(
            RecordKind::Party,
            &["article_id", "title", "fixed_at"],
            "SELECT speaker_id FROM quote JOIN version AS said ON said.id = version_id JOIN version USING (article_id) WHERE version.id = ?1",
        ),
    ],
    indexed_in: "SELECT article_id FROM version WHERE id = ?1",
    indexed_by: &["article_id", "language", "title", "body", "of_id"],
    ..Table::new("version", Version::FIELDS)
};

fn digest_of(values: &[&Value]) -> Value {
    match values {
        [title, body] => Value::Text(digest(rows::text(title), rows::text(body))),
        _ => Value::Null,
    }
}

/// By what a text that came in is known again; none where it has no words. It is worked out once: it takes too long for
/// every key that is typed, and what is written into a text since makes it no other release.
pub(crate) fn release_key(title: &str, body: &str) -> Option<String> {
    Some(muragat_language::release_key(title, body)).filter(|key| !key.is_empty())
}

/// The language of a text that does not tell, and of a blank draft (ISO 639-2).
pub(crate) const UNDETERMINED: &str = "und";

/// By this the same text is known again, whatever bytes it came in.
pub(crate) fn digest(title: &str, body: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(title.as_bytes());
    hasher.update(b"\n");
    hasher.update(body.as_bytes());
    muragat_files::hex(&hasher.finalize())
}

/// The first text of an article: the one that it was entered with, or an earlier one that came later; none where it has
/// none yet.
pub(crate) fn first_of_article(sql: &Connection, article: i64) -> Result<Option<Version>, Error> {
    let tail = "WHERE article_id = ?1 ORDER BY of_id IS NOT NULL, id LIMIT 1";
    rows::find(sql, tail, [article])
}

/// The versions of an article, oldest first: in the order in which they were entered, but none before the one that it
/// relates to.
pub(crate) fn of_article(sql: &Connection, article: i64) -> Result<Vec<Version>, Error> {
    let mut left: Vec<Version> = rows::select(sql, "WHERE article_id = ?1 ORDER BY id", [article])?;
    let mut ordered = Vec::with_capacity(left.len());
    let is_free = |version: &Version, left: &[Version]| {
        version
            .of_id
            .is_none_or(|of| !left.iter().any(|other| other.id == of))
    };
    while let Some(at) = left.iter().position(|version| is_free(version, &left)) {
        ordered.push(left.remove(at));
    }
    ordered.append(&mut left);
    Ok(ordered)
}
