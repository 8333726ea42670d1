//! The system's dialogs, asked for by Rust: the web view has no right to them.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use muragat_shell::wire::{Pick, PickWords, Problem};

/// Asks the user; nothing where the dialog was dismissed. Waits: not for the thread that draws the window.
pub fn ask(app: &AppHandle, what: &Pick, how: &PickWords) -> Result<Vec<PathBuf>, Problem> {
    let mut dialog = app.dialog().file();
    if let Some(window) = app.get_webview_window("main") {
        dialog = dialog.set_parent(&window);
    }
    if let Some(title) = &how.title {
        dialog = dialog.set_title(title);
    }
    if let Some(folder) = first_folder(how) {
        dialog = dialog.set_directory(folder);
    }
    if let Some(files) = &how.files {
        // GTK tells capitals from small letters
        let endings: Vec<String> = endings(what)
            .iter()
            .flat_map(|ending| [(*ending).to_owned(), ending.to_uppercase()])
            .collect();
        let endings: Vec<&str> = endings.iter().map(String::as_str).collect();
        // What comes in is known by its content: releases come under any name.
        dialog = dialog
            .add_filter(files, &endings)
            .add_filter(&how.all, &["*"]);
    }
    let picked: Vec<FilePath> = match what {
        Pick::Documents | Pick::Photos | Pick::Files => {
            dialog.blocking_pick_files().unwrap_or_default()
        }
        Pick::Library | Pick::BundleFolder | Pick::Folder => one(dialog.blocking_pick_folder()),
        Pick::Bundle | Pick::Officials | Pick::BackupFile => one(dialog.blocking_pick_file()),
        Pick::NewLibrary { name } => save(dialog, name, "muragat"),
        Pick::ExportFolder { name } => save(dialog, name, ""),
        Pick::ExportZip { name } | Pick::Backup { name } | Pick::Report { name } => {
            save(dialog, name, "zip")
        }
        Pick::Table { name, ending } => save(dialog, name, ending),
    };
    picked
        .into_iter()
        .map(|path| {
            path.into_path()
                .map_err(|error| Problem::unexpected(&error))
        })
        .collect()
}

/// The usual endings of what is asked for.
fn endings(what: &Pick) -> Vec<&str> {
    match what {
        Pick::Documents => vec![
            "docx", "doc", "docm", "odt", "rtf", "pdf", "eml", "msg", "mbox", "dat", "html", "htm",
            "mht", "mhtml", "pptx", "txt", "text", "md", "zip", "json",
        ],
        Pick::Photos => vec![
            "jpg", "jpeg", "png", "tif", "tiff", "gif", "webp", "bmp", "heic", "heif",
        ],
        Pick::Officials => vec!["csv", "txt"],
        Pick::Bundle
        | Pick::BackupFile
        | Pick::ExportZip { .. }
        | Pick::Backup { .. }
        | Pick::Report { .. } => vec!["zip"],
        Pick::Table { ending, .. } => vec![ending],
        _ => Vec::new(),
    }
}

/// Where a dialog begins: in the folder named, else among the user's documents.
fn first_folder(how: &PickWords) -> Option<PathBuf> {
    let named = how.folder.as_ref().map(PathBuf::from);
    let documents = || {
        let dirs = directories::UserDirs::new()?;
        dirs.document_dir().map(PathBuf::from)
    };
    named
        .filter(|folder| folder.is_dir())
        .or_else(|| documents().filter(|folder| folder.is_dir()))
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
