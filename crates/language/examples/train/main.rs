//! Trains the tagger's model from a file in IOB2.
//!
//!     train FILE.iob2                 trains on all of it and writes assets/models/kaznerd.crf
//!     train FILE.iob2 --held-out      trains on four fifths and prints figures on the rest; writes nothing
//!     … --plain                       with the features that others are measured against
//!     … --l1 X --l2 X --rounds N --often N --out MODEL
//!
//! The rest are the stories whose number, hashed, falls into one fifth: variants of a sentence share its
//! number and so never stand on both sides. The same file gives the same bytes.

mod crf;
mod descent;

use descent::Settings;
use muragat_language::tagger::score::Score;
use muragat_language::tagger::{Model, Set, features, iob2};
use std::collections::BTreeSet;

/// As measured best on held-out stories (docs/reading.md).
const SETTINGS: Settings = Settings {
    l1: 0.02,
    l2: 0.05,
    rounds: 80,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut file = None;
    let (mut held_out, mut set, mut settings, mut often) = (false, Set::Full, SETTINGS, 1);
    let mut out = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../assets/models/kaznerd.crf"
    )
    .to_owned();
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value"));
        match arg.as_str() {
            "--held-out" => held_out = true,
            "--plain" => set = Set::Plain,
            "--l1" => settings.l1 = value()?.parse()?,
            "--l2" => settings.l2 = value()?.parse()?,
            "--rounds" => settings.rounds = value()?.parse()?,
            "--often" => often = value()?.parse()?,
            "--out" => out = value()?,
            _ => file = Some(arg),
        }
    }
    let file = file.ok_or("usage: train FILE.iob2 [--held-out] [--plain] [--out MODEL]")?;
    let text = std::fs::read_to_string(&file)?;
    let (train, dev): (Vec<_>, Vec<_>) = iob2::read(&text)
        .into_iter()
        .partition(|sentence| !(held_out && kept_back(sentence)));
    let coded: Vec<Vec<String>> = train.iter().map(|s| bioes(&s.tags)).collect();
    let mut labels: BTreeSet<&str> = coded.iter().flatten().map(String::as_str).collect();
    labels.remove("O");
    let labels: Vec<String> = ["O"].into_iter().chain(labels).map(str::to_owned).collect();
    let number = |tag: &String| labels.iter().position(|label| label == tag).unwrap_or(0) as u8;
    let sentences = train
        .iter()
        .zip(&coded)
        .map(|(sentence, tags)| {
            let tokens: Vec<&str> = sentence.tokens.iter().map(String::as_str).collect();
            (features(&tokens, set), tags.iter().map(number).collect())
        })
        .collect();
    let (field, examples) = crf::Field::new(sentences, labels.len(), often);
    eprintln!(
        "{} sentences, {} features, {} parameters",
        examples.len(),
        field.features(),
        field.parameters()
    );
    let dev_rounds = |round: usize| held_out && (round + 1) % 20 == 0;
    let model_of = |w: &[f32]| Model::to_bytes(&labels, field.transitions(w), &field.weights(w));
    let weights = descent::minimise(
        field.parameters(),
        settings,
        |w, gradient| field.loss(&examples, w, gradient),
        |round, value, w| {
            if dev_rounds(round) {
                let bytes = model_of(w);
                eprintln!(
                    "round {round}: {value:.1}, {} bytes, micro F1 {:.2}",
                    bytes.len(),
                    score(&bytes, &dev, set).map_or(0.0, |s| s.micro().f1 * 100.0)
                );
            }
        },
    );
    let bytes = model_of(&weights);
    if held_out {
        let score = score(&bytes, &dev, set).ok_or("the model does not load")?;
        println!("{}", score.to_json());
    } else {
        std::fs::write(&out, &bytes)?;
    }
    eprintln!("{} bytes", bytes.len());
    Ok(())
}

fn score(bytes: &[u8], dev: &[iob2::Sentence], set: Set) -> Option<Score> {
    let model = Model::from_bytes(bytes).ok()?;
    let mut score = Score::default();
    for sentence in dev {
        let tokens: Vec<&str> = sentence.tokens.iter().map(String::as_str).collect();
        score.count(&sentence.tags, &model.tag_with(&tokens, set));
    }
    Some(score)
}

/// One story in five, by FNV-1a of its number.
fn kept_back(sentence: &iob2::Sentence) -> bool {
    let story = sentence.story().unwrap_or_default();
    let hash = story.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 20) % 5 == 0
}

/// IOB2 with an end and a single: `B I I` is `B I E`, a lone `B` is `S`.
fn bioes(tags: &[String]) -> Vec<String> {
    let goes_on = |at: usize| tags.get(at + 1).is_some_and(|next| next.starts_with("I-"));
    tags.iter()
        .enumerate()
        .map(|(at, tag)| match tag.split_once('-') {
            Some(("B", class)) if !goes_on(at) => format!("S-{class}"),
            Some(("I", class)) if !goes_on(at) => format!("E-{class}"),
            _ => tag.clone(),
        })
        .collect()
}
