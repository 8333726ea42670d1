//! JPEG 2000 (ISO/IEC 15444-1), in a JP2 file or bare.

use crate::bounds::{Obstacle, Watch, check_size};
use crate::raster::{Colour, Raster};
use hayro_jpeg2000::{ColorSpace, DecodeSettings, DecoderContext, Image};
use image::{DynamicImage, ImageBuffer};

/// Coefficients and samples of four bytes each for three channels, and what is drawn.
const BYTES_EACH: u64 = 30;
/// Most pixels of the resolution that is decoded, so that it is done in some seconds.
const PIXELS_MOST: u64 = 24_000_000;

/// Width and height, and what stands in the way of decoding.
pub(crate) fn size(bytes: &[u8]) -> (Option<(u32, u32)>, Option<Obstacle>) {
    match Image::new(bytes, &DecodeSettings::default()) {
        Ok(image) => {
            let size = (image.width(), image.height());
            let obstacle = check_size(size, 1).and_then(|()| channels(&image).map(drop));
            (Some(size), obstacle.err())
        }
        Err(_) => (None, Some(Obstacle::Damaged)),
    }
}

/// Decodes the smallest resolution of which the longer side has at least `edge` pixels.
///
/// # Errors
/// [`Obstacle`].
pub(crate) fn decode(bytes: &[u8], edge: u32, watch: Watch<'_>) -> Result<Raster, Obstacle> {
    let settings = DecodeSettings::default();
    let whole = Image::new(bytes, &settings).map_err(|_| Obstacle::Damaged)?;
    let size = (whole.width(), whole.height());
    check_size(size, 1)?;
    drop(whole);
    let longest = u64::from(size.0.max(size.1)).max(1);
    let scaled = |side: u32| {
        let side = (u64::from(side) * u64::from(edge)).div_ceil(longest);
        u32::try_from(side).unwrap_or(u32::MAX).max(1)
    };
    let settings = DecodeSettings {
        target_resolution: Some((scaled(size.0), scaled(size.1))),
        ..settings
    };
    let image = Image::new(bytes, &settings).map_err(|_| Obstacle::Damaged)?;
    let (width, height) = (image.width(), image.height());
    check_size((width, height), BYTES_EACH)?;
    if u64::from(width) * u64::from(height) > PIXELS_MOST {
        return Err(Obstacle::TooLarge);
    }
    let channels = channels(&image)?;
    let mut context = DecoderContext::default();
    let samples = image
        .decode(&mut context)
        .map_err(|_| Obstacle::Damaged)?
        .data_u8();
    watch.check()?;
    let picture = match channels {
        1 => ImageBuffer::from_raw(width, height, samples).map(DynamicImage::ImageLuma8),
        2 => ImageBuffer::from_raw(width, height, samples).map(DynamicImage::ImageLumaA8),
        3 => ImageBuffer::from_raw(width, height, samples).map(DynamicImage::ImageRgb8),
        _ => ImageBuffer::from_raw(width, height, samples).map(DynamicImage::ImageRgba8),
    };
    let colour = match image.color_space() {
        ColorSpace::CMYK => Colour::Cmyk(None),
        ColorSpace::Icc {
            profile,
            num_channels: 4,
        } => Colour::Cmyk(Some(profile.clone())),
        ColorSpace::Icc { profile, .. } => Colour::Profile(profile.clone()),
        _ => Colour::Srgb,
    };
    let mut raster = Raster::new(picture.ok_or(Obstacle::Damaged)?, colour);
    raster.whole = size;
    Ok(raster)
}

/// Channels of a pixel.
fn channels(image: &Image<'_>) -> Result<u8, Obstacle> {
    let colours = image.color_space().num_channels();
    match (colours, image.has_alpha()) {
        (1 | 3, has_alpha) => Ok(colours + u8::from(has_alpha)),
        (4, false) => Ok(4),
        _ => Err(Obstacle::NotDecoded),
    }
}
