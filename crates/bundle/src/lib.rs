//! Between archive and bundle: exports a BagIt bundle and reads it back.
//!
//! A bundle is a bag (RFC 8493) whose payload is the articles: `data/articles/<year>/<reference>/` with
//! `article.json` (lossless), `article.txt`, `original/…` and `photos/…`. The same records give the
//! same payload; the export's own time stands in bag-info.txt alone.

mod error;
mod export;
mod import;
mod layout;

pub use error::Error;
pub use export::{Export, Exported, LeftOut, export};
pub use import::import;
pub use muragat_bagit::{Finding, Report};

use std::ops::ControlFlow;
use std::path::Path;

use muragat_archive::{Progress, Watch};

/// Checks a bundle, or any bag, folder or zip: every byte against every manifest.
///
/// # Errors
/// [`Error::BundleMissing`], [`Error::BundleUnreadable`]; a bag that is wrong gives a report, not an error.
pub fn verify(bundle: &Path, watch: Watch<'_>) -> Result<Report, Error> {
    if bundle.symlink_metadata().is_err() {
        return Err(Error::BundleMissing {
            path: bundle.to_owned(),
        });
    }
    muragat_bagit::validate(bundle, &mut |progress| {
        let told = Progress {
            stage: "verifying",
            done: progress.files_done,
            total: progress.files_total,
        };
        match watch(told) {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    })
    .map_err(|error| Error::reading(bundle, error))
}

/// What a report's first error is about: a file, or a code.
fn first_of(report: &Report) -> String {
    let first = report.errors.first();
    first
        .map(|finding| {
            finding
                .path
                .clone()
                .unwrap_or_else(|| finding.code.to_owned())
        })
        .unwrap_or_default()
}
