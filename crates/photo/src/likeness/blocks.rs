//! Whether two pictures, one laid over the other, show the same everywhere.

use super::cells::SIDE;

/// Cells in a row of a block.
const BLOCK: usize = 6;
/// Cells from one block to the next.
const STEP: usize = 3;
/// Steps of the curve by which shades of one picture become those of the other.
const TONES: usize = 16;
/// What JPEG alone does to the shades of a cell, as a part of what a block must have in it.
const NOISE: f32 = 0.3;
/// A block with so little in it says nothing, as a mean square: a part of what the whole picture has …
const LEAST_OF_SPREAD: f32 = 0.02;
/// … between these.
const LEAST_INSIDE: (f32, f32) = (4.0, 15.0);
/// With more unlike blocks than this part it is no mark.
const MOST_MARKED: f32 = 0.2;
/// Blocks under a mark count this much.
const MARK_COUNTS: f32 = 0.1;
/// A mark makes all lighter or all darker, but for such a part.
const MARK_ONE_WAY: f32 = 0.25;
/// A cell is touched that became lighter or darker by so many shades.
const TOUCHED: f32 = 6.0;
/// Of what a mark lies over this part may be hidden, not more.
const MOST_HIDDEN: f32 = 0.6;
/// More than this of what a block shows is not in the other picture: it shows something else.
const MOST_UNLIKE: f32 = 0.5;
/// Fewer blocks that say something: they are nothing to know a picture by.
const FEWEST_TELLING: usize = 16;
/// Blocks in a row of all.
const ACROSS: usize = (SIDE - BLOCK) / STEP + 1;
/// Unlike blocks that lie scattered count this much: fine letters come out otherwise in each cut, here and there, but
/// whoever moved did so at one place.
const SCATTERED_COUNT: f32 = 0.5;

/// How much of what they show is not in both, 0 to 1; 1 where they show too little. `own` is drawn as it lies in the cells of
/// `other`, with `NAN` where it has none.
pub(super) fn apart(own: &[f32], other: &[u8]) -> f32 {
    let told = tell(own, other);
    if told.telling < FEWEST_TELLING {
        return 1.0;
    }
    let part = |blocks: usize| blocks as f32 / told.telling as f32;
    let unlike = told.unlike.iter().filter(|is_unlike| **is_unlike).count();
    if part(unlike) <= MOST_MARKED && told.mark.is_mark() {
        return part(unlike) * MARK_COUNTS;
    }
    part(largest_place(told.unlike)).max(part(unlike) * SCATTERED_COUNT)
}

/// How many blocks the largest place has that lie side by side.
fn largest_place(mut left: Vec<bool>) -> usize {
    let mut largest = 0;
    for at in 0..left.len() {
        let (mut blocks, mut open) = (0, vec![at]);
        while let Some(at) = open.pop() {
            if !left.get_mut(at).is_some_and(std::mem::take) {
                continue;
            }
            blocks += 1;
            let (row, column) = (at / ACROSS, at % ACROSS);
            for row in row.saturating_sub(1)..=row + 1 {
                for column in column.saturating_sub(1)..=(column + 1).min(ACROSS - 1) {
                    open.push(row * ACROSS + column);
                }
            }
        }
        largest = largest.max(blocks);
    }
    largest
}

/// What blocks say.
#[derive(Debug, Default)]
struct Told {
    /// Blocks that show something.
    telling: usize,
    /// Of all blocks, row by row: whether it shows something else.
    unlike: Vec<bool>,
    /// What lies over the latter.
    mark: Mark,
}

/// What lies over a picture: shades by which cells are lighter and darker than they were.
#[derive(Debug, Default, Clone, Copy)]
struct Mark {
    lighter: f32,
    darker: f32,
    cells: usize,
    hidden: usize,
}

impl Mark {
    fn see(&mut self, expected: f32, shade: f32) {
        let more = shade - expected;
        self.cells += 1;
        self.lighter += more.max(0.0);
        self.darker += (-more).max(0.0);
        let room = if more > 0.0 {
            255.0 - expected
        } else {
            expected
        };
        self.hidden += usize::from(more.abs() > TOUCHED * 2.0 && more.abs() > MOST_HIDDEN * room);
    }

    /// Letters that one sees through: all lighter or all darker, with the picture between and under them.
    fn is_mark(self) -> bool {
        let (less, more) = (self.lighter.min(self.darker), self.lighter.max(self.darker));
        less <= more * MARK_ONE_WAY && self.hidden * 100 <= self.cells * 5
    }
}

impl Told {
    /// Looks at one block; gives whether it shows something else.
    fn see<'a>(
        &mut self,
        block: impl Iterator<Item = &'a (f32, f32)> + Clone,
        gain: f32,
        least_inside: f32,
        curve: &Curve,
    ) -> bool {
        if block.clone().any(|pair| pair.0.is_nan()) {
            return false;
        }
        let own = spread(block.clone().map(|pair| pair.0)) * gain * gain;
        let others = spread(block.clone().map(|pair| pair.1));
        let inside = (own + others) / 2.0;
        if inside < least_inside {
            return false;
        }
        self.telling += 1;
        let left = spread(block.clone().map(|pair| pair.1 - curve.at(pair.0)));
        let is_unlike = left > MOST_UNLIKE * (inside + least_inside * NOISE);
        if is_unlike {
            for pair in block {
                self.mark.see(curve.at(pair.0), pair.1);
            }
        }
        is_unlike
    }
}

fn tell(own: &[f32], other: &[u8]) -> Told {
    let pairs: Vec<(f32, f32)> = (own.iter().zip(other))
        .map(|(own, other)| (*own, f32::from(*other)))
        .collect();
    let seen: Vec<(f32, f32)> = pairs
        .iter()
        .copied()
        .filter(|pair| !pair.0.is_nan())
        .collect();
    let own_spread = spread(seen.iter().map(|pair| pair.0));
    let others_spread = spread(seen.iter().map(|pair| pair.1));
    let gain = (others_spread / own_spread.max(1.0)).sqrt();
    let least_inside = (others_spread * LEAST_OF_SPREAD).clamp(LEAST_INSIDE.0, LEAST_INSIDE.1);
    let curve = Curve::of(&seen);
    let mut told = Told::default();
    for top in (0..=SIDE - BLOCK).step_by(STEP) {
        for left in (0..=SIDE - BLOCK).step_by(STEP) {
            let block = (top..top + BLOCK).flat_map(|row| &pairs[row * SIDE + left..][..BLOCK]);
            let is_unlike = told.see(block, gain, least_inside, &curve);
            told.unlike.push(is_unlike);
        }
    }
    told
}

/// The mean square about the mean.
fn spread(shades: impl Iterator<Item = f32>) -> f32 {
    let (mut count, mut sum, mut squares) = (0.0f32, 0.0f32, 0.0f32);
    for shade in shades {
        count += 1.0;
        sum += shade;
        squares += shade * shade;
    }
    let mean = sum / count.max(1.0);
    (squares / count.max(1.0) - mean * mean).max(0.0)
}

/// Which shade of the other picture a shade of one's own is.
struct Curve([f32; TONES + 1]);

impl Curve {
    fn of(pairs: &[(f32, f32)]) -> Curve {
        // each pair counts for both steps that it lies between
        let (mut sums, mut weights) = ([0.0f32; TONES + 1], [0.0f32; TONES + 1]);
        for (own, other) in pairs {
            let (step, part) = step_of(*own);
            for (at, weight) in [(step, 1.0 - part), (step + 1, part)] {
                sums[at] += other * weight;
                weights[at] += weight;
            }
        }
        let mut curve = [f32::NAN; TONES + 1];
        for (at, tone) in curve.iter_mut().enumerate() {
            if weights[at] > 3.0 {
                *tone = sums[at] / weights[at];
            }
        }
        let mut known = curve
            .iter()
            .copied()
            .find(|tone| !tone.is_nan())
            .unwrap_or_default();
        for tone in &mut curve {
            if tone.is_nan() {
                *tone = known;
            }
            known = *tone;
        }
        Curve(curve)
    }

    fn at(&self, shade: f32) -> f32 {
        let (step, part) = step_of(shade);
        self.0[step] + (self.0[step + 1] - self.0[step]) * part
    }
}

fn step_of(shade: f32) -> (usize, f32) {
    let at = (shade / 256.0 * TONES as f32).clamp(0.0, TONES as f32 - 0.001);
    (at as usize, at.fract())
}
