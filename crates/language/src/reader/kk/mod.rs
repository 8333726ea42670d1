//! Kazakh: what its words do in a sentence, its positions, organisations, places and names.

pub(crate) mod bodies;
pub(crate) mod grammar;
pub(crate) mod name_parts;
pub(crate) mod nominative;
pub(crate) mod noun_phrase;
pub(crate) mod organisation_of_position;
pub(crate) mod organisations;
pub(crate) mod places;
pub(crate) mod position_appointed;
pub(crate) mod position_behind;
pub(crate) mod position_shared;
pub(crate) mod positions;
pub(crate) mod verbs;
pub(crate) mod words;
