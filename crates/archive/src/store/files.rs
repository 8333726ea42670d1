//! Files of a library: folders inside it, who may read and write them, and reading no further than a limit.

use std::fs;
use std::path::{Path, PathBuf};

use muragat_files::ReadWhole;

use crate::error::Error;

/// The catalogue's file in the library's folder.
pub(crate) const CATALOGUE: &str = "catalogue.sqlite";

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

/// Lets those read a file who may read the catalogue: what a library holds is private, unless it was shared on purpose.
pub(crate) fn share_like_catalogue(library: &Path, file: &fs::File) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(library.join(CATALOGUE))?.permissions().mode() & 0o666;
        if mode & 0o066 != 0 {
            file.set_permissions(fs::Permissions::from_mode(mode | 0o600))?;
        }
    }
    #[cfg(not(unix))]
    let _on_unix_only = (library, file);
    Ok(())
}

/// Whether a file may be written. It is not opened to learn so: closing it again would take this process's locks on it
/// away, which another connection of it holds.
pub(crate) fn may_be_written(path: &Path) -> std::io::Result<bool> {
    #[cfg(unix)]
    {
        use rustix::fs::{Access, AtFlags, CWD, accessat};
        use rustix::io::Errno;
        match accessat(
            CWD,
            path,
            Access::READ_OK | Access::WRITE_OK,
            AtFlags::EACCESS,
        ) {
            Ok(()) => Ok(true),
            Err(Errno::ROFS | Errno::ACCESS | Errno::PERM) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
    #[cfg(not(unix))]
    fs::metadata(path).map(|meta| !meta.permissions().readonly())
}
