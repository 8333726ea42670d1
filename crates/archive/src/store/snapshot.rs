//! A copy of the catalogue as it stands, beside it before a migration or inside a backup.

use std::io;
use std::path::Path;

use muragat_files::{Existing, TemporaryFolder, create_private_file};
use rusqlite::Connection;
use rusqlite::backup::Backup;

use crate::error::Error;
use crate::store::files::folder_inside;

/// Pages copied between two looks at the watcher.
const PAGES: i32 = 4096;

/// Copies the catalogue into `backups/` before a migration touches it.
pub(crate) fn before_migration(
    sql: &Connection,
    library: &Path,
    version: i64,
) -> Result<(), Error> {
    let folder = folder_inside(library, "backups").map_err(|e| Error::writing(library, &e))?;
    let stamp = crate::store::clock::now().replace(':', "");
    let target = folder.join(format!("version-{version}-{stamp}.sqlite"));
    let making =
        TemporaryFolder::beside(&target, "snapshot").map_err(|e| Error::writing(&folder, &e))?;
    let copy = making.path().join("copy.sqlite");
    create_private_file(&copy).map_err(|e| Error::writing(&folder, &e))?;
    copy_catalogue(sql, &copy, library)?;
    match making.give_name(&copy, Existing::Refuse) {
        // one of this very second, of a try that went no further
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        named => named.map_err(|e| Error::writing(&target, &e)),
    }
}

/// Copies the catalogue into an empty file, which lies in a folder of its own: what SQLite lays beside it goes with that.
pub(crate) fn copy_catalogue(sql: &Connection, target: &Path, library: &Path) -> Result<(), Error> {
    (|| -> rusqlite::Result<()> {
        let mut copy = Connection::open(target)?;
        Backup::new(sql, &mut copy)?.run_to_completion(PAGES, std::time::Duration::ZERO, None)?;
        // a copy lies alone: what a WAL would hold is in the file
        copy.pragma_update(None, "journal_mode", "DELETE")?;
        copy.close().map_err(|(_, error)| error)
    })()
    .map_err(|e| Error::catalogue(library, &e))
}
