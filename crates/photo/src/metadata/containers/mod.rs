//! Where in a file metadata lies: which blocks each format has, and how they are put together.

mod boxes;
mod heif;
mod jpeg;
mod jpeg_xl;
mod photoshop;
mod png;
mod tiff;
mod webp;

use super::blocks::Blocks;
use std::borrow::Cow;

/// The blocks of metadata in a file, by its first bytes; none of what is in no format that holds any.
pub(crate) fn find_blocks(bytes: &[u8]) -> Blocks<'_> {
    let mut blocks = Blocks::default();
    find(bytes, &mut blocks);
    blocks
}

/// The block of Exif in a file, a TIFF of its own; what else there is of metadata is not looked at.
pub(crate) fn find_exif(bytes: &[u8]) -> Option<Cow<'_, [u8]>> {
    let mut blocks = Blocks::of_exif();
    find(bytes, &mut blocks);
    blocks.exif
}

fn find<'a>(bytes: &'a [u8], blocks: &mut Blocks<'a>) {
    match bytes {
        [0xFF, 0xD8, ..] => jpeg::find(bytes, blocks),
        [0x89, b'P', b'N', b'G', ..] => png::find(bytes, blocks),
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
        ] => webp::find(bytes, blocks),
        // Olympus and Panasonic write letters where others write the number of TIFF or of BigTIFF.
        [b'I', b'I', 42 | 43 | b'U', 0, ..]
        | [b'I', b'I', b'R', b'O' | b'S', ..]
        | [b'M', b'M', 0, 42 | 43, ..]
        | [b'M', b'M', b'O', b'R', ..] => tiff::find(bytes, blocks),
        [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..] => jpeg_xl::find(bytes, blocks),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => heif::find(bytes, blocks),
        _ => {}
    }
}
