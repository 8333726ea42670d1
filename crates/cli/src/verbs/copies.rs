//! Copies of photos for newspapers: `copies`.

use std::path::PathBuf;

use clap::Args;
use muragat_archive::record::terms::ReleaseWay;
use muragat_bundle as bundle;
use serde_json::json;

use crate::call::{Call, DONE, NO, Status};
use crate::failure::Failure;
use crate::print::{self, display_path};

#[derive(Args, Debug)]
pub struct Copies {
    #[arg(value_name = "ID")]
    pub articles: Vec<String>,
    #[arg(long, value_name = "UUID")]
    pub photo: Vec<String>,
    #[arg(long, value_name = "FOLDER", required = true)]
    pub to: PathBuf,
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(1..=65_535))]
    pub edge: Option<u32>,
    #[arg(long, value_name = "PATTERN", default_value = bundle::DEFAULT_COPY_NAME, hide_default_value = true)]
    pub name: String,
    #[arg(long)]
    pub credit_strip: bool,
    #[arg(long, value_name = "ID")]
    pub restricted: Vec<String>,
}

/// Writes them; one that cannot be copied is told, and the status says so.
pub fn copies(call: &Call, given: &Copies) -> Status {
    if given.articles.is_empty() && given.photo.is_empty() {
        let missing = json!({ "argument": "ID, --photo" });
        return Err(Failure::new("argument_missing", missing));
    }
    let wanted = bundle::CopiesWanted {
        photos: given.photo.clone(),
        articles: given.articles.clone(),
        edge: given.edge,
        name: given.name.clone(),
        credit_strip: given.credit_strip,
        restricted: given.restricted.clone(),
    };
    let mut archive = call.open()?;
    let released = archive.release(&given.restricted, ReleaseWay::Copies, &given.to)?;
    let watch = &mut print::progress(call.messages);
    let made = bundle::write_copies(&archive, &wanted, &released.value, &given.to, watch)?;
    call.answer(&made, || {
        let mut lines: Vec<String> = made.written.iter().map(|one| told(call, one)).collect();
        let values = json!({ "count": made.written.len(), "path": display_path(&made.folder) });
        lines.push(call.say("copies-done", &values));
        lines
    })?;
    if !call.json {
        for out in &made.left_out {
            let why = call
                .messages
                .say(&format!("copy-{}", out.why.as_str().replace('_', "-")));
            let values = json!({ "name": out.name, "why": why });
            print::error(&call.say("copies-left-out", &values));
        }
    }
    Ok(if made.left_out.is_empty() { DONE } else { NO })
}

fn told(call: &Call, copy: &bundle::CopyMade) -> String {
    let mut line = format!("{}  {} × {}", copy.file, copy.width, copy.height);
    for (holds, id) in [
        (copy.lacks_credit, "copy-lacks-credit"),
        (copy.breaks_off, "copy-breaks-off"),
    ] {
        if holds {
            line.push_str(&format!("  ({})", call.messages.say(id)));
        }
    }
    line
}
