//! What a photo states, from all places in which it may: which of them holds where they do not agree.
//!
//! The order is that of the Metadata Working Group («Guidelines for Handling Image Metadata», version 2.0, November
//! 2010, chapter 3 and 5): Exif first, where it has the property at all; of XMP and IPTC-IIM, XMP, unless a digest
//! stands in the file that is not that of its IIM: then a program that does not know XMP has changed IIM since. Values
//! that agree are no conflict, and neither are those that IIM has no room for.
//!
//! The guidelines do not know files beside the photo. One is put before all that is in the photo where it was written
//! later, by xmp:MetadataDate or xmp:ModifyDate, than both XMP and Exif of the photo say of themselves, or where it names
//! the very bytes of the photo as those that it was written for: then somebody has worked on it since. Where a date is missing it comes last, and says what the photo does not: a photo is sent on
//! and described anew more often than a file beside it, which then stays behind.

use super::blocks::Blocks;
use super::containers::find_blocks;
use super::date_time::DateTime;
use super::digest_name::is_named;
use super::exif::Exif;
use super::fields::{LeftOut, PhotoMetadata};
use super::iim::Iim;
use super::shape::Picture;
use super::stated::Source;
use super::xmp::{
    Namespace, Properties, date_written, orientation, read_packet, state_properties, stored_size,
};
use crate::decode::{guarded, header};
use crate::format::Format;
use md5::{Digest as _, Md5};

/// Reads all that a photo states: `bytes` are the whole file, `sidecar` the XMP file beside it, if there is one. Any
/// bytes may be given; what is no metadata, breaks off or is too long says less, never an error.
#[must_use]
pub fn read_photo_metadata(bytes: &[u8], sidecar: Option<&[u8]>) -> PhotoMetadata {
    guarded(|| read_every_source(bytes, sidecar)).unwrap_or_default()
}

/// The same, where a fault of what reads it is not caught: tests must see one.
pub(super) fn read_every_source(bytes: &[u8], sidecar: Option<&[u8]>) -> PhotoMetadata {
    let blocks = find_blocks(bytes);
    let mut photo = PhotoMetadata::default();
    let exif = blocks.exif.as_deref().and_then(Exif::new);
    let iim = blocks.iim.as_deref().map(Iim::new);
    let mut xmp = Properties::default();
    for packet in &blocks.xmp {
        xmp.append(read_noting(packet, &mut photo));
    }
    let sidecar = sidecar
        .map(|packet| read_noting(packet, &mut photo))
        .unwrap_or_default();
    if blocks.has_long_block {
        photo.leave_out(LeftOut::LongBlock);
    }
    let picture = find_picture(bytes, exif.as_ref(), &xmp, &sidecar);
    let sidecar_holds = holds_before(bytes, &sidecar, &xmp, exif.as_ref());
    if sidecar_holds {
        state_properties(&sidecar, Source::Sidecar, picture, &mut photo);
    }
    if let Some(exif) = &exif {
        exif.state(&mut photo);
    }
    if let Some(iim) = iim.as_ref().filter(|_| is_iim_changed(&blocks)) {
        iim.state(&mut photo);
        state_properties(&xmp, Source::Xmp, picture, &mut photo);
    } else {
        state_properties(&xmp, Source::Xmp, picture, &mut photo);
        if let Some(iim) = &iim {
            iim.state(&mut photo);
        }
    }
    if !sidecar_holds {
        state_properties(&sidecar, Source::Sidecar, picture, &mut photo);
    }
    if let Some(exif) = &exif {
        exif.state_beside(&mut photo);
    }
    photo
}

fn read_noting(packet: &[u8], photo: &mut PhotoMetadata) -> Properties {
    let (properties, is_whole) = read_packet(packet);
    if !is_whole {
        photo.leave_out(LeftOut::DamagedXmp);
    }
    properties
}

/// Whether IIM was changed since XMP was written beside it (MWG 2.0, 3.3, figure on reading).
fn is_iim_changed(blocks: &Blocks<'_>) -> bool {
    let digest = |iim: &[u8]| <[u8; 16]>::from(Md5::digest(iim));
    match (&blocks.iim, blocks.iim_digest) {
        (Some(iim), Some(stated)) => digest(iim) != stated,
        _ => false,
    }
}

/// Whether what stands beside the photo holds before what stands in it.
pub(super) fn holds_before(
    bytes: &[u8],
    sidecar: &Properties,
    xmp: &Properties,
    exif: Option<&Exif<'_>>,
) -> bool {
    let identifiers = sidecar.texts(Namespace::Xmp, "Identifier");
    identifiers.is_some_and(|identifiers| is_named(bytes, &identifiers))
        || is_written_later(sidecar, xmp, exif)
}

fn is_written_later(sidecar: &Properties, xmp: &Properties, exif: Option<&Exif<'_>>) -> bool {
    let embedded = [date_written(xmp), exif.and_then(Exif::date_modified)];
    let embedded: Vec<_> = embedded.into_iter().flatten().collect();
    let is_later = |written: DateTime| embedded.iter().all(|date| written.is_after(date));
    !embedded.is_empty() && date_written(sidecar).is_some_and(is_later)
}

/// Size and turn of the picture that regions lie in. HEIF and JPEG XL are turned by their own headers, which their Exif only repeats. Of a
/// picture that is not there, or of no known format, what is said of it counts.
pub(super) fn find_picture(
    bytes: &[u8],
    exif: Option<&Exif<'_>>,
    xmp: &Properties,
    sidecar: &Properties,
) -> Picture {
    let turned = || {
        exif.and_then(Exif::orientation)
            .or_else(|| orientation(xmp))
            .unwrap_or(1)
    };
    match Format::recognise(bytes) {
        Some(format) => {
            let header = header(bytes, format);
            Picture {
                stored: header
                    .size
                    .filter(|(width, height)| *width > 0 && *height > 0),
                orientation: header.orientation.unwrap_or_else(turned),
            }
        }
        None => Picture {
            stored: stored_size(xmp).or_else(|| stored_size(sidecar)),
            orientation: orientation(xmp)
                .or_else(|| orientation(sidecar))
                .unwrap_or(1),
        },
    }
}
