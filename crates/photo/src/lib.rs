//! Image bytes in; size, metadata and thumbnails out. Knows no database.
//!
//! [`describe`] says what a picture is from its first bytes and its headers; [`thumbnail`] draws it small and
//! upright; by its [`fingerprint`] it is known again in another size; [`read_xmp`] reads what stands in a file beside it. All take any bytes, and none lets a hostile file use
//! more than bounded memory.

mod breaks_off;
mod decode;
mod describe;
mod fingerprint;
mod format;
mod heif;
mod metadata;
mod thumbnail;
mod xmp;

pub use describe::{Decodable, Description, NotAPicture, describe};
pub use fingerprint::{Fingerprint, fingerprint, have_same_shape};
pub use format::Format;
pub use thumbnail::{CannotDraw, Thumbnail, thumbnail};
pub use xmp::{XMP_LIMIT, Xmp, read_xmp};

#[cfg(test)]
mod fixtures;
