//! What was dropped on the window, or picked: sorted by content, folders opened.

use std::path::{Path, PathBuf};

use muragat_files::{path_to_text, text_to_path};
use serde::Serialize;
use ts_rs::TS;

use crate::natural_order::natural_order;
use crate::pair_photos::pair_photos;
use crate::recognise_path::{Received, recognise_path};
use crate::sidecars::has_photo;

/// A file that may be read as a document.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SortedDocument {
    /// Where it lies.
    pub path: String,
    /// Those of the photos that belong to it.
    pub photos: Vec<String>,
}

/// What dropped or picked paths are; what lies in folders is among them. Paths are texts as crates/files makes them.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct SortedPaths {
    /// Files that may be read as documents.
    pub documents: Vec<SortedDocument>,
    /// Pictures.
    pub photos: Vec<String>,
    /// Those of them of which it is not sure to which of the documents they belong.
    pub unplaced: Vec<String>,
    /// What programs wrote down about photos that are not among these; what lies beside a photo goes with it.
    pub sidecars: Vec<String>,
    /// Tables of values, which are no releases.
    pub tables: Vec<String>,
    /// Bags as folders or zip files.
    pub bundles: Vec<String>,
    /// Library folders.
    pub libraries: Vec<String>,
    /// Nothing that can be taken in.
    pub others: Vec<String>,
}

/// How deep a dropped folder is opened.
pub(crate) const DEPTH: u32 = 4;
/// How many files are looked at: a whole disk dropped by mistake ends somewhere.
pub(crate) const MOST: usize = 20_000;

/// Sorts paths; what lies in folders counts as if it was dropped itself.
pub fn sort_paths(paths: &[PathBuf]) -> SortedPaths {
    let mut found = SortedPaths::default();
    let mut left = MOST;
    let mut paths = paths.to_vec();
    paths.sort_by(|one, other| natural_order(one, other));
    for path in &paths {
        enter(path, DEPTH, &mut left, &mut found);
    }
    place_photos(&mut found);
    let photos: Vec<PathBuf> = found.photos.iter().map(|path| text_to_path(path)).collect();
    found
        .sidecars
        .retain(|sidecar| !has_photo(&text_to_path(sidecar), &photos));
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
        .map(|one| text_to_path(&one.path))
        .collect();
    let photos: Vec<PathBuf> = found.photos.iter().map(|path| text_to_path(path)).collect();
    let paired = pair_photos(&documents, &photos);
    for (document, path) in found.documents.iter_mut().zip(&documents) {
        let own = paired.photos.get(path).into_iter().flatten();
        document.photos = own.map(|path| path_to_text(path)).collect();
    }
    let unplaced = paired.unplaced.iter();
    found.unplaced = unplaced.map(|path| path_to_text(path)).collect();
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
            Err(_) => return found.others.push(path_to_text(path)),
        };
        inside.retain(|path| !is_hidden(path));
        inside.sort_by(|one, other| natural_order(one, other));
        return inside
            .iter()
            .for_each(|path| enter(path, depth - 1, left, found));
    }
    let list = match kind {
        Received::Document => {
            return found.documents.push(SortedDocument {
                path: path_to_text(path),
                photos: Vec::new(),
            });
        }
        Received::Photo => &mut found.photos,
        Received::Sidecar => &mut found.sidecars,
        Received::Table => &mut found.tables,
        Received::Bundle => &mut found.bundles,
        Received::Library => &mut found.libraries,
        Received::Folder | Received::Other => &mut found.others,
    };
    list.push(path_to_text(path));
}

/// What systems leave in folders: `.DS_Store`, `Thumbs.db`.
pub(crate) fn is_hidden(path: &Path) -> bool {
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
        assert_eq!(names(&found.documents[0].photos), ["photo.txt"]);
        assert_eq!(names(&found.photos), ["photo.txt"]);
        assert_eq!(names(&found.bundles), ["bag"]);
        assert_eq!(names(&found.others), ["4", "none"]);
    }
    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_unicode_comes_whole() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;

        let folder = tempfile::tempdir().unwrap();
        let path = folder
            .path()
            .join(OsStr::from_bytes(b"\xF5\xE0\xE1\xE0\xF0.txt"));
        // not every disk takes such a name
        if fs::write(&path, "мәтін").is_err() {
            return;
        }
        let found = sort_paths(&[folder.path().to_owned()]);
        assert_eq!(text_to_path(&found.documents[0].path), path);
    }
}
