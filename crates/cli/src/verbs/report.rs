//! `report`: what helps to find the cause of a failure, in one zip file.

use std::path::PathBuf;

use clap::Args;
use muragat_archive::{Archive, Error};
use muragat_diagnostics::{self as diagnostics, Fact};
use serde_json::json;

use crate::call::{Call, DONE, Status};
use crate::failure::Failure;
use crate::print::display_path;

#[derive(Args, Debug)]
pub struct Report {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

pub fn report(call: &Call, given: &Report) -> Status {
    // A library that cannot be opened may be what the report is for: then it says why.
    let library = call
        .library_path()
        .and_then(|path| Ok(Archive::open(&path, call.identity())?.figures()?))
        .and_then(|figures| Ok(serde_json::to_value(figures)?));
    let library = match library {
        Ok(figures) => vec![("figures", Fact::of_data(&figures))],
        Err(failure) => failure.facts(),
    };
    let program = vec![
        ("program", Fact::from("muragat")),
        ("version", Fact::from(env!("CARGO_PKG_VERSION"))),
    ];
    let report = diagnostics::Report::gather(&[("program", program), ("library", library)]);
    let failed = |error: &std::io::Error| Failure::from(Error::writing_outside(&given.file, error));
    report.save(&given.file).map_err(|error| failed(&error))?;
    // Saved is put away: the window need not offer it again.
    let state = diagnostics::state_folder().unwrap_or_default();
    diagnostics::put_traces_away()
        .map_err(|error| Failure::from(Error::writing_outside(&state, &error)))?;
    let shown = display_path(&given.file);
    let names: Vec<&str> = report
        .parts()
        .iter()
        .map(|part| part.name.as_str())
        .collect();
    call.answer(&json!({ "file": shown, "parts": names }), || {
        let values = json!({ "path": shown, "parts": names });
        vec![
            call.say("report-done", &values),
            call.say("report-holds", &values),
        ]
    })?;
    Ok(DONE)
}
