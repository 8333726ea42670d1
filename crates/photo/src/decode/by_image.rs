//! PNG, GIF, WebP and BMP, which the `image` library decodes.

use crate::bounds::{MEMORY_MOST, Obstacle, Watch, WatchedBytes, check_size};
use crate::format::Format;
use crate::raster::{Colour, Raster};
use crate::structure::chunks::png_chunks;
use image::{ColorType, DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

/// Bytes to which a profile may unfold; those of printing presses have some megabytes.
const UNFOLDED_MOST: u64 = 32 << 20;

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
        Ok(decoder) => (Some(decoder.dimensions()), check(&decoder, format).err()),
        Err(obstacle) => (None, Some(obstacle)),
    }
}

/// Decodes a picture; of an animation the first frame.
///
/// # Errors
/// [`Obstacle`].
pub(crate) fn decode(bytes: &[u8], format: Format, watch: Watch<'_>) -> Result<Raster, Obstacle> {
    let mut decoder = decoder(bytes, format, watch)?;
    check(&decoder, format)?;
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
    let image_format = library_format(format).ok_or(Obstacle::NotDecoded)?;
    let mut reader = ImageReader::with_format(WatchedBytes::new(bytes, watch), image_format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(match image_format {
        ImageFormat::Png => png_memory(bytes),
        _ => MEMORY_MOST,
    });
    reader.limits(limits);
    reader.into_decoder().map_err(|error| from_library(&error))
}

/// Most memory for reading a PNG, besides its pixels: some of its rows, and what a compressed profile unfolds to.
fn png_memory(bytes: &[u8]) -> u64 {
    let width = bytes.get(16..).and_then(<[u8]>::first_chunk);
    let width = width.map_or(0, |width| u64::from(u32::from_be_bytes(*width)));
    // up to four channels of sixteen bits
    (UNFOLDED_MOST + width * 8 * 4).min(MEMORY_MOST)
}

fn check(decoder: &impl ImageDecoder, format: Format) -> Result<(), Obstacle> {
    let each = u64::from(decoder.color_type().bytes_per_pixel());
    let decoded = match format {
        // a frame smaller than the screen, or all channels, are decoded apart and then put together
        Format::Gif | Format::Webp => 4,
        _ => 0,
    };
    let narrowed = match decoder.color_type() {
        ColorType::L8 | ColorType::Rgb8 | ColorType::Rgba8 => 0,
        // made eight bits a channel before it is shrunk, while the first copy is still there
        _ => 4,
    };
    check_size(decoder.dimensions(), each + decoded + narrowed)
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
    let mut gamma = None;
    for chunk in png_chunks(bytes) {
        match (chunk.kind, chunk.content) {
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
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

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

    #[test]
    fn a_profile_that_unfolds_to_hundreds_of_megabytes_is_not_unfolded() {
        let folded = |length: usize| {
            let fastest = flate2::Compression::fast();
            let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), fastest);
            writer.write_all(&vec![7; length]).unwrap();
            [b"name\0\0", &writer.finish().unwrap()[..]].concat()
        };
        let profile = |length: usize| {
            let mut file = crate::fixtures::png(4, 4);
            let content = folded(length);
            let mut sum = flate2::Crc::new();
            sum.update(b"iCCP");
            sum.update(&content);
            let chunk = [
                &u32::try_from(content.len()).unwrap().to_be_bytes()[..],
                b"iCCP",
                &content,
                &sum.sum().to_be_bytes(),
            ];
            file.splice(33..33, chunk.concat());
            let watch = Watch::begin(None);
            decode(&file, Format::Png, watch).map(|raster| raster.colour)
        };
        assert_eq!(profile(5000), Ok(Colour::Profile(vec![7; 5000])));
        let most = usize::try_from(UNFOLDED_MOST).unwrap();
        assert_ne!(profile(most * 2), Ok(Colour::Profile(vec![7; most * 2])));
    }
}
