//! The segments of a JPEG file (ITU-T T.81, annex B), without what is coded in its scans.

/// Begins a scan.
pub(crate) const SCAN: u8 = 0xda;
/// Ends the picture.
pub(crate) const END: u8 = 0xd9;

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
            0x00 | 0x01 | 0xd0..=0xd8 => {}
            END => {
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

/// The segments before the picture's data. Some programs leave zeros behind a segment: they are passed over.
pub(crate) fn segments_before_scan(bytes: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    let mut at = 2;
    let all = std::iter::from_fn(move || {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        let segment = segment(bytes, at)?;
        at = segment.end;
        Some(segment)
    });
    all.take_while(|segment| !matches!(segment.marker, END | SCAN))
}

/// Where the marker behind a scan stands: 0xff before anything but a stuffed zero, a restart, or another 0xff.
pub(crate) fn end_of_scan(bytes: &[u8], start: usize) -> Option<usize> {
    let pairs = bytes.get(start..)?.windows(2);
    let found = pairs.enumerate().find(
        |(_, pair)| matches!(pair, [0xff, next] if !matches!(next, 0x00 | 0xd0..=0xd7 | 0xff)),
    );
    found.map(|(at, _)| start + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_up_to_the_scan_over_zeros_and_filling() {
        let file = b"\xff\xd8\xff\xe1\0\x03a\0\0\xff\xff\xe2\0\x04bc\xff\xda\0\x02\x12\xff\0\xff\xd0\x34\xff\xd9";
        let found: Vec<_> = segments_before_scan(file)
            .map(|segment| (segment.marker, segment.content))
            .collect();
        assert_eq!(found, [(0xe1, &b"a"[..]), (0xe2, b"bc")]);
        assert!(segment(file, 7).is_none());
        let scan = segment(file, 16).unwrap();
        assert_eq!(scan.marker, SCAN);
        let end = end_of_scan(file, scan.end).unwrap();
        assert_eq!(segment(file, end).unwrap().marker, END);
        assert_eq!(end_of_scan(&file[..end], scan.end), None);
    }
}
