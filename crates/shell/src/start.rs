//! What the program is started with: `muragat-desktop [PATH…]`, the environment, and what was kept.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use muragat_intake::{Received, recognise_path};

use crate::settings::KeptSettings;

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
    pub fn of_process(kept: &KeptSettings) -> Start {
        Start::new(
            std::env::args_os().skip(1),
            |name| std::env::var_os(name),
            kept,
        )
    }

    fn new(
        paths: impl Iterator<Item = OsString>,
        environment: impl Fn(&str) -> Option<OsString>,
        kept: &KeptSettings,
    ) -> Start {
        let set = |name| environment(name).filter(|value| !value.is_empty());
        let text = |name| set(name).and_then(|value| value.into_string().ok());
        let mut library = None;
        let mut given = Vec::new();
        for path in paths {
            let path = absolute(Path::new(&path));
            // a file manager opens files: one of these stands for the whole that it lies in
            let path = muragat_intake::folder_meant(&path).unwrap_or(path);
            match is_library(&path) {
                true => library = library.or(Some(path)),
                false => given.push(path),
            }
        }
        Start {
            library: library
                .or_else(|| set("MURAGAT_LIBRARY").map(|path| absolute(Path::new(&path))))
                .or_else(|| kept.recent.first().map(PathBuf::from))
                .or_else(muragat_archive::default_library),
            given,
            language: text("MURAGAT_LANGUAGE"),
            actor: text("MURAGAT_ACTOR"),
        }
    }
}

/// Whether a path means a library: one that is there, or one that should be.
fn is_library(path: &Path) -> bool {
    match recognise_path(path) {
        Received::Library => true,
        Received::Folder => path.extension().is_some_and(|ending| ending == "muragat"),
        _ => !path.exists(),
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn start(paths: &[&Path], library: Option<&str>, recent: &[&str]) -> Start {
        let kept = KeptSettings {
            recent: recent.iter().map(ToString::to_string).collect(),
            ..KeptSettings::default()
        };
        let environment = |name: &str| match name {
            "MURAGAT_LIBRARY" => library.map(OsString::from),
            "MURAGAT_ACTOR" => Some(OsString::new()),
            "MURAGAT_LANGUAGE" => Some(OsString::from("ru")),
            _ => None,
        };
        Start::new(paths.iter().map(OsString::from), environment, &kept)
    }

    #[test]
    fn the_library_is_the_one_named_first_then_that_of_the_environment_then_the_last_one() {
        let named = Path::new("/l/named.muragat");
        let library = |start: Start| start.library.unwrap();
        let second = Path::new("/l/second.muragat");
        assert_eq!(
            library(start(&[named, second], Some("/l/set"), &["/l/last"])),
            named
        );
        assert_eq!(
            library(start(&[], Some("/l/set"), &["/l/last"])),
            Path::new("/l/set")
        );
        assert_eq!(
            library(start(&[], Some(""), &["/l/last"])),
            Path::new("/l/last")
        );
        assert_eq!(
            start(&[], None, &[]).library,
            muragat_archive::default_library()
        );
    }

    #[test]
    fn the_catalogue_means_its_library_and_a_bags_declaration_the_bag() {
        let folder = tempfile::tempdir().unwrap();
        let (library, bag) = (folder.path().join("a.muragat"), folder.path().join("bag"));
        for (folder, file) in [
            (&library, "catalogue.sqlite"),
            (&bag, "bagit.txt"),
            (&bag, "bag-info.txt"),
        ] {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join(file), "").unwrap();
        }
        let opened = start(
            &[&library.join("catalogue.sqlite"), &bag.join("bag-info.txt")],
            None,
            &[],
        );
        assert_eq!(
            (opened.library, opened.given),
            (Some(library), vec![bag.clone()])
        );
        fs::remove_file(bag.join("bagit.txt")).unwrap();
        let info = bag.join("bag-info.txt");
        assert_eq!(start(&[&info], None, &[]).given, [info]);
    }

    #[test]
    fn what_is_no_library_is_given_on_and_what_is_set_to_nothing_is_not_set() {
        let folder = tempfile::tempdir().unwrap();
        let (file, new) = (
            folder.path().join("a.txt"),
            folder.path().join("new.muragat"),
        );
        fs::write(&file, "text").unwrap();
        fs::create_dir(&new).unwrap();
        let start = start(&[&file, &new], None, &[]);
        assert_eq!((start.library, start.given), (Some(new), vec![file]));
        assert_eq!((start.language.as_deref(), start.actor), (Some("ru"), None));
    }
}
