//! English: its positions and organisations.

pub(crate) mod grammar;
pub(crate) mod phrases;
