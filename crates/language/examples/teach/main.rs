//! Learns from releases in which an archivist's record is marked (training/*.txt).
//!
//!     teach                     learns from training/ and tests/kinds and writes assets/models/releases.{kk,ru,en}.crf and titles.weights; how sure
//!                               suggestions are is measured on each of four parts by what was learnt from the others
//!     teach --out D             only reads each part so: D gets the text, the gold and the reading of each release
//!     teach --certain           then, built anew with these models: sets what counts as certain
//!     teach --measure F --out D reads the marked releases of a file with the models that ship, or by --rules
//!                               with the grammar alone, and learns nothing
//!     teach --home F            catalogues the marked releases of a file one after the other, as an archivist would,
//!                               of whom so many of a hundred right suggestions are turned down: --stubborn N
//!     … --only kk               one language, titles, speakers, or roles; --folds N --l1 X --l2 X --rounds N --from FOLDER
//!
//! The same files give the same bytes.

mod calibrate;
mod certain;
#[path = "../train/crf.rs"]
mod crf;
#[path = "../train/descent.rs"]
mod descent;
mod home;
mod lessons;
mod marked;
mod roles;
mod softmax;
mod speakers;
mod titles;

use descent::Settings;
use home::Memory;
use lessons::{Prepared, prepare, prepare_as_read};
use marked::{Marked, read_marked};
use muragat_language::tagger::Model;
use muragat_language::{Layer, Learned, Lexicon, ReadText, Reading, read_with};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const SETTINGS: Settings = Settings {
    l1: 0.05,
    l2: 0.05,
    rounds: 50,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut folds, mut out, mut only, mut settings) = (4, None::<PathBuf>, None, SETTINGS);
    let mut from = home.join("training");
    let (mut measured, mut by_rules, mut certain) = (None, false, false);
    let (mut lived, mut stubborn) = (None::<String>, 0);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value"));
        match arg.as_str() {
            "--folds" => folds = value()?.parse()?,
            "--out" => out = Some(PathBuf::from(value()?)),
            "--only" => only = Some(value()?),
            "--rules" => by_rules = true,
            "--certain" => certain = true,
            "--home" => lived = Some(value()?),
            "--stubborn" => stubborn = value()?.parse()?,
            "--measure" => measured = Some(PathBuf::from(value()?)),
            "--from" => from = PathBuf::from(value()?),
            "--l1" => settings.l1 = value()?.parse()?,
            "--l2" => settings.l2 = value()?.parse()?,
            "--rounds" => settings.rounds = value()?.parse()?,
            _ => return Err(format!("{arg} is not known").into()),
        }
    }
    if let Some(file) = lived {
        let releases = read_marked(&file, &std::fs::read_to_string(&file)?);
        for memory in [Memory::Nothing, Memory::Names, Memory::All] {
            let corrections = home::catalogue_all(&releases, memory, stubborn);
            println!("{memory:?}:{}", home::tell(&corrections));
        }
        return Ok(());
    }
    if let Some(file) = measured {
        let out = out.ok_or("--measure needs --out")?;
        std::fs::create_dir_all(&out)?;
        let lexicon = match by_rules {
            true => Lexicon::default().taught(None),
            false => Lexicon::default(),
        };
        let name = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for (at, release) in read_marked(&name, &std::fs::read_to_string(&file)?)
            .iter()
            .enumerate()
        {
            write_beside(&out, at, release, &read_with(&release.text, &lexicon))?;
        }
        return Ok(());
    }
    if certain {
        for language in ["kk", "ru", "en"] {
            let file = home.join(format!("../../assets/models/releases.{language}.crf"));
            let mut bytes = std::fs::read(&file)?;
            certain::set_certain(&mut bytes, language, &home.join("tests/rounds"))?;
            std::fs::write(&file, bytes)?;
        }
        return Ok(());
    }
    let mut releases = all_marked(&from)?;
    releases.extend(all_marked(&home.join("tests/kinds"))?);
    if only.as_deref().is_none_or(|only| only == "titles") && out.is_none() {
        let bytes = titles::learn_titles(&releases);
        std::fs::write(home.join("../../assets/models/titles.weights"), bytes)?;
    }
    if only.as_deref() == Some("roles") {
        let bytes = roles::learn_roles(&releases, &known_texts(home)?);
        std::fs::write(home.join("../../assets/models/roles.weights"), bytes)?;
        return Ok(());
    }
    if only.as_deref() == Some("speakers") {
        for language in ["kk", "ru", "en"] {
            let file = home.join(format!("../../assets/models/releases.{language}.crf"));
            let own: Vec<&Marked> = releases
                .iter()
                .filter(|release| release.language.starts_with(language))
                .collect();
            let bytes = learn_speakers_anew(&std::fs::read(&file)?, &own)?;
            std::fs::write(&file, bytes)?;
        }
        return Ok(());
    }
    for language in ["kk", "ru", "en"] {
        if only.as_deref().is_some_and(|only| only != language) {
            continue;
        }
        let own: Vec<(Marked, Prepared)> = releases
            .iter()
            .filter(|release| release.language.starts_with(language))
            .filter_map(|release| {
                let prepared = prepare(release);
                if prepared.is_none() {
                    eprintln!("{}: the body is not found in the text", release.place);
                }
                Some((release.clone(), prepared?))
            })
            .collect();
        let known = known_releases(home, language)?;
        eprintln!(
            "{language}: {} releases, {} known ones",
            own.len(),
            known.len()
        );
        if let Some(out) = &out {
            std::fs::create_dir_all(out.join(language))?;
        }
        let mut judged = calibrate::Judged::default();
        for fold in 0..folds {
            let train: Vec<&(Marked, Prepared)> = own
                .iter()
                .enumerate()
                .filter(|(at, _)| at % folds != fold)
                .map(|(_, one)| one)
                .collect();
            let learned =
                Learned::from_bytes(&learn(&train, &known, settings)?).ok_or("no model")?;
            let lexicon = Lexicon::default().taught(Some(learned));
            for (at, (release, _)) in own.iter().enumerate().filter(|(at, _)| at % folds == fold) {
                let read = ReadText::new(&release.text, &lexicon);
                calibrate::judge(release, &read, &mut judged);
                if let Some(out) = &out {
                    write_beside(&out.join(language), at, release, read.reading())?;
                }
            }
        }
        let calibrations = calibrate::calibrate(&judged);
        if out.is_none() {
            let all: Vec<&(Marked, Prepared)> = own.iter().collect();
            let mut bytes = learn(&all, &known, settings)?;
            bytes.extend_from_slice(&calibrations);
            eprintln!("{language}: {} bytes", bytes.len());
            std::fs::write(
                home.join(format!("../../assets/models/releases.{language}.crf")),
                bytes,
            )?;
        }
    }
    Ok(())
}

/// The texts of the regression set.
fn known_texts(home: &Path) -> std::io::Result<Vec<String>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(home.join("tests/releases"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    files.retain(|file| file.extension().is_some_and(|kind| kind == "txt"));
    files.iter().map(std::fs::read_to_string).collect()
}

/// The releases of the regression set, as they are and with a bullet before each line.
fn known_releases(home: &Path, language: &str) -> std::io::Result<Vec<Prepared>> {
    let mut known = Vec::new();
    for text in known_texts(home)? {
        let reading = read_with(&text, &Lexicon::default().taught(None));
        if reading
            .language
            .as_deref()
            .unwrap_or("kk")
            .starts_with(language)
        {
            let bullets: Vec<String> = text.lines().map(|line| format!("• {line}")).collect();
            known.push(prepare_as_read(&text));
            known.push(prepare_as_read(&bullets.join("\n")));
        }
    }
    Ok(known)
}

/// The text, the gold and the reading of a release, in files of one number.
fn write_beside(out: &Path, at: usize, release: &Marked, reading: &Reading) -> std::io::Result<()> {
    let name = |kind: &str| out.join(format!("{at:03}.{kind}"));
    std::fs::write(name("txt"), &release.text)?;
    std::fs::write(name("json"), serde_json::to_string(reading)?)?;
    let mut gold = release.gold();
    gold["place"] = release.place.clone().into();
    std::fs::write(name("gold.json"), gold.to_string())
}

fn all_marked(folder: &Path) -> std::io::Result<Vec<Marked>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|kind| kind == "txt"));
    files.sort();
    let mut releases = Vec::new();
    for file in files {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        releases.extend(read_marked(&name, &std::fs::read_to_string(&file)?));
    }
    Ok(releases)
}

/// The models of all layers, one behind the other, each with its length before it; then the weights of speakers' clues.
fn learn(
    releases: &[&(Marked, Prepared)],
    known: &[Prepared],
    settings: Settings,
) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut bytes = Vec::new();
    let marked = releases.iter().map(|(_, prepared)| prepared);
    let prepared: Vec<&Prepared> = marked.chain(known).collect();
    for layer in Layer::ALL {
        let model = learn_layer(&prepared, layer, settings);
        bytes.extend_from_slice(&u32::try_from(model.len())?.to_le_bytes());
        bytes.extend_from_slice(&model);
    }
    let mut so_far = bytes.clone();
    so_far.extend_from_slice(&0_u32.to_le_bytes());
    let learned = Learned::from_bytes(&so_far).ok_or("the models do not load")?;
    let lexicon = Lexicon::default().taught(Some(learned));
    let marked: Vec<&Marked> = releases.iter().map(|(marked, _)| marked).collect();
    let weights = speakers::learn_speakers(&marked, &lexicon);
    bytes.extend_from_slice(&u32::try_from(weights.len())?.to_le_bytes());
    bytes.extend_from_slice(&weights);
    Ok(bytes)
}

/// A language's models with the weights of speakers' clues learnt anew, the fields as they are.
fn learn_speakers_anew(
    bytes: &[u8],
    releases: &[&Marked],
) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut at = 0;
    let mut block = || -> Option<std::ops::Range<usize>> {
        let length = u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?);
        let begin = at;
        at += 4 + length as usize;
        Some(begin..at)
    };
    let mut fields = 0;
    for _ in Layer::ALL {
        fields = block().ok_or("short")?.end;
    }
    let speakers = block().ok_or("short")?;
    let mut anew = bytes[..fields].to_vec();
    let mut so_far = anew.clone();
    so_far.extend_from_slice(&0_u32.to_le_bytes());
    let learned = Learned::from_bytes(&so_far).ok_or("the models do not load")?;
    let weights = speakers::learn_speakers(releases, &Lexicon::default().taught(Some(learned)));
    anew.extend_from_slice(&u32::try_from(weights.len())?.to_le_bytes());
    anew.extend_from_slice(&weights);
    anew.extend_from_slice(bytes.get(speakers.end..).ok_or("short")?);
    Ok(anew)
}

fn learn_layer(releases: &[&Prepared], layer: Layer, settings: Settings) -> Vec<u8> {
    let mut labels: BTreeSet<&str> = releases
        .iter()
        .flat_map(|release| &release.labels[layer as usize])
        .map(String::as_str)
        .collect();
    labels.remove("O");
    // every class whole, so that a decoding never runs into a label that was not met
    let classes: BTreeSet<&str> = labels
        .iter()
        .filter_map(|label| label.split_once('-'))
        .map(|(_, class)| class)
        .collect();
    let labels: Vec<String> = ["O".to_owned()]
        .into_iter()
        .chain(
            classes
                .iter()
                .flat_map(|class| ["B", "E", "I", "S"].map(|place| format!("{place}-{class}"))),
        )
        .collect();
    let number = |tag: &String| labels.iter().position(|label| label == tag).unwrap_or(0) as u8;
    let rows = releases
        .iter()
        .flat_map(|release| {
            let tags = &release.labels[layer as usize];
            layer
                .rows(&release.lesson.paragraphs)
                .into_iter()
                .map(move |row| {
                    (
                        release.lesson.clues[row.clone()].to_vec(),
                        tags[row].iter().map(number).collect(),
                    )
                })
        })
        .collect();
    let (field, examples) = crf::Field::new(rows, labels.len(), 1);
    let weights = descent::minimise(
        field.parameters(),
        settings,
        |w, gradient| field.loss(&examples, w, gradient),
        |_, _, _| {},
    );
    eprintln!(
        "{layer:?}: {} rows, {} clues, {} parameters",
        examples.len(),
        field.features(),
        field.parameters()
    );
    Model::to_bytes(
        &labels,
        field.transitions(&weights),
        &field.weights(&weights),
    )
}
