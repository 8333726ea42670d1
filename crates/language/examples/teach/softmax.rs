//! How much each clue counts when one of several candidates is chosen: a softmax.

use crate::descent::{Settings, minimise};
use std::collections::BTreeMap;

const SETTINGS: Settings = Settings {
    l1: 0.0,
    l2: 0.5,
    rounds: 100,
};

/// A choice as it should be: the clues of each candidate, and the number of the right one.
#[derive(Clone)]
pub struct Choice {
    pub candidates: Vec<Vec<u32>>,
    pub right: usize,
}

/// The clues' hashes with their weights.
pub fn learn_choices(choices: &[Choice]) -> Vec<u8> {
    let clues = choices
        .iter()
        .flat_map(|choice| choice.candidates.iter().flatten());
    let mut numbers: BTreeMap<u32, usize> = clues.map(|clue| (*clue, 0)).collect();
    for (number, slot) in numbers.values_mut().enumerate() {
        *slot = number;
    }
    // looked up once: it is asked for in every round
    let choices: Vec<(Vec<Vec<usize>>, usize)> = choices
        .iter()
        .map(|choice| {
            let own = choice.candidates.iter();
            let numbered = own.map(|clues| clues.iter().map(|clue| numbers[clue]).collect());
            (numbered.collect(), choice.right)
        })
        .collect();
    let weights = minimise(
        numbers.len(),
        SETTINGS,
        |w, gradient| {
            let mut loss = 0.0_f64;
            for (candidates, right) in &choices {
                let scores: Vec<f32> = candidates
                    .iter()
                    .map(|clues| clues.iter().map(|clue| w[*clue]).sum())
                    .collect();
                let most = scores.iter().copied().fold(f32::MIN, f32::max);
                let masses: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
                let sum: f32 = masses.iter().sum();
                loss -= f64::from(scores[*right] - most) - f64::from(sum).ln();
                for (at, (clues, mass)) in candidates.iter().zip(&masses).enumerate() {
                    let off = mass / sum - f32::from(u8::from(at == *right));
                    for clue in clues {
                        gradient[*clue] += off;
                    }
                }
            }
            loss
        },
        |_, _, _| {},
    );
    numbers
        .iter()
        .flat_map(|(hash, at)| [hash.to_le_bytes(), weights[*at].to_le_bytes()].concat())
        .collect()
}
