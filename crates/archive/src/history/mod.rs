//! History: what an op changed, read, taken back, put back.

pub(crate) mod changed;
pub(crate) mod compare;
pub(crate) mod label;
pub(crate) mod provenance;
pub(crate) mod restore;
pub(crate) mod undo;
pub(crate) mod what_happened;
pub(crate) mod where_to_look;
