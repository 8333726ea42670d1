//! Rows of labels: the best one by Viterbi's algorithm, and how likely each label is by forward and backward sums.

/// A score that no allowed row of labels reaches.
const NEVER: f32 = -1e9;

/// The labels of a model, and which may follow which.
#[derive(Debug)]
pub(crate) struct Chain {
    /// `O`, then `B-`, `I-`, `E-` and `S-` of each class.
    pub(crate) labels: Vec<String>,
    /// For each label those that may follow it, with the weight of that. What the labels' form forbids, most of all
    /// pairs, is left out.
    ways: Vec<Vec<(usize, f32)>>,
    /// The same with the exponential of the weight.
    moves: Vec<Vec<(usize, f32)>>,
    begins: Vec<bool>,
    ends: Vec<bool>,
    /// By how much the weights of what may follow a label that ends something differ at most.
    spread: f32,
}

impl Chain {
    /// `transitions`: the weight of each label behind each, in rows of the one before; as many as labels squared.
    pub(crate) fn new(labels: Vec<String>, transitions: &[f32]) -> Chain {
        let count = labels.len();
        let mut ways = vec![Vec::new(); count];
        for (at, weight) in transitions.iter().enumerate().take(count * count) {
            let (from, to) = (at / count, at % count);
            if follows(&labels[from], &labels[to]) {
                ways[from].push((to, *weight));
            }
        }
        let ends: Vec<bool> = labels.iter().map(|label| may_end(label)).collect();
        let of_ends = ways.iter().zip(&ends).filter(|(_, ends)| **ends);
        let weights = of_ends.flat_map(|(ways, _)| ways.iter().map(|(_, way)| *way));
        let (least, most) = weights.fold((f32::MAX, f32::MIN), |(least, most), way| {
            (least.min(way), most.max(way))
        });
        let exponential = |&(to, way): &(usize, f32)| (to, way.exp());
        Chain {
            moves: ways
                .iter()
                .map(|ways| ways.iter().map(exponential).collect())
                .collect(),
            begins: labels.iter().map(|label| may_begin(label)).collect(),
            spread: most - least,
            ends,
            ways,
            labels,
        }
    }

    /// The label of each token and how likely it is there, 0 to 1. `scores`: a row of all labels for each token.
    pub(crate) fn tag(&self, scores: &[&[f32]]) -> Vec<(&str, f32)> {
        let likely = self.likelihoods(scores);
        let rows = likely.chunks_exact(self.labels.len().max(1));
        self.best(scores)
            .into_iter()
            .zip(rows)
            .map(|(label, row)| {
                let name = self.labels.get(label).map_or("O", String::as_str);
                (name, row.get(label).copied().unwrap_or_default())
            })
            .collect()
    }

    /// How likely each label is at each token, row after row.
    fn likelihoods(&self, scores: &[&[f32]]) -> Vec<f32> {
        let count = self.labels.len();
        if count == 0 {
            return Vec::new();
        }
        let mut psi = Vec::with_capacity(scores.len() * count);
        for row in scores {
            let most = row.iter().copied().fold(f32::MIN, f32::max);
            psi.extend(row.iter().map(|score| (score - most).exp()));
        }
        let mut sums = vec![0.0; psi.len()];
        let length = scores.len();
        for at in 0..length {
            let (before, rest) = sums.split_at_mut(at * count);
            let row = &mut rest[..count];
            match before.len().checked_sub(count) {
                None => {
                    for (mass, begins) in row.iter_mut().zip(&self.begins) {
                        *mass = f32::from(u8::from(*begins));
                    }
                }
                Some(start) => {
                    for (mass, moves) in before[start..].iter().zip(&self.moves) {
                        for &(to, step) in moves {
                            row[to] += mass * step;
                        }
                    }
                }
            }
            if at + 1 == length {
                for (mass, ends) in row.iter_mut().zip(&self.ends) {
                    *mass *= f32::from(u8::from(*ends));
                }
            }
            for (mass, psi) in row.iter_mut().zip(&psi[at * count..]) {
                *mass *= psi;
            }
            bring_to_one(row);
        }
        let mut back = vec![1.0; count];
        let mut ahead = vec![0.0; count];
        for at in (0..length).rev() {
            let here = at * count..(at + 1) * count;
            for (mass, back) in sums[here.clone()].iter_mut().zip(&back) {
                *mass *= back;
            }
            bring_to_one(&mut sums[here.clone()]);
            for ((ahead, psi), back) in ahead.iter_mut().zip(&psi[here]).zip(&back) {
                *ahead = psi * back;
            }
            for (mass, moves) in back.iter_mut().zip(&self.moves) {
                *mass = moves.iter().map(|&(to, step)| step * ahead[to]).sum();
            }
            bring_to_one(&mut back);
        }
        sums
    }

    /// The labels with the highest sum of scores and transitions.
    pub(crate) fn best(&self, scores: &[&[f32]]) -> Vec<usize> {
        let count = self.labels.len();
        let Some((first, rest)) = scores.split_first() else {
            return Vec::new();
        };
        let mut row: Vec<f32> = first
            .iter()
            .zip(&self.begins)
            .map(|(score, begins)| score + if *begins { 0.0 } else { NEVER })
            .collect();
        let mut next = vec![0.0; count];
        let mut back: Vec<u8> = vec![0; count * rest.len()];
        for (here, from) in rest.iter().zip(back.chunks_exact_mut(count.max(1))) {
            next.fill(f32::NEG_INFINITY);
            let ended = row.iter().zip(&self.ends).filter(|(_, ends)| **ends);
            let most = ended.map(|(score, _)| *score).fold(f32::MIN, f32::max);
            for (before, &score) in row.iter().enumerate() {
                // All labels that end something may be followed by the same ones, so one that lies too far behind the best
                // of them is on no best row.
                let is_behind = self.ends[before] && score + self.spread < most;
                if score <= NEVER / 2.0 || is_behind {
                    continue;
                }
                for &(to, way) in &self.ways[before] {
                    let sum = score + way;
                    if sum > next[to] {
                        next[to] = sum;
                        // A model has at most 255 labels, as its bytes count them in one.
                        from[to] = u8::try_from(before).unwrap_or_default();
                    }
                }
            }
            for (sum, score) in next.iter_mut().zip(*here) {
                *sum += score;
            }
            std::mem::swap(&mut row, &mut next);
        }
        let mut at = (0..count)
            .filter(|&label| self.ends[label])
            .max_by(|&a, &b| row[a].total_cmp(&row[b]))
            .unwrap_or(0);
        let mut path = vec![at];
        for from in back.chunks_exact(count.max(1)).rev() {
            at = usize::from(from[at]);
            path.push(at);
        }
        path.reverse();
        path
    }
}

/// Makes a row sum up to one.
fn bring_to_one(row: &mut [f32]) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        for mass in row {
            *mass /= sum;
        }
    }
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
