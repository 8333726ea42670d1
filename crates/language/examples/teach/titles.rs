//! How much each clue counts when one of the lines at the head of a text is chosen as its title.

use crate::marked::Marked;
use crate::softmax::{Choice, learn_choices};
use muragat_language::{Weights, choose_title, title_lesson};

/// Parts that are measured by what was learnt from the others.
const PARTS: usize = 5;

/// The clues' hashes with their weights; says how often the title is chosen on parts that were not learnt from.
pub fn learn_titles(releases: &[Marked]) -> Vec<u8> {
    let choices: Vec<Choice> = releases.iter().filter_map(choice).collect();
    let (mut right, mut first) = (0, 0);
    for part in 0..PARTS {
        let (judged, learnt): (Vec<_>, Vec<_>) = choices
            .iter()
            .enumerate()
            .partition(|(at, _)| at % PARTS == part);
        let learnt: Vec<Choice> = learnt.into_iter().map(|(_, one)| one.clone()).collect();
        let weights = Weights::from_bytes(&learn_choices(&learnt)).unwrap_or_default();
        for (_, one) in judged {
            right += usize::from(choose_title(&weights, &one.candidates) == one.right);
            first += usize::from(one.right == 0);
        }
    }
    eprintln!(
        "titles: {} texts with several lines that may be one; right {right}, the first is {first}",
        choices.len()
    );
    learn_choices(&choices)
}

fn choice(release: &Marked) -> Option<Choice> {
    let title = release.texts('T').next()?;
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let begins = letters(title.lines().next()?);
    let lesson = title_lesson(&release.text, |line| letters(line) == begins)?;
    Some(Choice {
        candidates: lesson.candidates,
        right: lesson.right,
    })
}
