//! What becomes of a photo on its way through mail, messengers and sites.

use super::canvas::Chance;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{Rgb, RgbImage};

/// What is done to a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    Half,
    Quarter,
    Quality30,
    CutAllSides,
    CutSomeSides,
    StripOver,
    StripBelow,
    CornerMark,
    MarkAcross,
    Lighter,
    Darker,
    MoreContrast,
    LessContrast,
    MoreColour,
    LessColour,
    Grey,
    GreySmallPoor,
    CutStripPoor,
}

pub const CHANGES: [Change; 18] = [
    Change::Half,
    Change::Quarter,
    Change::Quality30,
    Change::CutAllSides,
    Change::CutSomeSides,
    Change::StripOver,
    Change::StripBelow,
    Change::CornerMark,
    Change::MarkAcross,
    Change::Lighter,
    Change::Darker,
    Change::MoreContrast,
    Change::LessContrast,
    Change::MoreColour,
    Change::LessColour,
    Change::Grey,
    Change::GreySmallPoor,
    Change::CutStripPoor,
];

impl Change {
    /// The changed picture as JPEG.
    pub fn make(self, picture: &RgbImage, seed: u64) -> Vec<u8> {
        let mut chance = Chance::new(seed * 77 + self as u64);
        let (wide, high) = picture.dimensions();
        let smaller = |picture: &RgbImage, parts: u32| {
            let (wide, high) = (picture.width() / parts, picture.height() / parts);
            imageops::resize(picture, wide, high, FilterType::Lanczos3)
        };
        let toned = |tone: &dyn Fn(f32) -> f32| each(picture, |colour| colour.map(tone));
        let (changed, quality) = match self {
            Change::Half => (smaller(picture, 2), 85),
            Change::Quarter => (smaller(picture, 4), 80),
            Change::Quality30 => (picture.clone(), 30),
            Change::CutAllSides => (cut(picture, [0.05; 4]), 85),
            Change::CutSomeSides => {
                let sides = [(); 4].map(|()| chance.between(-0.04, 0.05).max(0.0));
                (cut(picture, sides), 85)
            }
            Change::StripOver => (strip(picture, &mut chance, false), 85),
            Change::StripBelow => (strip(picture, &mut chance, true), 85),
            Change::CornerMark => {
                let place = [
                    wide * 7 / 10,
                    high * 88 / 100,
                    wide * 97 / 100,
                    high * 95 / 100,
                ];
                (
                    written(picture.clone(), &mut chance, place, high / 28, 0.8),
                    85,
                )
            }
            Change::MarkAcross => {
                let place = [wide / 5, high * 45 / 100, wide * 4 / 5, high * 54 / 100];
                (
                    written(picture.clone(), &mut chance, place, high / 13, 0.3),
                    85,
                )
            }
            Change::Lighter => (toned(&|shade| shade * 1.2 + 12.0), 85),
            Change::Darker => (toned(&|shade| shade * 0.75), 85),
            Change::MoreContrast => (toned(&|shade| (shade - 128.0) * 1.3 + 128.0), 85),
            Change::LessContrast => (toned(&|shade| (shade - 128.0) * 0.7 + 128.0), 85),
            Change::MoreColour => (saturated(picture, 1.6), 85),
            Change::LessColour => (saturated(picture, 0.4), 85),
            Change::Grey => (saturated(picture, 0.0), 85),
            Change::GreySmallPoor => (saturated(&smaller(picture, 2), 0.0), 30),
            Change::CutStripPoor => {
                let sides = [(); 4].map(|()| chance.between(0.0, 0.03));
                (strip(&cut(picture, sides), &mut chance, false), 40)
            }
        };
        jpeg(&changed, quality)
    }
}

pub fn jpeg(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality))
        .unwrap();
    bytes
}

fn each(picture: &RgbImage, change: impl Fn([f32; 3]) -> [f32; 3]) -> RgbImage {
    let mut changed = picture.clone();
    for pixel in changed.pixels_mut() {
        pixel.0 = change(pixel.0.map(f32::from)).map(|channel| channel.clamp(0.0, 255.0) as u8);
    }
    changed
}

fn saturated(picture: &RgbImage, by: f32) -> RgbImage {
    each(picture, |colour| {
        let grey = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];
        colour.map(|channel| grey + (channel - grey) * by)
    })
}

/// Left, top, right and bottom, as parts of the sides.
fn cut(picture: &RgbImage, [left, top, right, bottom]: [f32; 4]) -> RgbImage {
    let (wide, high) = (picture.width() as f32, picture.height() as f32);
    let (x, y) = ((left * wide) as u32, (top * high) as u32);
    let (w, h) = (
        (wide * (1.0 - left - right)) as u32,
        (high * (1.0 - top - bottom)) as u32,
    );
    imageops::crop_imm(picture, x, y, w, h).to_image()
}

/// A strip with a credit in it, over the lower edge or below it.
fn strip(picture: &RgbImage, chance: &mut Chance, below: bool) -> RgbImage {
    let (wide, high) = picture.dimensions();
    let strip = high * 7 / 100;
    let whole = if below { high + strip } else { high };
    let shade = if chance.below(2) == 0 { 15 } else { 240 };
    let mut changed = RgbImage::from_pixel(wide, whole, Rgb([shade; 3]));
    imageops::replace(&mut changed, picture, 0, 0);
    for y in whole - strip..whole {
        for x in 0..wide {
            changed.put_pixel(x, y, Rgb([shade; 3]));
        }
    }
    let place = [wide / 30, whole - strip * 3 / 4, wide * 7 / 10, whole];
    let (ink, size) = (255 - shade, strip / 2);
    letters(changed, chance, place, size, [f32::from(ink); 3], 1.0)
}

fn written(
    picture: RgbImage,
    chance: &mut Chance,
    place: [u32; 4],
    size: u32,
    part: f32,
) -> RgbImage {
    letters(picture, chance, place, size, [255.0; 3], part)
}

/// One line of letters that nobody can read.
fn letters(
    mut picture: RgbImage,
    chance: &mut Chance,
    [left, top, right, bottom]: [u32; 4],
    size: u32,
    ink: [f32; 3],
    part: f32,
) -> RgbImage {
    let (step, stroke) = (size * 7 / 10, (size / 6).max(1));
    let mut x = left;
    while step > 0 && x + step < right {
        let shape = 1 + chance.below(63);
        for dy in 0..size.min(bottom - top) {
            for dx in 0..size / 2 {
                let edges = [
                    dy < stroke,
                    dy >= size / 2 && dy < size / 2 + stroke,
                    dy + stroke >= size,
                    dx < stroke,
                    dx + stroke >= size / 2 && dy < size / 2,
                    dx + stroke >= size / 2 && dy >= size / 2,
                ];
                let inked = edges
                    .iter()
                    .enumerate()
                    .any(|(bit, on)| *on && shape >> bit & 1 == 1);
                if inked && x + dx < picture.width() && top + dy < picture.height() {
                    let pixel = picture.get_pixel_mut(x + dx, top + dy);
                    for (channel, ink) in pixel.0.iter_mut().zip(ink) {
                        *channel = (f32::from(*channel) * (1.0 - part) + ink * part) as u8;
                    }
                }
            }
        }
        x += step;
    }
    picture
}
