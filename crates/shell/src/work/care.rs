//! What keeps a library whole and tidy, as jobs: its check, its search entries, its backup and how that is brought
//! back, its likely doubles.

use std::path::{Path, PathBuf};

use muragat_archive::record::terms::PartyKind;
use muragat_archive::{Archive, Identity, ListQuery};

use super::Ending;
use crate::jobs::{Ended, Teller};
use crate::open_library::OpenLibrary;
use crate::wire::{BackupResult, BringBackResult, CheckFinding, CheckResult, RestoreResult};

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
        aside: None,
    }))
}

/// Whether the library's plan wants a backup now that its window is being closed.
///
/// # Errors
/// It cannot be read.
pub fn is_due_at_closing(archive: &Archive) -> Result<bool, muragat_archive::Error> {
    archive.backup_is_due(chrono::Local::now(), true)
}

/// Backs the library up by its plan.
///
/// # Errors
/// The second place is not there, the disk refused, or it was stopped.
pub fn back_up_by_plan(archive: &mut Archive, teller: &mut Teller) -> Ending {
    let standing = archive.back_up_by_plan(&mut |p| teller.progress(p))?;
    let made = standing.whole.filter(|_| standing.plan.place.is_some());
    Ok(match made.or(standing.catalogue) {
        Some(made) => Ended::with(&BackupResult {
            path: made.path,
            octets: made.octets,
            lacking: Vec::new(),
        }),
        None => Ended::default(),
    })
}

/// Brings a backup back in the place of the library that is open, or should be; that is kept beside it.
///
/// # Errors
/// The backup is not whole, other work or another program has the library open, the disk refused, or it was stopped;
/// then all is as it was.
pub fn restore_here(library: &OpenLibrary, backup: &Path, teller: &mut Teller) -> Ending {
    let path = library.path().unwrap_or_default();
    let ready =
        muragat_archive::prepare_restore(backup, &path, &mut |progress| teller.progress(progress))?;
    let restored = library.replace(|| ready.take_place())?;
    let first = ListQuery {
        limit: 1,
        ..ListQuery::default()
    };
    let (name, articles) =
        library.ask(|archive| Ok((archive.name(), archive.lines(&first)?.total)))?;
    Ok(Ended::with(&RestoreResult {
        path: path.display().to_string(),
        name,
        articles,
        lacking: restored.lacking,
        aside: restored.aside.map(|aside| aside.display().to_string()),
    }))
}

/// Looks what a backup holds beside the library that is open, or without it where that does not open.
///
/// # Errors
/// The backup is not whole, or it was stopped.
pub fn look_inside(library: &OpenLibrary, backup: &Path, teller: &mut Teller) -> Ending {
    let here = library.connect().ok();
    let inside = muragat_archive::look_inside(backup, here.as_ref(), &mut |progress| {
        teller.progress(progress)
    })?;
    Ok(Ended::with(&inside))
}

/// Brings single documents back from a backup, as one op.
///
/// # Errors
/// As the archive's; then nothing came back.
pub fn bring_back(
    archive: &mut Archive,
    backup: &Path,
    ids: &[String],
    teller: &mut Teller,
) -> Ending {
    let outcome = archive.bring_back(backup, ids, &mut |progress| teller.progress(progress))?;
    let written = archive.written(outcome)?;
    let result = BringBackResult {
        new: written.value.new.len(),
        renewed: written.value.renewed.len(),
    };
    Ok(Ended::with(&result).changing(Some(written.changed)))
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
