//! Traces: what is known of runs that broke off, kept until the user has saved them or does not want to.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use muragat_files::{Existing, TemporaryFile};

use crate::fact::{Fact, Facts};
use crate::log;
use crate::state_folder::{MARKERS, TRACES, files, make_private_folders};

/// The end of the name of a trace that the user knows of.
const TOLD: &str = ".told.jsonl";
/// As many are kept.
const MOST: usize = 5;
/// As many lines of the log are kept of a run, its last.
const LINES: usize = 200;

/// Makes traces of the runs that broke off; says of each what is known.
pub(crate) fn gather(folder: &Path) -> Vec<Facts> {
    let mut found = Vec::new();
    for marker in files(&folder.join(MARKERS)) {
        if let Ok(Some(facts)) = gather_one(folder, &marker) {
            found.push(facts);
        }
    }
    let traces = files(&folder.join(TRACES));
    for old in traces.iter().rev().skip(MOST) {
        // One too many harms nothing.
        let _ = fs::remove_file(old);
    }
    found
}

/// Makes the trace of a run, where that is over; another program may be at the same.
fn gather_one(folder: &Path, marker: &Path) -> io::Result<Option<Facts>> {
    let name = marker
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let file = fs::File::open(marker)?;
    if marker.extension().is_none_or(|ending| ending != "jsonl") || file.try_lock().is_err() {
        return Ok(None);
    }
    let marked = fs::read_to_string(marker)?;
    let first = marked
        .lines()
        .next()
        .and_then(log::parse)
        .map(|(_, _, facts)| facts);
    let noted = log::read(folder);
    let of_run = noted
        .iter()
        .filter(|line| log::parse(line).is_some_and(|(_, run, _)| run == name));
    let of_run: Vec<&String> = of_run.collect();
    let traces = folder.join(TRACES);
    make_private_folders(&traces)?;
    let mut trace = TemporaryFile::private_beside(&traces.join(format!("{name}.jsonl")))?;
    trace.write_all(marked.as_bytes())?;
    for line in &of_run[of_run.len().saturating_sub(LINES)..] {
        writeln!(trace, "{line}")?;
    }
    trace.give_name(Existing::Replace)?;
    fs::remove_file(marker)?;
    let began = |field: &str| {
        first
            .as_ref()
            .and_then(|facts| facts.get(field))
            .cloned()
            .unwrap_or_default()
    };
    let went_down =
        began("machine_up_since") != serde_json::to_value(crate::system::machine_up_since())?;
    Ok(Some(vec![
        ("program", Fact::noted(began("program"))),
        ("version", Fact::noted(began("version"))),
        (
            "panicked",
            Fact::from(marked.contains("\"event\":\"panicked\"")),
        ),
        ("machine_went_down", Fact::from(went_down)),
        ("lines", Fact::from(of_run.len())),
    ]))
}

/// Notes that the user knows of the traces: they are not offered again.
pub(crate) fn mark_told(folder: &Path) -> io::Result<()> {
    for trace in untold(folder) {
        let name = trace.file_stem().unwrap_or_default().to_string_lossy();
        fs::rename(&trace, trace.with_file_name(format!("{name}{TOLD}")))?;
    }
    Ok(())
}

/// The traces that the user has neither saved nor put away.
pub(crate) fn untold(folder: &Path) -> Vec<PathBuf> {
    let mut traces = files(&folder.join(TRACES));
    traces.retain(|path| !path.to_string_lossy().ends_with(TOLD));
    traces
}
