//! JPEG: Exif and XMP in APP1 (Exif 3.0, 4.7.2; XMP specification part 3, 1.1.3), IIM in Photoshop's APP13.

use std::borrow::Cow;

use super::photoshop::find_resources;
use crate::metadata::blocks::Blocks;
use crate::metadata::limits::{BLOCK_MOST, PARTS_MOST};
use crate::structure::segments::{Segment, segments_before_scan};

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const EXTENDED_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";

/// A part of XMP that is too long for one segment.
struct Part<'a> {
    /// The MD5 of the whole, in hexadecimal digits.
    guid: &'a [u8],
    /// How long the whole is.
    whole: usize,
    /// Where in it this part begins.
    offset: usize,
    content: &'a [u8],
}

pub(super) fn find<'a>(bytes: &'a [u8], blocks: &mut Blocks<'a>) {
    let mut parts = Vec::new();
    let mut resources: Option<Cow<'a, [u8]>> = None;
    for Segment {
        marker, content, ..
    } in segments_before_scan(bytes).take(PARTS_MOST)
    {
        if blocks.is_complete() {
            return;
        }
        if marker == 0xE1 {
            if content.starts_with(EXIF) {
                blocks.add_exif(Cow::Borrowed(content));
            } else if let Some(packet) = content.strip_prefix(XMP) {
                blocks.add_xmp(Cow::Borrowed(packet));
            } else if let Some(part) = content.strip_prefix(EXTENDED_XMP).and_then(read_part) {
                parts.push(part);
            }
        } else if marker == 0xED
            && let Some(content) = content.strip_prefix(PHOTOSHOP)
        {
            // A resource that is too long for one segment goes on in the next.
            match &mut resources {
                None => resources = Some(Cow::Borrowed(content)),
                Some(whole) if whole.len() + content.len() <= BLOCK_MOST => {
                    whole.to_mut().extend_from_slice(content);
                }
                Some(_) => blocks.has_long_block = true,
            }
        }
    }
    match resources {
        Some(Cow::Borrowed(resources)) => find_resources(resources, blocks),
        Some(Cow::Owned(resources)) => {
            let mut found = Blocks::default();
            find_resources(&resources, &mut found);
            blocks.iim_digest = blocks.iim_digest.or(found.iim_digest);
            if let Some(iim) = found.iim {
                blocks.add_iim(Cow::Owned(iim.into_owned()));
            }
        }
        None => {}
    }
    let guid = blocks
        .xmp
        .first()
        .and_then(|packet| find_guid(packet).map(<[u8]>::to_vec));
    if let Some(whole) = guid.and_then(|guid| join_parts(&parts, &guid, blocks)) {
        blocks.xmp.push(Cow::Owned(whole));
    }
}

/// Digits, length of the whole, offset (XMP specification part 3, 1.1.3.1).
fn read_part(content: &[u8]) -> Option<Part<'_>> {
    let (guid, rest) = content.split_at_checked(32)?;
    let (whole, rest) = rest.split_first_chunk()?;
    let (offset, content) = rest.split_first_chunk()?;
    Some(Part {
        guid,
        whole: usize::try_from(u32::from_be_bytes(*whole)).ok()?,
        offset: usize::try_from(u32::from_be_bytes(*offset)).ok()?,
        content,
    })
}

/// The digits behind the name of the property that says which XMP goes on elsewhere (xmpNote:HasExtendedXMP).
fn find_guid(packet: &[u8]) -> Option<&[u8]> {
    const NAME: &[u8] = b"HasExtendedXMP";
    let at = packet
        .windows(NAME.len())
        .position(|window| window == NAME)?;
    let rest = packet.get(at + NAME.len()..)?;
    let at = rest.iter().take(100).position(u8::is_ascii_hexdigit)?;
    rest.get(at..at + 32)
        .filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// The whole, if its parts follow each other without a gap.
fn join_parts(parts: &[Part<'_>], guid: &[u8], blocks: &mut Blocks<'_>) -> Option<Vec<u8>> {
    let mut parts: Vec<&Part<'_>> = parts.iter().filter(|part| part.guid == guid).collect();
    parts.sort_by_key(|part| part.offset);
    let length = parts.first()?.whole;
    if !blocks.take_room(length) {
        return None;
    }
    let mut whole = Vec::new();
    for part in parts {
        if part.offset != whole.len()
            || part.whole != length
            || whole.len() + part.content.len() > length
        {
            return None;
        }
        whole.extend_from_slice(part.content);
    }
    (whole.len() == length).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{jpeg, resource, with_segments};

    fn part(guid: &[u8], whole: &[u8], from: usize, to: usize) -> (u8, Vec<u8>) {
        let number = |number: usize| u32::try_from(number).unwrap().to_be_bytes();
        let content = [
            EXTENDED_XMP,
            guid,
            &number(whole.len()),
            &number(from),
            &whole[from..to],
        ]
        .concat();
        (0xE1, content)
    }

    #[test]
    fn xmp_that_goes_on_in_other_segments_is_put_together_in_its_order() {
        let (guid, other) = ([b'A'; 32], [b'B'; 32]);
        let packet = [XMP, b"<x xmpNote:HasExtendedXMP=\"", &guid, b"\"/>"].concat();
        let whole = b"one after the other".as_slice();
        let in_file = |parts: Vec<(u8, Vec<u8>)>| {
            let segments = [vec![(0xE1, packet.clone())], parts].concat();
            let file = with_segments(&jpeg(4, 4), &segments);
            let mut blocks = Blocks::default();
            find(&file, &mut blocks);
            blocks.xmp.get(1).map(|block| block.to_vec())
        };
        let parts = vec![
            part(&guid, whole, 4, 10),
            part(&other, b"other", 0, 5),
            part(&guid, whole, 10, 19),
            part(&guid, whole, 0, 4),
        ];
        assert_eq!(in_file(parts.clone()).as_deref(), Some(whole));
        assert_eq!(in_file(parts[..3].to_vec()), None);
        let overlapping = [parts, vec![part(&guid, whole, 0, 4)]].concat();
        assert_eq!(in_file(overlapping), None);
    }

    #[test]
    fn resources_of_photoshop_go_on_in_the_next_segment() {
        let resources = [
            resource(0x0404, b"\x1C\x02\x69\0\x04Titl"),
            resource(0x0425, &[7; 16]),
        ]
        .concat();
        for at in [0, 1, 14, 30, resources.len()] {
            let segments =
                [&resources[..at], &resources[at..]].map(|part| (0xED, [PHOTOSHOP, part].concat()));
            let file = with_segments(&jpeg(4, 4), &segments);
            let mut blocks = Blocks::default();
            find(&file, &mut blocks);
            assert_eq!(
                blocks.iim.as_deref(),
                Some(&b"\x1C\x02\x69\0\x04Titl"[..]),
                "{at}"
            );
            assert_eq!(blocks.iim_digest, Some([7; 16]));
        }
    }
}
