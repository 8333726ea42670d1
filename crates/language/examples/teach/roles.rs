//! How much each clue counts when it is told what a person did.

use crate::marked::Marked;
use crate::softmax::{Choice, learn_choices};
use muragat_language::{Lexicon, Role, Weights, choose_roles, read_with, role_lessons};
use std::collections::HashMap;

/// Parts that are measured by what was learnt from the others.
const PARTS: usize = 5;

/// A clue that fewer people show is not learnt.
const SEEN: usize = 4;

/// The clues' hashes with their weights; says how often what people did is told right on parts that were not learnt from.
/// `known`: texts that the grammar was mended by until it read them right; what it says there counts as marked.
pub fn learn_roles(releases: &[Marked], known: &[String]) -> Vec<u8> {
    let lexicon = Lexicon::default();
    let mut lessons: Vec<(usize, Choice, bool)> = Vec::new();
    for (number, release) in releases.iter().enumerate() {
        let roles = |name: &str| -> Option<Vec<Role>> {
            let number = release.number_of(name)?;
            let head = release.heads.get(&format!("P{number}"))?;
            let roles = head.split('|').nth(1)?.split(',').map(str::trim);
            roles.map(|role| role.parse().ok()).collect()
        };
        for lesson in role_lessons(&release.text, &lexicon, &roles) {
            let choice = Choice {
                candidates: lesson.candidates,
                right: lesson.right,
            };
            lessons.push((number, choice, lesson.by_rules == Some(lesson.right)));
        }
    }
    // twice, as the grammar's rules are fewer than what is marked
    for (number, text) in known.iter().chain(known).enumerate() {
        let reading = read_with(text, &Lexicon::default().taught(None));
        let roles = |name: &str| -> Option<Vec<Role>> {
            let mut people = reading.people.iter();
            Some(people.find(|one| one.name == name)?.roles.clone())
        };
        for lesson in role_lessons(text, &lexicon, &roles) {
            let choice = Choice {
                candidates: lesson.candidates,
                right: lesson.right,
            };
            lessons.push((number % known.len(), choice, true));
        }
    }
    let mut seen: HashMap<u32, usize> = HashMap::new();
    for clue in lessons.iter().flat_map(|(_, one, _)| &one.candidates[0]) {
        *seen.entry(*clue).or_default() += 1;
    }
    for (_, one, _) in &mut lessons {
        // clue for clue the candidates show the same
        let kept: Vec<bool> = one.candidates[0]
            .iter()
            .map(|clue| seen[clue] >= SEEN)
            .collect();
        for clues in &mut one.candidates {
            let mut at = kept.iter();
            clues.retain(|_| at.next() == Some(&true));
        }
    }
    let (mut right, mut by_rules) = (0, 0);
    for part in 0..PARTS {
        let learnt: Vec<Choice> = lessons
            .iter()
            .filter(|(number, _, _)| number % PARTS != part)
            .map(|(_, one, _)| one.clone())
            .collect();
        let weights = Weights::from_bytes(&learn_choices(&learnt)).unwrap_or_default();
        for (_, one, rules) in lessons
            .iter()
            .filter(|(number, _, _)| number % PARTS == part)
        {
            right += usize::from(choose_roles(&weights, &one.candidates) == one.right);
            by_rules += usize::from(*rules);
        }
    }
    eprintln!(
        "roles: {} people; right {right}, by rules {by_rules}",
        lessons.len()
    );
    let all: Vec<Choice> = lessons.into_iter().map(|(_, one, _)| one).collect();
    learn_choices(&all)
}
