//! Whom a short code in a caption means, with the office held on the day of the picture: what is offered while one types.

use muragat_language::{fold, short_code_key};
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::office;
use crate::finding::office::When;
use crate::nouns::party::Party;
use crate::store::library::Archive;
use crate::store::rows;

/// So many are offered.
const OFFERED: usize = 8;
/// So many surnames that begin alike are looked at.
const MANY: i64 = 200;
/// So many of the parties in the most articles are looked at.
const MOST: i64 = 500;

/// A party that a code may mean, with what would stand in the caption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaptionCode {
    /// The shortest that means it: its own code, its place in the cast, its initials; empty where it has none of these.
    pub code: String,
    /// The party's UUID.
    pub party: String,
    /// Its name as the caption's language has it.
    pub name: String,
    /// The office held on the day of the picture, in that language, where it is known.
    pub position: Option<String>,
    /// Position and name as they would stand in the caption.
    pub text: String,
    /// Whether what was typed means this one and nobody else.
    pub exact: bool,
}

impl Archive {
    /// Whom a code means in a caption of photos: what `typed` begins, the likeliest first, at most eight; an empty one means the
    /// cast. A number is a place in the cast of the article on which all the photos hang, counted from 1; letters are a
    /// party's own code, the initials of a person, or the beginning of a surname. `language`: of the caption (BCP 47).
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn caption_codes(
        &self,
        photos: &[String],
        language: &str,
        typed: &str,
    ) -> Result<Vec<CaptionCode>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let scene = Scene::of(sql, photos)?;
        let meant = find_meant(sql, &scene.cast, typed)?;
        meant
            .into_iter()
            .map(|(party, exact)| scene.code(sql, party, language, exact))
            .collect()
    }
}

/// What the pictures are of.
struct Scene {
    /// The cast of their article, in order.
    cast: Vec<i64>,
    /// When they were taken, and for which article, each once.
    shots: Vec<Shot>,
}

#[derive(PartialEq)]
struct Shot {
    when: Option<When>,
    /// The article, where what it prints holds for the picture too.
    article: Option<i64>,
}

impl Scene {
    fn of(sql: &Connection, photos: &[String]) -> Result<Scene, Error> {
        let mut shots = Vec::new();
        let mut homes = Vec::new();
        for photo in photos {
            let (shot, home) = Shot::of(sql, photo)?;
            if !shots.contains(&shot) {
                shots.push(shot);
            }
            if !homes.contains(&home) {
                homes.push(home);
            }
        }
        let cast = match homes.as_slice() {
            [Some(article)] => cast_of(sql, *article)?,
            _ => Vec::new(),
        };
        Ok(Scene { cast, shots })
    }

    fn code(
        &self,
        sql: &Connection,
        party: i64,
        language: &str,
        exact: bool,
    ) -> Result<CaptionCode, Error> {
        let party: Party = rows::get(sql, party)?;
        let when = self.shots.first().and_then(|shot| shot.when.as_ref());
        let name = office::name_at(sql, &party, language, when)?;
        let position = self.position(sql, party.id, language)?;
        let place = self.cast.iter().position(|id| *id == party.id);
        let code = match (&party.code, place) {
            (Some(code), _) => code.clone(),
            (None, Some(place)) => (place + 1).to_string(),
            (None, None) => party.parts().calls().initials.unwrap_or_default(),
        };
        Ok(CaptionCode {
            code,
            text: text_of(language, position.as_deref(), &name),
            party: party.uuid,
            name,
            position,
            exact,
        })
    }

    /// The position of a party in all the pictures; none where it is not known of each, or is not the same.
    fn position(
        &self,
        sql: &Connection,
        party: i64,
        language: &str,
    ) -> Result<Option<String>, Error> {
        let mut all: Option<String> = None;
        for shot in &self.shots {
            let position = shot.position(sql, party, language)?;
            if position.is_none() || all.is_some() && all != position {
                return Ok(None);
            }
            all = position;
        }
        Ok(all)
    }
}

impl Shot {
    /// When a photo was taken, else when its article or its event was; with its article.
    fn of(sql: &Connection, photo: &str) -> Result<(Shot, Option<i64>), Error> {
        type Dates = (Option<String>, Option<i64>, Option<String>, Option<String>);
        let found: Option<Dates> = sql
            .prepare_cached(
                "SELECT taken_at, photo.article_id, search_entry.date, event.date FROM photo
                 LEFT JOIN search_entry ON search_entry.article_id = photo.article_id
                 LEFT JOIN event ON event.id = event_id WHERE photo.uuid = ?1",
            )?
            .query_row([photo], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .optional()?;
        let (taken, article, published, held) = found.ok_or_else(|| Error::NotFound {
            noun: "photo",
            id: photo.to_owned(),
        })?;
        let when = |date: &Option<String>| date.as_deref().and_then(When::of);
        let (taken, published) = (when(&taken), when(&published));
        let prints = match (&taken, &published) {
            (Some(taken), Some(published)) => taken.is_near(published),
            (taken, _) => taken.is_none(),
        };
        let shot = Shot {
            article: article.filter(|_| prints),
            when: taken.or(published).or(when(&held)),
        };
        Ok((shot, article))
    }

    fn position(
        &self,
        sql: &Connection,
        party: i64,
        language: &str,
    ) -> Result<Option<String>, Error> {
        if let Some(when) = &self.when
            && let Some(title) = office::office_at(sql, party, language, when)?
        {
            return Ok(Some(title));
        }
        match self.article {
            Some(article) => office::printed_position(sql, article, party, language),
            None => Ok(None),
        }
    }
}

/// Position and name in the order of the language.
fn text_of(language: &str, position: Option<&str>, name: &str) -> String {
    match (position, language) {
        (None, _) => name.to_owned(),
        (Some(position), "en") => format!("{name}, {position}"),
        (Some(position), _) => format!("{position} {name}"),
    }
}

fn cast_of(sql: &Connection, article: i64) -> Result<Vec<i64>, Error> {
    keys(
        sql,
        "SELECT party_id FROM participation WHERE article_id = ?1 ORDER BY ordinal, uuid",
        [article],
    )
}

/// Whom what is typed may mean, the likeliest first, and whether it means that one alone.
fn find_meant(sql: &Connection, cast: &[i64], typed: &str) -> Result<Vec<(i64, bool)>, Error> {
    let asked = fold(typed.trim());
    if asked.is_empty() {
        return Ok(cast.iter().take(OFFERED).map(|id| (*id, false)).collect());
    }
    let coded = find_coded(sql, typed)?;
    let numbered = asked.parse::<usize>().ok();
    let numbered = numbered
        .and_then(|number| number.checked_sub(1))
        .and_then(|at| cast.get(at).copied());
    let called = only_called(sql, cast, &asked)?;
    let exact = match coded.as_slice() {
        [(_, true), (_, true), ..] => None,
        [(only, true), ..] => Some(*only),
        _ => numbered.or(called),
    };
    let mut all: Vec<i64> = exact.into_iter().collect();
    all.extend(coded.iter().map(|(id, _)| *id));
    all.extend(called_in(sql, cast, &asked)?);
    if all.len() < OFFERED {
        all.extend(by_initials(sql, &asked)?);
        all.extend(by_surname(sql, &asked)?);
    }
    let mut meant: Vec<(i64, bool)> = Vec::new();
    for id in all {
        if !meant.iter().any(|(known, _)| *known == id) {
            meant.push((id, Some(id) == exact));
        }
    }
    meant.truncate(OFFERED);
    Ok(meant)
}

/// The parties whose own code begins with what is typed, those first of which it is all.
fn find_coded(sql: &Connection, typed: &str) -> Result<Vec<(i64, bool)>, Error> {
    let key = short_code_key(typed);
    let mut statement = sql.prepare_cached(
        "SELECT id, code_key = ?1 FROM party WHERE code_key >= ?1 AND code_key < ?1 || char(1114111)
         ORDER BY code_key, id LIMIT 8",
    )?;
    let found = statement.query_map([key], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Who alone has these initials or this surname: in the cast, else in the library.
fn only_called(sql: &Connection, cast: &[i64], call: &str) -> Result<Option<i64>, Error> {
    let all = "SELECT DISTINCT party_id FROM party_call WHERE kind IN ('surname', 'initials') AND call = ?1";
    let here = keys(
        sql,
        &format!("{all} AND party_id IN (SELECT value FROM json_each(?2)) LIMIT 2"),
        (call, listed(cast)),
    )?;
    let called = match here.is_empty() {
        true => keys(sql, &format!("{all} LIMIT 2"), [call])?,
        false => here,
    };
    Ok(match called.as_slice() {
        [only] => Some(*only),
        _ => None,
    })
}

/// Those of the cast whom it may mean: by initials, by the beginning of a surname, of any word of a name.
fn called_in(sql: &Connection, cast: &[i64], call: &str) -> Result<Vec<i64>, Error> {
    let found = keys(
        sql,
        "SELECT value FROM json_each(?2) AS one
         JOIN (SELECT party_id, min(rank) AS rank FROM (
                 SELECT party_id, 0 AS rank FROM party_call WHERE kind = 'initials' AND call = ?1
                 UNION ALL SELECT party_id, 1 FROM party_call
                   WHERE kind = 'surname' AND call >= ?1 AND call < ?1 || char(1114111)
                   AND party_id IN (SELECT value FROM json_each(?2))
                 UNION ALL SELECT party_id, 2 FROM party_word
                   WHERE party_id IN (SELECT value FROM json_each(?2)) AND word >= ?1 AND word < ?1 || char(1114111)
               ) GROUP BY party_id) ON party_id = value
         ORDER BY rank, key",
        (call, listed(cast)),
    )?;
    Ok(found)
}

/// Those who have these initials, in the most articles first.
fn by_initials(sql: &Connection, call: &str) -> Result<Vec<i64>, Error> {
    keys(
        sql,
        "SELECT party_id FROM party_call JOIN party_entry USING (party_id)
         WHERE party_call.kind = 'initials' AND call = ?1 ORDER BY articles DESC, sort_key, party_id LIMIT 8",
        [call],
    )
}

/// Those whose surname begins so, in the most articles first. Where very many do, those among the parties in the most
/// articles, then the first by the alphabet: no more are looked at than one waits for.
fn by_surname(sql: &Connection, call: &str) -> Result<Vec<i64>, Error> {
    let first = keys(
        sql,
        "SELECT DISTINCT party_id FROM (
           SELECT party_id FROM party_call
           WHERE kind = 'surname' AND call >= ?1 AND call < ?1 || char(1114111) ORDER BY call LIMIT ?2)
         CROSS JOIN party_entry USING (party_id) ORDER BY articles DESC, sort_key, party_id LIMIT 8",
        (call, MANY),
    )?;
    let mut most = keys(
        sql,
        "SELECT party_id FROM (
           SELECT party_id FROM party_entry INDEXED BY party_entry_by_articles
           WHERE kind = 'person' AND articles > 0 ORDER BY articles DESC, sort_key, party_id LIMIT ?2) AS most
         WHERE EXISTS (
           SELECT 1 FROM party_call WHERE party_call.party_id = most.party_id
           AND +kind = 'surname' AND +call >= ?1 AND +call < ?1 || char(1114111))
         LIMIT 8",
        (call, MOST),
    )?;
    most.extend(first);
    Ok(most)
}

fn keys(sql: &Connection, query: &str, params: impl rusqlite::Params) -> Result<Vec<i64>, Error> {
    let mut statement = sql.prepare_cached(query)?;
    let found = statement.query_map(params, |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Keys as SQL takes a list of them.
fn listed(keys: &[i64]) -> String {
    let keys: Vec<String> = keys.iter().map(i64::to_string).collect();
    format!("[{}]", keys.join(","))
}
