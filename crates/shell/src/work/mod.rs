//! What jobs do: each with a library of its own, and someone to tell how far it is.

pub mod batches;
pub mod bundles;
pub mod care;
pub mod intake;
pub mod paper;

use std::path::Path;

use muragat_archive::record::terms::ReleaseWay;
use muragat_archive::{Archive, Changed, Error, Released};

use crate::jobs::Ended;
use crate::wire::Problem;

/// What came of it.
pub type Ending = Result<Ended, Problem>;

/// Lets closed articles out by name, and says what that changed.
fn release(
    archive: &mut Archive,
    named: &[String],
    way: ReleaseWay,
    target: &Path,
) -> Result<(Released, Option<Changed>), Error> {
    let outcome = archive.release(named, way, target)?;
    let noted = outcome.op.is_some();
    let written = archive.written(outcome)?;
    Ok((written.value, noted.then_some(written.changed)))
}
