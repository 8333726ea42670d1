//! The entries of a zip, read from its directory; where that is gone or wrong, from the headers before the entries.

use std::collections::{HashMap, HashSet};

use flate2::Crc;
use flate2::read::DeflateDecoder;

use crate::budget::Budget;
use crate::refusal::Refusal;

/// A zip with more entries is refused.
const MOST_ENTRIES: usize = 100_000;

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";

/// A zip.
#[derive(Debug)]
pub(crate) struct Container<'a> {
    bytes: &'a [u8],
    /// Its entries, in the order of its directory.
    pub entries: Vec<Entry>,
    /// Whether its directory is gone or wrong.
    pub damaged: bool,
    /// Places of the entries by their names in small letters.
    places: HashMap<String, usize>,
}

/// An entry of a zip.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Its name as it stands.
    pub raw_name: Vec<u8>,
    /// Its name in UTF-8, where the zip has it so.
    pub unicode_name: Option<String>,
    /// Whether it is locked by a password.
    pub locked: bool,
    method: u16,
    checksum: Option<u32>,
    start: usize,
    packed: usize,
    size: u64,
}

/// The bytes of an entry.
#[derive(Debug)]
pub(crate) struct Unpacked {
    /// All, or those before the damage.
    pub bytes: Vec<u8>,
    /// Whether some are missing or wrong.
    pub damaged: bool,
}

impl Entry {
    /// Its name for looking it up: forward slashes, none before.
    pub fn plain_name(&self) -> String {
        let name = match &self.unicode_name {
            Some(name) => name.clone(),
            None => String::from_utf8_lossy(&self.raw_name).into_owned(),
        };
        name.replace('\\', "/").trim_start_matches('/').to_owned()
    }

    /// Whether it is a folder.
    pub fn is_folder(&self) -> bool {
        matches!(self.raw_name.last(), Some(b'/' | b'\\')) || self.raw_name.is_empty()
    }
}

impl<'a> Container<'a> {
    /// Reads the names and places of the entries.
    ///
    /// # Errors
    /// [`Refusal::Damaged`] where no entry can be found; [`Refusal::TooLarge`].
    pub fn open(bytes: &'a [u8]) -> Result<Container<'a>, Refusal> {
        let mut damaged = false;
        let mut entries = match read_directory(bytes)? {
            Some(directory) => {
                damaged |= directory.damaged;
                directory.entries
            }
            None => {
                damaged = true;
                Vec::new()
            }
        };
        if damaged {
            let known: HashSet<usize> = entries.iter().map(|entry| entry.start).collect();
            let found = scan_entries(bytes)?.into_iter();
            entries.extend(found.filter(|entry| !known.contains(&entry.start)));
        }
        if entries.is_empty() && damaged {
            return Err(Refusal::Damaged {
                what: "the zip has no entries".to_owned(),
            });
        }
        let mut places = HashMap::new();
        for (place, entry) in entries.iter().enumerate() {
            places
                .entry(entry.plain_name().to_lowercase())
                .or_insert(place);
        }
        Ok(Container {
            bytes,
            entries,
            damaged,
            places,
        })
    }

    /// Finds an entry by its name, in any case of letters, as the programs do that write them.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        let place = self
            .places
            .get(&name.trim_start_matches('/').to_lowercase())?;
        self.entries.get(*place)
    }

    /// Unfolds an entry.
    ///
    /// # Errors
    /// [`Refusal::Locked`], [`Refusal::TooLarge`]; [`Refusal::Damaged`] where it is packed in a way that is not known.
    pub fn unpack(&self, entry: &Entry, budget: &mut Budget) -> Result<Unpacked, Refusal> {
        let name = entry.plain_name();
        if entry.locked {
            return Err(Refusal::Locked);
        }
        let end = entry.start.saturating_add(entry.packed);
        let cut = end > self.bytes.len();
        let packed = self
            .bytes
            .get(entry.start..end.min(self.bytes.len()))
            .unwrap_or_default();
        let (bytes, broken) = match entry.method {
            0 => budget.unfold_partly(packed, entry.size, &name)?,
            8 => {
                let mut decoder = DeflateDecoder::new(packed);
                let unfolded = budget.unfold_partly(&mut decoder, entry.size, &name)?;
                // Entries may overlap, and a stream may have much that unfolds to nothing: reading costs as well.
                let read = usize::try_from(decoder.total_in() / 4).unwrap_or(usize::MAX);
                budget.take_bytes(read, &name)?;
                unfolded
            }
            method => {
                return Err(Refusal::Damaged {
                    what: format!("{name}: packed in way {method}"),
                });
            }
        };
        let wrong = entry.checksum.is_some_and(|checksum| {
            let mut crc = Crc::new();
            crc.update(&bytes);
            crc.sum() != checksum
        });
        Ok(Unpacked {
            bytes,
            damaged: broken || cut || wrong,
        })
    }
}

struct Directory {
    entries: Vec<Entry>,
    damaged: bool,
}

fn read_directory(bytes: &[u8]) -> Result<Option<Directory>, Refusal> {
    let Some(end) = find_last(bytes, END) else {
        return Ok(None);
    };
    let small = |at: usize, width: usize| read_number(bytes, end + at, width);
    let (Some(mut size), Some(mut offset)) = (small(12, 4), small(16, 4)) else {
        return Ok(None);
    };
    // The directory ends where its end record begins, whatever was put before the zip.
    let mut directory_end = end;
    if (size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF)
        && let Some(wide_end) = find_last(bytes.get(..end).unwrap_or_default(), b"PK\x06\x06")
        && let Some(wide_size) = read_number(bytes, wide_end + 40, 8)
        && let Some(wide_offset) = read_number(bytes, wide_end + 48, 8)
    {
        (size, offset, directory_end) = (wide_size, wide_offset, wide_end);
    }
    let by_size = usize::try_from(size)
        .ok()
        .and_then(|size| directory_end.checked_sub(size));
    let by_offset = usize::try_from(offset).ok();
    let is_central = |at: &usize| {
        bytes
            .get(*at..)
            .is_some_and(|rest| rest.starts_with(CENTRAL))
    };
    let Some(start) = by_size
        .filter(is_central)
        .or_else(|| by_offset.filter(is_central))
    else {
        let empty = size == 0 && bytes.len() < 200;
        return Ok(empty.then(|| Directory {
            entries: Vec::new(),
            damaged: false,
        }));
    };
    let shift = start.saturating_sub(by_offset.unwrap_or(start));
    let mut directory = Directory {
        entries: Vec::new(),
        damaged: false,
    };
    let mut at = start;
    while bytes
        .get(at..)
        .is_some_and(|rest| rest.starts_with(CENTRAL))
    {
        let Some((entry, next)) = read_central(bytes, at, shift) else {
            directory.damaged = true;
            break;
        };
        match entry {
            Some(entry) => directory.entries.push(entry),
            None => directory.damaged = true,
        }
        if directory.entries.len() > MOST_ENTRIES {
            return Err(too_many());
        }
        at = next;
    }
    Ok(Some(directory))
}

/// Reads a record of the directory; the entry is none where the directory points to no entry.
fn read_central(bytes: &[u8], at: usize, shift: usize) -> Option<(Option<Entry>, usize)> {
    let number = |place: usize, width: usize| read_number(bytes, at + place, width);
    let flags = number(8, 2)?;
    let method = u16::try_from(number(10, 2)?).ok()?;
    let checksum = u32::try_from(number(16, 4)?).ok()?;
    let mut packed = number(20, 4)?;
    let mut size = number(24, 4)?;
    let name_length = usize::try_from(number(28, 2)?).ok()?;
    let extra_length = usize::try_from(number(30, 2)?).ok()?;
    let comment_length = usize::try_from(number(32, 2)?).ok()?;
    let mut offset = number(42, 4)?;
    let raw_name = bytes.get(at + 46..at + 46 + name_length)?.to_vec();
    let extra_start = at + 46 + name_length;
    let extra = bytes.get(extra_start..extra_start + extra_length)?;
    let next = extra_start + extra_length + comment_length;
    if let Some(wide) = find_extra(extra, 1) {
        let mut place = 0;
        for value in [&mut size, &mut packed, &mut offset] {
            if *value == 0xFFFF_FFFF
                && let Some(number) = read_number(wide, place, 8)
            {
                *value = number;
                place += 8;
            }
        }
    }
    let start = usize::try_from(offset).ok().and_then(|offset| {
        find_data(bytes, offset.saturating_add(shift)).or_else(|| find_data(bytes, offset))
    });
    let entry = start.map(|start| Entry {
        unicode_name: read_unicode_name(&raw_name, flags, extra),
        raw_name,
        locked: flags & 1 != 0,
        method,
        checksum: Some(checksum),
        start,
        packed: usize::try_from(packed).unwrap_or(usize::MAX),
        size,
    });
    Some((entry, next))
}

/// Where the data of an entry begins whose own header stands at a place.
fn find_data(bytes: &[u8], header: usize) -> Option<usize> {
    bytes.get(header..)?.strip_prefix(LOCAL)?;
    let name = usize::try_from(read_number(bytes, header + 26, 2)?).ok()?;
    let extra = usize::try_from(read_number(bytes, header + 28, 2)?).ok()?;
    Some(header + 30 + name + extra)
}

/// Reads the entries from the headers that stand before each.
fn scan_entries(bytes: &[u8]) -> Result<Vec<Entry>, Refusal> {
    let mut entries = Vec::new();
    let mut at = 0;
    while let Some(header) = find_next(bytes, at, LOCAL) {
        at = header + 4;
        let Some((entry, known)) = scan_entry(bytes, header) else {
            continue;
        };
        // What is inside an entry of known length may be a zip itself, whose headers are not of this one.
        at = match known {
            true => entry.start.saturating_add(entry.packed).min(bytes.len()),
            false => entry.start,
        };
        entries.push(entry);
        if entries.len() > MOST_ENTRIES {
            return Err(too_many());
        }
    }
    Ok(entries)
}

fn scan_entry(bytes: &[u8], header: usize) -> Option<(Entry, bool)> {
    let number = |place: usize, width: usize| read_number(bytes, header + place, width);
    let flags = number(6, 2)?;
    let method = u16::try_from(number(8, 2)?).ok()?;
    let checksum = u32::try_from(number(14, 4)?).ok()?;
    let packed = usize::try_from(number(18, 4)?).ok()?;
    let size = number(22, 4)?;
    let name_length = usize::try_from(number(26, 2)?).ok()?;
    let extra_length = usize::try_from(number(28, 2)?).ok()?;
    let raw_name = bytes.get(header + 30..header + 30 + name_length)?.to_vec();
    let extra_start = header + 30 + name_length;
    let extra = bytes
        .get(extra_start..extra_start + extra_length)
        .unwrap_or_default();
    let start = extra_start + extra_length;
    // Written as it was packed: its sizes stand behind it.
    let known = flags & 8 == 0 && packed != 0xFFFF_FFFF;
    let packed = match (known, method) {
        (true, _) => packed,
        (false, 0) => find_next(bytes, start, b"PK").map_or(usize::MAX, |end| end - start),
        (false, _) => bytes.len().saturating_sub(start),
    };
    let entry = Entry {
        unicode_name: read_unicode_name(&raw_name, flags, extra),
        raw_name,
        locked: flags & 1 != 0,
        method,
        checksum: known.then_some(checksum),
        start,
        packed,
        size: if known { size } else { 0 },
    };
    Some((entry, known))
}

fn read_unicode_name(raw: &[u8], flags: u64, extra: &[u8]) -> Option<String> {
    if flags & 0x800 != 0 {
        return String::from_utf8(raw.to_vec()).ok();
    }
    let field = find_extra(extra, 0x7075)?;
    String::from_utf8(field.get(5..)?.to_vec()).ok()
}

/// A field of an entry's extra data.
fn find_extra(mut extra: &[u8], wanted: u64) -> Option<&[u8]> {
    loop {
        let id = read_number(extra, 0, 2)?;
        let length = usize::try_from(read_number(extra, 2, 2)?).ok()?;
        let field = extra.get(4..4 + length)?;
        if id == wanted {
            return Some(field);
        }
        extra = extra.get(4 + length..)?;
    }
}

fn read_number(bytes: &[u8], at: usize, width: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(width)?)?;
    Some(
        bytes
            .iter()
            .rev()
            .fold(0, |number, byte| number << 8 | u64::from(*byte)),
    )
}

fn find_next(bytes: &[u8], from: usize, wanted: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let at = rest
        .windows(wanted.len())
        .position(|window| window == wanted)?;
    Some(from + at)
}

fn find_last(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    // The end record stands within the last 64 KiB and its own length, unless something was put behind the zip.
    bytes
        .windows(wanted.len())
        .rposition(|window| window == wanted)
}

fn too_many() -> Refusal {
    Refusal::TooLarge {
        what: "entries of the zip".to_owned(),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::budget::Limits;

    /// A zip of the given entries.
    pub fn make_zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn unpack(container: &Container, name: &str) -> Unpacked {
        let mut budget = Budget::new(Limits::default());
        let entry = container.find(name).unwrap();
        container.unpack(entry, &mut budget).unwrap()
    }

    #[test]
    fn an_entry_is_found_in_any_case_of_letters() {
        let bytes = make_zip(&[("Word/Document.xml", "мәтін".as_bytes())]);
        let container = Container::open(&bytes).unwrap();
        let unpacked = unpack(&container, "/word/document.xml");
        assert_eq!(unpacked.bytes, "мәтін".as_bytes());
        assert!(!unpacked.damaged && !container.damaged);
    }

    #[test]
    fn bytes_before_the_zip_shift_its_directory() {
        let mut bytes = vec![b'x'; 500];
        bytes.extend(make_zip(&[("a.txt", b"one"), ("b.txt", b"two")]));
        let container = Container::open(&bytes).unwrap();
        assert!(!container.damaged);
        assert_eq!(unpack(&container, "b.txt").bytes, b"two");
    }

    #[test]
    fn a_zip_without_its_directory_is_read_by_its_headers() {
        let words = "Облыс әкімі жиын өткізді. ".repeat(200);
        let whole = make_zip(&[("a.txt", words.as_bytes()), ("b.txt", words.as_bytes())]);
        let directory = find_next(&whole, 0, CENTRAL).unwrap();
        let container = Container::open(&whole[..directory]).unwrap();
        assert!(container.damaged);
        assert_eq!(unpack(&container, "a.txt").bytes, words.as_bytes());
        let container = Container::open(&whole[..directory - 40]).unwrap();
        let last = unpack(&container, "b.txt");
        assert!(last.damaged);
        assert!(words.as_bytes().starts_with(&last.bytes));
    }

    #[test]
    fn a_wrong_checksum_is_told() {
        let mut options = SimpleFileOptions::default();
        options = options.compression_method(zip::CompressionMethod::Stored);
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("a.txt", options).unwrap();
        writer.write_all(b"harvest").unwrap();
        let mut bytes = writer.finish().unwrap().into_inner();
        let at = find_next(&bytes, 0, b"harvest").unwrap();
        bytes[at] = b'H';
        let container = Container::open(&bytes).unwrap();
        assert!(unpack(&container, "a.txt").damaged);
    }

    #[test]
    fn a_bomb_is_refused() {
        let bytes = make_zip(&[("a.txt", &vec![0; 3 << 20])]);
        let container = Container::open(&bytes).unwrap();
        let mut budget = Budget::new(Limits {
            unfolded_bytes: 1 << 20,
            ..Limits::default()
        });
        let refusal = container.unpack(&container.entries[0], &mut budget);
        assert!(matches!(refusal, Err(Refusal::TooLarge { .. })));
    }
}
