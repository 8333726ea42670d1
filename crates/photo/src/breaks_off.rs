//! Whether a picture's file breaks off: a copy that was interrupted, a card taken out too early. What there is of it may
//! still be drawn, and looks like a picture. Told by the file's own structure, without decoding.

use crate::decode::{guarded, heif, jxl, psd};
use crate::format::Format;
use crate::structure;
use crate::structure::chunks::png_chunks;
use crate::structure::segments::{END, SCAN, end_of_scan, segment};
use crate::structure::tiff::TiffTags;

/// Strips and tiles of one file, all directories together, of which it is asked whether they are there.
const PLACES_MOST: usize = 1 << 20;

/// Whether the file ends before the picture does.
pub(crate) fn breaks_off(bytes: &[u8], format: Format) -> bool {
    match format {
        Format::Jpeg => jpeg(bytes),
        Format::Png => png(bytes),
        Format::Gif => gif(bytes),
        Format::Webp => riff(bytes),
        Format::Heic | Format::Heif | Format::Avif => {
            boxes(bytes) || guarded(|| heif::breaks_off(bytes)).unwrap_or(false)
        }
        Format::Cr3 => boxes(bytes),
        Format::Jpeg2000 => jpeg2000(bytes),
        Format::JpegXl => guarded(|| jxl::breaks_off(bytes))
            .flatten()
            .unwrap_or(false),
        Format::Psd => guarded(|| psd::breaks_off(bytes))
            .flatten()
            .unwrap_or(false),
        Format::Raf => raf(bytes),
        Format::Tiff => tiff(bytes),
        raw if raw.is_raw() => tiff(bytes),
        // a bitmap's stated size is often wrong, and of the others nothing is drawn
        _ => false,
    }
}

/// Segments by their lengths, scans by what no scan holds, up to the end of the image.
fn jpeg(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(segment) = segment(bytes, at) {
        at = segment.end;
        match segment.marker {
            END => return false,
            SCAN => match end_of_scan(bytes, at) {
                Some(end) => at = end,
                None => return true,
            },
            _ => {}
        }
    }
    // no marker where one must be: it is damaged otherwise, which the decoder says
    bytes.get(at).is_none_or(|byte| *byte == 0xff)
}

/// Chunks by their lengths, up to the last, IEND.
fn png(bytes: &[u8]) -> bool {
    let end = png_chunks(bytes).find(|chunk| chunk.kind == b"IEND" || !chunk.is_whole);
    end.is_none_or(|chunk| !chunk.is_whole)
}

/// The trailer is the last byte, but for zeros that some programs add.
fn gif(bytes: &[u8]) -> bool {
    bytes.iter().rfind(|byte| **byte != 0) != Some(&0x3b)
}

/// The length stands behind the first four bytes.
fn riff(bytes: &[u8]) -> bool {
    let length = bytes.get(4..).and_then(<[u8]>::first_chunk);
    length.is_none_or(|length| u64::from(u32::from_le_bytes(*length)) + 8 > bytes.len() as u64)
}

/// Boxes by their lengths; the last may go to the end of the file, which a length of zero says.
fn boxes(bytes: &[u8]) -> bool {
    let mut parts = structure::boxes::boxes(bytes);
    let is_whole = parts.by_ref().all(|part| part.is_whole);
    !is_whole || !(parts.rest.is_empty() || parts.rest.starts_with(&[0; 4]))
}

/// JP2's boxes, or whether the codestream has its last marker; zeros may follow it.
fn jpeg2000(bytes: &[u8]) -> bool {
    if !bytes.starts_with(b"\xff\x4f") {
        return boxes(bytes);
    }
    let last = bytes.iter().rposition(|byte| *byte != 0);
    let end = last.and_then(|last| bytes.get(last.checked_sub(1)?..=last));
    end != Some(b"\xff\xd9")
}

/// Whether a directory, or a strip, a tile or a JPEG that one names, lies beyond the end.
fn tiff(bytes: &[u8]) -> bool {
    let directories = TiffTags::open(bytes).map(TiffTags::directories);
    let directories = directories.unwrap_or_default();
    let places = directories.iter().flat_map(|directory| directory.pieces());
    let is_beyond = |(start, length): (usize, usize)| {
        let end = start.checked_add(length);
        end.is_none_or(|end| end > bytes.len())
    };
    // where directories stand last, what is cut off is the directories
    directories.is_empty()
        || directories.iter().any(|directory| directory.breaks_off())
        || places.take(PLACES_MOST).any(is_beyond)
}

/// Fujifilm's raw names where its JPEG, its list of records and its data begin, and how long they are.
fn raf(bytes: &[u8]) -> bool {
    let number = |at: usize| {
        bytes
            .get(at..)
            .and_then(<[u8]>::first_chunk)
            .map(|four| u32::from_be_bytes(*four))
    };
    [84, 92, 100]
        .iter()
        .any(|at| match (number(*at), number(at + 4)) {
            (Some(start), Some(length)) => {
                u64::from(start) + u64::from(length) > bytes.len() as u64
            }
            _ => true,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{exif, gif, jpeg, png, tiff_of, tiff_picture, webp, with_exif};
    use crate::structure::tiff::{STRIP_LENGTHS, STRIP_OFFSETS};

    #[test]
    fn a_picture_cut_anywhere_breaks_off_and_a_whole_one_does_not() {
        let thumbnail = [
            &exif(1, "2008:05:30 15:56:01", "Canon", "A")[..],
            &jpeg(8, 8),
        ]
        .concat();
        let heic = [
            &b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..],
            b"\0\0\0\x0cmdatabcd",
            b"\0\0\0\x01mdat\0\0\0\0\0\0\0\x12ab",
        ]
        .concat();
        for (picture, format) in [
            (jpeg(40, 20), Format::Jpeg),
            // a small picture inside ends before the whole one does
            (with_exif(&jpeg(40, 20), &thumbnail), Format::Jpeg),
            (png(40, 20), Format::Png),
            (gif(40, 20), Format::Gif),
            (webp(40, 20), Format::Webp),
            (tiff_picture(40, 20), Format::Tiff),
            (heic.clone(), Format::Heic),
        ] {
            assert!(!breaks_off(&picture, format), "{format:?}");
            let more = [&picture[..], &[0; 7]].concat();
            if format != Format::Heic {
                assert!(!breaks_off(&more, format), "{format:?} with more behind it");
            }
            for length in [picture.len() - 2, picture.len() / 2, 30] {
                let cut = &picture[..length];
                assert!(breaks_off(cut, format), "{format:?} of {length} bytes");
            }
        }
    }

    #[test]
    fn what_lies_beyond_the_end() {
        let strip = |start: usize| tiff_of(&[&[(STRIP_OFFSETS, &[start]), (STRIP_LENGTHS, &[10])]]);
        let length = strip(0).len();
        assert!(!breaks_off(&strip(length - 10), Format::Nef));
        assert!(breaks_off(&strip(length - 9), Format::Nef));
        let mut fuji = vec![0; 200];
        for (at, start, length) in [(84, 108_u8, 20_u8), (92, 128, 10), (100, 138, 62)] {
            fuji[at + 3] = start;
            fuji[at + 7] = length;
        }
        assert!(!breaks_off(&fuji, Format::Raf));
        assert!(breaks_off(&fuji[..199], Format::Raf));
        assert!(!breaks_off(
            b"\xff\x4f\xff\x51ab\xff\xd9\0",
            Format::Jpeg2000
        ));
        assert!(breaks_off(b"\xff\x4f\xff\x51ab", Format::Jpeg2000));
    }
}
