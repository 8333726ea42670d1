//! photos/….xmp: a sidecar for each photo: all that the photo states of itself, and over it what the archive knows, by IPTC Core
//! and Extension in XMP. The photo itself stays as it came.

use muragat_archive::record::PhotoRecord;
use muragat_photo::write_sidecar;

use crate::photo_statement::{PhotoContext, known_since, state_photo};
use crate::placed::Placed;

/// The sidecar of a photo of these bytes.
pub(crate) fn xmp(placed: &Placed<'_>, photo: &PhotoRecord, bytes: &[u8]) -> Vec<u8> {
    let context = PhotoContext::of_article(placed);
    write_sidecar(
        bytes,
        None,
        &state_photo(&context, photo),
        &known_since(&context, photo),
    )
}
