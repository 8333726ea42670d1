//! What a picture looks like, in a few numbers, so that it is known again in another size.

use crate::bounds::Watch;
use crate::decode;
use crate::format::Format;
use crate::metadata;
use crate::raster::Raster;
use crate::thumbnail::{flatten, turned};
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageBuffer, Luma};

/// Longest side, in pixels, of the picture that is made small once more: a photo is decoded no larger than this asks for.
const EDGE: u32 = 512;
/// The small picture has one column more than there are differences in a row.
const COLUMNS: u32 = 9;
/// Rows of the small picture.
const ROWS: u32 = 8;
/// Fewer shades than these, of 65 536, between the darkest and the lightest place: there is nothing to know it by.
const FEWEST_SHADES: u16 = 4096;
/// Two pictures of one scene often differ in as many places as a picture and its small copy, but not in so few shades: of
/// 65 536, at one place.
const MOST_SHADES_APART: u16 = 4096;
/// So many of the 64 differences may differ.
const MOST_APART: u32 = 4;
/// Sides are in proportion where they are so near, in hundredths.
const MOST_STRETCHED: u128 = 2;

/// What a picture looks like: upright, small and grey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// Width of the whole picture in pixels, upright.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// By place, from the top left: whether it is lighter there than to the right of it.
    differences: u64,
    /// The small picture, in 65 536 shades.
    shades: Vec<u16>,
}

impl Fingerprint {
    /// In how many of 64 places two pictures differ: none for copies in other sizes, about 32 for pictures that have
    /// nothing to do with each other.
    pub(crate) const fn distance(&self, other: &Fingerprint) -> u32 {
        (self.differences ^ other.differences).count_ones()
    }

    /// Whether it is the same picture, perhaps in another size or format: different pictures of one scene are not.
    #[must_use]
    pub fn is_same_picture(&self, other: &Fingerprint) -> bool {
        let near = |(own, others): (&u16, &u16)| own.abs_diff(*others) <= MOST_SHADES_APART;
        have_same_shape((self.width, self.height), (other.width, other.height))
            && self.distance(other) <= MOST_APART
            && self.shades.iter().zip(&other.shades).all(near)
    }
}

/// Whether two sizes, width and height, are in proportion within 2 %: asked before pictures are decoded to be compared.
#[must_use]
pub fn have_same_shape(one: (u32, u32), other: (u32, u32)) -> bool {
    let across = u64::from(one.0) * u64::from(other.1);
    let down = u64::from(other.0) * u64::from(one.1);
    // of two sizes the product may fill all 64 bits
    u128::from(across.abs_diff(down)) * 100 <= u128::from(across.max(down)) * MOST_STRETCHED
}

/// What a picture looks like; none where it cannot be decoded, or is of one shade all over.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> Option<Fingerprint> {
    let format = Format::recognise(bytes)?;
    let watch = Watch::begin(None);
    let raster = decode::decode(bytes, format, EDGE, watch).ok()?;
    let orientation = metadata::find_turn(raster.orientation, bytes);
    decode::guarded(|| draw_print(raster, orientation, watch)).flatten()
}

fn draw_print(
    raster: Raster,
    orientation: Option<Orientation>,
    watch: Watch<'_>,
) -> Option<Fingerprint> {
    let (width, height) = turned(raster.whole, orientation);
    let picture = flatten(raster, EDGE, orientation, watch).ok()?;
    // In sixteen bits: two sizes of one sky differ by less than one shade of 256 from place to place.
    let grey = DynamicImage::ImageLuma16(DynamicImage::ImageRgb8(picture).into_luma16());
    let mut small =
        DynamicImage::ImageLuma16(ImageBuffer::<Luma<u16>, Vec<u16>>::new(COLUMNS, ROWS));
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Box));
    Resizer::new().resize(&grey, &mut small, &options).ok()?;
    let shades = small.into_luma16().into_raw();
    let (darkest, lightest) = (shades.iter().min()?, shades.iter().max()?);
    if lightest - darkest < FEWEST_SHADES {
        return None;
    }
    let differences = shades
        .chunks_exact(COLUMNS as usize)
        .flat_map(|row| row.iter().zip(row.iter().skip(1)))
        .fold(0, |bits, (here, right)| bits << 1 | u64::from(here > right));
    Some(Fingerprint {
        width,
        height,
        differences,
        shades,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{exif, gif, jpeg, png, stored_for, webp, with_exif};
    use image::{ImageFormat, RgbImage, imageops};
    use std::io::Cursor;

    /// A scene of bright and dark spots; `people` stand at other places in another picture of it.
    fn scene(people: u32) -> RgbImage {
        RgbImage::from_fn(960, 640, |x, y| {
            let wave = (f64::from(x) / 97.0).sin() + (f64::from(y) / 71.0).cos();
            let stands = [100, 400, 700]
                .iter()
                .any(|at| (at + people..at + people + 120).contains(&x) && y > 250);
            let shade = if stands { 30.0 } else { 128.0 + wave * 50.0 };
            image::Rgb([shade as u8, (shade * 0.9) as u8, (255.0 - shade) as u8])
        })
    }

    fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_picture_is_known_again_in_other_sizes_and_formats() {
        let whole = fingerprint(&encoded(&scene(0), ImageFormat::Jpeg)).unwrap();
        assert_eq!((whole.width, whole.height), (960, 640));
        for (width, height, format) in [
            (960, 640, ImageFormat::Png),
            (480, 320, ImageFormat::Jpeg),
            (331, 221, ImageFormat::Jpeg),
            (225, 150, ImageFormat::WebP),
        ] {
            let filter = imageops::FilterType::Lanczos3;
            let small = imageops::resize(&scene(0), width, height, filter);
            let small = fingerprint(&encoded(&small, format)).unwrap();
            assert!(whole.is_same_picture(&small), "{width} {small:?} {whole:?}");
        }
    }

    #[test]
    fn another_picture_of_the_scene_a_cut_and_a_mirrored_one_are_other_pictures() {
        let print = |picture: &RgbImage| fingerprint(&encoded(picture, ImageFormat::Jpeg)).unwrap();
        let whole = print(&scene(0));
        for (other, what) in [
            (scene(60), "people moved"),
            (
                imageops::crop_imm(&scene(0), 48, 32, 864, 576).to_image(),
                "cut",
            ),
            (
                imageops::crop_imm(&scene(0), 0, 0, 900, 640).to_image(),
                "cut to another shape",
            ),
            (imageops::flip_horizontal(&scene(0)), "mirrored"),
            (imageops::rotate180(&scene(0)), "upside down"),
        ] {
            let other = print(&other);
            assert!(!whole.is_same_picture(&other), "{what}");
            assert!(!other.is_same_picture(&whole), "{what}");
        }
        assert_eq!(whole.distance(&whole), 0);
    }

    #[test]
    fn it_is_the_upright_picture_that_is_looked_at() {
        let upright = fingerprint(&stored_for(1, 640, 320)).unwrap();
        for orientation in 2..=8 {
            let stored = stored_for(orientation, 640, 320);
            let turned = with_exif(&stored, &exif(orientation, "2020:01:01 00:00:00", "A", "B"));
            let turned = fingerprint(&turned).unwrap();
            assert_eq!((turned.width, turned.height), (640, 320), "{orientation}");
            assert!(upright.is_same_picture(&turned), "{orientation}");
        }
    }

    #[test]
    fn what_has_no_shades_or_no_pixels_has_none() {
        assert_eq!(fingerprint(b""), None);
        assert_eq!(fingerprint(b"Just text."), None);
        assert_eq!(fingerprint(b"\xff\xd8\xff\xe0\0\x10JFIF"), None);
        assert_eq!(fingerprint(&png(64, 64)), None);
        for bytes in [jpeg(3, 2), gif(300, 200), webp(300, 200)] {
            assert!(fingerprint(&bytes).is_some());
        }
    }

    #[test]
    fn shapes_are_the_same_within_two_hundredths() {
        assert!(have_same_shape((6000, 4000), (150, 100)));
        assert!(have_same_shape((1000, 1000), (981, 1000)));
        assert!(!have_same_shape((1000, 1000), (979, 1000)));
        assert!(!have_same_shape((4000, 3000), (6000, 4000)));
        assert!(have_same_shape((u32::MAX, u32::MAX), (u32::MAX, u32::MAX)));
    }
}
