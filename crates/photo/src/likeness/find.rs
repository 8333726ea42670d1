//! Near ones found among many: by their sketches first, which is soon done.

use super::Likeness;
use super::sketch::Sketch;

/// Less alike than this in their sketches: they are not looked at more closely.
const LEAST_ALIKE: f32 = 0.75;
/// Less alike than this as a whole: nor are their cuts.
const LEAST_WHOLE: f32 = 0.45;

/// Sketches of many likenesses, a kilobyte each, among which those are found that may be near.
#[derive(Debug, Default)]
pub struct LikenessIndex {
    sketches: Vec<Sketch>,
}

impl LikenessIndex {
    /// Adds one; its number is the count of those before.
    pub fn add(&mut self, likeness: &Likeness) {
        self.sketches.push(likeness.sketch.clone());
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sketches.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sketches.is_empty()
    }

    /// The numbers of those that may be near, in order: to be asked by [`Likeness::is_near`], as no other is.
    #[must_use]
    pub fn candidates(&self, likeness: &Likeness) -> Vec<usize> {
        let all = self.sketches.iter().enumerate();
        let may_be = all.filter(|(_, sketch)| may_be_near(&likeness.sketch, sketch));
        may_be.map(|(at, _)| at).collect()
    }
}

/// Whether sketches leave it possible.
pub(super) fn may_be_near(one: &Sketch, other: &Sketch) -> bool {
    one.whole_likeness(other) >= LEAST_WHOLE && one.likeness(other) >= LEAST_ALIKE
}

/// All pairs that are near, each once, as places in `all`: the first before the second.
#[must_use]
pub fn find_near(all: &[Likeness]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (at, one) in all.iter().enumerate() {
        let later = all.iter().enumerate().skip(at + 1);
        let near = later.filter(|(_, other)| one.is_near(other));
        pairs.extend(near.map(|(other, _)| (at, other)));
    }
    pairs
}
