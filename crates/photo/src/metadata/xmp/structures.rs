//! The structures of IPTC and PLUS from XMP (IPTC Photo Metadata Standard 2025.1, chapter on XMP).

use super::namespaces::Namespace;
use super::namespaces::Namespace::{Exif, IptcCore, IptcExt, Plus, Xmp};
use super::tree::Properties;
use crate::metadata::date_time::DateTime;
use crate::metadata::position::{Position, read_coordinate, read_number};
use crate::metadata::values::{
    Artwork, Contact, Contributor, CvTerm, Entity, Licensor, Location, Party, Person, Product,
    RegistryEntry, RightsExpression,
};

fn ids(from: &Properties, name: &str) -> Vec<String> {
    from.texts(IptcExt, name).unwrap_or_default()
}

pub(super) fn read_term(from: &Properties) -> CvTerm {
    CvTerm {
        vocabulary: from.text(IptcExt, "CvId"),
        id: from.text(IptcExt, "CvTermId"),
        name: from.languages(IptcExt, "CvTermName"),
        refined_about: from.text(IptcExt, "CvTermRefinedAbout"),
    }
}

pub(super) fn read_entity(from: &Properties) -> Entity {
    Entity {
        name: from.languages(IptcExt, "Name"),
        ids: from.texts(Xmp, "Identifier").unwrap_or_default(),
    }
}

pub(super) fn read_person(from: &Properties) -> Person {
    Person {
        name: from.languages(IptcExt, "PersonName"),
        description: from.languages(IptcExt, "PersonDescription"),
        ids: ids(from, "PersonId"),
        characteristics: from
            .structures(IptcExt, "PersonCharacteristic")
            .into_iter()
            .map(read_term)
            .collect(),
    }
}

pub(super) fn read_location(from: &Properties) -> Location {
    Location {
        name: from.languages(IptcExt, "LocationName"),
        ids: ids(from, "LocationId"),
        sublocation: from.text(IptcExt, "Sublocation"),
        city: from.text(IptcExt, "City"),
        province_or_state: from.text(IptcExt, "ProvinceState"),
        country: from.text(IptcExt, "CountryName"),
        country_code: from.text(IptcExt, "CountryCode"),
        world_region: from.text(IptcExt, "WorldRegion"),
        position: read_position(from),
    }
}

/// Whether a position is written down at all, be it a real one or not.
pub(super) fn has_position(from: &Properties) -> bool {
    from.get(Exif, "GPSLatitude").is_some() && from.get(Exif, "GPSLongitude").is_some()
}

/// A position by Exif's names (ISO 16684-1, exif:GPSLatitude and others).
pub(super) fn read_position(from: &Properties) -> Option<Position> {
    let coordinate = |name| {
        from.text(Exif, name)
            .and_then(|text| read_coordinate(&text))
    };
    let altitude = from
        .text(Exif, "GPSAltitude")
        .and_then(|text| read_number(&text));
    let is_below = from.text(Exif, "GPSAltitudeRef").as_deref() == Some("1");
    let altitude = altitude.map(|metres| if is_below { -metres } else { metres });
    Position::new(
        coordinate("GPSLatitude")?,
        coordinate("GPSLongitude")?,
        altitude,
    )
}

pub(super) fn read_product(from: &Properties) -> Product {
    Product {
        name: from.languages(IptcExt, "ProductName"),
        gtin: from.text(IptcExt, "ProductGTIN"),
        description: from.languages(IptcExt, "ProductDescription"),
        ids: ids(from, "ProductId"),
    }
}

pub(super) fn read_artwork(from: &Properties) -> Artwork {
    let text = |name| from.text(IptcExt, name);
    let languages = |name| from.languages(IptcExt, name);
    let party = |name, id| {
        let party = Party {
            name: text(name),
            id: text(id),
        };
        (party != Party::default()).then_some(party)
    };
    Artwork {
        title: languages("AOTitle"),
        creators: ids(from, "AOCreator"),
        creator_ids: ids(from, "AOCreatorId"),
        date_created: text("AODateCreated").and_then(|date| DateTime::from_xmp_of_any_age(&date)),
        circa_date_created: text("AOCircaDateCreated"),
        content_description: languages("AOContentDescription"),
        contribution_description: languages("AOContributionDescription"),
        physical_description: languages("AOPhysicalDescription"),
        styles: ids(from, "AOStylePeriod"),
        copyright_notice: text("AOCopyrightNotice"),
        copyright_owner: party("AOCurrentCopyrightOwnerName", "AOCurrentCopyrightOwnerId"),
        licensor: party("AOCurrentLicensorName", "AOCurrentLicensorId"),
        source: text("AOSource"),
        inventory_number: text("AOSourceInvNo"),
        inventory_url: text("AOSourceInvURL"),
    }
}

pub(super) fn read_creators_contact(from: &Properties) -> Contact {
    let text = |name| from.text(IptcCore, name);
    Contact {
        address: text("CiAdrExtadr"),
        extended_address: None,
        city: text("CiAdrCity"),
        region: text("CiAdrRegion"),
        postal_code: text("CiAdrPcode"),
        country: text("CiAdrCtry"),
        emails: text("CiEmailWork"),
        telephones: text("CiTelWork"),
        urls: text("CiUrlWork"),
    }
}

/// A party of PLUS, whose fields begin with the property's name.
pub(super) fn read_party(from: &Properties, name: &str) -> Party {
    Party {
        name: from.text(Plus, &format!("{name}Name")),
        id: from.text(Plus, &format!("{name}ID")),
    }
}

pub(super) fn read_licensor(from: &Properties) -> Licensor {
    let text = |name| from.text(Plus, name);
    let telephones: Vec<String> = ["LicensorTelephone1", "LicensorTelephone2"]
        .into_iter()
        .filter_map(text)
        .collect();
    Licensor {
        name: text("LicensorName"),
        id: text("LicensorID"),
        url: text("LicensorURL"),
        contact: Contact {
            address: text("LicensorStreetAddress"),
            extended_address: text("LicensorExtendedAddress"),
            city: text("LicensorCity"),
            region: text("LicensorRegion"),
            postal_code: text("LicensorPostalCode"),
            country: text("LicensorCountry"),
            emails: text("LicensorEmail"),
            telephones: (!telephones.is_empty()).then(|| telephones.join(", ")),
            urls: None,
        },
    }
}

pub(super) fn read_contributor(from: &Properties) -> Contributor {
    Contributor {
        name: from.languages(IptcExt, "Name"),
        ids: from
            .texts(Xmp, "Identifier")
            .or_else(|| from.texts(IptcExt, "Identifier"))
            .unwrap_or_default(),
        roles: ids(from, "Role"),
    }
}

pub(super) fn read_registry_entry(from: &Properties) -> RegistryEntry {
    RegistryEntry {
        organisation_id: from.text(IptcExt, "RegOrgId"),
        item_id: from.text(IptcExt, "RegItemId"),
        role: from.text(IptcExt, "RegEntryRole"),
    }
}

/// An expression in the property of that name.
pub(super) fn read_rights_expression(from: &Properties, name: &str) -> RightsExpression {
    RightsExpression {
        expression: from.text(IptcExt, name),
        encoding_type: from.text(IptcExt, "RightsExprEncType"),
        language_id: from.text(IptcExt, "RightsExprLangId"),
    }
}

/// All structures of a property, without those that say nothing.
pub(super) fn read_all<T: Default + PartialEq>(
    from: &Properties,
    (namespace, name): (Namespace, &str),
    read: impl Fn(&Properties) -> T,
) -> Option<Vec<T>> {
    let structures = from.structures(namespace, name).into_iter();
    let all: Vec<T> = structures
        .map(read)
        .filter(|one| *one != T::default())
        .collect();
    (!all.is_empty()).then_some(all)
}
