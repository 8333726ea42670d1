//! Subject headings, and the articles under them.

use crate::store::describe::{Derived, RecordKind, Table, seen_in};
use crate::store::rows::{row, sort_key_of};

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
