//! What facets count of the articles, read from their rows once and then brought up to date by what history says was
//! written since, by this connection or by another.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension, params_from_iter};

use crate::error::Error;
use crate::record::terms::State;
use crate::store::kept_readings::LastOp;
use crate::store::kept_traits::{AllTraits, Traits};
use crate::store::rows;

/// Where more articles were written than this, all are read anew: that is one pass over each table.
const MANY: usize = 2_000;

/// Brings what is kept up to date, inside a transaction of the caller.
pub(crate) fn renew(sql: &Connection, kept: Option<AllTraits>) -> Result<AllTraits, Error> {
    let last = LastOp::find(sql)?;
    let Some(mut kept) = kept.filter(|kept| kept.last.stands_in(sql).unwrap_or(false)) else {
        return read_all(sql, last);
    };
    if kept.last == last {
        return Ok(kept);
    }
    let written = written_since(sql, kept.last)?;
    if written.len() > MANY {
        return read_all(sql, last);
    }
    for article in written {
        match read_one(sql, article)? {
            Some(traits) => kept.articles.insert(article, traits),
            None => kept.articles.remove(&article),
        };
    }
    kept.last = last;
    Ok(kept)
}

fn read_all(sql: &Connection, last: LastOp) -> Result<AllTraits, Error> {
    let articles = read(sql, None)?;
    Ok(AllTraits { articles, last })
}

/// The traits of one article; none where it is gone.
pub(crate) fn read_one(sql: &Connection, article: i64) -> Result<Option<Traits>, Error> {
    Ok(read(sql, Some(article))?.remove(&article))
}

/// The articles of which something was written since an op, that op too, as it may have grown.
fn written_since(sql: &Connection, op: LastOp) -> Result<BTreeSet<i64>, Error> {
    // the plus keeps SQLite from looking through all that was ever written of these nouns
    let mut statement = sql.prepare_cached(
        "SELECT noun, row_id, CASE WHEN action = 'delete' THEN json_extract(before, '$.article_id')
                                   WHEN field = 'article_id' THEN json_extract(before, '$') END
         FROM change WHERE op_id >= ?1 AND +noun IN ('article', 'version', 'participation', 'article_subject', 'article_place')",
    )?;
    let mut rows = statement.query([op.id])?;
    let mut written = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let (noun, id): (String, i64) = (row.get(0)?, row.get(1)?);
        // a row that went, or went to another article, names the one where it was
        written.extend(row.get::<_, Option<i64>>(2)?);
        written.extend(match noun.as_str() {
            "article" => Some(id),
            _ => sql
                .prepare_cached(&format!("SELECT article_id FROM {noun} WHERE id = ?1"))?
                .query_row([id], |row| row.get(0))
                .optional()?,
        });
    }
    Ok(written)
}

/// The traits of all articles, or of one.
fn read(sql: &Connection, article: Option<i64>) -> Result<HashMap<i64, Traits>, Error> {
    let mut all: HashMap<i64, Traits> = HashMap::new();
    let only = |column: &str| match article {
        Some(_) => format!(" WHERE {column} = ?1"),
        None => String::new(),
    };
    let mut statement = sql.prepare_cached(&format!(
        "SELECT article.id, unit_id, state, year, last_year, languages
         FROM article JOIN search_entry ON search_entry.article_id = article.id{}",
        only("article.id")
    ))?;
    let mut rows = statement.query(params_from_iter(article))?;
    while let Some(row) = rows.next()? {
        let years: (Option<i32>, Option<i32>) = (row.get(3)?, row.get(4)?);
        let traits = Traits {
            years: years.0.zip(years.1),
            languages: rows::readable(row, 5)?,
            unit: row.get(1)?,
            // one that cannot be read is closed in no list
            state: row.get(2).unwrap_or(State::Draft),
            parties: Vec::new(),
            subjects: Vec::new(),
            places: Vec::new(),
        };
        all.insert(row.get(0)?, traits);
    }
    type Named = fn(&mut Traits) -> &mut Vec<i64>;
    let named: [(&str, Named); 4] = [
        ("party_id FROM participation", |traits| &mut traits.parties),
        ("on_behalf_of_id FROM participation", |traits| {
            &mut traits.parties
        }),
        ("subject_id FROM article_subject", |traits| {
            &mut traits.subjects
        }),
        ("place_id FROM article_place", |traits| &mut traits.places),
    ];
    for (what, list) in named {
        let mut statement =
            sql.prepare_cached(&format!("SELECT article_id, {what}{}", only("article_id")))?;
        let mut rows = statement.query(params_from_iter(article))?;
        while let Some(row) = rows.next()? {
            let Some(id) = row.get::<_, Option<i64>>(1)? else {
                continue;
            };
            if let Some(list) = all.get_mut(&row.get(0)?).map(list)
                && !list.contains(&id)
            {
                list.push(id);
            }
        }
    }
    Ok(all)
}
