//! Long work. Each command starts a job and gives its number; how it stands comes by the event `job`.

use std::path::{Path, PathBuf};

use muragat_archive::record::terms::PartyKind;
use muragat_archive::{Archive, Batch, PhotoHome};
use muragat_bundle::{CopiesWanted, ListWanted, PrintWanted};
use muragat_shell::wire::{ExportOrder, IntakeOrder, JobKind, RetakeOrder, WirePath, paths_of};
use muragat_shell::work::{batches, bundles, care, intake, paper};
use tauri::State;

use super::{Answer, Library};
use crate::long_work::LongWork;

type Work<'a> = State<'a, LongWork>;

/// Takes documents in as articles of a unit, or of the in-tray, with the photos that came with them.
#[tauri::command]
pub async fn take_in(work: Work<'_>, order: IntakeOrder) -> Answer<u32> {
    Ok(work.begin(JobKind::Intake, move |archive, teller| {
        intake::take_in(archive, order, teller)
    }))
}

/// Takes in a file that was refused, as one wishes it.
#[tauri::command]
pub async fn retake(work: Work<'_>, order: RetakeOrder) -> Answer<u32> {
    Ok(work.begin(JobKind::Intake, move |archive, teller| {
        intake::retake(archive, order, teller)
    }))
}

/// Attaches photos to an article or an event.
#[tauri::command]
pub async fn attach_photos(
    work: Work<'_>,
    paths: Vec<WirePath>,
    home: PhotoHome,
    credit: Option<String>,
) -> Answer<u32> {
    let paths = paths_of(paths);
    Ok(work.begin(JobKind::Attach, move |archive, teller| {
        intake::attach(archive, &paths, &home, credit.as_deref(), teller)
    }))
}

/// Exports a bundle.
#[tauri::command]
pub async fn export_bundle(work: Work<'_>, order: ExportOrder) -> Answer<u32> {
    Ok(work.begin(JobKind::Export, move |archive, teller| {
        bundles::export(archive, order, teller)
    }))
}

/// Writes copies of photos into a folder.
#[tauri::command]
pub async fn write_copies(work: Work<'_>, wanted: CopiesWanted, folder: WirePath) -> Answer<u32> {
    let folder = folder.0;
    Ok(work.begin(JobKind::Copies, move |archive, teller| {
        bundles::write_copies(archive, &wanted, &folder, teller)
    }))
}

/// Exports a transfer with its act and inventory, under names of a language.
#[tauri::command]
pub async fn export_transfer(
    work: Work<'_>,
    id: String,
    target: PathBuf,
    zip: bool,
    language: String,
) -> Answer<u32> {
    Ok(work.begin(JobKind::Export, move |archive, teller| {
        bundles::export_transfer(archive, &id, &target, zip, &language, teller)
    }))
}

/// Verifies a bundle; needs no library.
#[tauri::command]
pub async fn verify_bundle(work: Work<'_>, path: PathBuf) -> Answer<u32> {
    Ok(work.begin_without_library(JobKind::Verify, move |teller| {
        bundles::verify(&path, teller)
    }))
}

/// Says what an import would do.
#[tauri::command]
pub async fn plan_import(work: Work<'_>, path: PathBuf) -> Answer<u32> {
    Ok(work.begin(JobKind::Import, move |archive, teller| {
        bundles::plan(archive, &path, teller)
    }))
}

/// Takes in of a bundle what was chosen; `over` names those that take the place of what is here.
#[tauri::command]
pub async fn import_bundle(
    work: Work<'_>,
    path: PathBuf,
    articles: Vec<String>,
    over: Vec<String>,
) -> Answer<u32> {
    let what = muragat_bundle::Import {
        articles: articles.into_iter().collect(),
        over: over.into_iter().collect(),
    };
    Ok(work.begin(JobKind::Import, move |archive, teller| {
        bundles::import(archive, &path, &what, teller)
    }))
}

/// Says what the same done to many articles would come to.
#[tauri::command]
pub async fn rehearse_batch(work: Work<'_>, batch: Batch) -> Answer<u32> {
    Ok(work.begin(JobKind::Rehearsal, move |archive, teller| {
        batches::rehearse(archive, &batch, teller)
    }))
}

/// Does the same to many articles.
#[tauri::command]
pub async fn run_batch(work: Work<'_>, batch: Batch) -> Answer<u32> {
    Ok(work.begin(JobKind::Batch, move |archive, teller| {
        batches::run(archive, &batch, teller)
    }))
}

/// Checks the whole library.
#[tauri::command]
pub async fn check_library(work: Work<'_>) -> Answer<u32> {
    Ok(work.begin(JobKind::Check, |archive, teller| {
        care::check(archive, teller)
    }))
}

/// Looks for pairs of parties that may be one.
#[tauri::command]
pub async fn doubles(work: Work<'_>, kind: PartyKind) -> Answer<u32> {
    Ok(work.begin(JobKind::Doubles, move |archive, teller| {
        care::doubles(archive, kind, teller)
    }))
}

/// Makes the search entries anew that an older program left; no job where it left none.
#[tauri::command]
pub async fn make_entries(work: Work<'_>, library: Library<'_>) -> Answer<Option<u32>> {
    if library.ask(Archive::entries_due).await? == 0 {
        return Ok(None);
    }
    Ok(Some(work.begin(JobKind::Index, care::make_entries)))
}

/// Backs the whole library up.
#[tauri::command]
pub async fn back_up(work: Work<'_>, path: PathBuf) -> Answer<u32> {
    Ok(work.begin(JobKind::Backup, move |archive, teller| {
        care::back_up(archive, &path, teller)
    }))
}

/// Brings a backup back as a library of its own, beside the one that is open, else where a first one would lie.
#[tauri::command]
pub async fn restore_backup(work: Work<'_>, library: Library<'_>, path: PathBuf) -> Answer<u32> {
    let open = library.open_library().path();
    let beside = open
        .or_else(muragat_archive::default_library)
        .unwrap_or_default();
    let folder = beside.parent().map(Path::to_owned).unwrap_or_default();
    Ok(work.begin_without_library(JobKind::Restore, move |teller| {
        care::restore(&path, &folder, teller)
    }))
}

/// Writes a list into a file.
#[tauri::command]
pub async fn write_list(work: Work<'_>, wanted: ListWanted, target: PathBuf) -> Answer<u32> {
    Ok(work.begin(JobKind::List, move |archive, teller| {
        paper::write_list(archive, &wanted, &target, teller)
    }))
}

/// Makes a list ready to be printed; without a target the system's program for PDFs shows it.
#[tauri::command]
pub async fn print_list(
    work: Work<'_>,
    wanted: ListWanted,
    target: Option<PathBuf>,
) -> Answer<u32> {
    Ok(work.begin(JobKind::Print, move |archive, teller| {
        paper::print_list(archive, &wanted, target.as_deref(), &show, teller)
    }))
}

/// Makes documents ready to be printed, likewise.
#[tauri::command]
pub async fn print_articles(
    work: Work<'_>,
    wanted: PrintWanted,
    target: Option<PathBuf>,
) -> Answer<u32> {
    Ok(work.begin(JobKind::Print, move |archive, teller| {
        paper::print_articles(archive, &wanted, target.as_deref(), &show, teller)
    }))
}

/// Asks the system's program to show a PDF that was made here just now.
fn show(path: &Path) -> bool {
    open::that_detached(path)
        .inspect_err(|error| eprintln!("muragat-desktop: {}: {error}", path.display()))
        .is_ok()
}

/// Stops a job.
#[tauri::command]
pub async fn cancel_job(work: Work<'_>, id: u32) -> Answer<()> {
    work.cancel(id);
    Ok(())
}
