//! What a picture looks like, and whether another is the same picture.

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, GrayImage};

use super::align::align;
use super::blocks::apart;
use super::cells::SIDE;
use super::sketch::Sketch;

/// Which likeness this is: raised whenever one may come out otherwise, so that what is kept of an older one is known.
pub const LIKENESS_VERSION: u8 = 1;

/// Bytes before the cells: the version, width and height.
const HEAD: usize = 5;
/// Of one picture, up to so much is not in both: a mark, and what JPEG and alignment take away.
const MOST_APART: f32 = 0.025;
/// Sides of two cuts of one picture are in proportion within so much.
const MOST_STRETCHED: f32 = 1.27;

/// What a picture looks like, by which it is known again where it was made smaller, cut by a few hundredths, toned, made
/// grey or marked with a credit: grey cells, and sketches by which they are found among many.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    width: u16,
    height: u16,
    cells: Vec<u8>,
    pub(super) sketch: Sketch,
}

/// What a drawn picture looks like: upright, of any size, best of about 256 pixels. None where it has no pixels.
#[must_use]
pub fn likeness(picture: &DynamicImage) -> Option<Likeness> {
    let side = |pixels: u32| u16::try_from(pixels).unwrap_or(u16::MAX);
    let (width, height) = (side(picture.width()), side(picture.height()));
    let grey = DynamicImage::ImageLuma8(in_grey(picture));
    let edge = u32::try_from(SIDE).ok()?;
    let mut small = DynamicImage::ImageLuma8(GrayImage::new(edge, edge));
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize(&grey, &mut small, &options).ok()?;
    Likeness::of_cells(width, height, soften(&small.into_luma8()))
}

/// Each cell with a little of those about it: what is as fine as a cell comes out otherwise in each cut.
fn soften(cells: &GrayImage) -> Vec<u8> {
    image::imageops::filter3x3(cells, &[1.0, 2.0, 1.0, 2.0, 4.0, 2.0, 1.0, 2.0, 1.0]).into_raw()
}

/// Between the two weights of colours that programs use when they make a picture grey, so that both come near.
fn in_grey(picture: &DynamicImage) -> GrayImage {
    let picture = picture.to_rgb8();
    let shade = |[red, green, blue]: [u8; 3]| {
        let sum = u32::from(red) * 66 + u32::from(green) * 166 + u32::from(blue) * 24;
        u8::try_from((sum + 128) / 256).unwrap_or(u8::MAX)
    };
    GrayImage::from_fn(picture.width(), picture.height(), |x, y| {
        image::Luma([shade(picture.get_pixel(x, y).0)])
    })
}

/// What a picture looks like that was drawn before, as [`crate::Thumbnail`] has its bytes. None where they cannot be read.
#[must_use]
pub fn likeness_of_drawn(jpeg: &[u8]) -> Option<Likeness> {
    let picture = image::load_from_memory_with_format(jpeg, image::ImageFormat::Jpeg).ok()?;
    likeness(&picture)
}

impl Likeness {
    fn of_cells(width: u16, height: u16, cells: Vec<u8>) -> Option<Likeness> {
        if width == 0 || height == 0 || cells.len() != SIDE * SIDE {
            return None;
        }
        let sketch = Sketch::of(&cells);
        Some(Likeness {
            width,
            height,
            cells,
            sketch,
        })
    }

    /// Bytes to keep; those of equal pictures are equal.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![LIKENESS_VERSION];
        bytes.extend(self.width.to_be_bytes());
        bytes.extend(self.height.to_be_bytes());
        bytes.extend(&self.cells);
        bytes
    }

    /// The likeness that was kept; none where the bytes are of another version or of none.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Likeness> {
        let (head, cells) = bytes.split_at_checked(HEAD)?;
        let [LIKENESS_VERSION, w0, w1, h0, h1] = *head else {
            return None;
        };
        let (width, height) = (u16::from_be_bytes([w0, w1]), u16::from_be_bytes([h0, h1]));
        Likeness::of_cells(width, height, cells.to_vec())
    }

    /// Whether both are of one picture: another frame of the same scene is not.
    #[must_use]
    pub fn is_near(&self, other: &Likeness) -> bool {
        self.sketch.may_be_near(&other.sketch) && self.apart(other) <= MOST_APART
    }

    /// How much of what they show is not in both, 0 to 1: next to nothing for what was made of one picture, more for another
    /// frame of its scene, 1 where they have nothing to do with each other or show nothing to know them by.
    #[must_use]
    pub fn apart(&self, other: &Likeness) -> f32 {
        // one and the same is laid over the other, so that both have one answer
        let (one, other) = match self.cells <= other.cells {
            true => (self, other),
            false => (other, self),
        };
        let stretched = one.shape() / other.shape();
        let in_shape = (1.0 / MOST_STRETCHED..=MOST_STRETCHED).contains(&stretched);
        if !in_shape || one.sketch.is_flat() || other.sketch.is_flat() {
            return 1.0;
        }
        align(&one.cells, &other.cells, 1.0 / stretched)
            .map_or(1.0, |own| apart(&own, &other.cells))
    }

    /// Width by height.
    fn shape(&self) -> f32 {
        f32::from(self.width) / f32::from(self.height)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use image::{RgbImage, imageops};

    /// Bright and dark spots, the same for one seed.
    pub(in crate::likeness) fn spots(seed: u32) -> DynamicImage {
        DynamicImage::ImageRgb8(RgbImage::from_fn(240, 160, |x, y| {
            let mixed = (x / 20 + 1).wrapping_mul(2_654_435_761)
                ^ (y / 20 + seed).wrapping_mul(40_503 << 16 | 11);
            let shade = u8::try_from(mixed.wrapping_mul(2_246_822_519) >> 24).unwrap();
            image::Rgb([shade, shade / 2 + 40, 255 - shade / 3])
        }))
    }

    #[test]
    fn bytes_give_the_same_likeness_again_and_those_of_another_version_give_none() {
        let own = likeness(&spots(1)).unwrap();
        let mut bytes = own.to_bytes();
        assert_eq!(Likeness::from_bytes(&bytes), Some(own));
        assert_eq!(Likeness::from_bytes(&bytes[..bytes.len() - 1]), None);
        assert_eq!(Likeness::from_bytes(b""), None);
        bytes[0] += 1;
        assert_eq!(Likeness::from_bytes(&bytes), None);
        assert_eq!(likeness(&DynamicImage::new_rgb8(0, 9)), None);
    }

    #[test]
    fn a_cut_is_near_and_a_mirrored_or_turned_one_and_another_are_not() {
        let (own, whole) = (spots(1), likeness(&spots(1)).unwrap());
        let near = |picture: &DynamicImage| {
            let other = likeness(picture).unwrap();
            assert_eq!(whole.is_near(&other), other.is_near(&whole));
            whole.is_near(&other)
        };
        assert!(near(&own));
        assert!(near(&own.crop_imm(12, 0, 228, 152)));
        assert!(near(&own.resize_exact(
            120,
            80,
            imageops::FilterType::Triangle
        )));
        assert!(!near(&own.fliph()));
        assert!(!near(&own.rotate180()));
        assert!(!near(&own.rotate90()));
        assert!(!near(&spots(2)));
    }

    #[test]
    fn what_shows_nothing_is_near_to_nothing() {
        let flat =
            DynamicImage::ImageRgb8(RgbImage::from_pixel(64, 64, image::Rgb([200, 190, 180])));
        let flat = likeness(&flat).unwrap();
        assert!(!flat.is_near(&flat));
        assert!(!flat.is_near(&likeness(&spots(1)).unwrap()));
    }
}
