//! The credit beneath a picture: dark on a light strip of its own, so that it is read on any picture.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use ttf_parser::OutlineBuilder;

use crate::paper::font::{DrawGlyph, FontWeight};

/// Shades of paper and ink.
const PAPER: u8 = 255;
const INK: u8 = 26;
/// How many times the size of the letters a picture's longer side has, and their least size in pixels.
const LETTERS_IN_SIDE: f32 = 62.0;
const SMALLEST: f32 = 11.0;
/// Most lines; what is longer ends in an ellipsis.
const LINES_MOST: usize = 4;
/// From line to line, of the size of the letters; the margin around them likewise.
const LEADING: f32 = 1.3;
const MARGIN: f32 = 0.55;
/// Where the letters of a line stand, of its height from the top.
const BASELINE: f32 = 0.76;

/// The strip for a picture of this width and height in pixels: its rows, each as wide as the picture, as shades of grey.
pub(super) fn draw_strip(font: &FontWeight, credit: &str, width: u32, height: u32) -> Vec<u8> {
    let size = (pixels(width.max(height)) / LETTERS_IN_SIDE).max(SMALLEST);
    let margin = size * MARGIN;
    let room = (pixels(width) - 2.0 * margin).max(size);
    let lines = shorten(font, font.lines(credit, size, room), size, room);
    let (across, down) = (count(pixels(width)), count(size * LEADING));
    let blank = vec![PAPER; across * count(margin)];
    let mut rows = blank.clone();
    for line in &lines {
        let mut drawing = Drawing::new(across, down, margin, size * LEADING * BASELINE);
        font.outline(line, size, &mut drawing);
        rows.extend(drawing.into_shades());
    }
    rows.extend(blank);
    rows
}

/// The first lines, with an ellipsis where more would follow.
fn shorten(font: &FontWeight, mut lines: Vec<String>, size: f32, room: f32) -> Vec<String> {
    if lines.len() > LINES_MOST {
        lines.truncate(LINES_MOST);
        if let Some(last) = lines.last_mut() {
            last.push('…');
            while font.width(last, size) > room && last.chars().count() > 2 {
                last.pop();
                last.pop();
                last.push('…');
            }
        }
    }
    lines
}

/// Sides of pictures are far below what a float counts exactly.
#[allow(
    clippy::cast_precision_loss,
    reason = "a picture has at most 65,535 pixels a side"
)]
fn pixels(side: u32) -> f32 {
    side.min(1 << 20) as f32
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it was a count of pixels, or a part of one"
)]
fn count(pixels: f32) -> usize {
    pixels.ceil().max(1.0) as usize
}

/// A line of glyphs, drawn into a grid of how much of each pixel is covered.
struct Drawing {
    grid: Rasterizer,
    /// Where the line begins, in pixels from the left and the top.
    left: f32,
    baseline: f32,
    /// Where the glyph begins on the line, and how many pixels its unit has.
    across: f32,
    scale: f32,
    start: Point,
    at: Point,
}

impl Drawing {
    fn new(width: usize, height: usize, left: f32, baseline: f32) -> Drawing {
        Drawing {
            grid: Rasterizer::new(width, height),
            left,
            baseline,
            across: 0.0,
            scale: 0.0,
            start: point(0.0, 0.0),
            at: point(0.0, 0.0),
        }
    }

    fn place(&self, x: f32, y: f32) -> Point {
        point(
            self.left + self.across + x * self.scale,
            self.baseline - y * self.scale,
        )
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a shade between ink and paper"
    )]
    fn into_shades(self) -> Vec<u8> {
        let (width, height) = self.grid.dimensions();
        let mut shades = vec![PAPER; width * height];
        self.grid.for_each_pixel(|at, covered| {
            if let Some(shade) = shades.get_mut(at) {
                let darker = f32::from(PAPER - INK) * covered.clamp(0.0, 1.0);
                *shade = (f32::from(PAPER) - darker).round() as u8;
            }
        });
        shades
    }
}

impl DrawGlyph for Drawing {
    fn begin(&mut self, across: f32, scale: f32) {
        (self.across, self.scale) = (across, scale);
    }
}

impl OutlineBuilder for Drawing {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.place(x, y);
        self.at = self.start;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.place(x, y);
        self.grid.draw_line(self.at, to);
        self.at = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let to = self.place(x, y);
        self.grid.draw_quad(self.at, self.place(x1, y1), to);
        self.at = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let to = self.place(x, y);
        let (one, other) = (self.place(x1, y1), self.place(x2, y2));
        self.grid.draw_cubic(self.at, one, other, to);
        self.at = to;
    }

    fn close(&mut self) {
        self.grid.draw_line(self.at, self.start);
        self.at = self.start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::font::Fonts;

    #[test]
    fn every_kazakh_letter_leaves_ink_and_the_edges_stay_paper() {
        let font = Fonts::load().unwrap().regular;
        let blank = draw_strip(&font, " ", 400, 300);
        assert!(blank.iter().all(|shade| *shade == PAPER));
        for letter in "ӘҒҚҢӨҰҮҺІәғқңөұүһі№«»".chars() {
            let strip = draw_strip(&font, &letter.to_string(), 400, 300);
            assert_eq!(strip.len() % 400, 0);
            // a stem that lies between two pixels leaves its ink in both
            let ink = |shade: u8| u16::from(PAPER - shade);
            let mut stems = strip.windows(2).map(|two| ink(two[0]) + ink(two[1]));
            assert!(
                stems.any(|ink| ink > u16::from(PAPER - INK) / 2),
                "{letter}"
            );
            let mut edges = strip.chunks(400).flat_map(|row| [row[0], row[399]]);
            assert!(edges.all(|shade| shade == PAPER), "{letter}");
        }
    }

    #[test]
    fn a_long_credit_is_set_in_lines_and_ends_in_an_ellipsis() {
        let font = Fonts::load().unwrap().regular;
        let rows = |credit: &str| draw_strip(&font, credit, 300, 200).len() / 300;
        let credit = "Қала әкімдігінің баспасөз қызметі ";
        assert!(rows(&credit.repeat(3)) > rows(credit));
        assert_eq!(rows(&credit.repeat(40)), rows(&credit.repeat(400)));
        // A picture narrower than a letter is no reason to fail.
        assert!(!draw_strip(&font, credit, 1, 900).is_empty());
    }
}
