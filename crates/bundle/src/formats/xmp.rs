//! photos/….xmp: a sidecar for each photo: all that the photo states of itself, and over it what the archive knows, by IPTC Core
//! and Extension in XMP. The photo itself stays as it came.

use chrono::{DateTime as Time, SecondsFormat, Utc};
use muragat_archive::record::terms::{PartyKind, TextKind};
use muragat_archive::record::{PhotoRecord, RegionRecord};
use muragat_photo::{
    ArchiveStatement, DateTime, InLanguage, InLanguages, Person, Region, RegionScheme, Shape,
    write_sidecar,
};

use crate::formats::datings::moment;
use crate::placed::{Placed, shown, texts};

/// Where IPTC's terms for how a picture came about live.
const DIGITAL_SOURCE_TYPES: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/// The sidecar of a photo of these bytes.
pub(crate) fn xmp(placed: &Placed<'_>, photo: &PhotoRecord, bytes: &[u8]) -> Vec<u8> {
    write_sidecar(
        bytes,
        None,
        &statement(placed, photo),
        &known_since(placed, photo),
    )
}

/// What the archive knows of the photo.
fn statement(placed: &Placed<'_>, photo: &PhotoRecord) -> ArchiveStatement {
    let record = placed.record;
    let language = placed.language();
    let single = |text: &str| in_languages(std::iter::once((language, text)));
    let names = |kind| shown(placed, photo, kind).into_iter();
    let event = photo
        .event
        .as_ref()
        .and_then(|id| record.events.iter().find(|event| event.id == *id));
    let rights = photo.rights.as_deref();
    let terms = rights.or(record.rights.as_deref());
    ArchiveStatement {
        default_language: Some(language.to_owned()).filter(|language| language != "und"),
        headline: Some(placed.title().to_owned()),
        description: in_languages(texts(photo, TextKind::Caption)),
        alt_text: in_languages(texts(photo, TextKind::Alt)),
        event: event.and_then(|event| single(&event.name)),
        event_ids: event.map(|event| urn(&event.id)).into_iter().collect(),
        date_created: photo
            .taken_at
            .as_deref()
            .and_then(|taken| DateTime::from_xmp(&moment(taken))),
        location_created: photo.place.as_deref().and_then(single),
        persons_shown: names(PartyKind::Person)
            .map(|party| Person {
                name: single(&party.name),
                ..Person::default()
            })
            .collect(),
        organisations_shown: names(PartyKind::Organisation)
            .map(|party| party.name.clone())
            .collect(),
        regions: photo
            .regions
            .iter()
            // who is in the picture without a place stands among those shown alone
            .filter(|one| one.has_place())
            .filter_map(|one| region(placed, one))
            .collect(),
        creators: photo.photographer.iter().cloned().collect(),
        credit_line: photo.credit.clone(),
        copyright_notice: rights.and_then(single),
        rights_usage_terms: terms.and_then(single),
        instructions: photo.instructions.clone(),
        job_id: Some(record.reference.clone()),
        digital_source_type: photo.digital_source_type.as_ref().map(|term| {
            match term.contains("://") {
                true => term.clone(),
                false => format!("{DIGITAL_SOURCE_TYPES}{term}"),
            }
        }),
        digital_image_guid: Some(urn(&photo.id)),
        ..ArchiveStatement::default()
    }
}

/// Since when the archive has described the photo, by what stands in every library alike: when its article was catalogued, or
/// the photo attached, which its UUID tells.
fn known_since(placed: &Placed<'_>, photo: &PhotoRecord) -> DateTime {
    let catalogued = Time::parse_from_rfc3339(&placed.record.created_at).ok();
    let attached = uuid::Uuid::parse_str(&photo.id)
        .ok()
        .and_then(|id| id.get_timestamp())
        .and_then(|time| Time::from_timestamp(i64::try_from(time.to_unix().0).ok()?, 0));
    let times = [catalogued.map(|time| time.with_timezone(&Utc)), attached];
    let last = times.into_iter().flatten().max().unwrap_or_default();
    let written = last.to_rfc3339_opts(SecondsFormat::Secs, true);
    DateTime::from_xmp(&written).unwrap_or(DateTime {
        local: written,
        sub_seconds: None,
        offset: None,
    })
}

fn urn(id: &str) -> String {
    format!("urn:uuid:{id}")
}

/// Texts by language, the first also for whoever asks for none.
fn in_languages<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> Option<InLanguages> {
    let texts = texts.map(|(language, text)| InLanguage {
        language: match language {
            "und" => "x-default".to_owned(),
            known => known.to_owned(),
        },
        text: text.to_owned(),
    });
    InLanguages::new(texts.collect())
}

/// Who is seen where: a rectangle, in parts of the width and height of the upright picture.
fn region(placed: &Placed<'_>, seen: &RegionRecord) -> Option<Region> {
    let party = placed.party(&seen.party)?;
    let mut region = Region::new(RegionScheme::Iptc);
    region.id = Some(seen.id.clone());
    region.name = in_languages(std::iter::once((placed.language(), party.name.as_str())));
    match party.kind {
        PartyKind::Person => region.persons.push(party.name.clone()),
        PartyKind::Organisation => region.organisations.push(party.name.clone()),
    }
    region.shape = Some(Shape::Rectangle {
        x: seen.x,
        y: seen.y,
        width: seen.w,
        height: seen.h,
    });
    Some(region)
}
