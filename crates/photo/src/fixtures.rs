//! Small pictures made in code, for tests.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, RgbaImage, metadata::Orientation};
use std::io::Cursor;

/// Red, green, blue and white in the four quadrants, from the top left to the bottom right.
fn picture(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        match (x < width / 2, y < height / 2) {
            (true, true) => Rgb([220, 20, 20]),
            (false, true) => Rgb([20, 160, 20]),
            (true, false) => Rgb([20, 20, 220]),
            (false, false) => Rgb([250, 250, 250]),
        }
    }))
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(&picture(width, height), ImageFormat::Jpeg)
}

pub(crate) fn gif(width: u32, height: u32) -> Vec<u8> {
    encoded(&picture(width, height), ImageFormat::Gif)
}

pub(crate) fn webp(width: u32, height: u32) -> Vec<u8> {
    encoded(&picture(width, height), ImageFormat::WebP)
}

pub(crate) fn tiff(width: u32, height: u32) -> Vec<u8> {
    encoded(&picture(width, height), ImageFormat::Tiff)
}

/// An animation of so many frames.
pub(crate) fn gif_of(frames: u32, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
    for _ in 0..frames {
        encoder
            .encode_frame(image::Frame::new(picture(width, height).into_rgba8()))
            .unwrap();
    }
    drop(encoder);
    bytes
}

/// A little-endian TIFF of numbers alone. Those of tag 0x14a are directories, by their place in the list; none is in the
/// chain but the first.
pub(crate) fn tiff_of(directories: &[&[(u16, &[usize])]]) -> Vec<u8> {
    let length = |directory: &[(u16, &[usize])]| {
        let outside = directory
            .iter()
            .map(|(_, values)| values.len() * 4)
            .filter(|length| *length > 4);
        6 + directory.len() * 12 + outside.sum::<usize>()
    };
    let place = |which: usize| {
        8 + directories[..which]
            .iter()
            .map(|d| length(d))
            .sum::<usize>()
    };
    let four = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let mut file = b"II*\0\x08\0\0\0".to_vec();
    for (which, directory) in directories.iter().enumerate() {
        let mut behind = place(which) + 6 + directory.len() * 12;
        let mut outside = Vec::new();
        file.extend(u16::try_from(directory.len()).unwrap().to_le_bytes());
        for (tag, values) in *directory {
            let values = values
                .iter()
                .map(|value| if *tag == 0x14a { place(*value) } else { *value });
            let values: Vec<u8> = values.flat_map(four).collect();
            file.extend(tag.to_le_bytes());
            file.extend(4_u16.to_le_bytes());
            file.extend(four(values.len() / 4));
            if values.len() == 4 {
                file.extend(values);
            } else {
                file.extend(four(behind));
                behind += values.len();
                outside.extend(values);
            }
        }
        file.extend([0; 4]);
        file.extend(outside);
    }
    file
}

/// Black, and wholly transparent.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    encoded(
        &DynamicImage::ImageRgba8(RgbaImage::new(width, height)),
        ImageFormat::Png,
    )
}

/// The picture as a camera held that way stores it, so that it is `width` by `height` when upright.
pub(crate) fn stored_for(orientation: u8, width: u32, height: u32) -> Vec<u8> {
    // The turns that undo themselves are their own opposites; the two quarter turns are each other's.
    let opposite = match orientation {
        6 => 8,
        8 => 6,
        other => other,
    };
    let mut picture = picture(width, height);
    picture.apply_orientation(Orientation::from_exif(opposite).unwrap());
    encoded(&picture, ImageFormat::Jpeg)
}

/// An Exif block: little-endian TIFF with maker, model and orientation, and one sub-block with a date.
pub(crate) fn exif(orientation: u8, date: &str, make: &str, model: &str) -> Vec<u8> {
    let (make, model, date) = (
        format!("{make}\0"),
        format!("{model}\0"),
        format!("{date}\0"),
    );
    // Texts of up to four bytes would be stored in place.
    let pad = |text: String| format!("{text}\0\0\0\0");
    let (make, model) = (pad(make), pad(model));
    let texts_at = 8 + 2 + 4 * 12 + 4;
    let model_at = texts_at + make.len();
    let sub_at = model_at + model.len();
    let date_at = sub_at + 2 + 12 + 4;
    let entry = |tag: u16, kind: u16, count: usize, value: usize| {
        let (count, value) = (u32::try_from(count).unwrap(), u32::try_from(value).unwrap());
        [
            &tag.to_le_bytes()[..],
            &kind.to_le_bytes(),
            &count.to_le_bytes(),
            &value.to_le_bytes(),
        ]
        .concat()
    };
    [
        &b"II*\0\x08\0\0\0\x04\0"[..],
        &entry(0x010f, 2, make.len(), texts_at),
        &entry(0x0110, 2, model.len(), model_at),
        &entry(0x0112, 3, 1, usize::from(orientation)),
        &entry(0x8769, 4, 1, sub_at),
        &[0; 4],
        make.as_bytes(),
        model.as_bytes(),
        b"\x01\0",
        &entry(0x9003, 2, date.len(), date_at),
        &[0; 4],
        date.as_bytes(),
    ]
    .concat()
}

/// The JPEG with that Exif block as its first segment.
pub(crate) fn with_exif(jpeg: &[u8], exif: &[u8]) -> Vec<u8> {
    let length = u16::try_from(exif.len() + 8).unwrap().to_be_bytes();
    [
        &jpeg[..2],
        b"\xff\xe1",
        &length,
        b"Exif\0\0",
        exif,
        &jpeg[2..],
    ]
    .concat()
}

/// Mean colour of each quadrant, leaving out the seams.
pub(crate) fn quadrants(jpeg: &[u8]) -> [[u8; 3]; 4] {
    let picture = image::load_from_memory(jpeg).unwrap().into_rgb8();
    let (width, height) = picture.dimensions();
    [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(column, row)| {
        let (mut sum, mut count) = ([0u64; 3], 0);
        let inside = |at: u32, side: u32, half: u32| {
            let (start, end) = (side * half / 2, side * (half + 1) / 2);
            let seam = (end - start) / 4;
            (start + seam..end - seam).contains(&at)
        };
        for (x, y, pixel) in picture.enumerate_pixels() {
            if inside(x, width, column) && inside(y, height, row) {
                count += 1;
                for (sum, channel) in sum.iter_mut().zip(pixel.0) {
                    *sum += u64::from(channel);
                }
            }
        }
        sum.map(|sum| u8::try_from(sum / count.max(1)).unwrap())
    })
}
