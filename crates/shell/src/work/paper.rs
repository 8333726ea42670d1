//! Lists and documents that leave the window as files or as paper.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use muragat_archive::record::terms::ReleaseWay;
use muragat_archive::{Archive, Error};
use muragat_bundle::{self as bundle, ListWanted, PrintWanted};
use muragat_files::create_private_folder;

use super::{Ending, release};
use crate::jobs::{Ended, Teller};
use crate::wire::{PrintResult, Problem};

/// How long what was made to be printed is kept.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// What shows a file to the user; false where no program does.
pub type Show<'a> = &'a dyn Fn(&Path) -> bool;

/// Writes a list into a file.
///
/// # Errors
/// Those of [`bundle::write_list`].
pub fn write_list(
    archive: &mut Archive,
    wanted: &ListWanted,
    target: &Path,
    teller: &mut Teller,
) -> Ending {
    let (released, changed) = release(archive, &wanted.restricted, ReleaseWay::List, target)?;
    let made = bundle::write_list(archive, wanted, &released, target, &mut |p| {
        teller.progress(p)
    })?;
    Ok(Ended::with(&made).changing(changed))
}

/// Makes a list ready to be printed: at a path, or shown by the system's program for PDFs.
///
/// # Errors
/// Those of [`bundle::write_list`].
pub fn print_list(
    archive: &mut Archive,
    wanted: &ListWanted,
    target: Option<&Path>,
    show: Show<'_>,
    teller: &mut Teller,
) -> Ending {
    let path = place(target)?;
    let (released, changed) = release(archive, &wanted.restricted, ReleaseWay::Print, &path)?;
    let made = bundle::write_list(archive, wanted, &released, &path, &mut |p| {
        teller.progress(p)
    })?;
    Ok(Ended::with(&PrintResult {
        path: made.path.display().to_string(),
        shown: target.is_none() && show(&made.path),
        undrawn: Vec::new(),
        left_out: made.left_out,
    })
    .changing(changed))
}

/// Makes documents ready to be printed, likewise.
///
/// # Errors
/// Those of [`bundle::print_articles`].
pub fn print_articles(
    archive: &mut Archive,
    wanted: &PrintWanted,
    target: Option<&Path>,
    show: Show<'_>,
    teller: &mut Teller,
) -> Ending {
    let path = place(target)?;
    let (released, changed) = release(archive, &wanted.restricted, ReleaseWay::Print, &path)?;
    let made = bundle::print_articles(archive, wanted, &released, &path, &mut |p| {
        teller.progress(p)
    })?;
    Ok(Ended::with(&PrintResult {
        path: made.path.display().to_string(),
        shown: target.is_none() && show(&made.path),
        undrawn: made.undrawn,
        left_out: made.left_out,
    })
    .changing(changed))
}

/// Where a PDF goes: as wished, else among what is kept for a day.
fn place(target: Option<&Path>) -> Result<PathBuf, Problem> {
    if let Some(target) = target {
        return Ok(target.to_owned());
    }
    let folder = print_folder().map_err(|(folder, e)| Error::writing_outside(&folder, &e))?;
    clear(&folder);
    let name = format!("muragat-{}.pdf", stamp());
    Ok(folder.join(name))
}

/// The folder of what was printed, where the user alone may look: what is printed may be open to nobody else.
fn print_folder() -> Result<PathBuf, (PathBuf, io::Error)> {
    let cache = directories::ProjectDirs::from("kz", "", "Muragat").map_or_else(
        || std::env::temp_dir().join("muragat"),
        |dirs| dirs.cache_dir().to_owned(),
    );
    let folder = cache.join("print");
    let made = fs::create_dir_all(&cache).and_then(|()| create_private_folder(&folder));
    match made {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err((folder, error)),
        _ => Ok(folder),
    }
}

/// Microseconds of the clock: two prints never have one name.
fn stamp() -> u128 {
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_micros())
}

/// Removes what was printed long ago. What cannot be removed is tried again the next time.
fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let old = entry
            .metadata()
            .and_then(|data| data.modified())
            .is_ok_and(|at| at.elapsed().is_ok_and(|age| age > KEPT));
        if old {
            drop(fs::remove_file(entry.path()));
        }
    }
}
