//! Image bytes in; size, metadata and thumbnails out. Knows no database.
//!
//! [`describe`] says what a picture is from its first bytes and its headers; [`thumbnails`] draws it small, upright and
//! in sRGB, and [`exif_thumbnail`] gives at once what its camera drew; by its [`fingerprint`] it is known again in
//! another size, and by its [`likeness()`] where it was cut, toned or marked as well; [`read_photo_metadata`] reads what
//! is said of it in words, in the file and in one beside it, [`read_xmp`] the latter in short, [`write_sidecar`] writes one,
//! and [`write_copy`] a picture with all of it inside. All take any bytes, and none lets a hostile file use more than
//! bounded memory.

mod bounds;
mod breaks_off;
mod colour;
mod copy;
mod decode;
mod describe;
mod exif_thumbnail;
mod fingerprint;
mod format;
mod kept;
mod likeness;
mod metadata;
mod parts;
mod raster;
mod structure;
mod thumbnail;
mod turned;

pub use copy::{DrawnCopy, draw_copy, write_copy};
pub use describe::{Decodable, Description, NotAPicture, describe};
pub use exif_thumbnail::exif_thumbnail;
pub use fingerprint::{Fingerprint, fingerprint, have_same_shape};
pub use format::Format;
pub use likeness::{
    LIKENESS_VERSION, Likeness, LikenessIndex, find_near, likeness, likeness_of_drawn,
};
pub use metadata::{
    ArchiveStatement, Artwork, Contact, Contributor, CvTerm, DateTime, Entity, InLanguage,
    InLanguages, LeftOut, Licensor, Location, Party, Person, PhotoMetadata, Point, Position,
    Product, Region, RegionScheme, RegistryEntry, RightsExpression, Shape, Source, Stated,
    XMP_LIMIT, Xmp, read_photo_metadata, read_xmp, write_sidecar,
};
pub use thumbnail::{
    CannotDraw, DRAWING_VERSION, Thumbnail, thumbnail, thumbnails, thumbnails_until,
};

#[cfg(test)]
mod fixtures;
