//! Libraries for the window's tests, made by the command line as its users make them.

use std::path::PathBuf;
use std::process::Command;

use crate::screen::built;

/// A small release of our own: no one in it lives.
pub const RELEASE: &str = "date 2026-03-14 Қаланың жаңа кітапханасы ашылды
Салтанатты жиынға «Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова қатысты.
«Балалар кітапқа жақын болады», – деді Сәуле Омарова.
Кешкі бөлімде Жетісу университетінің ректоры Нұрлан Сейітов студенттерді құттықтады.
";
/// Another.
pub const OTHER: &str = "date 2026-03-10 Су тасқынына қарсы штаб отырысы өтті
Отырысты қала әкімінің орынбасары Дархан Ысқақов өткізді.
";
/// As the first prints it.
pub const POSITION: &str = "«Ерлік» қоғамдық бірлестігінің төрағасы";

/// A library made by the command line, as its users make one.
pub struct Library {
    folder: tempfile::TempDir,
}

impl Library {
    /// An article with a cast and a photo, and another.
    pub fn make() -> Library {
        let library = Library::empty();
        let release = library.file("release.txt", RELEASE.as_bytes());
        let added = library.muragat(&["add", &release, "--json"]);
        let added: serde_json::Value = serde_json::from_str(&added).unwrap();
        let id = added["articles"][0]["id"].as_str().unwrap();
        library.muragat(&[
            "tag",
            id,
            "--person",
            "Сәуле Омарова",
            "--role",
            "speaker",
            "--position",
            POSITION,
            "--for",
            "«Ерлік» қоғамдық бірлестігі",
        ]);
        library.muragat(&[
            "tag",
            id,
            "--person",
            "Нұрлан Сейітов",
            "--role",
            "participant",
        ]);
        library.muragat(&["tag", id, "--organisation", "Жетісу университеті"]);
        let photo = library.file("ашылу.png", &picture_file());
        library.muragat(&[
            "attach",
            id,
            &photo,
            "--caption",
            "Салтанатты жиын",
            "--credit",
            "Айгүл Сатова",
        ]);
        let other = library.file("other.txt", OTHER.as_bytes());
        library.muragat(&["add", &other]);
        library
    }

    /// One with nothing in it.
    pub fn empty() -> Library {
        let library = Library {
            folder: tempfile::tempdir().unwrap(),
        };
        library.muragat(&["init"]);
        library
    }

    /// The sample library.
    pub fn sample() -> Library {
        let library = Library {
            folder: tempfile::tempdir().unwrap(),
        };
        library.muragat(&["init", "--sample"]);
        library
    }

    /// Its folder.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("облыс.muragat")
    }

    /// Writes a file beside the library; gives its path.
    pub fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Runs the command line on the library; gives what it printed.
    pub fn muragat(&self, arguments: &[&str]) -> String {
        let output = Command::new(built("muragat"))
            .env("XDG_STATE_HOME", self.path().with_file_name("state"))
            .arg("-L")
            .arg(self.path())
            .args(arguments)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "muragat {arguments:?}: {}\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }
}

/// A picture: a field under a sky.
pub fn picture_file() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(600, 400, |x, y| match y > 250 + x / 6 {
        true => image::Rgb([125, 138, 106]),
        false => image::Rgb([143, 179, 207]),
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}
