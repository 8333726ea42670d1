//! Chunks of PNG (third edition, 5.3) and of RIFF, which WebP is (RFC 9649, 2.3).

/// A chunk.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chunk<'a> {
    pub(crate) kind: &'a [u8; 4],
    /// What of it there is.
    pub(crate) content: &'a [u8],
    /// Whether all of it is there; of PNG with its checksum.
    pub(crate) is_whole: bool,
}

/// The chunks of a PNG: length, kind, content, checksum. Only the last may not be whole.
pub(crate) fn png_chunks(bytes: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest = bytes.get(8..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk()?;
        let (kind, after) = after.split_first_chunk()?;
        let (chunk, behind) = cut(kind, after, u32::from_be_bytes(*length), 4);
        rest = behind;
        Some(chunk)
    })
}

/// The chunks of a WebP: kind, length, content, and a byte where it would end at an odd one. Only the last may not be
/// whole.
pub(crate) fn webp_chunks(bytes: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest = bytes.get(12..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, after) = rest.split_first_chunk()?;
        let (length, after) = after.split_first_chunk()?;
        let (chunk, behind) = cut(kind, after, u32::from_le_bytes(*length), 0);
        rest = behind;
        if chunk.content.len() % 2 == 1 {
            rest = rest.get(1..).unwrap_or_default();
        }
        Some(chunk)
    })
}

/// A chunk of so many bytes with so many behind it that belong to it, and what follows.
fn cut<'a>(
    kind: &'a [u8; 4],
    bytes: &'a [u8],
    length: u32,
    behind: usize,
) -> (Chunk<'a>, &'a [u8]) {
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    let (content, rest) = bytes.split_at(length.min(bytes.len()));
    let next = rest.get(behind..);
    let is_whole = content.len() == length && next.is_some();
    let chunk = Chunk {
        kind,
        content,
        is_whole,
    };
    (chunk, next.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_chunk_may_not_be_whole() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x01sRGB\0crc.\0\0\0\x03tEXtabccrc.";
        let webp = b"RIFF....WEBPVP8X\x01\0\0\0a\0XMP \x02\0\0\0ab";
        let told = |chunk: Chunk<'_>| (chunk.kind.to_owned(), chunk.content.len(), chunk.is_whole);
        let of_png = |end: usize| png_chunks(&png[..end]).map(told).collect::<Vec<_>>();
        assert_eq!(of_png(36), [(*b"sRGB", 1, true), (*b"tEXt", 3, true)]);
        assert_eq!(of_png(35), [(*b"sRGB", 1, true), (*b"tEXt", 3, false)]);
        assert_eq!(of_png(28), [(*b"sRGB", 1, true)]);
        let of_webp = |end: usize| webp_chunks(&webp[..end]).map(told).collect::<Vec<_>>();
        assert_eq!(of_webp(32), [(*b"VP8X", 1, true), (*b"XMP ", 2, true)]);
        assert_eq!(of_webp(31), [(*b"VP8X", 1, true), (*b"XMP ", 1, false)]);
        assert_eq!(of_webp(21), [(*b"VP8X", 1, true)]);
    }
}
