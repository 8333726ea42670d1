//! A copy of a photo to be handed on: JPEG in sRGB, upright, in a chosen size, with all that is known of it inside: as XMP,
//! and the core of it as IPTC-IIM and Exif too, which older programs read.

mod exif;
mod iim;
mod said;
mod segments;

use std::sync::atomic::AtomicBool;

use image::imageops;
use jpeg_encoder::{ColorType, Encoder, EncodingError, PixelDensity, SamplingFactor};
use moxcms::ColorProfile;

use crate::bounds::Watch;
use crate::metadata::{
    ArchiveStatement, CopiedPicture, DateTime, compose_for_copy, read_photo_metadata,
};
use crate::thumbnail::{CannotDraw, draw_upright};
use exif::write_exif;
use iim::write_iim;
use segments::{photoshop_segment, xmp_segments};

/// JPEG quality of copies, 1 to 100.
const QUALITY: u8 = 90;
/// Pixels in an inch of paper, as newspapers print: programs that set pages take a picture's first size from it.
const DENSITY: u16 = 300;

/// The first of January 2026, as profiles write a moment.
const PROFILE_DATE: [u8; 12] = [0x07, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0];

/// The picture of a copy: upright, in sRGB.
#[derive(Debug, Clone)]
pub struct DrawnCopy {
    /// Red, green and blue of each pixel, row by row.
    pixels: Vec<u8>,
    width: u32,
    height: u32,
    /// Height of the photo itself, without what was added beneath it.
    photo_height: u32,
}

/// Draws a photo upright, and turned further by `quarters` of a turn, clockwise, in sRGB so that it fits into a square of
/// `edge` pixels; without one, and where it is smaller, as large as it is. What is transparent becomes white. Drawing ends
/// once `stop` is set by another thread.
///
/// # Errors
/// [`CannotDraw`] says why not.
pub fn draw_copy(
    photo: &[u8],
    edge: Option<u32>,
    quarters: u8,
    stop: &AtomicBool,
) -> Result<DrawnCopy, CannotDraw> {
    let watch = Watch::begin(Some(stop));
    let picture = draw_upright(photo, edge.unwrap_or(u32::MAX), watch)?;
    let picture = match quarters % 4 {
        0 => picture,
        1 => imageops::rotate90(&picture),
        2 => imageops::rotate180(&picture),
        _ => imageops::rotate270(&picture),
    };
    let (width, height) = picture.dimensions();
    Ok(DrawnCopy {
        pixels: picture.into_raw(),
        width,
        height,
        photo_height: height,
    })
}

impl DrawnCopy {
    /// Width in pixels.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels, with what was added beneath.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Adds rows of grey pixels beneath the picture, each as wide as it is: 0 is black. Pixels of a row that is not whole are
    /// left out.
    pub fn add_beneath(&mut self, shades: &[u8]) {
        let row = usize::try_from(self.width).unwrap_or(usize::MAX);
        for row in shades.chunks_exact(row.max(1)) {
            self.pixels.extend(row.iter().flat_map(|shade| [*shade; 3]));
            self.height = self.height.saturating_add(1);
        }
    }
}

/// Writes a copy of `photo`, the whole file, as JPEG: the picture that was drawn of it, and in it all that came with the
/// photo, over that what the archive knows; `metadata_date` is when it does (xmp:MetadataDate). What does not hold of the
/// copy, as the photo's size and preview, is left out. The same input gives the same bytes.
///
/// # Errors
/// [`CannotDraw::TooLarge`] where a side has more pixels than JPEG can count, 65,535.
pub fn write_copy(
    photo: &[u8],
    drawn: &DrawnCopy,
    known: &ArchiveStatement,
    metadata_date: &DateTime,
) -> Result<Vec<u8>, CannotDraw> {
    let picture = CopiedPicture {
        width: drawn.width,
        height: drawn.height,
        photo_height: drawn.photo_height,
        density: DENSITY,
    };
    let packet = compose_for_copy(photo, known, metadata_date, picture);
    let said = read_photo_metadata(&[], Some(&packet.write()));
    let mut segments = vec![(1, write_exif(&said, picture))];
    segments.extend(xmp_segments(packet).into_iter().map(|one| (1, one)));
    segments.push((13, photoshop_segment(&write_iim(&said))));
    encode(drawn, segments)
}

fn encode(drawn: &DrawnCopy, segments: Vec<(u8, Vec<u8>)>) -> Result<Vec<u8>, CannotDraw> {
    let side = |side: u32| u16::try_from(side).map_err(|_| CannotDraw::TooLarge);
    let (width, height) = (side(drawn.width)?, side(drawn.height)?);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    encoder.set_density(PixelDensity::dpi(DENSITY));
    let written = segments
        .into_iter()
        .try_for_each(|(number, content)| encoder.add_app_segment(number, content))
        .and_then(|()| match srgb_profile() {
            Some(profile) => encoder.add_icc_profile(&profile),
            None => Ok(()),
        })
        .and_then(|()| encoder.encode(&drawn.pixels, width, height, ColorType::Rgb));
    written.map_err(|error: EncodingError| match error {
        EncodingError::ZeroImageDimensions { .. } => CannotDraw::Damaged,
        _ => CannotDraw::TooLarge,
    })?;
    Ok(bytes)
}

/// The profile of sRGB. A picture without one is taken for sRGB too.
fn srgb_profile() -> Option<Vec<u8>> {
    let mut profile = ColorProfile::new_srgb();
    // Code points say again what the profile says, and are of a later standard than most programs know.
    profile.cicp = None;
    let mut bytes = profile.encode().ok()?;
    // When it was made stands in its header (ICC.1:2022, 7.2.10): it would make of each copy another one.
    bytes.get_mut(24..36)?.copy_from_slice(&PROFILE_DATE);
    Some(bytes)
}
