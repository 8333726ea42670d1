//! Subject headings, and the articles under them.

use crate::store::rows::{Derived, Table, row, sort_key_of};

row! {
    /// A subject heading.
    Subject in SUBJECT {
        name: String,
    }
}

row! {
    /// An article under a subject heading.
    ArticleSubject in ARTICLE_SUBJECT {
        article_id: i64,
        subject_id: i64,
    }
}

pub(crate) static SUBJECT: Table = Table {
    name: "subject",
    fields: Subject::FIELDS,
    long: &[],
    derived: &[Derived {
        column: "sort_key",
        from: &["name"],
        compute: sort_key_of,
    }],
    release: "",
    articles: "SELECT article_id FROM article_subject WHERE subject_id = ?1",
};

pub(crate) static ARTICLE_SUBJECT: Table = Table {
    name: "article_subject",
    fields: ArticleSubject::FIELDS,
    long: &[],
    derived: &[],
    release: "",
    articles: "SELECT article_id FROM article_subject WHERE id = ?1",
};
