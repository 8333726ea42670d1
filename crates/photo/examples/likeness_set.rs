//! How surely photos are known again: scenes drawn by code and photos of folders, changed as photos are on their way, and
//! set beside others that look like them.
//!
//! ```sh
//! cargo run --release -p muragat-photo --example likeness_set -- FIRST COUNT [FOLDER …]
//! ```
//!
//! Draws scenes number FIRST to FIRST + COUNT - 1, and says what came of it, each mistake by name.

#![allow(clippy::unwrap_used, reason = "a measure tells by failing")]

#[path = "../tests/likeness/canvas.rs"]
mod canvas;
#[path = "../tests/likeness/changes.rs"]
mod changes;
#[path = "../tests/likeness/measure.rs"]
mod measure;
#[path = "../tests/likeness/scenes.rs"]
mod scenes;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use measure::{Figures, Source};

/// Height of drawn scenes in pixels.
const HEIGHT: u32 = 640;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at)?.parse::<u64>().ok();
    let (Some(first), Some(count)) = (number(0), number(1)) else {
        eprintln!("usage: likeness_set FIRST COUNT [FOLDER …]");
        return ExitCode::FAILURE;
    };
    let mut sources: Vec<Source> = (first..first + count)
        .map(|number| measure::draw_source(number, HEIGHT))
        .collect();
    for folder in arguments.iter().skip(2) {
        sources.extend(read_folder(Path::new(folder)));
    }
    print(&sources, &measure::measure(&sources));
    ExitCode::SUCCESS
}

fn print(sources: &[Source], figures: &Figures) {
    for wrong in &figures.wrong {
        println!("{wrong}");
    }
    println!("{} sources", sources.len());
    for (what, share) in [
        ("changed and known", figures.known),
        ("bare walls changed and known", figures.walls_known),
        ("look-alikes mistaken", figures.look_alikes_mistaken),
        ("strangers mistaken", figures.strangers_mistaken),
    ] {
        println!(
            "{what}: {} of {}, {:.2} %",
            share.some,
            share.all,
            share.part() * 100.0
        );
    }
    for (change, share) in &figures.by_change {
        println!("  {change:?}: {} of {}", share.some, share.all);
    }
    println!(
        "recall {:.2} %, precision {:.2} %",
        figures.recall() * 100.0,
        figures.precision() * 100.0
    );
}

/// Photos of a folder, each once: those that have no look-alikes here.
fn read_folder(folder: &Path) -> Vec<Source> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    let mut sources = Vec::new();
    for path in paths {
        let bytes = std::fs::read(&path).unwrap_or_default();
        let Ok(drawn) = muragat_photo::thumbnail(&bytes, 1024) else {
            continue;
        };
        let Ok(picture) = image::load_from_memory(&drawn.bytes) else {
            continue;
        };
        // in less there is no picture once it is made a quarter
        if picture.width().min(picture.height()) < 240 {
            continue;
        }
        let name = path.display().to_string();
        let number = sources.len() as u64;
        sources.push(measure::change_source(&picture.to_rgb8(), name, number));
    }
    sources
}
