//! Backup: a whole library, or its catalogue alone, as one zip file, which is read again before it gets its name.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use muragat_files::{
    Existing, TemporaryFolder, create_private_file, folder_of, sha256_of, sha256_of_file,
};
use rusqlite::Connection;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::error::Error;
use crate::store::files::CATALOGUE;
use crate::store::job::Watch;
use crate::store::library::Archive;
use crate::store::originals::Original;
use crate::store::{job, leftovers, originals, snapshot};

/// What a backup holds beside the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holding {
    /// Every original.
    Whole,
    /// Nothing: the originals stay in the library, where nothing alters them.
    Catalogue,
}

impl Archive {
    /// Writes the whole library into one new zip file. It is read again, and every byte of it hashed, before it gets its
    /// name. Gives the originals that are missing or damaged here, and so in the backup.
    ///
    /// # Errors
    /// [`Error::TargetExists`], that the disk refused or gave back other bytes ([`Error::BackupDamaged`]), or that it
    /// was stopped.
    pub fn backup(&self, target: &Path, watch: Watch<'_>) -> Result<Vec<String>, Error> {
        self.write_backup(target, Holding::Whole, watch)
    }

    pub(crate) fn write_backup(
        &self,
        target: &Path,
        holding: Holding,
        watch: Watch<'_>,
    ) -> Result<Vec<String>, Error> {
        if target.symlink_metadata().is_ok() {
            return Err(Error::TargetExists {
                path: target.to_owned(),
            });
        }
        let writing = |e: io::Error| Error::writing_outside(target, &e);
        leftovers::clear(folder_of(target));
        let making = TemporaryFolder::beside(target, "backup").map_err(writing)?;
        // it is read into the zip file, and goes
        let copy = making.path().join(CATALOGUE);
        create_private_file(&copy).map_err(writing)?;
        snapshot::copy_catalogue(self.connection(), &copy, self.path()).map_err(|error| {
            match error {
                // the copy is what has no room, not the library
                Error::DiskFull { .. } => Error::DiskFull {
                    path: target.to_owned(),
                },
                other => other,
            }
        })?;
        let known = match holding {
            Holding::Whole => originals::all(&Connection::open(&copy)?)?,
            Holding::Catalogue => Vec::new(),
        };
        let whole = making.path().join("backup.zip");
        let lacking = self.write_zip(&whole, target, &copy, &known, watch)?;
        read_again(&whole, target, &copy, watch)?;
        making
            .give_name(&whole, Existing::Refuse)
            .map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => Error::TargetExists {
                    path: target.to_owned(),
                },
                _ => writing(error),
            })?;
        Ok(lacking)
    }

    /// Writes the copy of the catalogue and the originals that are whole into a zip file; gives the others.
    fn write_zip(
        &self,
        whole: &Path,
        target: &Path,
        copy: &Path,
        known: &[Original],
        watch: Watch<'_>,
    ) -> Result<Vec<String>, Error> {
        let writing = |e: io::Error| Error::writing_outside(target, &e);
        let zipping = |e: zip::result::ZipError| writing(e.into());
        let mut zip = ZipWriter::new(Quiet::new(create_private_file(whole).map_err(writing)?));
        let packed = SimpleFileOptions::default()
            .large_file(true)
            .compression_method(CompressionMethod::Deflated);
        let stored = packed.compression_method(CompressionMethod::Stored);
        zip.start_file(CATALOGUE, packed).map_err(zipping)?;
        let mut catalogue = File::open(copy).map_err(writing)?;
        io::copy(&mut catalogue, &mut zip).map_err(writing)?;
        let mut lacking = Vec::new();
        for (done, original) in known.iter().enumerate() {
            job::tell(watch, "copying", done as u64, known.len() as u64)?;
            let path = self.original_path(&original.sha256, &original.extension);
            match fs::read(&path) {
                Ok(bytes) if muragat_files::sha256(&bytes) == original.sha256 => {
                    let name = path
                        .strip_prefix(self.path())
                        .unwrap_or(&path)
                        .to_string_lossy()
                        .replace('\\', "/");
                    zip.start_file(name, stored).map_err(zipping)?;
                    zip.write_all(&bytes).map_err(writing)?;
                }
                Ok(_) => lacking.push(original.sha256.clone()),
                Err(e) if e.kind() == io::ErrorKind::NotFound => {
                    lacking.push(original.sha256.clone());
                }
                Err(e) => return Err(Error::reading(&path, &e)),
            }
        }
        let written = zip.finish().map_err(zipping)?;
        written.to.sync_all().map_err(writing)?;
        Ok(lacking)
    }
}

/// Opens a backup that was just written and hashes all that is in it: what the disk gives back must be what went in.
fn read_again(whole: &Path, target: &Path, copy: &Path, watch: Watch<'_>) -> Result<(), Error> {
    let damaged = |detail: String| Error::BackupDamaged {
        path: target.to_owned(),
        detail,
    };
    let reading = |e: io::Error| Error::reading(target, &e);
    let file = File::open(whole).map_err(reading)?;
    let mut zip = ZipArchive::new(file).map_err(|e| damaged(e.to_string()))?;
    let catalogue = sha256_of_file(copy).map_err(reading)?;
    let mut digests = HashMap::new();
    let total = zip.len();
    for at in 0..total {
        job::tell(watch, "hashing", at as u64, total as u64)?;
        let mut entry = zip.by_index(at).map_err(|e| damaged(e.to_string()))?;
        let name = entry
            .name()
            .map_err(|e| damaged(e.to_string()))?
            .into_owned();
        let digest = sha256_of(&mut entry).map_err(|e| damaged(format!("{name}: {e}")))?;
        digests.insert(name, digest);
    }
    for (name, digest) in digests {
        // an original is called by its digest
        let is_whole = match name.as_str() {
            CATALOGUE => digest == catalogue,
            _ => name.contains(&digest),
        };
        if !is_whole {
            return Err(damaged(name));
        }
    }
    Ok(())
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
