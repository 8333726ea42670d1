//! From which confidence on a suggestion is certain: by releases that the models had not learnt from (tests/rounds, the
//! files g to o).

use crate::marked::read_marked;
use muragat_language::{Reading, read};
use serde_json::Value;
use std::ops::Range;
use std::path::Path;

/// So often must what is certain be right there.
const RIGHT: f64 = 0.99;

/// So often must it be of each kind alone, where several are set together.
const RIGHT_OF_EACH: f64 = 0.98;

/// People come first: only a position of one who is certain is certain.
const PEOPLE: usize = 0;

/// So many must be certain for that to say anything.
const FEWEST: usize = 20;

/// Rounds in one file each, marked as what is learnt from is.
const MARKED: [&str; 9] = [
    "g.txt", "h.txt", "i.txt", "j.txt", "k.txt", "l.txt", "m.txt", "n.txt", "o.txt",
];

/// Positions and bodies, which are accepted together with people, so that all three are set together.
const BESIDE_PEOPLE: Range<usize> = 1..3;

/// Confidences of suggestions, each with whether it was right, by kind in the order of the models' file.
#[derive(Default)]
struct Judged {
    kinds: [Vec<(f32, bool)>; 6],
    /// How sure the reader is of each position's holder.
    holders: Vec<f32>,
}

/// The models' bytes with what is certain set anew. The models that ship must be those of these bytes.
pub fn set_certain(
    bytes: &mut [u8],
    language: &str,
    rounds: &Path,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut judged = Judged::default();
    for file in MARKED {
        for release in read_marked(file, &std::fs::read_to_string(rounds.join(file))?) {
            if release.language.starts_with(language) {
                judge(&release.gold(), &read(&release.text), &mut judged);
            }
        }
    }
    let mut at = 0;
    for _ in 0..4 {
        at += 4 + length_at(bytes, at)?;
    }
    let mut froms = [2.0; 6];
    let people = surest_of(&mut judged.kinds[PEOPLE]);
    let (certain, people_wrong) = certain_together(std::slice::from_ref(&people), (0, 0), RIGHT)[0];
    froms[PEOPLE] = from(&people, certain);
    let mut holders = judged.holders.iter();
    judged.kinds[1].retain(|_| holders.next().is_some_and(|sure| *sure >= froms[PEOPLE]));
    let beside: Vec<_> = judged.kinds[BESIDE_PEOPLE]
        .iter_mut()
        .map(|kind| surest_of(kind))
        .collect();
    let set = certain_together(&beside, (certain, people_wrong), RIGHT_OF_EACH);
    for ((from_here, kind), (certain, _)) in froms[BESIDE_PEOPLE].iter_mut().zip(&beside).zip(set) {
        *from_here = from(kind, certain);
    }
    let alone = froms.iter_mut().zip(&mut judged.kinds);
    for (from_here, kind) in alone.skip(BESIDE_PEOPLE.end) {
        let kind = [surest_of(kind)];
        *from_here = from(&kind[0], certain_together(&kind, (0, 0), RIGHT)[0].0);
    }
    for (kind, (judged, from)) in judged.kinds.iter().zip(froms).enumerate() {
        let certain = judged.iter().filter(|(sure, _)| *sure >= from).count();
        let right = judged
            .iter()
            .filter(|(sure, right)| *sure >= from && *right)
            .count();
        eprintln!(
            "{language}, kind {kind}: certain from {from:.4}: {right} of {certain} right, of {}",
            judged.len()
        );
        bytes
            .get_mut(at..at + 4)
            .ok_or("short")?
            .copy_from_slice(&from.to_le_bytes());
        at += 8 + length_at(bytes, at + 4)?;
    }
    Ok(())
}

fn length_at(bytes: &[u8], at: usize) -> Result<usize, &'static str> {
    let own = bytes.get(at..at + 4).ok_or("short")?;
    Ok(u32::from_le_bytes([own[0], own[1], own[2], own[3]]) as usize)
}

/// The surest first.
fn surest_of(judged: &mut [(f32, bool)]) -> Vec<(f32, bool)> {
    judged.sort_by(|a, b| b.0.total_cmp(&a.0));
    judged.to_vec()
}

/// From which confidence on so many are certain; above 1 where none is.
fn from(judged: &[(f32, bool)], certain: usize) -> f32 {
    certain.checked_sub(1).map_or(2.0, |last| judged[last].0)
}

/// How many of each kind, of those that one is surest of, are certain, and how many of them are wrong: as many as can be, so
/// that of all together, with those `beside`, as many are right as must be, and of each kind so many of a hundred.
fn certain_together(
    kinds: &[Vec<(f32, bool)>],
    beside: (usize, usize),
    least: f64,
) -> Vec<(usize, usize)> {
    let mut best = vec![(0, 0); kinds.len()];
    let mut most = 0;
    let cuts: Vec<Vec<(usize, usize)>> = kinds.iter().map(|kind| cuts_of(kind, least)).collect();
    let mut at = vec![0; kinds.len()];
    // every cut of one kind with every cut of the others
    loop {
        let chosen: Vec<(usize, usize)> =
            at.iter().zip(&cuts).map(|(at, cuts)| cuts[*at]).collect();
        let (certain, wrong) = chosen
            .iter()
            .fold(beside, |sum, one| (sum.0 + one.0, sum.1 + one.1));
        if certain > most && (certain - wrong) as f64 >= RIGHT * certain as f64 {
            (best, most) = (chosen, certain);
        }
        let Some(next) = at
            .iter()
            .zip(&cuts)
            .position(|(at, cuts)| at + 1 < cuts.len())
        else {
            return best;
        };
        at[..next].fill(0);
        at[next] += 1;
    }
}

/// How many of a kind may be certain, and how many of them are wrong; none is always one of the ways.
fn cuts_of(judged: &[(f32, bool)], least: f64) -> Vec<(usize, usize)> {
    let mut cuts = vec![(0, 0)];
    let mut wrong = 0;
    for (at, (sure, right)) in judged.iter().enumerate() {
        wrong += usize::from(!right);
        let certain = at + 1;
        // those of one confidence are certain all or none
        let ends = judged.get(certain).is_none_or(|next| next.0 < *sure);
        let is_right = (certain - wrong) as f64 >= least * certain as f64;
        if ends && certain >= FEWEST && is_right {
            cuts.push((certain, wrong));
        }
    }
    cuts
}

fn judge(gold: &Value, reading: &Reading, judged: &mut Judged) {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let texts = |value: &Value| -> Vec<String> {
        let list = value.as_array().map_or(&[][..], Vec::as_slice);
        list.iter().filter_map(Value::as_str).map(plain).collect()
    };
    let list = |name: &str| gold[name].as_array().cloned().unwrap_or_default();
    let people = list("people");
    let aside = texts(&gold["people_also"]);
    for person in &reading.people {
        let name = plain(&person.name);
        if aside.contains(&name) {
            continue;
        }
        let own = people
            .iter()
            .find(|own| plain(own["name"].as_str().unwrap_or_default()) == name);
        judged.kinds[0].push((person.confidence, own.is_some()));
        let mut right = own.map(|own| texts(&own["positions"])).unwrap_or_default();
        let also = own
            .and_then(|own| own["positions_also"].as_array().cloned())
            .unwrap_or_default();
        right.extend(also.iter().filter_map(|pair| pair[0].as_str()).map(plain));
        for (position, confidence) in person.positions.iter().zip(&person.positions_confidence) {
            let position = plain(position);
            judged.kinds[1].push((*confidence, right.contains(&position)));
            judged.holders.push(person.confidence);
        }
    }
    let bodies: Vec<Value> = [list("organisations"), list("organisations_also")].concat();
    let is_body = |name: &str| {
        bodies.iter().any(|body| match body["name"].as_str() {
            Some(own) => plain(own) == name,
            None => name.contains(&plain(body["contains"].as_str().unwrap_or_default())),
        })
    };
    for one in &reading.organisations {
        judged.kinds[2].push((one.confidence, is_body(&plain(&one.name))));
    }
    let places = texts(&gold["places_seen"]);
    for one in &reading.places {
        let mut seen = one.mentions.iter().map(|span| plain(&span.text));
        let right = seen.any(|text| places.contains(&text));
        judged.kinds[3].push((one.confidence, right));
    }
    let said = list("quotes");
    for quote in &reading.quotes {
        let text = plain(&quote.text);
        let own = said.iter().find(|own| {
            let [starts, ends] =
                ["starts", "ends"].map(|name| plain(own[name].as_str().unwrap_or_default()));
            text.starts_with(&starts) && text.ends_with(&ends)
        });
        judged.kinds[4].push((quote.confidence, own.is_some()));
        if let Some(own) = own {
            let right = own["speaker"].as_str().map(plain) == quote.speaker.as_deref().map(plain);
            judged.kinds[5].push((quote.speaker_confidence, right));
        }
    }
}
