//! Where the bytes of a bag are: a folder or a zip file.

use super::error::ReadError;
use super::store::Store;
use super::{folder, zip};
use std::path::Path;

/// A folder or a zip file, whichever is there.
pub(super) fn open_store(path: &Path) -> Result<Box<dyn Store>, ReadError> {
    let about = std::fs::metadata(path).map_err(|source| ReadError::Io {
        path: path.to_owned(),
        source,
    })?;
    if about.is_dir() {
        Ok(Box::new(folder::Folder::open(path)))
    } else if about.is_file() {
        Ok(Box::new(zip::Zip::open(path)?))
    } else {
        Err(ReadError::Damaged {
            path: path.to_owned(),
            detail: "neither a folder nor a file".to_owned(),
        })
    }
}
