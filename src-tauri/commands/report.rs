//! The report that one may save when something failed: shown first, and saved as it was shown.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use muragat_archive::Error;
use muragat_diagnostics::{Fact, Facts, Report, put_traces_away, state_folder};
use muragat_shell::wire::{Problem, ReportPart};
use muragat_shell::{Settings, gather_report};
use tauri::State;

use super::{Answer, Library};
use crate::async_library::aside;

/// The report that is shown.
#[derive(Default)]
pub struct ShownReport(Arc<Mutex<Option<Report>>>);

/// Gathers a report; gives what is in it.
#[tauri::command]
pub async fn prepare_report(
    library: Library<'_>,
    settings: State<'_, Arc<Settings>>,
    shown: State<'_, ShownReport>,
) -> Answer<Vec<ReportPart>> {
    let (library, settings) = (library.open_library(), Arc::clone(&settings));
    let shown = Arc::clone(&shown.0);
    aside(move || {
        let report = gather_report(&library, &settings, program());
        let parts = report.parts().to_vec();
        *shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(report);
        Ok(parts)
    })
    .await
}

/// Saves the report that is shown as a new zip file; the traces in it are not offered again.
#[tauri::command]
pub async fn save_report(shown: State<'_, ShownReport>, target: PathBuf) -> Answer<()> {
    let shown = Arc::clone(&shown.0);
    aside(move || {
        let shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(report) = shown.as_ref() else {
            return Err(Problem::unexpected(&"no report is shown"));
        };
        let saved = report.save(&target);
        saved.map_err(|error| Error::writing_outside(&target, &error))?;
        leave_traces()
    })
    .await
}

/// Offers the traces that there are no more.
#[tauri::command]
pub async fn dismiss_traces() -> Answer<()> {
    aside(leave_traces).await
}

fn leave_traces() -> Result<(), Problem> {
    let folder = state_folder().unwrap_or_default();
    put_traces_away().map_err(|error| Error::writing_outside(&folder, &error).into())
}

/// What the program says of itself.
fn program() -> Facts {
    let web_view = tauri::webview_version().unwrap_or_default();
    vec![
        ("program", Fact::from("muragat-desktop")),
        ("version", Fact::from(env!("CARGO_PKG_VERSION"))),
        ("web_view", Fact::word(&web_view)),
    ]
}
