//! The package that Word and PowerPoint keep a document in: a zip of parts, and relations between them.

mod flat;
mod properties;
mod table_of_parts;

pub(crate) use properties::read_properties;
pub(crate) use table_of_parts::{Package, Part};
