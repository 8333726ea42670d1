//! A sidecar of real photos, where they are at hand, states by itself all that each of them states, and what an archive
//! knows in its place.

// Clippy lets only the test functions themselves say what they expect by failing, not what they call.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use muragat_photo::{
    ArchiveStatement, DateTime, InLanguages, PhotoMetadata, Region, RegionScheme, Shape,
    read_photo_metadata, write_sidecar,
};
use serde_json::{Map, Value};

const PHOTOS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/photos");

/// Each photo below a folder, with what lies beside it.
fn photos(folder: &Path) -> Vec<(PathBuf, Vec<u8>, Option<Vec<u8>>)> {
    let Ok(entries) = fs::read_dir(folder) else {
        let _ = writeln!(std::io::stderr(), "skipped: no {}", folder.display());
        return Vec::new();
    };
    let mut photos = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            photos.extend(self::photos(&path));
        } else if path.extension().is_none_or(|end| end != "xmp") {
            let beside = fs::read(path.with_extension("xmp")).ok();
            photos.push((path.clone(), fs::read(path).unwrap(), beside));
        }
    }
    photos.sort();
    photos
}

fn date() -> DateTime {
    DateTime::from_xmp("2026-03-01T09:00:00+05:00").unwrap()
}

/// What holds of each property.
fn values(photo: &PhotoMetadata) -> Map<String, Value> {
    let Value::Object(fields) = serde_json::to_value(photo).unwrap() else {
        return Map::new();
    };
    let value = |(name, stated): (String, Value)| Some((name, stated.get("value")?.clone()));
    fields.into_iter().filter_map(value).collect()
}

#[test]
fn a_sidecar_states_alone_what_the_photo_states() {
    for (path, photo, beside) in photos(Path::new(PHOTOS)) {
        let stated = read_photo_metadata(&photo, beside.as_deref());
        let known = ArchiveStatement::default();
        let sidecar = write_sidecar(&photo, beside.as_deref(), &known, &date());
        let alone = read_photo_metadata(b"", Some(&sidecar));
        let both = read_photo_metadata(&photo, Some(&sidecar));
        let (stated, alone, both) = (values(&stated), values(&alone), values(&both));
        for (name, value) in &stated {
            assert_eq!(alone.get(name), Some(value), "{}: {name}", path.display());
            assert_eq!(both.get(name), Some(value), "{}: {name}", path.display());
        }
        let again = write_sidecar(&photo, Some(&sidecar), &known, &date());
        assert_eq!(String::from_utf8(again), String::from_utf8(sidecar));
    }
}

#[test]
fn what_an_archive_knows_stands_in_its_place() {
    let own = |text: &str| Some(InLanguages::of_default(text.to_owned()));
    let shape = Shape::Rectangle {
        x: 0.8,
        y: 0.85,
        width: 0.05,
        height: 0.1,
    };
    let region = Region {
        id: Some("of-archive".to_owned()),
        shape: Some(shape.clone()),
        ..Region::new(RegionScheme::Iptc)
    };
    let known = ArchiveStatement {
        description: own("Мұрағаттың сөзі"),
        copyright_notice: own("© Мұрағат"),
        creators: vec!["Мұрағатшы".to_owned()],
        date_created: DateTime::from_xmp("1999-12-31"),
        credit_line: Some("Мұрағат".to_owned()),
        keywords: vec!["мұрағат".to_owned()],
        regions: vec![region],
        ..ArchiveStatement::default()
    };
    let given = [
        "description",
        "copyright_notice",
        "creators",
        "date_created",
        "credit_line",
    ];
    for (path, photo, beside) in photos(Path::new(PHOTOS)) {
        let stated = values(&read_photo_metadata(&photo, beside.as_deref()));
        let sidecar = write_sidecar(&photo, beside.as_deref(), &known, &date());
        for read in [b"".as_slice(), &photo] {
            let read = read_photo_metadata(read, Some(&sidecar));
            let name = path.display();
            let said = |text: &Option<_>| text.clone().unwrap();
            let description: muragat_photo::Stated<InLanguages> = said(&read.description);
            assert_eq!(
                description.value.default_text(),
                "Мұрағаттың сөзі",
                "{name}"
            );
            assert_eq!(description.source, muragat_photo::Source::Sidecar);
            assert_eq!(
                read.copyright_notice.as_ref().unwrap().value.default_text(),
                "© Мұрағат"
            );
            assert_eq!(read.creators.as_ref().unwrap().value, ["Мұрағатшы"]);
            assert_eq!(
                Some(&read.date_created.as_ref().unwrap().value),
                known.date_created.as_ref()
            );
            assert_eq!(read.credit_line.as_ref().unwrap().value, "Мұрағат");
            assert!(
                read.keywords
                    .as_ref()
                    .unwrap()
                    .value
                    .contains(&"мұрағат".to_owned())
            );
            let is_own = |region: &&Region| region.id.as_deref() == Some("of-archive");
            let regions = &read.regions.as_ref().unwrap().value;
            assert_eq!(
                regions.iter().find(is_own).unwrap().shape.as_ref(),
                Some(&shape),
                "{name}"
            );
            let read = values(&read);
            for (field, value) in &stated {
                if let (Some(Value::Array(all)), Value::Array(came)) = (read.get(field), value)
                    && matches!(field.as_str(), "keywords" | "regions")
                {
                    assert!(came.iter().all(|one| all.contains(one)), "{name}: {field}");
                } else if !given.contains(&field.as_str()) {
                    assert_eq!(read.get(field), Some(value), "{name}: {field}");
                }
            }
        }
    }
}
