//! Which picture format some bytes are in, by their first bytes alone.

use crate::structure::tiff::{DNG_VERSION, MAKE, PHOTOMETRIC, TiffTags};
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
    /// TIFF.
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
    /// JPEG XL.
    JpegXl,
    /// JPEG 2000, in a file of its own (JP2, JPX) or bare.
    Jpeg2000,
    /// Photoshop's PSD and PSB.
    Psd,
    /// SVG.
    Svg,
    /// Raw: Adobe's digital negative.
    Dng,
    /// Raw of Nikon.
    Nef,
    /// Raw of Canon, the older.
    Cr2,
    /// Raw of Canon, the newer.
    Cr3,
    /// Raw of Sony.
    Arw,
    /// Raw of Fujifilm.
    Raf,
    /// Raw of Olympus and OM System.
    Orf,
    /// Raw of Panasonic.
    Rw2,
    /// Raw of Pentax.
    Pef,
    /// Raw of Samsung.
    Srw,
    /// Raw of another camera, built on TIFF.
    Raw,
    /// Icons of Windows.
    Ico,
    /// Icons of macOS.
    Icns,
    /// OpenEXR.
    Exr,
    /// Radiance's HDR.
    Hdr,
    /// Portable maps: PBM, PGM, PPM, PAM.
    Pnm,
    /// QOI.
    Qoi,
    /// PCX.
    Pcx,
    /// DirectDraw surface.
    Dds,
    /// JPEG XR.
    JpegXr,
}

impl Format {
    /// The format of these bytes, or nothing if they are no picture that is known here.
    #[must_use]
    pub fn recognise(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            // 42 is TIFF, 43 is BigTIFF.
            [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => Some(tiff(bytes)),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [b'B', b'M', ..] => is_bitmap(bytes).then_some(Self::Bmp),
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => by_brands(bytes),
            [0xff, 0x0a, ..] => Some(Self::JpegXl),
            [b'P', b'1'..=b'7', b'\n' | b'\r' | b' ' | b'\t' | b'#', ..] => {
                is_map(bytes).then_some(Self::Pnm)
            }
            // the version, run lengths, and bits of each plane
            [10, 0 | 2..=5, 0 | 1, 1 | 2 | 4 | 8, ..] => is_pcx(bytes).then_some(Self::Pcx),
            [0, 0, 1, 0, 1..=255, 0, ..] => is_icon(bytes).then_some(Self::Ico),
            _ => {
                let riff = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
                let signed = SIGNATURES
                    .iter()
                    .find(|(start, _)| bytes.starts_with(start));
                signed
                    .map(|(_, format)| *format)
                    .or_else(|| riff.then_some(Self::Webp))
                    .or_else(|| is_svg(bytes).then_some(Self::Svg))
            }
        }
    }

    /// The media type, as `image/jpeg`.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        self.names().0
    }

    /// The usual extension of file names, without a dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        self.names().1
    }

    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Jpeg => ("image/jpeg", "jpg"),
            Self::Png => ("image/png", "png"),
            Self::Tiff => ("image/tiff", "tif"),
            Self::Gif => ("image/gif", "gif"),
            Self::Webp => ("image/webp", "webp"),
            Self::Bmp => ("image/bmp", "bmp"),
            Self::Heic => ("image/heic", "heic"),
            Self::Heif => ("image/heif", "heif"),
            Self::Avif => ("image/avif", "avif"),
            Self::JpegXl => ("image/jxl", "jxl"),
            Self::Jpeg2000 => ("image/jp2", "jp2"),
            Self::Psd => ("image/vnd.adobe.photoshop", "psd"),
            Self::Svg => ("image/svg+xml", "svg"),
            Self::Dng => ("image/x-adobe-dng", "dng"),
            Self::Nef => ("image/x-nikon-nef", "nef"),
            Self::Cr2 => ("image/x-canon-cr2", "cr2"),
            Self::Cr3 => ("image/x-canon-cr3", "cr3"),
            Self::Arw => ("image/x-sony-arw", "arw"),
            Self::Raf => ("image/x-fuji-raf", "raf"),
            Self::Orf => ("image/x-olympus-orf", "orf"),
            Self::Rw2 => ("image/x-panasonic-rw2", "rw2"),
            Self::Pef => ("image/x-pentax-pef", "pef"),
            Self::Srw => ("image/x-samsung-srw", "srw"),
            Self::Raw => ("image/x-dcraw", "raw"),
            Self::Ico => ("image/vnd.microsoft.icon", "ico"),
            Self::Icns => ("image/x-icns", "icns"),
            Self::Exr => ("image/x-exr", "exr"),
            Self::Hdr => ("image/vnd.radiance", "hdr"),
            Self::Pnm => ("image/x-portable-anymap", "pnm"),
            Self::Qoi => ("image/qoi", "qoi"),
            Self::Pcx => ("image/vnd.zbrush.pcx", "pcx"),
            Self::Dds => ("image/vnd.ms-dds", "dds"),
            Self::JpegXr => ("image/jxr", "jxr"),
        }
    }

    /// Whether it holds what a camera's sensor saw, not yet developed.
    pub(crate) const fn is_raw(self) -> bool {
        matches!(
            self,
            Self::Dng
                | Self::Nef
                | Self::Cr2
                | Self::Cr3
                | Self::Arw
                | Self::Raf
                | Self::Orf
                | Self::Rw2
                | Self::Pef
                | Self::Srw
                | Self::Raw
        )
    }
}

/// What stands first in files that say plainly what they are.
const SIGNATURES: [(&[u8], Format); 17] = [
    (b"\0\0\0\x0cJXL \r\n\x87\n", Format::JpegXl),
    (b"\0\0\0\x0cjP  \r\n\x87\n", Format::Jpeg2000),
    (b"\xff\x4f\xff\x51", Format::Jpeg2000),
    (b"8BPS\0\x01", Format::Psd),
    (b"8BPS\0\x02", Format::Psd),
    (b"FUJIFILMCCD-RAW ", Format::Raf),
    (b"IIRO", Format::Orf),
    (b"IIRS", Format::Orf),
    (b"MMOR", Format::Orf),
    (b"IIU\0", Format::Rw2),
    (b"icns\0", Format::Icns),
    (b"v/1\x01", Format::Exr),
    (b"#?RADIANCE\n", Format::Hdr),
    (b"#?RGBE\n", Format::Hdr),
    (b"qoif", Format::Qoi),
    (b"DDS \x7c\0\0\0", Format::Dds),
    (b"II\xbc\x01", Format::JpegXr),
];

/// TIFF, or the raw format of a camera that is built on it: those have the sensor's colours in a directory, or say what
/// they are.
fn tiff(bytes: &[u8]) -> Format {
    if bytes.get(8..10) == Some(b"CR") {
        return Format::Cr2;
    }
    let directories = TiffTags::open(bytes)
        .map(TiffTags::directories)
        .unwrap_or_default();
    let has = |tag| {
        directories
            .first()
            .is_some_and(|first| first.number(tag).is_some())
    };
    let is_raw = directories.iter().any(|directory| {
        // a colour filter array, or one value for each of three colours
        matches!(directory.number(PHOTOMETRIC), Some(32_803 | 34_892))
    });
    if has(DNG_VERSION) {
        return Format::Dng;
    }
    let make = directories
        .iter()
        .find_map(|directory| directory.value(MAKE));
    let make = make.map(|make| make.bytes).unwrap_or_default();
    // Nikon's main picture is a small one, with the sensor's data below it.
    let makers = [
        ("NIKON", Format::Nef),
        ("SONY", Format::Arw),
        ("PENTAX", Format::Pef),
        ("RICOH", Format::Pef),
        ("SAMSUNG", Format::Srw),
    ];
    let is_said = |name: &str| {
        let start = make.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
    };
    let maker = makers.iter().find(|(name, _)| is_said(name));
    match (is_raw, maker) {
        (true, Some((_, format))) => *format,
        (true, None) => Format::Raw,
        (false, _) => Format::Tiff,
    }
}

/// The first words of a text with the element `svg`: behind what XML allows before it.
fn is_svg(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(bytes)).into_owned();
    let mut head = head.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = match () {
            () if head.starts_with("<svg") => {
                let next = head.get(4..).and_then(|rest| rest.chars().next());
                return next.is_some_and(|next| next.is_whitespace() || matches!(next, '>' | '/'));
            }
            () if head.starts_with("<!--") => "-->",
            () if head.starts_with("<?") => "?>",
            // a document type may hold declarations in brackets
            () if head.starts_with("<!DOCTYPE svg") => ">",
            () => return false,
        };
        let Some((_, rest)) = head.split_once(end) else {
            return false;
        };
        head = rest.trim_start().trim_start_matches("]>").trim_start();
    }
}

/// A portable map has two numbers behind its two letters, or lines with names.
fn is_map(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(2..bytes.len().min(600)).unwrap_or_default())
        .into_owned();
    let lines = head
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default());
    let mut words = lines.flat_map(str::split_whitespace);
    if bytes.get(1) == Some(&b'7') {
        return words
            .next()
            .is_some_and(|word| matches!(word, "WIDTH" | "HEIGHT" | "DEPTH"));
    }
    let mut is_number = || words.next().is_some_and(|word| word.parse::<u32>().is_ok());
    is_number() && is_number()
}

/// Its 60 last bytes of header are zeros, but for a few.
fn is_pcx(bytes: &[u8]) -> bool {
    bytes
        .get(74..128)
        .is_some_and(|rest| rest.iter().all(|byte| *byte == 0))
}

/// Each entry of an icon has a zero at its fourth place, and its picture lies behind the entries.
fn is_icon(bytes: &[u8]) -> bool {
    let count = usize::from(bytes.get(4).copied().unwrap_or_default());
    let entry = bytes.get(6..22);
    entry.is_some_and(|entry| {
        let offset = entry.get(12..16).and_then(|at| at.first_chunk());
        let offset = offset
            .map(|at| u32::from_le_bytes(*at))
            .and_then(|at| usize::try_from(at).ok());
        entry.get(3) == Some(&0) && offset.is_some_and(|at| at >= 6 + count * 16)
    })
}

/// Two letters are too few to tell a bitmap from a text, so the header's length is looked at too.
fn is_bitmap(bytes: &[u8]) -> bool {
    matches!(
        bytes.get(14..18),
        Some([12 | 16 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0])
    )
}

/// By the brands of the file type box (ISO/IEC 14496-12, 4.3): the major one, a version, then the others.
fn by_brands(bytes: &[u8]) -> Option<Format> {
    let length = bytes
        .first_chunk()
        .map_or(0, |length| u32::from_be_bytes(*length))
        .clamp(16, 1024);
    let end = usize::try_from(length).unwrap_or(16).min(bytes.len());
    let mut brands = bytes.get(8..end)?.chunks_exact(4);
    let major = brands.next()?;
    let brands: Vec<&[u8]> = std::iter::once(major).chain(brands.skip(1)).collect();
    let has = |wanted: &[&[u8; 4]]| brands.iter().any(|brand| wanted.iter().any(|w| brand == w));
    if has(&[b"crx "]) {
        Some(Format::Cr3)
    } else if has(&[b"avif", b"avis"]) {
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
            (b"\xff\x0a\xfa\x1f", Some(Format::JpegXl)),
            (b"\0\0\0\x0cJXL \r\n\x87\n", Some(Format::JpegXl)),
            (b"\0\0\0\x0cjP  \r\n\x87\n", Some(Format::Jpeg2000)),
            (b"\xff\x4f\xff\x51", Some(Format::Jpeg2000)),
            (b"8BPS\0\x01", Some(Format::Psd)),
            (b"FUJIFILMCCD-RAW 0201", Some(Format::Raf)),
            (b"IIRO\x08\0\0\0", Some(Format::Orf)),
            (b"IIU\0\x18\0\0\0", Some(Format::Rw2)),
            (b"II*\0\x10\0\0\0CR\x02\0", Some(Format::Cr2)),
            (b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", Some(Format::Cr3)),
            (b"P6\n# made by hand\n16 9\n255\n", Some(Format::Pnm)),
            (b"P7\nWIDTH 16\n", Some(Format::Pnm)),
            (b"P1 is the first prize", None),
            (b"qoif\0\0\0\x10", Some(Format::Qoi)),
            (b"#?RADIANCE\n", Some(Format::Hdr)),
            (b"v/1\x01", Some(Format::Exr)),
            (b"II\xbc\x01", Some(Format::JpegXr)),
            (
                b"\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0\0\0\0\0\x16\0\0\0",
                Some(Format::Ico),
            ),
            (b"\0\0\x01\0\x01\0 a stream", None),
            (
                b"<svg xmlns='http://www.w3.org/2000/svg'/>",
                Some(Format::Svg),
            ),
            (
                b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a map -->\n<svg>",
                Some(Format::Svg),
            ),
            (b"<!DOCTYPE svg PUBLIC 'x'>\n<svg>", Some(Format::Svg)),
            (b"<html><svg></html>", None),
            (b"<svgs>", None),
            (b"", None),
        ] {
            assert_eq!(Format::recognise(bytes), format, "{bytes:?}");
        }
    }

    #[test]
    fn raw_pictures_by_the_colours_of_their_sensors_and_their_makers() {
        use crate::fixtures::tiff_of;
        use crate::structure::tiff::{HEIGHT, WIDTH};
        let number = |four: &[u8]| u32::from_le_bytes(four.try_into().unwrap()) as usize;
        let file = |maker: &[u8; 8], photometric: usize| {
            let maker = [number(&maker[..4]), number(&maker[4..])];
            tiff_of(&[
                &[(WIDTH, &[160]), (MAKE, &maker), (0x014a, &[1])],
                &[
                    (WIDTH, &[60]),
                    (HEIGHT, &[40]),
                    (PHOTOMETRIC, &[photometric]),
                ],
            ])
        };
        for (maker, format) in [
            (b"NIKON CO", Format::Nef),
            (b"SONY\0\0\0\0", Format::Arw),
            (b"PENTAX C", Format::Pef),
            (b"SAMSUNG\0", Format::Srw),
            (b"Hasselbl", Format::Raw),
        ] {
            assert_eq!(Format::recognise(&file(maker, 32_803)), Some(format));
            assert_eq!(Format::recognise(&file(maker, 2)), Some(Format::Tiff));
        }
        let dng = tiff_of(&[&[(DNG_VERSION, &[0x0401])]]);
        assert_eq!(Format::recognise(&dng), Some(Format::Dng));
    }
}
