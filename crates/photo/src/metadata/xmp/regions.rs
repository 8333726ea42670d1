//! Regions from XMP, in the three ways in which they are written down.

use super::namespaces::Namespace::{
    Area, Dc, Dimensions, IptcExt, Mp, MpRegion, MpRegionInfo, MwgRegions,
};
use super::structures::read_entity;
use super::tree::Properties;
use crate::metadata::languages::InLanguages;
use crate::metadata::limits::LIST_MOST;
use crate::metadata::position::read_number;
use crate::metadata::regions::{Region, RegionScheme};
use crate::metadata::shape::{Picture, Shape};
use crate::metadata::values::Entity;

/// All regions of a packet, and whether each has the shape that is written down for it.
pub(crate) fn read_regions(from: &Properties, picture: Picture) -> (Vec<Region>, bool) {
    let mut regions = read_iptc(from, picture);
    let of_mwg = read_mwg(from, picture);
    let mut is_whole = regions
        .iter()
        .chain(&of_mwg)
        .all(|region| region.shape.is_some());
    let of_iptc = regions.len();
    for region in of_mwg {
        let mut known = regions.iter().take(of_iptc);
        if !known.any(|known| known.is_same_face(&region)) {
            regions.push(region);
        }
    }
    for (region, has_rectangle) in read_microsoft(from, picture) {
        // Microsoft's tags also name persons of whom it is not said where they are.
        is_whole &= region.shape.is_some() || !has_rectangle;
        if !regions.iter().any(|known| known.is_same_face(&region)) {
            regions.push(region);
        }
    }
    regions.truncate(LIST_MOST);
    (regions, is_whole)
}

/// IPTC Photo Metadata 2025.1, Image Region and its boundary.
fn read_iptc(from: &Properties, picture: Picture) -> Vec<Region> {
    let read = |one: &Properties| {
        let mut region = Region::new(RegionScheme::Iptc);
        region.id = one.text(IptcExt, "rId");
        region.name = one.languages(IptcExt, "Name");
        region.persons = one.texts(IptcExt, "PersonInImage").unwrap_or_default();
        for person in one.structures(IptcExt, "PersonInImageWDetails") {
            let name = person.text(IptcExt, "PersonName");
            region
                .persons
                .extend(name.filter(|name| !region.persons.contains(name)));
        }
        region.organisations = one
            .texts(IptcExt, "OrganisationInImageName")
            .unwrap_or_default();
        region.kinds = one
            .structures(IptcExt, "rCtype")
            .into_iter()
            .map(read_entity)
            .collect();
        region.roles = one
            .structures(IptcExt, "rRole")
            .into_iter()
            .map(read_entity)
            .collect();
        region.description = one.text(Dc, "description");
        let boundary = one.structure(IptcExt, "RegionBoundary");
        region.shape = boundary.and_then(|boundary| read_boundary(boundary, picture));
        region
    };
    from.structures(IptcExt, "ImageRegion")
        .into_iter()
        .map(read)
        .collect()
}

/// Lengths are fractions of the stored picture (`relative`), or its pixels (`pixel`); a radius is one of its width.
fn read_boundary(boundary: &Properties, picture: Picture) -> Option<Shape> {
    let (width, height) = match boundary.text(IptcExt, "rbUnit")?.as_str() {
        "relative" => (1.0, 1.0),
        "pixel" => picture
            .stored
            .map(|(width, height)| (f64::from(width), f64::from(height)))?,
        _ => return None,
    };
    let number =
        |from: &Properties, name| from.text(IptcExt, name).and_then(|text| read_number(&text));
    let across = |from: &Properties, name| Some(number(from, name)? / width);
    let down = |from: &Properties, name| Some(number(from, name)? / height);
    let (x, y) = (across(boundary, "rbX"), down(boundary, "rbY"));
    match boundary
        .text(IptcExt, "rbShape")?
        .to_ascii_lowercase()
        .as_str()
    {
        "rectangle" => picture.rectangle(x?, y?, across(boundary, "rbW")?, down(boundary, "rbH")?),
        "circle" => picture.circle(x?, y?, across(boundary, "rbRx")?),
        "polygon" => {
            let vertices = boundary.structures(IptcExt, "rbVertices").into_iter();
            let vertices: Vec<(f64, f64)> = vertices
                .map(|vertex| Some((across(vertex, "rbX")?, down(vertex, "rbY")?)))
                .collect::<Option<_>>()?;
            match vertices.as_slice() {
                [(x, y)] => picture.point(*x, *y),
                vertices => picture.polygon(vertices),
            }
        }
        _ => None,
    }
}

/// MWG 2.0, 5.9: centres and sizes, as fractions of the stored picture or as pixels of the one that they were measured
/// on.
fn read_mwg(from: &Properties, picture: Picture) -> Vec<Region> {
    let Some(info) = from.structure(MwgRegions, "Regions") else {
        return Vec::new();
    };
    let number = |from: &Properties, namespace, name| {
        from.text(namespace, name)
            .and_then(|text| read_number(&text))
    };
    let applied = info
        .structure(MwgRegions, "AppliedToDimensions")
        .and_then(|size| {
            let (width, height) = (
                number(size, Dimensions, "w")?,
                number(size, Dimensions, "h")?,
            );
            (width > 0.0 && height > 0.0).then_some((width, height))
        });
    let measured = picture.as_measured_on(applied);
    let read = |one: &Properties| {
        let mut region = Region::new(RegionScheme::Mwg);
        let kind = one.text(MwgRegions, "Type");
        let name = one.text(MwgRegions, "Name");
        if kind.as_deref() == Some("Face") {
            region.persons.extend(name.clone());
        }
        region.name = name.map(InLanguages::of_default);
        region.description = one.text(MwgRegions, "Description");
        region.kinds = kind
            .map(|kind| Entity {
                name: Some(InLanguages::of_default(kind)),
                ids: Vec::new(),
            })
            .into_iter()
            .collect();
        let area = one.structure(MwgRegions, "Area");
        region.shape = area.zip(measured).and_then(|(area, picture)| {
            let (width, height) = match area.text(Area, "unit").as_deref() {
                None | Some("normalized") => (1.0, 1.0),
                Some("pixel") => applied?,
                Some(_) => return None,
            };
            let across = |name| number(area, Area, name).map(|number| number / width);
            let down = |name| number(area, Area, name).map(|number| number / height);
            let (x, y) = (across("x")?, down("y")?);
            match (across("w"), down("h"), number(area, Area, "d")) {
                (Some(width), Some(height), _) => {
                    picture.rectangle(x - width / 2.0, y - height / 2.0, width, height)
                }
                (_, _, Some(diameter)) => {
                    // As a fraction, a diameter is one of the shorter side.
                    let (stored_width, stored_height) = picture.stored?;
                    let side = f64::from(stored_width.min(stored_height)) / f64::from(stored_width);
                    let of_width = if width == 1.0 {
                        diameter * side
                    } else {
                        diameter / width
                    };
                    picture.circle(x, y, of_width / 2.0)
                }
                _ => picture.point(x, y),
            }
        });
        region
    };
    info.structures(MwgRegions, "RegionList")
        .into_iter()
        .map(read)
        .collect()
}

/// Microsoft's People Tagging: `0.2, 0.225, 0.1, 0.15` are left, top, width and height as fractions. With each region
/// stands whether it has a rectangle, be it one that can be read or not.
fn read_microsoft(from: &Properties, picture: Picture) -> Vec<(Region, bool)> {
    let Some(info) = from.structure(Mp, "RegionInfo") else {
        return Vec::new();
    };
    let read = |one: &Properties| {
        let mut region = Region::new(RegionScheme::Microsoft);
        let name = one.text(MpRegion, "PersonDisplayName");
        region.persons.extend(name.clone());
        region.name = name.map(InLanguages::of_default);
        let rectangle = one.text(MpRegion, "Rectangle");
        let numbers: Option<Vec<f64>> = rectangle
            .as_deref()
            .and_then(|rectangle| rectangle.split(',').map(read_number).collect());
        if let Some([x, y, width, height]) = numbers.as_deref() {
            region.shape = picture.rectangle(*x, *y, *width, *height);
        }
        (region, rectangle.is_some())
    };
    let regions = info.structures(MpRegionInfo, "Regions").into_iter();
    regions.map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::super::parse::read_packet;
    use super::*;
    use crate::fixtures::xmp;

    const PICTURE: Picture = Picture {
        stored: Some((1200, 800)),
        orientation: 1,
    };

    fn mwg(applied: (u32, u32), area: &str) -> String {
        let (width, height) = applied;
        xmp(&format!(
            "<mwg-rs:Regions rdf:parseType='Resource'>
             <mwg-rs:AppliedToDimensions stDim:w='{width}' stDim:h='{height}' stDim:unit='pixel'/>
             <mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description mwg-rs:Name='Бейбіт' mwg-rs:Type='Face'>
             <mwg-rs:Area {area}/></rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
        ))
    }

    fn shape(packet: &str, picture: Picture) -> Option<Shape> {
        let (regions, is_whole) = read_regions(&read_packet(packet.as_bytes()).0, picture);
        let [region] = &regions[..] else {
            panic!("{regions:?}");
        };
        assert_eq!(region.persons, ["Бейбіт"]);
        assert_eq!(is_whole, region.shape.is_some());
        region.shape.clone()
    }

    fn rectangle(shape: &Option<Shape>) -> [i64; 4] {
        let Some(Shape::Rectangle {
            x,
            y,
            width,
            height,
        }) = shape
        else {
            panic!("{shape:?}");
        };
        #[expect(clippy::cast_possible_truncation, reason = "thousandths of a picture")]
        [x, y, width, height].map(|number| (number * 1000.0).round() as i64)
    }

    #[test]
    fn faces_of_mwg_in_every_way() {
        let normalized = "stArea:x='0.25' stArea:y='0.3' stArea:w='0.1' stArea:h='0.15' stArea:unit='normalized'";
        let is = |applied, area: &str, picture, wanted| {
            assert_eq!(rectangle(&shape(&mwg(applied, area), picture)), wanted);
        };
        is((1200, 800), normalized, PICTURE, [200, 225, 100, 150]);
        is((600, 400), normalized, PICTURE, [200, 225, 100, 150]);
        let turned = Picture {
            orientation: 6,
            ..PICTURE
        };
        is((1200, 800), normalized, turned, [625, 200, 150, 100]);
        // measured by a program that had turned the picture
        is((800, 1200), normalized, turned, [200, 225, 100, 150]);
        let pixels =
            "stArea:x='150' stArea:y='120' stArea:w='60' stArea:h='60' stArea:unit='pixel'";
        is((600, 400), pixels, PICTURE, [200, 225, 100, 150]);
        // cropped since, and of a unit that is none
        assert_eq!(shape(&mwg((500, 500), normalized), PICTURE), None);
        assert_eq!(
            shape(
                &mwg((1200, 800), "stArea:x='1' stArea:y='1' stArea:unit='inch'"),
                PICTURE
            ),
            None
        );
        let circle = shape(
            &mwg((1200, 800), "stArea:x='0.5' stArea:y='0.5' stArea:d='0.3'"),
            PICTURE,
        );
        assert!(
            matches!(circle, Some(Shape::Circle { radius_x, radius_y, .. }) if (radius_x - 0.1).abs() < 1e-9 && (radius_y - 0.15).abs() < 1e-9)
        );
        assert!(matches!(
            shape(&mwg((1200, 800), "stArea:x='0.5' stArea:y='0.5'"), PICTURE),
            Some(Shape::Point(_))
        ));
    }

    #[test]
    fn people_of_microsoft_and_the_same_face_in_two_ways() {
        let microsoft = "<MP:RegionInfo rdf:parseType='Resource'><MPRI:Regions><rdf:Bag>
            <rdf:li MPReg:PersonDisplayName='Бейбіт' MPReg:Rectangle='0.2, 0.225, 0.1, 0.15'/></rdf:Bag></MPRI:Regions></MP:RegionInfo>";
        assert_eq!(
            rectangle(&shape(&xmp(microsoft), PICTURE)),
            [200, 225, 100, 150]
        );
        let normalized = "stArea:x='0.25' stArea:y='0.3' stArea:w='0.1' stArea:h='0.15' stArea:unit='normalized'";
        let both = mwg((1200, 800), normalized)
            .replace("<mwg-rs:Regions ", &format!("{microsoft}<mwg-rs:Regions "));
        let (regions, _) = read_regions(&read_packet(both.as_bytes()).0, PICTURE);
        assert_eq!(regions.len(), 1);
        assert_eq!(regions[0].scheme, RegionScheme::Mwg);
    }

    #[test]
    fn boundaries_of_iptc_in_pixels() {
        let boundary = |inside: &str| {
            xmp(&format!(
                "<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li rdf:parseType='Resource'>
                 <Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Бейбіт</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
                 <Iptc4xmpExt:RegionBoundary rdf:parseType='Resource'>{inside}</Iptc4xmpExt:RegionBoundary>
                 </rdf:li></rdf:Bag></Iptc4xmpExt:ImageRegion>"
            ))
        };
        let rectangular = "<Iptc4xmpExt:rbShape>rectangle</Iptc4xmpExt:rbShape><Iptc4xmpExt:rbUnit>pixel</Iptc4xmpExt:rbUnit>
            <Iptc4xmpExt:rbX>240</Iptc4xmpExt:rbX><Iptc4xmpExt:rbY>180</Iptc4xmpExt:rbY>
            <Iptc4xmpExt:rbW>120</Iptc4xmpExt:rbW><Iptc4xmpExt:rbH>120</Iptc4xmpExt:rbH>";
        assert_eq!(
            rectangle(&shape(&boundary(rectangular), PICTURE)),
            [200, 225, 100, 150]
        );
        assert_eq!(
            shape(&boundary(&rectangular.replace("pixel", "mile")), PICTURE),
            None
        );
    }
}
