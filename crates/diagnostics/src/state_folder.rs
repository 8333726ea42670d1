//! The user's folder for what programs note of themselves, and what lies in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of the markers.
pub(crate) const MARKERS: &str = "runs";
/// The folder of the traces.
pub(crate) const TRACES: &str = "traces";

/// The user's folder for what a program notes of itself; none where the system has none.
pub fn state_folder() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("kz", "", "Muragat")?;
    let folder = dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir());
    Some(folder.to_owned())
}

/// Makes a folder and those above it, for this user alone.
pub(crate) fn make_private_folders(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The files of a folder in the order of their names, which begin with a time; none where it is not there.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.sort();
    files
}
