//! Where one picture lies in another: how much larger it is and how far aside, found by trying.

use super::cells::SIDE;

/// Cells at each side that are not looked at, as a part of it: a strip with a credit may stand there.
const MARGIN: f32 = 0.09;
/// Scales that are tried first.
const SCALES: [f32; 7] = [0.84, 0.89, 0.945, 1.0, 1.06, 1.12, 1.19];
/// How far aside is tried first, as a part of the side.
const SHIFTS: [f32; 5] = [-0.06, -0.03, 0.0, 0.03, 0.06];
/// So many of the best places are looked at more closely.
const CLOSER: usize = 5;
/// Less alike than this at the best of the first places: they are no pictures of one scene.
const LEAST_AT_FIRST: f32 = 0.45;

/// The place of one picture in another: where its middle lies, and how large it is.
#[derive(Debug, Clone, Copy)]
struct Place {
    scale: f32,
    x: f32,
    y: f32,
}

/// A square of grey cells.
struct Cells {
    side: usize,
    shades: Vec<f32>,
}

impl Cells {
    /// Each of the mean of `by` × `by` cells.
    fn of(cells: &[u8], by: usize) -> Cells {
        let side = SIDE / by;
        let mut shades = vec![0.0; side * side];
        for (row, line) in cells.chunks_exact(SIDE).enumerate() {
            for (column, cell) in line.iter().enumerate() {
                shades[row / by * side + column / by] += f32::from(*cell) / (by * by) as f32;
            }
        }
        Cells { side, shades }
    }

    /// The shade at a place, told in parts of the sides.
    fn at(&self, x: f32, y: f32) -> f32 {
        let last = self.side as f32 - 1.0;
        let within = |at: f32| (at * self.side as f32 - 0.5).clamp(0.0, last - 0.001);
        let (x, y) = (within(x), within(y));
        let (left, top) = (x as usize, y as usize);
        let (across, down) = (x - left as f32, y - top as f32);
        let here = top * self.side + left;
        let (upper, lower) = (&self.shades[here..], &self.shades[here + self.side..]);
        let above = upper[0] + (upper[1] - upper[0]) * across;
        let below = lower[0] + (lower[1] - lower[0]) * across;
        above + (below - above) * down
    }
}

/// One picture drawn as it lies in the cells of another: `NAN` where it has none. `shape` is how much broader than it the
/// other is, for its height. None where they are nothing alike.
pub(super) fn align(own: &[u8], other: &[u8], shape: f32) -> Option<Vec<f32>> {
    let stretch = (shape.sqrt(), 1.0 / shape.sqrt());
    let (small, others_small) = (Cells::of(own, 4), Cells::of(other, 4));
    let mut places: Vec<(f32, Place)> = Vec::new();
    for scale in SCALES {
        for x in SHIFTS {
            for y in SHIFTS {
                let (x, y) = (0.5 + x, 0.5 + y);
                let place = Place { scale, x, y };
                places.push((alike(&small, &others_small, place, stretch), place));
            }
        }
    }
    places.sort_by(|one, other| other.0.total_cmp(&one.0));
    if places.first()?.0 < LEAST_AT_FIRST {
        return None;
    }
    let (half, others_half) = (Cells::of(own, 2), Cells::of(other, 2));
    let (whole, others_whole) = (Cells::of(own, 1), Cells::of(other, 1));
    let closer = places.iter().take(CLOSER).map(|(_, place)| {
        let (_, place) = [0.016, 0.008, 0.004]
            .into_iter()
            .fold((0.0, *place), |(_, place), step| {
                improve(&half, &others_half, place, stretch, step)
            });
        [0.004, 0.002, 0.001]
            .into_iter()
            .fold((0.0, place), |(_, place), step| {
                improve(&whole, &others_whole, place, stretch, step)
            })
    });
    let (_, place) = closer.max_by(|one, other| one.0.total_cmp(&other.0))?;
    Some(draw(&whole, place, stretch))
}

/// Goes where it is more alike, step by step.
fn improve(
    own: &Cells,
    other: &Cells,
    from: Place,
    stretch: (f32, f32),
    step: f32,
) -> (f32, Place) {
    let mut best = (alike(own, other, from, stretch), from);
    for _ in 0..6 {
        let before = best.0;
        for (scale, x, y) in [
            (step, 0.0, 0.0),
            (-step, 0.0, 0.0),
            (0.0, step, 0.0),
            (0.0, -step, 0.0),
            (0.0, 0.0, step),
            (0.0, 0.0, -step),
        ] {
            let place = Place {
                scale: best.1.scale + scale,
                x: best.1.x + x,
                y: best.1.y + y,
            };
            let found = alike(own, other, place, stretch);
            if found > best.0 {
                best = (found, place);
            }
        }
        if best.0 <= before {
            break;
        }
    }
    best
}

/// Where a place of the other picture lies in one's own.
fn own_place(place: Place, stretch: (f32, f32), x: f32, y: f32) -> (f32, f32) {
    (
        place.x + place.scale * stretch.0 * (x - 0.5),
        place.y + place.scale * stretch.1 * (y - 0.5),
    )
}

/// How alike they are where both have something: the correlation of their shades.
fn alike(own: &Cells, other: &Cells, place: Place, stretch: (f32, f32)) -> f32 {
    let side = other.side;
    let margin = (MARGIN * side as f32).round() as usize;
    let (mut count, mut a, mut b, mut aa, mut bb, mut ab) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    for row in margin..side - margin {
        for column in margin..side - margin {
            let middle = |at: usize| (at as f32 + 0.5) / side as f32;
            let (x, y) = own_place(place, stretch, middle(column), middle(row));
            let (one, two) = (own.at(x, y), other.shades[row * side + column]);
            count += 1.0;
            a += one;
            b += two;
            aa += one * one;
            bb += two * two;
            ab += one * two;
        }
    }
    let own_spread = aa - a * a / count;
    let others_spread = bb - b * b / count;
    let common = ab - a * b / count;
    common / (own_spread * others_spread).sqrt().max(1.0)
}

fn draw(own: &Cells, place: Place, stretch: (f32, f32)) -> Vec<f32> {
    let side = own.side;
    let margin = MARGIN;
    let mut drawn = Vec::with_capacity(side * side);
    for row in 0..side {
        for column in 0..side {
            let middle = |at: usize| (at as f32 + 0.5) / side as f32;
            let (x, y) = own_place(place, stretch, middle(column), middle(row));
            let inside = |at: f32| (margin..=1.0 - margin).contains(&at);
            let seen = inside(x) && inside(y) && inside(middle(column)) && inside(middle(row));
            drawn.push(if seen { own.at(x, y) } else { f32::NAN });
        }
    }
    drawn
}
