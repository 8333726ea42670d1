//! A library as a whole: `init`, `check`, `backup`, `restore`.

use std::path::PathBuf;

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
        match archive.rebuild(&mut print::progress(call.messages)) {
            // what is damaged is named by the check
            Err(archive::Error::RecordDamaged { .. }) => {
                print::error(&call.messages.say("check-rebuild-refused"));
            }
            done => done?,
        }
    }
    let found = archive.check(&mut print::progress(call.messages))?;
    let told = |problem: &archive::Problem| finding_in_words(call, problem);
    call.answer(&found, || {
        let mut lines: Vec<String> = found.problems.iter().map(told).collect();
        let values = json!({ "articles": found.articles, "originals": found.originals, "octets": found.octets, "problems": found.problems.len() });
        lines.push(call.say(if found.problems.is_empty() { "check-whole" } else { "check-problems" }, &values));
        if found.problems.iter().any(is_damage) {
            lines.push(call.messages.say("check-next"));
        }
        lines
    })?;
    if !call.json {
        for note in &found.notes {
            print::error(&told(note));
        }
    }
    Ok(if found.problems.is_empty() { DONE } else { NO })
}

/// Whether a finding is of what cannot be made anew here.
fn is_damage(problem: &archive::Problem) -> bool {
    ![
        "entry_stale",
        "computed_stale",
        "index_damaged",
        "thumbnail_damaged",
    ]
    .contains(&problem.code)
}

/// What was found, of which record and of what in it, and where it stands as it was saved.
fn finding_in_words(call: &Call, problem: &archive::Problem) -> String {
    let messages = call.messages;
    let code = messages.say(&format!("check-{}", problem.code.replace('_', "-")));
    let subject = match problem.code {
        "catalogue_damaged" => messages.say("check-pages-damaged"),
        _ => problem.subject.clone(),
    };
    let mut line = match subject.is_empty() {
        true => code,
        false => format!("{code}: {subject}"),
    };
    if let Some(noun) = problem
        .noun
        .as_deref()
        .and_then(|noun| noun_words(call, noun))
    {
        line.push_str(&format!(" · {noun}"));
        let fields = problem.fields.iter();
        let fields: Vec<String> = fields
            .filter_map(|field| field_words(call, field))
            .collect();
        if !fields.is_empty() {
            line.push_str(&format!(": {}", fields.join(", ")));
        }
    }
    match &problem.way_back {
        Some(path) => call.say(
            "check-finding-way-back",
            &json!({ "finding": line, "path": display_path(path) }),
        ),
        None => line,
    }
}

fn noun_words(call: &Call, noun: &str) -> Option<String> {
    let id = match noun {
        "article_event" => "event",
        "article_place" => "place",
        "article_subject" => "subject",
        "participation_role" => "role",
        "printed_position" => "position",
        other => other,
    };
    call.messages
        .find(&format!("noun-{}", id.replace('_', "-")))
}

fn field_words(call: &Call, field: &str) -> Option<String> {
    let id = match field {
        "access_decided_by" => "decided-by",
        "access_reason" => "reason",
        "embargo_until" => "embargo",
        other => other,
    };
    let of_field = format!("field-{}", id.replace('_', "-"));
    let of_noun = id.strip_suffix("_id").map(|noun| format!("noun-{noun}"));
    call.messages
        .find(&of_field)
        .or_else(|| call.messages.find(&of_noun?))
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
