//! Photos that lie in a mail or a zip and went to no text of it: their path is that of the file with their place in it,
//! so that one is asked about them as about a folder's, and attaches them as any others.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use muragat_archive::Error;
use muragat_files::TemporaryFolder;

use crate::document_reader::DocumentReader;
use crate::found::Found;

/// Photos that can be opened. Those that lay in a file are in a folder that is removed with this.
#[derive(Debug)]
pub struct PhotosAtHand {
    paths: Vec<PathBuf>,
    _unpacked: Option<TemporaryFolder>,
}

impl PhotosAtHand {
    /// Where they can be opened, in the order given.
    pub fn paths(&self) -> &[PathBuf] {
        &self.paths
    }
}

/// Whether any of some photos lies in a file.
pub fn lie_inside(photos: &[PathBuf]) -> bool {
    photos.iter().any(|photo| split(photo).is_some())
}

/// Takes photos out of the mails and zips in which they lie. What is not found there keeps its path, and is missing when
/// it is opened.
///
/// # Errors
/// A file cannot be read any more, or there is no room for what lies in it.
pub fn take_out_photos(reader: &DocumentReader, photos: &[PathBuf]) -> Result<PhotosAtHand, Error> {
    let mut wanted: BTreeMap<&Path, Vec<(usize, &Path)>> = BTreeMap::new();
    for (at, photo) in photos.iter().enumerate() {
        if let Some((file, place)) = split(photo) {
            wanted.entry(file).or_default().push((at, place));
        }
    }
    let mut paths = photos.to_vec();
    if wanted.is_empty() {
        return Ok(PhotosAtHand {
            paths,
            _unpacked: None,
        });
    }
    let target = std::env::temp_dir().join("photos");
    let unreadable = |error: &io::Error| Error::reading(&target, error);
    let unpacked =
        TemporaryFolder::beside(&target, "photos").map_err(|error| unreadable(&error))?;
    for (file, wanted) in wanted {
        for found in reader.read_file(file)? {
            let Found::Picture { picture, place } = found else {
                continue;
            };
            let Some((at, _)) = wanted.iter().find(|(_, wanted)| *wanted == place) else {
                continue;
            };
            let written = write_in(unpacked.path(), *at, &place, &picture.bytes);
            let written = written.map_err(|error| unreadable(&error))?;
            if let Some(path) = paths.get_mut(*at) {
                *path = written;
            }
        }
    }
    Ok(PhotosAtHand {
        paths,
        _unpacked: Some(unpacked),
    })
}

/// Each lies in a folder of its own, so that it keeps its name beside others of that name.
fn write_in(folder: &Path, at: usize, place: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let folder = folder.join(at.to_string());
    std::fs::create_dir(&folder)?;
    let path = folder.join(place.file_name().unwrap_or(OsStr::new("photo")));
    std::fs::write(&path, bytes)?;
    Ok(path)
}

/// The file in which a photo lies, and where in it; none for one that lies in a folder.
fn split(photo: &Path) -> Option<(&Path, &Path)> {
    // what is there is no place in a file; and a file has nothing below it, so that the next is the only one
    if photo.exists() {
        return None;
    }
    let file = photo.ancestors().skip(1).find(|above| above.is_file())?;
    Some((file, photo.strip_prefix(file).ok()?))
}
