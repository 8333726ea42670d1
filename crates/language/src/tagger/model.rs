//! A model's bytes, and what it makes of a row of tokens.

use super::chain::Chain;
use super::features::{Set, features};
use super::index::{Index, Listed, Scores};
use std::ops::Range;

/// First bytes of a model file.
const MAGIC: &[u8; 8] = b"MRGCRF01";

/// A trained conditional random field.
#[derive(Debug)]
pub struct Model {
    chain: Chain,
    index: Index,
}

/// Several models that look at the same features.
#[derive(Debug)]
pub(crate) struct Models<const N: usize> {
    chains: [Chain; N],
    index: Index,
}

/// Why bytes are no model.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no model of the tagger")]
pub struct ModelError;

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
        let (chain, listed) = read(bytes)?;
        let index = Index::join(&[listed]).ok_or(ModelError)?;
        Ok(Model { chain, index })
    }

    /// The tags of a sentence's tokens as IOB2 has them: `O`, `B-PERSON`, `I-PERSON` …
    pub fn tag(&self, tokens: &[&str]) -> Vec<String> {
        self.tag_with(tokens, Set::Full)
    }

    /// As [`Model::tag`], for a model that was trained on other features.
    pub fn tag_with(&self, tokens: &[&str], set: Set) -> Vec<String> {
        let scores = self.index.score(&features(tokens, set));
        let rows = scores.rows(0..tokens.len(), &(0..self.chain.labels.len()));
        iob2_tags(&self.chain.best(&rows), &self.chain.labels)
    }
}

impl<const N: usize> Models<N> {
    /// Reads models that each stand in bytes of their own.
    ///
    /// # Errors
    /// [`ModelError`] where one is no model, or all together have too many labels.
    pub(crate) fn from_bytes(each: [&[u8]; N]) -> Result<Models<N>, ModelError> {
        let mut chains = Vec::with_capacity(N);
        let mut lists = Vec::with_capacity(N);
        for bytes in each {
            let (chain, listed) = read(bytes)?;
            chains.push(chain);
            lists.push(listed);
        }
        Ok(Models {
            chains: chains.try_into().map_err(|_| ModelError)?,
            index: Index::join(&lists).ok_or(ModelError)?,
        })
    }

    /// What the features of each token count for all labels of all models.
    pub(crate) fn score(&self, features: &[Vec<u32>]) -> Scores {
        self.index.score(features)
    }

    /// The label that one of the models gives to each token of a row (`O`, or `B-`, `I-`, `E-`, `S-` and a class) and how
    /// likely it is there, 0 to 1.
    pub(crate) fn tag(
        &self,
        model: usize,
        scores: &Scores,
        tokens: Range<usize>,
    ) -> Vec<(&str, f32)> {
        let Some(chain) = self.chains.get(model) else {
            return Vec::new();
        };
        let before = self.chains.iter().take(model);
        let first: usize = before.map(|chain| chain.labels.len()).sum();
        let labels = first..first + chain.labels.len();
        chain.tag(&scores.rows(tokens, &labels))
    }
}

/// Reads the labels and the weights of a model.
fn read(bytes: &[u8]) -> Result<(Chain, Listed), ModelError> {
    let mut rest = bytes.strip_prefix(MAGIC).ok_or(ModelError)?;
    let mut labels = Vec::new();
    for _ in 0..take::<1>(&mut rest)?[0] {
        let length = usize::from(take::<1>(&mut rest)?[0]);
        let (name, after) = rest.split_at_checked(length).ok_or(ModelError)?;
        labels.push(String::from_utf8(name.to_vec()).map_err(|_| ModelError)?);
        rest = after;
    }
    let count = labels.len();
    let mut transitions = Vec::with_capacity(count * count);
    for _ in 0..count * count {
        transitions.push(f32::from_le_bytes(take(&mut rest)?));
    }
    let step = f32::from_le_bytes(take(&mut rest)?);
    let promised = u32::from_le_bytes(take(&mut rest)?) as usize;
    // No promise of the header is believed beyond what the bytes can hold.
    let room = promised.min(rest.len() / 7);
    let mut features = Vec::with_capacity(room);
    let mut weights = Vec::with_capacity(rest.len().saturating_sub(room * 5) / 2);
    for _ in 0..promised {
        let feature = u32::from_le_bytes(take(&mut rest)?);
        let [length] = take(&mut rest)?;
        let begin = weights.len();
        for _ in 0..length {
            let [label, steps] = take(&mut rest)?;
            if usize::from(label) >= count {
                return Err(ModelError);
            }
            weights.push((label, i8::from_le_bytes([steps])));
        }
        features.push((feature, begin..weights.len()));
    }
    if count == 0 || !rest.is_empty() {
        return Err(ModelError);
    }
    let listed = Listed {
        features,
        weights,
        step,
        labels: count,
    };
    Ok((Chain::new(labels, &transitions), listed))
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], ModelError> {
    let (head, after) = rest.split_first_chunk::<N>().ok_or(ModelError)?;
    *rest = after;
    Ok(*head)
}

fn iob2_tags(path: &[usize], labels: &[String]) -> Vec<String> {
    let tag = |&label: &usize| match labels[label].split_once('-') {
        Some(("S", class)) => format!("B-{class}"),
        Some(("E", class)) => format!("I-{class}"),
        _ => labels[label].clone(),
    };
    path.iter().map(tag).collect()
}
