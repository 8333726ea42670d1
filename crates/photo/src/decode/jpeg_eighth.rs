//! An eighth of a JPEG picture: of each block of 8 × 8 coefficients only the first, its mean, is decoded (ITU-T T.81,
//! annexes F and G). The others are passed over several at a time, which is far quicker than to decode them; the scans
//! of a progressive file that hold no means are not read at all. Only sound files of the common kinds: the full decoder
//! takes all others.

use super::jpeg_codes::{Bits, Codes};
use super::jpeg_header::JpegHeader;
use crate::bounds::{Obstacle, Watch};
use crate::structure::segments::{END, SCAN, end_of_scan, segment};
use image::{DynamicImage, GrayImage, RgbImage};

/// More blocks than a picture of [`crate::bounds::PIXELS_MOST`] has, with three whole components.
const BLOCKS_MOST: usize = 16_000_000;

/// One colour component.
#[derive(Debug)]
struct Component {
    id: u8,
    /// Sampling factors, across and down.
    h: usize,
    v: usize,
    /// Which quantisation table.
    table: usize,
    /// Blocks in a row and rows of blocks, with those that fill the last unit up.
    columns: usize,
    rows: usize,
    /// Blocks that lie in the picture.
    inside: (usize, usize),
    /// The first coefficient of each block, not dequantised.
    means: Vec<i16>,
    before: i32,
}

/// The picture at an eighth of its sides, rounded up; none where the full decoder is to be asked.
///
/// # Errors
/// [`Obstacle::Stopped`] and [`Obstacle::TooLarge`] as the watch says.
pub(crate) fn decode(
    bytes: &[u8],
    header: &JpegHeader,
    watch: Watch<'_>,
) -> Result<Option<DynamicImage>, Obstacle> {
    if !header.is_common() || !matches!(header.components, 1 | 3) {
        return Ok(None);
    }
    let mut reading = Reading::default();
    let mut at = 2;
    while let Some(segment) = segment(bytes, at) {
        watch.check()?;
        at = segment.end;
        let went_well = match segment.marker {
            END => return Ok(reading.draw(header)),
            0xdb => reading.quantisation(segment.content),
            0xc4 => reading.huffman(segment.content),
            0xc0..=0xc2 => reading.frame(segment.content, header),
            0xdd => segment.content.first_chunk().map(|number| {
                reading.restarts = u16::from_be_bytes(*number).into();
            }),
            SCAN => match reading.scan(bytes, at, segment.content, header, watch)? {
                Some(end) => {
                    at = end;
                    Some(())
                }
                None => None,
            },
            _ => Some(()),
        };
        if went_well.is_none() {
            return Ok(None);
        }
    }
    Ok(None)
}

#[derive(Debug, Default)]
struct Reading {
    /// The first number of each quantisation table.
    quantisers: [i32; 4],
    dc: [Option<Codes>; 4],
    ac: [Option<Codes>; 4],
    /// Units between restarts; 0 is never.
    restarts: usize,
    components: Vec<Component>,
    size: (usize, usize),
}

impl Reading {
    fn quantisation(&mut self, mut content: &[u8]) -> Option<()> {
        while let [kind, rest @ ..] = content {
            let wide = usize::from(kind >> 4);
            let number = match (wide, rest) {
                (0, [one, ..]) => i32::from(*one),
                (1, [high, low, ..]) => i32::from(u16::from_be_bytes([*high, *low])),
                _ => return None,
            };
            *self.quantisers.get_mut(usize::from(kind & 15))? = number;
            content = rest.get(64 * (wide + 1)..)?;
        }
        Some(())
    }

    fn huffman(&mut self, mut content: &[u8]) -> Option<()> {
        while let [kind, rest @ ..] = content {
            let (counts, rest) = rest.split_first_chunk::<16>()?;
            let total: usize = counts.iter().map(|count| usize::from(*count)).sum();
            let symbols = rest.get(..total)?;
            let codes = Codes::new(counts, symbols, kind >> 4 == 1)?;
            let tables = if kind >> 4 == 0 {
                &mut self.dc
            } else {
                &mut self.ac
            };
            *tables.get_mut(usize::from(kind & 15))? = Some(codes);
            content = rest.get(total..)?;
        }
        Some(())
    }

    /// The frame that the header is of; of any other the bounds were not asked.
    fn frame(&mut self, content: &[u8], header: &JpegHeader) -> Option<()> {
        let [8, h1, h0, w1, w0, count, rest @ ..] = content else {
            return None;
        };
        let side = |high: &u8, low: &u8| u16::from_be_bytes([*high, *low]);
        let (width, height) = (side(w1, w0), side(h1, h0));
        let is_of_header = header.size == (width.into(), height.into())
            && header.components == usize::from(*count)
            && self.components.is_empty();
        let (width, height) = (usize::from(width), usize::from(height));
        let parts = rest.chunks_exact(3).take(usize::from(*count));
        let factors: Vec<[usize; 2]> = parts
            .clone()
            .map(|part| [usize::from(part[1] >> 4), usize::from(part[1] & 15)])
            .collect();
        let widest = factors.iter().map(|[h, _]| *h).max()?;
        let highest = factors.iter().map(|[_, v]| *v).max()?;
        if !is_of_header
            || width == 0
            || height == 0
            || factors.len() != usize::from(*count)
            || factors
                .iter()
                .flatten()
                .any(|factor| !matches!(factor, 1 | 2 | 4))
        {
            return None;
        }
        let units = (width.div_ceil(8 * widest), height.div_ceil(8 * highest));
        for (part, [h, v]) in parts.zip(factors) {
            let (columns, rows) = (units.0 * h, units.1 * v);
            if columns * rows > BLOCKS_MOST {
                return None;
            }
            let inside =
                |side: usize, own: usize, most: usize| (side * own).div_ceil(most).div_ceil(8);
            self.components.push(Component {
                id: part[0],
                h,
                v,
                table: usize::from(part[2]),
                columns,
                rows,
                inside: (inside(width, h, widest), inside(height, v, highest)),
                means: vec![0; columns * rows],
                before: 0,
            });
        }
        self.size = (width, height);
        Some(())
    }

    /// Reads a scan, and says where the marker behind it stands.
    fn scan(
        &mut self,
        bytes: &[u8],
        at: usize,
        content: &[u8],
        header: &JpegHeader,
        watch: Watch<'_>,
    ) -> Result<Option<usize>, Obstacle> {
        let Some(scan) = self.scan_header(content, header) else {
            return Ok(None);
        };
        if scan.first > 0 {
            return Ok(end_of_scan(bytes, at));
        }
        let mut bits = Bits::new(bytes, at);
        let alone = match &scan.parts[..] {
            [(which, ..)] => self
                .components
                .get(*which)
                .map(|component| component.inside),
            _ => None,
        };
        let units = match (alone, self.components.first()) {
            (Some(inside), _) => inside,
            (None, Some(first)) => (first.columns / first.h, first.rows / first.v),
            (None, None) => return Ok(None),
        };
        let mut until_restart = self.restarts;
        for row in 0..units.1 {
            watch.check()?;
            for column in 0..units.0 {
                if self.restarts > 0 && until_restart == 0 {
                    if bits.restart().is_none() {
                        return Ok(None);
                    }
                    for component in &mut self.components {
                        component.before = 0;
                    }
                    until_restart = self.restarts;
                }
                until_restart = until_restart.saturating_sub(1);
                if self
                    .unit(&scan, alone.is_some(), (column, row), &mut bits)
                    .is_none()
                {
                    return Ok(None);
                }
            }
        }
        Ok(bits.end())
    }

    /// One unit of a scan: one block of a component that stands alone, else all blocks of its components there.
    fn unit(
        &mut self,
        scan: &Scan,
        is_alone: bool,
        (column, row): (usize, usize),
        bits: &mut Bits<'_>,
    ) -> Option<()> {
        for (which, dc, ac) in &scan.parts {
            let component = self.components.get_mut(*which)?;
            let (across, down) = if is_alone {
                (1, 1)
            } else {
                (component.h, component.v)
            };
            for y in 0..down {
                for x in 0..across {
                    let place = (row * down + y) * component.columns + column * across + x;
                    let mean = component.means.get_mut(place)?;
                    if scan.is_refinement {
                        *mean |= i16::try_from(bits.take(1) << scan.low).ok()?;
                        continue;
                    }
                    let size = u32::from(bits.symbol(self.dc.get(*dc)?.as_ref()?)?);
                    if size > 11 {
                        return None;
                    }
                    component.before += bits.value(size);
                    *mean = i16::try_from(component.before << scan.low).ok()?;
                    if scan.has_rest {
                        bits.pass(self.ac.get(*ac)?.as_ref()?)?;
                    }
                }
            }
        }
        Some(())
    }

    fn scan_header(&mut self, content: &[u8], header: &JpegHeader) -> Option<Scan> {
        let (count, rest) = content.split_first()?;
        let (parts, rest) = rest.split_at_checked(usize::from(*count) * 2)?;
        let [first, _, shifts, ..] = rest else {
            return None;
        };
        let parts: Vec<(usize, usize, usize)> = parts
            .chunks_exact(2)
            .map(|part| {
                let mut ids = self.components.iter();
                let which = ids.position(|component| component.id == part[0])?;
                Some((which, usize::from(part[1] >> 4), usize::from(part[1] & 15)))
            })
            .collect::<Option<_>>()?;
        for component in &mut self.components {
            component.before = 0;
        }
        let is_progressive = header.is_progressive();
        Some(Scan {
            first: if is_progressive { *first } else { 0 },
            is_refinement: is_progressive && shifts >> 4 > 0,
            low: if is_progressive {
                u32::from(shifts & 15).min(13)
            } else {
                0
            },
            has_rest: !is_progressive,
            parts: (!parts.is_empty()).then_some(parts)?,
        })
    }

    /// The means as pixels.
    fn draw(&self, header: &JpegHeader) -> Option<DynamicImage> {
        let planes: Vec<Vec<u8>> = self
            .components
            .iter()
            .map(|component| {
                let quantiser = *self.quantisers.get(component.table)?;
                let shade = |mean: &i16| {
                    let shade = ((i32::from(*mean) * quantiser + 4) >> 3) + 128;
                    u8::try_from(shade.clamp(0, 255)).unwrap_or(u8::MAX)
                };
                Some(component.means.iter().map(shade).collect())
            })
            .collect::<Option<_>>()?;
        let (width, height) = (self.size.0.div_ceil(8), self.size.1.div_ceil(8));
        let widest = self.components.iter().map(|component| component.h).max()?;
        let highest = self.components.iter().map(|component| component.v).max()?;
        let rows = |y: usize| {
            self.components
                .iter()
                .zip(&planes)
                .map(move |(component, plane)| {
                    stretch_row(component, plane, (widest, highest), y, width)
                })
        };
        let side = |side: usize| u32::try_from(side).ok();
        let size = (side(width)?, side(height)?);
        if self.components.len() == 1 {
            let shades = (0..height).flat_map(rows).flatten().collect();
            return GrayImage::from_raw(size.0, size.1, shades).map(DynamicImage::ImageLuma8);
        }
        let is_rgb = header.adobe == Some(0)
            || self
                .components
                .iter()
                .map(|component| component.id)
                .eq(*b"RGB");
        let mut pixels = Vec::with_capacity(width * height * 3);
        for y in 0..height {
            let rows: Vec<Vec<u8>> = rows(y).collect();
            let [first, second, third] = &rows[..] else {
                return None;
            };
            for ((first, second), third) in first.iter().zip(second).zip(third) {
                pixels.extend(if is_rgb {
                    [*first, *second, *third]
                } else {
                    rgb_of(*first, *second, *third)
                });
            }
        }
        RgbImage::from_raw(size.0, size.1, pixels).map(DynamicImage::ImageRgb8)
    }
}

/// One row of a component, drawn out to the width of the finest one between the middles of its pixels.
fn stretch_row(
    component: &Component,
    plane: &[u8],
    (widest, highest): (usize, usize),
    y: usize,
    width: usize,
) -> Vec<u8> {
    let row = |y: usize| {
        let start = y.min(component.inside.1 - 1) * component.columns;
        plane
            .get(start..start + component.inside.0)
            .unwrap_or_default()
    };
    let (above, below, down) = between(y, highest / component.v.max(1));
    let (above, below) = (row(above), row(below));
    let across = widest / component.h.max(1);
    if across <= 1 && down == 0 {
        return above.iter().copied().take(width).collect();
    }
    let mixed = |x: usize| {
        let at = |row: &[u8]| u32::from(row.get(x).or(row.last()).copied().unwrap_or_default());
        at(above) * (8 - down) + at(below) * down
    };
    let shades = (0..width).map(|x| {
        let (left, right, share) = between(x, across);
        let shade = (mixed(left) * (8 - share) + mixed(right) * share + 32) >> 6;
        u8::try_from(shade).unwrap_or(u8::MAX)
    });
    shades.collect()
}

/// Between which two of the coarse pixels the middle of a fine one lies, and how near to the second, of eight.
fn between(fine: usize, ratio: usize) -> (usize, usize, u32) {
    if ratio <= 1 {
        return (fine, fine, 0);
    }
    // in eighths of a coarse pixel, from the middle of the first
    let place = (fine * 2 + 1) * 4 / ratio;
    let Some(place) = place.checked_sub(4) else {
        return (0, 0, 0);
    };
    let share = u32::try_from(place % 8).unwrap_or_default();
    (place / 8, place / 8 + 1, share)
}

/// Full-range BT.601, as JFIF has it.
fn rgb_of(y: u8, cb: u8, cr: u8) -> [u8; 3] {
    let (y, cb, cr) = (i32::from(y) << 16, i32::from(cb) - 128, i32::from(cr) - 128);
    [
        y + 91_881 * cr,
        y - 22_554 * cb - 46_802 * cr,
        y + 116_130 * cb,
    ]
    .map(|shade| u8::try_from(((shade + 32_768) >> 16).clamp(0, 255)).unwrap_or(u8::MAX))
}

/// What a scan's header says.
struct Scan {
    /// The first coefficient of each block that it holds.
    first: u8,
    is_refinement: bool,
    /// How far the values are shifted.
    low: u32,
    /// Whether the other coefficients follow each mean.
    has_rest: bool,
    /// Component, and its tables.
    parts: Vec<(usize, usize, usize)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::with_segments;
    use crate::structure::segments::segments_before_scan;
    use image::{Rgb, imageops};
    use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

    /// Waves with some noise, so that blocks have many coefficients.
    fn scene(width: u16, height: u16) -> RgbImage {
        RgbImage::from_fn(width.into(), height.into(), |x, y| {
            let noise = (x * 7919 + y * 104_729) % 23;
            let wave = (f64::from(x) / 31.0).sin() * 60.0 + (f64::from(y) / 23.0).cos() * 50.0;
            let shade = |shift: f64| (128.0 + wave * shift + f64::from(noise)) as u8;
            Rgb([shade(1.0), shade(-0.6), shade(0.3)])
        })
    }

    fn encoded(
        (width, height): (u16, u16),
        sampling: SamplingFactor,
        is_progressive: bool,
        restarts: u16,
    ) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 92);
        encoder.set_sampling_factor(sampling);
        encoder.set_progressive(is_progressive);
        if restarts > 0 {
            encoder.set_restart_interval(restarts);
        }
        encoder
            .encode(&scene(width, height), width, height, ColorType::Rgb)
            .unwrap();
        bytes
    }

    fn eighth(bytes: &[u8]) -> Option<DynamicImage> {
        let header = JpegHeader::read(bytes).unwrap();
        decode(bytes, &header, Watch::begin(None)).unwrap()
    }

    /// Mean difference of a channel from the whole picture, decoded by the library and shrunk.
    fn apart(bytes: &[u8]) -> f64 {
        apart_from(bytes, &image::load_from_memory(bytes).unwrap().into_rgb8())
    }

    /// Mean difference of a channel from a picture that is shrunk.
    fn apart_from(bytes: &[u8], whole: &RgbImage) -> f64 {
        let small = eighth(bytes).unwrap().into_rgb8();
        assert_eq!(small.width(), whole.width().div_ceil(8));
        assert_eq!(small.height(), whole.height().div_ceil(8));
        let (columns, rows) = (whole.width() / 8, whole.height() / 8);
        let mut sum = 0;
        for (x, y) in (0..columns).flat_map(|x| (0..rows).map(move |y| (x, y))) {
            let block = imageops::crop_imm(whole, x * 8, y * 8, 8, 8).to_image();
            for (channel, got) in small.get_pixel(x, y).0.into_iter().enumerate() {
                let shades = block.pixels().map(|pixel| u32::from(pixel.0[channel]));
                sum += (shades.sum::<u32>() / 64).abs_diff(got.into());
            }
        }
        f64::from(sum) / f64::from(columns * rows * 3)
    }

    #[test]
    fn it_is_what_the_whole_picture_is_when_shrunk() {
        let samplings = [
            SamplingFactor::F_1_1,
            SamplingFactor::F_2_1,
            SamplingFactor::F_1_2,
            SamplingFactor::F_2_2,
            SamplingFactor::F_4_1,
        ];
        for sampling in samplings {
            for is_progressive in [false, true] {
                for restarts in [0, 3] {
                    for size in [(640, 320), (203, 117), (9, 40)] {
                        let bytes = encoded(size, sampling, is_progressive, restarts);
                        let apart = apart(&bytes);
                        let case = format!("{sampling:?} {is_progressive} {restarts} {size:?}");
                        // Of a picture as narrow as a block chroma beyond its edge counts. Where chroma is four
                        // times as wide the library itself errs in narrow pictures and behind restarts, so it is no
                        // measure there; libjpeg draws those as they are drawn here.
                        let most = match (size, restarts, sampling) {
                            ((..16, _), _, SamplingFactor::F_4_1)
                            | (_, 1.., SamplingFactor::F_4_1) => continue,
                            ((..16, _), ..) => 12.0,
                            _ => 4.0,
                        };
                        assert!(apart < most, "{case}: {apart}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_grey_one_and_one_whose_channels_are_rgb() {
        let grey = imageops::grayscale(&scene(160, 80));
        let mut bytes = Vec::new();
        Encoder::new(&mut bytes, 92)
            .encode(&grey, 160, 80, ColorType::Luma)
            .unwrap();
        assert!(matches!(eighth(&bytes), Some(DynamicImage::ImageLuma8(_))));
        assert!(apart(&bytes) < 3.0);
        // red, green and blue stand in the file as they are, which it says in one of two ways
        let scene = scene(160, 80);
        let mut plain = Vec::new();
        Encoder::new(&mut plain, 92)
            .encode(&scene, 160, 80, ColorType::Ycbcr)
            .unwrap();
        assert!(apart_from(&plain, &scene) > 20.0);
        let adobe = (0xee, b"Adobe\0\x64\0\0\0\0\0".to_vec());
        assert!(apart_from(&with_segments(&plain, &[adobe]), &scene) < 3.0);
        let mut named = plain.clone();
        for marker in [0xc0, SCAN] {
            let start = named.windows(2).position(|pair| pair == [0xff, marker]);
            let (first, each) = if marker == SCAN { (5, 2) } else { (10, 3) };
            for (which, name) in b"RGB".iter().enumerate() {
                named[start.unwrap() + first + which * each] = *name;
            }
        }
        assert!(apart_from(&named, &scene) < 3.0);
    }

    #[test]
    fn a_frame_that_is_not_the_headers_takes_no_room() {
        let whole = encoded((203, 117), SamplingFactor::F_2_2, false, 0);
        let header = JpegHeader::read(&whole).unwrap();
        let frame = |size: [u8; 4], count: u8| {
            let parts: Vec<u8> = (0..count).flat_map(|id| [id, 0x11, 0]).collect();
            [&[8][..], &size, &[count], &parts].concat()
        };
        let own = [0, 117, 0, 203];
        for bomb in [frame([0x7f; 4], 255), frame(own, 255), frame([0x7f; 4], 3)] {
            let mut reading = Reading::default();
            assert!(reading.frame(&bomb, &header).is_none());
            assert!(reading.components.is_empty());
            // a file has one frame
            let twice = with_segments(&whole, &[(0xc0, bomb)]);
            assert_eq!(JpegHeader::read(&twice), None);
        }
        assert!(Reading::default().frame(&frame(own, 3), &header).is_some());
    }

    #[test]
    fn a_file_that_breaks_off_or_is_spoilt_is_left_to_the_full_decoder() {
        for is_progressive in [false, true] {
            let whole = encoded((203, 117), SamplingFactor::F_2_2, is_progressive, 0);
            let last = segments_before_scan(&whole).last().unwrap();
            let scan = segment(&whole, last.end).unwrap().end;
            for end in (scan..whole.len()).step_by(7) {
                assert!(eighth(&whole[..end]).is_none(), "{end}");
            }
            for at in scan..whole.len() {
                let mut spoilt = whole.clone();
                spoilt[at] ^= 0x5a;
                let _ = eighth(&spoilt);
            }
        }
    }
}
