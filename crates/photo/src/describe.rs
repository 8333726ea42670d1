//! What a picture is, without decoding its pixels.

use crate::breaks_off::breaks_off;
use crate::decode;
use crate::format::Format;
use crate::{metadata, parts};
use serde::Serialize;

/// What is known of a picture from its headers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Description {
    /// The format, by the first bytes.
    pub format: Format,
    /// The media type, as `image/jpeg`.
    pub media_type: &'static str,
    /// The usual extension, without a dot.
    pub extension: &'static str,
    /// Width in pixels as seen upright, if the header gives it.
    pub width: Option<u32>,
    /// Height in pixels as seen upright, if the header gives it.
    pub height: Option<u32>,
    /// When it was taken, as `2008-05-30T15:56:01`: the camera's local time, and only if it is a real date. Of a scan
    /// this is not the day on which it was made.
    pub taken_at: Option<String>,
    /// Whether a thumbnail can be drawn, as far as the header shows.
    pub decodable: Decodable,
    /// Pages of a TIFF or frames of an animation, where there are several: the first is drawn.
    pub parts: Option<u32>,
    /// Whether the file ends before the picture does: what there is of it may be drawn, and looks like a picture.
    pub breaks_off: bool,
}

/// Whether a picture can be decoded here. One that cannot is still a picture, to be kept and described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Decodable {
    /// It can, unless damage shows further on.
    Yes,
    /// It cannot.
    No {
        /// A stable name: `format_not_decoded`, `damaged` or `too_large`.
        reason: &'static str,
    },
}

/// Why some bytes are no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotAPicture {
    /// There are no bytes at all.
    #[error("the file is empty")]
    Empty,
    /// They are in no known picture format.
    #[error("the file is in no known picture format")]
    Unrecognised,
}

impl NotAPicture {
    /// A stable name, for a caller that words it in its own language.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Unrecognised => "unrecognised",
        }
    }
}

/// Says what a picture is. The name of the file plays no part, and broken metadata never makes it fail.
///
/// # Errors
/// [`NotAPicture`] if the bytes are in no picture format that is known here.
pub fn describe(bytes: &[u8]) -> Result<Description, NotAPicture> {
    if bytes.is_empty() {
        return Err(NotAPicture::Empty);
    }
    let format = Format::recognise(bytes).ok_or(NotAPicture::Unrecognised)?;
    let metadata = metadata::read_metadata(bytes);
    let header = decode::header(bytes, format);
    let (size, obstacle) = (header.size, header.obstacle);
    // HEIF is turned by its own boxes, which its Exif orientation only repeats; of raw files Exif may say nothing.
    let orientation = header.orientation.or(metadata.orientation).unwrap_or(1);
    let upright = size.map(|(width, height)| {
        if orientation >= 5 {
            (height, width)
        } else {
            (width, height)
        }
    });
    Ok(Description {
        format,
        media_type: format.media_type(),
        extension: format.extension(),
        width: upright.map(|(width, _)| width),
        height: upright.map(|(_, height)| height),
        taken_at: metadata.taken_at,
        parts: parts::count_parts(bytes, format).filter(|count| *count > 1),
        breaks_off: breaks_off(bytes, format),
        decodable: obstacle.map_or(Decodable::Yes, |obstacle| Decodable::No {
            reason: obstacle.code(),
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{exif, jpeg, png, with_exif};

    #[test]
    fn a_camera_picture() {
        let bytes = with_exif(
            &jpeg(40, 20),
            &exif(6, "2008:05:30 15:56:01", "Canon", "Canon EOS 40D"),
        );
        let description = describe(&bytes).unwrap();
        assert_eq!(description.format, Format::Jpeg);
        assert_eq!(
            (description.width, description.height),
            (Some(20), Some(40))
        );
        assert_eq!(description.taken_at.as_deref(), Some("2008-05-30T15:56:01"));
        assert_eq!(description.decodable, Decodable::Yes);
        let other = with_exif(
            &jpeg(40, 20),
            &exif(9, "0000:00:00 00:00:00", "SONY ", "HDR\u{1}HC3"),
        );
        let description = describe(&other).unwrap();
        assert_eq!(
            (description.width, description.height),
            (Some(40), Some(20))
        );
        assert_eq!(description.taken_at, None);
    }

    #[test]
    fn no_pictures() {
        assert_eq!(describe(b""), Err(NotAPicture::Empty));
        assert_eq!(describe(b"Just text."), Err(NotAPicture::Unrecognised));
    }

    #[test]
    fn damaged_and_huge_ones_are_still_pictures() {
        let description = describe(b"\xff\xd8\xff\xe0\0\x10JFIF").unwrap();
        assert_eq!(description.decodable, Decodable::No { reason: "damaged" });
        let mut huge = png(4, 4);
        huge[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        let checksum = crc(&huge[12..29]).to_be_bytes();
        huge[29..33].copy_from_slice(&checksum);
        let description = describe(&huge).unwrap();
        assert_eq!(
            description.decodable,
            Decodable::No {
                reason: "too_large"
            }
        );
    }

    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
            })
        })
    }
}
