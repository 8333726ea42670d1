//! Organisations: where the text names them, and which one a position names.

pub(crate) mod found;
pub(crate) mod of_position;
pub(crate) mod words;
