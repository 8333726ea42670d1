//! What a camera drew itself and put into its file: a picture to show until the right one is drawn.

use crate::bounds::Watch;
use crate::decode;
use crate::fingerprint::have_same_shape;
use crate::format::Format;
use crate::metadata;
use crate::structure::tiff::{JPEG_LENGTH, JPEG_OFFSET, TiffTags};
use crate::thumbnail::{Thumbnail, draw_raster};

/// Longest side that such a picture is given with, in pixels; Exif's have 160.
const EDGE_MOST: u32 = 512;

/// The small picture in a file's Exif data, upright and in sRGB: at once, whatever the size of the picture. None where
/// there is none, or where its shape is not the picture's: then it has black bars, or is of another picture.
#[must_use]
pub fn exif_thumbnail(bytes: &[u8]) -> Option<Thumbnail> {
    let format = Format::recognise(bytes)?;
    let exif = decode::guarded(|| metadata::find_exif(bytes)).flatten()?;
    let small = decode::guarded(|| embedded(&exif)).flatten()?;
    let watch = Watch::begin(None);
    let raster = decode::decode(small, Format::Jpeg, EDGE_MOST, watch).ok()?;
    let header = decode::header(bytes, format);
    if !have_same_shape(header.size?, raster.whole) {
        return None;
    }
    let orientation = metadata::find_turn(header.orientation, bytes);
    let drawn = draw_raster(raster, orientation, &[EDGE_MOST], watch).ok()?;
    drawn.into_iter().next()
}

/// The JPEG that a directory of Exif's TIFF names.
fn embedded(exif: &[u8]) -> Option<&[u8]> {
    let directories = TiffTags::open(exif)?.directories().into_iter();
    let mut named = directories.filter_map(|directory| {
        let start = directory.number(JPEG_OFFSET)?;
        let end = start.checked_add(directory.number(JPEG_LENGTH)?)?;
        exif.get(start..end)
    });
    named.find(|bytes| Format::recognise(bytes) == Some(Format::Jpeg))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{jpeg, quadrants, stored_for, tiff_of, with_exif};
    use crate::structure::tiff::ORIENTATION;

    fn camera_file(picture: &[u8], small: &[u8], orientation: usize) -> Vec<u8> {
        let block = |at: usize| {
            tiff_of(&[&[
                (ORIENTATION, &[orientation]),
                (JPEG_OFFSET, &[at]),
                (JPEG_LENGTH, &[small.len()]),
            ]])
        };
        let exif = block(block(0).len());
        with_exif(picture, &[&exif[..], small].concat())
    }

    #[test]
    fn the_embedded_picture_upright() {
        for orientation in 1..=8 {
            let small = stored_for(orientation, 64, 32);
            let picture = stored_for(orientation, 640, 320);
            let file = camera_file(&picture, &small, usize::from(orientation));
            let small = exif_thumbnail(&file).unwrap();
            assert_eq!((small.width, small.height), (64, 32), "{orientation}");
            assert!(quadrants(&small.bytes)[0][0] > 180, "{orientation}");
        }
    }

    #[test]
    fn none_where_it_has_bars_or_is_broken() {
        let picture = jpeg(640, 320);
        assert_eq!(
            exif_thumbnail(&camera_file(&picture, &jpeg(64, 48), 1)),
            None
        );
        assert_eq!(
            exif_thumbnail(&camera_file(&picture, b"\xff\xd8\xff", 1)),
            None
        );
        assert_eq!(exif_thumbnail(&picture), None);
        assert_eq!(exif_thumbnail(b"text"), None);
    }
}
