//! What is kept between two runs, in the user's config folder: who works here, which libraries were
//! open, and the window's own settings. One JSON file, written whole or not at all.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use muragat_archive::Error;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::wire::RecentLibrary;

/// As many libraries as a menu shows.
const RECENT: usize = 10;

/// All that is kept.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Who works here.
    pub actor: Option<String>,
    /// Libraries by path, the latest first.
    pub recent: Vec<String>,
    /// The window's own: an object that only it reads.
    pub window: Value,
}

/// The file that it is kept in.
pub struct Settings {
    /// None where the system has no config folder.
    folder: Option<PathBuf>,
}

impl Settings {
    /// In the user's config folder.
    pub fn of_user() -> Settings {
        Settings {
            folder: directories::ProjectDirs::from("kz", "", "Muragat")
                .map(|dirs| dirs.config_dir().to_owned()),
        }
    }

    /// What was kept; nothing, where nothing was or it cannot be read.
    pub fn read(&self) -> Kept {
        let Some(file) = self.file() else {
            return Kept::default();
        };
        match fs::read(&file) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|error| {
                // The next change would overwrite it: kept aside, for whoever looks for the cause.
                let aside = file.with_extension("json.damaged");
                let moved = fs::rename(&file, &aside);
                eprintln!(
                    "muragat-desktop: {}: {error}; kept as {}: {moved:?}",
                    file.display(),
                    aside.display()
                );
                Kept::default()
            }),
            Err(error) => {
                if error.kind() != ErrorKind::NotFound {
                    eprintln!("muragat-desktop: {}: {error}", file.display());
                }
                Kept::default()
            }
        }
    }

    /// The libraries that were open, the latest first.
    pub fn recent(&self) -> Vec<RecentLibrary> {
        let recent = self.read().recent.into_iter();
        recent
            .map(|path| RecentLibrary {
                name: stem(&path),
                present: Path::new(&path).join("catalogue.sqlite").is_file(),
                path,
            })
            .collect()
    }

    /// Notes that a library was opened.
    pub fn opened(&self, library: &Path) -> Result<(), Error> {
        // What is no Unicode cannot be told to the window either.
        let Some(path) = library.to_str() else {
            return Ok(());
        };
        self.change(|kept| {
            kept.recent.retain(|known| known != path);
            kept.recent.insert(0, path.to_owned());
            kept.recent.truncate(RECENT);
        })
    }

    /// Takes a library off the list.
    pub fn forget(&self, library: &str) -> Result<(), Error> {
        self.change(|kept| kept.recent.retain(|known| known != library))
    }

    /// Changes what is kept. Another window's change is not lost: it is read anew, under a lock.
    pub fn change(&self, change: impl FnOnce(&mut Kept)) -> Result<(), Error> {
        let (Some(folder), Some(file)) = (&self.folder, self.file()) else {
            return Ok(());
        };
        let writing = |error: &std::io::Error| Error::writing_outside(&file, error);
        fs::create_dir_all(folder).map_err(|e| writing(&e))?;
        let lock = File::create(folder.join("settings.lock")).map_err(|e| writing(&e))?;
        lock.lock().map_err(|e| writing(&e))?;
        let mut kept = self.read();
        change(&mut kept);
        let bytes = serde_json::to_vec_pretty(&kept).map_err(|e| writing(&e.into()))?;
        let mut whole = tempfile::NamedTempFile::new_in(folder).map_err(|e| writing(&e))?;
        whole
            .write_all(&bytes)
            .and_then(|()| whole.as_file().sync_all())
            .map_err(|e| writing(&e))?;
        whole.persist(&file).map_err(|e| writing(&e.error))?;
        Ok(())
    }

    fn file(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join("settings.json"))
    }
}

/// A library's name: its folder's without `.muragat`.
fn stem(path: &str) -> String {
    let stem = Path::new(path).file_stem();
    stem.map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}
