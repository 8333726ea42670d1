//! A picture that lies on its side is turned upright: as it is shown, while the original stays as it came.

use crate::error::Error;
use crate::nouns::photo::Photo;
use crate::nouns::region::Region;
use crate::record::terms::OpKind;
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::rows;

impl Archive {
    /// Turns photos by quarters of a turn, clockwise; less than none is the other way. What is marked on them turns with
    /// them.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn turn_photos(&mut self, ids: &[String], quarters: i8) -> Result<Outcome<()>, Error> {
        let quarters = i64::from(quarters).rem_euclid(4);
        self.transact(OpKind::TurnPhotos, |tx| {
            for id in ids {
                let mut photo: Photo = rows::by_uuid(tx.sql(), id)?;
                photo.turned = (photo.turned + quarters) % 4;
                tx.update(&photo)?;
                for mut region in
                    rows::select::<Region>(tx.sql(), "WHERE photo_id = ?1", [photo.id])?
                {
                    let turned = turn_box([region.x, region.y, region.w, region.h], quarters);
                    [region.x, region.y, region.w, region.h] = turned;
                    tx.update(&region)?;
                }
            }
            Ok(())
        })
    }
}

/// A part of a picture (left, top, width, height, in parts of the picture's) after quarters of a turn, clockwise.
#[must_use]
pub fn turn_box(part: [f64; 4], quarters: i64) -> [f64; 4] {
    (0..quarters.rem_euclid(4)).fold(part, |[x, y, w, h], _| {
        // what is left over of a division is no place outside the picture
        [(1.0 - y - h).clamp(0.0, 1.0), x, h, w]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_turns_with_its_picture_and_comes_back_after_four_quarters() {
        assert_eq!(turn_box([0.0, 0.0, 0.5, 0.25], 1), [0.75, 0.0, 0.25, 0.5]);
        assert_eq!(turn_box([0.25, 0.5, 0.5, 0.25], 2), [0.25, 0.25, 0.5, 0.25]);
        assert_eq!(
            turn_box([0.25, 0.5, 0.5, 0.25], -1),
            turn_box([0.25, 0.5, 0.5, 0.25], 3)
        );
        assert_eq!(turn_box([0.25, 0.5, 0.5, 0.25], 4), [0.25, 0.5, 0.5, 0.25]);
    }
}
