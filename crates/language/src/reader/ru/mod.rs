//! Russian: clauses, offices, positions and organisations.

pub(crate) mod clause;
pub(crate) mod offices;
pub(crate) mod organisation_name;
pub(crate) mod organisations;
pub(crate) mod positions;
