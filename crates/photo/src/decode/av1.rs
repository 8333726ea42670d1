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
    // several frames may be coded of which only the last is shown
    let frames = u64::try_from(count_frames(units)).unwrap_or(u64::MAX);
    let limit = pixels_most.min(PIXELS_MOST) / frames.max(1);
    if limit == 0 {
        return Err(Obstacle::TooLarge);
    }
    let limit = u32::try_from(limit).unwrap_or(u32::MAX);
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

/// Frames in a sequence of open bitstream units (AV1 Bitstream & Decoding Process Specification, 5.3), as far as it goes.
fn count_frames(mut units: &[u8]) -> usize {
    let mut frames = 0;
    while let Some((head, rest)) = units.split_first() {
        // a frame's header alone, or with the frame
        frames += usize::from(matches!(head >> 3 & 15, 3 | 6));
        let has_extension = head & 4 != 0;
        let Some(rest) = rest.get(usize::from(has_extension)..) else {
            break;
        };
        let has_length = head & 2 != 0;
        let Some((length, rest)) = read_length(rest).filter(|_| has_length) else {
            break;
        };
        units = rest.get(length..).unwrap_or_default();
    }
    frames
}

/// A number of seven bits a byte, the lowest first, and what follows (4.10.5).
fn read_length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let last = bytes.iter().take(8).position(|byte| byte & 0x80 == 0)?;
    let (number, rest) = bytes.split_at_checked(last + 1)?;
    let add = |sum: u64, byte: &u8| sum << 7 | u64::from(byte & 0x7f);
    let length = usize::try_from(number.iter().rev().fold(0, add)).ok()?;
    Some((length, rest))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_counted() {
        let delimiter = b"\x12\0";
        let frame = [&b"\x32\x81\x01"[..], &[7; 129]].concat();
        let with_extension = b"\x36\0\x02ab";
        let last = b"\x30abc";
        let units = [&delimiter[..], &frame, with_extension, &frame, last].concat();
        assert_eq!(count_frames(&units), 4);
        assert_eq!(count_frames(&[0x1a, 0].repeat(1000)), 1000);
        for end in 0..units.len() {
            assert!(count_frames(&units[..end]) <= 4);
        }
        let many = [0x1a, 0].repeat(1001);
        assert_eq!(decode(&many, 1000).err(), Some(Obstacle::TooLarge));
    }
}
