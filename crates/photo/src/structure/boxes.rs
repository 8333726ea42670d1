//! Size and rotation of HEIF pictures, from their boxes (ISO/IEC 23008-12). The pixels are not decoded.

/// What a HEIF file says about its picture.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct HeifHeader {
    /// Width and height before rotation, in pixels.
    pub(crate) size: Option<(u32, u32)>,
    /// How to turn it upright, as an Exif orientation.
    pub(crate) orientation: u8,
}

/// Boxes looked at in one container: more than any camera writes.
const BOXES_MOST: usize = 4096;

pub(crate) fn header(bytes: &[u8]) -> HeifHeader {
    let mut header = HeifHeader {
        size: None,
        orientation: 1,
    };
    let properties = child(bytes, b"meta")
        // A full box: version and flags come before its children.
        .and_then(|meta| child(meta.get(4..)?, b"iprp"))
        .and_then(|properties| child(properties, b"ipco"));
    for (kind, content) in properties.into_iter().flat_map(boxes) {
        match (kind, content) {
            // Thumbnails and tiles have sizes of their own; the picture is the largest.
            (b"ispe", [_, _, _, _, w0, w1, w2, w3, h0, h1, h2, h3, ..]) => {
                let size = (
                    u32::from_be_bytes([*w0, *w1, *w2, *w3]),
                    u32::from_be_bytes([*h0, *h1, *h2, *h3]),
                );
                let area = |(width, height): (u32, u32)| u64::from(width) * u64::from(height);
                if area(size) > header.size.map_or(0, area) {
                    header.size = Some(size);
                }
            }
            // Quarter turns against the clock.
            (b"irot", [turns, ..]) if header.orientation == 1 => {
                header.orientation = match turns & 3 {
                    1 => 8,
                    2 => 3,
                    3 => 6,
                    _ => 1,
                };
            }
            _ => {}
        }
    }
    header
}

pub(crate) fn child<'a>(bytes: &'a [u8], wanted: &[u8; 4]) -> Option<&'a [u8]> {
    boxes(bytes)
        .find(|(kind, _)| *kind == wanted)
        .map(|(_, content)| content)
}

/// Kind and content of each box, as far as they are whole.
pub(crate) fn boxes(mut bytes: &[u8]) -> impl Iterator<Item = (&[u8; 4], &[u8])> {
    std::iter::from_fn(move || {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let (kind, rest) = rest.split_first_chunk::<4>()?;
        let (content, length) = match u32::from_be_bytes(*length) {
            0 => (rest, rest.len()),
            1 => {
                let (long, rest) = rest.split_first_chunk::<8>()?;
                (
                    rest,
                    usize::try_from(u64::from_be_bytes(*long))
                        .ok()?
                        .checked_sub(16)?,
                )
            }
            length => (rest, usize::try_from(length).ok()?.checked_sub(8)?),
        };
        bytes = content.get(length..)?;
        Some((kind, content.get(..length)?))
    })
    .take(BOXES_MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len() + 8).unwrap();
        [&length.to_be_bytes()[..], kind, content].concat()
    }

    #[test]
    fn the_largest_size_and_the_rotation() {
        let size = |width: u32, height: u32| {
            boxed(
                b"ispe",
                &[&[0; 4][..], &width.to_be_bytes(), &height.to_be_bytes()].concat(),
            )
        };
        let container = boxed(
            b"ipco",
            &[
                size(320, 240),
                size(4032, 3024),
                size(512, 512),
                boxed(b"irot", &[3]),
            ]
            .concat(),
        );
        let meta = boxed(
            b"meta",
            &[&[0; 4][..], &boxed(b"iprp", &container)].concat(),
        );
        let file = [boxed(b"ftyp", b"heic\0\0\0\0"), meta].concat();
        assert_eq!(
            header(&file),
            HeifHeader {
                size: Some((4032, 3024)),
                orientation: 6
            }
        );
        for end in 0..file.len() {
            header(&file[..end]);
        }
    }
}
