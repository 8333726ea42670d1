//! The little of Exif that a copy has (Exif 3.0): who made it, what it shows, whose it is and when it was taken; that it is
//! upright, in sRGB and how large. No preview: one would show what the copy no longer is.

use super::said::{default_text, text};
use crate::metadata::{CopiedPicture, PhotoMetadata, cut_between_letters};

/// What stands before Exif in a segment of JPEG (4.7.2).
const MARK: &[u8] = b"Exif\0\0";
/// The header of TIFF, with the bytes of numbers in their order, and where the first directory begins.
const HEADER: &[u8] = b"MM\0\x2A\0\0\0\x08";
/// Longest text in bytes, so that all of them stand in one segment. XMP has it whole.
const TEXT_MOST: usize = 15_000;

/// The content of the segment.
pub(super) fn write_exif(said: &PhotoMetadata, picture: CopiedPicture) -> Vec<u8> {
    let creators = said.creators.as_ref().map(|stated| stated.value.join("; "));
    let density = Entry::ratio(u32::from(picture.density));
    let mut first = vec![
        Entry::text(0x010E, default_text(&said.description)),
        Entry::text(0x010F, text(&said.camera_make)),
        Entry::text(0x0110, text(&said.camera_model)),
        Some(Entry::short(0x0112, 1)),
        Some(density(0x011A)),
        Some(density(0x011B)),
        Some(Entry::short(0x0128, 2)),
        Entry::text(0x013B, creators.as_deref()),
        Some(Entry::short(0x0213, 1)),
        Entry::text(0x8298, default_text(&said.copyright_notice)),
        // Where the directory below begins is known once this one is as long as it will be.
        Some(Entry::long(0x8769, 0)),
    ];
    first.retain(Option::is_some);
    let first: Vec<Entry> = first.into_iter().flatten().collect();
    let below = HEADER.len() + length_of(&first);
    let first = first.into_iter().map(|entry| match entry.tag {
        0x8769 => Entry::long(0x8769, number(below)),
        _ => entry,
    });
    let exif = exif_directory(said, picture);
    let mut bytes = [MARK, HEADER].concat();
    bytes.extend(write_directory(&first.collect::<Vec<_>>(), HEADER.len()));
    bytes.extend(write_directory(&exif, below));
    bytes
}

fn exif_directory(said: &PhotoMetadata, picture: CopiedPicture) -> Vec<Entry> {
    let date = said.date_created.as_ref().map(|stated| &stated.value);
    // Exif has no form for a day without its time.
    let date = date.filter(|date| date.local.contains('T'));
    let clock = date.map(|date| {
        let clock = date.local.replace('-', ":").replace('T', " ");
        let seconds = if clock.len() == 16 { ":00" } else { "" };
        format!("{clock}{seconds}")
    });
    let offset = date.and_then(|date| date.offset.as_deref());
    let sub_seconds = date.and_then(|date| date.sub_seconds.as_deref());
    let entries = [
        Some(Entry::bytes(0x9000, b"0232")),
        Entry::text(0x9003, clock.as_deref()),
        Entry::text(0x9011, offset),
        Some(Entry::bytes(0x9101, &[1, 2, 3, 0])),
        Entry::text(0x9291, sub_seconds),
        Some(Entry::bytes(0xA000, b"0100")),
        Some(Entry::short(0xA001, 1)),
        Some(Entry::long(0xA002, picture.width)),
        Some(Entry::long(0xA003, picture.height)),
    ];
    entries.into_iter().flatten().collect()
}

/// An entry of a directory.
struct Entry {
    tag: u16,
    kind: u16,
    count: u32,
    content: Vec<u8>,
}

impl Entry {
    fn new(tag: u16, kind: u16, count: u32, content: &[u8]) -> Self {
        Self {
            tag,
            kind,
            count,
            content: content.to_vec(),
        }
    }

    /// A text in UTF-8, which the Metadata Working Group writes where Exif knows ASCII alone (MWG 2.0, 4.1).
    fn text(tag: u16, text: Option<&str>) -> Option<Self> {
        let text = cut_between_letters(text?, TEXT_MOST).replace('\0', " ");
        let content = [text.as_bytes(), b"\0"].concat();
        (!text.is_empty()).then(|| Self::new(tag, 2, number(content.len()), &content))
    }

    fn short(tag: u16, value: u16) -> Self {
        Self::new(tag, 3, 1, &value.to_be_bytes())
    }

    fn long(tag: u16, value: u32) -> Self {
        Self::new(tag, 4, 1, &value.to_be_bytes())
    }

    fn bytes(tag: u16, bytes: &[u8]) -> Self {
        Self::new(tag, 7, number(bytes.len()), bytes)
    }

    fn ratio(value: u32) -> impl Fn(u16) -> Self {
        move |tag| {
            let content = [value.to_be_bytes(), 1u32.to_be_bytes()].concat();
            Self::new(tag, 5, 1, &content)
        }
    }

    /// Bytes that do not stand in the directory itself, to an even end.
    fn outside(&self) -> usize {
        match self.content.len() {
            0..=4 => 0,
            length => length.next_multiple_of(2),
        }
    }
}

fn number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Bytes of a directory with all that it names: their count, entries of twelve bytes, where the next one is.
fn length_of(entries: &[Entry]) -> usize {
    let outside: usize = entries.iter().map(Entry::outside).sum();
    2 + 12 * entries.len() + 4 + outside
}

/// A directory that begins at `at`; none follows it.
fn write_directory(entries: &[Entry], at: usize) -> Vec<u8> {
    let count = u16::try_from(entries.len()).unwrap_or(u16::MAX);
    let mut directory = count.to_be_bytes().to_vec();
    let mut outside: Vec<u8> = Vec::new();
    let outside_at = at + 2 + 12 * entries.len() + 4;
    for entry in entries {
        directory.extend(entry.tag.to_be_bytes());
        directory.extend(entry.kind.to_be_bytes());
        directory.extend(entry.count.to_be_bytes());
        if entry.outside() == 0 {
            let mut inside = entry.content.clone();
            inside.resize(4, 0);
            directory.extend(inside);
        } else {
            directory.extend(number(outside_at + outside.len()).to_be_bytes());
            outside.extend(&entry.content);
            outside.resize(outside.len().next_multiple_of(2), 0);
        }
    }
    directory.extend([0; 4]);
    directory.extend(outside);
    directory
}
