//! Where copies of originals lie while the system's programs show them: until the window closes.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use muragat_archive::Error;
use muragat_shell::wire::Problem;
use tempfile::TempDir;

/// The folders of the copies.
#[derive(Default)]
pub struct ShownOriginals {
    folders: Mutex<Vec<TempDir>>,
}

impl ShownOriginals {
    /// A folder for one copy, which goes with the window.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn make_folder(&self) -> Result<PathBuf, Problem> {
        let folder = TempDir::new().map_err(|error| Error::FileUnwritable {
            path: std::env::temp_dir(),
            detail: error.to_string(),
        })?;
        let path = folder.path().to_owned();
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        folders.push(folder);
        Ok(path)
    }
}
