//! What was dropped on the window, or picked: sorted by content, folders opened.

use std::path::{Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

use crate::pair_photos::pair_photos;
use crate::recognise_path::{Received, recognise_path};

/// A file that may be read as a document.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SortedDocument {
    /// Where it lies.
    pub path: String,
    /// How many of the photos belong to it.
    pub photos: u32,
}

/// What dropped or picked paths are; what lies in folders is among them.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct SortedPaths {
    /// Files that may be read as documents.
    pub documents: Vec<SortedDocument>,
    /// Pictures.
    pub photos: Vec<String>,
    /// Those of them of which it is not sure to which of the documents they belong.
    pub unplaced: Vec<String>,
    /// What programs wrote down about photos, beside them.
    pub sidecars: Vec<String>,
    /// Bags as folders or zip files.
    pub bundles: Vec<String>,
    /// Library folders.
    pub libraries: Vec<String>,
    /// Nothing that can be taken in.
    pub others: Vec<String>,
}

/// How deep a dropped folder is opened.
const DEPTH: u32 = 4;
/// How many files are looked at: a whole disk dropped by mistake ends somewhere.
const MOST: usize = 20_000;

/// Sorts paths; what lies in folders counts as if it was dropped itself.
pub fn sort_paths(paths: &[PathBuf]) -> SortedPaths {
    let mut found = SortedPaths::default();
    let mut left = MOST;
    for path in paths {
        enter(path, DEPTH, &mut left, &mut found);
    }
    place_photos(&mut found);
    found
}

/// Says which photos belong to which documents.
fn place_photos(found: &mut SortedPaths) {
    if found.documents.is_empty() {
        return;
    }
    let documents: Vec<PathBuf> = found
        .documents
        .iter()
        .map(|one| one.path.as_str().into())
        .collect();
    let photos: Vec<PathBuf> = found.photos.iter().map(PathBuf::from).collect();
    let paired = pair_photos(&documents, &photos);
    for (document, path) in found.documents.iter_mut().zip(&documents) {
        let own = paired.photos.get(path).map_or(0, Vec::len);
        document.photos = u32::try_from(own).unwrap_or(u32::MAX);
    }
    let unplaced = paired.unplaced.iter();
    found.unplaced = unplaced.map(|path| path.display().to_string()).collect();
}

fn enter(path: &Path, depth: u32, left: &mut usize, found: &mut SortedPaths) {
    if *left == 0 {
        return;
    }
    *left -= 1;
    let kind = recognise_path(path);
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
        Received::Document => {
            return found.documents.push(SortedDocument {
                path: path.display().to_string(),
                photos: 0,
            });
        }
        Received::Photo => &mut found.photos,
        Received::Sidecar => &mut found.sidecars,
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn folders_are_opened_what_systems_leave_in_them_is_not_and_each_lies_with_its_kind() {
        let folder = tempfile::tempdir().unwrap();
        let inside = |name: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            path
        };
        fs::write(inside("deep/er/text.txt"), "мәтін").unwrap();
        fs::write(inside("photo.txt"), b"\x89PNG\r\n\x1a\n0000000000000000").unwrap();
        fs::write(inside("deep/.hidden"), "text").unwrap();
        fs::write(inside("deep/Thumbs.db"), "text").unwrap();
        fs::write(inside("bag/bagit.txt"), "BagIt-Version: 1.0\n").unwrap();
        fs::write(inside("1/2/3/4/5/too deep.txt"), "text").unwrap();
        let found = sort_paths(&[folder.path().to_owned(), folder.path().join("none")]);
        let names = |paths: &[String]| -> Vec<String> {
            let name = |path: &String| Path::new(path).file_name().unwrap().display().to_string();
            paths.iter().map(name).collect()
        };
        let documents: Vec<String> = found.documents.iter().map(|one| one.path.clone()).collect();
        assert_eq!(names(&documents), ["text.txt"]);
        assert_eq!(found.documents[0].photos, 1);
        assert_eq!(names(&found.photos), ["photo.txt"]);
        assert_eq!(names(&found.bundles), ["bag"]);
        assert_eq!(names(&found.others), ["4", "none"]);
    }
}
