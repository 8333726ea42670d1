//! From the properties of XMP to what a photo states (IPTC Photo Metadata Standard 2025.1; MWG 2.0, chapter 5).

use super::namespaces::Namespace;
use super::namespaces::Namespace::{
    Aux, Dc, Exif, ExifEx, IptcCore, IptcExt, Photoshop, Plus, Tiff, Xmp, XmpRights,
};
use super::regions::read_regions;
use super::structures::{
    has_position, read_all, read_artwork, read_contributor, read_creators_contact, read_licensor,
    read_location, read_party, read_person, read_position, read_product, read_registry_entry,
    read_rights_expression, read_term,
};
use super::tree::Properties;
use crate::metadata::date_time::DateTime;
use crate::metadata::fields::{LeftOut, PhotoMetadata};
use crate::metadata::languages::InLanguages;
use crate::metadata::position::read_number;
use crate::metadata::shape::Picture;
use crate::metadata::stated::{Source, state};
use crate::metadata::values::{Contact, Location, Person};
use crate::metadata::words::{clean_line, is_said_by_machine};

/// When these properties were last written: the metadata, else the file.
pub(crate) fn date_written(from: &Properties) -> Option<DateTime> {
    let dates = ["MetadataDate", "ModifyDate"]
        .into_iter()
        .filter_map(|name| from.text(Xmp, name));
    dates.filter_map(|date| DateTime::from_xmp(&date)).next()
}

/// How the stored picture is to be turned, 1 to 8.
pub(crate) fn orientation(from: &Properties) -> Option<u8> {
    let number = from.text(Tiff, "Orientation")?.parse().ok()?;
    (1..=8).contains(&number).then_some(number)
}

/// Width and height of the stored picture, in pixels.
pub(crate) fn stored_size(from: &Properties) -> Option<(u32, u32)> {
    let pixels = |name| from.text(Tiff, name)?.parse().ok();
    let (width, height) = (pixels("ImageWidth")?, pixels("ImageLength")?);
    (width > 0 && height > 0).then_some((width, height))
}

/// Says what the properties say.
pub(crate) fn state_properties(
    from: &Properties,
    source: Source,
    picture: Picture,
    photo: &mut PhotoMetadata,
) {
    state_texts(from, source, photo);
    state_languages(from, source, photo);
    state_lists(from, source, photo);
    state_structures(from, source, photo);
    state_dates(from, source, photo);
    state_numbers(from, source, photo);
    state_camera(from, source, photo);
    if has_position(from) {
        let position = read_position(from);
        if position.is_none() {
            photo.leave_out(LeftOut::Position);
        }
        state(&mut photo.position, source, position);
    }
    let (regions, is_whole) = read_regions(from, picture);
    if !is_whole {
        photo.leave_out(LeftOut::RegionShape);
    }
    state(
        &mut photo.regions,
        source,
        Some(regions).filter(|regions| !regions.is_empty()),
    );
}

fn state_texts(from: &Properties, source: Source, photo: &mut PhotoMetadata) {
    let texts = [
        (&mut photo.headline, Photoshop, "Headline"),
        (&mut photo.description_writer, Photoshop, "CaptionWriter"),
        (&mut photo.intellectual_genre, IptcCore, "IntellectualGenre"),
        (&mut photo.sublocation, IptcCore, "Location"),
        (&mut photo.city, Photoshop, "City"),
        (&mut photo.province_or_state, Photoshop, "State"),
        (&mut photo.country, Photoshop, "Country"),
        (&mut photo.country_code, IptcCore, "CountryCode"),
        (&mut photo.creators_job_title, Photoshop, "AuthorsPosition"),
        (&mut photo.credit_line, Photoshop, "Credit"),
        (&mut photo.source, Photoshop, "Source"),
        (&mut photo.instructions, Photoshop, "Instructions"),
        (&mut photo.job_id, Photoshop, "TransmissionReference"),
        (
            &mut photo.web_statement_of_rights,
            XmpRights,
            "WebStatement",
        ),
        (
            &mut photo.image_creator_image_id,
            Plus,
            "ImageCreatorImageID",
        ),
        (
            &mut photo.image_supplier_image_id,
            Plus,
            "ImageSupplierImageID",
        ),
        (&mut photo.data_mining, Plus, "DataMining"),
        (&mut photo.model_release_status, Plus, "ModelReleaseStatus"),
        (
            &mut photo.property_release_status,
            Plus,
            "PropertyReleaseStatus",
        ),
        (
            &mut photo.minor_model_age_disclosure,
            Plus,
            "MinorModelAgeDisclosure",
        ),
        (
            &mut photo.additional_model_information,
            IptcExt,
            "AddlModelInfo",
        ),
        (&mut photo.digital_source_type, IptcExt, "DigitalSourceType"),
        (&mut photo.ai_system_used, IptcExt, "AISystemUsed"),
        (
            &mut photo.ai_system_version_used,
            IptcExt,
            "AISystemVersionUsed",
        ),
        (
            &mut photo.ai_prompt_information,
            IptcExt,
            "AIPromptInformation",
        ),
        (
            &mut photo.ai_prompt_writer_name,
            IptcExt,
            "AIPromptWriterName",
        ),
        (&mut photo.digital_image_guid, IptcExt, "DigImageGUID"),
    ];
    for (property, namespace, name) in texts {
        state(property, source, from.text(namespace, name));
    }
}

fn state_languages(from: &Properties, source: Source, photo: &mut PhotoMetadata) {
    let of_person = |name| {
        from.languages(Dc, name)
            .and_then(|words| words.without(is_said_by_machine))
    };
    state(&mut photo.title, source, of_person("title"));
    state(&mut photo.description, source, of_person("description"));
    let languages = [
        (&mut photo.alt_text, IptcCore, "AltTextAccessibility"),
        (
            &mut photo.extended_description,
            IptcCore,
            "ExtDescrAccessibility",
        ),
        (&mut photo.event, IptcExt, "Event"),
        (&mut photo.copyright_notice, Dc, "rights"),
        (&mut photo.rights_usage_terms, XmpRights, "UsageTerms"),
        (&mut photo.other_constraints, Plus, "OtherConstraints"),
    ];
    for (property, namespace, name) in languages {
        state(property, source, from.languages(namespace, name));
    }
}

fn state_lists(from: &Properties, source: Source, photo: &mut PhotoMetadata) {
    let lists = [
        (&mut photo.creators, Dc, "creator"),
        (&mut photo.keywords, Dc, "subject"),
        (&mut photo.subject_codes, IptcCore, "SubjectCode"),
        (&mut photo.scenes, IptcCore, "Scene"),
        (&mut photo.event_ids, IptcExt, "EventId"),
        (
            &mut photo.organisations_shown,
            IptcExt,
            "OrganisationInImageName",
        ),
        (
            &mut photo.organisation_codes,
            IptcExt,
            "OrganisationInImageCode",
        ),
        (&mut photo.model_release_ids, Plus, "ModelReleaseID"),
        (&mut photo.property_release_ids, Plus, "PropertyReleaseID"),
        (&mut photo.model_ages, IptcExt, "ModelAge"),
    ];
    for (property, namespace, name) in lists {
        state(property, source, from.texts(namespace, name));
    }
}

fn state_structures(from: &Properties, source: Source, photo: &mut PhotoMetadata) {
    let of = |name| (IptcExt, name);
    state(
        &mut photo.genres,
        source,
        read_all(from, of("Genre"), read_term),
    );
    state(
        &mut photo.about,
        source,
        read_all(from, of("AboutCvTerm"), read_term),
    );
    state(&mut photo.persons_shown, source, read_persons(from));
    state(
        &mut photo.products_shown,
        source,
        read_all(from, of("ProductInImage"), read_product),
    );
    state(
        &mut photo.artworks_shown,
        source,
        read_all(from, of("ArtworkOrObject"), read_artwork),
    );
    let created = read_all(from, of("LocationCreated"), read_location);
    state(
        &mut photo.location_created,
        source,
        created.and_then(|all| all.into_iter().next()),
    );
    let shown: Option<Vec<Location>> = read_all(from, of("LocationShown"), read_location);
    state(&mut photo.locations_shown, source, shown);
    let contact = from
        .structure(IptcCore, "CreatorContactInfo")
        .map(read_creators_contact);
    state(
        &mut photo.creators_contact,
        source,
        contact.filter(|contact| *contact != Contact::default()),
    );
    state(
        &mut photo.contributors,
        source,
        read_all(from, of("Contributor"), read_contributor),
    );
    state(
        &mut photo.registry_entries,
        source,
        read_all(from, of("RegistryId"), read_registry_entry),
    );
    let parties = [
        (&mut photo.copyright_owners, "CopyrightOwner"),
        (&mut photo.image_creators, "ImageCreator"),
        (&mut photo.image_suppliers, "ImageSupplier"),
    ];
    for (property, name) in parties {
        state(
            property,
            source,
            read_all(from, (Plus, name), |party| read_party(party, name)),
        );
    }
    state(
        &mut photo.licensors,
        source,
        read_all(from, (Plus, "Licensor"), read_licensor),
    );
    let expressions = [
        (
            &mut photo.embedded_rights_expressions,
            "EmbdEncRightsExpr",
            "EncRightsExpr",
        ),
        (
            &mut photo.linked_rights_expressions,
            "LinkedEncRightsExpr",
            "LinkedRightsExpr",
        ),
    ];
    for (property, name, expression) in expressions {
        state(
            property,
            source,
            read_all(from, of(name), |one| {
                read_rights_expression(one, expression)
            }),
        );
    }
}

/// Persons by name, and those with details; one who stands in both is one.
fn read_persons(from: &Properties) -> Option<Vec<Person>> {
    let named = from.texts(IptcExt, "PersonInImage").unwrap_or_default();
    let named = named.into_iter().map(|name| Person {
        name: Some(InLanguages::of_default(name)),
        ..Person::default()
    });
    let mut persons: Vec<Person> = named.collect();
    for detailed in
        read_all(from, (IptcExt, "PersonInImageWDetails"), read_person).unwrap_or_default()
    {
        let is_same = |person: &&mut Person| match (&person.name, &detailed.name) {
            (Some(one), Some(other)) => other
                .texts()
                .iter()
                .any(|text| text.text == one.default_text()),
            _ => false,
        };
        match persons.iter_mut().find(is_same) {
            Some(person) => *person = detailed,
            None => persons.push(detailed),
        }
    }
    (!persons.is_empty()).then_some(persons)
}

fn state_dates(from: &Properties, source: Source, photo: &mut PhotoMetadata) {
    let mut read = |places: &[(Namespace, &str)]| {
        let text = places
            .iter()
            .find_map(|(namespace, name)| from.text(*namespace, name))?;
        let read = DateTime::from_xmp(&text);
        if read.is_none() && text.chars().any(|letter| ('1'..='9').contains(&letter)) {
            photo.leave_out(LeftOut::Date);
        }
        read
    };
    let created = read(&[(Photoshop, "DateCreated"), (Exif, "DateTimeOriginal")]);
    // xmp:CreateDate is when the file came to be: of a photo, when it became digital (MWG 2.0, 5.5).
    let digitised = read(&[(Exif, "DateTimeDigitized"), (Xmp, "CreateDate")]);
    state(&mut photo.date_created, source, created);
    state(&mut photo.date_digitised, source, digitised);
}

fn state_numbers(from: &Properties, source: Source, photo: &mut PhotoMetadata) {
    let number = |namespace, name| {
        from.text(namespace, name)
            .and_then(|text| read_number(&text))
    };
    // Zero stars are none given.
    let stars = number(Xmp, "Rating")
        .filter(|stars| (-1.0..=5.0).contains(stars))
        .map(f64::round);
    let rating = (-1..=5).find(|rating| stars == Some(f64::from(*rating)));
    state(
        &mut photo.rating,
        source,
        rating.filter(|rating: &i8| *rating != 0),
    );
    let pixels = |name| from.text(IptcExt, name).and_then(|text| text.parse().ok());
    state(
        &mut photo.max_available_width,
        source,
        pixels("MaxAvailWidth"),
    );
    state(
        &mut photo.max_available_height,
        source,
        pixels("MaxAvailHeight"),
    );
}

fn state_camera(from: &Properties, source: Source, photo: &mut PhotoMetadata) {
    let line = |namespace, name| {
        from.text(namespace, name)
            .and_then(|text| clean_line(&text))
    };
    state(&mut photo.camera_make, source, line(Tiff, "Make"));
    state(&mut photo.camera_model, source, line(Tiff, "Model"));
    let serial = line(ExifEx, "BodySerialNumber").or_else(|| line(Aux, "SerialNumber"));
    state(&mut photo.camera_serial, source, serial);
    let lens = line(ExifEx, "LensModel").or_else(|| line(Aux, "Lens"));
    state(&mut photo.lens, source, lens);
    let lens_serial = line(ExifEx, "LensSerialNumber").or_else(|| line(Aux, "LensSerialNumber"));
    state(&mut photo.lens_serial, source, lens_serial);
}
