//! Image bytes in; size, metadata and thumbnails out. Knows no database.
//!
//! [`describe`] says what a picture is from its first bytes and its headers; [`thumbnail`] draws it small and
//! upright. Both take any bytes, and neither lets a hostile file use more than bounded memory.

mod breaks_off;
mod decode;
mod describe;
mod format;
mod heif;
mod metadata;
mod thumbnail;

pub use describe::{Decodable, Description, NotAPicture, describe};
pub use format::Format;
pub use thumbnail::{CannotDraw, Thumbnail, thumbnail};

#[cfg(test)]
mod fixtures;
