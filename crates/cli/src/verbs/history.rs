//! What was done, and taking it back: `history`, `undo`, `redo`.

use clap::Args;
use muragat_archive as archive;
use serde_json::json;

use crate::call::{Call, DONE, Status};

#[derive(Args, Debug)]
pub struct History {
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    #[arg(long, default_value_t = 20, value_name = "N")]
    pub limit: u32,
}

#[derive(Args, Debug)]
pub struct Undo {
    #[arg(value_name = "OP")]
    pub op: Option<i64>,
}

pub fn history(call: &Call, given: &History) -> Status {
    let lines = call.open()?.history(given.id.as_deref(), given.limit)?;
    call.answer(&json!({ "ops": lines }), || {
        lines
            .iter()
            .map(|line| {
                let kind = |kind: &str| match line.articles {
                    Some(count) => call.say("op-add-articles-count", &json!({ "count": count })),
                    None => op_message(call, kind),
                };
                let what = match (&line.reverted_kind, line.kind.as_str()) {
                    (Some(reverted), "redo") => op_of(call, "op-redo-what", &kind(reverted)),
                    (Some(reverted), _) => op_of(call, "op-undo-what", &kind(reverted)),
                    (None, own) => kind(own),
                };
                let undone = if line.undone {
                    format!(" ({})", call.messages.say("history-undone"))
                } else {
                    String::new()
                };
                // the history of one article need not say which
                let about = line.shows.as_ref().filter(|_| given.id.is_none());
                let about = about.map(|shown| {
                    let reference = shown.reference.as_deref();
                    let words = reference.into_iter().chain([shown.name.as_str()]);
                    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
                    format!("  · {}", words.join(" "))
                });
                let about = about.unwrap_or_default();
                let reverts = line.reverts.map(|op| format!(" {op}")).unwrap_or_default();
                format!(
                    "{:>6}  {}  {}  {what}{reverts}{undone}{about}",
                    line.op, line.at, line.actor
                )
            })
            .collect()
    })?;
    Ok(DONE)
}

pub fn undo(call: &Call, given: &Undo) -> Status {
    let done = call.open()?.undo(given.op)?.value;
    call.answer(&Done::of(&done), || {
        vec![call.say(
            "undo-done",
            &json!({ "op": done.op, "what": op_message(call, &done.kind) }),
        )]
    })?;
    Ok(DONE)
}

pub fn redo(call: &Call) -> Status {
    let done = call.open()?.redo()?.value;
    call.answer(&Done::of(&done), || {
        vec![call.say(
            "redo-done",
            &json!({ "op": done.op, "what": op_message(call, &done.kind) }),
        )]
    })?;
    Ok(DONE)
}

fn op_message(call: &Call, kind: &str) -> String {
    call.messages
        .find(&format!("op-{}", kind.replace('_', "-")))
        .unwrap_or_else(|| call.say("op-other", &json!({ "kind": kind })))
}

/// An undo or redo, with what it took back or did again.
fn op_of(call: &Call, message: &str, what: &str) -> String {
    call.say(message, &json!({ "what": what }))
}

/// What undo and redo print as JSON: where the window shows it is the window's.
#[derive(serde::Serialize)]
struct Done<'a> {
    op: i64,
    kind: &'a str,
}

impl Done<'_> {
    fn of(reverted: &archive::Reverted) -> Done<'_> {
        Done {
            op: reverted.op,
            kind: &reverted.kind,
        }
    }
}
