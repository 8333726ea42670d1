//! JPEG (ITU-T T.81) as photos and printing presses have it.

use super::jpeg_eighth;
use super::jpeg_header::{JpegHeader, count_scans};
use super::jpeg_reader::WatchedCursor;
use crate::bounds::{MEMORY_MOST, Obstacle, PIXELS_MOST, Watch, check_size};
use crate::raster::{Colour, Raster};
use image::{DynamicImage, GrayImage, RgbImage, RgbaImage};
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// More scans than any program writes; each goes over the whole picture.
const SCANS_MOST: usize = 100;
/// Most pixels that are gone over, all scans together: some 5 s.
const PIXELS_OF_SCANS_MOST: u64 = 2_000_000_000;

/// Width and height, and what stands in the way of decoding, as far as the header shows.
pub(crate) fn size(bytes: &[u8]) -> (Option<(u32, u32)>, Option<Obstacle>) {
    let Some(header) = JpegHeader::read(bytes) else {
        return (None, Some(Obstacle::Damaged));
    };
    (Some(header.size), check(bytes, &header).err())
}

/// Whether it may be decoded, by what its header says.
///
/// # Errors
/// [`Obstacle`].
pub(super) fn check(bytes: &[u8], header: &JpegHeader) -> Result<(), Obstacle> {
    let samples = u64::try_from(header.components).unwrap_or(u64::MAX);
    if !header.is_progressive() {
        check_size(header.size, samples.max(1))?;
    } else {
        // The coefficients of a progressive file are all kept, in two bytes each, until its last scan is read.
        check_size(header.size, 3 * samples.max(1))?;
        let scans = u64::try_from(count_scans(bytes, SCANS_MOST)).unwrap_or(u64::MAX);
        let pixels = u64::from(header.size.0) * u64::from(header.size.1);
        if pixels.saturating_mul(scans) > PIXELS_OF_SCANS_MOST {
            return Err(Obstacle::TooLarge);
        }
    }
    if !header.is_common() || !matches!(header.components, 1 | 3 | 4) {
        return Err(Obstacle::NotDecoded);
    }
    Ok(())
}

/// Decodes a picture so that its longer side has at least `edge` pixels, if it has so many.
///
/// # Errors
/// [`Obstacle`].
pub(crate) fn decode(bytes: &[u8], edge: u32, watch: Watch<'_>) -> Result<Raster, Obstacle> {
    let header = JpegHeader::read(bytes).ok_or(Obstacle::Damaged)?;
    check(bytes, &header)?;
    let colour = |otherwise| match &header.profile {
        Some(profile) => Colour::Profile(profile.clone()),
        None => otherwise,
    };
    if header.size.0.max(header.size.1).div_ceil(8) >= edge
        && let Some(picture) = jpeg_eighth::decode(bytes, &header, watch)?
    {
        let mut raster = Raster::new(picture, colour(Colour::Srgb));
        raster.whole = header.size;
        return Ok(raster);
    }
    watch.check()?;
    let wanted = match (header.components, header.adobe) {
        (1, _) => ColorSpace::Luma,
        (3, _) => ColorSpace::RGB,
        (_, Some(2)) => ColorSpace::YCCK,
        _ => ColorSpace::CMYK,
    };
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_max_scans(SCANS_MOST)
        .jpeg_set_out_colorspace(wanted);
    let mut decoder = JpegDecoder::new_with_options(WatchedCursor::new(bytes, watch), options);
    let pixels = decoder.decode();
    drop(decoder);
    // what the watch has stopped looks like a file that breaks off
    watch.check()?;
    let pixels = pixels.map_err(|_| Obstacle::Damaged)?;
    let (width, height) = header.size;
    let picture = match wanted {
        ColorSpace::Luma => {
            GrayImage::from_raw(width, height, pixels).map(DynamicImage::ImageLuma8)
        }
        ColorSpace::RGB => RgbImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8),
        _ => RgbaImage::from_raw(width, height, pixels).map(|mut inks| {
            take_as_ink(&mut inks, header.adobe);
            DynamicImage::ImageRgba8(inks)
        }),
    };
    let colour = if header.components == 4 {
        Colour::Cmyk(header.profile)
    } else {
        colour(Colour::Srgb)
    };
    Ok(Raster::new(picture.ok_or(Obstacle::Damaged)?, colour))
}

/// As Adobe's programs write them, 255 is no ink, and of YCCK the first three channels are RGB's luma and chroma.
fn take_as_ink(inks: &mut RgbaImage, adobe: Option<u8>) {
    for pixel in inks.pixels_mut() {
        let [first, second, third, black] = pixel.0;
        pixel.0 = match adobe {
            Some(2) => {
                let [red, green, blue] = rgb_of(first, second, third);
                [red, green, blue, 255 - black]
            }
            Some(_) => [first, second, third, black].map(|ink| 255 - ink),
            None => [first, second, third, black],
        };
    }
}

fn rgb_of(y: u8, cb: u8, cr: u8) -> [u8; 3] {
    let (y, cb, cr) = (f32::from(y), f32::from(cb) - 128.0, f32::from(cr) - 128.0);
    [
        y + 1.402 * cr,
        y - 0.344_136 * cb - 0.714_136 * cr,
        y + 1.772 * cb,
    ]
    .map(|shade| shade.clamp(0.0, 255.0).round() as u8)
}

const _: () = assert!(PIXELS_MOST * 3 < MEMORY_MOST);
