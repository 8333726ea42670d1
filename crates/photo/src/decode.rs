//! Decoders, within limits. They are other people's code fed with anyone's bytes.

mod av1;
mod by_image;
pub(crate) mod heif;
mod jpeg;
mod jpeg2000;
mod jpeg_codes;
mod jpeg_eighth;
mod jpeg_header;
mod jpeg_reader;
pub(crate) mod jxl;
mod planes;
pub(crate) mod psd;
pub(crate) mod raw;
pub(crate) mod tiff;

pub(crate) use crate::bounds::guarded;
use crate::bounds::{Obstacle, Watch};
use crate::format::Format;
use crate::raster::Raster;

/// What a header says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Header {
    /// Width and height as stored.
    pub(crate) size: Option<(u32, u32)>,
    /// How it is to be turned, where the format itself says so: an Exif orientation.
    pub(crate) orientation: Option<u8>,
    /// What stands in the way of decoding the rest.
    pub(crate) obstacle: Option<Obstacle>,
}

/// Reads a header, without decoding a pixel.
pub(crate) fn header(bytes: &[u8], format: Format) -> Header {
    let read = || {
        let mut header = Header::default();
        (header.size, header.obstacle) = match format {
            Format::Jpeg => jpeg::size(bytes),
            Format::Png | Format::Gif | Format::Webp | Format::Bmp => by_image::size(bytes, format),
            Format::Tiff => tiff::size(bytes),
            Format::Heic | Format::Heif | Format::Avif => {
                let (size, orientation, obstacle) = heif::header(bytes);
                header.orientation = Some(orientation);
                (size, obstacle)
            }
            Format::JpegXl => {
                let (size, orientation, obstacle) = jxl::header(bytes);
                header.orientation = Some(orientation);
                (size, obstacle)
            }
            Format::Jpeg2000 => jpeg2000::size(bytes),
            Format::Psd => psd::size(bytes),
            raw if raw.is_raw() => {
                header.orientation = raw::orientation(bytes, raw);
                let preview = raw::preview(bytes).map(jpeg::size);
                let obstacle = preview.map_or(Some(Obstacle::NotDecoded), |(_, obstacle)| obstacle);
                (raw::size(bytes, raw), obstacle)
            }
            other => (crate::kept::size(bytes, other), Some(Obstacle::NotDecoded)),
        };
        header
    };
    guarded(read).unwrap_or(Header {
        obstacle: Some(Obstacle::Damaged),
        ..Header::default()
    })
}

/// The picture as stored, not yet turned upright. One that can be decoded smaller at less cost is, as long as its longer
/// side keeps at least `edge` pixels.
///
/// # Errors
/// [`Obstacle`].
pub(crate) fn decode(
    bytes: &[u8],
    format: Format,
    edge: u32,
    watch: Watch<'_>,
) -> Result<Raster, Obstacle> {
    watch.check()?;
    let decoded = guarded(|| match format {
        Format::Jpeg => jpeg::decode(bytes, edge, watch),
        Format::Png | Format::Gif | Format::Webp | Format::Bmp => {
            by_image::decode(bytes, format, watch)
        }
        Format::Tiff => tiff::decode(bytes, watch),
        Format::Heic | Format::Heif | Format::Avif => heif::decode(bytes, watch),
        Format::JpegXl => jxl::decode(bytes, watch),
        Format::Jpeg2000 => jpeg2000::decode(bytes, edge, watch),
        Format::Psd => psd::decode(bytes, watch),
        raw if raw.is_raw() => raw::decode(bytes, edge, watch).map(|mut raster| {
            raster.orientation = raw::orientation(bytes, raw);
            raster
        }),
        _ => Err(Obstacle::NotDecoded),
    });
    decoded.unwrap_or(Err(Obstacle::Damaged))
}
