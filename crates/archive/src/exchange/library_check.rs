//! Check: is the library whole? Re-hashes the originals, tests the catalogue's rules, compares the
//! search entries and computed columns with the rows, and finds what lies about.

use std::collections::{BTreeMap, BTreeSet};

use muragat_photo::Decodable;
use rusqlite::Connection;
use rusqlite::types::Value;
use serde::Serialize;
use walkdir::WalkDir;

use crate::error::Error;
use crate::finding::{party_entry, search, search_entry};
use crate::store::job::Watch;
use crate::store::library::Archive;
use crate::store::{job, originals};
use crate::tables::TABLES;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Checked {
    /// What is wrong; empty: the library is whole.
    pub problems: Vec<Problem>,
    /// What lies about and does no harm.
    pub notes: Vec<Problem>,
    /// How many articles.
    pub articles: u64,
    /// How many originals were hashed.
    pub originals: u64,
    /// Their size in bytes.
    pub octets: u64,
}

/// One finding: a code with its message's key in assets/locales, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// `original_missing`, `original_damaged`, `catalogue_damaged`, `reference_broken`, `entry_stale`,
    /// `computed_stale`, `index_damaged`; of notes `orphan`, `leftover`, and of photos that are as they came `photo_damaged`
    /// and `photo_in_parts`.
    pub code: &'static str,
    /// A path, a digest, a row.
    pub subject: String,
}

impl Archive {
    /// Checks the whole library. It changes nothing.
    ///
    /// # Errors
    /// That it cannot be read, or was stopped.
    pub fn check(&self, watch: Watch<'_>) -> Result<Checked, Error> {
        let mut found = Checked::default();
        // one snapshot: what another program does meanwhile is not seen
        let sql = self.connection().unchecked_transaction()?;
        found.articles = sql
            .query_row("SELECT count(*) FROM article", [], |row| {
                row.get::<_, i64>(0)
            })?
            .unsigned_abs();
        check_catalogue(&sql, &mut found)?;
        let stale = search_entry::stale(&sql, |done, total| {
            job::tell(watch, "comparing", done, total)
        })?;
        for id in stale {
            let reference: String = sql
                .query_row("SELECT reference FROM article WHERE id = ?1", [id], |row| {
                    row.get(0)
                })
                .unwrap_or_else(|_| id.to_string());
            found.problems.push(Problem {
                code: "entry_stale",
                subject: reference,
            });
        }
        for subject in party_entry::stale(&sql)? {
            found.problems.push(Problem {
                code: "entry_stale",
                subject,
            });
        }
        self.check_originals(&sql, &mut found, watch)?;
        sql.commit()?;
        Ok(found)
    }

    fn check_originals(
        &self,
        sql: &Connection,
        found: &mut Checked,
        watch: Watch<'_>,
    ) -> Result<(), Error> {
        let known = originals::all(sql)?;
        let photos = photos_by_original(sql)?;
        let mut paths = BTreeSet::new();
        for (done, original) in known.iter().enumerate() {
            job::tell(watch, "hashing", done as u64, known.len() as u64)?;
            let path = self.original_path(&original.sha256, &original.extension);
            match muragat_files::sha256_of_file(&path) {
                Ok(sha256) if sha256 == original.sha256 => {
                    found.originals += 1;
                    found.octets += original.size;
                    if let Some(photos) = photos.get(&original.id) {
                        let bytes = std::fs::read(&path).map_err(|e| Error::reading(&path, &e))?;
                        note_photos(&bytes, photos, found);
                    }
                }
                Ok(_) => found.problems.push(Problem {
                    code: "original_damaged",
                    subject: path.display().to_string(),
                }),
                Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                    found.problems.push(Problem {
                        code: "original_missing",
                        subject: path.display().to_string(),
                    });
                }
                Err(e) => return Err(Error::reading(&path, &e)),
            }
            paths.insert(path);
        }
        for entry in WalkDir::new(self.path().join("originals")).sort_by_file_name() {
            let entry = entry.map_err(|e| Error::FileUnreadable {
                path: self.path().join("originals"),
                detail: e.to_string(),
            })?;
            if entry.file_type().is_file() && !paths.contains(entry.path()) {
                let hidden = entry
                    .path()
                    .components()
                    .any(|part| part.as_os_str() == ".incoming");
                let code = if hidden { "leftover" } else { "orphan" };
                found.notes.push(Problem {
                    code,
                    subject: entry.path().display().to_string(),
                });
            }
        }
        Ok(())
    }

    /// Makes the search entries and computed columns anew from the rows.
    ///
    /// # Errors
    /// Read-only, busy, full; or stopped, and then nothing changed.
    pub fn rebuild(&mut self, watch: Watch<'_>) -> Result<(), Error> {
        self.writable()?;
        let library = self.path().to_owned();
        let mut work = || -> Result<(), Error> {
            let sql = self
                .connection_mut()
                .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            renew_columns(&sql)?;
            search_entry::rebuild(&sql, |done, total| {
                job::tell(watch, "indexing", done, total)
            })?;
            sql.commit()?;
            Ok(())
        };
        work().map_err(|error| error.at(&library))
    }
}

/// The photos of each original: where each hangs, and its name.
fn photos_by_original(sql: &Connection) -> Result<BTreeMap<i64, Vec<String>>, Error> {
    let mut statement = sql.prepare(
        "SELECT original_id, iif(reference IS NULL, photo.name, reference || ': ' || photo.name)
         FROM photo LEFT JOIN article ON article.id = article_id ORDER BY photo.id",
    )?;
    let mut photos: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        photos.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(photos)
}

/// Notes of photos, whose file is what came, that they came damaged or that more is in them than is shown.
fn note_photos(bytes: &[u8], photos: &[String], found: &mut Checked) {
    let Ok(seen) = muragat_photo::describe(bytes) else {
        return;
    };
    let is_damaged = seen.breaks_off || seen.decodable == Decodable::No { reason: "damaged" };
    let codes = [
        is_damaged.then_some("photo_damaged"),
        seen.parts.map(|_| "photo_in_parts"),
    ];
    for code in codes.into_iter().flatten() {
        let of = |photo: &String| Problem {
            code,
            subject: photo.clone(),
        };
        found.notes.extend(photos.iter().map(of));
    }
}

fn check_catalogue(sql: &Connection, found: &mut Checked) -> Result<(), Error> {
    let mut statement = sql.prepare("PRAGMA integrity_check")?;
    for line in statement.query_map([], |row| row.get::<_, String>(0))? {
        let line = line?;
        if line != "ok" {
            found.problems.push(Problem {
                code: "catalogue_damaged",
                subject: line,
            });
        }
    }
    let mut statement = sql.prepare("PRAGMA foreign_key_check")?;
    let broken = statement.query_map([], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, Option<i64>>(1)?,
            row.get::<_, String>(2)?,
        ))
    })?;
    for row in broken {
        let (table, id, parent) = row?;
        found.problems.push(Problem {
            code: "reference_broken",
            subject: format!("{table} {} → {parent}", id.unwrap_or_default()),
        });
    }
    if let Err(error) = search::probe_index(sql) {
        found.problems.push(Problem {
            code: "index_damaged",
            subject: error.to_string(),
        });
    }
    for (table, id, column, _) in stale_columns(sql)? {
        found.problems.push(Problem {
            code: "computed_stale",
            subject: format!("{table} {id}: {column}"),
        });
    }
    Ok(())
}

/// Computes anew what is not what its row makes.
pub(crate) fn renew_columns(sql: &Connection) -> Result<(), Error> {
    for (table, id, column, computed) in stale_columns(sql)? {
        sql.execute(
            &format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1"),
            rusqlite::params![id, computed],
        )?;
    }
    Ok(())
}

/// Computed columns that are not what their row makes: table, row, column, and what it should hold.
fn stale_columns(sql: &Connection) -> Result<Vec<(&'static str, i64, &'static str, Value)>, Error> {
    let mut stale = Vec::new();
    for table in TABLES {
        for derived in table.derived {
            let query = format!(
                "SELECT id, {}, {} FROM {}",
                derived.column,
                derived.from.join(", "),
                table.name
            );
            let mut statement = sql.prepare(&query)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let from = (0..derived.from.len())
                    .map(|i| row.get(i + 2))
                    .collect::<Result<Vec<Value>, _>>()?;
                let computed = (derived.compute)(&from.iter().collect::<Vec<_>>());
                if row.get::<_, Value>(1)? != computed {
                    stale.push((table.name, row.get(0)?, derived.column, computed));
                }
            }
        }
    }
    Ok(stale)
}
