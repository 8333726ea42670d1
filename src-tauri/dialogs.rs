//! The system's dialogs, asked for by Rust: the web view has no right to them.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use muragat_shell::wire::{Pick, Problem};

/// Asks the user; nothing where the dialog was dismissed. Waits: not for the thread that draws the window.
pub fn ask(app: &AppHandle, what: &Pick, title: Option<&str>) -> Result<Vec<PathBuf>, Problem> {
    let dialog = || {
        let dialog = app.dialog().file();
        let dialog = match app.get_webview_window("main") {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        };
        match title {
            Some(title) => dialog.set_title(title),
            None => dialog,
        }
    };
    let picked: Vec<FilePath> = match what {
        // By content, not by ending: releases come under any name.
        Pick::Texts | Pick::Photos | Pick::Files => {
            dialog().blocking_pick_files().unwrap_or_default()
        }
        Pick::Library | Pick::BundleFolder => one(dialog().blocking_pick_folder()),
        Pick::Bundle | Pick::Officials => one(dialog().blocking_pick_file()),
        Pick::NewLibrary { name } => save(in_documents(dialog()), name, "muragat"),
        Pick::ExportFolder { name } => save(in_documents(dialog()), name, ""),
        Pick::ExportZip { name } | Pick::Backup { name } => {
            save(in_documents(dialog()), name, "zip")
        }
    };
    picked
        .into_iter()
        .map(|path| {
            path.into_path()
                .map_err(|error| Problem::unexpected(&error))
        })
        .collect()
}

fn one(picked: Option<FilePath>) -> Vec<FilePath> {
    picked.into_iter().collect()
}

/// Where to put something new; a name without the ending gets it.
fn save(dialog: FileDialogBuilder<tauri::Wry>, name: &str, ending: &str) -> Vec<FilePath> {
    let has_ending =
        |name: &str| ending.is_empty() || name.to_lowercase().ends_with(&format!(".{ending}"));
    let whole = |name: &str| match has_ending(name) {
        true => name.to_owned(),
        false => format!("{name}.{ending}"),
    };
    let picked = dialog.set_file_name(whole(name)).blocking_save_file();
    let picked = picked.and_then(|path| path.into_path().ok());
    one(picked.map(|path| {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        FilePath::Path(match name {
            Some(name) if !has_ending(&name) => path.with_file_name(whole(&name)),
            _ => path,
        })
    }))
}

fn in_documents(dialog: FileDialogBuilder<tauri::Wry>) -> FileDialogBuilder<tauri::Wry> {
    let documents = directories::UserDirs::new()
        .and_then(|dirs| dirs.document_dir().map(PathBuf::from))
        .filter(|folder| folder.is_dir());
    match documents {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}
