//! XMP to stand in a copy of a photo: what would stand beside the photo, but of the copy's own picture.
//!
//! What said how the photo's own bytes were coded, drawn or developed does not hold of the copy and is left out, and so is
//! the name of those bytes: the copy states it as what it was made from (xmpMM:DerivedFrom).

use super::compose::compose;
use super::copied_picture::CopiedPicture;
use super::limits::keep_within_limits;
use super::remeasured::remeasure_regions;
use crate::decode::guarded;
use crate::metadata::date_time::DateTime;
use crate::metadata::digest_name::name_by_digest;
use crate::metadata::merge::find_picture;
use crate::metadata::packet::{Kind, Packet, Value};
use crate::metadata::shape::Picture;
use crate::metadata::statement::ArchiveStatement;
use crate::metadata::vocabularies::{
    CAMERA_RAW, DC, EXIF, EXIF_EX, PHOTOSHOP, RESOURCE_REF, TIFF, XMP, XMP_MEDIA,
};
use crate::metadata::xmp::{Properties, read_packet};

/// What holds of the photo's own bytes alone.
const OF_ITS_BYTES: [(&str, &str); 26] = [
    (TIFF, "BitsPerSample"),
    (TIFF, "Compression"),
    (TIFF, "PhotometricInterpretation"),
    (TIFF, "SamplesPerPixel"),
    (TIFF, "PlanarConfiguration"),
    (TIFF, "YCbCrCoefficients"),
    (TIFF, "YCbCrPositioning"),
    (TIFF, "YCbCrSubSampling"),
    (TIFF, "WhitePoint"),
    (TIFF, "PrimaryChromaticities"),
    (TIFF, "ReferenceBlackWhite"),
    (TIFF, "TransferFunction"),
    (TIFF, "NativeDigest"),
    (EXIF, "NativeDigest"),
    (EXIF, "ExifVersion"),
    (EXIF, "FlashpixVersion"),
    (EXIF, "ComponentsConfiguration"),
    (EXIF, "CompressedBitsPerPixel"),
    (EXIF, "RelatedSoundFile"),
    (EXIF, "SubjectArea"),
    (EXIF, "SubjectLocation"),
    (EXIF_EX, "Gamma"),
    (PHOTOSHOP, "ICCProfile"),
    (PHOTOSHOP, "ColorMode"),
    (PHOTOSHOP, "LegacyIPTCDigest"),
    (XMP_MEDIA, "InstanceID"),
];

/// The packet of a copy of `photo`, by what [`super::write_sidecar`] would write beside the photo itself.
pub(crate) fn compose_for_copy(
    photo: &[u8],
    known: &ArchiveStatement,
    metadata_date: &DateTime,
    picture: CopiedPicture,
) -> Packet {
    let whole = guarded(|| {
        let packet = compose(photo, None, known, metadata_date);
        turn_to_copy(packet, photo, picture)
    });
    // What the archive knows is said whatever a hostile photo does to its reader.
    whole.unwrap_or_else(|| {
        let packet = compose(&[], None, known, metadata_date);
        turn_to_copy(packet, &[], picture)
    })
}

fn turn_to_copy(mut packet: Packet, photo: &[u8], picture: CopiedPicture) -> Packet {
    let before = picture_of(&packet);
    remeasure_regions(&mut packet, before, picture);
    for (vocabulary, name) in OF_ITS_BYTES {
        packet.take(vocabulary, name);
    }
    packet
        .properties
        .retain(|property| property.name.vocabulary != CAMERA_RAW);
    // The day that the archive knows is the one that holds; Exif of the copy says the same.
    if packet.get(PHOTOSHOP, "DateCreated").is_some() {
        packet.take(EXIF, "DateTimeOriginal");
    }
    set_picture(&mut packet, picture);
    if !photo.is_empty() {
        name_source(&mut packet, &name_by_digest(photo));
    }
    keep_within_limits(&mut packet);
    packet
}

/// The picture that the packet was written for.
fn picture_of(packet: &Packet) -> Picture {
    let (properties, _) = read_packet(&packet.write());
    find_picture(&[], None, &properties, &Properties::default())
}

fn set_picture(packet: &mut Packet, picture: CopiedPicture) {
    let (width, height) = (picture.width.to_string(), picture.height.to_string());
    let density = format!("{}/1", picture.density);
    for (vocabulary, name, value) in [
        (DC, "format", "image/jpeg"),
        (TIFF, "ImageWidth", &width),
        (TIFF, "ImageLength", &height),
        (TIFF, "Orientation", "1"),
        (TIFF, "XResolution", &density),
        (TIFF, "YResolution", &density),
        (TIFF, "ResolutionUnit", "2"),
        (EXIF, "ColorSpace", "1"),
        (EXIF, "PixelXDimension", &width),
        (EXIF, "PixelYDimension", &height),
    ] {
        packet.set(vocabulary, name, Value::text(value));
    }
}

/// Says what the copy was made from, which among its own identifiers would name other bytes than its own.
fn name_source(packet: &mut Packet, name: &str) {
    if let Some(identifiers) = packet.take(XMP, "Identifier") {
        let mut identifiers = identifiers.into_items();
        identifiers.retain(|identifier| identifier.as_text() != Some(name));
        if !identifiers.is_empty() {
            packet.set(XMP, "Identifier", Value::array(Kind::Bag, identifiers));
        }
    }
    let mut source = Value::structure(Vec::new());
    source.set_field(RESOURCE_REF, "instanceID", Value::text(name));
    packet.set(XMP_MEDIA, "DerivedFrom", source);
}
