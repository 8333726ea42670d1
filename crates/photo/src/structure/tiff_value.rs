//! Values of tags in directories of TIFF (TIFF 6.0, section 2; Exif 3.0, 4.6.2; BigTIFF).

/// Numbers read of one tag.
const NUMBERS_MOST: usize = 1 << 20;
/// Numbers written of one tag.
const WRITTEN_MOST: usize = 64;
/// Bytes of one text: a tag may name the whole of a large file.
const TEXT_MOST: usize = 1 << 20;

/// In which order the bytes of a number stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// The lowest first.
    Little,
    /// The highest first.
    Big,
}

impl Order {
    /// The number that up to eight bytes are.
    pub(crate) fn number(self, bytes: &[u8]) -> u64 {
        let add = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
        match self {
            Self::Little => bytes.iter().rev().fold(0, add),
            Self::Big => bytes.iter().fold(0, add),
        }
    }

    fn u32(self, bytes: &[u8]) -> Option<u32> {
        u32::try_from(self.number(bytes.get(..4)?)).ok()
    }
}

/// Bytes of one value of a kind; none of kinds that are not known.
pub(crate) const fn size_of(kind: u16) -> Option<usize> {
    Some(match kind {
        // 129 is text in UTF-8
        1 | 2 | 6 | 7 | 129 => 1,
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 | 16..=18 => 8,
        _ => return None,
    })
}

/// The value of a tag.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Value<'a> {
    pub(super) order: Order,
    pub(super) kind: u16,
    /// All bytes of it that are there.
    pub(crate) bytes: &'a [u8],
}

impl<'a> Value<'a> {
    /// The bytes of a text, if it is one: of kind ASCII, UTF-8 (Exif 3.0), or bytes that programs write texts as.
    pub(crate) fn text(self) -> Option<&'a [u8]> {
        matches!(self.kind, 1 | 2 | 7 | 129).then(|| self.first_bytes())
    }

    /// Its bytes, as many as a text may have.
    pub(crate) fn first_bytes(self) -> &'a [u8] {
        self.bytes.get(..TEXT_MOST).unwrap_or(self.bytes)
    }

    /// The first whole number.
    pub(crate) fn number(self) -> Option<usize> {
        self.numbers().next()
    }

    /// Whole numbers; of rational ones their whole part.
    pub(crate) fn numbers(self) -> impl Iterator<Item = usize> + 'a {
        let number = move |bytes: &[u8]| match self.kind {
            // text and fractions are no whole numbers
            2 | 11 | 12 | 129 => None,
            5 | 10 => {
                let (over, under) = bytes.split_at_checked(4)?;
                self.order
                    .number(over)
                    .checked_div(self.order.number(under))
            }
            _ => Some(self.order.number(bytes)),
        };
        let each = self.bytes.chunks_exact(size_of(self.kind).unwrap_or(1));
        each.take(NUMBERS_MOST)
            .map_while(move |bytes| usize::try_from(number(bytes)?).ok())
    }

    /// Whole numbers, and rational ones as `1/250`, as texts.
    pub(crate) fn write_numbers(self) -> Vec<String> {
        let write = |bytes: &[u8]| {
            let number = self.order.number(bytes);
            let u32 = |at: usize| self.order.u32(bytes.get(at..)?);
            Some(match self.kind {
                1 | 3 | 4 | 7 | 13 => number.to_string(),
                8 => u16::try_from(number).ok()?.cast_signed().to_string(),
                9 => u32(0)?.cast_signed().to_string(),
                5 => format!("{}/{}", u32(0)?, u32(4)?),
                10 => format!("{}/{}", u32(0)?.cast_signed(), u32(4)?.cast_signed()),
                _ => return None,
            })
        };
        let each = self.bytes.chunks_exact(size_of(self.kind).unwrap_or(1));
        each.take(WRITTEN_MOST).filter_map(write).collect()
    }

    /// The first rational numbers that are numbers, `N` of them.
    pub(crate) fn rationals<const N: usize>(self) -> Option<[f64; N]> {
        let mut rationals = [0.0; N];
        let mut pairs = self.bytes.chunks_exact(8);
        for rational in &mut rationals {
            let (over, under) = pairs.next()?.split_at_checked(4)?;
            let (over, under) = (self.order.u32(over)?, self.order.u32(under)?);
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
    fn numbers_of_each_kind() {
        let value = |kind: u16, bytes: &'static [u8]| Value {
            order: Order::Big,
            kind,
            bytes,
        };
        let whole = |kind, bytes| value(kind, bytes).numbers().collect::<Vec<_>>();
        let written = |kind, bytes| value(kind, bytes).write_numbers();
        assert_eq!(whole(3, b"\0\x01\x01\0\x07"), [1, 256]);
        assert_eq!(whole(16, b"\0\0\0\0\0\0\x02\x01"), [513]);
        assert_eq!(whole(5, b"\0\0\0\x07\0\0\0\x02"), [3]);
        assert_eq!(whole(5, b"\0\0\0\x07\0\0\0\0"), [0; 0]);
        assert_eq!(whole(2, b"12"), [0; 0]);
        assert_eq!(written(8, b"\xff\xff\0\x02"), ["-1", "2"]);
        assert_eq!(written(10, b"\xff\xff\xff\xff\0\0\0\x03"), ["-1/3"]);
        assert_eq!(written(11, b"\0\0\0\0"), [""; 0]);
        assert_eq!(value(129, b"\xd3\x99").text(), Some(&b"\xd3\x99"[..]));
    }
}
