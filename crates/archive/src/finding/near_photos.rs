//! Photos that are one picture, come several times: with the same bytes, or smaller, cut, toned, marked.

use muragat_photo::{CannotDraw, likeness_of_drawn};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::photo_list::{PhotoLine, line};
use crate::nouns::photo::{Photo, kinships};
use crate::record::terms::Kinship;
use crate::store::kept_likeness::{self, Looks};
use crate::store::library::Archive;
use crate::store::thumbnails::LIST_EDGE;
use crate::store::{originals, rows};

/// Each pair of photos that are one picture and of which nobody has said what they are, the later first. Of photos with the
/// same bytes each is paired with the first of them, of two originals that are near the first photo of either; what was said
/// of any photos of these two holds.
const PAIRS: &str = "WITH
  same (one, other) AS (
    SELECT (SELECT min(id) FROM photo AS first WHERE first.original_id = photo.original_id), id FROM photo
    WHERE original_id IN (SELECT original_id FROM photo GROUP BY original_id HAVING count(*) > 1)
    EXCEPT SELECT min(photo_id, other_photo_id), max(photo_id, other_photo_id) FROM photo_kinship),
  near (one, other) AS (
    SELECT one_id, other_id FROM near_original
    EXCEPT SELECT min(a.original_id, b.original_id), max(a.original_id, b.original_id)
    FROM photo_kinship JOIN photo AS a ON a.id = photo_id JOIN photo AS b ON b.id = other_photo_id),
  first (one, other) AS (
    SELECT (SELECT min(id) FROM photo WHERE original_id = one), (SELECT min(id) FROM photo WHERE original_id = other)
    FROM near),
  pair (one, other, identical) AS (
    SELECT one, other, 1 FROM same WHERE one < other
    UNION ALL SELECT min(one, other), max(one, other), 0 FROM first WHERE one IS NOT NULL AND other IS NOT NULL)";

/// A photo that is the same picture as another.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct NearPhoto {
    /// It, with where it hangs.
    pub line: PhotoLine,
    /// Whether it has the same bytes.
    pub identical: bool,
    /// What an archivist said that the two are to each other; none where nobody has.
    pub kinship: Option<Kinship>,
}

/// A photo that is the same picture as one that was attached, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NearShort {
    /// UUID.
    pub photo: String,
    /// File name as received.
    pub name: String,
    /// The reference of the article it hangs on; none where it hangs on an event alone.
    pub reference: Option<String>,
}

/// What is seen of a photo that was attached.
pub(crate) struct SeenAttached {
    /// The first that came before it and is the same picture, those with the same bytes first.
    pub near: Option<NearShort>,
    /// Why it could not be drawn; none where it was, or had been looked at before.
    pub undrawable: Option<CannotDraw>,
}

/// Two photos that are one picture.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct NearPair {
    /// The one that came first.
    pub one: PhotoLine,
    /// The one that came later.
    pub other: PhotoLine,
    /// Whether they have the same bytes.
    pub identical: bool,
}

/// A page of such pairs.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct NearPhotoPage {
    /// How many pairs there are.
    #[ts(type = "number")]
    pub total: u64,
    /// The page, what came last first.
    pub rows: Vec<NearPair>,
}

impl Archive {
    /// The other photos of the library that are the same picture, those with the same bytes first, then in the order in
    /// which they came. Where nobody has looked at it yet ([`Archive::see_photos`]) only equal ones are found.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn near_photos(&self, photo: &str) -> Result<Vec<NearPhoto>, Error> {
        let photo: Photo = rows::by_uuid(self.connection(), photo)?;
        let sql = &self.connection().unchecked_transaction()?;
        let near = near_of(sql, &photo)?.into_iter();
        let of = |other: Photo| {
            Ok(NearPhoto {
                line: line(sql, other.id)?,
                kinship: kinships(sql, photo.id, other.id)?
                    .first()
                    .map(|said| said.kind),
                identical: other.original_id == photo.original_id,
            })
        };
        near.map(of).collect()
    }

    /// A page of the pairs of photos that are one picture, of all that were looked at. Those of the photo `first`, a UUID,
    /// or of one with its bytes stand before all others.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn near_photo_pairs(
        &self,
        first: Option<&str>,
        offset: u64,
        limit: u32,
    ) -> Result<NearPhotoPage, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let total: i64 = sql
            .prepare_cached(&format!("{PAIRS} SELECT count(*) FROM pair"))?
            .query_row([], |row| row.get(0))?;
        let mut statement = sql.prepare_cached(&format!(
            "{PAIRS}, meant (id) AS (
               SELECT id FROM photo WHERE original_id = (SELECT original_id FROM photo WHERE uuid = ?3))
             SELECT one, other, identical FROM pair
             ORDER BY one IN meant OR other IN meant DESC, other DESC, one LIMIT ?1 OFFSET ?2"
        ))?;
        let offset = i64::try_from(offset).unwrap_or(i64::MAX);
        let mut rows = statement.query((limit, offset, first))?;
        let mut page = NearPhotoPage {
            total: total.unsigned_abs(),
            rows: Vec::new(),
        };
        while let Some(row) = rows.next()? {
            page.rows.push(NearPair {
                one: line(sql, row.get(0)?)?,
                other: line(sql, row.get(1)?)?,
                identical: row.get(2)?,
            });
        }
        Ok(page)
    }

    /// Looks at photos that nobody has looked at yet, `limit` at most, those that came last first; gives how many are left.
    /// A library that is only read keeps nothing, and none is left.
    ///
    /// # Errors
    /// The catalogue's; that the disk cannot be read.
    pub fn see_photos(&self, limit: u32) -> Result<u64, Error> {
        if self.is_read_only() {
            return Ok(0);
        }
        let kept = self.kept_likenesses();
        let mut unseen = kept_likeness::unseen(self.connection())?;
        unseen.retain(|original| kept.can_be_read(*original));
        let now = unseen.iter().take(limit as usize);
        for original in now.clone() {
            // of the picture for lists, so that it is drawn once
            self.see_original(*original, |sha256| self.draw_small(sha256, LIST_EDGE, 0))?;
        }
        Ok((unseen.len() - now.len()) as u64)
    }

    /// Draws a photo that was attached just now and looks at it, as long as `go_on` says so.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the catalogue's; that the disk cannot be read; [`Error::Cancelled`].
    pub(crate) fn see_attached(
        &self,
        photo: &str,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<SeenAttached, Error> {
        let sql = self.connection();
        let photo: Photo = rows::by_uuid(sql, photo)?;
        let undrawable = self.see_original(photo.original_id, |sha256| {
            self.draw_ahead(sha256, &mut *go_on)
        })?;
        let mut near = near_of(sql, &photo)?.into_iter();
        let near = near.find(|near| near.id < photo.id).map(|near| {
            Ok::<_, Error>(NearShort {
                reference: line(sql, near.id)?.reference,
                photo: near.uuid,
                name: near.name,
            })
        });
        Ok(SeenAttached {
            near: near.transpose()?,
            undrawable,
        })
    }

    /// Looks at an original, where nobody has; gives why it could not be drawn. The picture counts as its file has it,
    /// however its record turns it.
    fn see_original(
        &self,
        original: i64,
        draw: impl FnOnce(&str) -> Result<Result<Vec<u8>, CannotDraw>, Error>,
    ) -> Result<Option<CannotDraw>, Error> {
        let sql = self.connection();
        if kept_likeness::find(sql, original)? != Looks::Unknown {
            return Ok(None);
        }
        let drawn = match draw(&originals::get(sql, original)?.sha256) {
            Ok(drawn) => drawn,
            Err(Error::OriginalMissing { .. } | Error::OriginalDamaged { .. }) => {
                self.kept_likenesses().set_aside(original);
                return Ok(None);
            }
            Err(error) => return Err(error),
        };
        let likeness = drawn.as_ref().ok().map(|drawn| likeness_of_drawn(drawn));
        self.keep_looks(original, likeness.flatten().as_ref())?;
        Ok(drawn.err())
    }
}

/// The other photos that are the same picture, those with the same bytes first.
fn near_of(sql: &Connection, photo: &Photo) -> Result<Vec<Photo>, Error> {
    let mut near = Vec::new();
    let others = kept_likeness::near(sql, photo.original_id)?;
    for original in std::iter::once(photo.original_id).chain(others) {
        let tail = "WHERE original_id = ?1 AND id <> ?2 ORDER BY id";
        near.extend(rows::select::<Photo>(sql, tail, (original, photo.id))?);
    }
    Ok(near)
}
