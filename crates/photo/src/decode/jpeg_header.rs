//! What the segments of a JPEG file say (ITU-T T.81, annex B) before its first scan.

use crate::structure::segments::{END, SCAN, end_of_scan, segment};

/// Longest colour profile that is read, in bytes. Those of printing presses have some megabytes.
const PROFILE_MOST: usize = 16 << 20;

/// What stands before the first scan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct JpegHeader {
    /// The start of frame's marker: 0xc0 is baseline, 0xc2 progressive, 0xc3 lossless.
    pub(crate) frame: u8,
    /// Bits of a sample.
    pub(crate) precision: u8,
    pub(crate) size: (u32, u32),
    pub(crate) components: usize,
    /// The transform that an Adobe segment names: 0 none, 1 YCbCr, 2 YCCK.
    pub(crate) adobe: Option<u8>,
    /// The ICC profile, put together from its parts (ICC.1, annex B.4).
    pub(crate) profile: Option<Vec<u8>>,
}

impl JpegHeader {
    /// None where the file has no frame, more than one, or breaks off before its first scan.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut header = Self::default();
        let mut parts: Vec<(u8, &[u8])> = Vec::new();
        let mut at = 2;
        loop {
            let segment = segment(bytes, at)?;
            at = segment.end;
            match (segment.marker, segment.content) {
                (SCAN, _) => break,
                (END, _) => return None,
                (0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf, frame) => {
                    let [precision, h1, h0, w1, w0, components, ..] = frame else {
                        return None;
                    };
                    if header.frame > 0 {
                        return None;
                    }
                    header.frame = segment.marker;
                    header.precision = *precision;
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
        matches!(self.frame, 0xc0..=0xc2) && self.precision == 8
    }
}

/// Scans of a file, counted up to `most`.
pub(crate) fn count_scans(bytes: &[u8], most: usize) -> usize {
    let (mut at, mut scans) = (2, 0);
    while let Some(segment) = segment(bytes, at) {
        at = segment.end;
        match segment.marker {
            END => break,
            SCAN => {
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
        let mut wide = file.clone();
        let frame = wide
            .windows(2)
            .position(|pair| pair == [0xff, 0xc0])
            .unwrap();
        wide[frame + 4] = 12;
        assert!(!JpegHeader::read(&wide).unwrap().is_common());
        assert_eq!(count_scans(&file, 10), 1);
        let scan = file.windows(2).position(|pair| pair == [0xff, SCAN]);
        for end in 0..scan.unwrap() {
            assert_eq!(JpegHeader::read(&file[..end]), None);
        }
    }
}
