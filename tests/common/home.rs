//! A library in a temporary folder, and what it says of itself.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::program::{Said, run_in};

/// A library in a folder that goes away with the test.
pub struct Home {
    folder: tempfile::TempDir,
    pub library: PathBuf,
}

impl Home {
    /// A folder with an empty library.
    pub fn new() -> Home {
        let home = Home::bare();
        home.run(&["init"]).done();
        home
    }

    /// A folder without one.
    pub fn bare() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("кітапхана.muragat");
        Home { folder, library }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Runs `muragat -L LIBRARY --json …`.
    pub fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Said {
        run_in(&self.library, args)
    }

    /// Adds a text; gives UUID and reference.
    #[track_caller]
    pub fn add(&self, name: &str, text: impl AsRef<[u8]>) -> (String, String) {
        let file = self.file(name, text);
        added(&self.run(&[OsStr::new("add"), file.as_os_str()]).done())
    }

    /// All that the library says of itself: compared before and after what must change nothing.
    #[track_caller]
    pub fn state(&self) -> Value {
        state(&self.library)
    }

    /// `check` finds nothing wrong.
    #[track_caller]
    pub fn whole(&self) -> Value {
        whole(&self.library)
    }
}

/// The one article that was added: UUID and reference.
#[track_caller]
pub fn added(said: &Said) -> (String, String) {
    let value = said.json();
    let text = |key: &str| value["articles"][0][key].as_str().unwrap().to_owned();
    (text("id"), text("reference"))
}

/// The articles, each whole, and the history of a library.
#[track_caller]
pub fn state(library: &Path) -> Value {
    let list = run_in(library, &["list"]).done().json();
    let articles: Vec<Value> = list["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            run_in(library, &["show", line["id"].as_str().unwrap()])
                .done()
                .json()
        })
        .collect();
    let history = run_in(library, &["history", "--limit", "1000000"])
        .done()
        .json();
    serde_json::json!({ "list": list, "articles": articles, "history": history })
}

/// `check` finds nothing wrong in a library.
#[track_caller]
pub fn whole(library: &Path) -> Value {
    let said = run_in(library, &["check"]).done();
    let found = said.json();
    assert_eq!(found["problems"], serde_json::json!([]), "{said:#?}");
    found
}
