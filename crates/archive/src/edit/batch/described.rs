//! How an article of a batch looks to a person before and after: those fields that the act may change.

use rusqlite::Connection;

use crate::edit::batch::act::Act;
use crate::edit::batch::told::BatchChange;
use crate::error::Error;
use crate::nouns::article::Article;
use crate::nouns::{place, subject, unit, version};
use crate::record::unit_name;
use crate::store::rows;

/// Fields with their values as people read them.
pub(super) struct Described(Vec<(&'static str, Option<String>)>);

impl Described {
    /// How an article looks.
    pub(super) fn of(
        sql: &Connection,
        article: &Article,
        act: &Act<'_>,
    ) -> Result<Described, Error> {
        let mut fields = Vec::new();
        match act {
            // that it goes says all
            Act::Delete => {}
            Act::Register => fields.push(("state", Some(article.state.as_str().to_owned()))),
            Act::Move(_) => {
                fields.push(("unit_id", unit_words(sql, article.unit_id)?));
                fields.push(("reference", Some(article.reference.clone())));
            }
            Act::Set(set) => {
                fields.extend([
                    ("reference", Some(article.reference.clone())),
                    ("publication_date", article.publication_date.clone()),
                    ("kind", article.kind.clone()),
                    ("rights", article.rights.clone()),
                    ("access", Some(article.access.as_str().to_owned())),
                    ("embargo_until", article.embargo_until.clone()),
                    ("access_reason", article.access_reason.clone()),
                    ("access_decided_by", article.access_decided_by.clone()),
                    ("note", article.note.clone()),
                ]);
                if set.language.is_some() {
                    let first = version::first_of_article(sql, article.id)?;
                    fields.push(("language", first.map(|version| version.language)));
                }
                if set.unit.is_some() {
                    fields.push(("unit_id", unit_words(sql, article.unit_id)?));
                }
                if set.add_subjects.is_some() || set.remove_subjects.is_some() {
                    fields.push(("subjects", joined(&subject::names_of(sql, article.id)?)));
                }
                if set.add_places.is_some() || set.remove_places.is_some() {
                    fields.push(("places", joined(&place::headings_of(sql, article.id)?)));
                }
            }
            Act::Tag(..) | Act::Accept(_) => {
                fields.push(("named", joined(&named_in(sql, article.id)?)));
                fields.push(("quotes", joined(&quotes_in(sql, article.id)?)));
            }
        }
        Ok(Described(fields))
    }

    /// In what it looks different now.
    pub(super) fn changes(
        self,
        sql: &Connection,
        article: i64,
        act: &Act<'_>,
    ) -> Result<Vec<BatchChange>, Error> {
        let Some(article) = rows::find::<Article>(sql, "WHERE id = ?1", [article])? else {
            return Ok(Vec::new());
        };
        let after = Described::of(sql, &article, act)?;
        let pairs = self.0.into_iter().zip(after.0);
        Ok(pairs
            .filter(|((_, before), (_, after))| before != after)
            .map(|((field, before), (_, after))| BatchChange {
                field: field.to_owned(),
                before,
                after,
            })
            .collect())
    }
}

fn joined(names: &[String]) -> Option<String> {
    Some(names.join(", ")).filter(|text| !text.is_empty())
}

/// The codes from the fonds down, as on a shelf mark, and the name: «ЖО-1 Хабарламалар», «ЖО-1-2026 жыл»; none for the
/// in-tray.
fn unit_words(sql: &Connection, id: Option<i64>) -> Result<Option<String>, Error> {
    let path = unit::path(sql, id)?;
    let Some((own, above)) = path.split_last() else {
        return Ok(None);
    };
    let name = unit_name(&own.code, &own.title);
    let codes = above.iter().map(|unit| unit.code.as_str());
    let parts: Vec<&str> = codes.chain([name.as_str()]).collect();
    Ok(Some(parts.join("-")))
}

/// Who and what is tagged in an article's texts, with how often.
fn named_in(sql: &Connection, article: i64) -> Result<Vec<String>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT ifnull(party.name, place.name), count(*) FROM mention JOIN version ON version.id = version_id
         LEFT JOIN party ON party.id = party_id LEFT JOIN place ON place.id = place_id
         WHERE article_id = ?1 GROUP BY 1 ORDER BY 1",
    )?;
    let names = statement.query_map([article], |row| {
        let (name, count): (String, i64) = (row.get(0)?, row.get(1)?);
        Ok(match count {
            1 => name,
            count => format!("{name} × {count}"),
        })
    })?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// So many letters of a quote say which it is.
const QUOTE_BEGINNING: usize = 40;

/// What is quoted in an article's texts, by its beginning, and who says it.
fn quotes_in(sql: &Connection, article: i64) -> Result<Vec<String>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT quote.text, party.name FROM quote JOIN version ON version.id = version_id
         LEFT JOIN party ON party.id = speaker_id
         WHERE article_id = ?1 ORDER BY version_id, start_at, quote.id",
    )?;
    let quotes = statement.query_map([article], |row| {
        let (text, speaker): (String, Option<String>) = (row.get(0)?, row.get(1)?);
        let mut beginning: String = text.chars().take(QUOTE_BEGINNING).collect();
        if beginning.len() < text.len() {
            beginning.push('…');
        }
        Ok(match speaker {
            Some(name) => format!("«{beginning}» ({name})"),
            None => format!("«{beginning}»"),
        })
    })?;
    Ok(quotes.collect::<Result<_, _>>()?)
}
