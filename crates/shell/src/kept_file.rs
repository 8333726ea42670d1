//! A file in the user's config folder: JSON, written whole or not at all.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use muragat_archive::Error;
use muragat_files::{Existing, TemporaryFile};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A file of one kind of value.
pub(crate) struct KeptFile {
    /// None where the system has no config folder: then nothing is kept.
    folder: Option<PathBuf>,
    /// Its name without `.json`.
    name: &'static str,
}

impl KeptFile {
    pub(crate) fn new(folder: Option<&Path>, name: &'static str) -> KeptFile {
        KeptFile {
            folder: folder.map(Path::to_owned),
            name,
        }
    }

    /// What was kept; nothing, where nothing was or it cannot be read.
    pub(crate) fn read<T: DeserializeOwned + Default>(&self) -> T {
        let Some(file) = self.path() else {
            return T::default();
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
                T::default()
            }),
            Err(error) => {
                if error.kind() != ErrorKind::NotFound {
                    eprintln!("muragat-desktop: {}: {error}", file.display());
                }
                T::default()
            }
        }
    }

    /// Changes what is kept. Another window's change is not lost: it is read anew, under a lock.
    pub(crate) fn change<T: DeserializeOwned + Default + Serialize>(
        &self,
        change: impl FnOnce(&mut T),
    ) -> Result<(), Error> {
        let (Some(folder), Some(file)) = (&self.folder, self.path()) else {
            return Ok(());
        };
        let writing = |error: &std::io::Error| Error::writing_outside(&file, error);
        fs::create_dir_all(folder).map_err(|e| writing(&e))?;
        let lock = folder.join(format!("{}.lock", self.name));
        let lock = File::create(lock).map_err(|e| writing(&e))?;
        lock.lock().map_err(|e| writing(&e))?;
        let mut kept = self.read();
        change(&mut kept);
        let bytes = serde_json::to_vec_pretty(&kept).map_err(|e| writing(&e.into()))?;
        let mut whole = TemporaryFile::private_beside(&file).map_err(|e| writing(&e))?;
        whole.write_all(&bytes).map_err(|e| writing(&e))?;
        whole.give_name(Existing::Replace).map_err(|e| writing(&e))
    }

    fn path(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join(format!("{}.json", self.name)))
    }
}
