//! Pictures of pages: JPEG as it stands, others as PNG.

use std::collections::HashMap;
use std::io::Write;

use flate2::Crc;
use flate2::write::ZlibEncoder;
use hayro_interpret::hayro_syntax::Filter;
use hayro_interpret::hayro_syntax::object::ObjectIdentifier;
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{ImageData, RasterImage};

use super::guard::measure;
use crate::budget::Budget;
use crate::document::{Document, LeftOutKind, Picture};
use crate::refusal::Refusal;

/// Dots on a side under which a picture is an ornament.
const FEWEST_DOTS: u32 = 24;
/// Dots of a picture that is unfolded to be written as PNG.
const MOST_DOTS: u64 = 40_000_000;

/// Pictures that were taken, by their objects: one that stands on every page is taken once.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pictures: HashMap<ObjectIdentifier, ()>,
}

impl Kept {
    /// Takes a picture; none where it was taken before, is an ornament, or cannot be taken.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn keep(
        &mut self,
        image: &RasterImage<'_>,
        drawn: Rect,
        document: &mut Document,
        budget: &mut Budget,
    ) -> Result<Option<usize>, Refusal> {
        let (width, height) = (image.width(), image.height());
        if width < FEWEST_DOTS
            || height < FEWEST_DOTS
            || drawn.width() < 8.0
            || drawn.height() < 8.0
        {
            return Ok(None);
        }
        let stream = image.stream();
        if self.pictures.insert(stream.obj_id(), ()).is_some() {
            return Ok(None);
        }
        budget.take_part("pictures")?;
        let filters = stream.filters();
        let (bytes, ending) = match filters.as_slice() {
            [Filter::DctDecode] => (stream.raw_data().into_owned(), "jpg"),
            [Filter::JpxDecode] => (stream.raw_data().into_owned(), "jp2"),
            _ => {
                let dots = u64::from(width) * u64::from(height);
                let unfolds = match filters.first() {
                    Some(Filter::FlateDecode) => measure(&stream.raw_data(), MOST_DOTS * 8),
                    _ => 0,
                };
                let is_small = dots <= MOST_DOTS && unfolds <= dots * 8 + 4096;
                match is_small.then(|| write_png(image)).flatten() {
                    Some(bytes) => (bytes, "png"),
                    None => {
                        document.leave_out(LeftOutKind::MissingPicture, "");
                        return Ok(None);
                    }
                }
            }
        };
        budget.take_bytes(bytes.len(), "pictures")?;
        let number = document.pictures.len();
        document.pictures.push(Picture {
            name: Some(format!("picture{}.{ending}", number + 1)),
            bytes,
            caption: None,
            alternative: None,
        });
        Ok(Some(number))
    }
}

/// Writes a picture as PNG.
fn write_png(image: &RasterImage<'_>) -> Option<Vec<u8>> {
    let mut written = None;
    image.with_rgba(
        |data, _| {
            let (colours, kind, width, height, dots) = match &data {
                ImageData::Rgb(data) => (3, 2, data.width, data.height, &data.data),
                ImageData::Luma(data) => (1, 0, data.width, data.height, &data.data),
            };
            written = encode_png(width, height, kind, colours, dots);
        },
        None,
    );
    written
}

fn encode_png(width: u32, height: u32, kind: u8, colours: usize, dots: &[u8]) -> Option<Vec<u8>> {
    let row = usize::try_from(width).ok()?.checked_mul(colours)?;
    if row == 0 || height == 0 {
        return None;
    }
    let mut folded = ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    for line in dots.chunks(row) {
        // each row says first that it is as it stands
        folded.write_all(&[0]).ok()?;
        folded.write_all(line).ok()?;
    }
    let folded = folded.finish().ok()?;
    let mut head = Vec::new();
    head.extend(width.to_be_bytes());
    head.extend(height.to_be_bytes());
    head.extend([8, kind, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, body) in [(b"IHDR", &head), (b"IDAT", &folded), (b"IEND", &Vec::new())] {
        png.extend(u32::try_from(body.len()).ok()?.to_be_bytes());
        png.extend(name);
        png.extend(body);
        let mut check = Crc::new();
        check.update(name);
        check.update(body);
        png.extend(check.sum().to_be_bytes());
    }
    Some(png)
}
