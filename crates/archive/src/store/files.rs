//! Files of a library: folders inside it, what lies about under temporary names, and reading no further than a limit.

use std::fs;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

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

/// Reads a file whole, no further than `limit` bytes. Tells when it changed while it was read.
pub(crate) fn read_whole(path: &Path, limit: u64) -> Result<Result<Vec<u8>, u64>, Error> {
    let reading = |e: std::io::Error| Error::reading(path, &e);
    // asked before it is opened: opening a pipe waits for a writer, and a device has no end
    let meta = fs::metadata(path).map_err(reading)?;
    if !meta.is_file() {
        let what = if meta.is_dir() {
            std::io::ErrorKind::IsADirectory.into()
        } else {
            std::io::Error::other("not a regular file")
        };
        return Err(Error::reading(path, &what));
    }
    let mut file = File::open(path).map_err(reading)?;
    if meta.len() > limit {
        return Ok(Err(meta.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
    Read::by_ref(&mut file)
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(reading)?;
    if bytes.len() as u64 > limit {
        return Ok(Err(bytes.len() as u64));
    }
    if (bytes.len() as u64) < meta.len() {
        return Err(Error::reading(
            path,
            &std::io::ErrorKind::UnexpectedEof.into(),
        ));
    }
    Ok(Ok(bytes))
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
