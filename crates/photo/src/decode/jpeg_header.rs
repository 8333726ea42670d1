//! The segments of a JPEG file (ITU-T T.81, annex B), without what is coded in its scans.

/// Longest colour profile that is read, in bytes. Those of printing presses have some megabytes.
const PROFILE_MOST: usize = 16 << 20;

/// A segment: its marker's second byte, and what stands in it behind the length.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Segment<'a> {
    pub(crate) marker: u8,
    pub(crate) content: &'a [u8],
    /// Where the bytes behind it begin.
    pub(crate) end: usize,
}

/// The segment that begins at or behind a place, as long as nothing but markers stands there.
pub(crate) fn segment(bytes: &[u8], mut at: usize) -> Option<Segment<'_>> {
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        while *bytes.get(at)? == 0xff {
            at += 1;
        }
        let marker = *bytes.get(at)?;
        at += 1;
        match marker {
            // these stand alone
            0x01 | 0xd0..=0xd8 => {}
            0xd9 => {
                return Some(Segment {
                    marker,
                    content: &[],
                    end: at,
                });
            }
            _ => {
                let length = u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?);
                let end = at + usize::from(length).max(2);
                return Some(Segment {
                    marker,
                    content: bytes.get(at + 2..end)?,
                    end,
                });
            }
        }
    }
}

/// Where the marker behind a scan stands: 0xff before anything but a stuffed zero, a restart, or another 0xff.
pub(crate) fn end_of_scan(bytes: &[u8], start: usize) -> Option<usize> {
    let pairs = bytes.get(start..)?.windows(2);
    let found = pairs.enumerate().find(
        |(_, pair)| matches!(pair, [0xff, next] if !matches!(next, 0x00 | 0xd0..=0xd7 | 0xff)),
    );
    found.map(|(at, _)| start + at)
}

/// What stands before the first scan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct JpegHeader {
    /// The start of frame's marker: 0xc0 is baseline, 0xc2 progressive, 0xc3 lossless.
    pub(crate) frame: u8,
    pub(crate) size: (u32, u32),
    pub(crate) components: usize,
    /// The transform that an Adobe segment names: 0 none, 1 YCbCr, 2 YCCK.
    pub(crate) adobe: Option<u8>,
    /// The ICC profile, put together from its parts (ICC.1, annex B.4).
    pub(crate) profile: Option<Vec<u8>>,
    /// Where the first scan's segment ends.
    pub(crate) scan: usize,
}

impl JpegHeader {
    /// None where the file has no frame or breaks off before its first scan.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut header = Self::default();
        let mut parts: Vec<(u8, &[u8])> = Vec::new();
        let mut at = 2;
        loop {
            let segment = segment(bytes, at)?;
            at = segment.end;
            match (segment.marker, segment.content) {
                (0xda, _) => break,
                (0xd9, _) => return None,
                (0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf, frame) => {
                    let [_, h1, h0, w1, w0, components, ..] = frame else {
                        return None;
                    };
                    header.frame = segment.marker;
                    header.size = (
                        u16::from_be_bytes([*w1, *w0]).into(),
                        u16::from_be_bytes([*h1, *h0]).into(),
                    );
                    header.components = usize::from(*components);
                }
                (0xee, [b'A', b'd', b'o', b'b', b'e', rest @ ..]) => {
                    header.adobe = rest.get(6).copied();
                }
                (0xe2, profile) => {
                    if let Some([number, _, part @ ..]) = profile.strip_prefix(b"ICC_PROFILE\0") {
                        parts.push((*number, part));
                    }
                }
                _ => {}
            }
        }
        header.scan = at;
        parts.sort_by_key(|(number, _)| *number);
        let length: usize = parts.iter().map(|(_, part)| part.len()).sum();
        if (1..=PROFILE_MOST).contains(&length) {
            header.profile = Some(parts.iter().flat_map(|(_, part)| *part).copied().collect());
        }
        (header.components > 0).then_some(header)
    }

    pub(crate) fn is_progressive(&self) -> bool {
        matches!(self.frame, 0xc2)
    }

    /// Whether the frame is coded as decoders of photos read it: Huffman codes, eight bits, no lossless prediction.
    pub(crate) fn is_common(&self) -> bool {
        matches!(self.frame, 0xc0..=0xc2)
    }
}

/// Scans of a file, counted up to `most`.
pub(crate) fn count_scans(bytes: &[u8], most: usize) -> usize {
    let (mut at, mut scans) = (2, 0);
    while let Some(segment) = segment(bytes, at) {
        at = segment.end;
        match segment.marker {
            0xd9 => break,
            0xda => {
                scans += 1;
                match end_of_scan(bytes, at) {
                    Some(end) if scans < most => at = end,
                    _ => break,
                }
            }
            _ => {}
        }
    }
    scans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::jpeg;

    #[test]
    fn size_and_profile_of_several_parts() {
        let part = |number: u8, text: &[u8]| {
            let content = [b"ICC_PROFILE\0", &[number, 2][..], text].concat();
            let length = u16::try_from(content.len() + 2).unwrap();
            [&[0xff, 0xe2][..], &length.to_be_bytes(), &content].concat()
        };
        let plain = jpeg(40, 20);
        let file = [&plain[..2], &part(2, b"def"), &part(1, b"abc"), &plain[2..]].concat();
        let header = JpegHeader::read(&file).unwrap();
        assert_eq!(header.size, (40, 20));
        assert_eq!(header.profile.as_deref(), Some(&b"abcdef"[..]));
        assert!(header.is_common() && !header.is_progressive());
        assert_eq!(count_scans(&file, 10), 1);
        for end in 0..header.scan {
            assert_eq!(JpegHeader::read(&file[..end]), None);
        }
    }
}
