//! The photos of the library, of an event, of a party: a page at a time.

use muragat_language::Typing;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::article_record;
use crate::finding::photo_query::{PhotoQuery, Picked};
use crate::finding::words::{Asked, Words, date_written};
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

/// A page of photos.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PhotoPage {
    /// How many photos match in all.
    #[ts(type = "number")]
    pub total: u64,
    /// The page.
    pub rows: Vec<PhotoLine>,
}

impl Archive {
    /// A page of photos.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn photos(&self, query: &PhotoQuery) -> Result<PhotoPage, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let text = query.text.as_deref().unwrap_or_default();
        let asked = Asked::read(Some(text), Typing::Going);
        let Picked {
            condition,
            mut params,
        } = query.picked(&asked);
        let order = query.sort.order();
        let offset = usize::try_from(query.offset).unwrap_or(usize::MAX);
        let (total, page): (u64, Vec<i64>) = if let Asked::Words(words) = &asked {
            let found = matching(sql, &condition, params, order, words)?;
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
                    "SELECT id FROM photo WHERE {condition} ORDER BY {order} LIMIT ? OFFSET ?"
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

    /// Photos by UUID, in that order; those that are gone are left out.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn photo_lines(&self, ids: &[String]) -> Result<Vec<PhotoLine>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let mut lines = Vec::new();
        for id in ids {
            if let Some(photo) = rows::find::<Photo>(sql, "WHERE uuid = ?1", [id])? {
                lines.push(line(sql, photo.id)?);
            }
        }
        Ok(lines)
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
    order: &str,
    wanted: &Words,
) -> Result<Vec<i64>, Error> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT id, name, ifnull(credit, ''), ifnull(photographer, ''), ifnull(place, ''), ifnull(taken_at, ''),
           ifnull((SELECT group_concat(text, char(10)) FROM photo_text WHERE photo_id = photo.id), '')
         FROM photo WHERE {condition} ORDER BY {order}"
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
