//! What holds of a photo and stands in Exif or IPTC-IIM, as the property of XMP that means the same (MWG 2.0, chapter 5;
//! IPTC Photo Metadata Standard 2025.1, IIM mapping; CIPA DC-010-2020, Exif metadata for XMP).

use super::texts::clean_list;
use crate::metadata::fields::PhotoMetadata;
use crate::metadata::iim::Iim;
use crate::metadata::packet::{Kind, Packet, Value};
use crate::metadata::position::{Position, write_coordinate};
use crate::metadata::shape::Picture;
use crate::metadata::stated::{Source, Stated};
use crate::metadata::vocabularies::{DC, EXIF, EXIF_EX, IPTC_CORE, PHOTOSHOP, TIFF, XMP};
use crate::metadata::xmp::{read_packet, state_properties};

/// Sets each property that `packet` does not state as the photo states it.
pub(super) fn add_counterparts(packet: &mut Packet, stated: &PhotoMetadata, picture: Picture) {
    add_picture(packet, picture);
    let mut carried = PhotoMetadata::default();
    let (properties, _) = read_packet(&packet.write());
    state_properties(&properties, Source::Sidecar, picture, &mut carried);
    add_texts(packet, stated, &carried);
    add_lists(packet, stated, &carried);
    for (stated, carried, vocabulary, name) in [
        (&stated.title, &carried.title, DC, "title"),
        (&stated.description, &carried.description, DC, "description"),
        (
            &stated.copyright_notice,
            &carried.copyright_notice,
            DC,
            "rights",
        ),
    ] {
        if let Some(texts) = missing(stated, carried) {
            let texts = texts.texts().iter().cloned();
            let texts = texts.map(|text| (text.language, text.text));
            packet.set(vocabulary, name, Value::alternatives(texts));
        }
    }
    for (stated, carried, vocabulary, name) in [
        (
            &stated.date_created,
            &carried.date_created,
            PHOTOSHOP,
            "DateCreated",
        ),
        (
            &stated.date_digitised,
            &carried.date_digitised,
            EXIF,
            "DateTimeDigitized",
        ),
    ] {
        if let Some(date) = missing(stated, carried) {
            packet.set(vocabulary, name, Value::text(date.to_xmp()));
        }
    }
    if let Some(rating) = missing(&stated.rating, &carried.rating) {
        packet.set(XMP, "Rating", Value::text(rating.to_string()));
    }
    if let Some(position) = missing(&stated.position, &carried.position) {
        add_position(packet, *position);
    }
}

/// Adds the codes of IPTC-IIM that no field of a photo's metadata has any more, where `packet` does not say them: urgency,
/// category and further categories (IIM 4.2, 2:10, 2:15 and 2:20; IPTC Photo Metadata Standard 2025.1, deprecated IIM
/// properties).
pub(super) fn add_deprecated(packet: &mut Packet, iim: &Iim<'_>) {
    let first = |number| iim.list_of(number).into_iter().next().map(Value::text);
    let more = clean_list(iim.list_of(20));
    let more = (!more.is_empty()).then(|| Value::texts(Kind::Bag, more));
    for (value, name) in [
        (first(10), "Urgency"),
        (first(15), "Category"),
        (more, "SupplementalCategories"),
    ] {
        if let Some(value) = value
            && packet.get(PHOTOSHOP, name).is_none()
        {
            packet.set(PHOTOSHOP, name, value);
        }
    }
}

/// What is stated, where it is not carried.
fn missing<'a, T: PartialEq>(
    stated: &'a Option<Stated<T>>,
    carried: &Option<Stated<T>>,
) -> Option<&'a T> {
    let stated = &stated.as_ref()?.value;
    let is_carried = carried
        .as_ref()
        .is_some_and(|carried| carried.value == *stated);
    (!is_carried).then_some(stated)
}

fn add_texts(packet: &mut Packet, stated: &PhotoMetadata, carried: &PhotoMetadata) {
    let texts = [
        (&stated.headline, &carried.headline, PHOTOSHOP, "Headline"),
        (
            &stated.description_writer,
            &carried.description_writer,
            PHOTOSHOP,
            "CaptionWriter",
        ),
        (
            &stated.intellectual_genre,
            &carried.intellectual_genre,
            IPTC_CORE,
            "IntellectualGenre",
        ),
        (
            &stated.sublocation,
            &carried.sublocation,
            IPTC_CORE,
            "Location",
        ),
        (&stated.city, &carried.city, PHOTOSHOP, "City"),
        (
            &stated.province_or_state,
            &carried.province_or_state,
            PHOTOSHOP,
            "State",
        ),
        (&stated.country, &carried.country, PHOTOSHOP, "Country"),
        (
            &stated.country_code,
            &carried.country_code,
            IPTC_CORE,
            "CountryCode",
        ),
        (
            &stated.creators_job_title,
            &carried.creators_job_title,
            PHOTOSHOP,
            "AuthorsPosition",
        ),
        (
            &stated.credit_line,
            &carried.credit_line,
            PHOTOSHOP,
            "Credit",
        ),
        (&stated.source, &carried.source, PHOTOSHOP, "Source"),
        (
            &stated.instructions,
            &carried.instructions,
            PHOTOSHOP,
            "Instructions",
        ),
        (
            &stated.job_id,
            &carried.job_id,
            PHOTOSHOP,
            "TransmissionReference",
        ),
        (&stated.camera_make, &carried.camera_make, TIFF, "Make"),
        (&stated.camera_model, &carried.camera_model, TIFF, "Model"),
        (
            &stated.camera_serial,
            &carried.camera_serial,
            EXIF_EX,
            "BodySerialNumber",
        ),
        (&stated.lens, &carried.lens, EXIF_EX, "LensModel"),
        (
            &stated.lens_serial,
            &carried.lens_serial,
            EXIF_EX,
            "LensSerialNumber",
        ),
    ];
    for (stated, carried, vocabulary, name) in texts {
        if let Some(text) = missing(stated, carried) {
            packet.set(vocabulary, name, Value::text(text));
        }
    }
}

fn add_lists(packet: &mut Packet, stated: &PhotoMetadata, carried: &PhotoMetadata) {
    let lists = [
        (
            &stated.creators,
            &carried.creators,
            DC,
            "creator",
            Kind::Seq,
        ),
        (
            &stated.keywords,
            &carried.keywords,
            DC,
            "subject",
            Kind::Bag,
        ),
        (
            &stated.subject_codes,
            &carried.subject_codes,
            IPTC_CORE,
            "SubjectCode",
            Kind::Bag,
        ),
    ];
    for (stated, carried, vocabulary, name, kind) in lists {
        let Some(texts) = missing(stated, carried) else {
            continue;
        };
        // A list without an order may have more from elsewhere.
        let is_among = |text: &String| {
            let carried = carried.as_ref();
            carried.is_some_and(|carried| carried.value.contains(text))
        };
        if kind == Kind::Seq || !texts.iter().all(is_among) {
            packet.set(vocabulary, name, Value::texts(kind, clean_list(texts)));
        }
    }
}

/// Size and turn of the picture, without which nobody knows where in it a region of the sidecar lies.
fn add_picture(packet: &mut Packet, picture: Picture) {
    if let Some((width, height)) = picture.stored {
        packet.set(TIFF, "ImageWidth", Value::text(width.to_string()));
        packet.set(TIFF, "ImageLength", Value::text(height.to_string()));
    }
    // What came may say another one: a program turned the picture since, or HEIF turns it by its own boxes.
    if picture.stored.is_some() || picture.orientation != 1 {
        let orientation = picture.orientation.to_string();
        packet.set(TIFF, "Orientation", Value::text(orientation));
    }
}

fn add_position(packet: &mut Packet, position: Position) {
    let latitude = write_coordinate(position.latitude, ['N', 'S']);
    packet.set(EXIF, "GPSLatitude", Value::text(latitude));
    let longitude = write_coordinate(position.longitude, ['E', 'W']);
    packet.set(EXIF, "GPSLongitude", Value::text(longitude));
    let Some(altitude) = position.altitude else {
        packet.take(EXIF, "GPSAltitude");
        packet.take(EXIF, "GPSAltitudeRef");
        return;
    };
    let reference = if altitude < 0.0 { "1" } else { "0" };
    packet.set(EXIF, "GPSAltitudeRef", Value::text(reference));
    let altitude = format!("{}/1000", (altitude.abs() * 1000.0).round());
    packet.set(EXIF, "GPSAltitude", Value::text(altitude));
}
