//! Files on disk: hashed, read no further than a limit, made durable.

use std::fs;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::Error;

/// Where bytes wait under a temporary name.
pub(crate) const INCOMING: &str = "originals/.incoming";

/// SHA-256 of bytes, as 64 hex digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes as lower-case hex digits.
pub(crate) fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// SHA-256 of a file, streamed.
pub(crate) fn sha256_file(path: &Path) -> std::io::Result<String> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(hex(&hasher.finalize()));
        }
        hasher.update(&buffer[..read]);
    }
}

/// A temporary file that, once it has its name, others may read as far as the user's umask says.
pub(crate) fn shared_file() -> tempfile::Builder<'static, 'static> {
    #[allow(unused_mut)]
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

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

/// Makes a folder's entries durable.
pub(crate) fn sync_folder(path: &Path) -> Result<(), Error> {
    #[cfg(unix)]
    File::open(path)
        .and_then(|folder| folder.sync_all())
        .map_err(|e| Error::writing(path, &e))?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
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
