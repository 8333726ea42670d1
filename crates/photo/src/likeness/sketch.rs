//! A picture in a few strokes, by which it is found among many: its inner part, and what that would be in a cut.

use super::cells::SIDE;

/// Less alike than this: they are not looked at more closely.
const LEAST_ALIKE: f32 = 0.75;
/// Less alike than this as a whole: nor are their cuts.
const LEAST_WHOLE: f32 = 0.45;
/// Strokes in a row and in a column.
const STROKES: usize = 8;
/// Strokes of one sketch.
const COUNT: usize = STROKES * STROKES;
/// How long a sketch is, as a vector.
const LENGTH: f32 = 200.0;
/// Shades of 256 by which strokes differ at the least, as a root of the mean square; with less there is nothing to know a
/// picture by.
const FLAT: f32 = 1.0;
/// The part of a cut that is sketched: what lies farther out may be a strip with a credit.
const INNER: (f32, f32) = (0.1, 0.9);
/// Where cuts begin and end.
const CUTS: [(f32, f32); 4] = [(0.0, 1.0), (0.05, 1.0), (0.0, 0.95), (0.05, 0.95)];

type Strokes = [i8; COUNT];

/// The whole and its cuts; empty where the picture is flat.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sketch {
    whole: Option<Strokes>,
    cuts: Vec<Strokes>,
}

impl Sketch {
    /// Whether the pictures may be one, as far as sketches tell.
    pub(super) fn may_be_near(&self, other: &Sketch) -> bool {
        self.whole_likeness(other) >= LEAST_WHOLE && self.likeness(other) >= LEAST_ALIKE
    }

    pub fn of(cells: &[u8]) -> Sketch {
        let sums = sum_up(cells);
        let cuts = CUTS
            .into_iter()
            .flat_map(|across| CUTS.map(|down| (across, down)));
        let mut windows = cuts.map(|(across, down)| draw(&sums, across, down));
        let whole = windows.next().flatten();
        let cuts = match whole {
            Some(_) => windows.flatten().collect(),
            None => Vec::new(),
        };
        Sketch { whole, cuts }
    }

    pub fn is_flat(&self) -> bool {
        self.whole.is_none()
    }

    /// How alike they are, at the best of the cuts of either: 1 for the same, about 0 for strangers.
    pub fn likeness(&self, other: &Sketch) -> f32 {
        let (Some(own), Some(others)) = (&self.whole, &other.whole) else {
            return 0.0;
        };
        let best = (self.cuts.iter().map(|cut| product(cut, others)))
            .chain(other.cuts.iter().map(|cut| product(own, cut)))
            .fold(product(own, others), i32::max);
        best as f32 / (LENGTH * LENGTH)
    }

    /// How alike the wholes are, which is soon known.
    pub fn whole_likeness(&self, other: &Sketch) -> f32 {
        match (&self.whole, &other.whole) {
            (Some(own), Some(others)) => product(own, others) as f32 / (LENGTH * LENGTH),
            _ => 0.0,
        }
    }
}

fn product(one: &Strokes, other: &Strokes) -> i32 {
    let products = one.iter().zip(other);
    products
        .map(|(one, other)| i32::from(*one) * i32::from(*other))
        .sum()
}

/// Sums of all cells above and to the left, with a row and a column of none before them.
fn sum_up(cells: &[u8]) -> Vec<f32> {
    let wide = SIDE + 1;
    let mut sums = vec![0.0; wide * wide];
    for (row, line) in cells.chunks_exact(SIDE).enumerate() {
        let mut run = 0.0;
        for (column, cell) in line.iter().enumerate() {
            run += f32::from(*cell);
            sums[(row + 1) * wide + column + 1] = sums[row * wide + column + 1] + run;
        }
    }
    sums
}

/// The sum up to a place between cells.
fn sum_to(sums: &[f32], x: f32, y: f32) -> f32 {
    let wide = SIDE + 1;
    let (left, top) = ((x as usize).min(SIDE - 1), (y as usize).min(SIDE - 1));
    let (across, down) = (x - left as f32, y - top as f32);
    let at = |column: usize, row: usize| sums[row * wide + column];
    let upper = at(left, top) + (at(left + 1, top) - at(left, top)) * across;
    let lower = at(left, top + 1) + (at(left + 1, top + 1) - at(left, top + 1)) * across;
    upper + (lower - upper) * down
}

/// The inner part of a cut, without what grows evenly from side to side: light falls off so in all skies and rooms.
fn draw(sums: &[f32], across: (f32, f32), down: (f32, f32)) -> Option<Strokes> {
    let edge = |(from, to): (f32, f32), stroke: usize| {
        let inside = INNER.0 + (INNER.1 - INNER.0) * stroke as f32 / STROKES as f32;
        (from + (to - from) * inside) * SIDE as f32
    };
    let mut strokes = [0.0f32; COUNT];
    for row in 0..STROKES {
        let (top, bottom) = (edge(down, row), edge(down, row + 1));
        for column in 0..STROKES {
            let (left, right) = (edge(across, column), edge(across, column + 1));
            let sum = sum_to(sums, right, bottom) + sum_to(sums, left, top)
                - sum_to(sums, left, bottom)
                - sum_to(sums, right, top);
            strokes[row * STROKES + column] = sum / ((right - left) * (bottom - top));
        }
    }
    take_slope_away(&mut strokes);
    let length = strokes
        .iter()
        .map(|stroke| stroke * stroke)
        .sum::<f32>()
        .sqrt();
    if length < FLAT * STROKES as f32 {
        return None;
    }
    let scaled = |stroke: f32| (stroke * LENGTH / length).round().clamp(-127.0, 127.0) as i8;
    Some(strokes.map(scaled))
}

fn take_slope_away(strokes: &mut [f32; COUNT]) {
    let middle = (STROKES as f32 - 1.0) / 2.0;
    let place = |at: usize| {
        (
            (at % STROKES) as f32 - middle,
            (at / STROKES) as f32 - middle,
        )
    };
    let (mut mean, mut across, mut down, mut square) = (0.0, 0.0, 0.0, 0.0);
    for (at, stroke) in strokes.iter().enumerate() {
        let (x, y) = place(at);
        mean += stroke / COUNT as f32;
        across += stroke * x;
        down += stroke * y;
        square += x * x;
    }
    for (at, stroke) in strokes.iter_mut().enumerate() {
        let (x, y) = place(at);
        *stroke -= mean + (across * x + down * y) / square;
    }
}
