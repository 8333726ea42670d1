//! A picture drawn small, upright, as JPEG.

use crate::decode::{self, Obstacle};
use crate::format::Format;
use crate::metadata;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageEncoder, RgbImage};

/// JPEG quality of thumbnails, 1 to 100.
const QUALITY: u8 = 82;

/// A small picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thumbnail {
    /// JPEG.
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
    /// The picture has more pixels than are decoded.
    #[error("the picture is too large")]
    TooLarge,
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
        }
    }
}

impl From<Obstacle> for CannotDraw {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::NotDecoded => Self::FormatNotDecoded,
            Obstacle::TooLarge => Self::TooLarge,
            Obstacle::Damaged => Self::Damaged,
        }
    }
}

/// Draws a picture upright so that it fits into a square of `edge` pixels (at least 1). A smaller one stays as
/// large as it is. What is transparent becomes white. A JPEG that breaks off is drawn as far as it goes.
///
/// # Errors
/// [`CannotDraw`] says why not.
pub fn thumbnail(bytes: &[u8], edge: u32) -> Result<Thumbnail, CannotDraw> {
    let format = Format::recognise(bytes).ok_or(CannotDraw::NotAPicture)?;
    let (picture, profile) = decode::decode(bytes, format)?;
    let orientation = metadata::read_metadata(bytes)
        .orientation
        .and_then(Orientation::from_exif);
    decode::guarded(|| {
        // Shrunk before it is turned: that is far less to turn.
        let mut small = shrink(in_eight_bits(picture), edge.max(1))?;
        if let Some(orientation) = orientation {
            small.apply_orientation(orientation);
        }
        encode(&on_white(small), profile)
    })
    .unwrap_or(Err(CannotDraw::Damaged))
}

/// Eight bits a channel; grey stays grey and transparency stays, so that nothing is widened before it is shrunk.
fn in_eight_bits(picture: DynamicImage) -> DynamicImage {
    if picture.color().has_alpha() {
        DynamicImage::ImageRgba8(picture.into_rgba8())
    } else if picture.color().has_color() {
        DynamicImage::ImageRgb8(picture.into_rgb8())
    } else {
        DynamicImage::ImageLuma8(picture.into_luma8())
    }
}

fn shrink(picture: DynamicImage, edge: u32) -> Result<DynamicImage, CannotDraw> {
    let (width, height) = (picture.width(), picture.height());
    let longest = width.max(height);
    if longest <= edge {
        return Ok(picture);
    }
    let scaled = |side: u32| {
        let rounded =
            (u64::from(side) * u64::from(edge) + u64::from(longest) / 2) / u64::from(longest);
        u32::try_from(rounded).unwrap_or(edge).clamp(1, edge)
    };
    let mut small = DynamicImage::new(scaled(width), scaled(height), picture.color());
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    Resizer::new()
        .resize(&picture, &mut small, &options)
        .map_err(|_| CannotDraw::Damaged)?;
    Ok(small)
}

fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
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

fn encode(picture: &RgbImage, profile: Option<Vec<u8>>) -> Result<Thumbnail, CannotDraw> {
    let (width, height) = picture.dimensions();
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    if let Some(profile) = profile {
        // JPEG takes profiles; if this one is refused, the colours are a little off and no more.
        let _ = encoder.set_icc_profile(profile);
    }
    encoder
        .write_image(picture, width, height, image::ExtendedColorType::Rgb8)
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
        assert_eq!(
            draw(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
            "format_not_decoded"
        );
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
