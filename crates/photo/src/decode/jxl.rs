//! JPEG XL (ISO/IEC 18181), bare or in its container.

use crate::bounds::{MEMORY_MOST, Obstacle, Watch, WatchedBytes, check_size};
use crate::raster::{Colour, Raster};
use image::{DynamicImage, ImageBuffer};
use jxl_oxide::{AllocTracker, JxlImage, JxlThreadPool, PixelFormat};
use std::io::Read;

/// Three channels of four bytes, of which the decoder keeps two copies, and what is drawn: as measured.
const BYTES_EACH: u64 = 27;

/// Width, height and orientation as stored, and what stands in the way of decoding.
pub(crate) fn header(bytes: &[u8]) -> (Option<(u32, u32)>, u8, Option<Obstacle>) {
    // The header stands before everything that is large.
    let start = bytes.get(..1 << 20).unwrap_or(bytes);
    let mut reading = builder().build_uninit();
    if reading.feed_bytes(start).is_err() {
        return (None, 1, Some(Obstacle::Damaged));
    }
    match reading.try_init() {
        Ok(jxl_oxide::InitializeResult::Initialized(image)) => {
            let header = image.image_header();
            let (width, height) = (header.size.width, header.size.height);
            let orientation = u8::try_from(header.metadata.orientation).unwrap_or(1);
            let obstacle = check((width, height), &image).err();
            (Some((width, height)), orientation, obstacle)
        }
        _ => (None, 1, Some(Obstacle::Damaged)),
    }
}

/// Whether the file ends before its last frame does; none where that cannot be told.
pub(crate) fn breaks_off(bytes: &[u8]) -> Option<bool> {
    let mut reading = builder().build_uninit();
    reading.feed_bytes(bytes).ok()?;
    match reading.try_init().ok()? {
        jxl_oxide::InitializeResult::Initialized(image) => Some(!image.is_loading_done()),
        jxl_oxide::InitializeResult::NeedMoreData(_) => Some(true),
    }
}

/// Decodes the first frame, upright.
///
/// # Errors
/// [`Obstacle`].
pub(crate) fn decode(bytes: &[u8], watch: Watch<'_>) -> Result<Raster, Obstacle> {
    let image = read(WatchedBytes::new(bytes, watch), watch)?;
    let format = image.pixel_format();
    check((image.width(), image.height()), &image)?;
    let render = image
        .render_frame(0)
        .map_err(|_| watch.check().err().unwrap_or(Obstacle::Damaged))?;
    watch.check()?;
    let profile = image.rendered_icc();
    let has_depth = image.image_header().metadata.bit_depth.bits_per_sample() > 8;
    let mut stream = render.stream();
    let (width, height, channels) = (stream.width(), stream.height(), stream.channels());
    let samples = usize::try_from(u64::from(width) * u64::from(height) * u64::from(channels))
        .map_err(|_| Obstacle::TooLarge)?;
    let picture = if has_depth {
        let mut drawn = vec![0_u16; samples];
        stream.write_to_buffer(&mut drawn);
        match format {
            PixelFormat::Gray => {
                ImageBuffer::from_raw(width, height, drawn).map(DynamicImage::ImageLuma16)
            }
            PixelFormat::Graya => {
                ImageBuffer::from_raw(width, height, drawn).map(DynamicImage::ImageLumaA16)
            }
            PixelFormat::Rgb => {
                ImageBuffer::from_raw(width, height, drawn).map(DynamicImage::ImageRgb16)
            }
            _ => ImageBuffer::from_raw(width, height, drawn).map(DynamicImage::ImageRgba16),
        }
    } else {
        let mut drawn = vec![0_u8; samples];
        stream.write_to_buffer(&mut drawn);
        match format {
            PixelFormat::Gray => {
                ImageBuffer::from_raw(width, height, drawn).map(DynamicImage::ImageLuma8)
            }
            PixelFormat::Graya => {
                ImageBuffer::from_raw(width, height, drawn).map(DynamicImage::ImageLumaA8)
            }
            PixelFormat::Rgb => {
                ImageBuffer::from_raw(width, height, drawn).map(DynamicImage::ImageRgb8)
            }
            _ => ImageBuffer::from_raw(width, height, drawn).map(DynamicImage::ImageRgba8),
        }
    };
    let mut raster = Raster::new(picture.ok_or(Obstacle::Damaged)?, Colour::Profile(profile));
    raster.orientation = Some(1);
    Ok(raster)
}

fn check(size: (u32, u32), image: &JxlImage) -> Result<(), Obstacle> {
    check_size(size, BYTES_EACH)?;
    match image.pixel_format() {
        PixelFormat::Cmyk | PixelFormat::Cmyka => Err(Obstacle::NotDecoded),
        _ => Ok(()),
    }
}

fn builder() -> jxl_oxide::JxlImageBuilder {
    JxlImage::builder()
        .pool(JxlThreadPool::none())
        .alloc_tracker(AllocTracker::with_limit(
            usize::try_from(MEMORY_MOST).unwrap_or(usize::MAX),
        ))
}

fn read(bytes: impl Read, watch: Watch<'_>) -> Result<JxlImage, Obstacle> {
    builder()
        .read(bytes)
        .map_err(|_| watch.check().err().unwrap_or(Obstacle::Damaged))
}
