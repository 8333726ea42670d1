//! Version: one text of an article. A draft's text is edited; at registration it is fixed.

use rusqlite::Connection;
use rusqlite::types::Value;
use sha2::{Digest, Sha256};

use crate::door::{Outcome, Tx};
use crate::error::Error;
use crate::library::Archive;
use crate::mention::Mention;
use crate::quote::Quote;
use crate::rows::{self, Derived, Table, row};
use crate::words::{MentionState, Relation};

row! {
    /// One text of an article.
    Version in VERSION {
        article_id: i64,
        language: String,
        title: String,
        body: String,
        relation: Relation,
        of_id: Option<i64>,
        fixed_at: Option<String>,
    }
}

pub(crate) static VERSION: Table = Table {
    name: "version",
    fields: Version::FIELDS,
    long: &["title", "body"],
    derived: &[Derived {
        column: "digest",
        from: &["title", "body"],
        compute: digest_of,
    }],
    articles: "SELECT article_id FROM version WHERE id = ?1",
};

fn digest_of(values: &[&Value]) -> Value {
    match values {
        [title, body] => Value::Text(digest(rows::text(title), rows::text(body))),
        _ => Value::Null,
    }
}

/// By this the same text is known again, whatever bytes it came in.
pub(crate) fn digest(title: &str, body: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(title.as_bytes());
    hasher.update(b"\n");
    hasher.update(body.as_bytes());
    hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The versions of an article, oldest first.
pub(crate) fn of_article(sql: &Connection, article: i64) -> Result<Vec<Version>, Error> {
    rows::select(sql, "WHERE article_id = ?1 ORDER BY id", [article])
}

impl Archive {
    /// Changes a draft's text. Spans after the edit move with it; one that the edit cuts through goes stale.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::TextRegistered`].
    pub fn edit_version(
        &mut self,
        version: &str,
        title: Option<&str>,
        body: Option<&str>,
    ) -> Result<Outcome<()>, Error> {
        let kind = match (title, body) {
            (Some(_), None) => "edit_title",
            _ => "edit_text",
        };
        self.transact(kind, |tx| {
            let stored: Version = rows::by_uuid(tx.sql(), version)?;
            let mut edited = stored.clone();
            if let Some(title) = title {
                edited.title = one_line(title);
            }
            if let Some(body) = body {
                edited.body = muragat_language::normalise_newlines(body).into_owned();
            }
            if edited == stored {
                return Ok(());
            }
            if stored.fixed_at.is_some() {
                let article: crate::article::Article = rows::get(tx.sql(), stored.article_id)?;
                return Err(Error::TextRegistered {
                    reference: article.reference,
                });
            }
            tx.update(&edited)?;
            shift_spans(tx, stored.id, &stored.body, &edited.body)
        })
    }

    /// Adds a version to an article: a translation, a correction, a replacement, a withdrawal. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::ValueInvalid`] where the relation wants no other version.
    pub fn add_version(
        &mut self,
        of: &str,
        relation: Relation,
        language: &str,
        title: &str,
        body: &str,
    ) -> Result<Outcome<String>, Error> {
        self.transact("add_version", |tx| {
            let of: Version = rows::by_uuid(tx.sql(), of)?;
            if relation == Relation::Original {
                return Err(Error::ValueInvalid {
                    noun: "version",
                    field: "relation".into(),
                    value: "original".into(),
                });
            }
            let id = tx.insert(&Version {
                id: 0,
                uuid: String::new(),
                article_id: of.article_id,
                language: language.to_owned(),
                title: one_line(title),
                body: muragat_language::normalise_newlines(body).into_owned(),
                relation,
                of_id: Some(of.id),
                fixed_at: None,
            })?;
            Ok(rows::get::<Version>(tx.sql(), id)?.uuid)
        })
    }
}

/// A title is one line.
pub(crate) fn one_line(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Moves the spans of a version along an edit of its body.
fn shift_spans(tx: &mut Tx<'_>, version: i64, before: &str, after: &str) -> Result<(), Error> {
    let old: Vec<char> = before.chars().collect();
    let new: Vec<char> = after.chars().collect();
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..]
        .iter()
        .rev()
        .zip(new[head..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    // where a span lies now, and whether the edit left it whole
    let place = |start: i64, end: i64| -> (i64, i64, bool) {
        let (s, e) = (start.max(0) as usize, end.max(0) as usize);
        if e <= head {
            (start, end, true)
        } else if s >= old_end {
            let shift = new_end as i64 - old_end as i64;
            (start + shift, end + shift, true)
        } else {
            let new_start = s.min(head).min(new.len().saturating_sub(1));
            let new_stop = if e >= old_end {
                e - old_end + new_end
            } else {
                new_end
            };
            (new_start as i64, new_stop.max(new_start + 1) as i64, false)
        }
    };
    let text_of = |start: i64, end: i64| -> String {
        new.iter()
            .skip(start.max(0) as usize)
            .take((end - start).max(0) as usize)
            .collect()
    };
    for mut mention in
        rows::select::<Mention>(tx.sql(), "WHERE version_id = ?1 ORDER BY id", [version])?
    {
        let (start, end, whole) = place(mention.start_at, mention.end_at);
        (mention.start_at, mention.end_at) = (start, end);
        mention.state = match whole && mention.state == MentionState::Fresh
            || text_of(start, end) == mention.text
        {
            true => MentionState::Fresh,
            false => MentionState::Stale,
        };
        tx.update(&mention)?;
    }
    for mut quote in
        rows::select::<Quote>(tx.sql(), "WHERE version_id = ?1 ORDER BY id", [version])?
    {
        let (start, end, _) = place(quote.start_at, quote.end_at);
        (quote.start_at, quote.end_at) = (start, end);
        quote.text = Some(text_of(start, end))
            .filter(|text| !text.is_empty())
            .unwrap_or(quote.text);
        tx.update(&quote)?;
    }
    Ok(())
}
