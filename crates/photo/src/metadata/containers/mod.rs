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

/// The blocks of metadata in a file, by its first bytes; none of what is in no format that holds any.
pub(crate) fn find_blocks(bytes: &[u8]) -> Blocks<'_> {
    let mut blocks = Blocks::default();
    match bytes {
        [0xFF, 0xD8, ..] => jpeg::find(bytes, &mut blocks),
        [0x89, b'P', b'N', b'G', ..] => png::find(bytes, &mut blocks),
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
        ] => webp::find(bytes, &mut blocks),
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => tiff::find(bytes, &mut blocks),
        [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..] => jpeg_xl::find(bytes, &mut blocks),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => heif::find(bytes, &mut blocks),
        _ => {}
    }
    blocks
}
