//! Metadata in segments of JPEG: XMP in one APP1, or on in further ones (XMP specification part 3, 1.1.3), IPTC-IIM in
//! Photoshop's APP13.

use std::fmt::Write as _;

use md5::{Digest as _, Md5};

use crate::metadata::{Packet, Value, XMP_NOTE};

const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const EXTENDED_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
/// IPTC-NAA record (Adobe Photoshop File Formats Specification, Image Resource IDs).
const IIM: u16 = 0x0404;
/// Caption digest: says to whoever reads XMP and IIM that nobody changed IIM since both were written.
const IIM_DIGEST: u16 = 0x0425;
/// Most bytes of a segment's content.
const SEGMENT_MOST: usize = 65_533;
/// Most bytes of a part of extended XMP, without what says where it belongs.
const PART_MOST: usize = 65_400;
/// Room in the first packet for the property that names the rest, with its vocabulary.
const NOTE_ROOM: usize = 300;

/// The contents of the segments for a packet.
pub(super) fn xmp_segments(packet: Packet) -> Vec<Vec<u8>> {
    let most = SEGMENT_MOST - XMP.len();
    let whole = packet.write();
    if whole.len() <= most {
        return vec![[XMP, &whole].concat()];
    }
    let (mut first, rest) = packet.split(most - NOTE_ROOM);
    let rest = rest.write_without_wrapper();
    let guid = Md5::digest(&rest)
        .iter()
        .fold(String::new(), |mut digits, byte| {
            // Writing into a text never fails.
            let _ = write!(digits, "{byte:02X}");
            digits
        });
    first.set(XMP_NOTE, "HasExtendedXMP", Value::text(guid.as_str()));
    let mut segments = vec![[XMP, &first.write()].concat()];
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes();
    for (at, part) in rest.chunks(PART_MOST).enumerate() {
        let (whole, offset) = (number(rest.len()), number(at * PART_MOST));
        segments.push([EXTENDED_XMP, guid.as_bytes(), &whole, &offset, part].concat());
    }
    segments
}

/// The content of the segment for IIM, with the digest that stands beside it.
pub(super) fn photoshop_segment(iim: &[u8]) -> Vec<u8> {
    let digest = Md5::digest(iim);
    [
        PHOTOSHOP,
        &resource(IIM, iim),
        &resource(IIM_DIGEST, &digest),
    ]
    .concat()
}

/// An image resource without a name; its content ends at an even byte.
fn resource(id: u16, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    let fill: &[u8] = if content.len().is_multiple_of(2) {
        b""
    } else {
        b"\0"
    };
    [
        b"8BIM".as_slice(),
        &id.to_be_bytes(),
        &[0, 0],
        &length.to_be_bytes(),
        content,
        fill,
    ]
    .concat()
}
