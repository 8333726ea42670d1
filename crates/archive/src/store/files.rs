//! Files of a library: folders inside it, what lies about under temporary names, and reading no further than a limit.

use std::fs;
use std::path::{Path, PathBuf};

use muragat_files::ReadWhole;

use crate::error::Error;

/// Where bytes wait under a temporary name.
pub(crate) const INCOMING: &str = "originals/.incoming";

/// Makes a folder inside a library, never the library itself: where its disk was taken out, nothing is to
/// stand in its place.
pub(crate) fn folder_inside(library: &Path, inside: &str) -> std::io::Result<PathBuf> {
    let mut folder = library.to_owned();
    for part in inside.split('/') {
        folder.push(part);
        match fs::create_dir(&folder) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
    }
    Ok(folder)
}

/// Reads a file whole, no further than `limit` bytes; gives its size where it is longer.
pub(crate) fn read_whole(path: &Path, limit: u64) -> Result<Result<Vec<u8>, u64>, Error> {
    match muragat_files::read_whole(path, limit).map_err(|error| Error::reading(path, &error))? {
        ReadWhole::Bytes(bytes) => Ok(Ok(bytes)),
        ReadWhole::TooLong(size) => Ok(Err(size)),
    }
}

/// Clears away what writes that were cut off a day ago or longer left under temporary names.
pub(crate) fn sweep(library: &Path) {
    const DAY: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);
    let Ok(entries) = fs::read_dir(library.join(INCOMING)) else {
        return;
    };
    for entry in entries.flatten() {
        let age = entry
            .metadata()
            .and_then(|meta| meta.modified())
            .ok()
            .and_then(|time| time.elapsed().ok());
        if age.is_some_and(|age| age > DAY) {
            // what cannot be cleared does no harm, and `check` names it
            let _ = fs::remove_file(entry.path());
        }
    }
}
