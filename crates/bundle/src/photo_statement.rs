//! What the archive knows of a photo, by IPTC Core and Extension: the same beside the photo in a bundle and in a copy of it.

use std::borrow::Cow;

use chrono::{DateTime as Time, SecondsFormat, Utc};
use muragat_archive::record::terms::{PartyKind, TextKind};
use muragat_archive::record::{EventRecord, PartyRecord, PhotoRecord, RegionRecord};
use muragat_archive::turn_box;
use muragat_photo::{
    ArchiveStatement, DateTime, InLanguage, InLanguages, Person, Region, RegionScheme, Shape,
};

use crate::formats::datings::moment;
use crate::placed::{Placed, parties_shown, texts};

/// Where IPTC's terms for how a picture came about live.
const DIGITAL_SOURCE_TYPES: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/// What a photo belongs to: an article, or an event alone.
pub(crate) struct PhotoContext<'a> {
    /// The language of the names and titles below; `und` where none is known.
    pub language: &'a str,
    /// The article's title.
    pub title: Option<&'a str>,
    /// The article's reference.
    pub reference: Option<&'a str>,
    /// What the article says of rights.
    pub rights: Option<&'a str>,
    /// When the article was catalogued, RFC 3339.
    pub catalogued: Option<&'a str>,
    /// Those whom regions may name.
    pub parties: Cow<'a, [PartyRecord]>,
    /// Those that the photo may show: identifier and name.
    pub events: Vec<(&'a str, &'a str)>,
}

impl<'a> PhotoContext<'a> {
    /// That of an article's photos.
    pub fn of_article(placed: &Placed<'a>) -> PhotoContext<'a> {
        let record = placed.record;
        let named = |event: &'a EventRecord| (event.id.as_str(), event.name.as_str());
        PhotoContext {
            language: placed.language(),
            title: Some(placed.title()),
            reference: Some(&record.reference),
            rights: record.rights.as_deref(),
            catalogued: Some(&record.created_at),
            parties: Cow::Borrowed(&record.parties),
            events: record.events.iter().map(named).collect(),
        }
    }
}

/// What the archive knows of a photo.
pub(crate) fn state_photo(context: &PhotoContext<'_>, photo: &PhotoRecord) -> ArchiveStatement {
    let language = context.language;
    let single = |text: &str| in_languages(std::iter::once((language, text)));
    let names = |kind| parties_shown(&context.parties, photo, kind).into_iter();
    let event = photo
        .event
        .as_ref()
        .and_then(|id| context.events.iter().find(|(event, _)| event == id));
    let rights = photo.rights.as_deref();
    let terms = rights.or(context.rights);
    ArchiveStatement {
        default_language: Some(language.to_owned()).filter(|language| language != "und"),
        headline: context.title.map(str::to_owned),
        description: in_languages(texts(photo, TextKind::Caption)),
        alt_text: in_languages(texts(photo, TextKind::Alt)),
        event: event.and_then(|(_, name)| single(name)),
        event_ids: event.map(|(id, _)| urn(id)).into_iter().collect(),
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
            .filter_map(|one| region(context, one, photo.turned))
            .collect(),
        rating: photo.rating,
        turned: photo.turned,
        creators: photo.photographer.iter().cloned().collect(),
        credit_line: photo.credit.clone(),
        copyright_notice: rights.and_then(single),
        rights_usage_terms: terms.and_then(single),
        instructions: photo.instructions.clone(),
        job_id: context.reference.map(str::to_owned),
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
pub(crate) fn known_since(context: &PhotoContext<'_>, photo: &PhotoRecord) -> DateTime {
    let catalogued = context
        .catalogued
        .and_then(|at| Time::parse_from_rfc3339(at).ok());
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

/// Who is seen where: a rectangle, in parts of the width and height of the picture as its file says that it is upright; here it
/// may be turned.
fn region(context: &PhotoContext<'_>, seen: &RegionRecord, turned: u8) -> Option<Region> {
    let party = context
        .parties
        .iter()
        .find(|party| party.id == seen.party)?;
    let mut region = Region::new(RegionScheme::Iptc);
    region.id = Some(seen.id.clone());
    region.name = in_languages(std::iter::once((context.language, party.name.as_str())));
    match party.kind {
        PartyKind::Person => region.persons.push(party.name.clone()),
        PartyKind::Organisation => region.organisations.push(party.name.clone()),
    }
    let back = -i64::from(turned);
    let [x, y, width, height] = turn_box([seen.x, seen.y, seen.w, seen.h], back);
    region.shape = Some(Shape::Rectangle {
        x,
        y,
        width,
        height,
    });
    Some(region)
}
