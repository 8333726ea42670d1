//! The directories of a TIFF file and of what is built on it (Exif, raw pictures): tags and numbers, no pixels.
//!
//! TIFF 6.0, section 2. Raw formats of cameras write other numbers than 42 behind the byte order, so that is not asked.

/// Directories that are read of one file; cameras write up to ten.
const DIRECTORIES_MOST: usize = 64;
/// Entries of one directory.
const ENTRIES_MOST: usize = 1024;
/// Values of one entry.
const VALUES_MOST: usize = 1 << 20;

pub(crate) const SUBFILE: u16 = 0x00fe;
pub(crate) const WIDTH: u16 = 0x0100;
pub(crate) const HEIGHT: u16 = 0x0101;
pub(crate) const PHOTOMETRIC: u16 = 0x0106;
pub(crate) const MAKE: u16 = 0x010f;
pub(crate) const STRIP_OFFSETS: u16 = 0x0111;
pub(crate) const ORIENTATION: u16 = 0x0112;
pub(crate) const STRIP_LENGTHS: u16 = 0x0117;
pub(crate) const TILE_OFFSETS: u16 = 0x0144;
pub(crate) const TILE_LENGTHS: u16 = 0x0145;
const SUB_DIRECTORIES: u16 = 0x014a;
pub(crate) const JPEG_OFFSET: u16 = 0x0201;
pub(crate) const JPEG_LENGTH: u16 = 0x0202;
pub(crate) const DNG_VERSION: u16 = 0xc612;
pub(crate) const DNG_CROP_SIZE: u16 = 0xc620;

/// A tag and its place.
#[derive(Debug, Clone, Copy)]
struct Entry {
    tag: u16,
    kind: u16,
    count: usize,
    /// Where its values stand.
    at: usize,
}

/// One directory (IFD).
#[derive(Debug, Clone)]
pub(crate) struct Directory<'a> {
    file: TiffTags<'a>,
    entries: Vec<Entry>,
    /// Where it ends.
    end: usize,
    /// Where the next one of the chain begins.
    next: Option<usize>,
    /// Whether it stands in the chain of the file's pages, and not below one of them.
    pub(crate) is_page: bool,
}

/// A file's bytes and their order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TiffTags<'a> {
    bytes: &'a [u8],
    is_big_endian: bool,
    /// BigTIFF: offsets of eight bytes.
    is_long: bool,
}

impl<'a> TiffTags<'a> {
    /// None where the bytes name no byte order.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        let is_big_endian = match bytes.get(..2)? {
            b"II" => false,
            b"MM" => true,
            _ => return None,
        };
        let mut tags = Self {
            bytes,
            is_big_endian,
            is_long: false,
        };
        tags.is_long = tags.number(2, 2)? == 43;
        Some(tags)
    }

    /// All directories: the pages in their order, each with what lies below it behind it.
    pub(crate) fn directories(self) -> Vec<Directory<'a>> {
        let start = if self.is_long {
            self.number(8, 8)
        } else {
            self.number(4, 4)
        };
        let mut waiting: Vec<(usize, bool)> = start.map(|at| (at, true)).into_iter().collect();
        let (mut seen, mut found) = (Vec::new(), Vec::new());
        while let Some((at, is_page)) = waiting.pop() {
            // a file may name a directory twice, or in a circle
            if at == 0 || seen.contains(&at) || found.len() == DIRECTORIES_MOST {
                continue;
            }
            seen.push(at);
            let Some((directory, next)) = self.directory(at, is_page) else {
                continue;
            };
            if is_page && let Some(next) = next {
                waiting.push((next, true));
            }
            let below = directory.numbers(SUB_DIRECTORIES);
            waiting.extend(below.into_iter().rev().map(|at| (at, false)));
            found.push(directory);
        }
        found
    }

    /// Whether a directory, or the values under one of its tags, lies beyond the end; one at which none begins is not
    /// counted.
    pub(crate) fn breaks_off(self) -> bool {
        let directories = self.directories();
        let ends = directories.iter().flat_map(|directory| {
            let entries = directory.entries.iter();
            let ends = entries.map(|entry| {
                let length = size_of(entry.kind).and_then(|size| size.checked_mul(entry.count));
                length.and_then(|length| entry.at.checked_add(length))
            });
            let below = directory.numbers(SUB_DIRECTORIES);
            let next = directory.next.filter(|_| directory.is_page);
            // what begins beyond the end was not found at all
            let named = below.into_iter().chain(next).filter(|at| *at > 0);
            let named = named.map(|at| at.checked_add(2));
            ends.chain([Some(directory.end)]).chain(named)
        });
        let beyond = |end: Option<usize>| end.is_none_or(|end| end > self.bytes.len());
        directories.is_empty() || ends.into_iter().any(beyond)
    }

    /// The directory that begins there, and where the next one of the chain does.
    pub(crate) fn directory(
        self,
        at: usize,
        is_page: bool,
    ) -> Option<(Directory<'a>, Option<usize>)> {
        let (head, each, wide) = if self.is_long { (8, 20, 8) } else { (2, 12, 4) };
        let count = self.number(at, head)?.min(ENTRIES_MOST);
        let first = at.checked_add(head)?;
        let entries = (0..count)
            .map_while(|entry| {
                let at = first + entry * each;
                let (tag, kind) = (self.number(at, 2)?, self.number(at + 2, 2)?);
                let (tag, kind) = (u16::try_from(tag).ok()?, u16::try_from(kind).ok()?);
                let count = self.number(at + 4, wide)?;
                let value = at + 4 + wide;
                let fits = count.checked_mul(size_of(kind)?)? <= wide;
                let at = if fits {
                    value
                } else {
                    self.number(value, wide)?
                };
                Some(Entry {
                    tag,
                    kind,
                    count,
                    at,
                })
            })
            .collect();
        let next = self.number(first + count * each, wide);
        let directory = Directory {
            file: self,
            entries,
            end: first.saturating_add(count * each + wide),
            next,
            is_page,
        };
        Some((directory, next))
    }

    /// A number of so many bytes.
    fn number(self, at: usize, size: usize) -> Option<usize> {
        let bytes = self.bytes.get(at..at.checked_add(size)?)?;
        let add = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
        let number = if self.is_big_endian {
            bytes.iter().fold(0, add)
        } else {
            bytes.iter().rev().fold(0, add)
        };
        usize::try_from(number).ok()
    }
}

impl Directory<'_> {
    /// The first number under a tag.
    pub(crate) fn number(&self, tag: u16) -> Option<usize> {
        self.numbers(tag).first().copied()
    }

    /// The numbers under a tag; of rationals their whole part.
    pub(crate) fn numbers(&self, tag: u16) -> Vec<usize> {
        let Some(entry) = self.entries.iter().find(|entry| entry.tag == tag) else {
            return Vec::new();
        };
        let Some(size) = size_of(entry.kind) else {
            return Vec::new();
        };
        (0..entry.count.min(VALUES_MOST))
            .map_while(|index| {
                let at = entry.at.checked_add(index * size)?;
                if matches!(entry.kind, 5 | 10) {
                    let (over, under) = (self.file.number(at, 4)?, self.file.number(at + 4, 4)?);
                    over.checked_div(under)
                } else {
                    self.file.number(at, size)
                }
            })
            .collect()
    }

    /// Where the values under a tag begin.
    pub(crate) fn place(&self, tag: u16) -> Option<usize> {
        let entry = self.entries.iter().find(|entry| entry.tag == tag)?;
        Some(entry.at)
    }

    /// The text under a tag.
    pub(crate) fn text(&self, tag: u16) -> Option<String> {
        let entry = self.entries.iter().find(|entry| entry.tag == tag)?;
        let length = entry.count.min(200) * size_of(entry.kind)?;
        let end = entry.at.checked_add(length)?;
        let text = self.file.bytes.get(entry.at..end)?;
        Some(
            String::from_utf8_lossy(text)
                .trim_end_matches('\0')
                .to_owned(),
        )
    }

    /// Width and height in pixels.
    pub(crate) fn size(&self) -> Option<(u32, u32)> {
        let side = |tag| u32::try_from(self.number(tag)?).ok();
        Some((side(WIDTH)?, side(HEIGHT)?))
    }
}

/// Bytes of one value of a kind.
const fn size_of(kind: u16) -> Option<usize> {
    Some(match kind {
        1 | 2 | 6 | 7 => 1,
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 | 16..=18 => 8,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::tiff_of;

    #[test]
    fn pages_and_what_lies_below_them() {
        let file = tiff_of(&[
            &[(WIDTH, &[160]), (HEIGHT, &[120]), (SUB_DIRECTORIES, &[1])],
            &[(WIDTH, &[6000]), (HEIGHT, &[4000])],
        ]);
        let tags = TiffTags::open(&file).unwrap();
        let sizes: Vec<_> = tags
            .directories()
            .iter()
            .map(|d| (d.size(), d.is_page))
            .collect();
        assert_eq!(
            sizes,
            [(Some((160, 120)), true), (Some((6000, 4000)), false)]
        );
        for end in 0..file.len() {
            if let Some(tags) = TiffTags::open(&file[..end]) {
                tags.directories();
            }
        }
    }

    #[test]
    fn a_circle_of_directories_ends() {
        let mut file = tiff_of(&[&[(WIDTH, &[1])]]);
        let next = file.len() - 4;
        file[next..].copy_from_slice(&8u32.to_le_bytes());
        assert_eq!(TiffTags::open(&file).unwrap().directories().len(), 1);
    }
}
