//! Photoshop's image resources (Adobe Photoshop File Formats Specification, Image Resource Blocks).

use std::borrow::Cow;

use crate::metadata::blocks::Blocks;
use crate::metadata::limits::PARTS_MOST;
use crate::structure::resources::resources;

/// IPTC-NAA record.
const IIM: u16 = 0x0404;
/// EXIF data 1.
const EXIF: u16 = 0x0422;
/// XMP metadata.
const XMP: u16 = 0x0424;
/// Caption digest.
const IIM_DIGEST: u16 = 0x0425;

/// Adds what lies in image resources.
pub(super) fn find_resources<'a>(bytes: &'a [u8], blocks: &mut Blocks<'a>) {
    for (id, content) in resources(bytes).take(PARTS_MOST) {
        match id {
            IIM => blocks.add_iim(Cow::Borrowed(content)),
            EXIF => blocks.add_exif(Cow::Borrowed(content)),
            XMP => blocks.add_xmp(Cow::Borrowed(content)),
            IIM_DIGEST => blocks.iim_digest = content.first_chunk().copied(),
            _ => {}
        }
    }
}
