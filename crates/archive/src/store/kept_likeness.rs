//! What originals look like, and which of them are one picture by it, kept in the catalogue beside history: an original
//! never changes, so each is looked at once.

use std::cell::RefCell;
use std::collections::HashSet;

use muragat_photo::{DRAWING_VERSION, LIKENESS_VERSION, Likeness, LikenessIndex};
use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;

/// Both what drew the small picture and what looked at it: another of either may see it otherwise.
pub(crate) const VERSION: i64 = DRAWING_VERSION as i64 * 256 + LIKENESS_VERSION as i64;

/// What is kept of an original's looks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Looks {
    /// Nobody has looked yet, or another version has.
    Unknown,
    /// There is nothing to know it by.
    Nothing,
    /// What it looks like.
    Known(Box<Likeness>),
}

/// Beside an open library: by what a picture is found among all that were looked at, and what could not be looked at.
#[derive(Debug, Default)]
pub(crate) struct KeptLikenesses {
    index: RefCell<SeenOriginals>,
    unreadable: RefCell<HashSet<i64>>,
}

/// The originals that were looked at, in the order in which they were, and the index that numbers them so.
#[derive(Debug, Default)]
struct SeenOriginals {
    originals: Vec<i64>,
    index: LikenessIndex,
    /// The key of the newest row that is in it, and its original.
    last: Option<(i64, i64)>,
}

/// What is kept of one original.
pub(crate) fn find(sql: &Connection, original: i64) -> Result<Looks, Error> {
    let kept: Option<Option<Vec<u8>>> = sql
        .prepare_cached("SELECT bytes FROM photo_likeness WHERE original_id = ?1 AND version = ?2")?
        .query_row((original, VERSION), |row| row.get(0))
        .optional()?;
    Ok(match kept {
        None => Looks::Unknown,
        Some(None) => Looks::Nothing,
        Some(Some(bytes)) => Likeness::from_bytes(&bytes)
            .map_or(Looks::Unknown, |known| Looks::Known(Box::new(known))),
    })
}

/// The originals of photos that nobody has looked at yet, those that came last first.
pub(crate) fn unseen(sql: &Connection) -> Result<Vec<i64>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT DISTINCT original_id FROM photo WHERE original_id NOT IN
           (SELECT original_id FROM photo_likeness WHERE version = ?1)
         ORDER BY original_id DESC",
    )?;
    let found = statement.query_map([VERSION], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The other originals that are the same picture as one, as far as they were looked at.
pub(crate) fn near(sql: &Connection, original: i64) -> Result<Vec<i64>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT other_id FROM near_original WHERE one_id = ?1
         UNION SELECT one_id FROM near_original WHERE other_id = ?1 ORDER BY 1",
    )?;
    let found = statement.query_map([original], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

impl KeptLikenesses {
    /// That an original cannot be read: it is not looked at again while the library is open.
    pub fn set_aside(&self, original: i64) {
        self.unreadable.borrow_mut().insert(original);
    }

    /// Whether an original could be read, as far as is known.
    pub fn can_be_read(&self, original: i64) -> bool {
        !self.unreadable.borrow().contains(&original)
    }

    /// Takes in what was looked at since, by this connection or another.
    pub fn renew(&self, sql: &Connection) -> Result<(), Error> {
        self.index.borrow_mut().renew(sql)
    }

    /// The others that are near one, of all that were looked at.
    pub fn near(
        &self,
        sql: &Connection,
        original: i64,
        likeness: &Likeness,
    ) -> Result<Vec<i64>, Error> {
        let mut seen = self.index.borrow_mut();
        seen.renew(sql)?;
        let mut candidates: Vec<i64> = (seen.index.candidates(likeness).into_iter())
            .filter_map(|at| seen.originals.get(at).copied())
            .filter(|candidate| *candidate != original)
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        let mut near = Vec::new();
        for candidate in candidates {
            if let Looks::Known(known) = find(sql, candidate)?
                && likeness.is_near(&known)
            {
                near.push(candidate);
            }
        }
        Ok(near)
    }
}

impl SeenOriginals {
    /// Takes in what was looked at since, by this connection or another; begins anew where an older library was put in the
    /// place of this one.
    fn renew(&mut self, sql: &Connection) -> Result<(), Error> {
        if let Some(last) = self.last {
            let stands = sql
                .prepare_cached("SELECT 1 FROM photo_likeness WHERE id = ?1 AND original_id = ?2")?
                .exists(last)?;
            if !stands {
                *self = SeenOriginals::default();
            }
        }
        let mut statement = sql.prepare_cached(
            "SELECT id, original_id, bytes FROM photo_likeness
             WHERE id > ?1 AND version = ?2 AND bytes IS NOT NULL ORDER BY id",
        )?;
        let mut rows = statement.query((self.last.map_or(0, |(id, _)| id), VERSION))?;
        while let Some(row) = rows.next()? {
            let original = row.get(1)?;
            if let Some(known) = Likeness::from_bytes(&row.get::<_, Vec<u8>>(2)?) {
                self.index.add(&known);
                self.originals.push(original);
            }
            self.last = Some((row.get(0)?, original));
        }
        Ok(())
    }
}
