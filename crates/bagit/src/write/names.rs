//! Which names are taken, also on a system that is blind to case or normalization.

use super::WriteError;
use crate::path::folded;
use std::collections::HashMap;

/// Folded file and folder paths, each with the path that took it.
#[derive(Default)]
pub(super) struct Names {
    files: HashMap<String, String>,
    folders: HashMap<String, String>,
}

impl Names {
    /// Takes a file's path and its folders'.
    pub(super) fn take(&mut self, path: &str) -> Result<(), WriteError> {
        let key = folded(path);
        let folders: Vec<&str> = key
            .match_indices('/')
            .filter_map(|(at, _)| key.get(..at))
            .collect();
        let with = self
            .files
            .get(&key)
            .or_else(|| self.folders.get(&key))
            .or_else(|| folders.iter().find_map(|folder| self.files.get(*folder)));
        if let Some(with) = with {
            return Err(WriteError::Collision {
                path: path.to_owned(),
                with: with.clone(),
            });
        }
        for folder in folders {
            if !self.folders.contains_key(folder) {
                self.folders.insert(folder.to_owned(), path.to_owned());
            }
        }
        self.files.insert(key, path.to_owned());
        Ok(())
    }
}
