//! Check: is the library whole? Re-hashes the originals, tests the catalogue's rules, compares the
//! search entries and computed columns with the rows, and finds what lies about.

use std::collections::BTreeSet;
use std::fs;

use rusqlite::Connection;
use rusqlite::types::{Value, ValueRef};
use walkdir::WalkDir;

use crate::error::Error;
use crate::exchange::checked::{Checked, Problem, go_on};
use crate::exchange::schema_check::{check_schema, keys_that_return, renew_keys};
use crate::exchange::{seal_check, way_back};
use crate::finding::{article_record, index_check, party_entry, search, search_entry};
use crate::nouns::article::Article;
use crate::record_name::name_of;
use crate::store::job::Watch;
use crate::store::library::Archive;
use crate::store::seals::Broken;
use crate::store::{acknowledged, job, originals, proof, rows, seals};
use crate::tables::TABLES;

impl Archive {
    /// Checks the whole library. It changes nothing.
    ///
    /// # Errors
    /// That it cannot be read, or was stopped.
    pub fn check(&self, watch: Watch<'_>) -> Result<Checked, Error> {
        let mut found = Checked::default();
        // asked before the snapshot: what is acknowledged meanwhile is not in that
        let missing = acknowledged::count_missing(self.connection(), self.path());
        // one snapshot: what another program does meanwhile is not seen
        let sql = self.connection().unchecked_transaction()?;
        let catalogue = check_catalogue(&sql, &mut found);
        go_on(catalogue, &mut found)?;
        if let Some(missing) = go_on(missing, &mut found)?.filter(|missing| *missing > 0) {
            found
                .problems
                .push(Problem::new("saves_missing", missing.to_string()));
        }
        let schema = check_schema(&sql, &mut found);
        go_on(schema, &mut found)?;
        let broken = seal_check::check_seals(&sql, &mut found, watch)?;
        self.lead_back(&sql, &broken, &mut found);
        // what is made of damaged rows says nothing, and is not to be made anew
        if broken.rows().is_empty() {
            let entries = check_entries(&sql, &mut found, watch);
            go_on(entries, &mut found)?;
        }
        self.check_records(&sql, &mut found)?;
        self.check_originals(&sql, &mut found, watch)?;
        self.check_thumbnails(&mut found)?;
        sql.commit()?;
        Ok(found)
    }

    /// Says of each damaged record which copy has it whole.
    fn lead_back(&self, sql: &Connection, broken: &Broken, found: &mut Checked) {
        let ways = way_back::find(sql, self.path(), broken);
        let of_rows = found
            .problems
            .iter_mut()
            .filter(|problem| ["record_altered", "record_gone"].contains(&problem.code));
        for (problem, way_back) in of_rows.zip(ways) {
            problem.way_back = way_back;
        }
    }

    /// Reads every article as it is shown and exported; counts those that can be.
    fn check_records(&self, sql: &Connection, found: &mut Checked) -> Result<(), Error> {
        let Some(ids) = go_on(article_keys(sql), found)? else {
            return Ok(());
        };
        for id in ids {
            let record = rows::get::<Article>(sql, id)
                .and_then(|article| article_record::article_record(sql, &article));
            match record {
                Ok(_) => found.articles += 1,
                Err(error) => found.problems.push(Problem {
                    noun: Some("article".to_owned()),
                    detail: Some(error.to_string()),
                    ..Problem::new("record_unreadable", name_of(sql, "article", id))
                }),
            }
        }
        Ok(())
    }

    /// Looks whether the cached pictures are the drawings that were kept.
    fn check_thumbnails(&self, found: &mut Checked) -> Result<(), Error> {
        for path in self.unproven_thumbnails()? {
            let subject = path.display().to_string();
            found
                .problems
                .push(Problem::new("thumbnail_damaged", subject));
        }
        Ok(())
    }

    fn check_originals(
        &self,
        sql: &Connection,
        found: &mut Checked,
        watch: Watch<'_>,
    ) -> Result<(), Error> {
        let Some(known) = go_on(originals::all(sql), found)? else {
            return Ok(());
        };
        let mut paths = BTreeSet::new();
        for (done, original) in known.iter().enumerate() {
            job::tell(watch, "hashing", done as u64, known.len() as u64)?;
            let path = self.original_path(&original.sha256, &original.extension);
            match muragat_files::sha256_of_file(&path) {
                Ok(sha256) if sha256 == original.sha256 => {
                    found.originals += 1;
                    found.octets += original.size;
                }
                Ok(_) => found
                    .problems
                    .push(Problem::new("original_damaged", path.display().to_string())),
                Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                    found
                        .problems
                        .push(Problem::new("original_missing", path.display().to_string()));
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
                found
                    .notes
                    .push(Problem::new(code, entry.path().display().to_string()));
            }
        }
        Ok(())
    }

    /// Makes the search entries and computed columns anew from the rows.
    ///
    /// # Errors
    /// Read-only, busy, full; or stopped, and then nothing changed. [`Error::RecordDamaged`] where a row is not what
    /// was saved: nothing is made of that.
    pub fn rebuild(&mut self, watch: Watch<'_>) -> Result<(), Error> {
        self.writable()?;
        let library = self.path().to_owned();
        for path in self.unproven_thumbnails()? {
            fs::remove_file(&path).map_err(|e| Error::writing(&path, &e))?;
        }
        let mut work = || -> Result<(), Error> {
            let sql = self
                .connection_mut()
                .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            must_be_whole(&sql)?;
            renew_columns(&sql)?;
            renew_keys(&sql)?;
            proof::forget_broken(&sql)?;
            search_entry::rebuild(&sql, |done, total| {
                job::tell(watch, "indexing", done, total)
            })?;
            sql.commit()?;
            Ok(())
        };
        work().map_err(|error| error.at(&library))
    }
}

fn must_be_whole(sql: &Connection) -> Result<(), Error> {
    for noun in seals::sealed_tables(sql)? {
        let mut broken = Broken::default();
        seals::compare(sql, &noun, &mut broken)?;
        if let Some((noun, id)) = broken.rows().into_iter().next() {
            return Err(Error::RecordDamaged {
                record: name_of(sql, &noun, id),
                noun,
            });
        }
    }
    Ok(())
}

fn article_keys(sql: &Connection) -> Result<Vec<i64>, Error> {
    let mut statement = sql.prepare("SELECT id FROM article ORDER BY id")?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Compares what follows from rows with what it follows from.
fn check_entries(sql: &Connection, found: &mut Checked, watch: Watch<'_>) -> Result<(), Error> {
    for (table, _) in keys_that_return(sql)? {
        found.problems.push(Problem::new("computed_stale", table));
    }
    for (table, id, column, _) in stale_columns(sql)? {
        let subject = format!("{table} {id}: {column}");
        found.problems.push(Problem::new("computed_stale", subject));
    }
    let fresh = index_check::fresh_index()?;
    let stale = search_entry::stale(sql, &fresh, |done, total| {
        job::tell(watch, "comparing", done, total)
    })?;
    for id in stale {
        let subject = name_of(sql, "article", id);
        found.problems.push(Problem::new("entry_stale", subject));
    }
    for subject in party_entry::stale(sql, &fresh)? {
        found.problems.push(Problem::new("entry_stale", subject));
    }
    let indexes = index_check::differing(sql, &fresh)?;
    for index in indexes.into_iter().chain(proof::find_broken(sql)?) {
        found.problems.push(Problem::new("index_damaged", index));
    }
    Ok(())
}

fn check_catalogue(sql: &Connection, found: &mut Checked) -> Result<(), Error> {
    let mut statement = sql.prepare("PRAGMA integrity_check")?;
    for line in statement.query_map([], |row| row.get::<_, String>(0))? {
        let line = line?;
        // a full-text index can be made again
        match line.strip_prefix("malformed inverted index for FTS5 table ") {
            Some(index) => found.problems.push(Problem::new("index_damaged", index)),
            None if line != "ok" => found.note_damage(line),
            None => {}
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
        let subject = format!("{table} {} → {parent}", id.unwrap_or_default());
        found
            .problems
            .push(Problem::new("reference_broken", subject));
    }
    if let Err(error) = search::probe_index(sql) {
        found
            .problems
            .push(Problem::new("index_damaged", error.to_string()));
    }
    Ok(())
}

/// Computes anew what is not what its row makes. A row that is not what was saved makes nothing: what was computed of
/// it before is the last that is known of what it was.
pub(crate) fn renew_columns(sql: &Connection) -> Result<(), Error> {
    for (table, id, column, computed) in stale_columns(sql)? {
        if !seals::is_whole(sql, table, id)? {
            continue;
        }
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
                // what cannot be read is named for that
                let readable = (0..derived.from.len())
                    .all(|at| !matches!(row.get_ref(at + 2), Ok(ValueRef::Text(text)) if std::str::from_utf8(text).is_err()));
                if !readable {
                    continue;
                }
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
