//! Luma and chroma, as HEVC and AV1 code them, made RGB (ITU-T H.273, 8.3).

use crate::bounds::Obstacle;
use heic_rs::hevc::{ChromaFormat, Frame};
use image::{DynamicImage, ImageBuffer};

/// How luma and chroma are made of RGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Matrix {
    /// Matrix coefficients, as H.273 numbers them.
    pub(crate) coefficients: u16,
    /// Whether black is 0 and white the highest number; else 16 and 235 of 255.
    pub(crate) is_full: bool,
}

impl Default for Matrix {
    /// What is meant where nothing is said: as in JPEG.
    fn default() -> Self {
        Self {
            coefficients: 6,
            is_full: true,
        }
    }
}

impl Matrix {
    /// The shares of red and blue in luma.
    const fn weights(self) -> (f32, f32) {
        match self.coefficients {
            1 => (0.2126, 0.0722),
            4 => (0.30, 0.11),
            7 => (0.212, 0.087),
            9 | 10 => (0.2627, 0.0593),
            _ => (0.299, 0.114),
        }
    }
}

/// RGB, or RGBA where a second picture of the same size says how solid each pixel is; of sixteen bits where there are
/// more than eight.
///
/// # Errors
/// [`Obstacle::Damaged`] where the planes do not have the size that is stated.
pub(crate) fn draw(
    frame: &Frame,
    alpha: Option<&Frame>,
    matrix: Matrix,
) -> Result<DynamicImage, Obstacle> {
    frame.validate().map_err(|_| Obstacle::Damaged)?;
    let alpha = alpha.filter(|alpha| {
        alpha.validate().is_ok() && (alpha.width, alpha.height) == (frame.width, frame.height)
    });
    let (width, height) = (frame.width, frame.height);
    let picture = match (frame.bit_depth > 8, alpha) {
        (false, None) => {
            let pixels = pixels(frame, matrix, 255.0, |light| light as u8, None);
            ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8)
        }
        (false, Some(alpha)) => {
            let pixels = pixels(frame, matrix, 255.0, |light| light as u8, Some(alpha));
            ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageRgba8)
        }
        (true, None) => {
            let pixels = pixels(frame, matrix, 65535.0, |light| light as u16, None);
            ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageRgb16)
        }
        (true, Some(alpha)) => {
            let pixels = pixels(frame, matrix, 65535.0, |light| light as u16, Some(alpha));
            ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageRgba16)
        }
    };
    picture.ok_or(Obstacle::Damaged)
}

/// Samples of all pixels, in the order red, green, blue and, where it is given, alpha.
fn pixels<T>(
    frame: &Frame,
    matrix: Matrix,
    highest: f32,
    round: impl Fn(f32) -> T,
    alpha: Option<&Frame>,
) -> Vec<T> {
    let (red, blue) = matrix.weights();
    let green = 1.0 - red - blue;
    let most = ((1_u32 << frame.bit_depth.clamp(8, 16)) - 1) as f32;
    let step = (1_u32 << (frame.bit_depth.clamp(8, 16) - 8)) as f32;
    let (floor, luma, chroma) = if matrix.is_full {
        (0.0, highest / most, highest / most)
    } else {
        (
            16.0 * step,
            highest / (219.0 * step),
            highest / (224.0 * step),
        )
    };
    let middle = 128.0 * step;
    let to_red = 2.0 * (1.0 - red) * chroma;
    let to_blue = 2.0 * (1.0 - blue) * chroma;
    let (green_by_cr, green_by_cb) = (to_red * red / green, to_blue * blue / green);
    let is_rgb = matrix.coefficients == 0 && frame.chroma == ChromaFormat::Yuv444;
    let channels = if alpha.is_some() { 4 } else { 3 };
    let (width, height) = (frame.width as usize, frame.height as usize);
    let mut samples = Vec::with_capacity(width * height * channels);
    let limit = |light: f32| round((light + 0.5).clamp(0.0, highest));
    for y in 0..height {
        let row = row(&frame.y, frame.y_stride, y);
        let down = y >> frame.chroma.y_shift();
        let (cb, cr) = match frame.chroma {
            ChromaFormat::Monochrome => (&[][..], &[][..]),
            _ => (
                self::row(&frame.cb, frame.c_stride, down),
                self::row(&frame.cr, frame.c_stride, down),
            ),
        };
        let solid = alpha.map(|alpha| {
            let most = ((1_u32 << alpha.bit_depth.clamp(8, 16)) - 1) as f32;
            (self::row(&alpha.y, alpha.y_stride, y), highest / most)
        });
        let shift = frame.chroma.x_shift();
        for (x, light) in row.iter().take(width).enumerate() {
            let light = (f32::from(*light) - floor) * luma;
            let across = x >> shift;
            let part = |plane: &[u16]| plane.get(across).map_or(middle, |part| f32::from(*part));
            let (cb, cr) = (part(cb), part(cr));
            let colour = if is_rgb {
                // green stands in the place of luma, then blue and red
                [(cr - floor) * luma, light, (cb - floor) * luma]
            } else {
                let (cb, cr) = (cb - middle, cr - middle);
                [
                    light + cr * to_red,
                    light - cr * green_by_cr - cb * green_by_cb,
                    light + cb * to_blue,
                ]
            };
            samples.extend(colour.map(&limit));
            if let Some((solid, scale)) = solid {
                let solid = solid
                    .get(x)
                    .map_or(highest, |solid| f32::from(*solid) * scale);
                samples.push(limit(solid));
            }
        }
    }
    samples
}

fn row(plane: &[u16], stride: u32, y: usize) -> &[u16] {
    let stride = stride as usize;
    plane.get(y * stride..(y + 1) * stride).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(depth: u8, [y, cb, cr]: [u16; 3]) -> Frame {
        Frame {
            width: 3,
            height: 3,
            bit_depth: depth,
            chroma: ChromaFormat::Yuv420,
            y: vec![y; 9],
            cb: vec![cb; 4],
            cr: vec![cr; 4],
            y_stride: 3,
            c_stride: 2,
        }
    }

    #[test]
    fn ranges_and_depths() {
        let limited = Matrix {
            coefficients: 1,
            is_full: false,
        };
        for (frame, matrix, wanted) in [
            (frame(8, [90, 94, 228]), Matrix::default(), [230, 30, 30]),
            (frame(8, [235, 128, 128]), limited, [255, 255, 255]),
            (frame(8, [16, 128, 128]), limited, [0, 0, 0]),
            (frame(10, [940, 512, 512]), limited, [255, 255, 255]),
            (frame(10, [360, 376, 912]), Matrix::default(), [230, 30, 30]),
        ] {
            let drawn = draw(&frame, None, matrix).unwrap().to_rgb8();
            assert_eq!(drawn.dimensions(), (3, 3));
            for pixel in drawn.pixels() {
                let near = pixel
                    .0
                    .iter()
                    .zip(wanted)
                    .all(|(got, wanted)| got.abs_diff(wanted) < 3);
                assert!(near, "{pixel:?} {wanted:?}");
            }
        }
        let solid = frame(8, [64, 128, 128]);
        let glass = draw(&frame(8, [90, 94, 228]), Some(&solid), Matrix::default()).unwrap();
        assert_eq!(glass.to_rgba8().get_pixel(2, 2).0[3], 64);
    }
}
