//! Kazakh: what its words do in a sentence, its positions and organisations.

pub(crate) mod organisations;
pub(crate) mod position_appointed;
pub(crate) mod position_behind;
pub(crate) mod positions;
pub(crate) mod words;
