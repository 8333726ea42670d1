//! Hostile pictures of every format: each is answered, in bounded time and memory, and none takes the program down.

// Clippy lets only the test functions themselves say what they expect by failing, not what they call.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use image::{DynamicImage, ImageFormat, RgbImage};
use muragat_photo::{CannotDraw, Decodable, NotAPicture, describe, thumbnails, thumbnails_until};
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::sync::atomic::AtomicBool;

const CHART: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../shared/photos/formats"
);

fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 99]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture)
        .write_to(&mut bytes, format)
        .unwrap();
    bytes.into_inner()
}

/// The bytes with others in the first place where they stand.
fn replaced(bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let at = bytes
        .windows(old.len())
        .position(|window| window == old)
        .unwrap();
    [&bytes[..at], new, &bytes[at + old.len()..]].concat()
}

/// Where a side stands in a header, in how many bytes, and whether the highest comes first.
type Side = (usize, usize, bool);

/// A picture of each format that is made here, and where its width and height stand.
fn made() -> Vec<(&'static str, Vec<u8>, Vec<Side>)> {
    let place = |bytes: &[u8], start: &[u8]| {
        bytes
            .windows(start.len())
            .position(|window| window == start)
            .unwrap()
            + start.len()
    };
    let jpeg = encoded(40, 30, ImageFormat::Jpeg);
    let frame = place(&jpeg, &[0xff, 0xc0]) + 3;
    let png = encoded(40, 30, ImageFormat::Png);
    let gif = encoded(40, 30, ImageFormat::Gif);
    let bmp = encoded(40, 30, ImageFormat::Bmp);
    let psd = [
        &b"8BPS\0\x01\0\0\0\0\0\0\0\x03\0\0\0\x1e\0\0\0\x28\0\x08\0\x03"[..],
        &[0; 14],
        &vec![7; 40 * 30 * 3],
    ]
    .concat();
    vec![
        ("jpeg", jpeg, vec![(frame, 2, true), (frame + 2, 2, true)]),
        ("png", png, vec![(16, 4, true), (20, 4, true)]),
        ("gif", gif, vec![(6, 2, false), (8, 2, false)]),
        ("bmp", bmp, vec![(18, 4, false), (22, 4, false)]),
        ("psd", psd, vec![(14, 4, true), (18, 4, true)]),
    ]
}

fn with_side(bytes: &[u8], (at, size, is_big): Side, side: u32) -> Vec<u8> {
    let number = side.to_be_bytes();
    let mut number = number[4 - size..].to_vec();
    if !is_big {
        number.reverse();
    }
    let mut bytes = bytes.to_vec();
    bytes[at..at + size].copy_from_slice(&number);
    if bytes.starts_with(b"\x89PNG") {
        let sum = checksum(&bytes[12..29]).to_be_bytes();
        bytes[29..33].copy_from_slice(&sum);
    }
    bytes
}

fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

#[test]
fn sides_of_nothing_and_of_40_000_pixels() {
    for (name, picture, sides) in made() {
        assert!(thumbnails(&picture, &[16]).is_ok(), "{name}");
        for side in &sides {
            let none = with_side(&picture, *side, 0);
            assert!(thumbnails(&none, &[16]).is_err(), "{name}");
            assert!(describe(&none).is_ok(), "{name}");
        }
        let huge = sides
            .iter()
            .fold(picture, |picture, side| with_side(&picture, *side, 40_000));
        let description = describe(&huge).unwrap();
        let drawn = thumbnails(&huge, &[16]);
        // a GIF's screen may be larger than its frames
        if name != "gif" {
            assert_eq!(
                description.decodable,
                Decodable::No {
                    reason: "too_large"
                },
                "{name}"
            );
            assert_eq!(drawn, Err(CannotDraw::TooLarge), "{name}");
        }
        assert_eq!(description.width, Some(40_000), "{name}");
    }
}

#[test]
fn a_long_strip_is_drawn_and_empty_and_foreign_bytes_are_not() {
    for (width, height) in [(40_000, 1), (1, 40_000), (40_000, 9)] {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Bmp] {
            let strip = thumbnails(&encoded(width, height, format), &[256, 64]).unwrap();
            assert_eq!(strip[0].width.max(strip[0].height), 256);
            assert_eq!(strip[1].width.max(strip[1].height), 64);
        }
    }
    assert_eq!(describe(b""), Err(NotAPicture::Empty));
    assert_eq!(thumbnails(b"", &[9]), Err(CannotDraw::NotAPicture));
    assert_eq!(
        thumbnails(b"Just text.", &[9]),
        Err(CannotDraw::NotAPicture)
    );
    assert_eq!(
        thumbnails(&encoded(9, 9, ImageFormat::Png), &[]),
        Ok(Vec::new())
    );
}

#[test]
fn a_progressive_file_of_many_scans_is_refused_before_it_is_decoded() {
    // 20,000 × 20,000 pixels in a file of some kilobytes
    let sound = encoded(40, 30, ImageFormat::Jpeg);
    let mut bomb = replaced(&sound, &[0xff, 0xc0], &[0xff, 0xc2]);
    let frame = bomb
        .windows(2)
        .position(|window| window == [0xff, 0xc2])
        .unwrap()
        + 5;
    bomb[frame..frame + 4].copy_from_slice(&[0x20, 0, 0x20, 0]);
    let scan = bomb
        .windows(2)
        .position(|window| window == [0xff, 0xda])
        .unwrap();
    let header = bomb[scan..scan + 14].to_vec();
    bomb.truncate(scan);
    for _ in 0..1000 {
        bomb.extend_from_slice(&header);
        bomb.extend_from_slice(&[0; 8]);
    }
    bomb.extend_from_slice(&[0xff, 0xd9]);
    assert_eq!(thumbnails(&bomb, &[2048]), Err(CannotDraw::TooLarge));
}

#[test]
fn it_stops_when_it_is_told_to() {
    for format in [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::Tiff,
        ImageFormat::WebP,
    ] {
        let picture = encoded(400, 300, format);
        let stop = AtomicBool::new(true);
        assert_eq!(
            thumbnails_until(&picture, &[100], &stop),
            Err(CannotDraw::Stopped)
        );
        let stop = AtomicBool::new(false);
        assert!(thumbnails_until(&picture, &[100], &stop).is_ok());
    }
}

#[test]
fn several_sizes_are_as_large_as_each_alone() {
    let picture = encoded(1001, 667, ImageFormat::Png);
    let edges = [64, 500, 2000, 64];
    let together = thumbnails(&picture, &edges).unwrap();
    for (edge, small) in edges.iter().zip(&together) {
        let alone = &thumbnails(&picture, &[*edge]).unwrap()[0];
        assert_eq!((small.width, small.height), (alone.width, alone.height));
    }
}

#[test]
fn every_form_of_the_chart_may_be_cut_or_spoilt_anywhere() {
    if !Path::new(CHART).is_dir() {
        let _ = writeln!(std::io::stderr(), "skipped: no {CHART}");
        return;
    }
    for entry in fs::read_dir(CHART).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        for part in [1, 3, 7] {
            let cut = &bytes[..bytes.len() * part / 8];
            if let Ok(description) = describe(cut) {
                let can_tell = !matches!(description.extension, "svg" | "bmp");
                assert!(
                    description.breaks_off || !can_tell,
                    "{} {part}/8",
                    path.display()
                );
            }
            let _ = thumbnails(cut, &[64]);
        }
        for seed in 0..4_usize {
            let mut spoilt = bytes.clone();
            let length = spoilt.len();
            for change in 0..20 {
                // nearer to the start, where headers stand
                let at = (seed * 7919 + change * change * 104_729) % length;
                spoilt[at * (change + 1) / 20] ^= 1 << (change % 8);
            }
            let _ = describe(&spoilt);
            let _ = thumbnails(&spoilt, &[64]);
        }
    }
}
