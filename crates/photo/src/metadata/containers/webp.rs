//! WebP: chunks `EXIF` and `XMP ` (RFC 9649, 2.7.1.5).

use std::borrow::Cow;

use crate::metadata::blocks::Blocks;
use crate::metadata::limits::PARTS_MOST;
use crate::structure::chunks::webp_chunks;

pub(super) fn find<'a>(bytes: &'a [u8], blocks: &mut Blocks<'a>) {
    let chunks = webp_chunks(bytes).filter(|chunk| chunk.is_whole);
    for chunk in chunks.take(PARTS_MOST) {
        match chunk.kind {
            b"EXIF" => blocks.add_exif(Cow::Borrowed(chunk.content)),
            b"XMP " => blocks.add_xmp(Cow::Borrowed(chunk.content)),
            _ => {}
        }
    }
}
