//! Copies of photos: what is drawn, and what stands in them.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use std::io::Cursor;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use muragat_photo::{
    ArchiveStatement, CannotDraw, DateTime, InLanguage, InLanguages, PhotoMetadata, Region,
    RegionScheme, Shape, describe, draw_copy, exif_thumbnail, read_photo_metadata, write_copy,
};
use serde_json::Value;

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/photos");

fn date() -> DateTime {
    DateTime::from_xmp("2026-02-27T10:15:00+05:00").unwrap()
}

fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([20, 160, 20]))
        .write_to(&mut bytes, image::ImageFormat::Jpeg)
        .unwrap();
    bytes.into_inner()
}

/// A copy with so many rows beneath.
fn copy(photo: &[u8], edge: Option<u32>, known: &ArchiveStatement, beneath: usize) -> Vec<u8> {
    let mut drawn = draw_copy(photo, edge, 0, &AtomicBool::new(false)).unwrap();
    let width = usize::try_from(drawn.width()).unwrap();
    drawn.add_beneath(&vec![255; width * beneath]);
    write_copy(photo, &drawn, known, &date()).unwrap()
}

fn size(bytes: &[u8]) -> (u32, u32) {
    let described = describe(bytes).unwrap();
    (described.width.unwrap(), described.height.unwrap())
}

fn shared(name: &str) -> Option<Vec<u8>> {
    let found = std::fs::read(Path::new(SHARED).join(name)).ok();
    if found.is_none() {
        println!("skipped: {name} is not in ../shared/photos");
    }
    found
}

/// All values that are stated, by field, wherever they stand.
fn values(said: &PhotoMetadata) -> Value {
    let mut said = serde_json::to_value(said).unwrap();
    for (field, stated) in said.as_object_mut().unwrap() {
        let value = stated.get("value").cloned().unwrap_or(Value::Null);
        *stated = match field.as_str() {
            // Their measures are compared apart.
            "regions" => Value::Null,
            _ => value,
        };
    }
    said
}

fn languages(texts: &[(&str, &str)]) -> Option<InLanguages> {
    let texts = texts.iter().map(|(language, text)| InLanguage {
        language: (*language).to_owned(),
        text: (*text).to_owned(),
    });
    InLanguages::new(texts.collect())
}

#[test]
fn a_copy_is_no_larger_than_the_photo_and_has_the_chosen_side() {
    let photo = picture(640, 320);
    let none = ArchiveStatement::default();
    for (edge, wanted) in [
        (Some(320), (320, 160)),
        (Some(640), (640, 320)),
        (Some(3_000), (640, 320)),
        (None, (640, 320)),
    ] {
        assert_eq!(size(&copy(&photo, edge, &none, 0)), wanted);
    }
    assert_eq!(size(&copy(&photo, Some(320), &none, 12)), (320, 172));
    let stop = AtomicBool::new(true);
    assert_eq!(
        draw_copy(&photo, None, 0, &stop).unwrap_err(),
        CannotDraw::Stopped
    );
    let cannot = |bytes: &[u8]| draw_copy(bytes, None, 0, &AtomicBool::new(false)).unwrap_err();
    assert_eq!(cannot(b"text"), CannotDraw::NotAPicture);
    assert_eq!(cannot(&photo[..30]), CannotDraw::Damaged);
}

#[test]
fn all_that_the_reference_photo_states_stands_in_its_copy() {
    let Some(photo) = shared("iptc/IPTC-PhotometadataRef-Std2021.1.jpg") else {
        return;
    };
    let bytes = copy(&photo, Some(400), &ArchiveStatement::default(), 0);
    let (came, said) = (
        read_photo_metadata(&photo, None),
        read_photo_metadata(&bytes, None),
    );
    assert_eq!(values(&said), values(&came));
    assert!(exif_thumbnail(&bytes).is_none());
    let shapes = |said: &PhotoMetadata| -> Vec<String> {
        let regions = said.regions.iter().flat_map(|regions| &regions.value);
        regions
            .map(|region| format!("{:.3?}", region.shape))
            .collect()
    };
    assert_eq!(shapes(&said), shapes(&came));
    // Nothing in IIM or Exif says otherwise.
    let differing: Vec<_> = serde_json::to_value(&said)
        .unwrap()
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, stated)| {
            stated["differs"]
                .as_array()
                .is_some_and(|all| !all.is_empty())
        })
        .map(|(field, _)| field.clone())
        .collect();
    assert_eq!(differing, Vec::<String>::new());
}

#[test]
fn faces_lie_where_they_are_seen_upright_and_above_what_was_added() {
    let Some(photo) = shared("metadata/07_mwg_regions_orient6.jpg") else {
        return;
    };
    let rectangle = |bytes: &[u8]| {
        let said = read_photo_metadata(bytes, None).regions.unwrap();
        match said.value.into_iter().next().unwrap().shape.unwrap() {
            Shape::Rectangle {
                x,
                y,
                width,
                height,
            } => [x, y, width, height],
            other => panic!("{other:?}"),
        }
    };
    let came = rectangle(&photo);
    let none = ArchiveStatement::default();
    let plain = copy(&photo, Some(300), &none, 0);
    assert_eq!(size(&plain), (200, 300));
    let beneath = copy(&photo, Some(300), &none, 100);
    let [plain, beneath] = [plain, beneath].map(|copy| rectangle(&copy));
    for (at, came) in came.into_iter().enumerate() {
        let share = if at % 2 == 1 { 0.75 } else { 1.0 };
        assert!((plain[at] - came).abs() < 1e-6);
        assert!((beneath[at] - came * share).abs() < 1e-6);
    }
}

#[test]
fn what_has_no_room_in_iim_or_in_one_segment_is_whole_in_xmp() {
    let long = "Қала әкімдігінің баспасөз қызметі, Ерлан Әбдіқадыр";
    let known = ArchiveStatement {
        default_language: Some("kk".into()),
        credit_line: Some(long.into()),
        headline: Some(long.repeat(8)),
        description: languages(&[
            ("kk", &"Алаңда ".repeat(200)),
            ("ru", &"На площади ".repeat(400)),
        ]),
        keywords: (0..900)
            .map(|at| format!("кілт сөз {at} {}", "ә".repeat(40)))
            .collect(),
        regions: vec![Region {
            id: Some("a".into()),
            persons: vec!["Бейбіт".into()],
            shape: Some(Shape::Rectangle {
                x: 0.1,
                y: 0.2,
                width: 0.3,
                height: 0.4,
            }),
            ..Region::new(RegionScheme::Iptc)
        }],
        ..ArchiveStatement::default()
    };
    let bytes = copy(&picture(80, 60), None, &known, 0);
    let extended = b"http://ns.adobe.com/xmp/extension/\0";
    let parts = bytes
        .windows(extended.len())
        .filter(|part| part == extended);
    assert!(parts.count() >= 2, "XMP goes on in further segments");
    let said = read_photo_metadata(&bytes, None);
    let credit = said.credit_line.unwrap();
    assert_eq!((credit.value.as_str(), credit.differs.len()), (long, 0));
    assert_eq!(said.headline.unwrap().value, long.repeat(8));
    let description = said.description.unwrap();
    assert_eq!(
        description.value.text_in("ru").unwrap(),
        "На площади ".repeat(400).trim()
    );
    assert_eq!(said.keywords.unwrap().value.len(), 900);
    assert_eq!(said.regions.unwrap().value.len(), 1);
    // The same gives the same.
    assert_eq!(bytes, copy(&picture(80, 60), None, &known, 0));
    // 2:110 has 32 bytes: it ends between two letters.
    let iim = [&[0x1C, 2, 110, 0, 32][..], &long.as_bytes()[..32]].concat();
    let cut = [&[0x1C, 2, 110, 0, 31][..], &long.as_bytes()[..31]].concat();
    assert!(
        [iim, cut]
            .iter()
            .any(|one| bytes.windows(one.len()).any(|part| part == one))
    );
}
