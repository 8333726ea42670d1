//! From which confidence on a suggestion is certain: by releases that the models had not learnt from (tests/rounds, the
//! folders to learn from and the files g to i).

use crate::marked::read_marked;
use muragat_language::{Reading, read};
use serde_json::Value;
use std::path::Path;

/// So often must what is certain be right there.
const RIGHT: f64 = 0.99;

/// So many must be certain for that to say anything.
const FEWEST: usize = 20;

/// The rounds to learn from, by language.
const ROUNDS: [&str; 6] = ["kk-d", "kk-e", "kk-f", "ru-en-d", "ru-en-e", "ru-en-f"];

/// Rounds in one file each, marked as what is learnt from is.
const MARKED: [&str; 3] = ["g.txt", "h.txt", "i.txt"];

/// The number of places among the kinds.
const PLACES: usize = 3;

/// Confidences of suggestions, each with whether it was right, by kind in the order of the models' file.
type Judged = [Vec<(f32, bool)>; 6];

/// The models' bytes with what is certain set anew. The models that ship must be those of these bytes.
pub fn set_certain(
    bytes: &mut [u8],
    language: &str,
    rounds: &Path,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut judged = Judged::default();
    for round in ROUNDS {
        let mut files: Vec<_> = std::fs::read_dir(rounds.join(round))?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?;
        files.sort();
        for file in files
            .iter()
            .filter(|file| file.extension().is_some_and(|kind| kind == "txt"))
        {
            let gold: Value =
                serde_json::from_str(&std::fs::read_to_string(file.with_extension("gold.json"))?)?;
            let own = gold["language"].as_str().unwrap_or("kk");
            if own.starts_with(language) {
                judge(&gold, &read(&std::fs::read_to_string(file)?), &mut judged);
            }
        }
    }
    // the folders name some of the places only
    judged[PLACES].clear();
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
    for (kind, judged) in judged.iter_mut().enumerate() {
        let from = certain_from(judged);
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

/// From which confidence on as many as must be are right; above 1 where that is never so.
fn certain_from(judged: &mut [(f32, bool)]) -> f32 {
    judged.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut right, mut from) = (0, 2.0);
    for (at, (sure, is_right)) in judged.iter().enumerate() {
        right += usize::from(*is_right);
        if at + 1 >= FEWEST && right as f64 / (at + 1) as f64 >= RIGHT {
            from = *sure;
        }
    }
    from
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
        judged[0].push((person.confidence, own.is_some()));
        let mut right = own.map(|own| texts(&own["positions"])).unwrap_or_default();
        let also = own
            .and_then(|own| own["positions_also"].as_array().cloned())
            .unwrap_or_default();
        right.extend(also.iter().filter_map(|pair| pair[0].as_str()).map(plain));
        // the rounds write some positions in the nominative, or one of several in the singular: beginnings must agree
        let near = |own: &String, other: &String| {
            let same = own
                .chars()
                .zip(other.chars())
                .take_while(|(a, b)| a == b)
                .count();
            own == other
                || same > 3 && own.chars().count().abs_diff(other.chars().count()) <= 6 && {
                    let ends = |text: &String| text.chars().rev().take(3).collect::<String>();
                    same * 2 > own.chars().count() || ends(own) == ends(other)
                }
        };
        for (position, confidence) in person.positions.iter().zip(&person.positions_confidence) {
            let position = plain(position);
            judged[1].push((*confidence, right.iter().any(|own| near(own, &position))));
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
        judged[2].push((one.confidence, is_body(&plain(&one.name))));
    }
    let places = texts(&gold["places_seen"]);
    for one in &reading.places {
        let mut seen = one.mentions.iter().map(|span| plain(&span.text));
        let right = seen.any(|text| places.contains(&text));
        judged[PLACES].push((one.confidence, right));
    }
    let said = list("quotes");
    for quote in &reading.quotes {
        let text = plain(&quote.text);
        let own = said.iter().find(|own| {
            let [starts, ends] =
                ["starts", "ends"].map(|name| plain(own[name].as_str().unwrap_or_default()));
            text.starts_with(&starts) && text.ends_with(&ends)
        });
        judged[4].push((quote.confidence, own.is_some()));
        if let Some(own) = own {
            let right = own["speaker"].as_str().map(plain) == quote.speaker.as_deref().map(plain);
            judged[5].push((quote.speaker_confidence, right));
        }
    }
}
