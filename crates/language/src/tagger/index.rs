//! What each feature counts for the labels of one model, or of several that look at the same features: a feature is then
//! looked up once for all of them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

/// Most labels of all models that are joined.
const LABELS_MOST: usize = 256;

/// How many of a feature's lower bits are looked at first.
const KNOWN_BITS: u32 = 20;

/// Features with the weights of their labels.
#[derive(Debug)]
pub(crate) struct Index {
    /// Feature to the first of its weights, and how many it has.
    places: HashMap<u32, (u32, u16), BuildHasherDefault<Identity>>,
    /// A bit for the lower bits of each feature: small enough to stay near the processor, so that the many features that
    /// no model knows are not looked up in the large table.
    known: Vec<u64>,
    /// A label and its weight in steps.
    weights: Vec<(u8, i8)>,
    /// How much a step is, for each label.
    steps: Vec<f32>,
}

/// The weights of one model, as its bytes list them.
#[derive(Debug)]
pub(crate) struct Listed {
    /// A feature, and which of the weights are its own.
    pub features: Vec<(u32, Range<usize>)>,
    /// A label and its weight in steps.
    pub weights: Vec<(u8, i8)>,
    /// How much a step is.
    pub step: f32,
    /// How many labels there are.
    pub labels: usize,
}

/// Scores of each label at each token, row after row.
#[derive(Debug)]
pub(crate) struct Scores {
    width: usize,
    all: Vec<f32>,
}

/// Features are hashes already.
#[derive(Default)]
pub(crate) struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u32(&mut self, hash: u32) {
        // The table looks at the upper bits and at the lower ones.
        self.0 = u64::from(hash) << 32 | u64::from(hash);
    }
}

impl Index {
    /// Joins models. The labels of each stand behind those of the one before. `None` where they are more than can be
    /// told apart.
    pub(crate) fn join(models: &[Listed]) -> Option<Index> {
        let mut steps = Vec::new();
        let mut found: Vec<(u32, usize, u8, &Range<usize>)> = Vec::new();
        for (number, model) in models.iter().enumerate() {
            let first = u8::try_from(steps.len()).ok()?;
            steps.extend(std::iter::repeat_n(model.step, model.labels));
            let own = model.features.iter();
            found.extend(own.map(|(feature, range)| (*feature, number, first, range)));
        }
        if steps.len() > LABELS_MOST {
            return None;
        }
        // Each model has its features in order, which this way of sorting makes use of.
        found.sort_by_key(|(feature, ..)| *feature);
        let mut places = HashMap::with_capacity_and_hasher(found.len(), Default::default());
        let mut known = vec![0; 1 << (KNOWN_BITS - 6)];
        let mut weights = Vec::with_capacity(models.iter().map(|model| model.weights.len()).sum());
        for same in found.chunk_by(|a, b| a.0 == b.0) {
            let begin = weights.len();
            for (_, number, first, range) in same {
                let own = models.get(*number)?.weights.get((*range).clone())?;
                for (label, weight) in own {
                    weights.push((label.checked_add(*first)?, *weight));
                }
            }
            let place = (
                u32::try_from(begin).ok()?,
                u16::try_from(weights.len() - begin).ok()?,
            );
            let feature = same.first()?.0;
            let (word, bit) = known_bit(feature);
            known[word] |= bit;
            places.insert(feature, place);
        }
        Some(Index {
            places,
            known,
            weights,
            steps,
        })
    }

    /// What the features of each token count for each label.
    pub(crate) fn score(&self, tokens: &[Vec<u32>]) -> Scores {
        let width = self.steps.len();
        let mut all = Vec::with_capacity(width * tokens.len());
        for features in tokens {
            let mut sums = [0_i32; LABELS_MOST];
            for feature in features {
                let (word, bit) = known_bit(*feature);
                if self.known[word] & bit == 0 {
                    continue;
                }
                let Some(&(begin, length)) = self.places.get(feature) else {
                    continue;
                };
                let begin = begin as usize;
                let own = self.weights.get(begin..begin + usize::from(length));
                for &(label, weight) in own.unwrap_or_default() {
                    sums[usize::from(label)] += i32::from(weight);
                }
            }
            all.extend(
                sums.iter()
                    .zip(&self.steps)
                    .map(|(sum, step)| *sum as f32 * step),
            );
        }
        Scores { width, all }
    }
}

/// Where a feature has its bit among those known.
fn known_bit(feature: u32) -> (usize, u64) {
    let low = feature & ((1 << KNOWN_BITS) - 1);
    ((low >> 6) as usize, 1 << (low & 63))
}

impl Scores {
    /// The rows of some tokens, of some labels.
    pub(crate) fn rows(&self, tokens: Range<usize>, labels: &Range<usize>) -> Vec<&[f32]> {
        tokens
            .filter_map(|at| {
                let row = self.all.get(at * self.width..(at + 1) * self.width)?;
                row.get(labels.clone())
            })
            .collect()
    }
}
