//! Long work. Each command starts a job and gives its number; how it stands comes by the event `job`.

use std::path::PathBuf;
use std::sync::Arc;

use muragat_archive::{Archive, PhotoHome};
use tauri::{AppHandle, State};

use super::{Answer, OnDesk};
use crate::jobs::{Ended, Jobs, Teller};
use crate::wire::{ExportOrder, JobKind, Problem};
use crate::{intake, transfer};

type AllJobs<'a> = State<'a, Arc<Jobs>>;

/// Takes text files in as articles of a unit, or of the in-tray.
#[tauri::command]
pub async fn take_in(
    app: AppHandle,
    desk: OnDesk<'_>,
    jobs: AllJobs<'_>,
    paths: Vec<PathBuf>,
    unit: Option<String>,
) -> Answer<u32> {
    in_library(app, desk, jobs, JobKind::Intake, move |archive, teller| {
        intake::take_in(archive, &paths, unit, teller)
    })
}

/// Attaches photos to an article or an event.
#[tauri::command]
pub async fn attach_photos(
    app: AppHandle,
    desk: OnDesk<'_>,
    jobs: AllJobs<'_>,
    paths: Vec<PathBuf>,
    home: PhotoHome,
    credit: Option<String>,
) -> Answer<u32> {
    in_library(app, desk, jobs, JobKind::Attach, move |archive, teller| {
        intake::attach(archive, &paths, &home, credit.as_deref(), teller)
    })
}

/// Exports a bundle.
#[tauri::command]
pub async fn export_bundle(
    app: AppHandle,
    desk: OnDesk<'_>,
    jobs: AllJobs<'_>,
    order: ExportOrder,
) -> Answer<u32> {
    in_library(app, desk, jobs, JobKind::Export, move |archive, teller| {
        transfer::export(archive, order, teller)
    })
}

/// Exports a transfer with its act and inventory.
#[tauri::command]
pub async fn export_transfer(
    app: AppHandle,
    desk: OnDesk<'_>,
    jobs: AllJobs<'_>,
    id: String,
    target: PathBuf,
    zip: bool,
) -> Answer<u32> {
    in_library(app, desk, jobs, JobKind::Export, move |archive, teller| {
        transfer::export_transfer(archive, &id, &target, zip, teller)
    })
}

/// Verifies a bundle; needs no library.
#[tauri::command]
pub async fn verify_bundle(app: AppHandle, jobs: AllJobs<'_>, path: PathBuf) -> Answer<u32> {
    Ok(jobs.start(&app, JobKind::Verify, move |teller| {
        transfer::verify(&path, teller)
    }))
}

/// Says what an import would do.
#[tauri::command]
pub async fn plan_import(
    app: AppHandle,
    desk: OnDesk<'_>,
    jobs: AllJobs<'_>,
    path: PathBuf,
) -> Answer<u32> {
    in_library(app, desk, jobs, JobKind::Import, move |archive, teller| {
        transfer::plan(archive, &path, teller)
    })
}

/// Takes in of a bundle what was chosen; `over` names those that take the place of what is here.
#[tauri::command]
pub async fn import_bundle(
    app: AppHandle,
    desk: OnDesk<'_>,
    jobs: AllJobs<'_>,
    path: PathBuf,
    articles: Vec<String>,
    over: Vec<String>,
) -> Answer<u32> {
    let what = muragat_bundle::Import {
        articles: articles.into_iter().collect(),
        over: over.into_iter().collect(),
    };
    in_library(app, desk, jobs, JobKind::Import, move |archive, teller| {
        transfer::import(archive, &path, &what, teller)
    })
}

/// Checks the whole library.
#[tauri::command]
pub async fn check_library(app: AppHandle, desk: OnDesk<'_>, jobs: AllJobs<'_>) -> Answer<u32> {
    in_library(app, desk, jobs, JobKind::Check, |archive, teller| {
        transfer::check(archive, teller)
    })
}

/// Backs the whole library up.
#[tauri::command]
pub async fn back_up(
    app: AppHandle,
    desk: OnDesk<'_>,
    jobs: AllJobs<'_>,
    path: PathBuf,
) -> Answer<u32> {
    in_library(app, desk, jobs, JobKind::Backup, move |archive, teller| {
        transfer::back_up(archive, &path, teller)
    })
}

/// Stops a job.
#[tauri::command]
pub async fn cancel_job(jobs: AllJobs<'_>, id: u32) -> Answer<()> {
    jobs.cancel(id);
    Ok(())
}

/// A job on a connection of its own.
fn in_library(
    app: AppHandle,
    desk: OnDesk<'_>,
    jobs: AllJobs<'_>,
    kind: JobKind,
    work: impl FnOnce(&mut Archive, &mut Teller) -> Result<Ended, Problem> + Send + 'static,
) -> Answer<u32> {
    let desk = Arc::clone(&desk);
    Ok(jobs.start(&app, kind, move |teller| {
        let mut archive = desk.connect()?;
        let ended = work(&mut archive, teller);
        match ended {
            // The library went away under the work: that is what is the matter.
            Err(problem) if problem.code != "cancelled" && !archive.is_in_place() => {
                Err(muragat_archive::Error::LibraryMissing {
                    path: archive.path().to_owned(),
                }
                .into())
            }
            other => other,
        }
    }))
}
