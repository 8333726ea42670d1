//! Real photos, where they are at hand: many cameras, all orientations, some broken on purpose.

// Clippy lets only the test functions themselves say what they expect by failing, not what they call.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use image::RgbImage;
use image::imageops::{flip_horizontal, flip_vertical, rotate180};
use muragat_photo::{Decodable, Format, describe, thumbnail};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

const PHOTOS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/photos");

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            files.extend(self::files(&entry.path()));
        } else {
            files.push(entry.path());
        }
    }
    files.sort();
    files
}

fn there() -> bool {
    let there = Path::new(PHOTOS).is_dir();
    if !there {
        let _ = writeln!(std::io::stderr(), "skipped: no {PHOTOS}");
    }
    there
}

#[test]
fn every_photo_is_recognised_and_drawn_if_it_can_be() {
    if !there() {
        return;
    }
    let photos = files(&Path::new(PHOTOS).join("camera"));
    assert!(photos.len() > 60);
    let (mut drawn, mut dated) = (0, 0);
    for path in photos {
        let bytes = fs::read(&path).unwrap();
        let shown = path.display();
        let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
        let description = match describe(&bytes) {
            Ok(description) => description,
            Err(error) => panic!("{shown}: {error}"),
        };
        let format = match extension.to_str().unwrap() {
            "jpg" | "jpeg" => Format::Jpeg,
            "heic" => Format::Heic,
            _ => Format::Tiff,
        };
        assert_eq!(description.format, format, "{shown}");
        dated += usize::from(description.taken_at.is_some());
        let small = thumbnail(&bytes, 256);
        println!(
            "{shown}: {description:?} {:?}",
            small.as_ref().map(|small| (small.width, small.height))
        );
        if let Ok(small) = small {
            drawn += 1;
            assert_eq!(description.decodable, Decodable::Yes, "{shown}");
            assert_eq!(
                small.width.max(small.height),
                256.min(description.width.max(description.height).unwrap())
            );
            let ratio = |width: u32, height: u32| f64::from(width) / f64::from(height);
            let (stated, got) = (
                ratio(description.width.unwrap(), description.height.unwrap()),
                ratio(small.width, small.height),
            );
            assert!((stated / got - 1.0).abs() < 0.05, "{shown}: {stated} {got}");
        }
    }
    println!("{drawn} drawn, {dated} dated");
    assert!(drawn > 60 && dated > 40);
}

#[test]
fn eight_orientations_show_one_picture() {
    if !there() {
        return;
    }
    for shape in ["landscape", "portrait"] {
        let read =
            |n: u8| fs::read(format!("{PHOTOS}/camera/jpg/orientation/{shape}_{n}.jpg")).unwrap();
        let first = describe(&read(1)).unwrap();
        let wanted = drawn(&read(1));
        // Mirrored or upside down it would not pass for the same; a quarter turn shows in the size.
        for wrong in [
            flip_horizontal(&wanted),
            flip_vertical(&wanted),
            rotate180(&wanted),
        ] {
            assert!(apart(&wrong, &wanted) > 2.0 * ROUGHLY, "{shape}");
        }
        for n in 2..=8 {
            let description = describe(&read(n)).unwrap();
            assert_eq!(
                (description.width, description.height),
                (first.width, first.height),
                "{shape} {n}"
            );
            let got = drawn(&read(n));
            assert_eq!(got.dimensions(), wanted.dimensions(), "{shape} {n}");
            assert!(
                apart(&got, &wanted) < ROUGHLY,
                "{shape} {n}: {}",
                apart(&got, &wanted)
            );
        }
    }
}

/// The eight files have a number each painted in, and were saved with slightly different tones.
const ROUGHLY: f64 = 16.0;

/// Mean difference of a channel, of 255.
fn apart(one: &RgbImage, other: &RgbImage) -> f64 {
    let sum: u32 = one
        .iter()
        .zip(other.iter())
        .map(|(one, other)| u32::from(one.abs_diff(*other)))
        .sum();
    f64::from(sum) / f64::from(one.width() * one.height() * 3)
}

fn drawn(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(&thumbnail(bytes, 128).unwrap().bytes)
        .unwrap()
        .into_rgb8()
}

#[test]
fn every_photo_is_known_again_when_small_and_taken_for_no_other() {
    if !there() {
        return;
    }
    let (mut prints, mut missed) = (Vec::new(), Vec::new());
    for path in files(&Path::new(PHOTOS).join("camera")) {
        let bytes = fs::read(&path).unwrap();
        let Some(print) = muragat_photo::fingerprint(&bytes) else {
            continue;
        };
        for edge in [800, 300] {
            let small = thumbnail(&bytes, edge).unwrap().bytes;
            let small = muragat_photo::fingerprint(&small).unwrap();
            if !print.is_same_picture(&small) {
                missed.push((path.clone(), edge));
            }
        }
        prints.push((path, print));
    }
    // these are one picture, held eight ways
    prints.retain(|(path, _)| !path.parent().unwrap().ends_with("orientation"));
    let mut mixed = Vec::new();
    for (at, (path, print)) in prints.iter().enumerate() {
        let same = prints[at + 1..]
            .iter()
            .filter(|(_, other)| print.is_same_picture(other));
        mixed.extend(same.map(|(other, _)| (path, other)));
    }
    assert!(prints.len() > 40);
    // a cloudless sky may turn out otherwise when it is small: then the photo is there twice, and none is lost
    println!("{} of {}: {missed:?}", missed.len(), prints.len() * 2);
    assert!(missed.len() * 20 <= prints.len() * 2, "{missed:?}");
    assert!(mixed.is_empty(), "{mixed:?}");
}
