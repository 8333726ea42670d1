//! Decoders, within limits. They are other people's code fed with anyone's bytes.

use crate::format::Format;
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Most pixels that are decoded.
pub(crate) const PIXELS_MOST: u64 = 300_000_000;
/// Most memory for decoding one picture, in bytes: 300 million pixels of three bytes, and some room.
const MEMORY_MOST: u64 = 1024 * 1024 * 1024;
/// Longest colour profile that a thumbnail carries, in bytes; that of a phone has 500.
const PROFILE_MOST: usize = 4096;

/// Why a picture cannot be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Obstacle {
    NotDecoded,
    TooLarge,
    Damaged,
}

/// Runs a decoder. One that panics on some hostile file must not take the archive down with it.
pub(crate) fn guarded<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run)).ok()
}

/// Width and height as stored, from the header alone; and what stands in the way of decoding the rest.
pub(crate) fn size(bytes: &[u8], format: Format) -> (Option<(u32, u32)>, Option<Obstacle>) {
    let sized = guarded(|| {
        let decoder = match decoder(bytes, format) {
            Ok(decoder) => decoder,
            Err(obstacle) => return (None, Some(obstacle)),
        };
        let (width, height) = decoder.dimensions();
        (Some((width, height)), obstacle(&decoder).err())
    });
    sized.unwrap_or((None, Some(Obstacle::Damaged)))
}

/// The picture as stored, not yet turned upright, and its colour profile if that is a small RGB one.
pub(crate) fn decode(
    bytes: &[u8],
    format: Format,
) -> Result<(DynamicImage, Option<Vec<u8>>), Obstacle> {
    let decoded = guarded(|| {
        let mut decoder = decoder(bytes, format)?;
        obstacle(&decoder)?;
        // A damaged profile costs the profile, not the picture.
        let profile = decoder.icc_profile().ok().flatten();
        let profile = profile.filter(|profile| {
            profile.len() <= PROFILE_MOST && profile.get(16..20) == Some(b"RGB ")
        });
        let picture = DynamicImage::from_decoder(decoder).map_err(|error| from_image(&error))?;
        Ok((picture, profile))
    });
    decoded.unwrap_or(Err(Obstacle::Damaged))
}

fn decoder(bytes: &[u8], format: Format) -> Result<impl ImageDecoder + '_, Obstacle> {
    let format = format.decoder().ok_or(Obstacle::NotDecoded)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY_MOST);
    reader.limits(limits);
    reader.into_decoder().map_err(|error| from_image(&error))
}

fn obstacle(decoder: &impl ImageDecoder) -> Result<(), Obstacle> {
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        Err(Obstacle::Damaged)
    } else if pixels > PIXELS_MOST || decoder.total_bytes() > MEMORY_MOST {
        Err(Obstacle::TooLarge)
    } else {
        Ok(())
    }
}

fn from_image(error: &ImageError) -> Obstacle {
    match error {
        ImageError::Limits(_) => Obstacle::TooLarge,
        ImageError::Unsupported(_) => Obstacle::NotDecoded,
        _ => Obstacle::Damaged,
    }
}
