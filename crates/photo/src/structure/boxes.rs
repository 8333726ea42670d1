//! Boxes (ISO/IEC 14496-12, 4.2), of which files of HEIF, AVIF, JPEG XL, JPEG 2000 and CR3 consist.

/// A box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part<'a> {
    pub(crate) kind: &'a [u8; 4],
    /// What of it there is.
    pub(crate) content: &'a [u8],
    /// Whether all of it is there.
    pub(crate) is_whole: bool,
}

/// All boxes that begin in the bytes; only the last may not be whole.
#[derive(Debug, Clone)]
pub(crate) struct Boxes<'a> {
    /// What follows those that were given.
    pub(crate) rest: &'a [u8],
}

/// The boxes in these bytes.
pub(crate) fn boxes(bytes: &[u8]) -> Boxes<'_> {
    Boxes { rest: bytes }
}

/// The content of the first whole box of a kind.
pub(crate) fn child<'a>(bytes: &'a [u8], wanted: &[u8; 4]) -> Option<&'a [u8]> {
    let found = boxes(bytes).find(|part| part.is_whole && part.kind == wanted);
    found.map(|part| part.content)
}

impl<'a> Iterator for Boxes<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        let (short, rest) = self.rest.split_first_chunk()?;
        let (kind, rest) = rest.split_first_chunk::<4>()?;
        let (rest, length) = match u32::from_be_bytes(*short) {
            // up to the end of the file
            0 => (rest, u64::try_from(rest.len()).ok()?),
            1 => {
                let (long, rest) = rest.split_first_chunk()?;
                (rest, u64::from_be_bytes(*long).checked_sub(16)?)
            }
            short => (rest, u64::from(short).checked_sub(8)?),
        };
        let there = usize::try_from(length).ok();
        let cut = there.and_then(|length| rest.split_at_checked(length));
        let (content, behind) = cut.unwrap_or((rest, &[]));
        self.rest = behind;
        Some(Part {
            kind,
            content,
            is_whole: cut.is_some(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::boxed;

    #[test]
    fn boxes_of_each_length_and_one_that_breaks_off() {
        let long = b"\0\0\0\x01mdat\0\0\0\0\0\0\0\x12ab";
        let file = [&boxed(b"ftyp", b"heic")[..], long, b"\0\0\0\0freerest"].concat();
        let found: Vec<_> = boxes(&file).map(|part| (part.kind, part.content)).collect();
        assert_eq!(
            found,
            [
                (b"ftyp", &b"heic"[..]),
                (b"mdat", b"ab"),
                (b"free", b"rest")
            ]
        );
        assert_eq!(child(&file, b"mdat"), Some(&b"ab"[..]));
        let cut = boxes(&file[..29]).last().unwrap();
        assert_eq!(
            (cut.kind, cut.content, cut.is_whole),
            (b"mdat", &b"a"[..], false)
        );
        assert_eq!(child(&file[..29], b"mdat"), None);
        assert_eq!(boxes(b"\0\0\0\x03free").next(), None);
        assert_eq!(
            boxes(b"\0\0\0\x01free\xff\xff\xff\xff\xff\xff\xff\xff").count(),
            1
        );
    }
}
