//! JPEG XL in its container: boxes `Exif` and `xml `, also within `brob` (ISO/IEC 18181-2, 9). A bare codestream has no
//! metadata.

use std::borrow::Cow;

use super::boxes::exif_after_offset;
use crate::metadata::blocks::Blocks;
use crate::metadata::inflate::unfold_brotli;
use crate::metadata::limits::PARTS_MOST;
use crate::structure::boxes::boxes;

pub(super) fn find<'a>(bytes: &'a [u8], blocks: &mut Blocks<'a>) {
    let parts = boxes(bytes).filter(|part| part.is_whole);
    for part in parts.take(PARTS_MOST) {
        match (part.kind, part.content) {
            (b"brob", [a, b, c, d, folded @ ..])
                if matches!(&[*a, *b, *c, *d], b"Exif" | b"xml ") =>
            {
                if (*a == b'E' || !blocks.is_exif_alone)
                    && let Some(content) = blocks.unfold(|| unfold_brotli(folded))
                {
                    add(&[*a, *b, *c, *d], Cow::Owned(content), blocks);
                }
            }
            (kind, content) => add(kind, Cow::Borrowed(content), blocks),
        }
    }
}

fn add<'a>(kind: &[u8; 4], content: Cow<'a, [u8]>, blocks: &mut Blocks<'a>) {
    match kind {
        b"Exif" => {
            if let Some(exif) = exif_after_offset(content) {
                blocks.add_exif(exif);
            }
        }
        b"xml " => blocks.add_xmp(content),
        _ => {}
    }
}
