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
mod counterparts;
mod known;
mod limits;
mod people;
mod regions;
#[cfg(test)]
mod tests;
mod texts;

use super::containers::find_blocks;
use super::date_time::DateTime;
use super::digest_name::name_by_digest;
use super::exif::Exif;
use super::iim::Iim;
use super::merge::{find_picture, holds_before, read_every_source};
use super::packet::{Packet, Value};
use super::statement::ArchiveStatement;
use super::vocabularies::XMP;
use super::xmp::{Properties, read_packet};
use crate::decode::guarded;
use camera::add_camera;
use carried::carry_packets;
use counterparts::{add_counterparts, add_deprecated};
use known::lay_known;
use limits::keep_within_limits;
use texts::{add_to_bag, write_date};

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

fn compose(
    photo: &[u8],
    beside: Option<&[u8]>,
    known: &ArchiveStatement,
    metadata_date: &DateTime,
) -> Packet {
    let blocks = find_blocks(photo);
    let exif = blocks.exif.as_deref().and_then(Exif::new);
    let mut embedded = Properties::default();
    for packet in &blocks.xmp {
        embedded.append(read_packet(packet).0);
    }
    let sidecar = beside.map(|beside| read_packet(beside).0);
    let sidecar = sidecar.unwrap_or_default();
    let picture = find_picture(photo, exif.as_ref(), &embedded, &sidecar);
    let is_first = holds_before(photo, &sidecar, &embedded, exif.as_ref());

    let mut packet = carry_packets(&blocks.xmp, beside, is_first);
    keep_within_limits(&mut packet);
    add_counterparts(&mut packet, &read_every_source(photo, beside), picture);
    if let Some(iim) = &blocks.iim {
        add_deprecated(&mut packet, &Iim::new(iim));
    }
    if let Some(exif) = &exif {
        add_camera(&mut packet, exif);
    }
    lay_known(&mut packet, known, picture);
    if !photo.is_empty() {
        add_to_bag(&mut packet, XMP, "Identifier", [name_by_digest(photo)]);
    }
    if let Some(date) = write_date(metadata_date) {
        packet.set(XMP, "MetadataDate", Value::text(date));
    }
    keep_within_limits(&mut packet);
    packet
}
