//! How often suggestions of each likelihood are right, by releases that the models had not learnt from.

use crate::descent::{Settings, minimise};
use crate::marked::Marked;
use muragat_language::{Calibration, ReadText, Span, SuggestionKind};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Grounds of suggestions, each with whether it was right, by kind.
pub type Judged = [Vec<(Vec<u32>, bool)>; 6];

/// Nothing is certain of models that are new: what is, is set afterwards (certain.rs).
const NEVER: f32 = 2.0;

/// What weighs the grounds.
const SETTINGS: Settings = Settings {
    l1: 0.0,
    l2: 1.0,
    rounds: 80,
};

/// So many parts the judged suggestions are cut in, to see how sure one may be of those that were not weighed.
const PARTS: usize = 5;

/// Adds what was read in a release beside what is marked there.
pub fn judge(release: &Marked, read: &ReadText, judged: &mut Judged) {
    let (reading, grounds) = (read.reading(), read.grounds());
    let letters = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let of_kind = |kind: char| -> BTreeSet<String> {
        release.texts(kind).map(|text| letters(&text)).collect()
    };
    let (aside, bodies, places) = (of_kind('N'), of_kind('B'), of_kind('L'));
    let mut add = |kind: SuggestionKind, grounds: &[u32], right: bool| {
        judged[kind as usize].push((grounds.to_vec(), right));
    };
    for (at, person) in reading.people.iter().enumerate() {
        if person
            .mentions
            .iter()
            .any(|span| aside.contains(&letters(&span.text)))
        {
            continue;
        }
        let number = release.number_of(&person.name);
        add(
            SuggestionKind::Person,
            &grounds.people[at],
            number.is_some(),
        );
        let right: BTreeSet<String> = number
            .map(|number| {
                release
                    .positions(number)
                    .iter()
                    .map(|text| letters(text))
                    .collect()
            })
            .unwrap_or_default();
        for (position, grounds) in person.positions.iter().zip(&grounds.positions[at]) {
            add(
                SuggestionKind::Position,
                grounds,
                right.contains(&letters(position)),
            );
        }
    }
    let is_marked = |mentions: &[Span], own: &BTreeSet<String>| {
        mentions
            .iter()
            .any(|span| own.contains(&letters(&span.text)))
    };
    for (one, grounds) in reading.organisations.iter().zip(&grounds.organisations) {
        add(
            SuggestionKind::Organisation,
            grounds,
            is_marked(&one.mentions, &bodies),
        );
    }
    for (one, grounds) in reading.places.iter().zip(&grounds.places) {
        add(
            SuggestionKind::Place,
            grounds,
            is_marked(&one.mentions, &places),
        );
    }
    let said = release.quotes();
    for (at, quote) in reading.quotes.iter().enumerate() {
        let text = letters(&quote.text);
        let same = said.iter().find(|(own, _)| letters(own) == text);
        add(SuggestionKind::Quote, &grounds.quotes[at], same.is_some());
        if let Some((_, speaker)) = same {
            let right = speaker.as_deref().map(letters) == quote.speaker.as_deref().map(letters);
            add(SuggestionKind::Speaker, &grounds.speakers[at], right);
        }
    }
}

/// The calibration of each kind, as the models' file has them.
pub fn calibrate(judged: &Judged) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (kind, judged) in SuggestionKind::ALL.iter().zip(judged) {
        // each part by what the others weigh: (confidence, right)
        let mut unseen: Vec<(f64, bool)> = Vec::new();
        for part in 0..PARTS {
            let is_part = |at: usize| at / 7 % PARTS == part;
            let others = judged.iter().enumerate().filter(|(at, _)| !is_part(*at));
            let weights: HashMap<u32, f32> =
                weigh(others.map(|(_, one)| one)).into_iter().collect();
            for (_, (grounds, right)) in judged.iter().enumerate().filter(|(at, _)| is_part(*at)) {
                let sum: f32 = grounds
                    .iter()
                    .filter_map(|ground| weights.get(ground))
                    .sum();
                unseen.push((1.0 / (1.0 + f64::from(-sum).exp()), *right));
            }
        }
        tell(*kind, &unseen);
        bytes.extend(Calibration::to_bytes(NEVER, &weigh(judged.iter())));
    }
    bytes
}

/// Prints how often suggestions of each confidence are right.
fn tell(kind: SuggestionKind, unseen: &[(f64, bool)]) {
    let count = |bounds: std::ops::Range<f64>| {
        let inside = unseen.iter().filter(|(sure, _)| bounds.contains(sure));
        let right = inside.clone().filter(|(_, right)| *right).count();
        (right, inside.count())
    };
    let (right, of) = count(0.0..1.1);
    eprintln!("{kind:?}: {right} of {of} right");
    for tenth in 0..10 {
        let bounds = f64::from(tenth) / 10.0..f64::from(tenth + 1) / 10.0;
        let (right, of) = count(bounds.clone());
        if of > 0 {
            let often = right as f64 / of as f64;
            eprintln!(
                "    {:.1} to {:.1}: {right} of {of}, {often:.2}",
                bounds.start, bounds.end
            );
        }
    }
}

/// What each ground counts: a logistic regression.
fn weigh<'j>(judged: impl Iterator<Item = &'j (Vec<u32>, bool)>) -> Vec<(u32, f32)> {
    let judged: Vec<&(Vec<u32>, bool)> = judged.collect();
    let grounds = judged.iter().flat_map(|(grounds, _)| grounds);
    let mut numbers: BTreeMap<u32, usize> = grounds.map(|ground| (*ground, 0)).collect();
    for (number, slot) in numbers.values_mut().enumerate() {
        *slot = number;
    }
    let weights = minimise(
        numbers.len(),
        SETTINGS,
        |w, gradient| {
            let mut loss = 0.0;
            for (grounds, right) in &judged {
                let sum: f32 = grounds.iter().map(|ground| w[numbers[ground]]).sum();
                let sure = 1.0 / (1.0 + (-sum).exp());
                let truth = f32::from(u8::from(*right));
                loss -= f64::from((if *right { sure } else { 1.0 - sure }).max(1e-9)).ln();
                for ground in grounds {
                    gradient[numbers[ground]] += sure - truth;
                }
            }
            loss
        },
        |_, _, _| {},
    );
    numbers
        .iter()
        .map(|(hash, at)| (*hash, weights[*at]))
        .collect()
}
