//! Directories of TIFF (TIFF 6.0, section 2; Exif 3.0, 4.6.2): which tags one has, and the bytes of their values. A
//! directory is read when it is asked for and leads to no other, so that none can lead back to itself.

/// Tags looked at in one directory.
const TAGS_MOST: usize = 4096;
/// Numbers told of one tag.
const NUMBERS_MOST: usize = 64;

/// A block in the form of TIFF: an Exif block, or a whole TIFF file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tiff<'a> {
    bytes: &'a [u8],
    is_little_endian: bool,
}

/// The value of a tag.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Value<'a> {
    tiff: Tiff<'a>,
    kind: u16,
    /// All bytes of it that are there.
    pub(crate) bytes: &'a [u8],
}

/// One directory.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Directory<'a> {
    tiff: Tiff<'a>,
    /// Twelve bytes a tag.
    entries: &'a [u8],
}

impl<'a> Tiff<'a> {
    /// The block, if it begins as TIFF does.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let is_little_endian = match bytes.get(..4)? {
            [b'I', b'I', 42, 0] => true,
            [b'M', b'M', 0, 42] => false,
            _ => return None,
        };
        Some(Self {
            bytes,
            is_little_endian,
        })
    }

    pub(crate) fn is_little_endian(self) -> bool {
        self.is_little_endian
    }

    /// The first directory, which describes the picture itself.
    pub(crate) fn first(self) -> Option<Directory<'a>> {
        self.directory(self.u32(self.bytes.get(4..8)?)?)
    }

    /// The directory at an offset, as much of it as there is.
    fn directory(self, offset: u32) -> Option<Directory<'a>> {
        let from = self.bytes.get(usize::try_from(offset).ok()?..)?;
        let (count, rest) = from.split_first_chunk::<2>()?;
        let count = usize::from(self.u16(count)?).min(TAGS_MOST);
        let entries = rest.get(..rest.len().min(count * 12))?;
        Some(Directory {
            tiff: self,
            entries,
        })
    }

    fn u16(self, bytes: &[u8]) -> Option<u16> {
        let bytes = *bytes.first_chunk()?;
        Some(if self.is_little_endian {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    }

    fn u32(self, bytes: &[u8]) -> Option<u32> {
        let bytes = *bytes.first_chunk()?;
        Some(if self.is_little_endian {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }
}

impl<'a> Directory<'a> {
    /// The value of a tag, of as many bytes as its kind and count say and the block has.
    pub(crate) fn value(self, tag: u16) -> Option<Value<'a>> {
        let tiff = self.tiff;
        let has_tag = |entry: &&[u8]| tiff.u16(entry) == Some(tag);
        let entry = self.entries.chunks_exact(12).find(has_tag)?;
        let (kind, count) = (tiff.u16(entry.get(2..)?)?, tiff.u32(entry.get(4..)?)?);
        let size = match kind {
            1 | 2 | 6 | 7 | 129 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            _ => return None,
        };
        let length = usize::try_from(count).ok()?.checked_mul(size)?;
        let bytes = if length <= 4 {
            entry.get(8..8 + length)?
        } else {
            let offset = usize::try_from(tiff.u32(entry.get(8..)?)?).ok()?;
            let from = tiff.bytes.get(offset..)?;
            from.get(..length.min(from.len()))?
        };
        Some(Value { tiff, kind, bytes })
    }

    /// The directory that a tag leads to.
    pub(crate) fn below(self, tag: u16) -> Option<Directory<'a>> {
        self.tiff.directory(self.value(tag)?.number()?)
    }
}

impl<'a> Value<'a> {
    /// The bytes of a text, if it is one: of kind ASCII, UTF-8 (Exif 3.0), or bytes that programs write texts as.
    pub(crate) fn text(self) -> Option<&'a [u8]> {
        matches!(self.kind, 1 | 2 | 7 | 129).then_some(self.bytes)
    }

    /// The first whole number.
    pub(crate) fn number(self) -> Option<u32> {
        match self.kind {
            1 | 7 => self.bytes.first().copied().map(u32::from),
            3 => self.tiff.u16(self.bytes).map(u32::from),
            4 | 13 => self.tiff.u32(self.bytes),
            _ => None,
        }
    }

    /// Whole numbers, and rational ones as `1/250`, as texts.
    pub(crate) fn numbers(self) -> Vec<String> {
        let width = match self.kind {
            1 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 13 => 4,
            5 | 10 => 8,
            _ => return Vec::new(),
        };
        let write = |bytes: &[u8]| {
            let u32 = |at: usize| self.tiff.u32(bytes.get(at..)?);
            Some(match self.kind {
                1 | 7 => bytes.first()?.to_string(),
                3 => self.tiff.u16(bytes)?.to_string(),
                8 => self.tiff.u16(bytes)?.cast_signed().to_string(),
                9 => u32(0)?.cast_signed().to_string(),
                5 => format!("{}/{}", u32(0)?, u32(4)?),
                10 => format!("{}/{}", u32(0)?.cast_signed(), u32(4)?.cast_signed()),
                _ => u32(0)?.to_string(),
            })
        };
        let numbers = self.bytes.chunks_exact(width).take(NUMBERS_MOST);
        numbers.filter_map(write).collect()
    }

    /// The first rational numbers that are numbers, `N` of them.
    pub(crate) fn rationals<const N: usize>(self) -> Option<[f64; N]> {
        let mut rationals = [0.0; N];
        let mut pairs = self.bytes.chunks_exact(8);
        for rational in &mut rationals {
            let pair = pairs.next()?;
            let (over, under) = (self.tiff.u32(pair)?, self.tiff.u32(pair.get(4..)?)?);
            let (over, under) = match self.kind {
                5 => (f64::from(over), f64::from(under)),
                10 => (
                    f64::from(over.cast_signed()),
                    f64::from(under.cast_signed()),
                ),
                _ => return None,
            };
            // Cameras write 0/0 for a part that they do not have.
            *rational = match (over, under) {
                (0.0, 0.0) => 0.0,
                _ => over / under,
            };
        }
        rationals
            .iter()
            .all(|number| number.is_finite())
            .then_some(rationals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_that_leads_to_itself_ends_and_one_that_breaks_off_says_what_it_has() {
        let entry = |tag: u16, kind: u16, count: u32, value: u32| {
            [
                &tag.to_le_bytes()[..],
                &kind.to_le_bytes(),
                &count.to_le_bytes(),
                &value.to_le_bytes(),
            ]
            .concat()
        };
        let block = [
            &b"II*\0\x08\0\0\0\xFF\xFF"[..],
            &entry(0x0112, 3, 1, 6),
            &entry(0x8769, 4, 1, 8),
            &entry(0x010E, 2, u32::MAX, 8),
            &entry(0x010F, 2, 4, u32::from_le_bytes(*b"abc\0")),
            &entry(0x9999, 5, 1, 9_999),
        ]
        .concat();
        let first = Tiff::new(&block).unwrap().first().unwrap();
        assert_eq!(first.value(0x0112).unwrap().number(), Some(6));
        let below = first.below(0x8769).unwrap();
        assert_eq!(below.value(0x010F).unwrap().text(), Some(&b"abc\0"[..]));
        assert_eq!(first.value(0x010E).unwrap().bytes.len(), block.len() - 8);
        assert!(first.value(0x9999).is_none());
        for end in 0..block.len() {
            let first = Tiff::new(&block[..end]).and_then(Tiff::first);
            assert!(first.is_none_or(|first| first.value(0x0112).is_none() || end >= 22));
        }
    }
}
