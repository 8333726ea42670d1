//! HEIF (ISO/IEC 23008-12) with pictures of HEVC (HEIC) or AV1 (AVIF), also of tiles and with transparency.

use super::av1;
use super::planes::{self, Matrix};
use crate::bounds::{Obstacle, Watch, check_size};
use crate::raster::{Colour, Raster};
use heic_rs::context::Context;
use heic_rs::ftyp::FileType;
use heic_rs::hevc::{self, Frame};
use heic_rs::props::ItemProps;
use heic_rs::transform;
use heic_rs::{Brand, Image, PixelLayout, Transform, grid};
use image::DynamicImage;
use image::metadata::Orientation;

/// Bytes a pixel while tiles are put together: two planes of 16 bits and their chroma, and RGB.
const BYTES_EACH: u64 = 9;
/// Most pixels of one picture of HEVC or AV1 that is not in tiles, so that it is decoded in some seconds.
const PIXELS_MOST: u64 = 100_000_000;

/// What stands in the way of decoding, as far as the boxes show.
pub(crate) fn obstacle(bytes: &[u8]) -> Option<Obstacle> {
    let check = || {
        let context = open(bytes)?;
        let props = context
            .props(context.meta.primary)
            .map_err(|_| Obstacle::Damaged)?;
        check_item(&context, context.meta.primary, &props)
    };
    check().err()
}

/// Decodes the primary picture, and turns it as its own boxes say.
///
/// # Errors
/// [`Obstacle`].
pub(crate) fn decode(bytes: &[u8], watch: Watch<'_>) -> Result<Raster, Obstacle> {
    let context = open(bytes)?;
    let primary = context.meta.primary;
    let props = context.props(primary).map_err(|_| Obstacle::Damaged)?;
    check_item(&context, primary, &props)?;
    let (frame, of_stream) = decode_item(&context, primary, watch)?;
    let alpha = match context.alpha_item(primary) {
        // A picture whose transparency is damaged is drawn without.
        Ok(Some(item)) => decode_item(&context, item, watch).ok(),
        _ => None,
    };
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
fn open(bytes: &[u8]) -> Result<Context<'_>, Obstacle> {
    let meta = heic_rs::meta::parse(bytes).map_err(|_| Obstacle::Damaged)?;
    let ftyp = FileType {
        major: Brand::Heic,
        effective: Brand::Heic,
        minor_version: 0,
        compatible_count: 0,
    };
    Ok(Context {
        file: bytes,
        ftyp,
        meta,
    })
}

fn check_item(context: &Context<'_>, item: u32, props: &ItemProps<'_>) -> Result<(), Obstacle> {
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
        match kind(context, tile) {
            Some(b"hvc1" | b"av01") => {}
            Some(_) => return Err(Obstacle::NotDecoded),
            None => return Err(Obstacle::Damaged),
        }
        context.item_data(tile).map_err(|_| Obstacle::Damaged)?;
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
    // what the turns do to a picture that is a different one in each of its eight places
    let mut turns = Image {
        data: vec![1, 2, 3, 4, 5, 6],
        width: 3,
        height: 2,
        layout: PixelLayout::Gray8,
    };
    for step in transforms {
        match step {
            Transform::Crop(clap) => {
                let rect = transform::crop_rect(picture.width(), picture.height(), *clap);
                if let Ok((left, top, width, height)) = rect {
                    picture = picture.crop_imm(left, top, width, height);
                }
            }
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
    (picture, orientation.unwrap_or(Orientation::NoTransforms))
}
