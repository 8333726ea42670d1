//! What programs wrote down about photos in files beside them: it goes with its photo.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use muragat_archive::PhotoWords;
use muragat_files::{ReadWhole, read_whole};
use muragat_photo::{XMP_LIMIT, read_xmp};

use crate::recognise_path::{Received, recognise_path};

/// The ending of such files, as programs and systems write it.
const ENDINGS: [&str; 2] = ["xmp", "XMP"];

/// What is written beside photos, by the photo: none where nothing is.
pub fn read_sidecars(photos: &[PathBuf]) -> BTreeMap<PathBuf, PhotoWords> {
    let mut said = BTreeMap::new();
    for photo in photos {
        let words = sidecar_of(photo).and_then(|path| read_sidecar(&path));
        if let Some(words) = words.filter(|words| *words != PhotoWords::default()) {
            said.insert(photo.clone(), words);
        }
    }
    said
}

/// The file beside a photo that was written about it: `photo.jpg.xmp`, or `photo.xmp`.
fn sidecar_of(photo: &Path) -> Option<PathBuf> {
    let with = |name: Option<&OsStr>, ending: &str| {
        let mut name = OsString::from(name?);
        name.push(".");
        name.push(ending);
        Some(photo.with_file_name(name))
    };
    let names = [photo.file_name(), photo.file_stem()];
    names
        .into_iter()
        .flat_map(|name| ENDINGS.map(|ending| with(name, ending)))
        .flatten()
        .find(|path| recognise_path(path) == Received::Sidecar)
}

/// Whether a file is written about one of the photos, by its name and folder.
pub(crate) fn has_photo(sidecar: &Path, photos: &[PathBuf]) -> bool {
    let lower = |name: Option<&OsStr>| name.map(|name| name.to_string_lossy().to_lowercase());
    let about = lower(sidecar.file_stem());
    let beside = photos
        .iter()
        .filter(|photo| photo.parent() == sidecar.parent());
    let mut names = beside.flat_map(|photo| [photo.file_name(), photo.file_stem()]);
    names.any(|name| lower(name) == about)
}

/// Reads one; what cannot be read says nothing, and hinders no photo.
fn read_sidecar(path: &Path) -> Option<PhotoWords> {
    let ReadWhole::Bytes(bytes) = read_whole(path, XMP_LIMIT as u64).ok()? else {
        return None;
    };
    let read = read_xmp(&bytes);
    Some(PhotoWords {
        caption: read.caption,
        // who took it is named where nobody else is
        credit: read.credit.or_else(|| read.creator.clone()),
        photographer: read.creator,
        rights: read.rights,
        alternative: None,
    })
}

/// Adds what is said of photos to what is known of them: what is known stays.
pub(crate) fn add_said(
    known: &mut BTreeMap<PathBuf, PhotoWords>,
    said: BTreeMap<PathBuf, PhotoWords>,
) {
    for (path, words) in said {
        let known = known.entry(path).or_default();
        let add = |known: &mut Option<String>, said: Option<String>| {
            if known.is_none() {
                *known = said;
            }
        };
        add(&mut known.caption, words.caption);
        add(&mut known.alternative, words.alternative);
        add(&mut known.credit, words.credit);
        add(&mut known.photographer, words.photographer);
        add(&mut known.rights, words.rights);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn xmp(creator: &str) -> String {
        format!(
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><d xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>{creator}</dc:creator></d></x:xmpmeta>"
        )
    }

    #[test]
    fn a_sidecar_is_that_of_the_photo_whose_name_it_has_and_of_none_in_another_folder() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("b")).unwrap();
        for (name, creator) in [
            ("one.jpg.xmp", "Бір"),
            ("one.xmp", "Екі"),
            ("two.XMP", "Үш"),
            ("b/three.xmp", "Төрт"),
        ] {
            fs::write(path(name), xmp(creator)).unwrap();
        }
        fs::write(path("four.xmp"), "plain words").unwrap();
        let photos = ["one.jpg", "one.png", "two.tif", "three.jpg", "four.jpg"].map(path);
        let said = read_sidecars(&photos);
        let by = |name: &str| {
            said.get(&path(name))
                .and_then(|words| words.photographer.clone())
        };
        assert_eq!(by("one.jpg").as_deref(), Some("Бір"));
        assert_eq!(by("one.png").as_deref(), Some("Екі"));
        assert_eq!(by("two.tif").as_deref(), Some("Үш"));
        assert_eq!(said.len(), 3);
        assert!(has_photo(&path("TWO.xmp"), &photos));
        assert!(has_photo(&path("one.jpg.xmp"), &photos));
        assert!(!has_photo(&path("b/three.xmp"), &photos));
    }
}
