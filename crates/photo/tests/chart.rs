//! One chart of eight patches in many forms: each that is drawn has its colours.

// Clippy lets only the test functions themselves say what they expect by failing, not what they call.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use muragat_photo::{Decodable, Format, Thumbnail, describe, thumbnail};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;

const CHART: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../shared/photos/formats"
);

/// The patches, 300 pixels wide and high, in two rows; below them a wedge of greys.
const PATCHES: [[u8; 3]; 8] = [
    [230, 30, 30],
    [30, 180, 30],
    [30, 30, 230],
    [240, 200, 40],
    [200, 60, 200],
    [40, 200, 200],
    [128, 128, 128],
    [230, 170, 140],
];

/// So far a patch may be off, of 255.
const MOST_OFF: u8 = 12;

/// Forms that are drawn, what they are, and how many patches of each are to be compared: of the one that breaks off only
/// the upper row, of the black and white one none.
const DRAWN: [(&str, Format, usize); 31] = [
    ("avif.avif", Format::Avif, 8),
    ("base.png", Format::Png, 8),
    ("gif_anim.gif", Format::Gif, 8),
    ("heic.heic", Format::Heic, 8),
    ("jp2.jp2", Format::Jpeg2000, 8),
    ("jpeg_adobergb.jpg", Format::Jpeg, 8),
    ("jpeg_baseline.jpg", Format::Jpeg, 8),
    ("jpeg_cmyk_pil.jpg", Format::Jpeg, 8),
    ("jpeg_cmyk_profile.jpg", Format::Jpeg, 8),
    ("jpeg_named.png", Format::Jpeg, 8),
    ("jpeg_p3.jpg", Format::Jpeg, 8),
    ("jpeg_prophoto.jpg", Format::Jpeg, 8),
    ("jpeg_truncated.jpg", Format::Jpeg, 4),
    ("jxl.jxl", Format::JpegXl, 8),
    ("jxl_from_jpeg.jxl", Format::JpegXl, 8),
    ("o6.jpg", Format::Jpeg, 8),
    ("o6.png", Format::Png, 8),
    ("o6.webp", Format::Webp, 8),
    ("png16.png", Format::Png, 8),
    ("png_alpha.png", Format::Png, 8),
    ("png_p3.png", Format::Png, 8),
    ("png_palette.png", Format::Png, 8),
    ("psd.psd", Format::Psd, 8),
    ("tiff16_lzw.tif", Format::Tiff, 8),
    ("tiff16_prophoto.tif", Format::Tiff, 8),
    ("tiff_cmyk.tif", Format::Tiff, 8),
    ("tiff_cmyk_profile.tif", Format::Tiff, 8),
    ("tiff_g4.tif", Format::Tiff, 0),
    ("tiff_lab.tif", Format::Tiff, 8),
    ("tiff_multipage.tif", Format::Tiff, 8),
    ("webp_lossy.webp", Format::Webp, 8),
];

/// Forms that are kept and described, and not drawn.
const KEPT: [(&str, Format); 1] = [("svg.svg", Format::Svg)];

/// What can be printed of the patches on coated paper (SWOP), as LittleCMS draws it (relative colorimetric): the files hold
/// no more, as neither a bright blue nor a bright green can be printed.
const PRINTED: [[u8; 3]; 8] = [
    [231, 52, 57],
    [38, 179, 85],
    [67, 84, 162],
    [239, 199, 50],
    [172, 82, 158],
    [64, 192, 194],
    [129, 128, 128],
    [232, 170, 139],
];

/// How far the worst patch is off in a small picture.
fn off(name: &str, small: &Thumbnail, patches: usize) -> u8 {
    let mut picture = image::load_from_memory(&small.bytes).unwrap().into_rgb8();
    if name.starts_with("o6") {
        picture = image::imageops::rotate270(&picture);
    }
    let wanted = match name {
        "jpeg_cmyk_profile.jpg" | "tiff_cmyk_profile.tif" => PRINTED,
        // half of it is the white that it lies on
        "png_alpha.png" => PATCHES.map(|patch| patch.map(|shade| shade / 2 + 127)),
        _ => PATCHES,
    };
    let scale = f64::from(picture.width()) / 1200.0;
    let mut worst = 0;
    for (which, patch) in wanted.iter().enumerate().take(patches) {
        let place = |at: usize| (f64::from(u32::try_from(at).unwrap()) * scale) as u32;
        let (left, top) = (which % 4 * 300, which / 4 * 300);
        let (mut sums, mut count) = ([0_u64; 3], 0);
        // the middle of the patch, away from its neighbours and from the mark between two of them
        for y in place(top + 150)..place(top + 250) {
            for x in place(left + 100)..place(left + 200) {
                count += 1;
                for (sum, channel) in sums.iter_mut().zip(picture.get_pixel(x, y).0) {
                    *sum += u64::from(channel);
                }
            }
        }
        for (sum, wanted) in sums.iter().zip(patch) {
            worst = worst.max(u8::try_from(sum / count).unwrap().abs_diff(*wanted));
        }
    }
    worst
}

fn there() -> bool {
    let there = Path::new(CHART).is_dir();
    if !there {
        let _ = writeln!(std::io::stderr(), "skipped: no {CHART}");
    }
    there
}

/// Those that are stored on their side stand upright when they are seen.
fn upright(name: &str, (width, height): (u32, u32)) -> (u32, u32) {
    if name.starts_with("o6") {
        (height, width)
    } else {
        (width, height)
    }
}

#[test]
fn every_form_that_is_drawn_has_its_colours() {
    if !there() {
        return;
    }
    let mut wrong = Vec::new();
    for (name, format, patches) in DRAWN {
        let bytes = fs::read(Path::new(CHART).join(name)).unwrap();
        let description = describe(&bytes).unwrap();
        assert_eq!(description.format, format, "{name}");
        if description.decodable != Decodable::Yes {
            wrong.push((name, description.decodable, u32::MAX, 255));
            continue;
        }
        assert_eq!(description.breaks_off, name.contains("truncated"), "{name}");
        for edge in [96, 256, 800, 2048] {
            let small = match thumbnail(&bytes, edge) {
                Ok(small) => small,
                Err(why) => panic!("{name}: {why}"),
            };
            let width = edge.min(1200);
            let size = upright(name, (width, (width * 2 + 1) / 3));
            assert_eq!((small.width, small.height), size, "{name}");
            let off = off(name, &small, patches);
            println!("{name} at {edge}: {off}");
            if off > MOST_OFF {
                wrong.push((name, description.decodable, edge, off));
            }
        }
        let (width, height) = upright(name, (1200, 800));
        let described = (description.width, description.height);
        assert_eq!(described, (Some(width), Some(height)), "{name}");
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn what_is_not_drawn_is_kept_and_described() {
    if !there() {
        return;
    }
    for (name, format) in KEPT {
        let bytes = fs::read(Path::new(CHART).join(name)).unwrap();
        let description = describe(&bytes).unwrap();
        assert_eq!(description.format, format, "{name}");
        let reason = "format_not_decoded";
        assert_eq!(description.decodable, Decodable::No { reason }, "{name}");
        assert!(
            description.width.is_some() && description.height.is_some(),
            "{name}"
        );
        assert!(thumbnail(&bytes, 100).is_err());
    }
    let listed: BTreeSet<&str> = DRAWN.iter().map(|(name, ..)| *name).collect();
    let kept: BTreeSet<&str> = KEPT.iter().map(|(name, _)| *name).collect();
    for entry in fs::read_dir(CHART).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            listed.contains(&name[..]) != kept.contains(&name[..]),
            "{name}"
        );
    }
}

#[test]
fn pages_and_frames_are_told() {
    if !there() {
        return;
    }
    let read = |name: &str| describe(&fs::read(Path::new(CHART).join(name)).unwrap()).unwrap();
    let pages = read("tiff_multipage.tif").parts;
    let frames = read("gif_anim.gif").parts;
    println!("{pages:?} pages, {frames:?} frames");
    assert!(pages > Some(1));
    assert!(frames > Some(1));
    assert_eq!(read("tiff_lab.tif").parts, None);
    assert_eq!(read("base.png").parts, None);
}
