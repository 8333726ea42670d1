//! TIFF, and the raw formats that are built on it: XMP in tag 700 (XMP specification part 3, 1.1.7), IIM in tag 33723,
//! Photoshop's resources in tag 34377. The file itself is the Exif block.

use std::borrow::Cow;

use super::photoshop::find_resources;
use crate::metadata::blocks::Blocks;
use crate::structure::tiff::TiffTags;

const XMP: u16 = 700;
const IIM: u16 = 33723;
const PHOTOSHOP: u16 = 34377;

pub(super) fn find<'a>(bytes: &'a [u8], blocks: &mut Blocks<'a>) {
    let Some(first) = TiffTags::open(bytes).and_then(TiffTags::first) else {
        return;
    };
    // Only single values of it are read, so that its length does not count.
    blocks.exif = Some(Cow::Borrowed(bytes));
    if let Some(packet) = first.value(XMP) {
        blocks.add_xmp(Cow::Borrowed(packet.bytes));
    }
    if let Some(iim) = first.value(IIM) {
        blocks.add_iim(Cow::Borrowed(iim.bytes));
    }
    if let Some(resources) = first.value(PHOTOSHOP) {
        find_resources(resources.bytes, blocks);
    }
}
