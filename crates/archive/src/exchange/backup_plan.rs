//! Backups by themselves: when a library is backed up, where to, and which backups stay.
//!
//! A copy of the catalogue goes into the library's own `backups/`; the originals lie beside it, where nothing alters
//! them. Where a second place is chosen, a whole backup goes there. The plan lies beside the copies, in
//! `backups/plan.json`, so that it is one for all who open the library.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Local, NaiveTime, Utc};
use muragat_files::{Existing, folder_of, write_file};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::exchange::backup::Holding;
use crate::store::clock;
use crate::store::files::{CATALOGUE, folder_inside};
use crate::store::job::Watch;
use crate::store::library::Archive;

const FOLDER: &str = "backups";
const PLAN: &str = "plan.json";
const STANDING: &str = "standing.json";
/// How a moment is written in a backup's name: in UTC, so that names sort by it.
const STAMP: &str = "%Y%m%dT%H%M%SZ";

/// When a library is backed up by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupWhen {
    /// Never.
    Never,
    /// Once a day, when it is open for the first time.
    Daily,
    /// Once a day, at a time or as soon after it as it is open.
    At,
    /// Whenever the window is closed.
    Closing,
}

/// When a library is backed up by itself, where to, and which backups stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupPlan {
    /// When.
    pub when: BackupWhen,
    /// The time of day for [`BackupWhen::At`], `HH:MM`.
    pub at: String,
    /// The folder on another disk that whole backups go to; none: the catalogue alone is copied.
    pub place: Option<String>,
    /// Of so many days the last backup stays.
    pub days: u32,
    /// Of so many weeks, likewise.
    pub weeks: u32,
    /// Of so many months, likewise.
    pub months: u32,
}

impl Default for BackupPlan {
    fn default() -> BackupPlan {
        BackupPlan {
            when: BackupWhen::Daily,
            at: "18:00".to_owned(),
            place: None,
            days: 7,
            weeks: 4,
            months: 12,
        }
    }
}

/// A backup that was made by the plan, and was whole when it was read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundBackup {
    /// The zip file.
    pub path: String,
    /// When it was made, RFC 3339 in UTC.
    pub at: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub octets: u64,
    /// Whether it holds the originals too.
    pub whole: bool,
}

/// Why the last backup by the plan was not made: an error's code and data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BackupProblem {
    /// The error's code.
    pub code: String,
    /// What its message needs.
    #[ts(type = "unknown")]
    pub data: serde_json::Value,
}

/// How the backups of a library stand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct BackupStanding {
    /// By which plan.
    pub plan: BackupPlan,
    /// The last copy of the catalogue.
    pub catalogue: Option<FoundBackup>,
    /// The last whole backup.
    pub whole: Option<FoundBackup>,
    /// Why the last one was not made; none where it was.
    pub problem: Option<BackupProblem>,
    /// The last op that a backup holds: nothing is backed up twice.
    #[ts(skip)]
    op: i64,
    /// The last op that the copy of the catalogue holds: where the second place is not there, it is not made again.
    #[ts(skip)]
    catalogue_op: i64,
}

impl Archive {
    /// How its backups stand.
    ///
    /// # Errors
    /// What was noted cannot be read.
    pub fn backup_standing(&self) -> Result<BackupStanding, Error> {
        let mut standing: BackupStanding = read_kept(self.path(), STANDING)?;
        standing.plan = read_kept(self.path(), PLAN)?;
        Ok(standing)
    }

    /// Chooses by which plan it is backed up.
    ///
    /// # Errors
    /// [`Error::ValueInvalid`] for a time that is none; [`Error::FileMissing`] for a place that is not there,
    /// [`Error::TargetInsideLibrary`] for one in the library; that the disk refused.
    pub fn plan_backups(&self, plan: &BackupPlan) -> Result<(), Error> {
        self.writable()?;
        time_of(plan)?;
        if let Some(place) = &plan.place {
            reach(self.path(), Path::new(place))?;
        }
        keep(self.path(), PLAN, plan)
    }

    /// Whether it is to be backed up now: `closing`, as its window is being closed. Never where nothing was written
    /// since the last time.
    ///
    /// # Errors
    /// What was noted cannot be read; the catalogue's.
    pub fn backup_is_due(&self, now: DateTime<Local>, closing: bool) -> Result<bool, Error> {
        if self.is_read_only() {
            return Ok(false);
        }
        let standing = self.backup_standing()?;
        let of_place = match standing.plan.place {
            Some(_) => &standing.whole,
            None => &standing.catalogue,
        };
        let last = of_place
            .as_ref()
            .and_then(|last| DateTime::parse_from_rfc3339(&last.at).ok())
            .map(|at| at.with_timezone(&Local));
        let is_time = match standing.plan.when {
            BackupWhen::Never => false,
            BackupWhen::Closing => closing,
            // a clock that was wrong once puts nothing off: another day is another day
            BackupWhen::Daily => last.is_none_or(|last| last.date_naive() != now.date_naive()),
            BackupWhen::At => {
                let of_today = now.date_naive().and_time(time_of(&standing.plan)?);
                let is_later = now.naive_local() >= of_today;
                is_later && last.is_none_or(|last| last.naive_local() < of_today || last > now)
            }
        };
        Ok(is_time && (last.is_none() || self.last_op()? != standing.op))
    }

    /// Backs it up by its plan, and clears away the backups that the plan keeps no longer. What hindered it is noted.
    ///
    /// # Errors
    /// As [`Archive::backup`]; [`Error::FileMissing`] where the second place is not there: the copy of the catalogue is
    /// made all the same.
    pub fn back_up_by_plan(&self, watch: Watch<'_>) -> Result<BackupStanding, Error> {
        self.writable()?;
        let mut standing = self.backup_standing()?;
        let op = self.last_op()?;
        let done = self.make_planned(&mut standing, op, watch);
        if done.is_ok() {
            standing.op = op;
        }
        standing.problem = done.as_ref().err().map(|error| BackupProblem {
            code: error.code(),
            data: error.data(),
        });
        keep(self.path(), STANDING, &standing)?;
        done.map(|()| standing)
    }

    fn make_planned(
        &self,
        standing: &mut BackupStanding,
        op: i64,
        watch: Watch<'_>,
    ) -> Result<(), Error> {
        let plan = standing.plan.clone();
        let folder =
            folder_inside(self.path(), FOLDER).map_err(|e| Error::writing(self.path(), &e))?;
        let own = Names::own();
        if standing.catalogue.is_none() || standing.catalogue_op != op || plan.place.is_none() {
            standing.catalogue = Some(self.make_one(&folder, &own, Holding::Catalogue, watch)?);
            standing.catalogue_op = op;
            rotate(&folder, &own, &plan)?;
        }
        let Some(place) = &plan.place else {
            return Ok(());
        };
        let place = reach(self.path(), Path::new(place))?;
        let names = Names::in_place(self.path(), self.uuid());
        standing.whole = Some(self.make_one(&place, &names, Holding::Whole, watch)?);
        rotate(&place, &names, &plan)
    }

    fn make_one(
        &self,
        folder: &Path,
        names: &Names,
        holding: Holding,
        watch: Watch<'_>,
    ) -> Result<FoundBackup, Error> {
        let now = Utc::now();
        let path = folder.join(names.name(now));
        self.write_backup(&path, holding, watch)?;
        let meta = fs::metadata(&path).map_err(|e| Error::reading(&path, &e))?;
        Ok(FoundBackup {
            path: muragat_files::path_to_text(&path),
            at: clock::wall_rfc3339(now.timestamp_millis()),
            octets: meta.len(),
            whole: holding == Holding::Whole,
        })
    }

    fn last_op(&self) -> Result<i64, Error> {
        Ok(self
            .connection()
            .query_row("SELECT ifnull(max(id), 0) FROM op", [], |row| row.get(0))?)
    }
}

/// The backups that were made by a library's plan and are within reach, the latest first. The library itself need not
/// open.
pub fn found_backups(library: &Path) -> Vec<FoundBackup> {
    let mut found = backups_in(&library.join(FOLDER), &Names::own(), false);
    let plan: BackupPlan = read_kept(library, PLAN).unwrap_or_default();
    if let Some(place) = plan.place {
        // whose library is damaged has no UUID at hand: its name must do
        let name = Names::beginning(library);
        let place = muragat_files::text_to_path(&place);
        found.extend(backups_in(&place, &Names { begin: name }, true));
    }
    found.sort_by(|one, other| other.at.cmp(&one.at));
    found
}

/// How the backups of one library in one folder are called.
struct Names {
    begin: String,
}

impl Names {
    const END: &str = ".backup.zip";

    fn own() -> Names {
        Names {
            begin: "catalogue-".to_owned(),
        }
    }

    fn beginning(library: &Path) -> String {
        let stem = library.file_stem().unwrap_or_default().to_string_lossy();
        format!("{stem}-")
    }

    /// In a place that may hold backups of other libraries of the same name too.
    fn in_place(library: &Path, uuid: &str) -> Names {
        let end = uuid.rsplit('-').next().unwrap_or_default();
        Names {
            begin: format!("{}{end}-", Names::beginning(library)),
        }
    }

    fn name(&self, at: DateTime<Utc>) -> String {
        format!("{}{}{}", self.begin, at.format(STAMP), Names::END)
    }

    /// The moment in a name of these.
    fn read(&self, name: &str) -> Option<DateTime<Utc>> {
        let inner = name.strip_prefix(&self.begin)?.strip_suffix(Names::END)?;
        let stamp = inner.rsplit('-').next()?;
        let at = chrono::NaiveDateTime::parse_from_str(stamp, STAMP).ok()?;
        Some(at.and_utc())
    }
}

fn backups_in(folder: &Path, names: &Names, whole: bool) -> Vec<FoundBackup> {
    // a place that is not there just now has none to offer
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let found = entries.filter_map(|entry| {
        let at = names.read(entry.file_name().to_str()?)?;
        Some(FoundBackup {
            path: muragat_files::path_to_text(&entry.path()),
            at: clock::wall_rfc3339(at.timestamp_millis()),
            octets: entry.metadata().ok()?.len(),
            whole,
        })
    });
    found.collect()
}

/// Removes the backups of one library in one folder that its plan keeps no longer.
fn rotate(folder: &Path, names: &Names, plan: &BackupPlan) -> Result<(), Error> {
    let mut made: Vec<(DateTime<Utc>, PathBuf)> = Vec::new();
    let reading = |e: &io::Error| Error::reading(folder, e);
    for entry in fs::read_dir(folder).map_err(|e| reading(&e))? {
        let entry = entry.map_err(|e| reading(&e))?;
        if let Some(at) = entry.file_name().to_str().and_then(|name| names.read(name)) {
            made.push((at, entry.path()));
        }
    }
    let stays = staying(made.iter().map(|(at, _)| *at).collect(), plan);
    for (at, path) in made {
        if !stays.contains(&at) {
            fs::remove_file(&path).map_err(|e| Error::writing_outside(&path, &e))?;
        }
    }
    Ok(())
}

/// Which moments stay: of each of the last days, weeks and months that have any the last one.
fn staying(mut made: Vec<DateTime<Utc>>, plan: &BackupPlan) -> HashSet<DateTime<Utc>> {
    made.sort_unstable_by(|one, other| other.cmp(one));
    let mut stays: HashSet<DateTime<Utc>> = made.first().copied().into_iter().collect();
    let span: [(u32, fn(&DateTime<Local>) -> (i32, u32)); 3] = [
        (plan.days, |at| (at.year(), at.ordinal())),
        (plan.weeks, |at| {
            (at.iso_week().year(), at.iso_week().week())
        }),
        (plan.months, |at| (at.year(), at.month())),
    ];
    for (count, of) in span {
        let mut seen = HashSet::new();
        for at in &made {
            if seen.len() as u64 == u64::from(count) {
                break;
            }
            if seen.insert(of(&at.with_timezone(&Local))) {
                stays.insert(*at);
            }
        }
    }
    stays
}

/// The second place, which must be there: where a stick was taken out, nothing is to lie in its stead.
fn reach(library: &Path, place: &Path) -> Result<PathBuf, Error> {
    let place = muragat_files::text_to_path(&place.to_string_lossy());
    let whole = fs::canonicalize(&place).map_err(|e| Error::reading(&place, &e))?;
    if !whole.is_dir() {
        return Err(Error::FileMissing { path: place });
    }
    let own = fs::canonicalize(library).map_err(|e| Error::reading(library, &e))?;
    match whole.starts_with(own) {
        true => Err(Error::TargetInsideLibrary { path: place }),
        false => Ok(whole),
    }
}

fn time_of(plan: &BackupPlan) -> Result<NaiveTime, Error> {
    NaiveTime::parse_from_str(&plan.at, "%H:%M").map_err(|_| Error::ValueInvalid {
        noun: "backup_plan",
        field: "at".to_owned(),
        value: plan.at.clone(),
    })
}

/// What was kept in a library's folder of backups; nothing, where nothing was.
fn read_kept<T: DeserializeOwned + Default>(library: &Path, name: &str) -> Result<T, Error> {
    let path = library.join(FOLDER).join(name);
    match fs::read(&path) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|e| Error::FileUnreadable {
            path,
            detail: e.to_string(),
        }),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(T::default()),
        Err(e) => Err(Error::reading(&path, &e)),
    }
}

fn keep(library: &Path, name: &str, what: &impl Serialize) -> Result<(), Error> {
    let folder = folder_inside(library, FOLDER).map_err(|e| Error::writing(library, &e))?;
    let path = folder.join(name);
    let bytes = serde_json::to_vec_pretty(what).map_err(|e| Error::writing(&path, &e.into()))?;
    write_file(&path, &bytes, Existing::Replace).map_err(|e| Error::writing(&path, &e))
}

/// The library whose copy of the catalogue a file is, by where it lies.
pub(crate) fn library_of(backup: &Path) -> Option<PathBuf> {
    let folder = folder_of(backup);
    let library = folder_of(folder);
    (folder.ends_with(FOLDER) && library.join(CATALOGUE).is_file()).then(|| library.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn days_ago(days: i64) -> DateTime<Utc> {
        let noon = DateTime::parse_from_rfc3339("2026-11-30T12:00:00Z").unwrap();
        noon.with_timezone(&Utc) - TimeDelta::days(days)
    }

    #[test]
    fn of_days_weeks_and_months_the_last_one_stays() {
        let plan = BackupPlan {
            days: 3,
            weeks: 2,
            months: 2,
            ..BackupPlan::default()
        };
        let made: Vec<_> = (0..90).map(days_ago).collect();
        let mut stays: Vec<_> = staying(made.clone(), &plan).into_iter().collect();
        stays.sort_unstable();
        // 30 November 2026 is a Monday: the week before ended on the 29th, October on the 31st
        assert_eq!(stays, [days_ago(30), days_ago(2), days_ago(1), days_ago(0)]);
        // whatever a plan says, the last one stays
        let none = BackupPlan {
            days: 0,
            weeks: 0,
            months: 0,
            ..BackupPlan::default()
        };
        assert_eq!(staying(made, &none), HashSet::from([days_ago(0)]));
    }

    #[test]
    fn a_name_tells_its_moment_and_is_no_other_librarys() {
        let names = Names::in_place(Path::new("/l/қала-1.muragat"), "0190-7fff-aabbccddeeff");
        let name = names.name(days_ago(0));
        assert_eq!(name, "қала-1-aabbccddeeff-20261130T120000Z.backup.zip");
        assert_eq!(names.read(&name), Some(days_ago(0)));
        let other = Names::in_place(Path::new("/l/қала-1.muragat"), "0190-7fff-000000000000");
        assert_eq!(other.read(&name), None);
        assert_eq!(names.read("қала-1-aabbccddeeff-soon.backup.zip"), None);
    }
}
