//! A copy of the catalogue as it stands, beside it before a migration or inside a backup.

use std::fs;
use std::path::Path;

use muragat_files::{Existing, TemporaryFile};
use rusqlite::Connection;
use rusqlite::backup::Backup;

use crate::error::Error;

/// Pages copied between two looks at the watcher.
const PAGES: i32 = 4096;

/// Copies the catalogue into `backups/` before a migration touches it.
pub(crate) fn before_migration(
    sql: &Connection,
    library: &Path,
    version: i64,
) -> Result<(), Error> {
    let folder = library.join("backups");
    fs::create_dir_all(&folder).map_err(|e| Error::writing(&folder, &e))?;
    let stamp = crate::store::clock::now().replace(':', "");
    let target = folder.join(format!("version-{version}-{stamp}.sqlite"));
    let copy = TemporaryFile::beside(&target).map_err(|e| Error::writing(&folder, &e))?;
    copy_catalogue(sql, copy.path(), library)?;
    copy.give_name(Existing::Refuse)
        .map_err(|e| Error::writing(&target, &e))
}

pub(crate) fn copy_catalogue(sql: &Connection, target: &Path, library: &Path) -> Result<(), Error> {
    (|| -> rusqlite::Result<()> {
        let mut copy = Connection::open(target)?;
        Backup::new(sql, &mut copy)?.run_to_completion(PAGES, std::time::Duration::ZERO, None)?;
        // a copy lies alone: what a WAL would hold is in the file
        copy.pragma_update(None, "journal_mode", "DELETE")?;
        copy.close().map_err(|(_, error)| error)
    })()
    .map_err(|e| {
        // What SQLite laid beside a copy that it could not finish is nobody's.
        for end in ["-wal", "-shm", "-journal"] {
            let mut beside = target.as_os_str().to_owned();
            beside.push(end);
            let _ = fs::remove_file(beside);
        }
        Error::catalogue(library, &e)
    })
}
