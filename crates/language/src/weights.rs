//! Clues by their hashes, and what each counts: what the models of titles, of the tagger and of the reader rest on.

use std::collections::HashMap;

/// How much each clue counts.
#[derive(Debug, Default)]
pub struct Weights(HashMap<u32, f32>);

impl Weights {
    /// Reads a count, then as many hashes with their weights.
    pub fn from_bytes(bytes: &[u8]) -> Option<Weights> {
        let (pairs, rest) = bytes.as_chunks::<8>();
        rest.is_empty().then(|| {
            let pair = |pair: &[u8; 8]| {
                let [a, b, c, d, w, x, y, z] = *pair;
                (
                    u32::from_le_bytes([a, b, c, d]),
                    f32::from_le_bytes([w, x, y, z]),
                )
            };
            Weights(pairs.iter().map(pair).collect())
        })
    }

    /// What the clues count together.
    pub(crate) fn sum(&self, clues: &[u32]) -> f32 {
        clues.iter().filter_map(|clue| self.0.get(clue)).sum()
    }

    /// How likely each candidate is, by the weights of their clues.
    pub fn likelihoods(&self, candidates: &[Vec<u32>]) -> Vec<f32> {
        let scores: Vec<f32> = candidates.iter().map(|clues| self.sum(clues)).collect();
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let masses: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
        let sum: f32 = masses.iter().sum();
        masses.iter().map(|mass| mass / sum).collect()
    }
}

/// A clue, or a feature, as a model knows it: FNV-1a over the template's number and the parts.
pub(crate) fn hash_of(template: u8, parts: &[&str]) -> u32 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325 ^ u64::from(template);
    hash = hash.wrapping_mul(0x0100_0000_01b3);
    for part in parts {
        for byte in part.as_bytes() {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        hash = (hash ^ 0xff).wrapping_mul(0x0100_0000_01b3);
    }
    (hash ^ (hash >> 32)) as u32
}
