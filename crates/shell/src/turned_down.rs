//! Files of a watched folder that nobody wants: by their bytes, so that a file that was changed is another.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use muragat_archive::Error;
use serde::{Deserialize, Serialize};

use crate::kept_file::KeptFile;

/// So many are remembered for a library; of more the first are forgotten.
const MOST: usize = 100_000;

/// A file's bytes, by what they are known again.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Bytes {
    pub sha256: String,
    pub size: u64,
}

/// What is kept, by the library's UUID.
type Kept = BTreeMap<String, Vec<Bytes>>;

/// What was turned down on this machine.
pub(crate) struct TurnedDown {
    file: KeptFile,
}

impl TurnedDown {
    pub(crate) fn in_folder(folder: Option<&Path>) -> TurnedDown {
        TurnedDown {
            file: KeptFile::new(folder, "turned-down"),
        }
    }

    /// What was turned down in a library.
    pub(crate) fn of(&self, library: &str) -> HashSet<Bytes> {
        let mut kept: Kept = self.file.read();
        let of_library = kept.remove(library).unwrap_or_default();
        of_library.into_iter().collect()
    }

    /// Remembers some more.
    ///
    /// # Errors
    /// That the disk refused.
    pub(crate) fn add(&self, library: &str, more: Vec<Bytes>) -> Result<(), Error> {
        self.file.change(|kept: &mut Kept| {
            let kept = kept.entry(library.to_owned()).or_default();
            let known: HashSet<Bytes> = kept.iter().cloned().collect();
            kept.extend(more.into_iter().filter(|one| !known.contains(one)));
            let over = kept.len().saturating_sub(MOST);
            kept.drain(..over);
        })
    }

    /// Forgets some, so that they are offered again.
    ///
    /// # Errors
    /// That the disk refused.
    pub(crate) fn remove(&self, library: &str, wanted: &HashSet<Bytes>) -> Result<(), Error> {
        self.file.change(|kept: &mut Kept| {
            if let Some(kept) = kept.get_mut(library) {
                kept.retain(|one| !wanted.contains(one));
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(number: u64) -> Bytes {
        Bytes {
            sha256: format!("{number:064x}"),
            size: number,
        }
    }

    #[test]
    fn what_was_turned_down_is_remembered_once_and_for_its_library_alone() {
        let folder = tempfile::tempdir().unwrap();
        let kept = TurnedDown::in_folder(Some(folder.path()));
        kept.add("one", vec![bytes(1), bytes(2)]).unwrap();
        kept.add("one", vec![bytes(2), bytes(3)]).unwrap();
        let again = TurnedDown::in_folder(Some(folder.path()));
        assert_eq!(again.of("one"), (1..=3).map(bytes).collect());
        assert!(again.of("two").is_empty());
        kept.remove("one", &HashSet::from([bytes(2), bytes(9)]))
            .unwrap();
        kept.remove("two", &HashSet::from([bytes(1)])).unwrap();
        assert_eq!(again.of("one"), HashSet::from([bytes(1), bytes(3)]));
    }

    #[test]
    fn there_is_an_end_to_what_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let kept = TurnedDown::in_folder(Some(folder.path()));
        let many = (0..MOST as u64 + 5).map(bytes).collect();
        kept.add("one", many).unwrap();
        let of_library = kept.of("one");
        assert_eq!(of_library.len(), MOST);
        assert!(!of_library.contains(&bytes(4)) && of_library.contains(&bytes(5)));
    }
}
