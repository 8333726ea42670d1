//! Photoshop's image resources (Adobe Photoshop File Formats Specification, Image Resource Blocks), as PSD, JPEG, TIFF and
//! PNG have them.

/// Number and content of each: `8BIM`, number, a name, length, content; name and content end at an even byte.
pub(crate) fn resources(mut bytes: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let rest = bytes.strip_prefix(b"8BIM")?;
        let (id, rest) = rest.split_first_chunk()?;
        let name = usize::from(*rest.first()?) + 1;
        let rest = rest.get(name + name % 2..)?;
        let (length, rest) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let content = rest.get(..length)?;
        bytes = rest.get(length + length % 2..).unwrap_or_default();
        Some((u16::from_be_bytes(*id), content))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_contents_end_at_even_bytes() {
        let bytes = b"8BIM\x04\x04\x02ab\0\0\0\0\x01x\x008BIM\x04\x0f\0\0\0\0\0\x02yz8BIM\x04";
        let found: Vec<_> = resources(bytes).collect();
        assert_eq!(found, [(0x0404, &b"x"[..]), (0x040f, b"yz")]);
    }
}
