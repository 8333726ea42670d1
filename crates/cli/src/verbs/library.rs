//! A library as a whole: `init`, `check`, `backup`, `restore`.

use std::path::PathBuf;

use clap::Args;
use muragat_archive::{self as archive, Archive};
use muragat_diagnostics::{Fact, note};
use serde_json::json;

use crate::call::{Call, DONE, NO, Status};
use crate::print::{self, display_path};

#[derive(Args, Debug)]
pub struct Init {
    #[arg(long)]
    pub sample: bool,
}

#[derive(Args, Debug)]
pub struct Check {
    #[arg(long)]
    pub rebuild: bool,
}

#[derive(Args, Debug)]
pub struct Backup {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Args, Debug)]
pub struct Restore {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

pub fn init(call: &Call, given: &Init) -> Status {
    let path = call.library_path()?;
    let archive = match given.sample {
        true => muragat_sample::make(&path, call.identity())?,
        false => Archive::create(&path, call.identity())?,
    };
    let shown = display_path(archive.path());
    call.answer(&json!({ "library": shown }), || {
        vec![call.say("init-done", &json!({ "path": shown }))]
    })?;
    Ok(DONE)
}

pub fn check(call: &Call, given: &Check) -> Status {
    let mut archive = call.open()?;
    if given.rebuild {
        archive.rebuild(&mut print::progress(call.messages))?;
    }
    let found = archive.check(&mut print::progress(call.messages))?;
    note(
        "library_checked",
        &[("found", Fact::of_data(&found.figures()))],
    );
    let told = |problem: &archive::Problem| {
        format!(
            "{}: {}",
            call.messages
                .say(&format!("check-{}", problem.code.replace('_', "-"))),
            problem.subject
        )
    };
    call.answer(&found, || {
        let mut lines: Vec<String> = found.problems.iter().map(told).collect();
        let values = json!({ "articles": found.articles, "originals": found.originals, "octets": found.octets, "problems": found.problems.len() });
        lines.push(call.say(if found.problems.is_empty() { "check-whole" } else { "check-problems" }, &values));
        lines
    })?;
    if !call.json {
        for note in &found.notes {
            print::error(&told(note));
        }
    }
    Ok(if found.problems.is_empty() { DONE } else { NO })
}

pub fn backup(call: &Call, given: &Backup) -> Status {
    let lacking = call
        .open()?
        .backup(&given.file, &mut print::progress(call.messages))?;
    let shown = display_path(&given.file);
    call.answer(&json!({ "file": shown, "lacking": lacking }), || {
        vec![call.say("backup-done", &json!({ "path": shown }))]
    })?;
    for sha256 in &lacking {
        print::error(&call.say("backup-lacks", &json!({ "sha256": sha256 })));
    }
    Ok(if lacking.is_empty() { DONE } else { NO })
}

pub fn restore(call: &Call, given: &Restore) -> Status {
    let path = call.library_path()?;
    let done = archive::restore(&given.file, &path, &mut print::progress(call.messages))?;
    let (path, aside) = (display_path(&path), done.aside.as_deref().map(display_path));
    call.answer(
        &json!({ "library": path, "aside": aside, "lacking": done.lacking }),
        || {
            let mut lines = vec![call.say("restore-done", &json!({ "path": path }))];
            lines.extend(
                aside
                    .as_ref()
                    .map(|aside| call.say("restore-aside", &json!({ "path": aside }))),
            );
            lines
        },
    )?;
    for sha256 in &done.lacking {
        print::error(&call.say("restore-lacks", &json!({ "sha256": sha256 })));
    }
    Ok(if done.lacking.is_empty() { DONE } else { NO })
}
