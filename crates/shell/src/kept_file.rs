//! A file in the user's config folder: JSON, written whole or not at all.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use muragat_archive::Error;
use muragat_files::{Existing, TemporaryFile};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// A file of one kind of value.
pub(crate) struct KeptFile {
    /// None where the system has no config folder: then nothing is kept.
    folder: Option<PathBuf>,
    /// Its name without `.json`.
    name: &'static str,
    /// Where a damaged file was kept that nobody was told of yet.
    mended: Mutex<Option<PathBuf>>,
}

impl KeptFile {
    pub(crate) fn new(folder: Option<&Path>, name: &'static str) -> KeptFile {
        KeptFile {
            folder: folder.map(Path::to_owned),
            name,
            mended: Mutex::new(None),
        }
    }

    /// What was kept; nothing, where nothing was. Of a damaged file what can be read of it holds, and for the rest the
    /// copy beside it, which is as the last change left it; it is kept aside, and a whole one takes its place.
    pub(crate) fn read<T: DeserializeOwned + Default + Serialize>(&self) -> T {
        let Some(file) = self.path() else {
            return T::default();
        };
        let bytes = match fs::read(&file) {
            Ok(bytes) => bytes,
            Err(error) => {
                if error.kind() != ErrorKind::NotFound {
                    eprintln!("muragat-desktop: {}: {error}", file.display());
                }
                return T::default();
            }
        };
        match serde_json::from_slice(&bytes) {
            Ok(kept) => kept,
            Err(error) => {
                let kept = self.mend(&bytes);
                let aside = set_aside(&file);
                let written = write_whole(&file, &kept);
                eprintln!(
                    "muragat-desktop: {}: {error}; kept as {aside:?}; mended: {written:?}",
                    file.display(),
                );
                if let Ok(aside) = aside {
                    *self.mended.lock().unwrap_or_else(PoisonError::into_inner) = Some(aside);
                }
                kept
            }
        }
    }

    /// Where a damaged file was kept, since this was last asked.
    pub(crate) fn take_mended(&self) -> Option<PathBuf> {
        self.mended
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
    }

    /// What a damaged file still says, field by field; what it does not say is the copy's.
    fn mend<T: DeserializeOwned + Default>(&self, bytes: &[u8]) -> T {
        let of_copy = self.copy().and_then(|copy| fs::read(copy).ok());
        let fields = |bytes: Option<&[u8]>| -> Map<String, Value> {
            let value = bytes.and_then(|bytes| serde_json::from_slice(bytes).ok());
            match value {
                Some(Value::Object(fields)) => fields,
                _ => Map::new(),
            }
        };
        let mut kept = Map::new();
        let said = fields(of_copy.as_deref()).into_iter();
        for (name, value) in said.chain(fields(Some(bytes))) {
            let before = kept.insert(name.clone(), value);
            if serde_json::from_value::<T>(Value::Object(kept.clone())).is_err() {
                match before {
                    Some(before) => kept.insert(name, before),
                    None => kept.remove(&name),
                };
            }
        }
        serde_json::from_value(Value::Object(kept)).unwrap_or_default()
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
        write_whole(&file, &kept).map_err(|e| writing(&e))?;
        match self.copy() {
            Some(copy) => write_whole(&copy, &kept).map_err(|e| writing(&e)),
            None => Ok(()),
        }
    }

    /// The copy beside it.
    fn copy(&self) -> Option<PathBuf> {
        Some(
            self.folder
                .as_ref()?
                .join(format!("{}.copy.json", self.name)),
        )
    }

    fn path(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join(format!("{}.json", self.name)))
    }
}

/// Writes a value whole or not at all.
fn write_whole(path: &Path, value: &impl Serialize) -> io::Result<()> {
    let bytes = serde_json::to_vec_pretty(value)?;
    let mut whole = TemporaryFile::private_beside(path)?;
    whole.write_all(&bytes)?;
    whole.give_name(Existing::Replace)
}

/// Gives a damaged file a name that no other has.
fn set_aside(file: &Path) -> io::Result<PathBuf> {
    let mut number = 1;
    loop {
        let aside = match number {
            1 => file.with_extension("json.damaged"),
            _ => file.with_extension(format!("json.damaged-{number}")),
        };
        if !aside.try_exists()? {
            fs::rename(file, &aside)?;
            return Ok(aside);
        }
        number += 1;
    }
}
