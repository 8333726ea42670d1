//! What work that was killed left under temporary names, cleared away where its maker is gone.

use std::path::{Path, PathBuf};

use muragat_files::{Leftover, folder_of, leftovers};

use crate::store::files::INCOMING;
use crate::store::unfinished_restore;

/// Clears away what was left in a library and beside it; ends a restore that was cut off. Gives what is gone. What cannot be cleared does no harm, and `check` names it.
pub(crate) fn sweep(library: &Path) -> Vec<PathBuf> {
    // through a link the folder itself is meant
    let library = &library
        .canonicalize()
        .unwrap_or_else(|_| library.to_owned());
    let inside = [INCOMING, "backups"].map(|folder| library.join(folder));
    let beside = folder_of(library).to_owned();
    let mut swept = Vec::new();
    for folder in inside.iter().chain([&beside]) {
        swept.extend(clear(folder));
    }
    swept
}

/// Clears away what work that was killed left in one folder, and ends a restore that was cut off there; gives what is
/// gone. Whoever makes something in a folder does so first.
pub fn clear(folder: &Path) -> Vec<PathBuf> {
    // a folder that cannot be read, or is not there, is cleared another time
    let found = leftovers(folder).unwrap_or_default();
    let mut gone = Vec::new();
    for leftover in found {
        let path = leftover.path.clone();
        if remove(leftover).is_ok() {
            gone.push(path);
        }
    }
    gone
}

fn remove(leftover: Leftover) -> std::io::Result<()> {
    if leftover.what == unfinished_restore::WHAT {
        unfinished_restore::end(&leftover.path)?;
    }
    leftover.remove()
}

/// What lies in a library and beside it that was not cleared away: of `check`.
pub(crate) fn left(library: &Path) -> Vec<PathBuf> {
    let folders = [
        library.join(INCOMING),
        library.join("backups"),
        folder_of(library).to_owned(),
    ];
    let found = folders.iter().filter_map(|folder| leftovers(folder).ok());
    found.flatten().map(|leftover| leftover.path).collect()
}
