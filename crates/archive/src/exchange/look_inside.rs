//! What a backup holds beside what is here now, and bringing single documents back from it.

use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use muragat_files::{TemporaryFolder, create_private_file, create_private_folder};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;
use zip::ZipArchive;

use crate::error::Error;
use crate::exchange::adopt_records::Adopted;
use crate::store::clock;
use crate::store::door::Outcome;
use crate::store::files::CATALOGUE;
use crate::store::identity::Identity;
use crate::store::job::Watch;
use crate::store::library::Archive;
use crate::store::originals;

/// How a document of a backup stands to the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupLineState {
    /// It is here, the same.
    Same,
    /// It is here, another than in the backup.
    Differs,
    /// It is not here.
    Gone,
}

/// A document of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupLine {
    /// Its UUID.
    pub id: String,
    /// Its reference in the backup.
    pub reference: String,
    /// Its title there.
    pub title: String,
    /// How it stands to the library.
    pub state: BackupLineState,
}

/// What a backup holds, beside what is in the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupContents {
    /// When the last thing in it was done, RFC 3339 in UTC; none where nothing was.
    pub newest: Option<String>,
    /// How many documents it holds.
    #[ts(type = "number")]
    pub articles: u64,
    /// Those that are not here, or are here another, by reference.
    pub lines: Vec<BackupLine>,
    /// How many documents are here and not in it: they would be in the library that is moved aside.
    #[ts(type = "number")]
    pub only_here: u64,
}

/// A backup that is open to be looked into: a library of its catalogue, which goes when this does.
struct OpenBackup {
    archive: Archive,
    zip: Option<ZipArchive<File>>,
    _folder: Option<TemporaryFolder>,
}

/// What a backup holds, beside what is in `library`; none where that does not open. Of a library that was moved aside,
/// which is a folder, the same.
///
/// # Errors
/// [`Error::BackupDamaged`]; that the disk refused; that it was stopped.
pub fn look_inside(
    backup: &Path,
    library: Option<&Archive>,
    watch: Watch<'_>,
) -> Result<BackupContents, Error> {
    let open = OpenBackup::open(backup, watch)?;
    let there = signatures(open.archive.connection())?;
    let mut here = match library {
        Some(library) => signatures(library.connection())?,
        None => HashMap::new(),
    };
    let articles = there.len() as u64;
    let mut lines = Vec::new();
    for (id, one) in there {
        let state = match here.remove(&id) {
            None => BackupLineState::Gone,
            Some(now) if now.signature == one.signature => BackupLineState::Same,
            Some(_) => BackupLineState::Differs,
        };
        if state != BackupLineState::Same {
            lines.push(BackupLine {
                id,
                reference: one.reference,
                title: one.title,
                state,
            });
        }
    }
    lines.sort_by(|one, other| one.reference.cmp(&other.reference));
    Ok(BackupContents {
        newest: newest(open.archive.connection())?,
        articles,
        lines,
        only_here: here.len() as u64,
    })
}

impl Archive {
    /// Brings documents back from a backup, by UUID, as one op: each as it was there. One that is here another gives way.
    ///
    /// # Errors
    /// [`Error::BackupDamaged`]; [`Error::NotFound`] for one that is not in it; as [`Archive::adopt_over`].
    pub fn bring_back(
        &mut self,
        backup: &Path,
        ids: &[String],
        watch: Watch<'_>,
    ) -> Result<Outcome<Adopted>, Error> {
        let mut open = OpenBackup::open(backup, watch)?;
        let mut records = Vec::with_capacity(ids.len());
        for id in ids {
            records.push(open.archive.article(id)?);
        }
        let over: BTreeSet<String> = records.iter().map(|record| record.id.clone()).collect();
        let library = self.path().to_owned();
        self.adopt_over(
            &records,
            &over,
            None,
            &mut |_, sha256, _| open.original(&library, sha256),
            watch,
        )
    }
}

impl OpenBackup {
    fn open(backup: &Path, watch: Watch<'_>) -> Result<OpenBackup, Error> {
        if backup.is_dir() {
            return Ok(OpenBackup {
                archive: Archive::open(backup, Identity::new(""))?,
                zip: None,
                _folder: None,
            });
        }
        let damaged = |detail: String| Error::BackupDamaged {
            path: backup.to_owned(),
            detail,
        };
        let file = File::open(backup).map_err(|e| Error::reading(backup, &e))?;
        let mut zip = ZipArchive::new(file).map_err(|e| damaged(e.to_string()))?;
        let room = std::env::temp_dir();
        crate::store::leftovers::clear(&room);
        let folder =
            TemporaryFolder::inside(&room, &room, "look").map_err(|e| Error::writing(&room, &e))?;
        let made = folder.path().join("library");
        create_private_folder(&made).map_err(|e| Error::writing(&made, &e))?;
        let target = made.join(CATALOGUE);
        let mut out = create_private_file(&target).map_err(|e| Error::writing(&target, &e))?;
        let mut entry = zip.by_name(CATALOGUE).map_err(|e| damaged(e.to_string()))?;
        io::copy(&mut entry, &mut out).map_err(|e| damaged(format!("{CATALOGUE}: {e}")))?;
        drop(entry);
        let mut archive = Archive::open(&made, Identity::new("")).map_err(|error| match error {
            Error::LibraryForeign { .. } => damaged(CATALOGUE.to_owned()),
            Error::LibraryDamaged { detail, .. } => damaged(detail),
            other => other,
        })?;
        // an older program's are compared with those of today
        archive.make_entries(watch)?;
        Ok(OpenBackup {
            archive,
            zip: Some(zip),
            _folder: Some(folder),
        })
    }

    /// An original's bytes: of the backup, else of the library.
    fn original(&mut self, library: &Path, sha256: &str) -> Result<Vec<u8>, Error> {
        let missing = || Error::OriginalMissing {
            sha256: sha256.to_owned(),
        };
        let known = originals::find(self.archive.connection(), sha256)?.ok_or_else(missing)?;
        let path = self.archive.original_path(sha256, &known.extension);
        let inside = path.strip_prefix(self.archive.path()).unwrap_or(&path);
        if let Some(zip) = &mut self.zip
            && let Ok(mut entry) = zip.by_name(&inside.to_string_lossy().replace('\\', "/"))
        {
            let mut bytes = Vec::new();
            entry
                .read_to_end(&mut bytes)
                .map_err(|e| Error::reading(&path, &e))?;
            return Ok(bytes);
        }
        let here = match self.zip {
            Some(_) => library.join(inside),
            None => path,
        };
        fs::read(&here).map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => missing(),
            _ => Error::reading(&here, &e),
        })
    }
}

struct Signed {
    reference: String,
    title: String,
    signature: String,
}

/// Of each document by UUID what tells whether it is the same.
fn signatures(sql: &Connection) -> Result<HashMap<String, Signed>, Error> {
    let mut statement = sql.prepare(
        "SELECT uuid, reference, ifnull(title, ''), ifnull(digest, ''), state, access, ifnull(embargo_until, ''),
            ifnull(access_reason, ''), ifnull(note, ''), ifnull(kind, '')
        FROM article LEFT JOIN search_entry ON article_id = article.id",
    )?;
    let rows = statement.query_map([], |row| {
        let mut parts = Vec::new();
        for at in 3..10 {
            parts.push(row.get::<_, String>(at)?);
        }
        Ok((
            row.get(0)?,
            Signed {
                reference: row.get(1)?,
                title: row.get(2)?,
                signature: parts.join("\u{1f}"),
            },
        ))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn newest(sql: &Connection) -> Result<Option<String>, Error> {
    let last: Option<i64> =
        sql.query_row(&format!("SELECT max({}) FROM op", clock::WALL), [], |row| {
            row.get(0)
        })?;
    Ok(last.map(clock::wall_rfc3339))
}
