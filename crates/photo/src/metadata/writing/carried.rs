//! What came as XMP, in the photo and beside it, as one packet.

use std::borrow::Cow;

use crate::metadata::packet::{Content, Packet, Property, Value};
use crate::metadata::vocabularies::{XMP, XMP_IMAGE, XMP_NOTE};

/// Longest picture in letters that is kept, in bytes: that of a swatch, not one of the photo.
const IMAGE_MOST: usize = 1_000;

/// All packets of the photo and the one beside it, which holds before them if `is_first`.
pub(super) fn carry_packets(
    embedded: &[Cow<'_, [u8]>],
    beside: Option<&[u8]>,
    is_first: bool,
) -> Packet {
    let embedded = embedded.iter().map(AsRef::as_ref);
    let packets: Vec<&[u8]> = if is_first {
        beside.into_iter().chain(embedded).collect()
    } else {
        embedded.chain(beside).collect()
    };
    let mut all = Packet::default();
    for bytes in packets {
        let mut packet = Packet::read(bytes);
        packet.take(XMP, "Thumbnails");
        packet.take(XMP_NOTE, "HasExtendedXMP");
        leave_out_images(&mut packet.properties);
        all.complete_with(packet);
    }
    all
}

fn leave_out_images(fields: &mut Vec<Property>) {
    fields.retain(|field| {
        let length = field.value.as_text().map_or(0, str::len);
        !field.name.is(XMP_IMAGE, "image") || length <= IMAGE_MOST
    });
    for field in fields {
        leave_out_within(&mut field.value);
    }
}

fn leave_out_within(value: &mut Value) {
    leave_out_images(&mut value.qualifiers);
    match &mut value.content {
        Content::Array(_, items) => items.iter_mut().for_each(leave_out_within),
        Content::Structure(fields) => leave_out_images(fields),
        Content::Text(_) | Content::Uri(_) => {}
    }
}
