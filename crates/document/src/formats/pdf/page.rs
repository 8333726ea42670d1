//! What a page draws: letters, rules, pictures, each with its place.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::hayro_syntax::object::{Dict, Name};
use hayro_interpret::hayro_syntax::page::{Page, Rotation};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

use super::pictures::Kept;
use crate::budget::Budget;
use crate::document::Document;
use crate::old_fonts;
use crate::refusal::Refusal;

/// Letters of a page beyond which the rest is cut off.
const MOST_LETTERS: usize = 400_000;
/// The same of rules: no table has so many.
const MOST_RULES: usize = 4_000;

/// A letter and its place on the page: from the left and from the top, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub c: char,
    pub x: f32,
    /// Of the line that it stands on.
    pub y: f32,
    pub width: f32,
    pub size: f32,
    /// Where its line runs, in degrees; 0 is to the right.
    pub angle: i16,
    /// Whether it is marked as furniture of the pages.
    pub is_furniture: bool,
}

/// A rule or the edge of a box.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub from: (f32, f32),
    pub to: (f32, f32),
}

/// A picture's place on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub picture: usize,
    pub area: Rect,
}

/// All that a page draws.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub letters: Vec<Letter>,
    pub rules: Vec<Rule>,
    pub pictures: Vec<Placed>,
    pub height: f32,
    /// Letters that nobody can tell.
    pub lost: usize,
    pub is_cut_off: bool,
    /// How much of the page pictures cover, from 0.
    covered: f64,
    shapes: usize,
}

impl Collected {
    /// An empty page.
    pub fn of_height(height: f32) -> Collected {
        Collected {
            height,
            ..Collected::default()
        }
    }

    /// Adds a letter, as long as there is room.
    pub fn add(&mut self, letter: Letter) {
        match self.letters.len() < MOST_LETTERS {
            true => self.letters.push(letter),
            false => self.is_cut_off = true,
        }
    }

    /// Whether the page is only a picture, or letters drawn as shapes.
    pub fn is_scan(&self) -> bool {
        self.letters.is_empty() && self.lost == 0 && (self.covered > 0.4 || self.shapes > 200)
    }
}

/// How a page's places become points from the left and the top of what one sees, and how large that is.
pub(super) fn find_place(page: &Page<'_>) -> (Affine, Rect) {
    let area = page.intersected_crop_box();
    let (left, bottom) = (area.x0, area.y0);
    let (width, height) = (area.x1 - area.x0, area.y1 - area.y0);
    let turned = match page.rotation() {
        Rotation::None => Affine::new([1.0, 0.0, 0.0, -1.0, 0.0, height]),
        Rotation::Horizontal => Affine::new([0.0, 1.0, 1.0, 0.0, 0.0, 0.0]),
        Rotation::Flipped => Affine::new([-1.0, 0.0, 0.0, 1.0, width, 0.0]),
        Rotation::FlippedHorizontal => Affine::new([0.0, -1.0, -1.0, 0.0, height, width]),
    };
    let (width, height) = match page.rotation() {
        Rotation::None | Rotation::Flipped => (width, height),
        Rotation::Horizontal | Rotation::FlippedHorizontal => (height, width),
    };
    (
        turned * Affine::translate((-left, -bottom)),
        Rect::new(0.0, 0.0, width, height),
    )
}

/// Collects what a page draws.
pub(super) struct Collector<'c> {
    collected: Collected,
    area: Rect,
    kept: &'c mut Kept,
    document: &'c mut Document,
    budget: &'c mut Budget,
    refusal: Option<Refusal>,
    /// Marked contents within each other: whether each is furniture, and what is read in its place.
    marks: Vec<Mark>,
    /// Letters by their places, to leave out those that are drawn twice to look bold.
    drawn: HashSet<u64, BuildHasherDefault<CellHasher>>,
}

#[derive(Default)]
struct Mark {
    is_furniture: bool,
    /// Words that the file gives for what is drawn, until they are taken.
    words: Option<String>,
    has_words: bool,
}

impl<'c> Collector<'c> {
    pub fn new(
        area: Rect,
        kept: &'c mut Kept,
        document: &'c mut Document,
        budget: &'c mut Budget,
    ) -> Collector<'c> {
        let collected = Collected::of_height(area.height() as f32);
        Collector {
            collected,
            area,
            kept,
            document,
            budget,
            refusal: None,
            marks: Vec::new(),
            drawn: HashSet::default(),
        }
    }

    /// The document that the page is of.
    pub fn document(&mut self) -> &mut Document {
        self.document
    }

    /// Ends the page.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn finish(self) -> Result<Collected, Refusal> {
        match self.refusal {
            Some(refusal) => Err(refusal),
            None => Ok(self.collected),
        }
    }

    /// Adds words that stand in a field of a form.
    pub fn add_words(&mut self, words: &str, area: Rect) {
        let size = (area.height() as f32 * 0.7).clamp(6.0, 12.0);
        let mut x = area.x0 as f32;
        let mut y = area.y0 as f32 + size;
        for c in words.chars() {
            if matches!(c, '\r' | '\n') {
                x = area.x0 as f32;
                y += size;
                continue;
            }
            self.add_letter(Letter {
                c,
                x,
                y,
                width: size * 0.5,
                size,
                angle: 0,
                is_furniture: false,
            });
            x += size * 0.5;
        }
    }

    fn add_letter(&mut self, letter: Letter) {
        if self.collected.letters.len() >= MOST_LETTERS {
            self.collected.is_cut_off = true;
            return;
        }
        if !(letter.x.is_finite() && letter.y.is_finite() && letter.size.is_finite())
            || letter.size < 0.5
            || letter.x.abs() > 50_000.0
            || letter.y.abs() > 50_000.0
        {
            return;
        }
        if !letter.c.is_whitespace() && self.is_drawn_again(&letter) {
            return;
        }
        self.collected.letters.push(letter);
    }

    /// Whether the same letter stands there already, but for a trifle.
    fn is_drawn_again(&mut self, letter: &Letter) -> bool {
        let step = (letter.size * 0.16).max(0.1);
        let (x, y) = (letter.x / step, letter.y / step);
        // the four cells that a place may be a trifle away from
        let is_there = [(-0.4, -0.4), (-0.4, 0.4), (0.4, -0.4), (0.4, 0.4)]
            .into_iter()
            .any(|(dx, dy)| self.drawn.contains(&cell_of(letter.c, x + dx, y + dy)));
        self.drawn.insert(cell_of(letter.c, x, y));
        is_there && !self.follows_itself(letter)
    }

    /// Whether the letter is the second of two that stand side by side: narrow ones stand no farther apart than one that
    /// is drawn twice.
    fn follows_itself(&self, letter: &Letter) -> bool {
        self.collected.letters.last().is_some_and(|last| {
            last.c == letter.c
                && (letter.x - last.x - last.width).abs() < last.width * 0.3
                && (letter.y - last.y).abs() < letter.size * 0.1
        })
    }

    fn add_glyph(&mut self, glyph: &Glyph<'_>, transform: Affine, is_vertical: bool) {
        let width = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let width = f64::from(width.unwrap_or(500.0));
        let origin = transform * Point::ZERO;
        let up = transform * Point::new(0.0, 1000.0) - origin;
        let along = match is_vertical {
            true => transform * Point::new(0.0, -1000.0) - origin,
            false => transform * Point::new(width, 0.0) - origin,
        };
        let degrees = match along.hypot() > 1e-6 {
            true => along.y.atan2(along.x).to_degrees(),
            false => 0.0,
        };
        let angle = snap_angle(degrees);
        let Some(words) = self.words_of(glyph) else {
            self.collected.lost += 1;
            return;
        };
        let words = match old_fonts::has_letters(&words) {
            true => self.mend(glyph, words),
            false => words,
        };
        let count = words.chars().count().max(1) as f64;
        let is_furniture = self.marks.iter().any(|mark| mark.is_furniture);
        // places along the line and across it
        let (sin, cos) = f64::from(angle).to_radians().sin_cos();
        for (n, c) in words.chars().enumerate() {
            let point = origin + along * (n as f64 / count);
            self.add_letter(Letter {
                c,
                x: (point.x * cos + point.y * sin) as f32,
                y: (point.y * cos - point.x * sin) as f32,
                width: (along.hypot() / count) as f32,
                size: up.hypot() as f32,
                angle,
                is_furniture,
            });
        }
    }

    /// What a glyph says; none where nobody can tell, nothing where it is said elsewhere.
    fn words_of(&mut self, glyph: &Glyph<'_>) -> Option<String> {
        if let Some(mark) = self.marks.iter_mut().rev().find(|mark| mark.has_words) {
            return Some(mark.words.take().unwrap_or_default());
        }
        let words = match glyph.as_unicode()? {
            BfString::Char(c) => c.to_string(),
            BfString::String(words) => words,
        };
        match words.chars().next() {
            Some('\u{fffd}' | '\0') => None,
            _ => Some(words.chars().filter(|c| !c.is_control()).collect()),
        }
    }

    /// Rules are lines, and boxes that are so thin that they look like lines; a box has four.
    fn add_rules(&mut self, path: &BezPath, transform: Affine, is_filled: bool) {
        self.collected.shapes += 1;
        if self.collected.rules.len() >= MOST_RULES || path.elements().len() > 2_000 {
            return;
        }
        let mut start = Point::ZERO;
        let mut last = Point::ZERO;
        let mut bounds: Option<Rect> = None;
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(point) => {
                    self.add_thin_box(bounds.take(), is_filled);
                    start = transform * point;
                    last = start;
                    bounds = Some(Rect::from_points(start, start));
                }
                PathEl::LineTo(point) => {
                    let point = transform * point;
                    if !is_filled {
                        self.add_rule(last, point);
                    }
                    bounds = bounds.map(|bounds| bounds.union_pt(point));
                    last = point;
                }
                PathEl::ClosePath => {
                    if !is_filled {
                        self.add_rule(last, start);
                    }
                    last = start;
                }
                PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => {
                    bounds = None;
                    last = transform * point;
                }
            }
        }
        self.add_thin_box(bounds, is_filled);
    }

    fn add_thin_box(&mut self, bounds: Option<Rect>, is_filled: bool) {
        let Some(bounds) = bounds.filter(|_| is_filled) else {
            return;
        };
        if bounds.height() < 3.0 && bounds.width() > 4.0 * bounds.height() {
            let y = bounds.center().y;
            self.add_rule(Point::new(bounds.x0, y), Point::new(bounds.x1, y));
        } else if bounds.width() < 3.0 && bounds.height() > 4.0 * bounds.width() {
            let x = bounds.center().x;
            self.add_rule(Point::new(x, bounds.y0), Point::new(x, bounds.y1));
        }
    }

    fn add_rule(&mut self, from: Point, to: Point) {
        let (across, down) = ((from.x - to.x).abs(), (from.y - to.y).abs());
        let is_straight = across < 0.7 || down < 0.7;
        if is_straight && across + down > 3.0 && self.collected.rules.len() < MOST_RULES {
            self.collected.rules.push(Rule {
                from: (from.x.min(to.x) as f32, from.y.min(to.y) as f32),
                to: (from.x.max(to.x) as f32, from.y.max(to.y) as f32),
            });
        }
    }

    /// Reads a letter as an old font drew it, where the glyph is of one.
    fn mend(&mut self, glyph: &Glyph<'_>, words: String) -> String {
        let Glyph::Outline(outline) = glyph else {
            return words;
        };
        let font = outline.font_data().and_then(|data| data.postscript_name);
        let font = font.unwrap_or_default();
        match old_fonts::mend_run(&font, &words) {
            Some(after) => {
                old_fonts::note_old_font(&mut self.document.doubts, &font, &words, &after);
                after
            }
            None => words,
        }
    }
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, draw_mode: &DrawMode) {
        self.add_rules(
            path,
            props.transform,
            matches!(draw_mode, DrawMode::Fill(_)),
        );
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_clip_rect(&mut self, _: &Rect) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, glyph_run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let is_vertical = glyph_run.writing_mode() == WritingMode::Vertical;
        for glyph in glyph_run.glyphs() {
            if self.collected.is_cut_off {
                return;
            }
            self.add_glyph(glyph, props.transform * glyph.transform(), is_vertical);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        // it is drawn with one unit for each of its dots
        let own = Rect::new(
            0.0,
            0.0,
            f64::from(image.width()),
            f64::from(image.height()),
        );
        let drawn = props
            .transform
            .transform_rect_bbox(own)
            .intersect(self.area);
        let covered = drawn.area() / self.area.area().max(1.0);
        if !covered.is_finite() || drawn.is_zero_area() {
            return;
        }
        self.collected.covered += covered;
        let Image::Raster(raster) = image else {
            return;
        };
        // what covers a whole page is a scan or paper that is drawn below the text
        if covered > 0.8 || self.marks.iter().any(|mark| mark.is_furniture) {
            return;
        }
        match self.kept.keep(&raster, drawn, self.document, self.budget) {
            Ok(Some(picture)) => self.collected.pictures.push(Placed {
                picture,
                area: drawn,
            }),
            Ok(None) => {}
            Err(refusal) => self.refusal = Some(refusal),
        }
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        // deeper ones would be a file made to cost
        if self.marks.len() > 10_000 {
            return;
        }
        let kind = properties.and_then(|properties| properties.get::<Name<'_>>("Type"));
        let words = properties
            .and_then(|properties| {
                properties.get::<hayro_interpret::hayro_syntax::object::String<'_>>("ActualText")
            })
            .map(|words| super::words::read_words(words.as_bytes()));
        self.marks.push(Mark {
            is_furniture: tag == b"Artifact"
                && kind.is_some_and(|kind| kind.as_ref() == b"Pagination"),
            has_words: words.is_some(),
            words,
        });
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
    }
}

/// A letter and a place as one number.
fn cell_of(c: char, x: f32, y: f32) -> u64 {
    let part = |place: f32| (place.floor() as i64 as u64) & 0x1f_ffff;
    u64::from(c) << 42 | part(x) << 21 | part(y)
}

/// Mixes such a number: there are millions of them, and none is chosen to do harm beyond its page.
#[derive(Default)]
struct CellHasher(u64);

impl Hasher for CellHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 32;
    }
}

/// The angle of a line: one of the four, where it is near one.
fn snap_angle(degrees: f64) -> i16 {
    let whole = degrees.round() as i16;
    for right in [0, 90, -90, 180, -180] {
        if (whole - right).abs() <= 4 {
            return if right == -180 { 180 } else { right };
        }
    }
    whole
}
