//! A picture drawn small, upright, in sRGB, as JPEG.

use crate::bounds::{Obstacle, Watch};
use crate::colour::bring_to_srgb;
use crate::decode;
use crate::format::Format;
use crate::metadata;
use crate::raster::{Colour, Raster};
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use std::sync::atomic::AtomicBool;

/// Which drawing this is: raised whenever a picture may come out otherwise, so that what is kept of an older one is known.
pub const DRAWING_VERSION: u32 = 2;

/// JPEG quality of thumbnails, 1 to 100.
const QUALITY: u8 = 82;
/// Up to this edge chroma is kept as fine as luma: what is so small has small things in it.
const FINE_EDGE: u32 = 400;

/// A small picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thumbnail {
    /// JPEG in sRGB, without a profile.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Why no thumbnail could be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CannotDraw {
    /// The bytes are no picture that is known here.
    #[error("the file is no picture")]
    NotAPicture,
    /// A picture in a format that is kept but not decoded.
    #[error("pictures of this format are not decoded")]
    FormatNotDecoded,
    /// The picture is too damaged to draw anything of it.
    #[error("the picture is damaged")]
    Damaged,
    /// The picture has more pixels than are decoded, or takes too long.
    #[error("the picture is too large")]
    TooLarge,
    /// Someone asked for it to stop.
    #[error("the drawing was stopped")]
    Stopped,
}

impl CannotDraw {
    /// A stable name, for a caller that words it in its own language.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotAPicture => "not_a_picture",
            Self::FormatNotDecoded => Obstacle::NotDecoded.code(),
            Self::Damaged => Obstacle::Damaged.code(),
            Self::TooLarge => Obstacle::TooLarge.code(),
            Self::Stopped => Obstacle::Stopped.code(),
        }
    }
}

impl From<Obstacle> for CannotDraw {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::NotDecoded => Self::FormatNotDecoded,
            Obstacle::TooLarge => Self::TooLarge,
            Obstacle::Damaged => Self::Damaged,
            Obstacle::Stopped => Self::Stopped,
        }
    }
}

/// Draws a picture upright and in sRGB so that it fits into a square of `edge` pixels (at least 1). A smaller one stays as
/// large as it is. What is transparent becomes white. A JPEG that breaks off is drawn as far as it goes; of several pages
/// or frames the first is drawn, of a raw picture the camera's own JPEG in it.
///
/// # Errors
/// [`CannotDraw`] says why not.
pub fn thumbnail(bytes: &[u8], edge: u32) -> Result<Thumbnail, CannotDraw> {
    let drawn = draw(bytes, &[edge], Watch::begin(None))?;
    drawn.into_iter().next().ok_or(CannotDraw::Damaged)
}

/// Draws a picture in several sizes, in the order of `edges` (pixels, as for [`thumbnail`]): decoded once, and each smaller
/// one made of the next larger.
///
/// # Errors
/// [`CannotDraw`] says why not.
pub fn thumbnails(bytes: &[u8], edges: &[u32]) -> Result<Vec<Thumbnail>, CannotDraw> {
    draw(bytes, edges, Watch::begin(None))
}

/// As [`thumbnails`], until `stop` is set by another thread: between stages, and wherever the decoder reads on.
///
/// # Errors
/// [`CannotDraw`] says why not; [`CannotDraw::Stopped`] once it was asked to stop.
pub fn thumbnails_until(
    bytes: &[u8],
    edges: &[u32],
    stop: &AtomicBool,
) -> Result<Vec<Thumbnail>, CannotDraw> {
    draw(bytes, edges, Watch::begin(Some(stop)))
}

fn draw(bytes: &[u8], edges: &[u32], watch: Watch<'_>) -> Result<Vec<Thumbnail>, CannotDraw> {
    let Some(largest) = edges.iter().max() else {
        Format::recognise(bytes).ok_or(CannotDraw::NotAPicture)?;
        return Ok(Vec::new());
    };
    let (raster, orientation) = decode_to_turn(bytes, *largest, watch)?;
    draw_raster(raster, orientation, edges, watch)
}

/// The picture upright, in sRGB, on white, within a square of `edge` pixels; a smaller one stays as large as it is.
pub(crate) fn draw_upright(
    bytes: &[u8],
    edge: u32,
    watch: Watch<'_>,
) -> Result<RgbImage, CannotDraw> {
    let (raster, orientation) = decode_to_turn(bytes, edge, watch)?;
    let drawn = decode::guarded(|| flatten(raster, edge, orientation, watch));
    drawn.unwrap_or(Err(CannotDraw::Damaged))
}

/// What is stored, with how it is to be turned.
fn decode_to_turn(
    bytes: &[u8],
    edge: u32,
    watch: Watch<'_>,
) -> Result<(Raster, Option<Orientation>), CannotDraw> {
    let format = Format::recognise(bytes).ok_or(CannotDraw::NotAPicture)?;
    let raster = decode::decode(bytes, format, edge.max(1), watch)?;
    let orientation = metadata::find_turn(raster.orientation, bytes);
    Ok((raster, orientation))
}

/// Draws what is decoded.
pub(crate) fn draw_raster(
    raster: Raster,
    orientation: Option<Orientation>,
    edges: &[u32],
    watch: Watch<'_>,
) -> Result<Vec<Thumbnail>, CannotDraw> {
    let drawn = decode::guarded(|| {
        let mut places: Vec<(usize, u32)> = edges
            .iter()
            .map(|edge| (*edge).max(1))
            .enumerate()
            .collect();
        places.sort_by_key(|(_, edge)| std::cmp::Reverse(*edge));
        let Some((_, largest)) = places.first() else {
            return Ok(Vec::new());
        };
        let upright = turned(raster.whole, orientation);
        let mut picture = flatten(raster, *largest, orientation, watch)?;
        let mut drawn = Vec::new();
        for (place, edge) in places {
            watch.check()?;
            // each is made of the next larger one
            let smaller = shrink(DynamicImage::ImageRgb8(picture), fit(upright, edge), false)?;
            picture = smaller.into_rgb8();
            drawn.push((place, encode(&picture)?));
        }
        drawn.sort_by_key(|(place, _)| *place);
        Ok(drawn.into_iter().map(|(_, small)| small).collect())
    });
    drawn.unwrap_or(Err(CannotDraw::Damaged))
}

/// Small, in sRGB, upright and on white, in this order: each is far less work on a small picture.
pub(crate) fn flatten(
    raster: Raster,
    edge: u32,
    orientation: Option<Orientation>,
    watch: Watch<'_>,
) -> Result<RgbImage, CannotDraw> {
    let has_alpha = raster.has_alpha();
    let is_plain = raster.colour == Colour::Srgb;
    let picture = in_few_kinds(raster.picture, has_alpha, is_plain);
    let small = shrink(picture, fit(raster.whole, edge), has_alpha)?;
    watch.check()?;
    let mut small = bring_to_srgb(small, &raster.colour);
    if let Some(orientation) = orientation {
        small.apply_orientation(orientation);
    }
    Ok(if has_alpha {
        on_white(small)
    } else {
        small.into_rgb8()
    })
}

/// Kinds of pixels that can be shrunk; sixteen bits are kept only where a profile is yet to be applied.
fn in_few_kinds(picture: DynamicImage, has_alpha: bool, is_plain: bool) -> DynamicImage {
    let colour = picture.color();
    let is_wide = colour.bytes_per_pixel() / colour.channel_count() > 1;
    let is_ink = colour.has_alpha() && !has_alpha;
    match (
        is_wide && !is_plain,
        is_ink || has_alpha,
        colour.has_color(),
    ) {
        (true, true, _) => DynamicImage::ImageRgba16(picture.into_rgba16()),
        (true, false, true) => DynamicImage::ImageRgb16(picture.into_rgb16()),
        (true, false, false) => DynamicImage::ImageLuma16(picture.into_luma16()),
        // shades that have a profile stay shades, with their transparency beside them
        (false, true, false) if !is_plain => DynamicImage::ImageLumaA8(picture.into_luma_alpha8()),
        (false, true, _) => DynamicImage::ImageRgba8(picture.into_rgba8()),
        (false, false, true) => DynamicImage::ImageRgb8(picture.into_rgb8()),
        (false, false, false) => DynamicImage::ImageLuma8(picture.into_luma8()),
    }
}

pub(crate) fn turned((width, height): (u32, u32), orientation: Option<Orientation>) -> (u32, u32) {
    match orientation.map(Orientation::to_exif) {
        Some(5..=8) => (height, width),
        _ => (width, height),
    }
}

/// The size that a picture has within a square.
fn fit((width, height): (u32, u32), edge: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= edge {
        return (width, height);
    }
    let scaled = |side: u32| {
        let rounded =
            (u64::from(side) * u64::from(edge) + u64::from(longest) / 2) / u64::from(longest);
        u32::try_from(rounded).unwrap_or(edge).clamp(1, edge)
    };
    (scaled(width), scaled(height))
}

fn shrink(
    picture: DynamicImage,
    (width, height): (u32, u32),
    has_alpha: bool,
) -> Result<DynamicImage, CannotDraw> {
    if (picture.width(), picture.height()) == (width, height) {
        return Ok(picture);
    }
    let mut small = DynamicImage::new(width, height, picture.color());
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom))
        .use_alpha(has_alpha);
    Resizer::new()
        .resize(&picture, &mut small, &options)
        .map_err(|_| CannotDraw::Damaged)?;
    Ok(small)
}

fn on_white(picture: DynamicImage) -> RgbImage {
    let picture = picture.into_rgba8();
    let mut flat = RgbImage::new(picture.width(), picture.height());
    for (to, from) in flat.pixels_mut().zip(picture.pixels()) {
        let [colour @ .., alpha] = from.0;
        to.0 = colour.map(|channel| {
            let mixed =
                (u16::from(channel) * u16::from(alpha) + 255 * (255 - u16::from(alpha)) + 127)
                    / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        });
    }
    flat
}

pub(crate) fn encode(picture: &RgbImage) -> Result<Thumbnail, CannotDraw> {
    let (width, height) = picture.dimensions();
    let side = |side: u32| u16::try_from(side).map_err(|_| CannotDraw::TooLarge);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(if width.max(height) > FINE_EDGE {
        SamplingFactor::F_2_2
    } else {
        SamplingFactor::F_1_1
    });
    encoder
        .encode(picture, side(width)?, side(height)?, ColorType::Rgb)
        .map_err(|_| CannotDraw::Damaged)?;
    Ok(Thumbnail {
        bytes,
        width,
        height,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{exif, jpeg, png, quadrants, stored_for, with_exif};
    use proptest::prelude::*;

    #[test]
    fn all_orientations_come_out_upright() {
        for orientation in 1..=8 {
            let stored = stored_for(orientation, 64, 32);
            let bytes = with_exif(&stored, &exif(orientation, "2020:01:01 00:00:00", "A", "B"));
            for edge in [16, 64, 1000] {
                let small = thumbnail(&bytes, edge).unwrap();
                let width = edge.min(64);
                assert_eq!(
                    (small.width, small.height),
                    (width, width / 2),
                    "orientation {orientation}"
                );
                let [top_left, top_right, bottom_left, bottom_right] = quadrants(&small.bytes);
                assert!(
                    top_left[0] > 180 && top_left[1] < 90,
                    "red in {orientation}: {top_left:?}"
                );
                assert!(
                    top_right[1] > 120 && top_right[0] < 90,
                    "green in {orientation}: {top_right:?}"
                );
                assert!(
                    bottom_left[2] > 180 && bottom_left[0] < 90,
                    "blue in {orientation}: {bottom_left:?}"
                );
                assert!(
                    bottom_right.iter().all(|channel| *channel > 200),
                    "white in {orientation}"
                );
            }
        }
    }

    #[test]
    fn what_is_transparent_becomes_white() {
        let small = thumbnail(&png(8, 8), 4).unwrap();
        assert_eq!((small.width, small.height), (4, 4));
        for mean in quadrants(&small.bytes) {
            assert!(mean.iter().all(|channel| *channel > 240), "{mean:?}");
        }
    }

    #[test]
    fn odd_shapes_keep_at_least_a_pixel() {
        let small = thumbnail(&jpeg(2000, 1), 100).unwrap();
        assert_eq!((small.width, small.height), (100, 1));
        assert_eq!(thumbnail(&jpeg(5, 5), 0).unwrap().width, 1);
    }

    #[test]
    fn what_cannot_be_drawn() {
        let draw = |bytes: &[u8]| thumbnail(bytes, 10).unwrap_err().code();
        assert_eq!(draw(b""), "not_a_picture");
        assert_eq!(draw(b"text"), "not_a_picture");
        assert_eq!(draw(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "damaged");
        assert_eq!(draw(b"<svg width='9' height='9'/>"), "format_not_decoded");
        assert_eq!(draw(b"\xff\xd8\xff\xe0"), "damaged");
    }

    #[test]
    fn a_jpeg_that_breaks_off_is_drawn_as_far_as_it_goes() {
        let whole = stored_for(1, 640, 320);
        let small = thumbnail(&whole[..whole.len() * 3 / 4], 64).unwrap();
        assert_eq!((small.width, small.height), (64, 32));
        assert!(quadrants(&small.bytes)[0][0] > 180);
    }

    proptest! {
        #[test]
        fn any_bytes(start in 0..7usize, rest in proptest::collection::vec(any::<u8>(), 0..300)) {
            let magic = [&b""[..], b"\xff\xd8\xff\xe1\0\x40Exif\0\0", b"II*\0\x08\0\0\0", b"GIF89a", b"RIFF\0\0\0\0WEBP",
                b"\x89PNG\r\n\x1a\n", b"\0\0\0\x10ftypheic"];
            let bytes = [magic[start], &rest].concat();
            let _ = crate::describe(&bytes);
            let _ = thumbnail(&bytes, 32);
            let _ = crate::fingerprint(&bytes);
        }

        #[test]
        fn changed_pictures(
            which in 0..2usize,
            changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..12),
        ) {
            let mut bytes = match which {
                0 => with_exif(&jpeg(16, 16), &exif(6, "2008:05:30 15:56:01", "Canon", "EOS")),
                _ => png(16, 16),
            };
            for (index, byte) in changes {
                let at = index.index(bytes.len());
                bytes[at] = byte;
            }
            if let Ok(small) = thumbnail(&bytes, 8) {
                prop_assert!(small.width <= 8 && small.height <= 8);
                prop_assert!(crate::describe(&bytes).is_ok());
            }
        }
    }
}
