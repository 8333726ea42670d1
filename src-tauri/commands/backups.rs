//! How the library backs itself up, and what its backups hold.

use std::path::PathBuf;

use muragat_archive::{BackupPlan, BackupStanding, FoundBackup};
use muragat_shell::wire::JobKind;
use muragat_shell::work::care;
use tauri::State;

use super::{Answer, Library};
use crate::async_library::aside;
use crate::long_work::LongWork;

type Work<'a> = State<'a, LongWork>;

/// By which plan the library backs itself up, and how that stands.
#[tauri::command]
pub async fn backup_standing(library: Library<'_>) -> Answer<BackupStanding> {
    library.ask(|archive| archive.backup_standing()).await
}

/// Chooses another plan.
#[tauri::command]
pub async fn plan_backups(library: Library<'_>, plan: BackupPlan) -> Answer<()> {
    library
        .ask(move |archive| archive.plan_backups(&plan))
        .await
}

/// The backups that were made by the plan and are within reach, also where the library does not open.
#[tauri::command]
pub async fn found_backups(library: Library<'_>) -> Answer<Vec<FoundBackup>> {
    let path = library.open_library().path().unwrap_or_default();
    aside(move || Ok(muragat_archive::found_backups(&path))).await
}

/// Backs the library up by its plan, if its plan says so for when the window closes.
#[tauri::command]
pub async fn back_up_before_closing(work: Work<'_>, library: Library<'_>) -> Answer<Option<u32>> {
    let due = library.ask(care::is_due_at_closing).await?;
    Ok(due.then(|| work.begin(JobKind::Backup, care::back_up_by_plan)))
}

/// Backs the library up by its plan.
#[tauri::command]
pub async fn back_up_by_plan(work: Work<'_>) -> Answer<u32> {
    Ok(work.begin(JobKind::Backup, care::back_up_by_plan))
}

/// Looks what a backup holds.
#[tauri::command]
pub async fn look_inside(work: Work<'_>, library: Library<'_>, path: PathBuf) -> Answer<u32> {
    let library = library.open_library();
    Ok(work.begin_without_library(JobKind::Look, move |teller| {
        care::look_inside(&library, &path, teller)
    }))
}

/// Brings a backup back in the place of the library.
#[tauri::command]
pub async fn restore_here(work: Work<'_>, library: Library<'_>, path: PathBuf) -> Answer<u32> {
    let library = library.open_library();
    Ok(work.begin_without_library(JobKind::Restore, move |teller| {
        care::restore_here(&library, &path, teller)
    }))
}

/// Brings single documents back from a backup.
#[tauri::command]
pub async fn bring_back(work: Work<'_>, path: PathBuf, articles: Vec<String>) -> Answer<u32> {
    Ok(work.begin(JobKind::Import, move |archive, teller| {
        care::bring_back(archive, &path, &articles, teller)
    }))
}
