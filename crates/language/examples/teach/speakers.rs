//! How much each clue counts when a speaker is chosen: a softmax over the candidates.

use crate::descent::{Settings, minimise};
use crate::marked::Marked;
use muragat_language::{Lexicon, SpeakerLesson, speaker_lessons};
use std::collections::BTreeMap;

const SETTINGS: Settings = Settings {
    l1: 0.0,
    l2: 0.5,
    rounds: 100,
};

/// The clues' hashes with their weights.
pub fn learn_speakers(releases: &[&Marked], lexicon: &Lexicon) -> Vec<u8> {
    let lessons: Vec<SpeakerLesson> = releases
        .iter()
        .flat_map(|release| {
            let quotes = release.quotes();
            let speaker = |said: &str| {
                let letters = |text: &str| -> String {
                    text.chars().filter(|c| c.is_alphanumeric()).collect()
                };
                let said = letters(said);
                let (_, who) = quotes.iter().find(|(text, _)| letters(text) == said)?;
                Some(who.clone())
            };
            speaker_lessons(&release.text, lexicon, &speaker)
        })
        .collect();
    let clues = lessons
        .iter()
        .flat_map(|lesson| lesson.candidates.iter().flatten());
    let mut numbers: BTreeMap<u32, usize> = clues.map(|clue| (*clue, 0)).collect();
    for (number, slot) in numbers.values_mut().enumerate() {
        *slot = number;
    }
    let weights = minimise(
        numbers.len(),
        SETTINGS,
        |w, gradient| {
            let mut loss = 0.0_f64;
            for lesson in &lessons {
                let scores: Vec<f32> = lesson
                    .candidates
                    .iter()
                    .map(|clues| clues.iter().map(|clue| w[numbers[clue]]).sum())
                    .collect();
                let most = scores.iter().copied().fold(f32::MIN, f32::max);
                let masses: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
                let sum: f32 = masses.iter().sum();
                loss -= f64::from(scores[lesson.right] - most) - f64::from(sum).ln();
                for (at, (clues, mass)) in lesson.candidates.iter().zip(&masses).enumerate() {
                    let off = mass / sum - f32::from(u8::from(at == lesson.right));
                    for clue in clues {
                        gradient[numbers[clue]] += off;
                    }
                }
            }
            loss
        },
        |_, _, _| {},
    );
    eprintln!(
        "speakers: {} quotes, {} clues",
        lessons.len(),
        numbers.len()
    );
    numbers
        .iter()
        .flat_map(|(hash, at)| [hash.to_le_bytes(), weights[*at].to_le_bytes()].concat())
        .collect()
}
