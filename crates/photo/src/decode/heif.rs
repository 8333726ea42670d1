//! HEIF (ISO/IEC 23008-12) with pictures of HEVC (HEIC) or AV1 (AVIF), also of tiles and with transparency.

use super::av1;
use super::planes::{self, Matrix};
use crate::bounds::{Obstacle, Watch, check_size};
use crate::raster::{Colour, Raster};
use crate::structure::boxes::{boxes, child};
use heic_rs::context::Context;
use heic_rs::ftyp::FileType;
use heic_rs::hevc::{self, Frame};
use heic_rs::meta::iloc::{Construction, ItemLocation};
use heic_rs::meta::iref::RefKind;
use heic_rs::props::ItemProps;
use heic_rs::props::simple::AuxKind;
use heic_rs::transform;
use heic_rs::{Brand, Image, PixelLayout, Transform, grid};
use image::DynamicImage;
use image::metadata::Orientation;

/// Bytes a pixel while tiles are put together: two planes of 16 bits and their chroma, and RGB.
const BYTES_EACH: u64 = 9;
/// Most pixels of one picture of HEVC or AV1 that is not in tiles, so that it is decoded in some seconds.
const PIXELS_MOST: u64 = 100_000_000;

/// Longest list of items, of their places, references or properties, in bytes. With tiles of 512 pixels, as phones write
/// them, a picture of the most pixels that are decoded has lists of some 40 KB. The library goes over them again for
/// each of their entries.
const LIST_MOST: usize = 128 << 10;
/// Most items whose properties are listed.
const ITEMS_MOST: u32 = 8192;

/// Width and height before it is turned, how it is to be turned, as an Exif orientation, and what stands in the way of
/// decoding; as far as the boxes show.
pub(crate) fn header(bytes: &[u8]) -> (Option<(u32, u32)>, u8, Option<Obstacle>) {
    let read = open(bytes).and_then(|context| {
        let props = context.props(context.meta.primary);
        let props = props.map_err(|_| Obstacle::Damaged)?;
        let size = context.coded_size(context.meta.primary, &props);
        Ok((size.map_err(|_| Obstacle::Damaged)?, props, context))
    });
    let (coded, props, context) = match read {
        Ok(read) => read,
        Err(obstacle) => return (largest_size(bytes), 1, Some(obstacle)),
    };
    let cut = cuts(&props.transforms, coded).last();
    let size = cut.map_or(coded, |(_, _, width, height)| (width, height));
    let turn = turn_of(&props.transforms);
    let checked = check_item(&context, context.meta.primary, &props, Watch::begin(None));
    (Some(size), turn.to_exif(), checked.err())
}

/// The size that is stated first of all that are largest: of a file whose boxes the library does not read. Thumbnails and
/// tiles have sizes of their own, the picture is the largest.
fn largest_size(bytes: &[u8]) -> Option<(u32, u32)> {
    // a full box: version and flags come before its children
    let properties = child(child(bytes, b"meta")?.get(4..)?, b"iprp")?;
    let sizes = boxes(child(properties, b"ipco")?).filter_map(|part| {
        let sides = part.content.get(4..12).filter(|_| part.kind == b"ispe")?;
        let (width, height) = sides.split_first_chunk()?;
        let height = height.first_chunk()?;
        Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
    });
    sizes.max_by_key(|(width, height)| u64::from(*width) * u64::from(*height))
}

/// Whether something that an item consists of lies beyond the end.
pub(crate) fn breaks_off(bytes: &[u8]) -> bool {
    let Ok(context) = open(bytes) else {
        return false;
    };
    let in_file = context.meta.locations.iter();
    let mut in_file = in_file.filter(|place| place.construction == Construction::File);
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    in_file.any(|place| ends(place).any(|end| end > length))
}

/// Where the pieces of an item end.
fn ends(place: &ItemLocation) -> impl Iterator<Item = u64> {
    place.extents.iter().map(|extent| {
        let start = place.base_offset.saturating_add(extent.offset);
        start.saturating_add(extent.length)
    })
}

/// Decodes the primary picture, and turns it as its own boxes say.
///
/// # Errors
/// [`Obstacle`].
pub(crate) fn decode(bytes: &[u8], watch: Watch<'_>) -> Result<Raster, Obstacle> {
    let context = open(bytes)?;
    let primary = context.meta.primary;
    let props = context.props(primary).map_err(|_| Obstacle::Damaged)?;
    check_item(&context, primary, &props, watch)?;
    let (frame, of_stream) = decode_item(&context, primary, watch)?;
    // A picture whose transparency is damaged is drawn without.
    let alpha = find_alpha(&context, primary, watch)?
        .and_then(|item| decode_item(&context, item, watch).ok());
    watch.check()?;
    let (stream_matrix, stream_colour) = of_stream.unwrap_or((Matrix::default(), Colour::Srgb));
    let matrix = props.nclx.map_or(stream_matrix, |nclx| Matrix {
        coefficients: nclx.matrix_code,
        is_full: nclx.range == heic_rs::Range::Full,
    });
    let colour = match (props.icc, props.nclx) {
        (Some(profile), _) => Colour::Profile(profile.to_vec()),
        (None, Some(nclx)) => {
            let number = |number: u16| u8::try_from(number).unwrap_or(2);
            Colour::CodePoints(number(nclx.primaries), number(nclx.transfer))
        }
        (None, None) => stream_colour,
    };
    let picture = planes::draw(&frame, alpha.as_ref().map(|(alpha, _)| alpha), matrix)?;
    drop(frame);
    let (picture, orientation) = crop_and_turn(picture, &props.transforms);
    let mut raster = Raster::new(picture, colour);
    raster.orientation = Some(orientation.to_exif());
    Ok(raster)
}

/// The boxes. That they are AVIF's is no reason for us to refuse them, so the brand is not asked.
///
/// # Errors
/// [`Obstacle::TooLarge`] where they would take too long; [`Obstacle::NotDecoded`] where items are made of other items'
/// bytes, which no one writes and which may be copied over and over.
fn open(bytes: &[u8]) -> Result<Context<'_>, Obstacle> {
    check_lists(bytes)?;
    let meta = heic_rs::meta::parse(bytes).map_err(|_| Obstacle::Damaged)?;
    let ftyp = FileType {
        major: Brand::Heic,
        effective: Brand::Heic,
        minor_version: 0,
        compatible_count: 0,
    };
    let is_nested = |place: &ItemLocation| place.construction == Construction::Item;
    if meta.locations.iter().any(is_nested) {
        return Err(Obstacle::NotDecoded);
    }
    Ok(Context {
        file: bytes,
        ftyp,
        meta,
    })
}

/// Refuses lists that are too long, before the library reads them.
fn check_lists(bytes: &[u8]) -> Result<(), Obstacle> {
    let meta = child(bytes, b"meta").and_then(|meta| meta.get(4..));
    let mut lengths = [b"iinf", b"iloc", b"iref", b"ipma"].map(|kind| (kind, 0_usize));
    let (mut listed, mut properties) = (0_u32, 0_usize);
    let lists = boxes(meta.ok_or(Obstacle::Damaged)?).flat_map(|part| {
        let below = if part.kind == b"iprp" {
            part.content
        } else {
            &[]
        };
        std::iter::once(part).chain(boxes(below))
    });
    for list in lists {
        if list.kind == b"ipco" {
            // a profile may be long, so that these are counted
            properties += boxes(list.content).take(LIST_MOST).count();
        } else if let Some((_, length)) = lengths.iter_mut().find(|(kind, _)| *kind == list.kind) {
            *length += list.content.len();
        }
        if list.kind == b"ipma"
            && let Some(count) = list.content.get(4..).and_then(<[u8]>::first_chunk)
        {
            listed = listed.saturating_add(u32::from_be_bytes(*count));
        }
    }
    let is_long = lengths.iter().any(|(_, length)| *length > LIST_MOST);
    if is_long || listed > ITEMS_MOST || properties > LIST_MOST / 8 {
        return Err(Obstacle::TooLarge);
    }
    Ok(())
}

/// The item that says how solid each pixel is.
fn find_alpha(context: &Context<'_>, item: u32, watch: Watch<'_>) -> Result<Option<u32>, Obstacle> {
    for reference in &context.meta.refs {
        watch.check()?;
        if reference.kind != RefKind::Auxl || !reference.to.contains(&item) {
            continue;
        }
        let Ok(props) = context.props(reference.from) else {
            return Ok(None);
        };
        if props
            .auxc
            .is_some_and(|auxiliary| auxiliary.kind == AuxKind::Alpha)
        {
            return Ok(Some(reference.from));
        }
    }
    Ok(None)
}

fn check_item(
    context: &Context<'_>,
    item: u32,
    props: &ItemProps<'_>,
    watch: Watch<'_>,
) -> Result<(), Obstacle> {
    let size = context
        .coded_size(item, props)
        .map_err(|_| Obstacle::Damaged)?;
    check_size(size, BYTES_EACH)?;
    let tiles = match context.grid(item) {
        Ok(Some((_, tiles))) => tiles,
        Ok(None) => vec![item],
        Err(heic_rs::Error::Unsupported(_)) => return Err(Obstacle::NotDecoded),
        Err(_) => return Err(Obstacle::Damaged),
    };
    for tile in tiles {
        watch.check()?;
        match kind(context, tile) {
            Some(b"hvc1" | b"av01") => {}
            Some(_) => return Err(Obstacle::NotDecoded),
            None => return Err(Obstacle::Damaged),
        }
        let place = context.meta.location(tile).ok_or(Obstacle::Damaged)?;
        let within = match place.construction {
            Construction::Idat => context.meta.idat.unwrap_or_default(),
            _ => context.file,
        };
        let length = u64::try_from(within.len()).unwrap_or(u64::MAX);
        if place.extents.is_empty() || ends(place).any(|end| end > length) {
            return Err(Obstacle::Damaged);
        }
    }
    Ok(())
}

fn kind<'a>(context: &'a Context<'_>, item: u32) -> Option<&'a [u8; 4]> {
    context.meta.item(item).map(|item| &item.item_type)
}

type Decoded = (Frame, Option<(Matrix, Colour)>);

/// Decodes one item, or the tiles of which it is made.
fn decode_item(context: &Context<'_>, item: u32, watch: Watch<'_>) -> Result<Decoded, Obstacle> {
    let Some((grid, tiles)) = context.grid(item).map_err(|_| Obstacle::Damaged)? else {
        return decode_coded(context, item);
    };
    check_size((grid.output_width, grid.output_height), BYTES_EACH)?;
    let (mut frames, mut of_stream, mut pixels) = (Vec::new(), None, 0_u64);
    for tile in tiles {
        watch.check()?;
        let (frame, said) = decode_coded(context, tile)?;
        // tiles may be far larger than the picture that is cut out of them
        pixels += u64::from(frame.width) * u64::from(frame.height);
        if pixels > PIXELS_MOST * 3 / 2 {
            return Err(Obstacle::TooLarge);
        }
        of_stream = of_stream.or(said);
        frames.push(frame);
    }
    let whole =
        grid::compose(&grid, &frames, PIXELS_MOST * 3 / 2).map_err(|_| Obstacle::Damaged)?;
    Ok((whole, of_stream))
}

fn decode_coded(context: &Context<'_>, item: u32) -> Result<Decoded, Obstacle> {
    let data = context.item_data(item).map_err(|_| Obstacle::Damaged)?;
    match kind(context, item) {
        Some(b"av01") => {
            let picture = av1::decode(&data, PIXELS_MOST)?;
            Ok((picture.frame, Some((picture.matrix, picture.colour))))
        }
        Some(b"hvc1") => {
            let props = context.props(item).map_err(|_| Obstacle::Damaged)?;
            let set = props.hvcc.as_ref().ok_or(Obstacle::Damaged)?;
            let parameters = set.parameter_sets();
            let info = hevc::probe(&parameters).map_err(|error| from_library(&error))?;
            if u64::from(info.width) * u64::from(info.height) > PIXELS_MOST {
                return Err(Obstacle::TooLarge);
            }
            let units = set.split_nals(&data).map_err(|_| Obstacle::Damaged)?;
            let frame = hevc::decode_still(&parameters, &units);
            Ok((frame.map_err(|error| from_library(&error))?, None))
        }
        _ => Err(Obstacle::NotDecoded),
    }
}

fn from_library(error: &heic_rs::Error) -> Obstacle {
    match error {
        heic_rs::Error::Unsupported(_) => Obstacle::NotDecoded,
        _ => Obstacle::Damaged,
    }
}

/// The picture cut to its clean aperture, and how it is to be turned. A cut stands before the turns in all files seen;
/// where it does not, it is cut as if it did.
fn crop_and_turn(picture: DynamicImage, transforms: &[Transform]) -> (DynamicImage, Orientation) {
    let mut picture = picture;
    let size = (picture.width(), picture.height());
    for (left, top, width, height) in cuts(transforms, size) {
        picture = picture.crop_imm(left, top, width, height);
    }
    (picture, turn_of(transforms))
}

/// What is cut out of a picture of a size, one after the other: left, top, width and height.
fn cuts(transforms: &[Transform], size: (u32, u32)) -> impl Iterator<Item = (u32, u32, u32, u32)> {
    let (mut width, mut height) = size;
    transforms.iter().filter_map(move |step| {
        let Transform::Crop(aperture) = step else {
            return None;
        };
        // one that lies outside of the picture is not cut out
        let cut = transform::crop_rect(width, height, *aperture).ok()?;
        (_, _, width, height) = cut;
        Some(cut)
    })
}

/// How a picture is to be turned upright.
fn turn_of(transforms: &[Transform]) -> Orientation {
    // what the turns do to a picture that is a different one in each of its eight places
    let mut turns = Image {
        data: vec![1, 2, 3, 4, 5, 6],
        width: 3,
        height: 2,
        layout: PixelLayout::Gray8,
    };
    for step in transforms {
        match step {
            Transform::Crop(_) => {}
            Transform::Rotate(rotation) => turns = transform::rotate(turns, *rotation),
            Transform::Mirror(mirror) => turns = transform::mirror(turns, *mirror),
        }
    }
    let orientation = (1..=8)
        .filter_map(Orientation::from_exif)
        .find(|orientation| {
            let plain = image::GrayImage::from_raw(3, 2, vec![1, 2, 3, 4, 5, 6]);
            plain.is_some_and(|plain| {
                let mut turned = DynamicImage::ImageLuma8(plain);
                turned.apply_orientation(*orientation);
                turned.as_bytes() == turns.data && turned.width() == turns.width
            })
        });
    orientation.unwrap_or(Orientation::NoTransforms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::boxed;

    /// A property of a size.
    fn size(width: u32, height: u32) -> Vec<u8> {
        let sides = [&[0; 4][..], &width.to_be_bytes(), &height.to_be_bytes()];
        boxed(b"ispe", &sides.concat())
    }

    /// A file of one picture with these properties.
    fn file(properties: &[Vec<u8>]) -> Vec<u8> {
        let count = u8::try_from(properties.len()).unwrap();
        let places: Vec<u8> = (1..=count).collect();
        let listed = [&[0, 0, 0, 0, 0, 0, 0, 1, 0, 1, count][..], &places].concat();
        let handler = [&[0; 8][..], b"pict", &[0; 13]].concat();
        let item = boxed(b"infe", b"\x02\0\0\0\0\x01\0\0hvc1\0");
        let meta = [
            vec![0; 4],
            boxed(b"hdlr", &handler),
            boxed(b"pitm", b"\0\0\0\0\0\x01"),
            boxed(b"iinf", &[b"\0\0\0\0\0\x01", &item[..]].concat()),
            boxed(
                b"iprp",
                &[
                    boxed(b"ipco", &properties.concat()),
                    boxed(b"ipma", &listed),
                ]
                .concat(),
            ),
        ];
        let start = boxed(b"ftyp", b"heic\0\0\0\0mif1heic");
        [start, boxed(b"meta", &meta.concat())].concat()
    }

    #[test]
    fn a_picture_is_as_large_as_what_is_cut_out_of_it_and_turned_and_mirrored() {
        let number = |number: u32| number.to_be_bytes();
        let cut = [3000, 1, 2000, 1, 0, 1, 0, 1].map(number).concat();
        let whole = file(&[size(4032, 3024), boxed(b"irot", &[3])]);
        assert_eq!(
            header(&whole),
            (Some((4032, 3024)), 6, Some(Obstacle::Damaged))
        );
        let cut = file(&[size(4032, 3024), boxed(b"clap", &cut), boxed(b"irot", &[1])]);
        let (size_of_cut, turn, _) = header(&cut);
        assert_eq!((size_of_cut, turn), (Some((3000, 2000)), 8));
        let mirrored = file(&[size(40, 30), boxed(b"irot", &[1]), boxed(b"imir", &[1])]);
        let turned = file(&[size(40, 30), boxed(b"irot", &[1]), boxed(b"imir", &[0])]);
        let turns = [&mirrored, &turned].map(|file| header(file).1);
        assert!(turns == [5, 7] || turns == [7, 5], "{turns:?}");
        for end in 0..cut.len() {
            header(&cut[..end]);
        }
    }

    #[test]
    fn the_largest_size_of_boxes_that_are_not_read() {
        let sizes = [size(320, 240), size(4032, 3024), size(512, 512)].concat();
        let properties = boxed(b"iprp", &boxed(b"ipco", &sizes));
        let meta = boxed(b"meta", &[&[0; 4][..], &properties].concat());
        let file = [boxed(b"ftyp", b"heic\0\0\0\0"), meta].concat();
        let (size, turn, obstacle) = header(&file);
        assert_eq!((size, turn), (Some((4032, 3024)), 1));
        assert_eq!(obstacle, Some(Obstacle::Damaged));
    }

    #[test]
    fn lists_that_are_gone_over_for_each_of_their_entries_are_refused() {
        let bomb = |kind: &[u8; 4], content: &[u8]| {
            let list = boxed(kind, content);
            let list = match kind {
                b"ipma" | b"ipco" => boxed(b"iprp", &list),
                _ => list,
            };
            boxed(b"meta", &[&[0; 4][..], &list].concat())
        };
        for kind in [b"iinf", b"iloc", b"iref", b"ipma"] {
            let long = bomb(kind, &vec![0; LIST_MOST + 1]);
            assert_eq!(check_lists(&long), Err(Obstacle::TooLarge), "{kind:?}");
            assert_eq!(check_lists(&bomb(kind, &vec![0; LIST_MOST])), Ok(()));
        }
        let many = bomb(b"ipma", b"\0\0\0\0\0\0\x20\x01");
        assert_eq!(check_lists(&many), Err(Obstacle::TooLarge));
        let properties = boxed(b"free", b"").repeat(LIST_MOST / 8 + 1);
        assert_eq!(
            check_lists(&bomb(b"ipco", &properties)),
            Err(Obstacle::TooLarge)
        );
        // a profile may be long
        assert_eq!(
            check_lists(&bomb(b"ipco", &boxed(b"colr", &vec![0; 1 << 20]))),
            Ok(())
        );
    }

    #[test]
    fn checking_stops_when_it_is_told_to() {
        let bytes = file(&[size(40, 30)]);
        let context = open(&bytes).unwrap();
        let props = context.props(1).unwrap();
        let stop = std::sync::atomic::AtomicBool::new(true);
        let stopped = check_item(&context, 1, &props, Watch::begin(Some(&stop)));
        assert_eq!(stopped, Err(Obstacle::Stopped));
    }
}
