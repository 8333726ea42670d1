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

/// A PNG with XMP in it (PNG 3.0, 11.3.3.4: an iTXt chunk of the keyword «XML:com.adobe.xmp»).
pub fn with_xmp(png: &[u8], properties: &str) -> Vec<u8> {
    let xmp = format!(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
         <rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' \
         xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' \
         xmlns:ext='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'>{properties}</rdf:Description></rdf:RDF></x:xmpmeta>"
    );
    let data = [
        b"iTXtXML:com.adobe.xmp\0\0\0\0\0".as_slice(),
        xmp.as_bytes(),
    ]
    .concat();
    let length = u32::try_from(data.len() - 4).unwrap().to_be_bytes();
    let crc = !data.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    });
    // behind the signature and the header's chunk
    let (head, rest) = png.split_at(33);
    [head, &length, &data, &crc.to_be_bytes(), rest].concat()
}
