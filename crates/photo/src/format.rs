//! Which picture format some bytes are in, by their first bytes alone.

use image::ImageFormat;
use serde::Serialize;

/// A picture format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Format {
    /// JPEG, also within JFIF or Exif.
    Jpeg,
    /// PNG.
    Png,
    /// TIFF, and the raw formats of cameras that are built on it (DNG, NEF, CR2, ARW …).
    Tiff,
    /// GIF.
    Gif,
    /// WebP.
    Webp,
    /// Windows bitmap.
    Bmp,
    /// HEIF with HEVC pictures, as phones write it.
    Heic,
    /// HEIF with anything else.
    Heif,
    /// HEIF with AV1 pictures.
    Avif,
}

impl Format {
    /// The format of these bytes, or nothing if they are no picture that is known here.
    #[must_use]
    pub fn recognise(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            // 42 is TIFF, 43 is BigTIFF.
            [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => Some(Self::Tiff),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Some(Self::Webp),
            [b'B', b'M', ..] => is_bitmap(bytes).then_some(Self::Bmp),
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => heif(bytes),
            _ => None,
        }
    }

    /// The media type, as `image/jpeg`.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Tiff => "image/tiff",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Bmp => "image/bmp",
            Self::Heic => "image/heic",
            Self::Heif => "image/heif",
            Self::Avif => "image/avif",
        }
    }

    /// The usual extension of file names, without a dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Tiff => "tif",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Bmp => "bmp",
            Self::Heic => "heic",
            Self::Heif => "heif",
            Self::Avif => "avif",
        }
    }

    /// The decoder, where there is one.
    pub(crate) const fn decoder(self) -> Option<ImageFormat> {
        match self {
            Self::Jpeg => Some(ImageFormat::Jpeg),
            Self::Png => Some(ImageFormat::Png),
            Self::Tiff => Some(ImageFormat::Tiff),
            Self::Gif => Some(ImageFormat::Gif),
            Self::Webp => Some(ImageFormat::WebP),
            Self::Bmp => Some(ImageFormat::Bmp),
            Self::Heic | Self::Heif | Self::Avif => None,
        }
    }

    pub(crate) const fn is_heif(self) -> bool {
        matches!(self, Self::Heic | Self::Heif | Self::Avif)
    }
}

/// Two letters are too few to tell a bitmap from a text, so the header's length is looked at too.
fn is_bitmap(bytes: &[u8]) -> bool {
    matches!(
        bytes.get(14..18),
        Some([12 | 16 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0])
    )
}

/// By the brands of the file type box (ISO/IEC 14496-12, 4.3): the major one, a version, then the others.
fn heif(bytes: &[u8]) -> Option<Format> {
    let length = bytes
        .first_chunk()
        .map_or(0, |length| u32::from_be_bytes(*length))
        .clamp(16, 1024);
    let end = usize::try_from(length).unwrap_or(16).min(bytes.len());
    let mut brands = bytes.get(8..end)?.chunks_exact(4);
    let major = brands.next()?;
    let brands: Vec<&[u8]> = std::iter::once(major).chain(brands.skip(1)).collect();
    let has = |wanted: &[&[u8; 4]]| brands.iter().any(|brand| wanted.iter().any(|w| brand == w));
    if has(&[b"avif", b"avis"]) {
        Some(Format::Avif)
    } else if has(&[
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs",
    ]) {
        Some(Format::Heic)
    } else if has(&[b"mif1", b"msf1"]) {
        Some(Format::Heif)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_first_bytes() {
        for (bytes, format) in [
            (&b"\xff\xd8\xff\xe0"[..], Some(Format::Jpeg)),
            (b"\x89PNG\r\n\x1a\n", Some(Format::Png)),
            (b"II*\0", Some(Format::Tiff)),
            (b"MM\0+", Some(Format::Tiff)),
            (b"GIF89a", Some(Format::Gif)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some(Format::Webp)),
            (b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", Some(Format::Bmp)),
            (b"BMW came to the meeting", None),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Some(Format::Heic)),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", Some(Format::Avif)),
            (b"\0\0\0\x14ftypmif1\0\0\0\0miaf", Some(Format::Heif)),
            (b"\0\0\0\x18ftypisom\0\0\0\0mp41mp42", None),
            (b"RIFF\0\0\0\0WAVE", None),
            (b"%PDF-1.4", None),
            (b"", None),
        ] {
            assert_eq!(Format::recognise(bytes), format, "{bytes:?}");
        }
    }
}
