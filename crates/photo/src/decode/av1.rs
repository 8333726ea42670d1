//! One picture of AV1, as AVIF holds it.

use super::planes::Matrix;
use crate::bounds::{Obstacle, PIXELS_MOST};
use crate::raster::Colour;
use heic_rs::hevc::{ChromaFormat, Frame};
use re_rav1d::{Decoder, Picture, PixelLayout, PlanarImageComponent, Settings};

/// A decoded picture, and what its own header says of its colours.
pub(crate) struct Av1Picture {
    pub(crate) frame: Frame,
    pub(crate) matrix: Matrix,
    pub(crate) colour: Colour,
}

/// Decodes the first picture of a sequence of open bitstream units.
///
/// # Errors
/// [`Obstacle`].
pub(crate) fn decode(units: &[u8], pixels_most: u64) -> Result<Av1Picture, Obstacle> {
    let mut settings = Settings::new();
    settings.set_n_threads(1);
    settings.set_max_frame_delay(1);
    settings.set_all_layers(false);
    let limit = u32::try_from(pixels_most.min(PIXELS_MOST)).unwrap_or(u32::MAX);
    settings.set_frame_size_limit(limit);
    let mut decoder = Decoder::with_settings(&settings).map_err(|_| Obstacle::Damaged)?;
    match decoder.send_data(units.to_vec(), None, None, None) {
        Ok(()) => {}
        Err(error) if error.is_again() => {}
        Err(_) => return Err(Obstacle::Damaged),
    }
    let picture = decoder.get_picture().map_err(|_| Obstacle::Damaged)?;
    let frame = frame_of(&picture)?;
    // the library's numbers are those of H.273
    let primaries = picture.color_primaries() as u8;
    let transfer = picture.transfer_characteristic() as u8;
    let matrix = Matrix {
        coefficients: picture.matrix_coefficients() as u16,
        is_full: matches!(picture.color_range(), re_rav1d::pixel::YUVRange::Full),
    };
    Ok(Av1Picture {
        frame,
        matrix,
        colour: Colour::CodePoints(primaries, transfer),
    })
}

fn frame_of(picture: &Picture) -> Result<Frame, Obstacle> {
    let chroma = match picture.pixel_layout() {
        PixelLayout::I400 => ChromaFormat::Monochrome,
        PixelLayout::I420 => ChromaFormat::Yuv420,
        PixelLayout::I422 => ChromaFormat::Yuv422,
        PixelLayout::I444 => ChromaFormat::Yuv444,
    };
    let (width, height) = (picture.width(), picture.height());
    let depth = u8::try_from(picture.bit_depth()).map_err(|_| Obstacle::Damaged)?;
    let (chroma_width, chroma_height) = chroma.chroma_size(width, height);
    let plane = |component, width: u32, height: u32| {
        if width == 0 {
            return Vec::new();
        }
        let stride = picture.stride(component) as usize;
        let bytes = picture.plane(component);
        let rows = bytes.chunks(stride.max(1)).take(height as usize);
        if depth > 8 {
            let pairs = |row: &[u8]| -> Vec<u16> {
                let pairs = row.chunks_exact(2).take(width as usize);
                pairs
                    .filter_map(|pair| pair.first_chunk().map(|pair| u16::from_ne_bytes(*pair)))
                    .collect()
            };
            rows.flat_map(pairs).collect()
        } else {
            rows.flat_map(|row| row.iter().take(width as usize).map(|byte| u16::from(*byte)))
                .collect()
        }
    };
    Ok(Frame {
        width,
        height,
        bit_depth: depth,
        chroma,
        y: plane(PlanarImageComponent::Y, width, height),
        cb: plane(PlanarImageComponent::U, chroma_width, chroma_height),
        cr: plane(PlanarImageComponent::V, chroma_width, chroma_height),
        y_stride: width,
        c_stride: chroma_width,
    })
}
