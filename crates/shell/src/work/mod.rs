//! What jobs do: each with a library of its own, and someone to tell how far it is.

pub mod batches;
pub mod bundles;
pub mod care;
pub mod intake;
pub mod paper;

use crate::jobs::Ended;
use crate::wire::Problem;

/// What came of it.
pub type Ending = Result<Ended, Problem>;
