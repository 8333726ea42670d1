//! What keeps a library whole, as jobs: check and backup.

use std::path::Path;

use muragat_archive::Archive;

use super::Ending;
use crate::jobs::{Ended, Teller};
use crate::wire::{BackupResult, CheckFinding, CheckResult};

/// Checks the whole library.
///
/// # Errors
/// It cannot be read, or it was stopped.
pub fn check(archive: &Archive, teller: &mut Teller) -> Ending {
    let found = archive.check(&mut |p| teller.progress(p))?;
    let told = |problems: Vec<muragat_archive::Problem>| {
        let problems = problems.into_iter().map(|problem| CheckFinding {
            code: problem.code.to_owned(),
            subject: problem.subject,
        });
        problems.collect()
    };
    Ok(Ended::with(&CheckResult {
        sound: found.problems.is_empty(),
        articles: found.articles,
        originals: found.originals,
        octets: found.octets,
        problems: told(found.problems),
        notes: told(found.notes),
    }))
}

/// Backs the whole library up into one zip file.
///
/// # Errors
/// The target is there, the disk refused, or it was stopped.
pub fn back_up(archive: &Archive, path: &Path, teller: &mut Teller) -> Ending {
    let lacking = archive.backup(path, &mut |p| teller.progress(p))?;
    let size = std::fs::metadata(path).map_err(|e| muragat_archive::Error::reading(path, &e))?;
    Ok(Ended::with(&BackupResult {
        path: path.display().to_string(),
        octets: size.len(),
        lacking,
    }))
}
