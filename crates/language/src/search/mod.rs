//! Where a text has what is looked for.

pub mod occurrence;
pub mod snippet;
