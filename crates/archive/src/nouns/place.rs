//! Places, and the articles about them.

use crate::error::Error;
use crate::store::door::Tx;
use crate::store::rows::{self, Derived, Table, match_key_of, row, sort_key_of};

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
        article_id: i64,
        place_id: i64,
    }
}

pub(crate) static PLACE: Table = Table {
    name: "place",
    fields: Place::FIELDS,
    long: &[],
    derived: &[
        Derived {
            column: "sort_key",
            from: &["name"],
            compute: sort_key_of,
        },
        Derived {
            column: "match_key",
            from: &["name"],
            compute: match_key_of,
        },
    ],
    release: "",
    articles: "SELECT article_id FROM article_place WHERE place_id = ?1",
};

pub(crate) static ARTICLE_PLACE: Table = Table {
    name: "article_place",
    fields: ArticlePlace::FIELDS,
    long: &[],
    derived: &[],
    release: "",
    articles: "SELECT article_id FROM article_place WHERE id = ?1",
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
