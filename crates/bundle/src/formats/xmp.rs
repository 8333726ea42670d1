//! photos/….xmp: a sidecar for each photo, IPTC Core and Extension in XMP. The photo itself stays as it came.

use muragat_archive::record::terms::{PartyKind, TextKind};
use muragat_archive::record::{PartyRecord, PhotoRecord, RegionRecord};

use crate::formats::datings::moment;
use crate::placed::{Placed, shown, texts};
use crate::xml::Element;

/// The namespaces that the properties below come from.
const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:photoshop", "http://ns.adobe.com/photoshop/1.0/"),
    ("xmlns:xmpRights", "http://ns.adobe.com/xap/1.0/rights/"),
    (
        "xmlns:Iptc4xmpCore",
        "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    ),
    (
        "xmlns:Iptc4xmpExt",
        "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    ),
];

/// Where IPTC's terms for how a picture came about live.
const DIGITAL_SOURCE_TYPES: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/// The sidecar.
pub(crate) fn xmp(placed: &Placed<'_>, photo: &PhotoRecord) -> Vec<u8> {
    let record = placed.record;
    let mut description = Element::new("rdf:Description").with("rdf:about", "");
    for (name, uri) in NAMESPACES {
        description = description.with(name, uri);
    }
    let language = placed.language();
    let plain = |name: &'static str, text: Option<&str>| text.map(|text| Element::of(name, text));
    let single = |name: &'static str, text: Option<&str>| {
        alternatives(name, text.map(|text| (language, text)).into_iter())
    };
    let people = shown(placed, photo, PartyKind::Person);
    let organisations = shown(placed, photo, PartyKind::Organisation);
    let names = |parties: &[&PartyRecord]| -> Vec<String> {
        parties.iter().map(|party| party.name.clone()).collect()
    };
    let event = photo
        .event
        .as_ref()
        .and_then(|id| record.events.iter().find(|event| event.id == *id));
    let source_type = photo
        .digital_source_type
        .as_ref()
        .map(|term| match term.contains("://") {
            true => term.clone(),
            false => format!("{DIGITAL_SOURCE_TYPES}{term}"),
        });
    let rights = photo.rights.as_deref();
    let taken = photo.taken_at.as_deref().map(moment);
    let description = description
        .children(array(
            "dc:creator",
            "rdf:Seq",
            photo.photographer.iter().cloned(),
        ))
        .children(single("dc:title", Some(&photo.name)))
        .children(alternatives(
            "dc:description",
            texts(photo, TextKind::Caption),
        ))
        .children(single("dc:rights", rights))
        .children(plain("photoshop:Headline", Some(placed.title())))
        .children(plain("photoshop:Credit", photo.credit.as_deref()))
        .children(plain("photoshop:DateCreated", taken.as_deref()))
        .children(plain(
            "photoshop:Instructions",
            photo.instructions.as_deref(),
        ))
        .children(plain(
            "photoshop:TransmissionReference",
            Some(&record.reference),
        ))
        .children(single(
            "xmpRights:UsageTerms",
            rights.or(record.rights.as_deref()),
        ))
        .children(plain("Iptc4xmpCore:Location", photo.place.as_deref()))
        .children(alternatives(
            "Iptc4xmpCore:AltTextAccessibility",
            texts(photo, TextKind::Alt),
        ))
        .children(alternatives(
            "Iptc4xmpExt:Event",
            event
                .map(|event| (language, event.name.as_str()))
                .into_iter(),
        ))
        .children(array(
            "Iptc4xmpExt:PersonInImage",
            "rdf:Bag",
            names(&people).into_iter(),
        ))
        .children(array(
            "Iptc4xmpExt:OrganisationInImageName",
            "rdf:Bag",
            names(&organisations).into_iter(),
        ))
        .children(
            photo
                .place
                .as_deref()
                .map(|place| location(language, place)),
        )
        .children(plain(
            "Iptc4xmpExt:DigitalSourceType",
            source_type.as_deref(),
        ))
        .children(plain(
            "Iptc4xmpExt:DigImageGUID",
            Some(&format!("urn:uuid:{}", photo.id)),
        ))
        .children(regions(placed, photo));
    Element::new("x:xmpmeta")
        .with("xmlns:x", "adobe:ns:meta/")
        .child(
            Element::new("rdf:RDF")
                .with("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
                .child(description),
        )
        .document()
}

/// A text in several languages (`rdf:Alt`); the first is also the default.
fn alternatives<'a>(
    name: &'static str,
    texts: impl Iterator<Item = (&'a str, &'a str)>,
) -> Option<Element> {
    let mut alternatives = Element::new("rdf:Alt");
    for (at, (language, text)) in texts.enumerate() {
        if at == 0 {
            alternatives =
                alternatives.child(Element::of("rdf:li", text).with("xml:lang", "x-default"));
        }
        if language != "und" {
            alternatives =
                alternatives.child(Element::of("rdf:li", text).with("xml:lang", language));
        }
    }
    alternatives
        .or_none()
        .map(|alternatives| Element::new(name).child(alternatives))
}

fn array(
    name: &'static str,
    kind: &'static str,
    texts: impl Iterator<Item = String>,
) -> Option<Element> {
    Element::new(kind)
        .children(texts.map(|text| Element::of("rdf:li", text)))
        .or_none()
        .map(|array| Element::new(name).child(array))
}

fn resource(element: Element) -> Element {
    element.with("rdf:parseType", "Resource")
}

fn location(language: &str, place: &str) -> Element {
    let name = alternatives(
        "Iptc4xmpExt:LocationName",
        std::iter::once((language, place)),
    );
    Element::new("Iptc4xmpExt:LocationCreated")
        .child(Element::new("rdf:Bag").child(resource(Element::new("rdf:li")).children(name)))
}

/// Who is seen where (IPTC Image Region): rectangles, as parts of the width and height.
fn regions(placed: &Placed<'_>, photo: &PhotoRecord) -> Option<Element> {
    let number = |value: f64| format!("{value}");
    let region = |region: &RegionRecord| {
        let party = placed.party(&region.party)?;
        let boundary = resource(Element::new("Iptc4xmpExt:RegionBoundary"))
            .child(Element::of("Iptc4xmpExt:rbShape", "rectangle"))
            .child(Element::of("Iptc4xmpExt:rbUnit", "relative"))
            .child(Element::of("Iptc4xmpExt:rbX", number(region.x)))
            .child(Element::of("Iptc4xmpExt:rbY", number(region.y)))
            .child(Element::of("Iptc4xmpExt:rbW", number(region.w)))
            .child(Element::of("Iptc4xmpExt:rbH", number(region.h)));
        let seen = match party.kind {
            PartyKind::Person => "Iptc4xmpExt:PersonInImage",
            PartyKind::Organisation => "Iptc4xmpExt:OrganisationInImageName",
        };
        Some(
            resource(Element::new("rdf:li"))
                .child(boundary)
                .child(Element::of("Iptc4xmpExt:rId", &region.id))
                .children(alternatives(
                    "Iptc4xmpExt:Name",
                    std::iter::once((placed.language(), party.name.as_str())),
                ))
                .children(array(seen, "rdf:Bag", std::iter::once(party.name.clone()))),
        )
    };
    Element::new("rdf:Bag")
        .children(photo.regions.iter().filter_map(region))
        .or_none()
        .map(|regions| Element::new("Iptc4xmpExt:ImageRegion").child(regions))
}
