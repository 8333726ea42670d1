//! The report: what a user saves and sends to whoever looks for a failure's cause, once they have seen what is in it.

use std::fs;
use std::io::{self, Cursor, Write};
use std::path::Path;

use muragat_files::{Existing, write_file};
use serde::Serialize;
use ts_rs::TS;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::fact::{Fact, Facts};
use crate::state_folder::{TRACES, files};
use crate::{log, run, system, trace};

/// A file of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportPart {
    /// Its name in the zip file.
    pub name: String,
    /// All that stands in it.
    pub text: String,
}

/// A report that is not saved yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    parts: Vec<ReportPart>,
}

impl Report {
    /// Gathers what was noted, and beside it what the program knows of itself, of the library and of the settings,
    /// each under its name.
    pub fn gather(about: &[(&'static str, Facts)]) -> Report {
        let folder = run::folder();
        let lines = folder.map(log::read).unwrap_or_default();
        let made = chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        let mut all = vec![
            ("made_at", Fact::of_system(&made)),
            ("system", Fact::of_facts(&system::facts())),
        ];
        all.extend(
            about
                .iter()
                .map(|(name, facts)| (*name, Fact::of_facts(facts))),
        );
        let checks = lines.iter().rev().filter_map(|line| log::parse(line));
        let last_check = checks
            .into_iter()
            .find(|(event, _, _)| event == "library_checked");
        all.extend(last_check.map(|(_, _, facts)| ("last_check", Fact::noted(facts))));
        all.extend(run::failure().map(|why| ("not_noted_as", why)));
        let about = serde_json::to_string_pretty(&Fact::of_facts(&all)).unwrap_or_default();
        let mut parts = vec![part("about.json", about)];
        if !lines.is_empty() {
            parts.push(part("log.jsonl", format!("{}\n", lines.join("\n"))));
        }
        for path in folder
            .map(|folder| files(&folder.join(TRACES)))
            .unwrap_or_default()
        {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let text = fs::read(&path).unwrap_or_default();
            parts.push(part(
                &format!("traces/{name}"),
                String::from_utf8_lossy(&text).into_owned(),
            ));
        }
        Report { parts }
    }

    /// What is in it, to be shown before it is saved.
    pub fn parts(&self) -> &[ReportPart] {
        &self.parts
    }

    /// Saves it as a new zip file.
    ///
    /// # Errors
    /// There is a file of that name, or the disk refused.
    pub fn save(&self, target: &Path) -> io::Result<()> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for part in &self.parts {
            zip.start_file(&part.name, SimpleFileOptions::default())?;
            zip.write_all(part.text.as_bytes())?;
        }
        let bytes = zip.finish()?.into_inner();
        write_file(target, &bytes, Existing::Refuse)
    }
}

fn part(name: &str, text: String) -> ReportPart {
    ReportPart {
        name: name.to_owned(),
        text,
    }
}

/// Whether there are traces that the user has neither saved nor put away.
pub fn has_traces() -> bool {
    run::folder().is_some_and(|folder| !trace::untold(folder).is_empty())
}

/// The user has saved the traces, or does not want to: they are not offered again, and stand in later reports as long
/// as there are no newer ones.
///
/// # Errors
/// The disk refused.
pub fn put_traces_away() -> io::Result<()> {
    run::folder().map_or(Ok(()), trace::mark_told)
}
