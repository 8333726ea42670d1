//! Organisations: where the text names them, and which one a position names.

pub(crate) mod finder;
pub(crate) mod of_position;
pub(crate) mod words;
