//! A packet of XMP with all that stands in it, whatever its vocabulary (ISO 16684-1, 6: the data model), read and written
//! again without a loss. What a photo states of use here is read by `xmp`, from the same packets.

mod names;
mod prefixes;
mod read;
mod split;
#[cfg(test)]
mod tests;
mod value;
mod write;

pub(crate) use value::{Content, Kind, Packet, Property, Value};
