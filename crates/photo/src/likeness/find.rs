//! Near ones found among many: by their sketches first, which is soon done.

use super::picture::Likeness;
use super::sketch::Sketch;

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
        let may_be = all.filter(|(_, sketch)| likeness.sketch.may_be_near(sketch));
        may_be.map(|(at, _)| at).collect()
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::likeness::picture::likeness;
    use crate::likeness::picture::tests::spots;

    #[test]
    fn pairs_are_found_among_many_each_once() {
        let mut all: Vec<Likeness> = (10..30)
            .map(|seed| likeness(&spots(seed)).unwrap())
            .collect();
        all.insert(3, likeness(&spots(25).crop_imm(0, 4, 240, 150)).unwrap());
        assert_eq!(find_near(&all), [(3, 16)]);
        let mut index = LikenessIndex::default();
        for one in &all {
            index.add(one);
        }
        assert_eq!(index.len(), all.len());
        assert!(index.candidates(&all[3]).contains(&16));
    }
}
