//! What keeps a library whole and tidy, as jobs: its check, its search entries, its backup and how that is brought
//! back, its likely doubles.

use std::path::{Path, PathBuf};

use muragat_archive::record::terms::PartyKind;
use muragat_archive::{Archive, Identity, ListQuery};

use super::Ending;
use crate::jobs::{Ended, Teller};
use crate::wire::{BackupResult, CheckFinding, CheckResult, RestoreResult};

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
            noun: problem.noun,
            fields: problem.fields,
            way_back: problem.way_back.map(|path| path.display().to_string()),
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

/// Looks for parties of a kind that may be one.
///
/// # Errors
/// It cannot be read, or it was stopped.
pub fn doubles(archive: &Archive, kind: PartyKind, teller: &mut Teller) -> Ending {
    let pairs = archive.doubles(kind, &mut |p| teller.progress(p))?;
    Ok(Ended::with(&pairs))
}

/// Makes the search entries anew that an older program left.
///
/// # Errors
/// It cannot be written, or it was stopped; what was made stays.
pub fn make_entries(archive: &mut Archive, teller: &mut Teller) -> Ending {
    archive.make_entries(&mut |p| teller.progress(p))?;
    Ok(Ended::default())
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

/// Brings a backup back as a library of its own in a folder, beside those that are there: none is replaced.
///
/// # Errors
/// The backup is not whole, the disk refused, or it was stopped; then nothing is left.
pub fn restore(backup: &Path, folder: &Path, teller: &mut Teller) -> Ending {
    let target = free_place(backup, folder);
    let restored =
        muragat_archive::restore(backup, &target, &mut |progress| teller.progress(progress))?;
    let archive = Archive::open(&target, Identity::new(""))?;
    let first = ListQuery {
        limit: 1,
        ..ListQuery::default()
    };
    Ok(Ended::with(&RestoreResult {
        path: target.display().to_string(),
        name: archive.name(),
        articles: archive.lines(&first)?.total,
        lacking: restored.lacking,
    }))
}

/// Where a backup is brought back: under its own name, with a number where that is taken.
fn free_place(backup: &Path, folder: &Path) -> PathBuf {
    let name = backup.file_stem().map_or_else(
        || "muragat".to_owned(),
        |name| name.to_string_lossy().into_owned(),
    );
    let first = folder.join(format!("{name}.muragat"));
    let numbered = (2..).map(|number| folder.join(format!("{name} {number}.muragat")));
    std::iter::once(first.clone())
        .chain(numbered)
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::Jobs;
    use crate::wire::{Job, JobKind, JobState};
    use muragat_archive::Intake;
    use std::sync::{Arc, mpsc};

    fn run(backup: &Path, folder: &Path) -> Job {
        let (tell, told) = mpsc::channel();
        let (backup, folder) = (backup.to_owned(), folder.to_owned());
        Arc::new(Jobs::default()).start(
            JobKind::Restore,
            move |job| drop(tell.send(job.clone())),
            move |teller| restore(&backup, &folder, teller),
        );
        told.iter()
            .find(|job| job.state != JobState::Running)
            .unwrap()
    }

    #[test]
    fn a_backup_comes_back_beside_what_is_there_and_a_broken_one_is_named_as_such() {
        let room = tempfile::TempDir::new().unwrap();
        let library = room.path().join("a.muragat");
        let backup = room.path().join("a.zip");
        let mut archive = Archive::create(&library, Identity::new("Айгүл")).unwrap();
        let text = "date 2026-02-27 Қала күні\nМәтін.\n";
        archive
            .add_text("a.txt", text.as_bytes(), &Intake::default())
            .unwrap();
        archive.backup(&backup, &mut |_| true).unwrap();
        for name in ["a 2.muragat", "a 3.muragat"] {
            let job = run(&backup, room.path());
            assert_eq!(job.state, JobState::Done);
            assert_eq!(job.result["articles"], 1);
            assert_eq!(
                job.result["path"],
                room.path().join(name).display().to_string()
            );
        }
        let whole = std::fs::read(&backup).unwrap();
        std::fs::write(&backup, &whole[..whole.len() / 2]).unwrap();
        let job = run(&backup, room.path());
        assert_eq!(job.problem.unwrap().code, "backup_damaged");
        assert!(!room.path().join("a 4.muragat").exists());
    }
}
