//! Photoshop's image resources (Adobe Photoshop File Formats Specification, Image Resource Blocks).

use std::borrow::Cow;

use crate::metadata::blocks::Blocks;
use crate::metadata::limits::PARTS_MOST;

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

/// Number and content of each: `8BIM`, number, a name, length, content; name and content end at an even byte.
fn resources(mut bytes: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let rest = bytes.strip_prefix(b"8BIM")?;
        let (id, rest) = rest.split_first_chunk()?;
        let name = usize::from(*rest.first()?) + 1;
        let rest = rest.get(name + name % 2..)?;
        let (length, rest) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let content = rest.get(..length)?;
        bytes = rest.get(length + length % 2..).unwrap_or_default();
        Some((u16::from_be_bytes(*id), content))
    })
}
