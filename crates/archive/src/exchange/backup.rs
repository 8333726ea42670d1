//! Backup and restore: a whole library as one zip file, and the catalogue's copy before a migration.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::{fs, io};

use muragat_files::{
    Existing, TemporaryFile, TemporaryFolder, create_private_folder, folder_of, sha256_of_file,
};
use rusqlite::Connection;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::error::Error;
use crate::store::identity::Identity;
use crate::store::job::Watch;
use crate::store::library::{Archive, CATALOGUE};
use crate::store::{job, originals, snapshot};

impl Archive {
    /// Writes the whole library into one new zip file. It gets its name only when it is whole.
    /// Gives the originals that are missing or damaged here, and so in the backup.
    ///
    /// # Errors
    /// [`Error::TargetExists`], that the disk refused, or that it was stopped.
    pub fn backup(&self, target: &Path, watch: Watch<'_>) -> Result<Vec<String>, Error> {
        if target.symlink_metadata().is_ok() {
            return Err(Error::TargetExists {
                path: target.to_owned(),
            });
        }
        let writing = |e: &io::Error| Error::writing_outside(target, e);
        // it never gets a name: it is read into the zip file, and goes
        let copy = TemporaryFile::private_beside(target).map_err(|e| writing(&e))?;
        snapshot::copy_catalogue(self.connection(), copy.path(), self.path()).map_err(|error| {
            match error {
                // the copy is what has no room, not the library
                Error::DiskFull { .. } => Error::DiskFull {
                    path: target.to_owned(),
                },
                other => other,
            }
        })?;
        let snapshot = Connection::open(copy.path())?;
        let known = originals::all(&snapshot)?;
        drop(snapshot);

        let whole = TemporaryFile::beside(target).map_err(|e| writing(&e))?;
        let mut zip = ZipWriter::new(Quiet::new(whole.as_file()));
        let packed = SimpleFileOptions::default()
            .large_file(true)
            .compression_method(CompressionMethod::Deflated);
        let stored = packed.compression_method(CompressionMethod::Stored);
        let zipping = |e: zip::result::ZipError| writing(&e.into());
        zip.start_file(CATALOGUE, packed).map_err(zipping)?;
        io::copy(
            &mut File::open(copy.path()).map_err(|e| writing(&e))?,
            &mut zip,
        )
        .map_err(|e| writing(&e))?;
        let mut lacking = Vec::new();
        for (done, original) in known.iter().enumerate() {
            job::tell(watch, "copying", done as u64, known.len() as u64)?;
            let path = self.original_path(&original.sha256, &original.extension);
            match fs::read(&path) {
                Ok(bytes) => {
                    if muragat_files::sha256(&bytes) != original.sha256 {
                        lacking.push(original.sha256.clone());
                        continue;
                    }
                    let name = path
                        .strip_prefix(self.path())
                        .unwrap_or(&path)
                        .to_string_lossy()
                        .replace('\\', "/");
                    zip.start_file(name, stored).map_err(zipping)?;
                    zip.write_all(&bytes).map_err(|e| writing(&e))?;
                }
                Err(e) if e.kind() == io::ErrorKind::NotFound => {
                    lacking.push(original.sha256.clone());
                }
                Err(e) => return Err(Error::reading(&path, &e)),
            }
        }
        zip.finish().map_err(zipping)?;
        whole
            .give_name(Existing::Refuse)
            .map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => Error::TargetExists {
                    path: target.to_owned(),
                },
                _ => writing(&error),
            })?;
        Ok(lacking)
    }
}

/// Passes writes on. After one has failed it takes the rest and keeps none of it: a zip that is dropped
/// unfinished writes its end, and prints that it could not.
struct Quiet<W> {
    to: W,
    failed: bool,
}

impl<W> Quiet<W> {
    fn new(to: W) -> Quiet<W> {
        Quiet { to, failed: false }
    }
}

impl<W: Write> Write for Quiet<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failed {
            return Ok(bytes.len());
        }
        let written = self.to.write(bytes);
        self.failed = written.is_err();
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.failed {
            true => Ok(()),
            false => self.to.flush(),
        }
    }
}

impl<W: Seek> Seek for Quiet<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.to.seek(to)
    }
}

/// What a restore did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Restored {
    /// Where what stood there before is now.
    pub aside: Option<PathBuf>,
    /// SHA-256 of originals that the backup lacks.
    pub lacking: Vec<String>,
}

/// Brings a backup back as the library at `path`. What stands there is moved aside, not away; tells where to.
///
/// # Errors
/// [`Error::BackupDamaged`] for a backup that is not whole, or a file that is none; that the disk refused; that it was stopped.
pub fn restore(backup: &Path, path: &Path, watch: Watch<'_>) -> Result<Restored, Error> {
    // through a link, and for `.`, the folder itself is meant
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let taken =
        fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_some()) || path.is_file();
    if taken && !path.join(CATALOGUE).is_file() {
        return Err(Error::LibraryForeign {
            path: path.to_owned(),
        });
    }
    let damaged = |detail: String| Error::BackupDamaged {
        path: backup.to_owned(),
        detail,
    };
    let file = File::open(backup).map_err(|e| Error::reading(backup, &e))?;
    let mut zip = ZipArchive::new(file).map_err(|e| damaged(e.to_string()))?;
    let parent = folder_of(path);
    fs::create_dir_all(parent).map_err(|e| Error::writing(parent, &e))?;
    let making = TemporaryFolder::beside(path, ".muragat-restore-")
        .map_err(|e| Error::writing(parent, &e))?;
    let made = making.path().join("library");
    create_private_folder(&made).map_err(|e| Error::writing(&made, &e))?;
    for folder in ["originals", "cache", "backups"] {
        let folder = made.join(folder);
        fs::create_dir(&folder).map_err(|e| Error::writing(&folder, &e))?;
    }
    let total = zip.len() as u64;
    for at in 0..zip.len() {
        job::tell(watch, "copying", at as u64, total)?;
        let mut entry = zip.by_index(at).map_err(|e| damaged(e.to_string()))?;
        let name = entry
            .name()
            .map_err(|e| damaged(e.to_string()))?
            .into_owned();
        let sha256 = match name.as_str() {
            CATALOGUE => None,
            _ => Some(original_name(&name).ok_or_else(|| damaged(name.clone()))?),
        };
        let target = made.join(&name);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|e| Error::writing(folder, &e))?;
        }
        let mut out = File::create_new(&target).map_err(|e| Error::writing(&target, &e))?;
        let mut buffer = vec![0; 1 << 16];
        loop {
            let read = entry
                .read(&mut buffer)
                .map_err(|e| damaged(format!("{name}: {e}")))?;
            if read == 0 {
                break;
            }
            out.write_all(&buffer[..read])
                .map_err(|e| Error::writing(&target, &e))?;
        }
        out.sync_all().map_err(|e| Error::writing(&target, &e))?;
        if let Some(sha256) = sha256
            && sha256_of_file(&target).map_err(|e| Error::reading(&target, &e))? != sha256
        {
            return Err(damaged(name));
        }
    }
    let mut lacking = Vec::new();
    // what was taken in must open and be whole before it takes the place of anything
    {
        let archive = Archive::open(&made, Identity::new("")).map_err(|error| match error {
            Error::LibraryForeign { .. } | Error::LibraryMissing { .. } => {
                damaged(CATALOGUE.to_owned())
            }
            Error::LibraryDamaged { detail, .. } => damaged(detail),
            other => other,
        })?;
        let ok: String =
            archive
                .connection()
                .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if ok != "ok" {
            return Err(damaged(ok));
        }
        // its bytes were hashed as they came; what never came is told
        for original in originals::all(archive.connection())? {
            if !archive
                .original_path(&original.sha256, &original.extension)
                .is_file()
            {
                lacking.push(original.sha256);
            }
        }
    }
    still(path)?;
    let aside = match path.symlink_metadata() {
        Ok(_) => {
            let stamp = crate::store::clock::now().replace([':', '-'], "");
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            let aside = path.with_file_name(format!("{name}.before-restore-{stamp}"));
            if aside.symlink_metadata().is_ok() {
                return Err(Error::TargetExists { path: aside });
            }
            fs::rename(path, &aside).map_err(|e| Error::writing(&aside, &e))?;
            Some(aside)
        }
        Err(_) => None,
    };
    if let Err(error) = making.give_name(&made, Existing::Refuse) {
        // what stood there goes back, where nothing else took its place
        if let Some(aside) = &aside
            && path.symlink_metadata().is_err()
        {
            fs::rename(aside, path).map_err(|e| Error::writing(path, &e))?;
        }
        return Err(Error::writing(path, &error));
    }
    Ok(Restored { aside, lacking })
}

/// Makes sure that no other program has the library at `path` open: what it wrote after the restore would be lost.
fn still(path: &Path) -> Result<(), Error> {
    let catalogue = path.join(CATALOGUE);
    if !catalogue.is_file() {
        return Ok(());
    }
    let closed = (|| -> rusqlite::Result<()> {
        let sql =
            Connection::open_with_flags(&catalogue, rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        sql.busy_timeout(std::time::Duration::from_secs(1))?;
        // leaving WAL takes the only connection there is
        sql.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))
    })();
    match closed.map_err(|e| Error::catalogue(path, &e)) {
        Err(error @ Error::LibraryBusy { .. }) => Err(error),
        // a damaged catalogue is just what a restore is for
        _ => Ok(()),
    }
}

/// The digest in an original's path inside a backup; none for any other path.
fn original_name(name: &str) -> Option<String> {
    let parts: Vec<&str> = name.split('/').collect();
    let ["originals", a, b, file] = parts.as_slice() else {
        return None;
    };
    let (sha256, extension) = file.split_once('.')?;
    let hex = sha256.len() == 64
        && sha256
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let plain = !extension.is_empty()
        && extension
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    (hex && plain
        && sha256.starts_with(*a)
        && a.len() == 2
        && b.len() == 2
        && sha256.get(2..4) == Some(*b))
    .then(|| sha256.to_owned())
}
