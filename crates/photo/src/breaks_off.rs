//! Whether a picture's file breaks off: a copy that was interrupted, a card taken out too early. What there is of it may
//! still be drawn, and looks like a picture. Told by the file's own structure, without decoding; a format that does not
//! say where it ends (TIFF) is never found broken off.

use crate::format::Format;

/// Whether the file ends before the picture does.
pub(crate) fn breaks_off(bytes: &[u8], format: Format) -> bool {
    match format {
        Format::Jpeg => jpeg(bytes),
        Format::Png => png(bytes),
        Format::Gif => gif(bytes),
        Format::Webp => riff(bytes),
        Format::Heic | Format::Heif | Format::Avif => boxes(bytes),
        // a bitmap's stated size is often wrong
        Format::Bmp | Format::Tiff => false,
    }
}

/// Segments by their lengths, scans by what no scan holds, up to the end of the image.
fn jpeg(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        match bytes.get(at) {
            None => return true,
            // no marker where one must be: it is damaged otherwise, which the decoder says
            Some(byte) if *byte != 0xff => return false,
            Some(_) => {}
        }
        while bytes.get(at) == Some(&0xff) {
            at += 1;
        }
        let Some(marker) = bytes.get(at) else {
            return true;
        };
        at += 1;
        match marker {
            0xd9 => return false,
            0x01 | 0xd0..=0xd8 => continue,
            _ => {}
        }
        let Some(length) = bytes.get(at..).and_then(<[u8]>::first_chunk) else {
            return true;
        };
        at += usize::from(u16::from_be_bytes(*length)).max(2);
        if *marker == 0xda {
            match end_of_scan(bytes, at) {
                Some(end) => at = end,
                None => return true,
            }
        }
    }
}

/// Where the marker behind a scan stands: 0xff before anything but a stuffed zero, a restart, or another 0xff.
fn end_of_scan(bytes: &[u8], start: usize) -> Option<usize> {
    let pairs = bytes.get(start..)?.windows(2);
    let found = pairs.enumerate().find(
        |(_, pair)| matches!(pair, [0xff, next] if !matches!(next, 0x00 | 0xd0..=0xd7 | 0xff)),
    );
    found.map(|(at, _)| start + at)
}

/// Chunks by their lengths, up to the last, IEND.
fn png(bytes: &[u8]) -> bool {
    let mut at = 8_usize;
    loop {
        let Some([l0, l1, l2, l3, kind @ ..]) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>)
        else {
            return true;
        };
        let length = usize::try_from(u32::from_be_bytes([*l0, *l1, *l2, *l3]));
        // twelve: the length, the kind and the checksum
        let next = length.ok().and_then(|length| at.checked_add(length + 12));
        match next.filter(|next| *next <= bytes.len()) {
            None => return true,
            Some(_) if kind == b"IEND" => return false,
            Some(next) => at = next,
        }
    }
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

/// Boxes by their lengths; the last may go to the end of the file.
fn boxes(bytes: &[u8]) -> bool {
    let mut at = 0_usize;
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(short) = rest.first_chunk() else {
            return true;
        };
        let length = match u32::from_be_bytes(*short) {
            0 => return false,
            1 => match rest.get(8..).and_then(<[u8]>::first_chunk) {
                Some(long) => u64::from_be_bytes(*long),
                None => return true,
            },
            length => u64::from(length),
        };
        let next = usize::try_from(length.max(8))
            .ok()
            .and_then(|length| at.checked_add(length));
        match next.filter(|next| *next <= bytes.len()) {
            Some(next) => at = next,
            None => return true,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{exif, gif, jpeg, png, webp, with_exif};

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
        assert!(!breaks_off(b"II*\0", Format::Tiff));
    }
}
