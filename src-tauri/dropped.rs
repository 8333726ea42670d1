//! What was dropped on the window, or picked: sorted by content, folders opened.

use std::path::{Path, PathBuf};

use muragat_archive::{Received, recognise};

use crate::wire::Dropped;

/// How deep a dropped folder is opened.
const DEPTH: u32 = 4;
/// How many files are looked at: a whole disk dropped by mistake ends somewhere.
const MOST: usize = 20_000;

/// Sorts paths; what lies in folders counts as if it was dropped itself.
pub fn sort(paths: &[PathBuf]) -> Dropped {
    let mut found = Dropped::default();
    let mut left = MOST;
    for path in paths {
        enter(path, DEPTH, &mut left, &mut found);
    }
    found
}

fn enter(path: &Path, depth: u32, left: &mut usize, found: &mut Dropped) {
    if *left == 0 {
        return;
    }
    *left -= 1;
    let kind = recognise(path);
    if kind == Received::Folder && depth > 0 {
        let mut inside: Vec<PathBuf> = match std::fs::read_dir(path) {
            Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
            Err(_) => return found.others.push(path.display().to_string()),
        };
        inside.retain(|path| !is_hidden(path));
        inside.sort();
        return inside
            .iter()
            .for_each(|path| enter(path, depth - 1, left, found));
    }
    let list = match kind {
        Received::Text => &mut found.texts,
        Received::Photo => &mut found.photos,
        Received::Bundle => &mut found.bundles,
        Received::Library => &mut found.libraries,
        Received::Folder | Received::Other => &mut found.others,
    };
    list.push(path.display().to_string());
}

/// What systems leave in folders: `.DS_Store`, `Thumbs.db`.
fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy());
    name.is_some_and(|name| name.starts_with('.') || name == "Thumbs.db" || name == "desktop.ini")
}
