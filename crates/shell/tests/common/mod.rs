//! A library in a folder of its own, and a second program that writes to it.

use std::path::{Path, PathBuf};

use muragat_archive::{Archive, Identity, Intake};
use muragat_shell::OpenLibrary;
use tempfile::TempDir;

/// A folder with a library in it.
pub struct TestLibrary {
    pub folder: TempDir,
    pub path: PathBuf,
}

impl TestLibrary {
    pub fn new() -> TestLibrary {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("жаңа.muragat");
        Archive::create(&path, Identity::new("Айгүл")).unwrap();
        TestLibrary { folder, path }
    }

    /// As the window opens it, by Айгүл.
    pub fn open(&self) -> OpenLibrary {
        OpenLibrary::new(Some(self.path.clone()), Some("Айгүл".to_owned()))
    }

    /// Another program adds an article, by Ерлан. Gives its UUID.
    #[allow(dead_code, reason = "not every test file has a use for it")]
    pub fn add_elsewhere(&self, title: &str) -> String {
        let mut archive = Archive::open(&self.path, Identity::new("Ерлан")).unwrap();
        add(&mut archive, self.folder.path(), title)
    }

    /// A release as a file.
    #[allow(dead_code, reason = "not every test file has a use for it")]
    pub fn release(&self, title: &str) -> PathBuf {
        write_release(self.folder.path(), title)
    }
}

/// Adds an article. Gives its UUID.
#[allow(dead_code, reason = "not every test file has a use for it")]
pub fn add(archive: &mut Archive, folder: &Path, title: &str) -> String {
    let file = write_release(folder, title);
    archive.add(&file, &Intake::default()).unwrap().value.id
}

fn write_release(folder: &Path, title: &str) -> PathBuf {
    let file = folder.join(format!("{title}.txt"));
    let text = format!("{title}\n\nОблыс әкімі {title} туралы айтты.\n");
    std::fs::write(&file, text).unwrap();
    file
}
