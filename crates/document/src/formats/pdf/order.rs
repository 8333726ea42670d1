//! Pieces of lines become blocks, and blocks are put in the order in which one reads them.

use super::lines::Piece;

/// Pieces of a page beyond which no order is looked for.
const MOST_PIECES: usize = 2_500;
/// The same of blocks.
const MOST_BLOCKS: usize = 260;

/// Where something stands on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Area {
    pub fn of(pieces: &[Piece]) -> Area {
        let mut area = Area {
            left: f32::MAX,
            top: f32::MAX,
            right: f32::MIN,
            bottom: f32::MIN,
        };
        for piece in pieces {
            area.left = area.left.min(piece.left);
            area.top = area.top.min(piece.top());
            area.right = area.right.max(piece.right);
            area.bottom = area.bottom.max(piece.bottom());
        }
        area
    }

    fn middle(&self) -> f32 {
        (self.top + self.bottom) / 2.0
    }

    fn overlaps_across(&self, other: &Area) -> bool {
        let overlap = self.right.min(other.right) - self.left.max(other.left);
        let least = (self.right - self.left).min(other.right - other.left);
        overlap > 0.06 * least.max(1.0)
    }
}

/// Links lines that follow each other without another beside them. Two columns below one title are three blocks, for the
/// title has two lines below it.
pub(super) fn make_blocks(mut pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
    if pieces.len() > MOST_PIECES {
        return pieces.into_iter().map(|piece| vec![piece]).collect();
    }
    let count = pieces.len();
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut above: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (n, piece) in pieces.iter().enumerate() {
        for (m, other) in pieces.iter().enumerate().skip(n + 1) {
            let distance = other.y - piece.y;
            if distance > 4.0 * piece.size.max(other.size) {
                break;
            }
            if distance < 0.4 * piece.size.min(other.size) || !overlap(piece, other) {
                continue;
            }
            // only what has nothing between it and the line above
            let is_hidden = below.get(n).is_some_and(|found| {
                found.iter().any(|between| {
                    pieces.get(*between).is_some_and(|between| {
                        other.y - between.y > 0.4 * between.size && overlap(between, other)
                    })
                })
            });
            if !is_hidden {
                if let Some(found) = below.get_mut(n) {
                    found.push(m);
                }
                if let Some(found) = above.get_mut(m) {
                    found.push(n);
                }
            }
        }
    }
    let mut blocks: Vec<Vec<Piece>> = Vec::new();
    let mut block_of: Vec<usize> = Vec::with_capacity(count);
    for (m, piece) in pieces.iter().enumerate() {
        let follows = match above.get(m).map(Vec::as_slice) {
            Some(&[n]) => {
                let is_only = below.get(n).is_some_and(|found| found.len() == 1);
                let fits = pieces.get(n).is_some_and(|upper| {
                    let ratio = upper.size / piece.size.max(0.1);
                    let distance = piece.y - upper.y;
                    (0.8..1.25).contains(&ratio)
                        && distance < 2.4 * piece.size.max(upper.size)
                        && upper.is_furniture == piece.is_furniture
                });
                (is_only && fits).then_some(n)
            }
            _ => None,
        };
        let block = match follows.and_then(|n| block_of.get(n).copied()) {
            Some(block) => block,
            None => {
                blocks.push(Vec::new());
                blocks.len() - 1
            }
        };
        block_of.push(block);
        if let Some(block) = blocks.get_mut(block) {
            block.push(piece.clone());
        }
    }
    blocks
}

fn overlap(a: &Piece, b: &Piece) -> bool {
    a.left < b.right - 0.5 && b.left < a.right - 0.5
}

/// The order in which areas are read: what stands above and over the same columns comes first, what stands beside to the
/// left comes first, and a column is read to its end before the next one is begun.
pub(super) fn sort(areas: &[Area]) -> Vec<usize> {
    let count = areas.len();
    let mut rest: Vec<usize> = (0..count).collect();
    rest.sort_by(|a, b| {
        let key = |n: &usize| {
            areas
                .get(*n)
                .map_or((0.0, 0.0), |area| (area.top, area.left))
        };
        let ((top_a, left_a), (top_b, left_b)) = (key(a), key(b));
        top_a.total_cmp(&top_b).then(left_a.total_cmp(&left_b))
    });
    if count > MOST_BLOCKS {
        return rest;
    }
    let comes_before = |a: &Area, b: &Area| -> bool {
        match a.overlaps_across(b) {
            true => a.middle() < b.middle(),
            false => a.left < b.left && a.top < b.bottom && b.top < a.bottom,
        }
    };
    // how many that come before each are not placed yet
    let mut waits: Vec<usize> = vec![0; count];
    let mut after: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (n, a) in areas.iter().enumerate() {
        for (m, b) in areas.iter().enumerate() {
            if n != m && comes_before(a, b) {
                if let Some(waits) = waits.get_mut(m) {
                    *waits += 1;
                }
                if let Some(after) = after.get_mut(n) {
                    after.push(m);
                }
            }
        }
    }
    let mut sorted: Vec<usize> = Vec::with_capacity(count);
    while !rest.is_empty() {
        let is_free = |n: &usize| waits.get(*n) == Some(&0);
        let last = sorted.last().and_then(|last| areas.get(*last));
        let goes_on = |n: &usize| {
            last.zip(areas.get(*n))
                .is_some_and(|(last, area)| area.overlaps_across(last) && area.top >= last.middle())
        };
        // where they wait for each other, the topmost goes first
        let place = rest
            .iter()
            .position(|n| is_free(n) && goes_on(n))
            .or_else(|| rest.iter().position(is_free))
            .unwrap_or(0);
        let next = rest.remove(place);
        for m in after.get(next).into_iter().flatten() {
            if let Some(waits) = waits.get_mut(*m) {
                *waits = waits.saturating_sub(1);
            }
        }
        sorted.push(next);
    }
    sorted
}
