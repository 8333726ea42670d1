//! Originals: bytes under the name of their SHA-256, `originals/ab/cd/<sha256>.<ext>`, once each.
//!
//! Written to a temporary name, synced, renamed; never altered, never overwritten; verified when read.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use muragat_files::{Existing, TemporaryFile, sha256, sha256_of_file, sync_folder};
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::Error;
use crate::store::door::Tx;
use crate::store::files::{INCOMING, folder_inside, share_like_catalogue};
use crate::store::library::Archive;

/// What the catalogue knows of an original.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Original {
    pub id: i64,
    pub sha256: String,
    pub size: u64,
    pub extension: String,
    pub media_type: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
    pub undrawable: Option<String>,
}

/// What is known of bytes before they are stored.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    pub extension: String,
    pub media_type: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
    pub undrawable: Option<String>,
}

/// Bytes that are safely on disk, for [`Tx::register_original`].
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub sha256: String,
    size: u64,
    facts: Facts,
}

impl Archive {
    /// Where an original lies.
    pub(crate) fn original_path(&self, sha256: &str, extension: &str) -> PathBuf {
        let (a, b) = (
            sha256.get(0..2).unwrap_or("00"),
            sha256.get(2..4).unwrap_or("00"),
        );
        self.path()
            .join("originals")
            .join(a)
            .join(b)
            .join(format!("{sha256}.{extension}"))
    }

    /// Puts bytes on disk, durably; the same bytes are stored once.
    pub(crate) fn store_original(&self, bytes: &[u8], facts: Facts) -> Result<Stored, Error> {
        self.writable()?;
        let sha256 = sha256(bytes);
        let stored = Stored {
            sha256: sha256.clone(),
            size: bytes.len() as u64,
            facts,
        };
        // the register decides the ending: the same bytes are one file, whatever they were called
        let registered = find(self.connection(), &sha256)?.map(|original| original.extension);
        let extension = registered.unwrap_or_else(|| stored.facts.extension.clone());
        let path = self.original_path(&sha256, &extension);
        let folder = path.parent().unwrap_or(self.path()).to_owned();
        if path.exists() {
            if sha256_of_file(&path).map_err(|e| Error::reading(&path, &e))? == sha256 {
                // who stored it may have been cut off before its name was on the disk
                sync_folders_of(&folder)?;
                return Ok(stored);
            }
            // rotten bytes are kept aside, good ones take their place
            let aside = self.path().join("originals/.damaged");
            fs::create_dir_all(&aside).map_err(|e| Error::writing(&aside, &e))?;
            let aside = aside.join(format!("{sha256}-{}", uuid::Uuid::now_v7()));
            fs::rename(&path, &aside).map_err(|e| Error::writing(&aside, &e))?;
        }
        let incoming = folder_inside(self.path(), INCOMING)
            .map_err(|e| Error::writing(&self.path().join(INCOMING), &e))?;
        fs::create_dir_all(&folder).map_err(|e| Error::writing(&folder, &e))?;
        let mut temporary = TemporaryFile::private_inside(&incoming, &path)
            .map_err(|e| Error::writing(&incoming, &e))?;
        share_like_catalogue(self.path(), temporary.as_file())
            .map_err(|e| Error::writing(&path, &e))?;
        temporary
            .write_all(bytes)
            .map_err(|e| Error::writing(&path, &e))?;
        // another program may have stored the same bytes meanwhile: then these are not needed
        if let Err(error) = temporary.give_name(Existing::Refuse)
            && error.kind() != std::io::ErrorKind::AlreadyExists
        {
            return Err(Error::writing(&path, &error));
        }
        sync_folders_of(&folder)?;
        Ok(stored)
    }

    /// An original's bytes, verified.
    ///
    /// # Errors
    /// [`Error::OriginalMissing`], [`Error::OriginalDamaged`].
    pub fn original(&self, sha256: &str) -> Result<Vec<u8>, Error> {
        let known = find(self.connection(), sha256)?.ok_or_else(|| Error::OriginalMissing {
            sha256: sha256.to_owned(),
        })?;
        let path = self.original_path(sha256, &known.extension);
        let bytes = fs::read(&path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Error::OriginalMissing {
                sha256: sha256.to_owned(),
            },
            _ => Error::reading(&path, &e),
        })?;
        match muragat_files::sha256(&bytes) == sha256 {
            true => Ok(bytes),
            false => Err(Error::OriginalDamaged {
                sha256: sha256.to_owned(),
                path,
            }),
        }
    }
}

/// Makes the names on the way to an original durable: of `originals/ab/cd`, its own and the two above. All three
/// each time, as nothing tells whether who made a folder lived to do so.
fn sync_folders_of(folder: &Path) -> Result<(), Error> {
    for folder in folder.ancestors().take(3) {
        sync_folder(folder).map_err(|e| Error::writing(folder, &e))?;
    }
    Ok(())
}

impl Tx<'_> {
    /// Enters stored bytes into the register; gives the key.
    pub(crate) fn register_original(&self, stored: &Stored) -> Result<i64, Error> {
        if let Some(known) = find(self.sql(), &stored.sha256)? {
            return Ok(known.id);
        }
        let facts = &stored.facts;
        self.sql().execute(
            "INSERT INTO original (sha256, size, extension, media_type, width, height, undrawable) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![stored.sha256, stored.size as i64, facts.extension, facts.media_type, facts.width, facts.height, facts.undrawable],
        )?;
        Ok(self.sql().last_insert_rowid())
    }
}

const COLUMNS: &str = "id, sha256, size, extension, media_type, width, height, undrawable";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Original> {
    Ok(Original {
        id: row.get(0)?,
        sha256: row.get(1)?,
        size: row.get::<_, i64>(2)?.unsigned_abs(),
        extension: row.get(3)?,
        media_type: row.get(4)?,
        width: row.get(5)?,
        height: row.get(6)?,
        undrawable: row.get(7)?,
    })
}

/// The original of a digest.
pub(crate) fn find(sql: &Connection, sha256: &str) -> Result<Option<Original>, Error> {
    let query = format!("SELECT {COLUMNS} FROM original WHERE sha256 = ?1");
    Ok(sql
        .prepare_cached(&query)?
        .query_row([sha256], read)
        .optional()?)
}

/// The original of a key.
pub(crate) fn get(sql: &Connection, id: i64) -> Result<Original, Error> {
    let query = format!("SELECT {COLUMNS} FROM original WHERE id = ?1");
    Ok(sql.prepare_cached(&query)?.query_row([id], read)?)
}

/// Every original.
pub(crate) fn all(sql: &Connection) -> Result<Vec<Original>, Error> {
    let mut statement = sql.prepare(&format!("SELECT {COLUMNS} FROM original ORDER BY id"))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
