//! How many suggestions are open in each text: noted when it is read and brought up to date with each op, so that the
//! documents that still have some are found without reading any. A number beside the rows, outside history. Nothing is
//! read while others wait for the library: what would have to be is read once the op is done.

use rusqlite::{Connection, OptionalExtension, params};

use crate::error::Error;
use crate::nouns::version;
use crate::nouns::version::Version;
use crate::store::library::Archive;
use crate::store::proof;
use crate::tagging::readings::ReadingsAtHand;
use crate::tagging::suggestion;

/// So many texts are read after an op, each no longer than so many bytes: a fraction of a second.
const READ_AFTERWARDS: usize = 20;
const LONG: usize = 100_000;

impl Archive {
    /// Notes the numbers of articles whose texts had to be read for it, after the op that touched them. What is too
    /// much for that, or cannot be read now, is noted when it is shown.
    pub(crate) fn recount_open(&self, articles: &[i64]) {
        let sql = self.connection();
        let mut due = self.kept_readings().typed_in.take();
        due.extend(articles);
        let texts = due
            .into_iter()
            .filter_map(|article| version::of_article(sql, article).ok())
            .flatten()
            .filter(|text| text.body.len() <= LONG);
        for text in texts.take(READ_AFTERWARDS) {
            let open = self
                .read_version(&text)
                .and_then(|read| suggestion::find_open(sql, &text, &read));
            if let Ok(open) = open {
                self.note_open(&text, open.len());
            }
        }
    }

    /// Keeps articles whose texts are still typed in for the next op that is none of the same typing.
    pub(crate) fn recount_later(&self, articles: &[i64]) {
        let mut due = self.kept_readings().typed_in.borrow_mut();
        due.extend(articles);
    }

    /// Notes how many suggestions are open in a text that was just read. Nobody who reads waits for it: where others
    /// write or nothing can be written, it is noted when the text is read next. Gives whether there are some where
    /// there were none, or the other way round.
    pub(crate) fn note_open(&self, version: &Version, open: usize) -> bool {
        let mut turned = false;
        self.note_aside(|sql| {
            let now = count_of(sql, version, open)?;
            let noted = find_noted(sql, version.id)?;
            if noted != Some(now) {
                write(sql, version, now)?;
            }
            turned = (now > 0) != noted.is_some_and(|noted| noted > 0);
            Ok(())
        });
        turned
    }
}

/// Brings an article's numbers up to date, inside the op that touched it. Gives whether it could: a text that would
/// have to be read keeps the number that it had.
pub(crate) fn refresh(
    sql: &Connection,
    article: i64,
    readings: &ReadingsAtHand,
) -> Result<bool, Error> {
    sql.prepare_cached(
        "DELETE FROM open_suggestions
         WHERE article_id = ?1 AND version_id NOT IN (SELECT id FROM version WHERE article_id = ?1)",
    )?
    .execute([article])?;
    let mut all = true;
    for version in version::of_article(sql, article)? {
        if is_superseded(sql, version.id)? {
            note(sql, &version, 0)?;
        } else if let Some(read) = readings.find(&version) {
            let open = suggestion::find_open_in(sql, &version, read.reading())?;
            note(sql, &version, open.len())?;
        } else {
            all = false;
        }
    }
    Ok(all)
}

/// Notes how many suggestions are open in a text; in one that another corrects, replaces or withdraws none are.
pub(crate) fn note(sql: &Connection, version: &Version, open: usize) -> Result<(), Error> {
    write(sql, version, count_of(sql, version, open)?)
}

fn count_of(sql: &Connection, version: &Version, open: usize) -> Result<i64, Error> {
    Ok(match is_superseded(sql, version.id)? {
        true => 0,
        false => i64::try_from(open).unwrap_or(i64::MAX),
    })
}

fn write(sql: &Connection, version: &Version, open: i64) -> Result<(), Error> {
    sql.prepare_cached(
        "INSERT INTO open_suggestions (version_id, article_id, open, proof) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (version_id) DO UPDATE SET article_id = excluded.article_id, open = excluded.open, proof = excluded.proof
         WHERE proof <> excluded.proof OR open <> excluded.open OR article_id <> excluded.article_id",
    )?
    .execute(params![
        version.id,
        version.article_id,
        open,
        proof::of_numbers(&[version.id, version.article_id, open])
    ])?;
    Ok(())
}

fn is_superseded(sql: &Connection, version: i64) -> Result<bool, Error> {
    Ok(sql
        .prepare_cached("SELECT 1 FROM version WHERE of_id = ?1 AND relation <> 'translates'")?
        .exists([version])?)
}

fn find_noted(sql: &Connection, version: i64) -> Result<Option<i64>, Error> {
    Ok(sql
        .prepare_cached("SELECT open FROM open_suggestions WHERE version_id = ?1")?
        .query_row([version], |row| row.get(0))
        .optional()?)
}
