//! TIFF 6.0 and BigTIFF: the first page that is a whole picture.

use super::jpeg;
use super::jpeg_header::JpegHeader;
use crate::bounds::{MEMORY_MOST, Obstacle, Watch, WatchedBytes, check_size};
use crate::raster::{Colour, Light, Raster};
use crate::structure::tiff::{Directory, HEIGHT, PHOTOMETRIC, SUBFILE, TiffTags};
use image::{DynamicImage, ImageBuffer};
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;
use tiff::{ColorType, TiffError};

const CIE_LAB: usize = 8;
const WHITE_POINT: u16 = 318;
const COMPRESSION: u16 = 259;
const JPEG: usize = 7;
const JPEG_TABLES: u16 = 347;
const PHOTOSHOP_RESOURCES: u16 = 34_377;

/// Pixels of a piece that is larger than its page.
const PIECE_MOST: u64 = 1 << 20;

/// How many pages there are: pictures in the chain of directories that are no small copy of another.
pub(crate) fn count_pages(bytes: &[u8]) -> Option<u32> {
    let pages = TiffTags::open(bytes)?.directories().into_iter();
    let pages = pages.filter(|page| {
        page.is_page && page.number(HEIGHT).is_some() && page.number(SUBFILE).unwrap_or(0) & 1 == 0
    });
    u32::try_from(pages.count()).ok()
}

/// Width and height as stored, from the header alone; and what stands in the way of decoding the rest.
pub(crate) fn size(bytes: &[u8]) -> (Option<(u32, u32)>, Option<Obstacle>) {
    let first = TiffTags::open(bytes).and_then(TiffTags::first);
    let size = first.and_then(Directory::size);
    let obstacle = size.map_or(Err(Obstacle::Damaged), |size| check_size(size, 1));
    let obstacle = obstacle.and_then(|()| {
        let lab = without_lab(bytes);
        let mut decoder = open(lab.as_deref().unwrap_or(bytes), Watch::begin(None))?;
        let colour = colour_type(&mut decoder)?;
        check(bytes, &mut decoder, colour, Watch::begin(None))?;
        channels(colour).map(drop)
    });
    (size, obstacle.err())
}

/// Decodes the first page.
///
/// # Errors
/// [`Obstacle`].
pub(crate) fn decode(bytes: &[u8], watch: Watch<'_>) -> Result<Raster, Obstacle> {
    let lab = without_lab(bytes);
    let mut decoder = open(lab.as_deref().unwrap_or(bytes), watch)?;
    let colour_type = colour_type(&mut decoder)?;
    let channels = channels(colour_type)?;
    let (width, height) = decoder.dimensions().map_err(|_| Obstacle::Damaged)?;
    check(bytes, &mut decoder, colour_type, watch)?;
    let profile = decoder.get_tag_u8_vec(Tag::Unknown(34_675)).ok();
    let is_planar = matches!(
        decoder.find_tag_unsigned::<u16>(Tag::PlanarConfiguration),
        Ok(Some(2))
    ) && channels > 1;
    let palette = decoder.get_tag_u16_vec(Tag::ColorMap).unwrap_or_default();
    let states_white = matches!(decoder.find_tag(Tag::Unknown(WHITE_POINT)), Ok(Some(_)));
    let light = light(&mut decoder);
    let mut read = DecodingResult::U8(Vec::new());
    decoder
        .read_image_to_buffer(&mut read)
        .map_err(|error| watch.check().err().unwrap_or_else(|| from_library(&error)))?;
    if is_planar {
        read = interleave(read, usize::from(channels));
    }
    let mut picture = match read {
        DecodingResult::U8(samples) if colour_type.bit_depth() < 8 => {
            from_bits(&samples, colour_type.bit_depth(), (width, height))
        }
        DecodingResult::U8(samples) => eight_bits(samples, channels, (width, height)),
        DecodingResult::U16(samples) => sixteen_bits(samples, channels, (width, height)),
        DecodingResult::F32(samples) => {
            let samples = samples.iter().map(|light| {
                let shade = light.clamp(0.0, 1.0) * 65535.0 + 0.5;
                shade as u16
            });
            sixteen_bits(samples.collect(), channels, (width, height))
        }
        _ => return Err(Obstacle::NotDecoded),
    }
    .ok_or(Obstacle::Damaged)?;
    if let ColorType::Palette(depth) = colour_type {
        picture = with_palette(&picture, depth, &palette);
    }
    let colour = match (colour_type, lab.is_some(), profile) {
        (_, true, _) => {
            if states_white && light == Light::D65 && colour_type.bit_depth() == 8 {
                picture = middle_as_imagemagick(&picture);
            } else {
                middle_the_signed(&mut picture);
            }
            Colour::Lab(light)
        }
        (ColorType::Lab(_), ..) => Colour::Lab(light),
        (ColorType::CMYK(_) | ColorType::CMYKA(_), _, profile) => Colour::Cmyk(profile),
        (.., Some(profile)) => Colour::Profile(profile),
        (.., None) => Colour::Srgb,
    };
    Ok(Raster::new(picture, colour))
}

/// Whether the first page may be decoded. Pieces that are JPEG are drawn by the library as large as each says itself.
fn check(
    bytes: &[u8],
    decoder: &mut Decoder<WatchedBytes<'_>>,
    colour: ColorType,
    watch: Watch<'_>,
) -> Result<(), Obstacle> {
    let size = decoder.dimensions().map_err(|_| Obstacle::Damaged)?;
    check_size(size, bytes_each(colour))?;
    let page = TiffTags::open(bytes).and_then(TiffTags::first);
    let Some(page) = page.filter(|page| page.number(COMPRESSION) == Some(JPEG)) else {
        return Ok(());
    };
    let pixels = u64::from(size.0) * u64::from(size.1);
    let tables = page.value(JPEG_TABLES).map(|tables| tables.bytes);
    let tables = tables.and_then(|tables| tables.get(..tables.len().checked_sub(2)?));
    let mut largest = 0;
    for (start, length) in page.pieces() {
        watch.check()?;
        let piece = bytes.get(start..).unwrap_or_default();
        let piece = piece.get(..length).unwrap_or(piece);
        let header = piece_header(tables.unwrap_or(b"\xff\xd8"), piece)?;
        jpeg::check(piece, &header)?;
        let area = u64::from(header.size.0) * u64::from(header.size.1);
        // what is coded may be filled up to whole tiles, and not be another picture
        if area > pixels * 2 + PIECE_MOST {
            return Err(Obstacle::TooLarge);
        }
        let each = if header.is_progressive() { 12 } else { 4 };
        largest = largest.max(area * each);
    }
    if pixels * bytes_each(colour) + largest > MEMORY_MOST {
        return Err(Obstacle::TooLarge);
    }
    Ok(())
}

/// The header of a piece, of which tables that all pieces share may stand elsewhere (TIFF Technical Note 2).
fn piece_header(tables: &[u8], piece: &[u8]) -> Result<JpegHeader, Obstacle> {
    let read = |length: usize| {
        let start = piece.get(2..length).or(piece.get(2..))?;
        JpegHeader::read(&[tables, start].concat())
    };
    // mostly it is short
    let header = read(4 << 10).or_else(|| read(1 << 20));
    header.ok_or(Obstacle::Damaged)
}

/// Under which light its Lab was measured: as its white point says, else as the program that wrote it does.
fn light(decoder: &mut Decoder<WatchedBytes<'_>>) -> Light {
    let white = decoder
        .get_tag_f32_vec(Tag::Unknown(WHITE_POINT))
        .unwrap_or_default();
    let mut is_adobe = || {
        let software = decoder.get_tag_ascii_string(Tag::Software);
        let has_resources = decoder.find_tag(Tag::Unknown(PHOTOSHOP_RESOURCES));
        matches!(has_resources, Ok(Some(_))) || software.is_ok_and(|name| name.contains("Adobe"))
    };
    match white[..] {
        // chromaticity: 0.3457 is D50, 0.3127 is D65
        [x, _] if x > 0.33 => Light::D50,
        [_, _] => Light::D65,
        _ if is_adobe() => Light::D50,
        _ => Light::D65,
    }
}

fn open<'a>(bytes: &'a [u8], watch: Watch<'a>) -> Result<Decoder<WatchedBytes<'a>>, Obstacle> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = usize::try_from(MEMORY_MOST).unwrap_or(usize::MAX);
    limits.intermediate_buffer_size = limits.decoding_buffer_size / 4;
    Decoder::new(WatchedBytes::new(bytes, watch))
        .map(|decoder| decoder.with_limits(limits))
        .map_err(|error| from_library(&error))
}

fn colour_type(decoder: &mut Decoder<WatchedBytes<'_>>) -> Result<ColorType, Obstacle> {
    decoder.colortype().map_err(|error| from_library(&error))
}

/// Bytes that a pixel takes while it is read, put together and narrowed.
fn bytes_each(colour: ColorType) -> u64 {
    let samples = u64::from(colour.num_samples());
    let stored = samples * u64::from(colour.bit_depth().div_ceil(8));
    let copies = match (colour, colour.bit_depth()) {
        (ColorType::Palette(_), _) => 4,
        (ColorType::Lab(_), _) => 6,
        (_, ..8) => 1,
        (_, 8) => 0,
        (_, 9..=16) => samples,
        // light as fractions is made 16 bits first
        _ => 3 * samples,
    };
    stored + copies
}

fn channels(colour: ColorType) -> Result<u8, Obstacle> {
    match colour {
        ColorType::Gray(1 | 2 | 4 | 8 | 16 | 32) | ColorType::Palette(1 | 2 | 4 | 8) => Ok(1),
        ColorType::GrayA(8 | 16) => Ok(2),
        ColorType::RGB(8 | 16 | 32) | ColorType::Lab(8 | 16) => Ok(3),
        ColorType::RGBA(8 | 16) | ColorType::CMYK(8 | 16) => Ok(4),
        ColorType::CMYKA(8 | 16) => Ok(5),
        _ => Err(Obstacle::NotDecoded),
    }
}

fn from_library(error: &TiffError) -> Obstacle {
    match error {
        TiffError::LimitsExceeded => Obstacle::TooLarge,
        TiffError::UnsupportedError(_) => Obstacle::NotDecoded,
        _ => Obstacle::Damaged,
    }
}

/// The file with its CIE L*a*b* said to be RGB, as the library reads no signed channels; none where it has none.
fn without_lab(bytes: &[u8]) -> Option<Vec<u8>> {
    let page = TiffTags::open(bytes)?.first()?;
    (page.number(PHOTOMETRIC)? == CIE_LAB).then_some(())?;
    let at = page.place(PHOTOMETRIC)?;
    let mut changed = bytes.to_vec();
    // a short stands in the first two bytes of its place, in the file's order
    let place = changed.get_mut(at..at + 2)?;
    place
        .iter_mut()
        .filter(|byte| **byte == 8)
        .for_each(|byte| *byte = 2);
    Some(changed)
}

/// The channels a and b are signed; here their zero is in the middle.
fn middle_the_signed(picture: &mut DynamicImage) {
    match picture {
        DynamicImage::ImageRgb8(picture) => {
            for pixel in picture.pixels_mut() {
                let [l, a, b] = pixel.0;
                pixel.0 = [l, a ^ 0x80, b ^ 0x80];
            }
        }
        DynamicImage::ImageRgb16(picture) => {
            for pixel in picture.pixels_mut() {
                let [l, a, b] = pixel.0;
                pixel.0 = [l, a ^ 0x8000, b ^ 0x8000];
            }
        }
        _ => {}
    }
}

/// As ImageMagick writes it, the one program that states D65: it cuts fractions off, and counts below zero from 255.
fn middle_as_imagemagick(picture: &DynamicImage) -> DynamicImage {
    let stored = picture.to_rgb8();
    let mut middled: ImageBuffer<image::Rgb<u16>, Vec<u16>> =
        ImageBuffer::new(stored.width(), stored.height());
    for (to, from) in middled.pixels_mut().zip(stored.pixels()) {
        let [l, a, b] = from.0.map(u16::from);
        let signed = |number: u16| {
            let from_middle = if number < 128 {
                number + 128
            } else {
                number - 127
            };
            (from_middle * 257).saturating_add(128)
        };
        to.0 = [(l * 257).saturating_add(128), signed(a), signed(b)];
    }
    DynamicImage::ImageRgb16(middled)
}

/// Each channel stands in a plane of its own; here they stand together.
fn interleave(planes: DecodingResult, channels: usize) -> DecodingResult {
    fn together<T: Copy>(planes: &[T], channels: usize) -> Vec<T> {
        let each = planes.len() / channels;
        let pixels = (0..each).flat_map(|at| (0..channels).map(move |plane| plane * each + at));
        pixels.filter_map(|at| planes.get(at).copied()).collect()
    }
    match planes {
        DecodingResult::U8(planes) => DecodingResult::U8(together(&planes, channels)),
        DecodingResult::U16(planes) => DecodingResult::U16(together(&planes, channels)),
        DecodingResult::F32(planes) => DecodingResult::F32(together(&planes, channels)),
        other => other,
    }
}

/// The colours of a palette: all reds of 65,536 shades, then all greens, then all blues.
fn with_palette(places: &DynamicImage, depth: u8, palette: &[u16]) -> DynamicImage {
    let colours = 1_usize << depth;
    let spread = 255 / (colours - 1);
    let mut picture = image::RgbImage::new(places.width(), places.height());
    for (to, place) in picture.pixels_mut().zip(places.to_luma8().as_raw()) {
        let place = usize::from(*place) / spread;
        let channel = |which: usize| {
            let shade = palette
                .get(which * colours + place)
                .copied()
                .unwrap_or_default();
            u8::try_from(shade >> 8).unwrap_or(u8::MAX)
        };
        to.0 = [channel(0), channel(1), channel(2)];
    }
    DynamicImage::ImageRgb8(picture)
}

/// Shades of fewer than eight bits, packed from the left, each row from a byte of its own.
fn from_bits(packed: &[u8], depth: u8, (width, height): (u32, u32)) -> Option<DynamicImage> {
    let depth = usize::from(depth);
    let columns = usize::try_from(width).ok()?;
    let row = (columns * depth).div_ceil(8);
    let highest = (1_u16 << depth) - 1;
    let shades = packed.chunks_exact(row).flat_map(|row| {
        (0..columns).map(move |x| {
            let byte = row.get(x * depth / 8).copied().unwrap_or_default();
            let shade = u16::from(byte) >> (8 - depth - x * depth % 8) & highest;
            u8::try_from(shade * 255 / highest).unwrap_or(u8::MAX)
        })
    });
    eight_bits(shades.collect(), 1, (width, height))
}

fn eight_bits(samples: Vec<u8>, channels: u8, (width, height): (u32, u32)) -> Option<DynamicImage> {
    Some(match channels {
        1 => DynamicImage::ImageLuma8(ImageBuffer::from_raw(width, height, samples)?),
        2 => DynamicImage::ImageLumaA8(ImageBuffer::from_raw(width, height, samples)?),
        3 => DynamicImage::ImageRgb8(ImageBuffer::from_raw(width, height, samples)?),
        4 => DynamicImage::ImageRgba8(ImageBuffer::from_raw(width, height, samples)?),
        _ => {
            let inks = samples
                .chunks_exact(5)
                .filter_map(|inks| inks.first_chunk::<4>());
            let inks = inks.flatten().copied().collect();
            DynamicImage::ImageRgba8(ImageBuffer::from_raw(width, height, inks)?)
        }
    })
}

fn sixteen_bits(
    samples: Vec<u16>,
    channels: u8,
    (width, height): (u32, u32),
) -> Option<DynamicImage> {
    Some(match channels {
        1 => DynamicImage::ImageLuma16(ImageBuffer::from_raw(width, height, samples)?),
        2 => DynamicImage::ImageLumaA16(ImageBuffer::from_raw(width, height, samples)?),
        3 => DynamicImage::ImageRgb16(ImageBuffer::from_raw(width, height, samples)?),
        4 => DynamicImage::ImageRgba16(ImageBuffer::from_raw(width, height, samples)?),
        _ => {
            let inks = samples
                .chunks_exact(5)
                .filter_map(|inks| inks.first_chunk::<4>());
            let inks = inks.flatten().copied().collect();
            DynamicImage::ImageRgba16(ImageBuffer::from_raw(width, height, inks)?)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{jpeg, tiff_of};
    use crate::structure::segments::segment;
    use crate::structure::tiff::{STRIP_LENGTHS, STRIP_OFFSETS, WIDTH};

    /// A page of 100 by 100 pixels, of one strip that is that JPEG.
    fn of_jpeg(piece: &[u8]) -> Vec<u8> {
        let tags = |start: usize| {
            tiff_of(&[&[
                (WIDTH, &[100]),
                (HEIGHT, &[100]),
                (0x0102, &[8, 8, 8]),
                (COMPRESSION, &[JPEG]),
                (PHOTOMETRIC, &[2]),
                (STRIP_OFFSETS, &[start]),
                (0x0115, &[3]),
                (0x0116, &[100]),
                (STRIP_LENGTHS, &[piece.len()]),
            ]])
        };
        [&tags(tags(0).len())[..], piece].concat()
    }

    #[test]
    fn a_piece_that_is_far_larger_than_its_page_is_refused() {
        let own = jpeg(100, 100);
        assert_eq!(size(&of_jpeg(&own)), (Some((100, 100)), None));
        assert!(decode(&of_jpeg(&own), Watch::begin(None)).is_ok());
        let mut frame = segment(&own, 2).unwrap();
        while frame.marker != 0xc0 {
            frame = segment(&own, frame.end).unwrap();
        }
        let sides = frame.end - frame.content.len() + 1;
        let mut bomb = own.clone();
        bomb[sides..sides + 4].copy_from_slice(&[0x20, 0, 0x20, 0]);
        let bomb = of_jpeg(&bomb);
        assert_eq!(size(&bomb), (Some((100, 100)), Some(Obstacle::TooLarge)));
        let drawn = decode(&bomb, Watch::begin(None));
        assert_eq!(drawn.unwrap_err(), Obstacle::TooLarge);
    }
}
