//! Raw pictures of cameras. Their sensors' data is not developed: the camera's own JPEG in the file is drawn.

use super::jpeg;
use super::jpeg_header::JpegHeader;
use crate::bounds::{Obstacle, Watch};
use crate::format::Format;
use crate::raster::Raster;
use crate::structure::tiff::{DNG_CROP_SIZE, Directory, ORIENTATION, PHOTOMETRIC, TiffTags};

/// Pictures inside one file that are tried; cameras write up to five.
const PREVIEWS_MOST: usize = 64;
/// Places at which one may begin: the sensor's data has such bytes too, by chance.
const STARTS_MOST: usize = 256;
/// Within so many bytes a picture's header ends.
const HEADER_MOST: usize = 1 << 20;

/// Width and height of the raw picture as stored.
pub(crate) fn size(bytes: &[u8], format: Format) -> Option<(u32, u32)> {
    match format {
        Format::Raf => raf_size(bytes),
        Format::Cr3 => cr3_size(bytes),
        Format::Rw2 => rw2_size(bytes),
        _ => tiff_size(bytes),
    }
    // a kind that is not known gives at least what it shows
    .or_else(|| previews(bytes).first().map(|(size, _)| *size))
}

/// How it is to be turned: an Exif orientation.
pub(crate) fn orientation(bytes: &[u8], format: Format) -> Option<u8> {
    let tags = match format {
        Format::Cr3 => TiffTags::open(bytes.get(place_of(bytes, b"CMT1")? + 4..)?)?,
        Format::Raf => return None,
        _ => TiffTags::open(bytes)?,
    };
    let orientation = tags.first()?.number(ORIENTATION)?;
    u8::try_from(orientation)
        .ok()
        .filter(|number| (1..=8).contains(number))
}

/// The largest picture in the file that can be decoded, if there is one.
pub(crate) fn preview(bytes: &[u8]) -> Option<&[u8]> {
    let found = previews(bytes).into_iter();
    found.map(|(_, bytes)| bytes).next()
}

/// Decodes the largest preview that is whole.
///
/// # Errors
/// [`Obstacle::NotDecoded`] where there is none.
pub(crate) fn decode(bytes: &[u8], edge: u32, watch: Watch<'_>) -> Result<Raster, Obstacle> {
    let mut obstacle = Obstacle::NotDecoded;
    for (_, preview) in previews(bytes) {
        watch.check()?;
        match jpeg::decode(preview, edge, watch) {
            Ok(raster) => return Ok(raster),
            Err(why) => obstacle = why,
        }
    }
    Err(obstacle)
}

/// JPEG files inside the bytes, the largest first; those that decoders of photos do not read are left out, as raw data
/// itself is often lossless JPEG.
fn previews(bytes: &[u8]) -> Vec<((u32, u32), &[u8])> {
    let started = starts(bytes).filter_map(|rest| {
        let header = JpegHeader::read(rest.get(..HEADER_MOST).unwrap_or(rest))?;
        let is_there = header.size.0 > 0 && header.size.1 > 0;
        (is_there && header.is_common()).then_some((header.size, rest))
    });
    let mut found: Vec<_> = started.take(PREVIEWS_MOST).collect();
    let pixels = |(width, height): (u32, u32)| u64::from(width) * u64::from(height);
    found.sort_by_key(|(size, _)| std::cmp::Reverse(pixels(*size)));
    found
}

/// What begins at each place at which a JPEG file may.
fn starts(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    let starts = std::iter::from_fn(move || {
        let start = rest.get(place_of(rest, b"\xff\xd8\xff")?..)?;
        rest = start.get(3..)?;
        Some(start)
    });
    starts.take(STARTS_MOST)
}

fn place_of(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let (first, rest) = wanted.split_first()?;
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| byte == first)?;
        at += 1;
        if bytes.get(at..)?.starts_with(rest) {
            return Some(at - 1);
        }
    }
}

/// Of the directory with the sensor's data: what is to be cut out of it where that is said, else all of it.
fn tiff_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let directories = TiffTags::open(bytes)?.directories();
    // a colour filter array, or one value for each of three colours (DNG)
    let is_raw =
        |directory: &&Directory<'_>| matches!(directory.number(PHOTOMETRIC), Some(32_803 | 34_892));
    let area = |(width, height): (u32, u32)| u64::from(width) * u64::from(height);
    let of = |directory: &Directory<'_>| {
        let sides: Vec<usize> = directory.numbers(DNG_CROP_SIZE).take(3).collect();
        match sides[..] {
            [width, height] => Some((u32::try_from(width).ok()?, u32::try_from(height).ok()?)),
            _ => directory.size(),
        }
    };
    let raw = directories.iter().filter(is_raw).filter_map(of);
    let raw = raw.max_by_key(|size| area(*size));
    raw.or_else(|| {
        directories
            .iter()
            .filter_map(of)
            .max_by_key(|size| area(*size))
    })
}

/// RW2: the borders of the picture on the sensor.
fn rw2_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let first = TiffTags::open(bytes)?.first()?;
    let border = |tag| first.number(tag);
    let [top, left, bottom, right] = [border(4)?, border(5)?, border(6)?, border(7)?];
    let side = |from: usize, to: usize| u32::try_from(to.checked_sub(from)?).ok();
    Some((side(left, right)?, side(top, bottom)?))
}

/// RAF: a list of records, of which 0x111 is the picture's height and width.
fn raf_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| {
        bytes
            .get(at..)?
            .first_chunk()
            .map(|four| u32::from_be_bytes(*four))
    };
    let mut at = usize::try_from(number(92)?).ok()?;
    let count = number(at)?.min(256);
    at += 4;
    let mut found = None;
    for _ in 0..count {
        let record = number(at)?;
        let (tag, length) = (record >> 16, usize::try_from(record & 0xffff).ok()?);
        // 0x100 is the sensor's, and stands before
        if matches!(tag, 0x100 | 0x111) && length >= 4 {
            let sides = number(at + 4)?;
            found = Some((sides & 0xffff, sides >> 16));
        }
        at = at.checked_add(4 + length)?;
    }
    found
}

/// CR3: the largest sample description of Canon's raw (`CRAW`): its width and height stand where those of video do.
fn cr3_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut largest = None;
    let mut rest = bytes.get(..bytes.len().min(4 << 20))?;
    while let Some(at) = place_of(rest, b"CRAW") {
        rest = rest.get(at + 4..)?;
        if let Some([w1, w0, h1, h0]) = rest.get(24..28) {
            let size = (
                u32::from(u16::from_be_bytes([*w1, *w0])),
                u32::from(u16::from_be_bytes([*h1, *h0])),
            );
            largest = largest.max(Some((size.0 * size.1, size)));
        }
    }
    largest.map(|(_, size)| size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{jpeg, tiff_of};
    use crate::structure::tiff::{HEIGHT, WIDTH};

    #[test]
    fn the_true_size_and_the_largest_preview() {
        let tags = tiff_of(&[
            &[
                (WIDTH, &[160]),
                (HEIGHT, &[120]),
                (ORIENTATION, &[6]),
                (0x014a, &[1]),
            ],
            &[
                (WIDTH, &[6016]),
                (HEIGHT, &[4016]),
                (PHOTOMETRIC, &[32_803]),
            ],
        ]);
        let mut lossless = jpeg(200, 100);
        let frame = place_of(&lossless, &[0xff, 0xc0]).unwrap();
        lossless[frame + 1] = 0xc3;
        let file = [
            &tags[..],
            &jpeg(16, 8),
            &lossless,
            &jpeg(64, 32),
            &jpeg(32, 16),
        ]
        .concat();
        assert_eq!(size(&file, Format::Nef), Some((6016, 4016)));
        assert_eq!(orientation(&file, Format::Nef), Some(6));
        let raster = decode(&file, 1000, Watch::begin(None)).unwrap();
        assert_eq!(raster.whole, (64, 32));
        assert_eq!(
            decode(&tags, 9, Watch::begin(None)).unwrap_err(),
            Obstacle::NotDecoded
        );
    }

    #[test]
    fn of_many_pictures_some_are_tried_and_of_each_its_start() {
        let many = b"\xff\xd8\xff\xe1\0\x04ab".repeat(10_000);
        assert_eq!(starts(&many).count(), STARTS_MOST);
        assert!(previews(&many).is_empty());
        let pictures = jpeg(16, 8).repeat(PREVIEWS_MOST + 9);
        assert_eq!(previews(&pictures).len(), PREVIEWS_MOST);
        let segment = [&b"\xff\xe1\xff\xff"[..], &[0; 0xfffd]].concat();
        let long = [b"\xff\xd8", &segment.repeat(17)[..], &jpeg(16, 8)[2..]].concat();
        assert!(JpegHeader::read(&long).is_some());
        assert!(previews(&long).is_empty());
    }

    #[test]
    fn sizes_that_makers_write_their_own_way() {
        let cropped = tiff_of(&[&[
            (WIDTH, &[6016]),
            (HEIGHT, &[4016]),
            (PHOTOMETRIC, &[34_892]),
            (DNG_CROP_SIZE, &[6000, 4000]),
        ]]);
        assert_eq!(size(&cropped, Format::Dng), Some((6000, 4000)));
        let panasonic = tiff_of(&[&[(4, &[10]), (5, &[20]), (6, &[3010]), (7, &[4020])]]);
        assert_eq!(size(&panasonic, Format::Rw2), Some((4000, 3000)));
        let mut fuji = vec![0; 100];
        fuji[92..96].copy_from_slice(&100_u32.to_be_bytes());
        fuji.extend_from_slice(&[
            0, 0, 0, 2, 1, 0, 0, 4, 0x10, 0, 0x18, 0, 1, 0x11, 0, 4, 0x0f, 0xa0, 0x17, 0x70,
        ]);
        assert_eq!(size(&fuji, Format::Raf), Some((6000, 4000)));
        let canon = [&b"....CRAW"[..], &[0; 24], &[0x17, 0x70, 0x0f, 0xa0]].concat();
        assert_eq!(size(&canon, Format::Cr3), Some((6000, 4000)));
        for file in [cropped, panasonic, fuji, canon] {
            for end in 0..file.len() {
                for format in [Format::Dng, Format::Rw2, Format::Raf, Format::Cr3] {
                    let _ = size(&file[..end], format);
                    let _ = orientation(&file[..end], format);
                }
            }
        }
    }
}
