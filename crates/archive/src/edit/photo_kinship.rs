//! What two photos are to each other that look like one picture: said by an archivist, who is not asked again.

use crate::error::Error;
use crate::nouns::photo::{Photo, PhotoKinship, kinships};
use crate::record::terms::{Kinship, OpKind};
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::rows;
use crate::values::value_invalid;

impl Archive {
    /// Says what two photos are to each other; what was said of them before holds no more.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::ValueInvalid`] for a photo with itself.
    pub fn relate_photos(
        &mut self,
        one: &str,
        other: &str,
        kind: Kinship,
    ) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::RelatePhotos, |tx| {
            let one: Photo = rows::by_uuid(tx.sql(), one)?;
            let other: Photo = rows::by_uuid(tx.sql(), other)?;
            if one.id == other.id {
                return Err(value_invalid("photo", "other", &other.name));
            }
            let mut said = kinships(tx.sql(), one.id, other.id)?.into_iter();
            match said.next() {
                Some(said) => tx.update(&PhotoKinship { kind, ..said })?,
                None => drop(tx.insert(&PhotoKinship {
                    id: 0,
                    uuid: String::new(),
                    photo_id: one.id,
                    other_photo_id: other.id,
                    kind,
                })?),
            }
            // a merge of articles may have brought a second one, the other way round
            for again in said {
                tx.delete::<PhotoKinship>(again.id)?;
            }
            Ok(())
        })
    }
}
