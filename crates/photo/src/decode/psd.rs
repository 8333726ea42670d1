//! PSD and PSB (Adobe Photoshop File Formats Specification): the merged picture that stands behind the layers.

use crate::bounds::{Obstacle, Watch, check_size};
use crate::raster::{Colour, Light, Raster};
use crate::structure::resources::resources;
use image::{DynamicImage, GrayImage, ImageBuffer, Luma};

/// Pixels after which the watch is asked again.
const STEP: usize = 1 << 20;
/// The resource that holds an ICC profile.
const PROFILE: u16 = 1039;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Bitmap,
    Grey,
    Indexed,
    Rgb,
    Cmyk,
    Lab,
}

/// The sections of a file.
struct Psd<'a> {
    is_large: bool,
    channels: usize,
    size: (u32, u32),
    depth: u16,
    mode: Option<Mode>,
    palette: &'a [u8],
    resources: &'a [u8],
    /// The merged picture: how it is packed, and the planes of its channels.
    picture: &'a [u8],
}

/// Width and height, and what stands in the way of decoding.
pub(crate) fn size(bytes: &[u8]) -> (Option<(u32, u32)>, Option<Obstacle>) {
    let head = header(bytes).map(|psd| psd.size);
    match read(bytes) {
        Some(psd) => (Some(psd.size), check(&psd).err()),
        None => (head, Some(Obstacle::Damaged)),
    }
}

/// Whether the file ends before its merged picture does; none where that cannot be told.
pub(crate) fn breaks_off(bytes: &[u8]) -> Option<bool> {
    header(bytes)?;
    let Some(psd) = read(bytes) else {
        return Some(true);
    };
    check(&psd).ok()?;
    let breaks_off =
        |(_, mut rows): (bool, _)| Iterator::any(&mut rows, |row: Option<&[u8]>| row.is_none());
    Some(rows(&psd).is_none_or(breaks_off))
}

/// Decodes the merged picture.
///
/// # Errors
/// [`Obstacle`].
pub(crate) fn decode(bytes: &[u8], watch: Watch<'_>) -> Result<Raster, Obstacle> {
    let psd = read(bytes).ok_or(Obstacle::Damaged)?;
    let mode = check(&psd)?;
    let planes = planes(&psd, watch)?;
    let picture = draw(&psd, mode, &planes, watch)?;
    let profile = profile(&psd).map(<[u8]>::to_vec);
    let colour = match (mode, profile) {
        (Mode::Cmyk, profile) => Colour::Cmyk(profile),
        (Mode::Lab, _) => Colour::Lab(Light::D50),
        (_, Some(profile)) => Colour::Profile(profile),
        (_, None) => Colour::Srgb,
    };
    Ok(Raster::new(picture, colour))
}

/// The ICC profile.
fn profile<'a>(psd: &Psd<'a>) -> Option<&'a [u8]> {
    let mut found = resources(psd.resources).filter(|(id, _)| *id == PROFILE);
    found.next().map(|(_, profile)| profile)
}

fn check(psd: &Psd<'_>) -> Result<Mode, Obstacle> {
    let mode = psd.mode.ok_or(Obstacle::NotDecoded)?;
    let used = channels_of(mode);
    let fits = matches!((mode, psd.depth), (Mode::Bitmap, 1) | (Mode::Indexed, 8))
        || !matches!(mode, Mode::Bitmap | Mode::Indexed) && matches!(psd.depth, 8 | 16);
    if !fits {
        return Err(Obstacle::NotDecoded);
    }
    let sample = u64::from(psd.depth.div_ceil(8));
    let used = u64::try_from(used).unwrap_or(u64::MAX);
    // the planes, and the picture that is made of them
    check_size(psd.size, 2 * used * sample)?;
    if psd.channels < channels_of(mode) {
        return Err(Obstacle::Damaged);
    }
    Ok(mode)
}

const fn channels_of(mode: Mode) -> usize {
    match mode {
        Mode::Bitmap | Mode::Grey | Mode::Indexed => 1,
        Mode::Rgb | Mode::Lab => 3,
        Mode::Cmyk => 4,
    }
}

fn header(bytes: &[u8]) -> Option<Psd<'_>> {
    let [
        b'8',
        b'B',
        b'P',
        b'S',
        0,
        version @ (1 | 2),
        _,
        _,
        _,
        _,
        _,
        _,
        rest @ ..,
    ] = bytes
    else {
        return None;
    };
    let [c1, c0, h3, h2, h1, h0, w3, w2, w1, w0, d1, d0, m1, m0, ..] = rest else {
        return None;
    };
    Some(Psd {
        is_large: *version == 2,
        channels: usize::from(u16::from_be_bytes([*c1, *c0])),
        size: (
            u32::from_be_bytes([*w3, *w2, *w1, *w0]),
            u32::from_be_bytes([*h3, *h2, *h1, *h0]),
        ),
        depth: u16::from_be_bytes([*d1, *d0]),
        mode: match u16::from_be_bytes([*m1, *m0]) {
            0 => Some(Mode::Bitmap),
            // duotone is kept as the shades it is printed from
            1 | 8 => Some(Mode::Grey),
            2 => Some(Mode::Indexed),
            3 => Some(Mode::Rgb),
            4 => Some(Mode::Cmyk),
            9 => Some(Mode::Lab),
            _ => None,
        },
        palette: &[],
        resources: &[],
        picture: &[],
    })
}

fn read(bytes: &[u8]) -> Option<Psd<'_>> {
    let psd = header(bytes)?;
    let (palette, rest) = section(bytes.get(26..)?, false)?;
    let (resources, rest) = section(rest, false)?;
    let (_, picture) = section(rest, psd.is_large)?;
    Some(Psd {
        palette,
        resources,
        picture,
        ..psd
    })
}

/// A section behind its length, and what follows it.
fn section(bytes: &[u8], is_long: bool) -> Option<(&[u8], &[u8])> {
    let (length, rest) = if is_long {
        let (length, rest) = bytes.split_first_chunk()?;
        (u64::from_be_bytes(*length), rest)
    } else {
        let (length, rest) = bytes.split_first_chunk()?;
        (u32::from_be_bytes(*length).into(), rest)
    };
    rest.split_at_checked(usize::try_from(length).ok()?)
}

/// The rows of the channels that the mode has, as they are stored, and whether they are packed; none where that cannot
/// be told. One that breaks off is none.
fn rows<'a>(psd: &Psd<'a>) -> Option<(bool, impl Iterator<Item = Option<&'a [u8]>>)> {
    let (packing, rest) = psd.picture.split_first_chunk()?;
    let is_packed = match u16::from_be_bytes(*packing) {
        0 => false,
        1 => true,
        // zip is not used for the merged picture
        _ => return None,
    };
    let height = usize::try_from(psd.size.1).ok()?;
    // the lengths of all packed rows, of all channels, stand first
    let wide = if psd.is_large { 4 } else { 2 };
    let lengths = psd.channels.checked_mul(height)?.checked_mul(wide)?;
    let lengths = if is_packed { lengths } else { 0 };
    let (lengths, mut rest) = rest.split_at_checked(lengths)?;
    let mut lengths = lengths.chunks_exact(wide);
    let plain = row_length(psd)?;
    let count = height.checked_mul(channels_of(psd.mode?))?;
    let rows = (0..count).map(move |_| {
        let length = if is_packed {
            let length = lengths.next()?.iter();
            length.fold(0, |sum, byte| sum << 8 | usize::from(*byte))
        } else {
            plain
        };
        let (row, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some(row)
    });
    Some((is_packed, rows))
}

/// Bytes of a row that is not packed.
fn row_length(psd: &Psd<'_>) -> Option<usize> {
    let width = usize::try_from(psd.size.0).ok()?;
    Some((width * usize::from(psd.depth)).div_ceil(8))
}

/// The planes of the channels that the mode has, unpacked; none where they break off.
fn planes(psd: &Psd<'_>, watch: Watch<'_>) -> Result<Vec<u8>, Obstacle> {
    let (is_packed, rows) = rows(psd).ok_or(Obstacle::Damaged)?;
    let length = row_length(psd).ok_or(Obstacle::Damaged)?;
    // the size is checked by now
    let height = usize::try_from(psd.size.1).unwrap_or(usize::MAX);
    let used = psd.mode.map_or(0, channels_of);
    let mut planes = Vec::with_capacity(length.saturating_mul(height).saturating_mul(used));
    for (number, row) in rows.enumerate() {
        if number % 1024 == 0 {
            watch.check()?;
        }
        let row = row.ok_or(Obstacle::Damaged)?;
        if is_packed {
            unpack(row, length, &mut planes);
        } else {
            planes.extend_from_slice(row);
        }
    }
    Ok(planes)
}

/// One row of PackBits; what is missing of it is zero, and what is too much is left out.
fn unpack(mut packed: &[u8], length: usize, into: &mut Vec<u8>) {
    let end = into.len() + length;
    while let Some((head, rest)) = packed.split_first() {
        let count = usize::from(head.wrapping_neg()) + 1;
        match (*head, rest) {
            (0..=127, rest) => {
                let count = usize::from(*head) + 1;
                let literal = rest.get(..count).unwrap_or(rest);
                into.extend_from_slice(literal);
                packed = rest.get(count..).unwrap_or_default();
            }
            (129.., [byte, rest @ ..]) => {
                into.extend(std::iter::repeat_n(*byte, count));
                packed = rest;
            }
            _ => packed = rest,
        }
        if into.len() >= end {
            break;
        }
    }
    into.resize(end, 0);
}

/// The picture that planes make.
///
/// # Errors
/// [`Obstacle::Damaged`] where a plane is too short, and as the watch says.
fn draw(
    psd: &Psd<'_>,
    mode: Mode,
    planes: &[u8],
    watch: Watch<'_>,
) -> Result<DynamicImage, Obstacle> {
    let (width, height) = psd.size;
    let is_wide = psd.depth == 16;
    let narrow = |part: &[u8], place: usize| part.get(place).copied().unwrap_or_default();
    let wide = |part: &[u8], place: usize| {
        let pair = part.get(place * 2..).and_then(<[u8]>::first_chunk);
        pair.map_or(0, |pair| u16::from_be_bytes(*pair))
    };
    let pixels = usize::try_from(u64::from(width) * u64::from(height));
    let pixels = pixels.map_err(|_| Obstacle::TooLarge)?;
    let length = pixels * if is_wide { 2 } else { 1 };
    let parts: Vec<&[u8]> = planes.chunks_exact(length).collect();
    let drawn = match (mode, is_wide, &parts[..]) {
        (Mode::Bitmap, ..) => {
            let row = width.div_ceil(8) as usize;
            let shade = |x: u32, y: u32| {
                let byte = planes.get(y as usize * row + x as usize / 8);
                let is_black = byte.is_some_and(|byte| byte >> (7 - x % 8) & 1 == 1);
                Luma([if is_black { 0 } else { 255 }])
            };
            let shades = GrayImage::from_fn(width, height, shade);
            Some(DynamicImage::ImageLuma8(shades))
        }
        (Mode::Grey, false, [shades, ..]) => {
            ImageBuffer::from_raw(width, height, shades.to_vec()).map(DynamicImage::ImageLuma8)
        }
        (Mode::Grey, true, [shades, ..]) => {
            let shades = gather([*shades], pixels, wide, watch)?;
            ImageBuffer::from_raw(width, height, shades).map(DynamicImage::ImageLuma16)
        }
        (Mode::Indexed, _, [places, ..]) => {
            let palette = psd.palette;
            let shade = |which: usize, place: usize| {
                narrow(palette, which * 256 + usize::from(narrow(places, place)))
            };
            let colours = gather([0, 1, 2], pixels, shade, watch)?;
            ImageBuffer::from_raw(width, height, colours).map(DynamicImage::ImageRgb8)
        }
        (Mode::Rgb | Mode::Lab, false, [red, green, blue, ..]) => {
            let colours = gather([*red, green, blue], pixels, narrow, watch)?;
            ImageBuffer::from_raw(width, height, colours).map(DynamicImage::ImageRgb8)
        }
        (Mode::Rgb | Mode::Lab, true, [red, green, blue, ..]) => {
            let colours = gather([*red, green, blue], pixels, wide, watch)?;
            ImageBuffer::from_raw(width, height, colours).map(DynamicImage::ImageRgb16)
        }
        // 0 is all ink
        (Mode::Cmyk, false, [cyan, magenta, yellow, black, ..]) => {
            let ink = |part: &[u8], place| 255 - narrow(part, place);
            let inks = gather([*cyan, magenta, yellow, black], pixels, ink, watch)?;
            ImageBuffer::from_raw(width, height, inks).map(DynamicImage::ImageRgba8)
        }
        (Mode::Cmyk, true, [cyan, magenta, yellow, black, ..]) => {
            let ink = |part: &[u8], place| u16::MAX - wide(part, place);
            let inks = gather([*cyan, magenta, yellow, black], pixels, ink, watch)?;
            ImageBuffer::from_raw(width, height, inks).map(DynamicImage::ImageRgba16)
        }
        _ => None,
    };
    drawn.ok_or(Obstacle::Damaged)
}

/// The samples of all pixels, of each pixel those of all parts.
fn gather<P: Copy, T, const N: usize>(
    parts: [P; N],
    pixels: usize,
    sample: impl Fn(P, usize) -> T,
    watch: Watch<'_>,
) -> Result<Vec<T>, Obstacle> {
    let mut samples = Vec::with_capacity(pixels * N);
    for start in (0..pixels).step_by(STEP) {
        watch.check()?;
        for place in start..pixels.min(start + STEP) {
            samples.extend(parts.map(|part| sample(part, place)));
        }
    }
    Ok(samples)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::colour::bring_to_srgb;

    /// A file of two by one pixels.
    fn file(version: u8, mode: u8, depth: u8, channels: u8, picture: &[u8]) -> Vec<u8> {
        let layers: &[u8] = if version == 2 { &[0; 8] } else { &[0; 4] };
        let resources = [&b"8BIM\x04\x0f\0\0\0\0\0\x03abc\0"[..]].concat();
        let length = u32::try_from(resources.len()).unwrap().to_be_bytes();
        [
            &b"8BPS\0"[..],
            &[
                version, 0, 0, 0, 0, 0, 0, 0, channels, 0, 0, 0, 1, 0, 0, 0, 2, 0, depth, 0, mode,
            ],
            &[0; 4],
            &length,
            &resources,
            layers,
            picture,
        ]
        .concat()
    }

    fn drawn(bytes: &[u8]) -> Vec<[u8; 3]> {
        let raster = decode(bytes, Watch::begin(None)).unwrap();
        let picture = bring_to_srgb(raster.picture, &raster.colour).to_rgb8();
        picture.pixels().map(|pixel| pixel.0).collect()
    }

    #[test]
    fn modes_depths_and_packings() {
        let red_and_blue = vec![[230, 30, 30], [30, 30, 230]];
        let plain = [0, 0, 230, 30, 30, 30, 30, 230];
        assert_eq!(drawn(&file(1, 3, 8, 3, &plain)), red_and_blue);
        assert_eq!(drawn(&file(2, 3, 8, 3, &plain)), red_and_blue);
        let packed = [0, 1, 0, 3, 0, 2, 0, 3, 1, 230, 30, 255, 30, 1, 30, 230];
        assert_eq!(drawn(&file(1, 3, 8, 3, &packed)), red_and_blue);
        let wide = [0, 0, 230, 230, 30, 30, 30, 30, 30, 30, 30, 30, 230, 230];
        assert_eq!(drawn(&file(1, 3, 16, 3, &wide)), red_and_blue);
        // ink without a profile that can be read
        let ink = [0, 0, 230, 30, 30, 30, 30, 230, 255, 255];
        assert_eq!(drawn(&file(1, 4, 8, 4, &ink)), red_and_blue);
        assert_eq!(drawn(&file(1, 0, 1, 1, &[0, 0, 0x80])), [[0; 3], [255; 3]]);
        assert_eq!(
            drawn(&file(1, 1, 8, 1, &[0, 0, 9, 200])),
            [[9; 3], [200; 3]]
        );
        let read = file(1, 3, 8, 3, &plain);
        assert_eq!(profile(&self::read(&read).unwrap()), Some(&b"abc"[..]));
    }

    #[test]
    fn one_that_breaks_off_says_so_wherever_it_does() {
        let whole = file(
            1,
            3,
            8,
            3,
            &[0, 1, 0, 3, 0, 2, 0, 3, 1, 230, 30, 255, 30, 1, 30, 230],
        );
        assert_eq!(breaks_off(&whole), Some(false));
        for end in 26..whole.len() {
            assert_eq!(breaks_off(&whole[..end]), Some(true), "{end}");
            assert!(decode(&whole[..end], Watch::begin(None)).is_err());
        }
        let float = file(1, 3, 32, 3, &[0; 40]);
        assert_eq!(size(&float), (Some((2, 1)), Some(Obstacle::NotDecoded)));
    }
}
