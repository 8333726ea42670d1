//! Russian: its clauses and offices, positions, organisations, places and names.

pub(crate) mod bodies;
pub(crate) mod clause;
pub(crate) mod grammar;
pub(crate) mod name_parts;
pub(crate) mod name_words;
pub(crate) mod offices;
pub(crate) mod organisation_name;
pub(crate) mod organisation_of_position;
pub(crate) mod organisations;
pub(crate) mod places;
pub(crate) mod positions;
pub(crate) mod verbs;
