//! Words in capitals in the letters that print would give them.

use super::cell::Cell;

/// Tells whether anything was lowered.
pub(super) fn lower_capitals(_cells: &mut [Cell]) -> bool {
    false
}
