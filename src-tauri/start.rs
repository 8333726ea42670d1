//! What the program is started with: `muragat-desktop [PATH…]`, the environment, and what was kept.

use std::path::{Path, PathBuf};

use muragat_archive::{Received, recognise};

use crate::settings::Kept;

/// What the program is started with.
pub struct Start {
    /// Where the library should be; none where the system has no data folder.
    pub library: Option<PathBuf>,
    /// Paths that are no library: the window takes them as if they were dropped on it.
    pub given: Vec<PathBuf>,
    /// The window's language.
    pub language: Option<String>,
    /// Who works here, where the environment says so.
    pub actor: Option<String>,
}

impl Start {
    /// The library is the one named first; else $MURAGAT_LIBRARY; else the one that was open last; else
    /// the default one.
    pub fn of_process(kept: &Kept) -> Start {
        let named = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let word = |name| named(name).and_then(|value| value.into_string().ok());
        let mut library = None;
        let mut given = Vec::new();
        for path in std::env::args_os().skip(1) {
            let path = absolute(Path::new(&path));
            match is_library(&path) {
                true => library = library.or(Some(path)),
                false => given.push(path),
            }
        }
        Start {
            library: library
                .or_else(|| named("MURAGAT_LIBRARY").map(|path| absolute(Path::new(&path))))
                .or_else(|| kept.recent.first().map(PathBuf::from))
                .or_else(muragat_archive::default_library),
            given,
            language: word("MURAGAT_LANGUAGE"),
            actor: word("MURAGAT_ACTOR"),
        }
    }
}

/// Whether a path means a library: one that is there, or one that should be.
fn is_library(path: &Path) -> bool {
    match recognise(path) {
        Received::Library => true,
        Received::Folder => path.extension().is_some_and(|ending| ending == "muragat"),
        _ => !path.exists(),
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
