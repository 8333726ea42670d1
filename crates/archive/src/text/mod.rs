//! Where in a text things stand: characters and bytes, and the places that print a name.

pub(crate) mod measure;
pub(crate) mod occurrence;
pub(crate) mod script;
