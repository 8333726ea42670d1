//! Trains the tagger's model from a file in IOB2.
//!
//!     train FILE.iob2                 trains on all of it and writes assets/models/kaznerd.crf
//!     train FILE.iob2 --held-out      trains on four fifths and prints figures on the rest; writes nothing
//!     train FILE.iob2 --folds         the same for each of the five fifths, figures of all together
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
    let (mut held_out, mut folds) = (false, false);
    let (mut set, mut settings, mut often) = (Set::Full, SETTINGS, 1);
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
            "--folds" => folds = true,
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
    let sentences = iob2::read(&std::fs::read_to_string(&file)?);
    let kept: Vec<u64> = match (folds, held_out) {
        (true, _) => (0..FOLDS).collect(),
        (false, true) => vec![0],
        (false, false) => Vec::new(),
    };
    if kept.is_empty() {
        let bytes = model(&sentences, &[], set, settings, often);
        std::fs::write(&out, &bytes)?;
        eprintln!("{} bytes", bytes.len());
        return Ok(());
    }
    let mut pooled = Score::default();
    for fold in kept {
        let (dev, train): (Vec<_>, Vec<_>) = sentences
            .iter()
            .cloned()
            .partition(|sentence| fifth(sentence) == fold);
        let bytes = model(&train, &dev, set, settings, often);
        let found = Model::from_bytes(&bytes).map_err(|_| "the model does not load")?;
        count(&found, &dev, set, &mut pooled);
    }
    println!("{}", pooled.to_json());
    Ok(())
}

/// Trains on sentences; tells on the way how the others are tagged.
fn model(
    train: &[iob2::Sentence],
    dev: &[iob2::Sentence],
    set: Set,
    settings: Settings,
    often: u32,
) -> Vec<u8> {
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
    let model_of = |w: &[f32]| Model::to_bytes(&labels, field.transitions(w), &field.weights(w));
    let weights = descent::minimise(
        field.parameters(),
        settings,
        |w, gradient| field.loss(&examples, w, gradient),
        |round, value, w| {
            if dev.is_empty() || !(round + 1).is_multiple_of(20) {
                return;
            }
            let bytes = model_of(w);
            let mut score = Score::default();
            if let Ok(model) = Model::from_bytes(&bytes) {
                count(&model, dev, set, &mut score);
            }
            eprintln!(
                "round {round}: {value:.1}, {} bytes, micro F1 {:.2}",
                bytes.len(),
                score.micro().f1 * 100.0
            );
        },
    );
    model_of(&weights)
}

fn count(model: &Model, sentences: &[iob2::Sentence], set: Set, score: &mut Score) {
    for sentence in sentences {
        let tokens: Vec<&str> = sentence.tokens.iter().map(String::as_str).collect();
        score.count(&sentence.tags, &model.tag_with(&tokens, set));
    }
}

/// Into so many parts the stories are cut.
const FOLDS: u64 = 5;

/// A story's part, by FNV-1a of its number.
fn fifth(sentence: &iob2::Sentence) -> u64 {
    let story = sentence.story().unwrap_or_default();
    let hash = story.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 20) % FOLDS
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
