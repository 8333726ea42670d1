//! The model's bytes, and the best row of labels by Viterbi's algorithm.

use super::features::{Set, features};
use std::collections::HashMap;

/// First bytes of a model file.
const MAGIC: &[u8; 8] = b"MRGCRF01";

/// A score that no allowed row of labels reaches.
const NEVER: f32 = -1e9;

/// A trained conditional random field.
#[derive(Debug)]
pub struct Model {
    /// `O`, then `B-`, `I-`, `E-` and `S-` of each class.
    labels: Vec<String>,
    /// For each label those that may follow it, with the weight of that. What the labels' form forbids, most of all
    /// pairs, is left out.
    ways: Vec<Vec<(usize, f32)>>,
    /// The same with the exponential of the weight.
    moves: Vec<Vec<(usize, f32)>>,
    /// Feature to the range of its weights.
    index: HashMap<u32, (u32, u8), std::hash::BuildHasherDefault<Identity>>,
    /// A label and its weight in steps of `step`.
    weights: Vec<(u8, i8)>,
    step: f32,
}

/// Why bytes are no model.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no model of the tagger")]
pub struct ModelError;

/// Features are hashes already.
#[derive(Default)]
pub struct Identity(u64);

impl std::hash::Hasher for Identity {
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

impl Model {
    /// Puts a model together. `features` holds for each feature its labels with their weights; weights under
    /// half a step are dropped.
    pub fn to_bytes(
        labels: &[String],
        transitions: &[f32],
        features: &[(u32, Vec<(u8, f32)>)],
    ) -> Vec<u8> {
        let most = features
            .iter()
            .flat_map(|(_, weights)| weights)
            .map(|(_, weight)| weight.abs())
            .fold(0.0_f32, f32::max)
            .max(f32::MIN_POSITIVE);
        let step = most / 127.0;
        let mut out = MAGIC.to_vec();
        out.push(u8::try_from(labels.len()).unwrap_or(u8::MAX));
        for label in labels {
            out.push(u8::try_from(label.len()).unwrap_or(u8::MAX));
            out.extend_from_slice(label.as_bytes());
        }
        for weight in transitions {
            out.extend_from_slice(&weight.to_le_bytes());
        }
        out.extend_from_slice(&step.to_le_bytes());
        let kept: Vec<(u32, Vec<(u8, i8)>)> = features
            .iter()
            .map(|(feature, weights)| {
                let steps = weights
                    .iter()
                    .map(|&(label, weight)| (label, (weight / step).round() as i8));
                (*feature, steps.filter(|&(_, steps)| steps != 0).collect())
            })
            .filter(|(_, weights): &(u32, Vec<(u8, i8)>)| !weights.is_empty())
            .collect();
        out.extend_from_slice(&u32::try_from(kept.len()).unwrap_or(0).to_le_bytes());
        for (feature, weights) in kept {
            out.extend_from_slice(&feature.to_le_bytes());
            out.push(u8::try_from(weights.len()).unwrap_or(u8::MAX));
            for (label, steps) in weights {
                out.extend_from_slice(&[label, steps.to_le_bytes()[0]]);
            }
        }
        out
    }

    /// Reads what [`Model::to_bytes`] writes.
    ///
    /// # Errors
    /// [`ModelError`] where the bytes are no model or not all of one.
    pub fn from_bytes(bytes: &[u8]) -> Result<Model, ModelError> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(ModelError)?;
        let mut labels = Vec::new();
        for _ in 0..take::<1>(&mut rest)?[0] {
            let length = usize::from(take::<1>(&mut rest)?[0]);
            let (name, after) = rest.split_at_checked(length).ok_or(ModelError)?;
            labels.push(String::from_utf8(name.to_vec()).map_err(|_| ModelError)?);
            rest = after;
        }
        let count = labels.len();
        let mut ways = vec![Vec::new(); count];
        for at in 0..count * count {
            let weight = f32::from_le_bytes(take(&mut rest)?);
            let (from, to) = (at / count, at % count);
            if follows(&labels[from], &labels[to]) {
                ways[from].push((to, weight));
            }
        }
        let step = f32::from_le_bytes(take(&mut rest)?);
        let features = u32::from_le_bytes(take(&mut rest)?) as usize;
        // No promise of the header is believed beyond what the bytes can hold.
        let room = features.min(rest.len() / 7);
        let mut index = HashMap::with_capacity_and_hasher(room, Default::default());
        let mut weights = Vec::with_capacity(rest.len().saturating_sub(room * 5) / 2);
        for _ in 0..features {
            let feature = u32::from_le_bytes(take(&mut rest)?);
            let [length] = take(&mut rest)?;
            let begin = u32::try_from(weights.len()).map_err(|_| ModelError)?;
            for _ in 0..length {
                let [label, steps] = take(&mut rest)?;
                if usize::from(label) >= count {
                    return Err(ModelError);
                }
                weights.push((label, i8::from_le_bytes([steps])));
            }
            index.insert(feature, (begin, length));
        }
        let moves = ways
            .iter()
            .map(|ways| ways.iter().map(|&(to, way)| (to, way.exp())).collect())
            .collect();
        (count > 0 && rest.is_empty())
            .then_some(Model {
                labels,
                ways,
                moves,
                index,
                weights,
                step,
            })
            .ok_or(ModelError)
    }

    /// The tags of a sentence's tokens as IOB2 has them: `O`, `B-PERSON`, `I-PERSON` …
    pub fn tag(&self, tokens: &[&str]) -> Vec<String> {
        self.tag_with(tokens, Set::Full)
    }

    /// As [`Model::tag`], for a model that was trained on other features.
    pub fn tag_with(&self, tokens: &[&str], set: Set) -> Vec<String> {
        let scores: Vec<Vec<f32>> = features(tokens, set)
            .iter()
            .map(|features| self.scores(features))
            .collect();
        iob2_tags(&self.best(&scores), &self.labels)
    }

    /// The label of each token of a row (`O`, or `B-`, `I-`, `E-`, `S-` and a class) and how likely it is there, 0 to 1,
    /// by the forward-backward algorithm. `features`: for each token.
    pub fn tag_features(&self, features: &[Vec<u32>]) -> Vec<(&str, f32)> {
        let scores: Vec<Vec<f32>> = features.iter().map(|one| self.scores(one)).collect();
        let likely = self.likelihoods(&scores);
        self.best(&scores)
            .into_iter()
            .zip(likely)
            .map(|(label, likely)| {
                let name = self.labels.get(label).map_or("O", String::as_str);
                (name, likely.get(label).copied().unwrap_or_default())
            })
            .collect()
    }

    /// How likely each label is at each token.
    fn likelihoods(&self, scores: &[Vec<f32>]) -> Vec<Vec<f32>> {
        let count = self.labels.len();
        let psi: Vec<Vec<f32>> = scores
            .iter()
            .map(|row| {
                let most = row.iter().copied().fold(f32::MIN, f32::max);
                row.iter().map(|score| (score - most).exp()).collect()
            })
            .collect();
        let mut forward: Vec<Vec<f32>> = Vec::with_capacity(psi.len());
        for (at, here) in psi.iter().enumerate() {
            let mut row = vec![0.0; count];
            match forward.last() {
                None => {
                    for (to, mass) in row.iter_mut().enumerate() {
                        *mass = f32::from(u8::from(may_begin(&self.labels[to])));
                    }
                }
                Some(before) => {
                    for (from, mass) in before.iter().enumerate() {
                        for &(to, step) in &self.moves[from] {
                            row[to] += mass * step;
                        }
                    }
                }
            }
            if at + 1 == psi.len() {
                for (to, mass) in row.iter_mut().enumerate() {
                    *mass *= f32::from(u8::from(may_end(&self.labels[to])));
                }
            }
            for (mass, psi) in row.iter_mut().zip(here) {
                *mass *= psi;
            }
            forward.push(to_one(row));
        }
        let mut back = vec![1.0; count];
        for at in (0..psi.len()).rev() {
            let row = &mut forward[at];
            let joint: Vec<f32> = row.iter().zip(&back).map(|(a, b)| a * b).collect();
            *row = to_one(joint);
            let mut before = vec![0.0; count];
            for (from, mass) in before.iter_mut().enumerate() {
                for &(to, step) in &self.moves[from] {
                    *mass += step * psi[at][to] * back[to];
                }
            }
            back = to_one(before);
        }
        forward
    }

    fn scores(&self, features: &[u32]) -> Vec<f32> {
        let mut scores = vec![0.0; self.labels.len()];
        for feature in features {
            let Some(&(begin, length)) = self.index.get(feature) else {
                continue;
            };
            let begin = begin as usize;
            for &(label, steps) in self
                .weights
                .get(begin..begin + usize::from(length))
                .unwrap_or(&[])
            {
                scores[usize::from(label)] += f32::from(steps) * self.step;
            }
        }
        scores
    }

    /// The labels with the highest sum of scores and transitions.
    fn best(&self, scores: &[Vec<f32>]) -> Vec<usize> {
        let count = self.labels.len();
        let Some(first) = scores.first() else {
            return Vec::new();
        };
        let mut row: Vec<f32> = (0..count)
            .map(|to| {
                first[to]
                    + if may_begin(&self.labels[to]) {
                        0.0
                    } else {
                        NEVER
                    }
            })
            .collect();
        let mut back: Vec<Vec<usize>> = Vec::with_capacity(scores.len());
        for here in &scores[1..] {
            let mut next = vec![f32::NEG_INFINITY; count];
            let mut from = vec![0; count];
            for (before, &score) in row.iter().enumerate() {
                if score <= NEVER / 2.0 {
                    continue;
                }
                for &(to, way) in &self.ways[before] {
                    let sum = score + way;
                    if sum > next[to] {
                        next[to] = sum;
                        from[to] = before;
                    }
                }
            }
            for (sum, score) in next.iter_mut().zip(here) {
                *sum += score;
            }
            back.push(from);
            row = next;
        }
        let mut at = (0..count)
            .filter(|&label| may_end(&self.labels[label]))
            .max_by(|&a, &b| row[a].total_cmp(&row[b]))
            .unwrap_or(0);
        let mut path = vec![at];
        for from in back.iter().rev() {
            at = from[at];
            path.push(at);
        }
        path.reverse();
        path
    }
}

/// A row that sums up to one.
fn to_one(mut row: Vec<f32>) -> Vec<f32> {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        for mass in &mut row {
            *mass /= sum;
        }
    }
    row
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], ModelError> {
    let (head, after) = rest.split_first_chunk::<N>().ok_or(ModelError)?;
    *rest = after;
    Ok(*head)
}

/// Whether a label may stand right after another: within an entity only its own `I-` or `E-` follow.
fn follows(before: &str, after: &str) -> bool {
    let open = before.strip_prefix("B-").or(before.strip_prefix("I-"));
    let goes_on = after.strip_prefix("I-").or(after.strip_prefix("E-"));
    open == goes_on
}

fn may_begin(label: &str) -> bool {
    !label.starts_with("I-") && !label.starts_with("E-")
}

fn may_end(label: &str) -> bool {
    !label.starts_with("B-") && !label.starts_with("I-")
}

fn iob2_tags(path: &[usize], labels: &[String]) -> Vec<String> {
    let tag = |&label: &usize| match labels[label].split_once('-') {
        Some(("S", class)) => format!("B-{class}"),
        Some(("E", class)) => format!("I-{class}"),
        _ => labels[label].clone(),
    };
    path.iter().map(tag).collect()
}
