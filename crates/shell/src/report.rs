//! The report of the window: what was noted, the library in figures, and what was set.

use muragat_archive::Archive;
use muragat_diagnostics::{Fact, Facts, Report};

use crate::open_library::OpenLibrary;
use crate::settings::Settings;
use crate::wire::Problem;

/// Gathers the report. A library that cannot be read may be what it is for: then it says why. `program` is what the
/// program says of itself.
pub fn gather_report(library: &OpenLibrary, settings: &Settings, program: Facts) -> Report {
    let figures = library.count(Archive::figures).map_err(Problem::from);
    let figures = figures.and_then(|figures| {
        serde_json::to_value(figures).map_err(|error| Problem::unexpected(&error))
    });
    let library = match figures {
        Ok(figures) => vec![("figures", Fact::of_data(&figures))],
        Err(problem) => problem.facts(),
    };
    let settings = settings.read().facts();
    Report::gather(&[
        ("program", program),
        ("library", library),
        ("settings", settings),
    ])
}
