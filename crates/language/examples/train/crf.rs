//! Training of a linear-chain conditional random field: likelihood and its gradient by the forward-backward
//! algorithm, in scaled probabilities.

use std::collections::HashMap;

/// A sentence as features and labels by number.
pub struct Example {
    /// For each token, its known features.
    pub features: Vec<Vec<u32>>,
    pub labels: Vec<u8>,
}

/// The parameters: first one weight for each feature and label seen together, then `labels` squared transitions.
pub struct Field {
    pub labels: usize,
    /// Where a feature's weights begin; one more than there are features.
    begin: Vec<u32>,
    /// The label of each weight.
    label: Vec<u8>,
    /// Each feature's hash.
    hashes: Vec<u32>,
}

impl Field {
    /// The field of all features that stand at least `often` times, and the sentences in its terms.
    pub fn new(
        sentences: Vec<(Vec<Vec<u32>>, Vec<u8>)>,
        labels: usize,
        often: u32,
    ) -> (Field, Vec<Example>) {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for feature in sentences
            .iter()
            .flat_map(|(features, _)| features)
            .flatten()
        {
            *counts.entry(*feature).or_default() += 1;
        }
        let mut hashes: Vec<u32> = counts
            .iter()
            .filter(|(_, n)| **n >= often)
            .map(|(hash, _)| *hash)
            .collect();
        hashes.sort_unstable();
        let number: HashMap<u32, u32> = hashes
            .iter()
            .zip(0..)
            .map(|(hash, at)| (*hash, at))
            .collect();
        let mut pairs: Vec<(u32, u8)> = Vec::new();
        let mut examples = Vec::new();
        for (features, tags) in sentences {
            let features: Vec<Vec<u32>> = features
                .into_iter()
                .map(|of_token| {
                    let mut known: Vec<u32> = of_token
                        .iter()
                        .filter_map(|hash| number.get(hash).copied())
                        .collect();
                    known.sort_unstable();
                    known.dedup();
                    known
                })
                .collect();
            for (of_token, tag) in features.iter().zip(&tags) {
                pairs.extend(of_token.iter().map(|feature| (*feature, *tag)));
            }
            examples.push(Example {
                features,
                labels: tags,
            });
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut begin = vec![0; hashes.len() + 1];
        for (feature, _) in &pairs {
            begin[*feature as usize + 1] += 1;
        }
        for at in 1..begin.len() {
            begin[at] += begin[at - 1];
        }
        let label = pairs.iter().map(|(_, label)| *label).collect();
        (
            Field {
                labels,
                begin,
                label,
                hashes,
            },
            examples,
        )
    }

    pub fn parameters(&self) -> usize {
        self.label.len() + self.labels * self.labels
    }

    pub fn features(&self) -> usize {
        self.hashes.len()
    }

    /// The features' hashes with their labels and weights.
    pub fn weights(&self, w: &[f32]) -> Vec<(u32, Vec<(u8, f32)>)> {
        self.hashes
            .iter()
            .enumerate()
            .map(|(at, hash)| {
                let range = self.begin[at] as usize..self.begin[at + 1] as usize;
                (*hash, range.map(|k| (self.label[k], w[k])).collect())
            })
            .collect()
    }

    pub fn transitions<'w>(&self, w: &'w [f32]) -> &'w [f32] {
        &w[self.label.len()..]
    }

    /// Minus the log likelihood; its gradient is added to `gradient`.
    pub fn loss(&self, examples: &[Example], w: &[f32], gradient: &mut [f32]) -> f64 {
        let n = self.labels;
        let moves: Vec<f32> = self
            .transitions(w)
            .iter()
            .map(|weight| weight.exp())
            .collect();
        let mut turned = vec![0.0; n * n];
        for from in 0..n {
            for to in 0..n {
                turned[to * n + from] = moves[from * n + to];
            }
        }
        let mut expected_moves = vec![0.0_f32; n * n];
        let mut loss = 0.0;
        let (mut psi, mut alpha, mut beta, mut scale) =
            (Vec::new(), Vec::new(), vec![0.0; n], Vec::new());
        for example in examples {
            let length = example.labels.len();
            psi.clear();
            psi.resize(length * n, 0.0_f32);
            for (row, features) in psi.chunks_exact_mut(n).zip(&example.features) {
                for feature in features {
                    let at = *feature as usize;
                    for k in self.begin[at] as usize..self.begin[at + 1] as usize {
                        row[usize::from(self.label[k])] += w[k];
                    }
                }
            }
            for (at, label) in example.labels.iter().enumerate() {
                loss -= f64::from(psi[at * n + usize::from(*label)]);
                if at > 0 {
                    let k = usize::from(example.labels[at - 1]) * n + usize::from(*label);
                    loss -= f64::from(w[self.label.len() + k]);
                    gradient[self.label.len() + k] -= 1.0;
                }
            }
            for row in psi.chunks_exact_mut(n) {
                let most = row.iter().copied().fold(f32::MIN, f32::max);
                loss += f64::from(most);
                for score in row {
                    *score = (*score - most).exp();
                }
            }
            alpha.clear();
            alpha.resize(length * n, 0.0_f32);
            scale.clear();
            for at in 0..length {
                let (before, here) = alpha.split_at_mut(at * n);
                let here = &mut here[..n];
                if at == 0 {
                    here.copy_from_slice(&psi[..n]);
                } else {
                    for (from, mass) in before[(at - 1) * n..].iter().enumerate() {
                        if *mass > 1e-12 {
                            for (to, way) in here.iter_mut().zip(&moves[from * n..(from + 1) * n]) {
                                *to += mass * way;
                            }
                        }
                    }
                    for (to, score) in here.iter_mut().zip(&psi[at * n..]) {
                        *to *= score;
                    }
                }
                let sum: f32 = here.iter().sum();
                loss += f64::from(sum).ln();
                scale.push(sum);
                for to in here {
                    *to /= sum;
                }
            }
            beta.fill(1.0);
            let mut mass = vec![0.0_f32; n];
            for at in (0..length).rev() {
                let row = &alpha[at * n..(at + 1) * n];
                // how likely each label is here, minus what is
                let mut likely: Vec<f32> = row.iter().zip(&beta).map(|(a, b)| a * b).collect();
                likely[usize::from(example.labels[at])] -= 1.0;
                for feature in &example.features[at] {
                    let feature = *feature as usize;
                    for k in self.begin[feature] as usize..self.begin[feature + 1] as usize {
                        gradient[k] += likely[usize::from(self.label[k])];
                    }
                }
                if at > 0 {
                    for ((m, b), p) in mass.iter_mut().zip(&beta).zip(&psi[at * n..]) {
                        *m = b * p / scale[at];
                    }
                    let before = &alpha[(at - 1) * n..at * n];
                    for (from, a) in before.iter().enumerate() {
                        if *a > 1e-9 {
                            for (sum, m) in expected_moves[from * n..(from + 1) * n]
                                .iter_mut()
                                .zip(&mass)
                            {
                                *sum += a * m;
                            }
                        }
                    }
                    beta.fill(0.0);
                    for (to, m) in mass.iter().enumerate() {
                        if *m > 1e-12 {
                            for (b, way) in beta.iter_mut().zip(&turned[to * n..(to + 1) * n]) {
                                *b += way * m;
                            }
                        }
                    }
                }
            }
        }
        for ((sum, expected), way) in gradient[self.label.len()..]
            .iter_mut()
            .zip(&expected_moves)
            .zip(&moves)
        {
            *sum += expected * way;
        }
        loss
    }
}
