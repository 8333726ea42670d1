//! Who is in a picture, and where.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::nouns::party::{Party, Whom};
use crate::nouns::photo::Photo;
use crate::nouns::region;
use crate::nouns::region::Region;
use crate::record::terms::OpKind;
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::rows;
use crate::values::value_invalid;

/// Fractions of width and height, from the upper left; the whole picture (0, 0, 1, 1) marks no place.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct RegionBox {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl RegionBox {
    /// Lies inside the photo and has an area.
    pub(super) fn check(&self) -> Result<(), Error> {
        let inside = |start: f64, size: f64| {
            (0.0..=1.0).contains(&start) && size > 0.0 && start + size <= 1.000_001
        };
        match inside(self.x, self.w) && inside(self.y, self.h) {
            true => Ok(()),
            false => Err(value_invalid(
                "region",
                "box",
                &format!("{} {} {} {}", self.x, self.y, self.w, self.h),
            )),
        }
    }

    pub(super) fn edges(&self) -> (f64, f64, f64, f64) {
        (self.x, self.y, self.w, self.h)
    }
}

impl Archive {
    /// Says of a party, a new person too, that it is in photos, as one op; where a photo says so already it stays as it
    /// is. Gives of how many photos it was new.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::NameEmpty`].
    pub fn show_in_photos(
        &mut self,
        photos: &[String],
        whom: &Whom,
    ) -> Result<Outcome<usize>, Error> {
        self.transact(OpKind::EditRegions, |tx| {
            let party = whom.party(tx)?;
            let mut new = 0;
            for photo in photos {
                let photo: Photo = rows::by_uuid(tx.sql(), photo)?;
                new += usize::from(region::show(tx, photo.id, party.id)?);
            }
            Ok(new)
        })
    }

    /// Takes it back that a party, by UUID, is in photos, with the places marked for it, as one op.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn take_from_photos(
        &mut self,
        photos: &[String],
        party: &str,
    ) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditRegions, |tx| {
            let party: Party = rows::by_uuid(tx.sql(), party)?;
            for photo in photos {
                let photo: Photo = rows::by_uuid(tx.sql(), photo)?;
                for region in region::of_party(tx.sql(), photo.id, party.id)? {
                    tx.delete::<Region>(region.id)?;
                }
            }
            Ok(())
        })
    }

    /// Marks who is seen where in a photo, a new person too; who was in it without a place has this one then. Gives the
    /// region's UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::NameEmpty`]; [`Error::ValueInvalid`] for a box outside the photo.
    pub fn add_region(
        &mut self,
        photo: &str,
        whom: &Whom,
        place: RegionBox,
    ) -> Result<Outcome<String>, Error> {
        place.check()?;
        self.transact(OpKind::EditRegions, |tx| {
            let photo: Photo = rows::by_uuid(tx.sql(), photo)?;
            let party = whom.party(tx)?;
            let id = region::mark(tx, photo.id, party.id, place.edges())?;
            Ok(rows::get::<Region>(tx.sql(), id)?.uuid)
        })
    }

    /// Moves or sizes a region.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::ValueInvalid`] for a box outside the photo.
    pub fn move_region(&mut self, region: &str, place: RegionBox) -> Result<Outcome<()>, Error> {
        place.check()?;
        self.transact(OpKind::EditRegions, |tx| {
            let mut region: Region = rows::by_uuid(tx.sql(), region)?;
            (region.x, region.y, region.w, region.h) = place.edges();
            tx.update(&region)
        })
    }

    /// Takes a region away.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn remove_region(&mut self, region: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::EditRegions, |tx| {
            let region: Region = rows::by_uuid(tx.sql(), region)?;
            tx.delete::<Region>(region.id)
        })
    }
}
