//! HEIF and AVIF: items `Exif` and `application/rdf+xml` (ISO/IEC 23008-12, annex A; ISO/IEC 14496-12, 8.11).

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::boxes::exif_after_offset;
use crate::metadata::blocks::Blocks;
use crate::metadata::limits::{BLOCKS_MOST, PARTS_MOST};
use crate::structure::boxes::{boxes, child};

/// What an item that is metadata holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Exif,
    Xmp,
}

/// Where an item lies: in the file or in `idat`, and there in pieces.
struct Location {
    is_in_idat: bool,
    /// Offset and length of each piece.
    extents: Vec<(u64, u64)>,
}

pub(super) fn find<'a>(bytes: &'a [u8], blocks: &mut Blocks<'a>) {
    // A full box: version and flags come before its children.
    let Some(meta) = child(bytes, b"meta").and_then(|meta| meta.get(4..)) else {
        return;
    };
    let items = child(meta, b"iinf").map(read_items).unwrap_or_default();
    let locations = child(meta, b"iloc")
        .and_then(read_locations)
        .unwrap_or_default();
    let idat = child(meta, b"idat").unwrap_or_default();
    let mut joined = 0;
    let wanted = items
        .into_iter()
        .filter(|(_, kind)| !blocks.is_exif_alone || *kind == Kind::Exif);
    let wanted: Vec<(u32, Kind)> = wanted.collect();
    for (id, kind) in wanted {
        let Some(location) = locations.get(&id) else {
            continue;
        };
        let within = if location.is_in_idat { idat } else { bytes };
        let lengths = location.extents.iter().map(|(_, length)| *length);
        let length = lengths.fold(0, u64::saturating_add);
        // Many items may lie in the same bytes: what is put together for all of them has an end too.
        joined += usize::try_from(length)
            .unwrap_or(usize::MAX)
            .min(BLOCKS_MOST);
        if joined > BLOCKS_MOST {
            blocks.has_long_block = true;
            return;
        }
        let Some(content) = join_extents(within, &location.extents) else {
            continue;
        };
        match kind {
            Kind::Xmp => blocks.add_xmp(content),
            Kind::Exif => {
                if let Some(exif) = exif_after_offset(content) {
                    blocks.add_exif(exif);
                }
            }
        }
    }
}

/// Numbers of the items that are metadata (8.11.6).
fn read_items(iinf: &[u8]) -> Vec<(u32, Kind)> {
    let count = match iinf.first() {
        Some(0) => 2,
        _ => 4,
    };
    let entries = boxes(iinf.get(4 + count..).unwrap_or_default()).take(PARTS_MOST);
    entries
        .filter(|part| part.is_whole && part.kind == b"infe")
        .filter_map(|part| read_item(part.content))
        .collect()
}

/// Number, protection, kind, name; of kind `mime` the media type.
fn read_item(infe: &[u8]) -> Option<(u32, Kind)> {
    let mut fields = Fields(infe);
    let version = fields.number(1)?;
    fields.number(3)?;
    let id = fields.number(match version {
        2 => 2,
        3 => 4,
        _ => return None,
    })?;
    fields.number(2)?;
    let (kind, rest) = fields.0.split_first_chunk::<4>()?;
    let kind = match kind {
        b"Exif" => Kind::Exif,
        b"mime" => {
            let media_type = rest.split(|byte| *byte == 0).nth(1)?;
            (media_type == b"application/rdf+xml").then_some(Kind::Xmp)?
        }
        _ => return None,
    };
    Some((u32::try_from(id).ok()?, kind))
}

/// Where items lie (8.11.3), by their numbers, as far as that is whole. Of an item that has several places the first
/// counts.
fn read_locations(iloc: &[u8]) -> Option<BTreeMap<u32, Location>> {
    let mut fields = Fields(iloc);
    let version = fields.number(1)?;
    fields.number(3)?;
    let (sizes, more_sizes) = (fields.number(1)?, fields.number(1)?);
    let [offset_size, length_size, base_size, index_size] =
        [sizes >> 4, sizes & 15, more_sizes >> 4, more_sizes & 15]
            .map(|size| usize::try_from(size).unwrap_or(0));
    let wide = if version == 2 { 4 } else { 2 };
    let count = fields.number(wide)?;
    let mut locations = BTreeMap::new();
    let mut pieces = 0;
    for _ in (0..count).take(PARTS_MOST) {
        let mut read = || {
            let id = u32::try_from(fields.number(wide)?).ok()?;
            let method = if version == 0 {
                0
            } else {
                fields.number(2)? & 15
            };
            fields.number(2)?;
            let base = fields.number(base_size)?;
            let mut extents = Vec::new();
            for _ in 0..fields.number(2)? {
                if version > 0 {
                    fields.number(index_size)?;
                }
                let (offset, length) = (fields.number(offset_size)?, fields.number(length_size)?);
                extents.push((base.checked_add(offset)?, length));
                pieces += 1;
                if pieces > PARTS_MOST {
                    return None;
                }
            }
            let is_in_idat = method == 1;
            let location = Location {
                is_in_idat,
                extents,
            };
            Some((method, id, location))
        };
        let Some((method, id, location)) = read() else {
            break;
        };
        // What lies in another item (2) is no metadata that anyone writes.
        if method < 2 {
            locations.entry(id).or_insert(location);
        }
    }
    Some(locations)
}

/// The bytes of an item. A single piece of no length is all that follows.
fn join_extents<'a>(within: &'a [u8], extents: &[(u64, u64)]) -> Option<Cow<'a, [u8]>> {
    let piece = |(offset, length): &(u64, u64)| {
        let from = within.get(usize::try_from(*offset).ok()?..)?;
        from.get(..usize::try_from(*length).ok()?)
    };
    match extents {
        [(offset, 0)] => within
            .get(usize::try_from(*offset).ok()?..)
            .map(Cow::Borrowed),
        [one] => piece(one).map(Cow::Borrowed),
        extents => {
            let pieces: Vec<&[u8]> = extents.iter().map(piece).collect::<Option<_>>()?;
            Some(Cow::Owned(pieces.concat()))
        }
    }
}

/// Numbers of several lengths, one after the other, the highest byte first.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn number(&mut self, length: usize) -> Option<u64> {
        let (number, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        (length <= 8).then(|| {
            number
                .iter()
                .fold(0, |sum, byte| sum << 8 | u64::from(*byte))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{HeifItem, boxed, heif};

    #[test]
    fn items_in_the_file_in_pieces_and_in_idat() {
        let exif = b"\0\0\0\x06Exif\0\0II*\0".as_slice();
        for is_in_idat in [false, true] {
            let items = [
                HeifItem {
                    kind: *b"hvc1",
                    media_type: "",
                    content: b"picture",
                    is_in_idat: false,
                },
                HeifItem {
                    kind: *b"Exif",
                    media_type: "",
                    content: exif,
                    is_in_idat,
                },
                HeifItem {
                    kind: *b"mime",
                    media_type: "application/rdf+xml",
                    content: b"<x/>",
                    is_in_idat,
                },
                HeifItem {
                    kind: *b"mime",
                    media_type: "text/plain",
                    content: b"plain",
                    is_in_idat,
                },
            ];
            let file = heif(&items);
            let mut blocks = Blocks::default();
            find(&file, &mut blocks);
            assert_eq!(blocks.exif.as_deref(), Some(&b"II*\0"[..]));
            assert_eq!(blocks.xmp.len(), 1);
            assert_eq!(blocks.xmp[0].as_ref(), b"<x/>");
            for end in 0..file.len() {
                find(&file[..end], &mut Blocks::default());
            }
        }
    }

    #[test]
    fn boxes_of_jpeg_xl_plain_and_compressed() {
        let signature = [&[0, 0, 0, 12][..], b"JXL \r\n\x87\n"].concat();
        let exif = [&[0; 4][..], b"II*\0"].concat();
        // «<x/>» as Brotli keeps it: one last block that is stored.
        let brotli = [b"xml ", &[0x8B, 0x01, 0x80][..], b"<x/>", &[0x03]].concat();
        let file = [signature, boxed(b"Exif", &exif), boxed(b"brob", &brotli)].concat();
        let mut blocks = Blocks::default();
        super::super::jpeg_xl::find(&file, &mut blocks);
        assert_eq!(blocks.exif.as_deref(), Some(&b"II*\0"[..]));
        assert_eq!(blocks.xmp.first().map(AsRef::as_ref), Some(&b"<x/>"[..]));
    }
}
