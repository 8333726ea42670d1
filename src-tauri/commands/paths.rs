//! Files and folders: picked, dropped, shown.

use std::path::Path;

use muragat_archive::Error;
use muragat_intake::{PageReading, SortedPaths};
use muragat_shell::copy_original_to_show;
use tauri::{AppHandle, State};

use super::{Answer, Library};
use crate::async_library::aside;
use crate::clipboard;
use crate::dialogs;
use crate::shown_originals::ShownOriginals;
use muragat_shell::wire::{Pick, PickWords, Problem, WirePath, paths_of, wire_paths};

/// A system dialog; empty where it was dismissed.
#[tauri::command]
pub async fn pick(app: AppHandle, what: Pick, how: PickWords) -> Answer<Vec<WirePath>> {
    let picked = aside(move || dialogs::ask(&app, &what, &how)).await?;
    Ok(wire_paths(picked))
}

/// What paths are, by their content.
#[tauri::command]
pub async fn sort_paths(paths: Vec<WirePath>) -> Answer<SortedPaths> {
    aside(move || Ok(muragat_intake::sort_paths(&paths_of(paths)))).await
}

/// Whether scans can be read here, and by what.
#[tauri::command]
pub async fn page_reading() -> Answer<PageReading> {
    aside(|| Ok(PageReading::find())).await
}

/// Copied files, or a copied picture, as paths; none where only words were copied, or nothing.
#[tauri::command]
pub async fn clipboard_files(app: AppHandle, name: String) -> Answer<Vec<WirePath>> {
    let files = aside(move || clipboard::files(&app, &name)).await?;
    Ok(wire_paths(files))
}

/// Shows a copy of an original in the system's program for its kind.
#[tauri::command]
pub async fn show_original(
    library: Library<'_>,
    shown: State<'_, ShownOriginals>,
    sha256: String,
    name: String,
) -> Answer<()> {
    let folder = shown.make_folder()?;
    let named = name.clone();
    let path = library
        .show(move |archive| copy_original_to_show(archive, &sha256, &name, &folder))
        .await?;
    open::that_detached(&path).map_err(|error| {
        eprintln!("muragat-desktop: {}: {error}", path.display());
        Problem {
            code: "original_not_shown".to_owned(),
            data: serde_json::json!({ "file": named }),
        }
    })
}

/// Shows a folder, or the folder of a file, in the system's file manager. Opens no file.
#[tauri::command]
pub async fn reveal(path: WirePath) -> Answer<()> {
    let path = path.0;
    aside(move || {
        let folder = match path.is_dir() {
            true => path.as_path(),
            false => path.parent().unwrap_or(Path::new("/")),
        };
        if !folder.is_dir() {
            return Err(Error::FileMissing { path }.into());
        }
        open::that_detached(folder).map_err(|error| Problem::unexpected(&error))
    })
    .await
}
