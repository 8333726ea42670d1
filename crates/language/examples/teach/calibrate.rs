//! How often suggestions of each likelihood are right, by releases that the models had not learnt from.

use crate::marked::Marked;
use muragat_language::{Calibration, Reading, SuggestionKind};
use std::collections::BTreeSet;

/// Likelihoods of suggestions, each with whether it was right, by kind.
pub type Judged = [Vec<(f32, bool)>; 6];

/// So often must what counts as certain be right.
const CERTAIN: f64 = 0.993;

/// So many steps a calibration has at most.
const STEPS: usize = 10;

/// Adds what was read in a release beside what is marked there.
pub fn judge(release: &Marked, reading: &Reading, judged: &mut Judged) {
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
    let mut add = |kind: SuggestionKind, likely: f32, right: bool| {
        judged[kind as usize].push((likely, right))
    };
    for person in &reading.people {
        if person
            .mentions
            .iter()
            .any(|span| aside.contains(&letters(&span.text)))
        {
            continue;
        }
        let number = release.number_of(&person.name);
        add(SuggestionKind::Person, person.confidence, number.is_some());
        let right: BTreeSet<String> = number
            .map(|number| {
                release
                    .positions(number)
                    .iter()
                    .map(|text| letters(text))
                    .collect()
            })
            .unwrap_or_default();
        for (position, likely) in person.positions.iter().zip(&person.positions_confidence) {
            add(
                SuggestionKind::Position,
                *likely,
                right.contains(&letters(position)),
            );
        }
    }
    for (kind, named, own) in [
        (
            SuggestionKind::Organisation,
            reading
                .organisations
                .iter()
                .map(|one| (&one.mentions, one.confidence))
                .collect::<Vec<_>>(),
            &bodies,
        ),
        (
            SuggestionKind::Place,
            reading
                .places
                .iter()
                .map(|one| (&one.mentions, one.confidence))
                .collect(),
            &places,
        ),
    ] {
        for (mentions, likely) in named {
            add(
                kind,
                likely,
                mentions
                    .iter()
                    .any(|span| own.contains(&letters(&span.text))),
            );
        }
    }
    let said = release.quotes();
    for quote in &reading.quotes {
        let text = letters(&quote.text);
        let same = said.iter().find(|(own, _)| letters(own) == text);
        add(SuggestionKind::Quote, quote.confidence, same.is_some());
        if let Some((_, speaker)) = same {
            let right = speaker.as_deref().map(letters) == quote.speaker.as_deref().map(letters);
            add(SuggestionKind::Speaker, quote.speaker_confidence, right);
        }
    }
}

/// The calibration of each kind, as the models' file has them.
pub fn calibrate(judged: &Judged) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (kind, judged) in SuggestionKind::ALL.iter().zip(judged) {
        let calibration = calibration(judged);
        let certain: Vec<&(f32, bool)> = judged
            .iter()
            .filter(|(likely, _)| *likely >= calibration.certain_from)
            .collect();
        let right = |judged: &[&(f32, bool)]| judged.iter().filter(|(_, right)| *right).count();
        let all: Vec<&(f32, bool)> = judged.iter().collect();
        eprintln!(
            "{kind:?}: {} of {} right; certain from {:.4}: {} of {} right, {:.0} % of all right ones",
            right(&all),
            all.len(),
            calibration.certain_from,
            right(&certain),
            certain.len(),
            100.0 * right(&certain) as f64 / right(&all).max(1) as f64,
        );
        for (bound, often) in &calibration.steps {
            eprintln!("    up to {bound:.4}: {often:.3}");
        }
        bytes.extend(calibration.to_bytes());
    }
    bytes
}

fn calibration(judged: &[(f32, bool)]) -> Calibration {
    let mut sorted = judged.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    // pool adjacent violators: (greatest likelihood, right, of)
    let mut pools: Vec<(f32, f64, f64)> = Vec::new();
    let size = sorted.len().div_ceil(STEPS * 3).max(1);
    for chunk in sorted.chunks(size) {
        let right = chunk.iter().filter(|(_, right)| *right).count() as f64;
        let bound = chunk.last().map_or(0.0, |(likely, _)| *likely);
        pools.push((bound, right, chunk.len() as f64));
        while let [.., before, last] = pools[..]
            && (before.1 / before.2 >= last.1 / last.2 || before.0 >= last.0)
        {
            pools.truncate(pools.len() - 2);
            pools.push((last.0, before.1 + last.1, before.2 + last.2));
        }
    }
    while pools.len() > STEPS {
        // the two that differ least become one
        let gap = |at: usize| pools[at + 1].1 / pools[at + 1].2 - pools[at].1 / pools[at].2;
        let Some(at) = (0..pools.len() - 1).min_by(|a, b| gap(*a).total_cmp(&gap(*b))) else {
            break;
        };
        let last = pools.remove(at + 1);
        pools[at] = (last.0, pools[at].1 + last.1, pools[at].2 + last.2);
    }
    let mut certain_from = 2.0;
    let (mut right, mut of) = (0.0, 0.0);
    for (at, (likely, is_right)) in sorted.iter().enumerate().rev() {
        of += 1.0;
        right += f64::from(u8::from(*is_right));
        let ends = at == 0 || sorted[at - 1].0 < *likely;
        if ends && of >= 40.0 && right / of >= CERTAIN {
            certain_from = *likely;
        }
    }
    Calibration {
        certain_from,
        steps: pools
            .iter()
            .map(|(bound, right, of)| (*bound, (right / of) as f32))
            .collect(),
    }
}
