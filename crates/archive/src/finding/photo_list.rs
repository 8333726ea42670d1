//! The photos of the library, of an event, of a party: filtered, a page at a time.

use muragat_language::Typing;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::finding::article_record;
use crate::finding::words::{Asked, Closeness, Words, date_written};
use crate::nouns::photo::Photo;
use crate::record::PhotoRecord;
use crate::store::library::Archive;
use crate::store::rows;

/// A photo in a grid.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PhotoLine {
    /// The photo whole.
    pub photo: PhotoRecord,
    /// The article it hangs on, by UUID.
    pub article: Option<String>,
    /// Its reference.
    pub reference: Option<String>,
    /// Its title.
    pub title: Option<String>,
}

/// What a photo can lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PhotoLack {
    /// A credit line.
    Credit,
    /// A caption in any language.
    Caption,
    /// An alternative text in any language.
    Alt,
}

/// Which photos, and which page of them.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PhotoQuery {
    /// Words of a caption, an alternative text, the credit, the photographer, the place or the file name, in
    /// any ending; the last may be unfinished.
    pub text: Option<String>,
    /// Only photos that lack this.
    pub lacking: Option<PhotoLack>,
    /// This party (a UUID) is seen in it.
    pub party: Option<String>,
    /// It shows this event, a UUID.
    pub event: Option<String>,
    /// How many to pass over.
    #[ts(type = "number")]
    pub offset: u64,
    /// How many to give, at most.
    pub limit: u32,
}

/// A page of photos.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PhotoPage {
    /// How many photos match in all.
    #[ts(type = "number")]
    pub total: u64,
    /// The page.
    pub rows: Vec<PhotoLine>,
}

/// Of the article catalogued last first, each article's in their order; those on events alone come last.
const ORDER: &str = "photo.article_id DESC, photo.ordinal, photo.id";

impl Archive {
    /// A page of photos.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn photos(&self, query: &PhotoQuery) -> Result<PhotoPage, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let mut conditions: Vec<&str> = Vec::new();
        let mut params: Vec<Value> = Vec::new();
        conditions.extend(query.lacking.map(|lack| match lack {
            PhotoLack::Credit => "photo.credit IS NULL",
            PhotoLack::Caption => "NOT EXISTS (SELECT 1 FROM photo_text WHERE photo_id = photo.id AND kind = 'caption')",
            PhotoLack::Alt => "NOT EXISTS (SELECT 1 FROM photo_text WHERE photo_id = photo.id AND kind = 'alt')",
        }));
        if let Some(party) = &query.party {
            conditions.push("photo.id IN (SELECT photo_id FROM region WHERE party_id = (SELECT id FROM party WHERE uuid = ?))");
            params.push(Value::Text(party.clone()));
        }
        if let Some(event) = &query.event {
            conditions.push("photo.event_id = (SELECT id FROM event WHERE uuid = ?)");
            params.push(Value::Text(event.clone()));
        }
        let text = query.text.as_deref().unwrap_or_default();
        let asked = Asked::read(Some(text), Typing::Going);
        if let Asked::NoWord = asked {
            conditions.push("0");
        }
        if let Asked::Words(words) = &asked
            && let Some(expression) = words.expression_of(Closeness::AnyForm, &["captions"])
        {
            // the index knows captions, credits and places per article; which photo it is, is looked up then
            conditions.push(
                "(photo.article_id IS NULL OR photo.article_id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)
                  OR instr(lower(photo.name), lower(?)) > 0)",
            );
            params.push(Value::Text(expression));
            params.push(Value::Text(text.trim().to_owned()));
        }
        let condition = match conditions.is_empty() {
            true => "1".to_owned(),
            false => conditions.join(" AND "),
        };
        let offset = usize::try_from(query.offset).unwrap_or(usize::MAX);
        let (total, page): (u64, Vec<i64>) = if let Asked::Words(words) = &asked {
            let found = matching(sql, &condition, params, words)?;
            let total = found.len() as u64;
            let page = found
                .into_iter()
                .skip(offset)
                .take(query.limit as usize)
                .collect();
            (total, page)
        } else {
            let total: i64 = sql
                .prepare_cached(&format!("SELECT count(*) FROM photo WHERE {condition}"))?
                .query_row(params_from_iter(&params), |row| row.get(0))?;
            params.push(Value::Integer(i64::from(query.limit)));
            params.push(Value::Integer(
                i64::try_from(query.offset).unwrap_or(i64::MAX),
            ));
            let page = sql
                .prepare_cached(&format!(
                    "SELECT id FROM photo WHERE {condition} ORDER BY {ORDER} LIMIT ? OFFSET ?"
                ))?
                .query_map(params_from_iter(params), |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            (total.unsigned_abs(), page)
        };
        Ok(PhotoPage {
            total,
            rows: page
                .into_iter()
                .map(|id| line(sql, id))
                .collect::<Result<_, _>>()?,
        })
    }

    /// The lines of some photos, by their UUIDs and in their order.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the catalogue's.
    pub fn photo_lines(&self, ids: &[String]) -> Result<Vec<PhotoLine>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        ids.iter()
            .map(|id| {
                let photo: Photo = rows::by_uuid(sql, id)?;
                line(sql, photo.id)
            })
            .collect()
    }
}

/// The line of one photo.
pub(crate) fn line(sql: &Connection, id: i64) -> Result<PhotoLine, Error> {
    let photo: Photo = rows::get(sql, id)?;
    let article = photo
        .article_id
        .map(|article| {
            sql.prepare_cached(
                "SELECT article.uuid, reference, title FROM article JOIN search_entry ON article_id = article.id WHERE article.id = ?1",
            )?
            .query_row([article], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()
        })
        .transpose()?
        .flatten();
    let (article, reference, title) = match article {
        Some((id, reference, title)) => (Some(id), Some(reference), Some(title)),
        None => (None, None, None),
    };
    Ok(PhotoLine {
        photo: article_record::photo_record_alone(sql, photo)?,
        article,
        reference,
        title,
    })
}

/// The photos that meet a condition and have every word, in order.
fn matching(
    sql: &Connection,
    condition: &str,
    params: Vec<Value>,
    wanted: &Words,
) -> Result<Vec<i64>, Error> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT id, name, ifnull(credit, ''), ifnull(photographer, ''), ifnull(place, ''), ifnull(taken_at, ''),
           ifnull((SELECT group_concat(text, char(10)) FROM photo_text WHERE photo_id = photo.id), '')
         FROM photo WHERE {condition} ORDER BY {ORDER}"
    ))?;
    let mut rows = statement.query(params_from_iter(params))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let mut told: Vec<String> = (1..=4).map(|at| row.get(at)).collect::<Result<_, _>>()?;
        let day: String = row.get(5)?;
        told.push(date_written(day.split('T').next().unwrap_or_default()));
        let texts: String = row.get(6)?;
        told.extend(texts.lines().map(str::to_owned));
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        if wanted.are_met(&told) {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}
