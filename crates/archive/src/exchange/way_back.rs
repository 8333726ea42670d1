//! The way back: which copy of the catalogue under `backups/` has a record as it was saved.

use std::fs;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rusqlite::{Connection, OpenFlags};
use zip::ZipArchive;

use crate::store::library::CATALOGUE;
use crate::store::seals::{self, Broken, Seal};

/// So many of the newest copies are looked at.
const NEWEST: usize = 5;

/// A copy of the library, opened to be read.
struct LibraryCopy {
    path: PathBuf,
    sql: Connection,
    // what a zip file was unfolded to
    _folder: Option<tempfile::TempDir>,
}

/// The copies under a library's `backups/`, the newest first.
fn copies(library: &Path) -> Vec<LibraryCopy> {
    let Ok(entries) = fs::read_dir(library.join("backups")) else {
        return Vec::new();
    };
    let mut paths: Vec<(SystemTime, PathBuf)> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    paths.sort();
    let paths = paths.into_iter().rev().map(|(_, path)| path);
    paths.filter_map(open).take(NEWEST).collect()
}

/// One that cannot be opened is no way back.
fn open(path: PathBuf) -> Option<LibraryCopy> {
    let extension = path.extension()?.to_str()?.to_owned();
    let (catalogue, folder) = match extension.as_str() {
        "sqlite" => (path.clone(), None),
        "zip" => {
            let folder = tempfile::tempdir().ok()?;
            let catalogue = folder.path().join(CATALOGUE);
            let mut zip = ZipArchive::new(File::open(&path).ok()?).ok()?;
            let mut packed = zip.by_name(CATALOGUE).ok()?;
            io::copy(&mut packed, &mut File::create_new(&catalogue).ok()?).ok()?;
            (catalogue, Some(folder))
        }
        _ => return None,
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let sql = Connection::open_with_flags(catalogue, flags).ok()?;
    Some(LibraryCopy {
        path,
        sql,
        _folder: folder,
    })
}

/// For each damaged row, in the order in which problems name them, the newest copy that has it as its seal says.
pub(super) fn find(sql: &Connection, library: &Path, broken: &Broken) -> Vec<Option<PathBuf>> {
    let altered = broken.altered.iter().map(|(noun, id, _)| (noun, *id));
    let gone = broken.gone.iter().map(|(noun, id)| (noun, *id));
    let rows: Vec<(&String, i64)> = altered.chain(gone).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let copies = copies(library);
    let has = |copy: &LibraryCopy, noun: &str, id: i64, seal: &Seal| {
        seals::made_by(&copy.sql, noun, id)
            .ok()
            .flatten()
            .is_some_and(|made| made.digest == seal.digest)
    };
    rows.into_iter()
        .map(|(noun, id)| {
            let seal = seals::kept(sql, noun, id).ok().flatten()?;
            let copy = copies.iter().find(|copy| has(copy, noun, id, &seal))?;
            Some(copy.path.clone())
        })
        .collect()
}
