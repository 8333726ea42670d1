//! A library as a whole: `init`, `check`.

use clap::Args;
use muragat_archive::{self as archive, Archive};
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
