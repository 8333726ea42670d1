//! PNG, GIF, WebP and BMP, which the `image` library decodes.

use crate::bounds::{MEMORY_MOST, Obstacle, Watch, WatchedBytes, check_size};
use crate::format::Format;
use crate::raster::{Colour, Raster};
use image::{ColorType, DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

const fn library_format(format: Format) -> Option<ImageFormat> {
    match format {
        Format::Png => Some(ImageFormat::Png),
        Format::Gif => Some(ImageFormat::Gif),
        Format::Webp => Some(ImageFormat::WebP),
        Format::Bmp => Some(ImageFormat::Bmp),
        _ => None,
    }
}

/// Width and height as stored, from the header alone; and what stands in the way of decoding the rest.
pub(crate) fn size(bytes: &[u8], format: Format) -> (Option<(u32, u32)>, Option<Obstacle>) {
    match decoder(bytes, format, Watch::begin(None)) {
        Ok(decoder) => (Some(decoder.dimensions()), check(&decoder).err()),
        Err(obstacle) => (None, Some(obstacle)),
    }
}

/// Decodes a picture; of an animation the first frame.
///
/// # Errors
/// [`Obstacle`].
pub(crate) fn decode(bytes: &[u8], format: Format, watch: Watch<'_>) -> Result<Raster, Obstacle> {
    let mut decoder = decoder(bytes, format, watch)?;
    check(&decoder)?;
    // A damaged profile costs the profile, not the picture.
    let profile = decoder.icc_profile().ok().flatten();
    let decoded = DynamicImage::from_decoder(decoder);
    let picture = decoded.map_err(|error| {
        // an error of reading is how the watch stops a decoder
        watch.check().err().unwrap_or_else(|| from_library(&error))
    })?;
    let chunks = if format == Format::Png {
        png_colour(bytes)
    } else {
        None
    };
    let colour = match (chunks, profile) {
        (Some(points @ Colour::CodePoints(..)), _) => points,
        (_, Some(profile)) => Colour::Profile(profile),
        (Some(gamma), None) => gamma,
        (None, None) => Colour::Srgb,
    };
    Ok(Raster::new(picture, colour))
}

fn decoder<'a>(
    bytes: &'a [u8],
    format: Format,
    watch: Watch<'a>,
) -> Result<impl ImageDecoder + 'a, Obstacle> {
    let format = library_format(format).ok_or(Obstacle::NotDecoded)?;
    let mut reader = ImageReader::with_format(WatchedBytes::new(bytes, watch), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY_MOST);
    reader.limits(limits);
    reader.into_decoder().map_err(|error| from_library(&error))
}

fn check(decoder: &impl ImageDecoder) -> Result<(), Obstacle> {
    let each = u64::from(decoder.color_type().bytes_per_pixel());
    let narrowed = match decoder.color_type() {
        ColorType::L8 | ColorType::Rgb8 | ColorType::Rgba8 => 0,
        // made eight bits a channel before it is shrunk, while the first copy is still there
        _ => 4,
    };
    check_size(decoder.dimensions(), each + narrowed)
}

fn from_library(error: &ImageError) -> Obstacle {
    match error {
        ImageError::Limits(_) => Obstacle::TooLarge,
        ImageError::Unsupported(_) => Obstacle::NotDecoded,
        _ => Obstacle::Damaged,
    }
}

/// What a PNG's chunks say of its colours besides a profile, in the order in which they count (PNG, third edition, 4.3):
/// code points, that it is sRGB, or a gamma.
fn png_colour(bytes: &[u8]) -> Option<Colour> {
    let (mut gamma, mut at) = (None, 8_usize);
    loop {
        let head = bytes.get(at..)?.first_chunk::<8>()?;
        let [l0, l1, l2, l3, kind @ ..] = head;
        let length = usize::try_from(u32::from_be_bytes([*l0, *l1, *l2, *l3])).ok()?;
        let content = bytes.get(at + 8..(at + 8).checked_add(length)?)?;
        match (kind, content) {
            (b"cICP", [primaries, transfer, ..]) => {
                return Some(Colour::CodePoints(*primaries, *transfer));
            }
            (b"sRGB" | b"iCCP", _) => gamma = Some(None),
            (b"gAMA", [g0, g1, g2, g3]) if gamma.is_none() => {
                let stored = u32::from_be_bytes([*g0, *g1, *g2, *g3]);
                // near 1 / 2.2 it is sRGB, which its writer had no other chunk for
                let differs =
                    stored.abs_diff(45_455) > 3_000 && (10_000..=1_000_000).contains(&stored);
                gamma = Some(differs.then(|| Colour::Gamma(100_000.0 / stored as f32)));
            }
            (b"IDAT" | b"IEND", _) => return gamma.flatten(),
            _ => {}
        }
        at = at.checked_add(length)?.checked_add(12)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_of_chunks() {
        let chunk = |kind: &[u8; 4], content: &[u8]| {
            let length = u32::try_from(content.len()).unwrap();
            [&length.to_be_bytes()[..], kind, content, &[0; 4]].concat()
        };
        let file = |chunks: &[Vec<u8>]| {
            [
                &b"\x89PNG\r\n\x1a\n"[..],
                &chunks.concat(),
                &chunk(b"IDAT", b""),
            ]
            .concat()
        };
        let linear = chunk(b"gAMA", &100_000_u32.to_be_bytes());
        let usual = chunk(b"gAMA", &45_455_u32.to_be_bytes());
        let srgb = chunk(b"sRGB", &[0]);
        let wide = chunk(b"cICP", &[12, 13, 0, 1]);
        for (chunks, colour) in [
            (vec![], None),
            (vec![linear.clone()], Some(Colour::Gamma(1.0))),
            (vec![usual], None),
            (vec![linear.clone(), srgb.clone()], None),
            (vec![srgb, linear, wide], Some(Colour::CodePoints(12, 13))),
        ] {
            assert_eq!(png_colour(&file(&chunks)), colour);
        }
    }
}
