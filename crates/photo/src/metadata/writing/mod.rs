//! XMP to lie beside a photo: all that came with it, and over that what an archive knows.
//!
//! Three layers make a sidecar, each over the one before:
//!
//! 1. **What came as XMP**, in the photo and beside it, with all vocabularies, qualifiers and structures, known here or
//!    not. Of a property that stands in both the value counts that holds when the photo is read. What is not taken along:
//!    xmp:Thumbnails and pictures in letters (xmpGImg:image), which show the photo itself once more; xmpNote:HasExtendedXMP,
//!    as nothing goes on elsewhere any more; and where all would be longer than XMP is read (4 MiB, 50,000 values), the
//!    longest properties. The photo has them still.
//! 2. **What Exif and IPTC-IIM say**, where XMP does not say it, or does not hold before them: as the property that the
//!    Metadata Working Group and the IPTC give as its counterpart. Thus the sidecar alone states what the photo states. Of
//!    two values that do not agree it has the one that holds; the other stands in the photo.
//! 3. **What the archive knows.** Its values stand where the photo has others.
//!
//! The sidecar names the bytes that it was written for (xmp:Identifier, RFC 6920), and by that name it holds before what
//! stands in them when both are read together.

mod camera;
mod carried;
mod compose;
mod copied;
mod copied_picture;
mod counterparts;
mod known;
mod limits;
mod people;
mod regions;
mod remeasured;
#[cfg(test)]
mod tests;
mod texts;

use super::date_time::DateTime;
use super::statement::ArchiveStatement;
use crate::decode::guarded;
use compose::compose;
pub(crate) use copied::compose_for_copy;
pub(crate) use copied_picture::CopiedPicture;

/// Writes the XMP to lie beside a photo (ISO 16684-1): `photo` is the whole file, `beside` the XMP that came beside it,
/// `known` what the archive states of it, `metadata_date` when it does (xmp:MetadataDate). The same input gives the same
/// bytes. Any bytes may be given; the result can always be read.
#[must_use]
pub fn write_sidecar(
    photo: &[u8],
    beside: Option<&[u8]>,
    known: &ArchiveStatement,
    metadata_date: &DateTime,
) -> Vec<u8> {
    let whole = guarded(|| compose(photo, beside, known, metadata_date));
    // What the archive knows is said whatever a hostile photo does to its reader.
    let packet = whole.unwrap_or_else(|| compose(&[], None, known, metadata_date));
    packet.write()
}
