//! Of how many pages or frames a file is.

use crate::decode::tiff;
use crate::format::Format;
use crate::structure::chunks::{png_chunks, webp_chunks};

/// Pages of a TIFF, or frames of an animation in GIF, PNG or WebP, as far as the file goes; one for what could have several
/// and has not, none for what cannot.
pub(crate) fn count_parts(bytes: &[u8], format: Format) -> Option<u32> {
    match format {
        Format::Tiff => tiff::count_pages(bytes),
        Format::Gif => Some(gif(bytes)),
        Format::Png => Some(png(bytes).unwrap_or(1)),
        Format::Webp => Some(webp(bytes).max(1)),
        _ => None,
    }
}

/// Image descriptors, over all blocks (GIF89a, 12 to 26).
fn gif(bytes: &[u8]) -> u32 {
    let table = |flags: u8| {
        if flags & 0x80 == 0 {
            0
        } else {
            3 << ((flags & 7) + 1)
        }
    };
    let mut at = 13 + bytes.get(10).map_or(0, |flags| table(*flags));
    let mut frames = 0;
    loop {
        match bytes.get(at) {
            Some(0x2c) => {
                frames += 1;
                let flags = bytes.get(at + 9).copied().unwrap_or_default();
                // behind the local table stands how many bits its first codes have
                at += 11 + table(flags);
            }
            Some(0x21) => at += 2,
            _ => return frames,
        }
        // sub-blocks, each behind its length, up to an empty one
        loop {
            let length = bytes.get(at).map_or(0, |length| usize::from(*length));
            at += length + 1;
            if length == 0 {
                break;
            }
        }
    }
}

/// What the chunk `acTL` says, which stands before the first `IDAT`.
fn png(bytes: &[u8]) -> Option<u32> {
    let mut before = png_chunks(bytes).take_while(|chunk| chunk.kind != b"IDAT");
    let control = before.find(|chunk| chunk.kind == b"acTL")?;
    let frames = control.content.first_chunk()?;
    Some(u32::from_be_bytes(*frames))
}

/// Chunks `ANMF`.
fn webp(bytes: &[u8]) -> u32 {
    let frames = webp_chunks(bytes).filter(|chunk| chunk.kind == b"ANMF");
    u32::try_from(frames.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{gif_of, jpeg, png, tiff_picture, webp};

    #[test]
    fn frames_and_pages() {
        for frames in [1, 3] {
            let moving = gif_of(frames, 20, 10);
            assert_eq!(count_parts(&moving, Format::Gif), Some(frames));
            for end in 0..moving.len() {
                assert!(count_parts(&moving[..end], Format::Gif) <= Some(frames));
            }
        }
        assert_eq!(count_parts(&png(4, 4), Format::Png), Some(1));
        assert_eq!(count_parts(&webp(4, 4), Format::Webp), Some(1));
        assert_eq!(count_parts(&jpeg(4, 4), Format::Jpeg), None);
        assert_eq!(count_parts(&tiff_picture(4, 4), Format::Tiff), Some(1));
        let still = png(4, 4);
        let moving = [
            &still[..33],
            b"\0\0\0\x08acTL\0\0\0\x05\0\0\0\0crc.",
            &still[33..],
        ]
        .concat();
        assert_eq!(count_parts(&moving, Format::Png), Some(5));
        let moving = b"RIFF\0\0\0\0WEBPVP8X\x02\0\0\0abANMF\x01\0\0\0a\0ANMF\0\0\0\0";
        assert_eq!(count_parts(moving, Format::Webp), Some(2));
    }
}
