//! Regions of a photo, measured anew on a copy of it: upright, in another size, perhaps with something beneath.

use super::copied_picture::CopiedPicture;
use super::regions::{Change, MICROSOFT, MWG, change_faces, read_region, write_boundary};
use crate::metadata::limits::LIST_MOST;
use crate::metadata::packet::{Kind, Packet, Property, Value};
use crate::metadata::shape::{Picture, Point, Shape};
use crate::metadata::vocabularies::{AREA, DIMENSIONS, IPTC_EXT, MP_REGION, MWG_REGIONS};

/// Writes each region where it lies in the copy. One of which nobody knows where it lies is left out.
pub(super) fn remeasure_regions(packet: &mut Packet, before: Picture, copy: CopiedPicture) {
    let after = Picture {
        stored: Some((copy.width, copy.height)),
        orientation: 1,
    };
    let share = f64::from(copy.photo_height) / f64::from(copy.height.max(1));
    if let Some(regions) = packet.take(IPTC_EXT, "ImageRegion") {
        let mut regions = regions.into_items();
        regions.truncate(LIST_MOST);
        regions.retain_mut(|region| {
            let shape = read_region(region, before).and_then(|region| region.shape);
            let boundary = shape.and_then(|shape| write_boundary(&squeeze(shape, share), after));
            let is_anywhere = region.field(IPTC_EXT, "RegionBoundary").is_some();
            match boundary {
                Some(boundary) => region.set_field(IPTC_EXT, "RegionBoundary", boundary),
                None => return !is_anywhere,
            }
            true
        });
        if !regions.is_empty() {
            packet.set(IPTC_EXT, "ImageRegion", Value::array(Kind::Bag, regions));
        }
    }
    change_faces(packet, &MWG, before, |region, came| {
        let shape = came.and_then(|came| came.shape);
        let area = shape.and_then(|shape| write_area(&squeeze(shape, share), copy));
        let Some(area) = area else {
            return Change::LeftOut;
        };
        region.set_field(MWG_REGIONS, "Area", area);
        Change::Changed
    });
    change_faces(packet, &MICROSOFT, before, |region, came| {
        let shape = came.and_then(|came| came.shape);
        let rectangle = shape.map(|shape| squeeze(shape, share));
        match rectangle.as_ref().and_then(write_rectangle) {
            Some(rectangle) => region.set_field(MP_REGION, "Rectangle", rectangle),
            // Without a place it still names a person.
            None => region.take_field(MP_REGION, "Rectangle"),
        }
        Change::Changed
    });
    state_dimensions(packet, copy);
}

/// The shape where only so much of the height is the photo.
fn squeeze(shape: Shape, share: f64) -> Shape {
    match shape {
        Shape::Rectangle {
            x,
            y,
            width,
            height,
        } => Shape::Rectangle {
            x,
            y: y * share,
            width,
            height: height * share,
        },
        Shape::Circle {
            x,
            y,
            radius_x,
            radius_y,
        } => Shape::Circle {
            x,
            y: y * share,
            radius_x,
            radius_y: radius_y * share,
        },
        Shape::Polygon { vertices } => Shape::Polygon {
            vertices: vertices
                .into_iter()
                .map(|point| squeeze_point(point, share))
                .collect(),
        },
        Shape::Point(point) => Shape::Point(squeeze_point(point, share)),
    }
}

fn squeeze_point(Point { x, y }: Point, share: f64) -> Point {
    Point { x, y: y * share }
}

/// MWG 2.0, 5.9: the centre and the size as fractions; a diameter is one of the shorter side.
fn write_area(shape: &Shape, copy: CopiedPicture) -> Option<Value> {
    let lengths = match shape {
        Shape::Rectangle {
            x,
            y,
            width,
            height,
        } => vec![
            ("x", x + width / 2.0),
            ("y", y + height / 2.0),
            ("w", *width),
            ("h", *height),
        ],
        Shape::Circle { x, y, radius_x, .. } => {
            let shorter = f64::from(copy.width.min(copy.height).max(1));
            let diameter = radius_x * 2.0 * f64::from(copy.width) / shorter;
            vec![("x", *x), ("y", *y), ("d", diameter)]
        }
        Shape::Point(Point { x, y }) => vec![("x", *x), ("y", *y)],
        Shape::Polygon { .. } => return None,
    };
    let mut fields: Vec<Property> = lengths
        .into_iter()
        .map(|(name, length)| Property::new(AREA, name, Value::text(length.to_string())))
        .collect();
    fields.push(Property::new(AREA, "unit", Value::text("normalized")));
    Some(Value::structure(fields))
}

/// Microsoft, People Tagging: left, top, width and height as fractions.
fn write_rectangle(shape: &Shape) -> Option<Value> {
    let Shape::Rectangle {
        x,
        y,
        width,
        height,
    } = shape
    else {
        return None;
    };
    Some(Value::text(format!("{x}, {y}, {width}, {height}")))
}

/// The size of the picture that the regions of the Metadata Working Group are measured on.
fn state_dimensions(packet: &mut Packet, copy: CopiedPicture) {
    let Some(mut info) = packet.take(MWG.info.0, MWG.info.1) else {
        return;
    };
    let sides = [
        ("w", copy.width.to_string()),
        ("h", copy.height.to_string()),
        ("unit", "pixel".to_owned()),
    ];
    let fields = sides.map(|(name, value)| Property::new(DIMENSIONS, name, Value::text(value)));
    let size = Value::structure(fields.to_vec());
    info.set_field(MWG_REGIONS, "AppliedToDimensions", size);
    packet.set(MWG.info.0, MWG.info.1, info);
}
