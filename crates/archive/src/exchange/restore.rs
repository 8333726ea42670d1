//! Restore: a library comes back from a backup, and takes the place of what stands there, which is kept.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use muragat_files::{
    Existing, TemporaryFolder, create_private_file, create_private_folder, exchange_names,
    folder_of, rename, sha256_of_file, sync_folder,
};
use rusqlite::Connection;
use walkdir::WalkDir;
use zip::ZipArchive;

use crate::error::Error;
use crate::exchange::backup_plan::library_of;
use crate::store::files::{CATALOGUE, share_like_catalogue};
use crate::store::identity::Identity;
use crate::store::job::Watch;
use crate::store::library::Archive;
use crate::store::unfinished_restore::{self as unfinished, RestoreNote, free_name};
use crate::store::{job, leftovers, originals};

/// What a restore did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Restored {
    /// Where what stood there before is now.
    pub aside: Option<PathBuf>,
    /// SHA-256 of originals that neither the backup nor the library at its place has.
    pub lacking: Vec<String>,
}

/// A library that was brought back from a backup and is whole, but not yet at its place. Dropped, it is removed.
#[derive(Debug)]
pub struct ReadyRestore {
    folder: TemporaryFolder,
    path: PathBuf,
    lacking: Vec<String>,
}

/// Brings a backup back as the library at `path`. What stands there is moved aside, not away; tells where to.
///
/// # Errors
/// As [`prepare_restore`] and [`ReadyRestore::take_place`].
pub fn restore(backup: &Path, path: &Path, watch: Watch<'_>) -> Result<Restored, Error> {
    prepare_restore(backup, path, watch)?.take_place()
}

/// Makes a library of a backup, beside the one at `path` whose place it shall take: all of it opened, hashed and on the
/// disk. An original that the backup lacks is taken from the library at `path`, or from the one whose backup it is,
/// where it is whole there.
///
/// # Errors
/// [`Error::BackupDamaged`] for a backup that is not whole, or a file that is none; [`Error::LibraryForeign`] where
/// something else than a library lies at `path`; that the disk refused; that it was stopped. Then nothing is left.
pub fn prepare_restore(
    backup: &Path,
    path: &Path,
    watch: Watch<'_>,
) -> Result<ReadyRestore, Error> {
    // through a link, and for `.`, the folder itself is meant
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let taken =
        fs::read_dir(&path).is_ok_and(|mut entries| entries.next().is_some()) || path.is_file();
    if taken && !path.join(CATALOGUE).is_file() {
        return Err(Error::LibraryForeign { path });
    }
    let file = File::open(backup).map_err(|e| Error::reading(backup, &e))?;
    let zip = ZipArchive::new(file).map_err(|e| damaged(backup, e.to_string()))?;
    let parent = folder_of(&path);
    fs::create_dir_all(parent).map_err(|e| Error::writing(parent, &e))?;
    leftovers::clear(parent);
    let folder =
        TemporaryFolder::beside(&path, unfinished::WHAT).map_err(|e| Error::writing(parent, &e))?;
    let made = folder.path().join(unfinished::MADE);
    create_private_folder(&made).map_err(|e| Error::writing(&made, &e))?;
    for inside in ["originals", "cache", "backups"] {
        let inside = made.join(inside);
        create_private_folder(&inside).map_err(|e| Error::writing(&inside, &e))?;
    }
    unpack(zip, backup, &made, watch)?;
    keep_earlier_backups(&path, &made)?;
    let lacking = complete(backup, &path, &made)?;
    sync_folders(&made)?;
    Ok(ReadyRestore {
        folder,
        path,
        lacking,
    })
}

impl ReadyRestore {
    /// Gives the library its place. What stands there keeps another name beside it. In one step, where the disk knows
    /// one: a library lies there at every moment. Elsewhere a note says how to go on, which the next start does.
    ///
    /// # Errors
    /// [`Error::LibraryBusy`] while another program has the library open that stands there; that the disk refused. Then
    /// all is as it was.
    pub fn take_place(self) -> Result<Restored, Error> {
        let ReadyRestore {
            folder,
            path,
            lacking,
        } = self;
        let made = folder.path().join(unfinished::MADE);
        let writing = |e: io::Error| Error::writing(&path, &e);
        let stands = match fs::read_dir(&path) {
            Ok(mut entries) => entries.next().is_some(),
            Err(_) => path.symlink_metadata().is_ok(),
        };
        if !stands {
            folder
                .give_name(&made, Existing::Replace)
                .map_err(writing)?;
            return Ok(Restored {
                aside: None,
                lacking,
            });
        }
        let held = hold(&path)?;
        share_as_before(&path, &made).map_err(writing)?;
        let name = |path: &Path| {
            let name = path.file_name().unwrap_or_default();
            name.to_string_lossy().into_owned()
        };
        let stamp = crate::store::clock::now().replace([':', '-'], "");
        let aside =
            free_name(&path.with_file_name(format!("{}.before-restore-{stamp}", name(&path))));
        RestoreNote::new(folder.path(), name(&path), name(&aside))
            .write(folder.path())
            .map_err(writing)?;
        // Windows renames no folder in which a file is open
        let held = held.filter(|_| cfg!(unix));
        let done = match exchange_names(&made, &path) {
            Ok(()) => put_aside(folder, &made, &path, &aside),
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                step_by_step(&made, &path, &aside)
            }
            Err(error) => Err(error),
        };
        // until here no other program could write: who waited for that sees that the library is another
        drop(held);
        done.map_err(writing)?;
        Ok(Restored {
            aside: Some(aside),
            lacking,
        })
    }
}

/// Gives what stood at `path`, and now lies where the new library was made, its own name; or takes the exchange back.
fn put_aside(folder: TemporaryFolder, made: &Path, path: &Path, aside: &Path) -> io::Result<()> {
    let parent = folder_of(path);
    let named = sync_folder(parent)
        .and_then(|()| sync_folder(folder.path()))
        .and_then(|()| rename(made, aside, Existing::Refuse))
        .and_then(|()| sync_folder(parent));
    let Err(error) = named else {
        return Ok(());
    };
    let before = match made.exists() {
        true => made,
        false => aside,
    };
    let taken_back = exchange_names(before, path).and_then(|()| match before == made {
        true => Ok(()),
        false => rename(aside, made, Existing::Refuse),
    });
    if taken_back.is_err() {
        // the note says how it goes on at the next start: nothing of it may go
        folder.keep();
    }
    Err(error)
}

/// For disks that exchange no names: for a moment nothing lies at `path`.
fn step_by_step(made: &Path, path: &Path, aside: &Path) -> io::Result<()> {
    let parent = folder_of(path);
    rename(path, aside, Existing::Refuse)?;
    if let Err(error) = rename(made, path, Existing::Refuse) {
        rename(aside, path, Existing::Refuse)?;
        return Err(error);
    }
    sync_folder(parent)
}

/// Makes sure that no other program has the library at `path` open, nor opens it to write as long as what this gives
/// lives: what it wrote would be in the library that is moved aside. None of a catalogue that is damaged: a restore is
/// for just that.
fn hold(path: &Path) -> Result<Option<Connection>, Error> {
    let catalogue = path.join(CATALOGUE);
    if !catalogue.is_file() {
        return Ok(None);
    }
    let closed = (|| -> rusqlite::Result<Connection> {
        let sql =
            Connection::open_with_flags(&catalogue, rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        sql.busy_timeout(std::time::Duration::from_secs(1))?;
        // leaving WAL takes the only connection there is
        sql.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
        sql.execute_batch("BEGIN EXCLUSIVE")?;
        Ok(sql)
    })();
    match closed {
        Ok(sql) => Ok(Some(sql)),
        Err(error) => match Error::catalogue(path, &error) {
            busy @ Error::LibraryBusy { .. } => Err(busy),
            _ => Ok(None),
        },
    }
}

fn damaged(backup: &Path, detail: String) -> Error {
    Error::BackupDamaged {
        path: backup.to_owned(),
        detail,
    }
}

/// Writes all that is in a backup into the folder of a library, and hashes the originals among it.
fn unpack(
    mut zip: ZipArchive<File>,
    backup: &Path,
    made: &Path,
    watch: Watch<'_>,
) -> Result<(), Error> {
    let total = zip.len() as u64;
    for at in 0..zip.len() {
        job::tell(watch, "copying", at as u64, total)?;
        let mut entry = zip
            .by_index(at)
            .map_err(|e| damaged(backup, e.to_string()))?;
        let name = entry
            .name()
            .map_err(|e| damaged(backup, e.to_string()))?
            .into_owned();
        let sha256 = match name.as_str() {
            CATALOGUE => None,
            _ => Some(original_name(&name).ok_or_else(|| damaged(backup, name.clone()))?),
        };
        let target = made.join(&name);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|e| Error::writing(folder, &e))?;
        }
        let mut out = create_private_file(&target).map_err(|e| Error::writing(&target, &e))?;
        let mut buffer = vec![0; 1 << 16];
        loop {
            let read = entry
                .read(&mut buffer)
                .map_err(|e| damaged(backup, format!("{name}: {e}")))?;
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
            return Err(damaged(backup, name));
        }
    }
    Ok(())
}

/// Opens what was taken in, which must be whole before it takes the place of anything, and looks for the originals that
/// never came. Gives those that are nowhere.
fn complete(backup: &Path, path: &Path, made: &Path) -> Result<Vec<String>, Error> {
    let archive = Archive::open(made, Identity::new("")).map_err(|error| match error {
        Error::LibraryForeign { .. } | Error::LibraryMissing { .. } => {
            damaged(backup, CATALOGUE.to_owned())
        }
        Error::LibraryDamaged { detail, .. } => damaged(backup, detail),
        other => other,
    })?;
    let ok: String = archive
        .connection()
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if ok != "ok" {
        return Err(damaged(backup, ok));
    }
    let own = library_of(backup);
    let mut lacking = Vec::new();
    for original in originals::all(archive.connection())? {
        let target = archive.original_path(&original.sha256, &original.extension);
        if target
            .try_exists()
            .map_err(|e| Error::reading(&target, &e))?
        {
            continue;
        }
        let inside = target.strip_prefix(made).unwrap_or(&target);
        let mut here = [Some(path), own.as_deref()].into_iter().flatten();
        if !here.any(|library| take_original(&library.join(inside), &target, &original.sha256)) {
            lacking.push(original.sha256);
        }
    }
    Ok(lacking)
}

/// Takes an original of a library that stands here, where it is there and whole. Its bytes are never altered: the two
/// libraries share them where the disk can.
fn take_original(there: &Path, target: &Path, sha256: &str) -> bool {
    let taken = || -> io::Result<bool> {
        if sha256_of_file(there)? != sha256 {
            return Ok(false);
        }
        fs::create_dir_all(folder_of(target))?;
        link_or_copy(there, target)?;
        Ok(true)
    };
    taken().unwrap_or(false)
}

fn link_or_copy(there: &Path, target: &Path) -> io::Result<()> {
    if fs::hard_link(there, target).is_ok() {
        return Ok(());
    }
    let mut copy = create_private_file(target)?;
    io::copy(&mut File::open(there)?, &mut copy)?;
    copy.sync_all()
}

/// The backups that the library at `path` has in its own folder, and the plan that they are made by, stay with it.
fn keep_earlier_backups(path: &Path, made: &Path) -> Result<(), Error> {
    let Ok(entries) = fs::read_dir(path.join("backups")) else {
        return Ok(());
    };
    for entry in entries.flatten() {
        let target = made.join("backups").join(entry.file_name());
        if entry.file_type().is_ok_and(|kind| kind.is_file()) && !target.exists() {
            link_or_copy(&entry.path(), &target).map_err(|e| Error::writing(&target, &e))?;
        }
    }
    Ok(())
}

/// Those who might read the library that stands at `path` may read the one that takes its place.
fn share_as_before(path: &Path, made: &Path) -> io::Result<()> {
    if !path.join(CATALOGUE).is_file() {
        return Ok(());
    }
    share_like_catalogue(path, &File::open(made.join(CATALOGUE))?)?;
    for entry in WalkDir::new(made.join("originals")) {
        let entry = entry?;
        if entry.file_type().is_file() {
            share_like_catalogue(path, &File::open(entry.path())?)?;
        }
    }
    #[cfg(unix)]
    for folder in ["", "originals", "cache", "backups"] {
        if let Ok(meta) = fs::metadata(path.join(folder)) {
            fs::set_permissions(made.join(folder), meta.permissions())?;
        }
    }
    Ok(())
}

/// Makes every name in a folder durable, and in those below it, and what SQLite wrote last.
fn sync_folders(made: &Path) -> Result<(), Error> {
    for entry in WalkDir::new(made).contents_first(true) {
        let entry = entry.map_err(|e| Error::reading(made, &e.into()))?;
        let path = entry.path();
        let written = match entry.file_type().is_dir() {
            true => sync_folder(path),
            false if path.ends_with(CATALOGUE) => muragat_files::sync_file(path),
            false => Ok(()),
        };
        written.map_err(|e| Error::writing(path, &e))?;
    }
    Ok(())
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
