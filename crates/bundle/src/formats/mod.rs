//! The formats of the archival world, each a file that turns records into bytes. None reads anything
//! but its arguments, so that the same records give the same bytes.

pub(crate) mod datings;
pub(crate) mod dublin_core;
pub(crate) mod eac;
pub(crate) mod ead3;
pub(crate) mod mets;
pub(crate) mod premis;
pub(crate) mod ro_crate;
pub(crate) mod tei;
pub(crate) mod text;
pub(crate) mod xmp;

#[cfg(test)]
mod tests;
