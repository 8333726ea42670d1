//! The three layers of a packet, one over the other.

use super::camera::add_camera;
use super::carried::carry_packets;
use super::counterparts::{add_counterparts, add_deprecated};
use super::known::lay_known;
use super::limits::keep_within_limits;
use super::texts::{add_to_bag, write_date};
use crate::metadata::containers::find_blocks;
use crate::metadata::date_time::DateTime;
use crate::metadata::digest_name::name_by_digest;
use crate::metadata::exif::Exif;
use crate::metadata::iim::Iim;
use crate::metadata::merge::{find_picture, holds_before, read_every_source};
use crate::metadata::packet::{Packet, Value};
use crate::metadata::statement::ArchiveStatement;
use crate::metadata::vocabularies::XMP;
use crate::metadata::xmp::{Properties, read_packet};

/// What [`super::write_sidecar`] writes, where a fault of what reads the photo is not caught.
pub(super) fn compose(
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
