//! What a photo says of itself in words: Exif, IPTC-IIM and XMP, and XMP in a file beside it. Broken metadata gives less,
//! never an error.

mod blocks;
mod charsets;
mod containers;
mod date_time;
mod digest_name;
mod exif;
mod fields;
mod headers;
mod iim;
mod inflate;
mod languages;
mod limits;
mod merge;
#[cfg(test)]
mod merge_tests;
mod packet;
mod position;
mod regions;
mod shape;
mod sidecar;
mod stated;
mod statement;
mod values;
mod vocabularies;
mod words;
mod writing;
mod xmp;

pub use date_time::DateTime;
pub use fields::{LeftOut, PhotoMetadata};
pub use languages::{InLanguage, InLanguages};
pub use merge::read_photo_metadata;
pub use position::Position;
pub use regions::{Region, RegionScheme};
pub use shape::{Point, Shape};
pub use sidecar::{XMP_LIMIT, Xmp, read_xmp};
pub use stated::{Source, Stated};
pub use statement::ArchiveStatement;
pub use values::{
    Artwork, Contact, Contributor, CvTerm, Entity, Licensor, Location, Party, Person, Product,
    RegistryEntry, RightsExpression,
};

pub use writing::write_sidecar;

pub(crate) use containers::find_exif;
pub(crate) use headers::{find_turn, read_metadata};
pub(crate) use packet::{Packet, Value};
pub(crate) use vocabularies::XMP_NOTE;
pub(crate) use words::cut_between_letters;
pub(crate) use writing::{CopiedPicture, compose_for_copy};
