//! WebP: chunks `EXIF` and `XMP ` (RFC 9649, 2.7.1.5).

use std::borrow::Cow;

use crate::metadata::blocks::Blocks;
use crate::metadata::limits::PARTS_MOST;

pub(super) fn find<'a>(bytes: &'a [u8], blocks: &mut Blocks<'a>) {
    for (kind, content) in chunks(bytes).take(PARTS_MOST) {
        match kind {
            b"EXIF" => blocks.add_exif(Cow::Borrowed(content)),
            b"XMP " => blocks.add_xmp(Cow::Borrowed(content)),
            _ => {}
        }
    }
}

/// Kind and content of each chunk; one ends at an even byte.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8; 4], &[u8])> {
    let mut rest = bytes.get(12..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, after) = rest.split_first_chunk::<4>()?;
        let (length, after) = after.split_first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let content = after.get(..length)?;
        rest = after
            .get(length.checked_add(length % 2)?..)
            .unwrap_or_default();
        Some((kind, content))
    })
}
