//! What containers of boxes (ISO/IEC 14496-12) have in common.

use std::borrow::Cow;

/// The Exif block behind the length of what stands before it (ISO/IEC 23008-12, A.2.1; ISO/IEC 18181-2, 9.4).
pub(super) fn exif_after_offset(content: Cow<'_, [u8]>) -> Option<Cow<'_, [u8]>> {
    let (offset, rest) = content.split_first_chunk()?;
    let offset = usize::try_from(u32::from_be_bytes(*offset)).ok()?;
    rest.get(offset..)?;
    Some(match content {
        Cow::Borrowed(content) => Cow::Borrowed(content.get(4 + offset..)?),
        Cow::Owned(content) => Cow::Owned(content.get(4 + offset..)?.to_vec()),
    })
}
