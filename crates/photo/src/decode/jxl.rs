//! JPEG XL (ISO/IEC 18181), bare or in its container.

use crate::bounds::{MEMORY_MOST, Obstacle, Watch, WatchedBytes, check_size};
use crate::raster::{Colour, Raster};
use image::{DynamicImage, ImageBuffer};
use jxl_oxide::{AllocTracker, InitializeResult, JxlImage, JxlThreadPool, PixelFormat};
use std::io::Read;

/// Three channels of four bytes, of which the decoder keeps two copies, and what is drawn: as measured.
const BYTES_EACH: u64 = 27;

/// Of so many bytes the header is mostly read; a long profile or preview may stand in it.
const HEADER: usize = 1 << 20;

/// Width, height and orientation as stored, and what stands in the way of decoding.
pub(crate) fn header(bytes: &[u8]) -> (Option<(u32, u32)>, u8, Option<Obstacle>) {
    read_header(bytes, HEADER)
}

/// The header of a file of which so many bytes are read first, and the rest only if it is needed.
fn read_header(bytes: &[u8], first: usize) -> (Option<(u32, u32)>, u8, Option<Obstacle>) {
    let damaged = (None, 1, Some(Obstacle::Damaged));
    let mut reading = builder().build_uninit();
    let mut rest = bytes;
    for length in [first, usize::MAX] {
        let part = rest.get(..length).unwrap_or(rest);
        // what is not taken in is to be given once more
        let Ok(taken) = reading.feed_bytes(part) else {
            return damaged;
        };
        rest = rest.get(taken..).unwrap_or_default();
        match reading.try_init() {
            Ok(InitializeResult::Initialized(image)) => {
                let header = image.image_header();
                let size = (header.size.width, header.size.height);
                let orientation = u8::try_from(header.metadata.orientation).unwrap_or(1);
                return (Some(size), orientation, check(size, &image).err());
            }
            Ok(InitializeResult::NeedMoreData(more)) => reading = more,
            Err(_) => return damaged,
        }
    }
    damaged
}

/// Whether the file ends before its last frame does; none where that cannot be told.
pub(crate) fn breaks_off(bytes: &[u8]) -> Option<bool> {
    let mut reading = builder().build_uninit();
    reading.feed_bytes(bytes).ok()?;
    match reading.try_init().ok()? {
        InitializeResult::Initialized(image) => Some(!image.is_loading_done()),
        InitializeResult::NeedMoreData(_) => Some(true),
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    const CHART: &str = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/photos/formats/jxl.jxl"
    );

    #[test]
    fn a_header_that_is_longer_than_its_start_is_read_on() {
        let Ok(file) = std::fs::read(CHART) else {
            let _ = writeln!(std::io::stderr(), "skipped: no {CHART}");
            return;
        };
        for start in [0, 1, 20, file.len()] {
            let header = read_header(&file, start);
            assert_eq!(header, (Some((1200, 800)), 1, None), "{start}");
        }
        assert_eq!(header(&file[..2]), (None, 1, Some(Obstacle::Damaged)));
    }
}
