//! Where a text has what is looked for.

pub mod indexed;
pub mod occurrence;
pub mod query;
pub mod slip;
pub mod snippet;
