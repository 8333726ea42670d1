//! The directories of a TIFF file and of what is built on it (Exif, raw pictures): which tags each has, and where their
//! values stand. No pixels.
//!
//! TIFF 6.0, section 2; Exif 3.0, 4.6.2. Raw formats of cameras write other numbers than 42 behind the byte order, so that
//! is not asked.

use super::tiff_value::{Order, Value, size_of};

/// Directories that are looked for in one file; cameras write up to ten.
const DIRECTORIES_MOST: usize = 64;
/// Entries of one directory.
const ENTRIES_MOST: usize = 4096;

pub(crate) const SUBFILE: u16 = 0x00fe;
pub(crate) const WIDTH: u16 = 0x0100;
pub(crate) const HEIGHT: u16 = 0x0101;
pub(crate) const PHOTOMETRIC: u16 = 0x0106;
pub(crate) const MAKE: u16 = 0x010f;
pub(crate) const STRIP_OFFSETS: u16 = 0x0111;
pub(crate) const ORIENTATION: u16 = 0x0112;
pub(crate) const STRIP_LENGTHS: u16 = 0x0117;
const TILE_OFFSETS: u16 = 0x0144;
const TILE_LENGTHS: u16 = 0x0145;
const SUB_DIRECTORIES: u16 = 0x014a;
pub(crate) const JPEG_OFFSET: u16 = 0x0201;
pub(crate) const JPEG_LENGTH: u16 = 0x0202;
pub(crate) const DNG_VERSION: u16 = 0xc612;
pub(crate) const DNG_CROP_SIZE: u16 = 0xc620;

/// A tag's value and its place.
#[derive(Debug, Clone, Copy)]
struct Entry {
    kind: u16,
    /// Where its bytes stand.
    at: usize,
    /// How many there are said to be; none of a kind that is not known.
    length: Option<usize>,
}

/// One directory (IFD).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Directory<'a> {
    file: TiffTags<'a>,
    /// Where its entries begin.
    first: usize,
    /// Its entries, as far as they are there.
    entries: &'a [u8],
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
    /// In which order the bytes of its numbers stand.
    pub(crate) order: Order,
    /// BigTIFF: offsets of eight bytes.
    is_long: bool,
}

impl<'a> TiffTags<'a> {
    /// None where the bytes name no byte order.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        let order = match bytes.get(..2)? {
            b"II" => Order::Little,
            b"MM" => Order::Big,
            _ => return None,
        };
        let is_long = order.number(bytes.get(2..4)?) == 43;
        Some(Self {
            bytes,
            order,
            is_long,
        })
    }

    /// The first directory, which describes the picture itself.
    pub(crate) fn first(self) -> Option<Directory<'a>> {
        self.directory(self.start()?, true)
    }

    /// All directories: the pages in their order, each with what lies below it behind it.
    pub(crate) fn directories(self) -> Vec<Directory<'a>> {
        let mut waiting: Vec<(usize, bool)> =
            self.start().map(|at| (at, true)).into_iter().collect();
        let (mut seen, mut found) = (Vec::new(), Vec::new());
        while let Some((at, is_page)) = waiting.pop() {
            if seen.len() == DIRECTORIES_MOST {
                break;
            }
            // a file may name a directory twice, or in a circle
            if at == 0 || seen.contains(&at) {
                continue;
            }
            seen.push(at);
            let Some(directory) = self.directory(at, is_page) else {
                continue;
            };
            if is_page && let Some(next) = directory.next {
                waiting.push((next, true));
            }
            let below: Vec<usize> = directory.below().collect();
            waiting.extend(below.into_iter().rev().map(|at| (at, false)));
            found.push(directory);
        }
        found
    }

    fn start(self) -> Option<usize> {
        if self.is_long {
            self.number(8, 8)
        } else {
            self.number(4, 4)
        }
    }

    /// The directory that begins there, as much of it as there is.
    fn directory(self, at: usize, is_page: bool) -> Option<Directory<'a>> {
        let head = if self.is_long { 8 } else { 2 };
        let count = self.number(at, head)?.min(ENTRIES_MOST);
        let first = at.checked_add(head)?;
        let rest = self.bytes.get(first..)?;
        let length = count * self.entry_size();
        Some(Directory {
            file: self,
            first,
            entries: rest.get(..length).unwrap_or(rest),
            end: first.saturating_add(length + self.wide()),
            next: self.number(first + length, self.wide()),
            is_page,
        })
    }

    /// Bytes of a count and of an offset.
    const fn wide(self) -> usize {
        if self.is_long { 8 } else { 4 }
    }

    /// Bytes of an entry: tag, kind, count, and its value or where that stands.
    const fn entry_size(self) -> usize {
        4 + 2 * self.wide()
    }

    /// A number of so many bytes.
    fn number(self, at: usize, size: usize) -> Option<usize> {
        let bytes = self.bytes.get(at..at.checked_add(size)?)?;
        usize::try_from(self.order.number(bytes)).ok()
    }
}

impl<'a> Directory<'a> {
    /// The value of a tag, of as many bytes as its kind and count say and the file has.
    pub(crate) fn value(self, tag: u16) -> Option<Value<'a>> {
        let entry = self.entry(tag)?;
        let length = entry.length?;
        let rest = self.file.bytes.get(entry.at..)?;
        Some(Value {
            order: self.file.order,
            kind: entry.kind,
            bytes: rest.get(..length).unwrap_or(rest),
        })
    }

    /// The first number under a tag.
    pub(crate) fn number(self, tag: u16) -> Option<usize> {
        self.value(tag)?.number()
    }

    /// The numbers under a tag; none where it is not there.
    pub(crate) fn numbers(self, tag: u16) -> impl Iterator<Item = usize> + 'a {
        self.value(tag).into_iter().flat_map(Value::numbers)
    }

    /// Where the values under a tag begin.
    pub(crate) fn place(self, tag: u16) -> Option<usize> {
        self.entry(tag).map(|entry| entry.at)
    }

    /// The directory that a tag leads to.
    pub(crate) fn directory(self, tag: u16) -> Option<Directory<'a>> {
        self.file.directory(self.number(tag)?, false)
    }

    /// Where the strips and tiles of its picture begin, and the JPEG that it names, and how long each is.
    pub(crate) fn pieces(self) -> impl Iterator<Item = (usize, usize)> + 'a {
        let pairs = [
            (STRIP_OFFSETS, STRIP_LENGTHS),
            (TILE_OFFSETS, TILE_LENGTHS),
            (JPEG_OFFSET, JPEG_LENGTH),
        ];
        pairs.into_iter().flat_map(move |(offsets, lengths)| {
            let offsets = self.numbers(offsets);
            offsets.zip(self.numbers(lengths))
        })
    }

    /// Width and height in pixels.
    pub(crate) fn size(self) -> Option<(u32, u32)> {
        let side = |tag| u32::try_from(self.number(tag)?).ok();
        Some((side(WIDTH)?, side(HEIGHT)?))
    }

    /// Whether it, the values under one of its tags, or one that it names lies beyond the end; one at which none begins is
    /// not counted.
    pub(crate) fn breaks_off(self) -> bool {
        let ends = self.entries().filter_map(|(_, entry)| {
            let length = entry.length?;
            Some(entry.at.checked_add(length))
        });
        let next = self.next.filter(|_| self.is_page);
        // what begins beyond the end was not found at all
        let named = self.below().chain(next).filter(|at| *at > 0);
        let named = named.map(|at| at.checked_add(2));
        let beyond = |end: Option<usize>| end.is_none_or(|end| end > self.file.bytes.len());
        ends.chain([Some(self.end)]).chain(named).any(beyond)
    }

    /// Where the directories below it begin.
    fn below(self) -> impl Iterator<Item = usize> + 'a {
        self.numbers(SUB_DIRECTORIES).take(DIRECTORIES_MOST)
    }

    fn entry(self, wanted: u16) -> Option<Entry> {
        let mut entries = self.entries();
        entries.find_map(|(tag, entry)| (tag == wanted).then_some(entry))
    }

    fn entries(self) -> impl Iterator<Item = (u16, Entry)> {
        let each = self.file.entry_size();
        let numbered = self.entries.chunks_exact(each).enumerate();
        numbered.filter_map(move |(which, bytes)| self.read_entry(self.first + which * each, bytes))
    }

    /// The entry at a place. One of a kind that is not known is passed over, as TIFF 6.0 asks of readers.
    fn read_entry(self, at: usize, bytes: &[u8]) -> Option<(u16, Entry)> {
        let (order, wide) = (self.file.order, self.file.wide());
        let short = |at: usize| u16::try_from(order.number(bytes.get(at..at + 2)?)).ok();
        let long = |at: usize| usize::try_from(order.number(bytes.get(at..at + wide)?)).ok();
        let (tag, kind) = (short(0)?, short(2)?);
        let count = long(4)?;
        let length = size_of(kind).map(|size| size.saturating_mul(count));
        let at = match length {
            Some(length) if length > wide => long(4 + wide)?,
            _ => at + 4 + wide,
        };
        Some((tag, Entry { kind, at, length }))
    }
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

    #[test]
    fn entries_that_name_each_other_a_million_times_are_read_as_often_as_directories_may_be() {
        // each of 600 directories names all others and itself
        let names: Vec<usize> = (0..600).collect();
        let tags: [(u16, &[usize]); 1] = [(SUB_DIRECTORIES, &names)];
        let directories: Vec<&[(u16, &[usize])]> = vec![&tags; 600];
        let file = tiff_of(&directories);
        let found = TiffTags::open(&file).unwrap().directories();
        assert_eq!(found.len(), DIRECTORIES_MOST);
        assert!(
            found
                .iter()
                .all(|directory| directory.below().count() <= DIRECTORIES_MOST)
        );
        // places at which no directory is are counted too
        let nowhere = vec![usize::from(u16::MAX) << 12; 1 << 12];
        let mut file = tiff_of(&[&[(0x0103, &nowhere)]]);
        file[10..12].copy_from_slice(&SUB_DIRECTORIES.to_le_bytes());
        let directory = TiffTags::open(&file).unwrap().first().unwrap();
        assert_eq!(directory.below().count(), DIRECTORIES_MOST);
        assert!(directory.breaks_off());
    }

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
            // of a kind that no one knows
            &entry(0x0113, 99, 1, 6),
            &entry(0x8769, 4, 1, 8),
            &entry(0x010E, 2, u32::MAX, 8),
            &entry(0x010F, 129, 4, u32::from_le_bytes(*b"abc\0")),
            &entry(0x9999, 5, 1, 9_999),
        ]
        .concat();
        let first = TiffTags::open(&block).unwrap().first().unwrap();
        assert_eq!(first.number(0x0112), Some(6));
        assert_eq!(first.number(0x0113), None);
        let below = first.directory(0x8769).unwrap();
        assert_eq!(below.value(0x010F).unwrap().text(), Some(&b"abc\0"[..]));
        assert_eq!(first.value(0x010E).unwrap().bytes.len(), block.len() - 8);
        assert!(first.value(0x9999).is_none());
        for end in 0..block.len() {
            let first = TiffTags::open(&block[..end]).and_then(TiffTags::first);
            assert!(first.is_none_or(|first| first.value(0x0112).is_none() || end >= 22));
        }
    }

    #[test]
    fn a_kind_that_is_not_known_does_not_break_a_file_off() {
        let mut file = tiff_of(&[&[(0x0103, &[1]), (WIDTH, &[160]), (HEIGHT, &[120])]]);
        file[12..14].copy_from_slice(&99_u16.to_le_bytes());
        let first = TiffTags::open(&file).unwrap().first().unwrap();
        assert_eq!(first.size(), Some((160, 120)));
        assert!(!first.breaks_off());
    }

    #[test]
    fn long_offsets() {
        let file = b"MM\0\x2b\0\x08\0\0\0\0\0\0\0\0\0\x10\0\0\0\0\0\0\0\x01\x01\0\0\x03\0\0\0\0\0\0\0\x02\0\x07\0\x09\0\0\0\0\0\0\0\0\0\0\0\0";
        let first = TiffTags::open(file).unwrap().first().unwrap();
        assert_eq!(first.numbers(WIDTH).collect::<Vec<_>>(), [7, 9]);
        assert!(!first.breaks_off());
    }
}
