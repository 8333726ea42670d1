//! What an archive knows, laid over what came (IPTC Photo Metadata Standard 2025.1).

use super::people::lay_persons;
use super::regions::lay_regions;
use super::texts::{add_to_bag, clean_list, join_languages, lay_languages, lay_text, write_date};
use crate::metadata::languages::InLanguages;
use crate::metadata::packet::{Kind, Packet, Value};
use crate::metadata::shape::Picture;
use crate::metadata::statement::ArchiveStatement;
use crate::metadata::vocabularies::{DC, IPTC_CORE, IPTC_EXT, PHOTOSHOP, TIFF, XMP, XMP_RIGHTS};

pub(super) fn lay_known(packet: &mut Packet, known: &ArchiveStatement, picture: Picture) {
    let default_language = known.default_language.as_deref();
    lay_texts(packet, known);
    for (texts, vocabulary, name) in [
        (&known.title, DC, "title"),
        (&known.description, DC, "description"),
        (&known.copyright_notice, DC, "rights"),
        (&known.alt_text, IPTC_CORE, "AltTextAccessibility"),
        (&known.event, IPTC_EXT, "Event"),
        (&known.rights_usage_terms, XMP_RIGHTS, "UsageTerms"),
    ] {
        lay_languages(packet, vocabulary, name, texts.as_ref(), default_language);
    }
    add_to_bag(packet, DC, "subject", &known.keywords);
    add_to_bag(packet, IPTC_EXT, "EventId", &known.event_ids);
    add_to_bag(
        packet,
        IPTC_EXT,
        "OrganisationInImageName",
        &known.organisations_shown,
    );
    add_to_bag(packet, XMP, "Identifier", &known.identifiers);
    let creators = clean_list(&known.creators);
    if !creators.is_empty() {
        packet.set(DC, "creator", Value::texts(Kind::Seq, creators));
    }
    if let Some(date) = known.date_created.as_ref().and_then(write_date) {
        packet.set(PHOTOSHOP, "DateCreated", Value::text(date));
    }
    if let Some(rating) = known.rating.filter(|rating| (-1..=5).contains(rating)) {
        packet.set(XMP, "Rating", Value::text(rating.to_string()));
    }
    if !known.turned.is_multiple_of(4) {
        let orientation = turn_orientation(picture.orientation, known.turned).to_string();
        packet.set(TIFF, "Orientation", Value::text(orientation));
    }
    if let Some(place) = &known.location_created {
        lay_location(packet, place, default_language);
    }
    lay_persons(packet, &known.persons_shown, default_language);
    lay_regions(packet, &known.regions, picture, default_language);
}

/// Exif's orientation of a picture that is turned further, clockwise, by quarters of a turn.
fn turn_orientation(orientation: u8, quarters: u8) -> u8 {
    (0..quarters % 4).fold(orientation, |orientation, _| match orientation {
        6 => 3,
        3 => 8,
        8 => 1,
        2 => 7,
        7 => 4,
        4 => 5,
        5 => 2,
        _ => 6,
    })
}

fn lay_texts(packet: &mut Packet, known: &ArchiveStatement) {
    // One that the photo had from elsewhere is known to others: it is not lost.
    if let Some(guid) = &known.digital_image_guid
        && let Some(came) = packet.get(IPTC_EXT, "DigImageGUID").cloned()
    {
        let others = came.as_texts().into_iter().filter(|came| came != guid);
        add_to_bag(packet, XMP, "Identifier", others);
    }
    for (text, vocabulary, name) in [
        (&known.headline, PHOTOSHOP, "Headline"),
        (&known.credit_line, PHOTOSHOP, "Credit"),
        (&known.instructions, PHOTOSHOP, "Instructions"),
        (&known.source, PHOTOSHOP, "Source"),
        (&known.job_id, PHOTOSHOP, "TransmissionReference"),
        (&known.digital_source_type, IPTC_EXT, "DigitalSourceType"),
        (&known.ai_system_used, IPTC_EXT, "AISystemUsed"),
        (
            &known.ai_system_version_used,
            IPTC_EXT,
            "AISystemVersionUsed",
        ),
        (
            &known.ai_prompt_information,
            IPTC_EXT,
            "AIPromptInformation",
        ),
        (&known.ai_prompt_writer_name, IPTC_EXT, "AIPromptWriterName"),
        (&known.digital_image_guid, IPTC_EXT, "DigImageGUID"),
    ] {
        lay_text(packet, vocabulary, name, text.as_deref());
    }
}

/// The name of the place where the camera stood. What else came of that place, as its position, stays.
fn lay_location(packet: &mut Packet, place: &InLanguages, default_language: Option<&str>) {
    let came = packet.get(IPTC_EXT, "LocationCreated").cloned();
    let mut locations = came.map(Value::into_items).unwrap_or_default();
    if locations.is_empty() {
        locations.push(Value::structure(Vec::new()));
    }
    let Some(location) = locations.first_mut() else {
        return;
    };
    let name = location.field(IPTC_EXT, "LocationName");
    let Some(name) = join_languages(name, place, default_language) else {
        return;
    };
    let words = name.as_texts().first().map(|words| (*words).to_owned());
    location.set_field(IPTC_EXT, "LocationName", name);
    packet.set(
        IPTC_EXT,
        "LocationCreated",
        Value::array(Kind::Bag, locations),
    );
    lay_text(packet, IPTC_CORE, "Location", words.as_deref());
}

#[cfg(test)]
mod tests {
    use super::turn_orientation;
    use image::metadata::Orientation;
    use image::{DynamicImage, RgbImage};

    #[test]
    fn an_orientation_turned_further_shows_what_turning_the_upright_picture_shows() {
        let stored = RgbImage::from_fn(3, 2, |x, y| image::Rgb([x as u8, y as u8, 0]));
        for orientation in 1..=8u8 {
            for quarters in 0..4 {
                let shown = |exif: u8| {
                    let mut picture = DynamicImage::ImageRgb8(stored.clone());
                    picture.apply_orientation(Orientation::from_exif(exif).unwrap());
                    picture
                };
                let turned =
                    (0..quarters).fold(shown(orientation), |picture, _| picture.rotate90());
                assert_eq!(
                    turned,
                    shown(turn_orientation(orientation, quarters)),
                    "{orientation} {quarters}"
                );
            }
        }
    }
}
