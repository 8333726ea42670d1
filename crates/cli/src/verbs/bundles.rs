//! Bundles, out and in: `export`, `verify`, `import`.

use std::path::{Path, PathBuf};

use clap::Args;
use muragat_bundle as bundle;
use serde_json::json;

use crate::call::{Call, DONE, NO, Status};
use crate::print::{self, display_path};

#[derive(Args, Debug)]
pub struct Export {
    #[arg(value_name = "TARGET")]
    pub target: PathBuf,
    #[arg(value_name = "ID")]
    pub articles: Vec<String>,
    #[arg(long)]
    pub zip: bool,
}

#[derive(Args, Debug)]
pub struct Verify {
    #[arg(value_name = "BUNDLE")]
    pub bundle: PathBuf,
}

#[derive(Args, Debug)]
pub struct Import {
    #[arg(value_name = "BUNDLE")]
    pub bundle: PathBuf,
    #[arg(long)]
    pub plan: bool,
    #[arg(long, value_name = "ID")]
    pub over: Vec<String>,
}

pub fn export(call: &Call, given: &Export) -> Status {
    let archive = call.open()?;
    let what = bundle::Export {
        articles: given.articles.clone(),
        query: None,
        zip: given.zip,
        ..bundle::Export::default()
    };
    let done = bundle::export(
        &archive,
        &given.target,
        &what,
        &mut print::progress(call.messages),
    )?;
    call.answer(&done, || {
        let values = json!({ "path": display_path(&done.path), "articles": done.articles, "photos": done.photos, "files": done.files, "octets": done.octets });
        let mut lines = vec![call.say("export-done", &values)];
        for out in &done.left_out {
            let why = call.messages.say(&format!("access-{}", out.access.as_str()));
            lines.push(call.say("export-left-out", &json!({ "reference": out.reference, "why": why })));
        }
        for out in &done.damaged {
            lines.push(call.say("export-damaged", &json!({ "reference": out.reference })));
        }
        lines
    })?;
    Ok(if done.damaged.is_empty() { DONE } else { NO })
}

pub fn verify(call: &Call, given: &Verify) -> Status {
    let found = bundle::verify(&given.bundle, &mut print::progress(call.messages))?;
    let told = |finding: &bundle::VerifyFinding| {
        let what = call
            .messages
            .say(&format!("bag-{}", finding.code.replace('_', "-")));
        let detail = finding
            .detail
            .as_ref()
            .map(|detail| format!(" ({detail})"))
            .unwrap_or_default();
        match &finding.path {
            Some(path) => format!("{path}: {what}{detail}"),
            None => format!("{what}{detail}"),
        }
    };
    if call.json {
        // its keys in the order of the alphabet, as in every answer that is put together here
        print::json(&json!(found))?;
    } else {
        for error in &found.errors {
            print::line(&told(error));
        }
        let values = json!({ "path": display_path(&given.bundle), "files": found.files, "octets": found.octets, "problems": found.errors.len() });
        print::line(&call.say(
            if found.valid {
                "verify-valid"
            } else {
                "verify-invalid"
            },
            &values,
        ));
    }
    for warning in &found.warnings {
        print::error(&call.say("verify-warning", &json!({ "text": told(warning) })));
    }
    Ok(if found.valid { DONE } else { NO })
}

fn print_plan(call: &Call, path: &Path) -> Status {
    let archive = call.open()?;
    let plan = bundle::plan(&archive, path, &mut print::progress(call.messages))?;
    call.answer(&plan, || {
        let mut lines = Vec::new();
        if let Some(name) = &plan.named {
            lines.push(call.say("import-would-name", &json!({ "name": name })));
        }
        for one in &plan.articles {
            let standing = call
                .messages
                .say(&format!("standing-{}", one.standing.as_str()));
            lines.push(format!("{}  {}: {standing}", one.reference, one.title));
            for difference in &one.differences {
                lines.push(format!(
                    "    {}: {} → {}",
                    difference.field, difference.here, difference.there
                ));
            }
            if one.evidence {
                lines.push(format!("    {}", call.messages.say("standing-evidence")));
            }
            if plan.foreign {
                let names = one.file_names.iter().chain(&one.photo_names);
                lines.extend(names.map(|name| format!("    {name}")));
            }
        }
        lines
    })?;
    Ok(DONE)
}

pub fn import(call: &Call, given: &Import) -> Status {
    if given.plan {
        return print_plan(call, &given.bundle);
    }
    let mut archive = call.open()?;
    let over = given
        .over
        .iter()
        .map(|id| archive.article(id).map(|record| record.id))
        .collect::<Result<_, _>>()?;
    let what = bundle::Import {
        over,
        ..bundle::Import::default()
    };
    let watch = &mut print::progress(call.messages);
    let adopted = bundle::import(&mut archive, &given.bundle, &what, watch)?.value;
    call.answer(&adopted, || {
        let values = json!({ "new": adopted.new.len(), "same": adopted.same.len(), "differs": adopted.differs.len() });
        let mut lines = vec![call.say("import-done", &values)];
        if !adopted.renewed.is_empty() {
            lines.push(call.say("import-gave-way", &json!({ "count": adopted.renewed.len() })));
        }
        if let Some(name) = &adopted.named {
            lines.push(call.say("import-named", &json!({ "name": name })));
        }
        for (own, given) in &adopted.renamed {
            lines.push(call.say("import-renamed", &json!({ "own": own, "given": given })));
        }
        lines
    })?;
    Ok(DONE)
}
