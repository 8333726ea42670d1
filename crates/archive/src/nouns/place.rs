//! Places, and the articles about them.

use rusqlite::Connection;

use crate::error::Error;
use crate::store::describe::{Derived, RecordKind, Table, seen_in};
use crate::store::door::Tx;
use crate::store::rows;
use crate::store::rows::{match_key_of, row, sort_key_of};
use crate::values;

row! {
    /// A place.
    Place in PLACE {
        name: String,
        code: Option<String>,
    }
}

row! {
    /// A place that an article is about.
    ArticlePlace in ARTICLE_PLACE {
        article_id: i64 [part_of("article")],
        place_id: i64 [holds("place")],
    }
}

pub(crate) static PLACE: Table = Table {
    derived: &[
        Derived {
            column: "sort_key",
            from: &["name"],
            compute: sort_key_of,
            may_lack: false,
        },
        Derived {
            column: "match_key",
            from: &["name"],
            compute: match_key_of,
            may_lack: false,
        },
    ],
    called: &["name"],
    seen_in: &[
        seen_in(RecordKind::Article, "SELECT article_id FROM article_place WHERE place_id = ?1
         UNION SELECT article_id FROM version JOIN mention ON version.id = version_id WHERE place_id = ?1"),
    ],
    indexed_in: "SELECT article_id FROM article_place WHERE place_id = ?1",
    ..Table::new("place", Place::FIELDS)
};

pub(crate) static ARTICLE_PLACE: Table = Table {
    alike: &["article_id", "place_id"],
    told_of: Some("place_id"),
    seen_in: &[seen_in(
        RecordKind::Article,
        "SELECT article_id FROM article_place WHERE id = ?1",
    )],
    indexed_in: "SELECT article_id FROM article_place WHERE id = ?1",
    ..Table::new("article_place", ArticlePlace::FIELDS)
};

/// The place that goes by a name, made where there is none.
pub(crate) fn find_or_make(tx: &mut Tx<'_>, name: &str) -> Result<Place, Error> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let key = muragat_language::party_key(&name);
    if key.is_empty() {
        return Err(Error::NameEmpty);
    }
    if let Some(place) = rows::find::<Place>(tx.sql(), "WHERE match_key = ?1 ORDER BY id", [key])? {
        return Ok(place);
    }
    let id = tx.insert(&Place {
        id: 0,
        uuid: String::new(),
        name,
        code: None,
    })?;
    rows::get(tx.sql(), id)
}

/// Says that an article is about these places and no others; what its text names stays marked.
pub(crate) fn set_places(tx: &mut Tx<'_>, article: i64, names: &[String]) -> Result<(), Error> {
    let mut kept = Vec::new();
    for name in values::distinct_lines(names) {
        kept.push(find_or_make(tx, &name)?.id);
    }
    for link in
        rows::select::<ArticlePlace>(tx.sql(), "WHERE article_id = ?1 ORDER BY id", [article])?
    {
        if !kept.contains(&link.place_id) {
            tx.delete::<ArticlePlace>(link.id)?;
        }
    }
    for place in kept {
        add_heading(tx, article, place)?;
    }
    Ok(())
}

/// Says that an article is about a place, once.
pub(crate) fn add_heading(tx: &mut Tx<'_>, article_id: i64, place_id: i64) -> Result<(), Error> {
    let tail = "WHERE article_id = ?1 AND place_id = ?2";
    if rows::find::<ArticlePlace>(tx.sql(), tail, (article_id, place_id))?.is_none() {
        tx.insert(&ArticlePlace {
            id: 0,
            uuid: String::new(),
            article_id,
            place_id,
        })?;
    }
    Ok(())
}

/// The places that an article is about, in the order of the Kazakh alphabet.
pub(crate) fn headings_of(sql: &Connection, article: i64) -> Result<Vec<String>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT name FROM place JOIN article_place ON place.id = place_id WHERE article_id = ?1 ORDER BY sort_key, place.uuid",
    )?;
    let names = statement.query_map([article], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}
