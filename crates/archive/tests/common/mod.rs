//! What the archive's tests share: a library in a temporary folder, texts and pictures made here.
#![allow(dead_code, reason = "each test file uses its part")]

pub mod desk;

use std::path::PathBuf;

use muragat_archive::{Added, Archive, Identity, Intake};

/// A library that goes away with the test.
pub struct Home {
    pub folder: tempfile::TempDir,
    pub archive: Archive,
}

pub fn home() -> Home {
    let folder = tempfile::tempdir().unwrap();
    let archive =
        Archive::create(&folder.path().join("test.muragat"), Identity::new("Айгүл")).unwrap();
    Home { folder, archive }
}

impl Home {
    /// Another handle on the library, as another program would have.
    pub fn again(&self) -> Archive {
        Archive::open(self.archive.path(), Identity::new("Айгүл")).unwrap()
    }

    pub fn add(&mut self, text: &str) -> Added {
        self.archive
            .add_text("release.txt", text.as_bytes(), &Intake::default())
            .unwrap()
            .value
    }

    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

/// A small release of our own.
pub const RELEASE: &str = "date 2026-03-14 Қаланың жаңа кітапханасы ашылды
Салтанатты жиынға «Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова қатысты.
«Балалар кітапқа жақын болады», – деді Сәуле Омарова.
Кешкі бөлімде Жетісу университетінің ректоры Нұрлан Сейітов студенттерді құттықтады.
Сурет: қала әкімдігінің баспасөз қызметі
";

/// A form of a name, with its language.
pub fn form_of(form: &str, language: Option<&str>) -> muragat_archive::NameFields {
    muragat_archive::NameFields {
        form: form.into(),
        language: language.map(str::to_owned),
        ..muragat_archive::NameFields::default()
    }
}

/// A PNG of one colour; other numbers, other bytes.
pub fn picture(number: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(40, 30, image::Rgb([number, 90, 160]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}
