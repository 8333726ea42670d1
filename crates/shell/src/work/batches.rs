//! The same done to many articles, as jobs.

use muragat_archive::{Archive, Batch};

use super::Ending;
use crate::jobs::{Ended, Teller};

/// Says what a batch would come to; nothing is changed.
///
/// # Errors
/// Those of [`Archive::rehearse_batch`].
pub fn rehearse(archive: &mut Archive, batch: &Batch, teller: &mut Teller) -> Ending {
    let told = archive.rehearse_batch(batch, &mut |p| teller.progress(p))?;
    Ok(Ended::with(&told))
}

/// Does the same to many articles, as one op. Stopped, it has changed nothing.
///
/// # Errors
/// Those of [`Archive::run_batch`].
pub fn run(archive: &mut Archive, batch: &Batch, teller: &mut Teller) -> Ending {
    let outcome = archive.run_batch(batch, &mut |p| teller.progress(p))?;
    let written = archive.written(outcome)?;
    Ok(Ended::with(&written.value).changing(Some(written.changed)))
}
