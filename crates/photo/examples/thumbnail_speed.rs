//! Draws all files of a folder and says how much of the processor's time that took: to be set beside another program's.
//!
//! ```sh
//! cargo run --release -p muragat-photo --example thumbnail_speed -- FOLDER EDGE [EDGE …]
//! ```
//!
//! With several edges each file is decoded once. Prints files, failures, and seconds of user and system time (of Linux;
//! elsewhere of the clock).

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let folder = arguments.next().map(PathBuf::from);
    let edges: Option<Vec<u32>> = arguments.map(|edge| edge.to_str()?.parse().ok()).collect();
    let (Some(folder), Some(edges)) = (folder, edges.filter(|edges| !edges.is_empty())) else {
        eprintln!("usage: thumbnail_speed FOLDER EDGE [EDGE …]");
        return ExitCode::FAILURE;
    };
    let files = match files(&folder) {
        Ok(files) => files,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            return ExitCode::FAILURE;
        }
    };
    let (clock, before) = (Instant::now(), processor_seconds());
    let (mut failures, mut drawn) = (0, 0);
    for path in &files {
        let bytes = std::fs::read(path).unwrap_or_default();
        match muragat_photo::thumbnails(&bytes, &edges) {
            Ok(small) => drawn += small.iter().map(|small| small.bytes.len()).sum::<usize>(),
            Err(why) => {
                eprintln!("{}: {why}", path.display());
                failures += 1;
            }
        }
    }
    let seconds = match (before, processor_seconds()) {
        (Some(before), Some(after)) => after - before,
        _ => clock.elapsed().as_secs_f64(),
    };
    let count = files.len();
    println!("{count} files, {failures} not drawn, {drawn} bytes drawn, {seconds:.2} s");
    ExitCode::SUCCESS
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)?;
    let mut files: Vec<PathBuf> = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.retain(|path| path.is_file());
    files.sort();
    Ok(files)
}

/// User and system time of this process: the 14th and 15th field of its state, in hundredths of a second.
fn processor_seconds() -> Option<f64> {
    let state = std::fs::read_to_string("/proc/self/stat").ok()?;
    // the name, in brackets, may hold blanks
    let (_, fields) = state.rsplit_once(") ")?;
    let ticks = |at: usize| fields.split(' ').nth(at)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) / 100.0)
}
