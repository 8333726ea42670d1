//! Image regions of an archive, beside those that came (IPTC Photo Metadata 2025.1, Image Region).
//!
//! The standard measures a region on «the image» and does not say whether it is turned upright before. What is written
//! here lies in the picture as it is stored, before Exif's orientation: so do the regions of the Metadata Working Group
//! (MWG 2.0, 5.9), which most programs read, and programs that know those of the IPTC (Photini) take them so. The turn
//! stands beside them as tiff:Orientation.

use super::people::write_names;
use super::texts::join_languages;
use crate::metadata::languages::InLanguages;
use crate::metadata::limits::LIST_MOST;
use crate::metadata::packet::{Content, Kind, Packet, Property, Value};
use crate::metadata::regions::{Region, RegionScheme};
use crate::metadata::shape::{Picture, Point, Shape};
use crate::metadata::values::Entity;
use crate::metadata::vocabularies::{
    DC, DIMENSIONS, IPTC_EXT, MP, MP_REGION, MP_REGION_INFO, MWG_REGIONS, XMP,
};
use crate::metadata::words::{are_same_words, clean_words};
use crate::metadata::xmp::{read_packet, read_regions};

/// Adds regions. One that came with the same identifier, or lies at the same place, is the same, and what the archive says
/// of it stands; what was said of that face in the two other schemes then names the same person.
pub(super) fn lay_regions(
    packet: &mut Packet,
    known: &[Region],
    picture: Picture,
    default_language: Option<&str>,
) {
    if known.is_empty() {
        return;
    }
    let came = packet.get(IPTC_EXT, "ImageRegion").cloned();
    let mut regions = came.map(Value::into_items).unwrap_or_default();
    let mut places: Vec<Option<Region>> = regions
        .iter()
        .take(LIST_MOST)
        .map(|region| read_region(region, picture))
        .collect();
    for region in known.iter().take(LIST_MOST) {
        let is_same = |place: &Option<Region>| {
            place.as_ref().is_some_and(|place| {
                (region.id.is_some() && place.id == region.id) || place.is_same_place(region)
            })
        };
        let at = places.iter().position(is_same);
        if let Some(place) = at.and_then(|at| places.get_mut(at)) {
            // Two of the archive's are never one.
            *place = None;
        }
        if let Some(came) = at.and_then(|at| regions.get_mut(at)) {
            lay_region(came, region, picture, default_language);
        } else {
            let mut new = Value::structure(Vec::new());
            lay_region(&mut new, region, picture, default_language);
            if !new.is_empty() {
                regions.push(new);
            }
        }
    }
    if !regions.is_empty() {
        packet.set(IPTC_EXT, "ImageRegion", Value::array(Kind::Bag, regions));
    }
    rename_faces(packet, &MWG, known, picture);
    rename_faces(packet, &MICROSOFT, known, picture);
}

/// One of the two schemes beside that of the IPTC: where its regions stand, and the name of whom one shows.
pub(super) struct Faces {
    pub(super) info: (&'static str, &'static str),
    pub(super) list: (&'static str, &'static str),
    person: (&'static str, &'static str),
}

pub(super) const MWG: Faces = Faces {
    info: (MWG_REGIONS, "Regions"),
    list: (MWG_REGIONS, "RegionList"),
    person: (MWG_REGIONS, "Name"),
};
pub(super) const MICROSOFT: Faces = Faces {
    info: (MP, "RegionInfo"),
    list: (MP_REGION_INFO, "Regions"),
    person: (MP_REGION, "PersonDisplayName"),
};

/// The only region of a packet.
fn read_one(packet: &Packet, picture: Picture) -> Option<Region> {
    let (properties, _) = read_packet(&packet.write());
    read_regions(&properties, picture).0.into_iter().next()
}

/// A region of the IPTC's scheme.
pub(super) fn read_region(region: &Value, picture: Picture) -> Option<Region> {
    let mut alone = Packet::default();
    let region = Value::array(Kind::Bag, vec![region.clone()]);
    alone.set(IPTC_EXT, "ImageRegion", region);
    read_one(&alone, picture)
}

/// Writes the archive's name of a person where a region of another scheme lies at the same place.
fn rename_faces(packet: &mut Packet, faces: &Faces, known: &[Region], picture: Picture) {
    change_faces(packet, faces, picture, |item, came| {
        let is_there =
            |region: &&Region| came.as_ref().is_some_and(|came| came.is_same_place(region));
        let named = known.iter().find(is_there).and_then(|region| {
            let name = region.name.as_ref().map(InLanguages::default_text);
            clean_words(region.persons.first().map(String::as_str).or(name)?)
        });
        match named {
            Some(named) if matches!(item.content, Content::Structure(_)) => {
                item.set_field(faces.person.0, faces.person.1, Value::text(named));
                Change::Changed
            }
            _ => Change::None,
        }
    });
}

/// What was done to a region.
pub(super) enum Change {
    /// It stays as it came.
    None,
    /// It is another now.
    Changed,
    /// It is to be left out.
    LeftOut,
}

/// Gives each region of a scheme to `change`, with what is read of it.
pub(super) fn change_faces(
    packet: &mut Packet,
    faces: &Faces,
    picture: Picture,
    mut change: impl FnMut(&mut Value, Option<Region>) -> Change,
) {
    let ((vocabulary, name), list) = (faces.info, faces.list);
    let Some(mut info) = packet.get(vocabulary, name).cloned() else {
        return;
    };
    let items = info.field(list.0, list.1).cloned();
    let mut items = items.map(Value::into_items).unwrap_or_default();
    // All that says where in the picture one of them lies.
    let mut frame = Value::structure(Vec::new());
    if let Some(size) = info.field(MWG_REGIONS, "AppliedToDimensions") {
        let mut measured = Value::structure(Vec::new());
        for side in ["w", "h"] {
            if let Some(pixels) = size.field(DIMENSIONS, side).and_then(Value::as_text) {
                measured.set_field(DIMENSIONS, side, Value::text(pixels));
            }
        }
        frame.set_field(MWG_REGIONS, "AppliedToDimensions", measured);
    }
    let mut is_changed = false;
    let mut at = 0;
    items.retain_mut(|item| {
        at += 1;
        if at > LIST_MOST {
            return true;
        }
        let mut of_one = frame.clone();
        let only = Value::array(Kind::Bag, vec![item.clone()]);
        of_one.set_field(list.0, list.1, only);
        let mut alone = Packet::default();
        alone.set(vocabulary, name, of_one);
        let change = change(item, read_one(&alone, picture));
        is_changed |= !matches!(change, Change::None);
        !matches!(change, Change::LeftOut)
    });
    if is_changed && items.is_empty() {
        packet.take(vocabulary, name);
    } else if is_changed {
        info.set_field(list.0, list.1, Value::array(Kind::Bag, items));
        packet.set(vocabulary, name, info);
    }
}

fn lay_region(one: &mut Value, region: &Region, picture: Picture, default_language: Option<&str>) {
    let boundary = region.shape.as_ref();
    if let Some(boundary) = boundary.and_then(|shape| write_boundary(shape, picture)) {
        one.set_field(IPTC_EXT, "RegionBoundary", boundary);
    }
    if let Some(id) = region.id.as_deref().and_then(clean_words) {
        one.set_field(IPTC_EXT, "rId", Value::text(id));
    }
    let languages = |came: Option<&Value>, texts: &Option<InLanguages>| {
        join_languages(came, texts.as_ref()?, default_language)
    };
    if let Some(name) = languages(one.field(IPTC_EXT, "Name"), &region.name) {
        one.set_field(IPTC_EXT, "Name", name);
    }
    let description = region.description.clone().map(InLanguages::of_default);
    if let Some(description) = languages(one.field(DC, "description"), &description) {
        one.set_field(DC, "description", description);
    }
    if let Some(names) = write_names(&region.organisations) {
        one.set_field(IPTC_EXT, "OrganisationInImageName", names);
    }
    if let Some(names) = write_names(&region.persons) {
        let details = one.field(IPTC_EXT, "PersonInImageWDetails").cloned();
        if let Some(details) = details {
            let mut details = details.into_items();
            details.retain(|person| is_named(person, &region.persons));
            let details = Value::array(Kind::Bag, details);
            one.set_field(IPTC_EXT, "PersonInImageWDetails", details);
        }
        one.set_field(IPTC_EXT, "PersonInImage", names);
    }
    // Kinds of other schemes are words of theirs.
    if region.scheme == RegionScheme::Iptc {
        for (entities, name) in [(&region.kinds, "rCtype"), (&region.roles, "rRole")] {
            if let Some(entities) = write_entities(entities, default_language) {
                one.set_field(IPTC_EXT, name, entities);
            }
        }
    }
}

fn is_named(person: &Value, names: &[String]) -> bool {
    let came = person.field(IPTC_EXT, "PersonName");
    let came = came.map(Value::as_texts).unwrap_or_default();
    came.iter()
        .any(|name| names.iter().any(|known| are_same_words(known, name)))
}

/// Kinds or roles of a region (structure Entity).
fn write_entities(entities: &[Entity], default_language: Option<&str>) -> Option<Value> {
    let write = |entity: &Entity| {
        let name = entity.name.as_ref();
        let name = name.and_then(|name| join_languages(None, name, default_language));
        let name = name.map(|name| Property::new(IPTC_EXT, "Name", name));
        let ids = write_names(&entity.ids).map(|ids| Property::new(XMP, "Identifier", ids));
        Value::structure(name.into_iter().chain(ids).collect())
    };
    let entities: Vec<Value> = entities.iter().take(LIST_MOST).map(write).collect();
    let is_said = |entity: &Value| !entity.is_empty();
    let entities: Vec<Value> = entities.into_iter().filter(is_said).collect();
    (!entities.is_empty()).then(|| Value::array(Kind::Bag, entities))
}

/// A boundary in fractions of the stored picture; of a circle the radius is one of its width.
pub(super) fn write_boundary(shape: &Shape, picture: Picture) -> Option<Value> {
    let number = |name, number: f64| Property::new(IPTC_EXT, name, Value::text(number.to_string()));
    let corner =
        |Point { x, y }: &Point| Value::structure(vec![number("rbX", *x), number("rbY", *y)]);
    let (kind, mut lengths) = match picture.turn_back(shape)? {
        Shape::Rectangle {
            x,
            y,
            width,
            height,
        } => {
            let lengths = [("rbX", x), ("rbY", y), ("rbW", width), ("rbH", height)];
            let lengths = lengths.map(|(name, length)| number(name, length));
            ("rectangle", lengths.to_vec())
        }
        Shape::Circle { x, y, radius_x, .. } => {
            let lengths = [("rbX", x), ("rbY", y), ("rbRx", radius_x)];
            let lengths = lengths.map(|(name, length)| number(name, length));
            ("circle", lengths.to_vec())
        }
        Shape::Polygon { vertices } => {
            let corners = vertices.iter().take(LIST_MOST).map(corner).collect();
            let corners = Value::array(Kind::Seq, corners);
            let corners = Property::new(IPTC_EXT, "rbVertices", corners);
            ("polygon", vec![corners])
        }
        // A polygon of one corner is a point (IPTC Photo Metadata 2025.1, Boundary Shape).
        Shape::Point(point) => {
            let corner = Value::array(Kind::Seq, vec![corner(&point)]);
            let corner = Property::new(IPTC_EXT, "rbVertices", corner);
            ("polygon", vec![corner])
        }
    };
    let text = |name, text: &str| Property::new(IPTC_EXT, name, Value::text(text));
    let mut fields = vec![text("rbShape", kind), text("rbUnit", "relative")];
    fields.append(&mut lengths);
    Some(Value::structure(fields))
}
