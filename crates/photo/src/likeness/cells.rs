//! The cells that a likeness is made of.

/// Cells in a row and in a column.
pub(super) const SIDE: usize = 64;
