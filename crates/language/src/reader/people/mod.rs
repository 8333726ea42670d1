//! People: their names where the text has them, and who is who.

pub(crate) mod bylines;
pub(crate) mod given_names;
pub(crate) mod initials;
pub(crate) mod join;
pub(crate) mod mention;
pub(crate) mod name_parts;
pub(crate) mod name_rules;
pub(crate) mod name_words;
pub(crate) mod names;
pub(crate) mod namesakes;
pub(crate) mod suggestion;
