//! How much each clue counts when a speaker is chosen.

use crate::marked::Marked;
use crate::softmax::{Choice, learn_choices};
use muragat_language::{Lexicon, speaker_lessons};

/// The clues' hashes with their weights.
pub fn learn_speakers(releases: &[&Marked], lexicon: &Lexicon) -> Vec<u8> {
    let choices: Vec<Choice> = releases
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
        .map(|lesson| Choice {
            candidates: lesson.candidates,
            right: lesson.right,
        })
        .collect();
    eprintln!("speakers: {} quotes", choices.len());
    learn_choices(&choices)
}
