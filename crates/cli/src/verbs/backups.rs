//! Backups: `backup` and `restore`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use muragat_archive::{self as archive, Archive, BackupPlan, BackupWhen, FoundBackup};
use serde_json::json;

use crate::call::{Call, DONE, NO, Status};
use crate::print::{self, display_path};

#[derive(Args, Debug)]
pub struct Backup {
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    #[arg(long, conflicts_with = "file")]
    pub by_plan: bool,
    #[arg(
        long,
        value_name = "never|daily|closing|HH:MM",
        conflicts_with = "file"
    )]
    pub when: Option<String>,
    #[arg(long, value_name = "FOLDER", conflicts_with = "file")]
    pub place: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["file", "place"])]
    pub no_place: bool,
    #[arg(
        long,
        value_name = "DAYS,WEEKS,MONTHS",
        value_delimiter = ',',
        num_args = 3,
        conflicts_with = "file"
    )]
    pub keep: Option<Vec<u32>>,
}

#[derive(Args, Debug)]
pub struct Restore {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long)]
    pub look: bool,
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with = "look")]
    pub only: Vec<String>,
}

pub fn backup(call: &Call, given: &Backup) -> Status {
    let archive = call.open()?;
    if let Some(file) = &given.file {
        let lacking = archive.backup(file, &mut print::progress(call.messages))?;
        let shown = display_path(file);
        call.answer(&json!({ "file": shown, "lacking": lacking }), || {
            vec![call.say("backup-done", &json!({ "path": shown }))]
        })?;
        for sha256 in &lacking {
            print::error(&call.say("backup-lacks", &json!({ "sha256": sha256 })));
        }
        return Ok(if lacking.is_empty() { DONE } else { NO });
    }
    let plan = planned(&archive.backup_standing()?.plan, given);
    if plan != archive.backup_standing()?.plan {
        archive.plan_backups(&plan)?;
    }
    if given.by_plan {
        archive.back_up_by_plan(&mut print::progress(call.messages))?;
    }
    tell_standing(call, &archive)
}

/// The plan as it stands, with what was asked to be another.
fn planned(plan: &BackupPlan, given: &Backup) -> BackupPlan {
    let mut plan = plan.clone();
    if let Some(when) = &given.when {
        (plan.when, plan.at) = match When::from_str(when, true) {
            Ok(When::Never) => (BackupWhen::Never, plan.at),
            Ok(When::Daily) => (BackupWhen::Daily, plan.at),
            Ok(When::Closing) => (BackupWhen::Closing, plan.at),
            // whether it is a time of day is asked where the plan is kept
            Err(_) => (BackupWhen::At, when.clone()),
        };
    }
    if let Some(place) = &given.place {
        let place = std::path::absolute(place).unwrap_or_else(|_| place.clone());
        plan.place = Some(display_path(&place));
    }
    if given.no_place {
        plan.place = None;
    }
    if let Some([days, weeks, months]) = given.keep.as_deref() {
        (plan.days, plan.weeks, plan.months) = (*days, *weeks, *months);
    }
    plan
}

#[derive(ValueEnum, Clone, Copy)]
enum When {
    Never,
    Daily,
    Closing,
}

fn tell_standing(call: &Call, archive: &Archive) -> Status {
    let standing = archive.backup_standing()?;
    let found = archive::found_backups(archive.path());
    let plan = &standing.plan;
    call.answer(&json!({ "standing": standing, "found": found }), || {
        let when = match plan.when {
            BackupWhen::Never => "never",
            BackupWhen::Daily => "daily",
            BackupWhen::At => "at",
            BackupWhen::Closing => "closing",
        };
        let mut lines = vec![
            call.say("backup-plan-when", &json!({ "when": when, "at": plan.at })),
            match &plan.place {
                Some(place) => call.say("backup-plan-place", &json!({ "path": place })),
                None => call.say("backup-plan-no-place", &json!({})),
            },
            call.say(
                "backup-plan-keep",
                &json!({ "days": plan.days, "weeks": plan.weeks, "months": plan.months }),
            ),
        ];
        let line = |one: &FoundBackup| {
            let kind = if one.whole { "whole" } else { "catalogue" };
            call.say(
                "backup-found",
                &json!({ "at": one.at, "kind": kind, "path": one.path }),
            )
        };
        match found.is_empty() {
            true => lines.push(call.say("backup-found-none", &json!({}))),
            false => lines.extend(found.iter().map(line)),
        }
        lines
    })?;
    if let Some(problem) = &standing.problem {
        let (what, _) = call.messages.error(&problem.code, &problem.data);
        print::error(&call.say("backup-plan-problem", &json!({ "what": what })));
        return Ok(NO);
    }
    Ok(DONE)
}

pub fn restore(call: &Call, given: &Restore) -> Status {
    if given.look {
        return look(call, given);
    }
    if !given.only.is_empty() {
        return bring_back(call, given);
    }
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

/// What the backup holds, beside the library where that opens.
fn look(call: &Call, given: &Restore) -> Status {
    let library = Archive::open(&call.library_path()?, call.identity()).ok();
    let mut progress = print::progress(call.messages);
    let inside = archive::look_inside(&given.file, library.as_ref(), &mut progress)?;
    call.answer(&inside, || {
        let mut lines = vec![call.say(
            "look-amount",
            &json!({
                "articles": inside.articles,
                "newest": inside.newest.as_deref().unwrap_or("–"),
                "other": inside.lines.len(),
                "only_here": inside.only_here,
            }),
        )];
        lines.extend(inside.lines.iter().map(|line| {
            let state = match line.state {
                archive::BackupLineState::Differs => "differs",
                _ => "gone",
            };
            call.say(
                "look-line",
                &json!({ "reference": line.reference, "title": line.title, "state": state }),
            )
        }));
        lines
    })?;
    Ok(DONE)
}

/// Single documents come back from the backup, by reference there or UUID.
fn bring_back(call: &Call, given: &Restore) -> Status {
    let mut library = call.open()?;
    let mut progress = print::progress(call.messages);
    let inside = archive::look_inside(&given.file, Some(&library), &mut progress)?;
    let id_of = |given: &String| {
        let named = inside
            .lines
            .iter()
            .find(|line| line.reference == *given || line.id == *given);
        named.map_or_else(|| given.clone(), |line| line.id.clone())
    };
    let ids: Vec<String> = given.only.iter().map(id_of).collect();
    let done = library.bring_back(&given.file, &ids, &mut progress)?.value;
    call.answer(&done, || {
        vec![call.say(
            "bring-back-done",
            &json!({ "new": done.new.len(), "renewed": done.renewed.len(), "same": done.same.len() }),
        )]
    })?;
    Ok(DONE)
}
