//! English: positions and organisations.

pub(crate) mod phrases;
