//! Between archive and bundle: exports a BagIt bundle and reads it back.
//!
//! A bundle is a bag (RFC 8493) that the archival world can read and that comes back whole. In its payload
//! `articles/<year>/<reference>/` holds each article: the lossless `article.json`, TEI, METS, PREMIS, a page, plain text, its
//! originals and its photos with XMP sidecars. Beside them stand the parties (EAC-CPF), the finding aid (EAD3), Dublin
//! Core, an RO-Crate over all, and a viewer for any browser. The same records give the same payload; the export's own
//! time and history stand in bag-info.txt and data/export.premis.xml alone.

mod error;
mod export;
mod foreign;
mod formats;
mod identity;
mod import;
mod incoming;
mod layout;
mod payload;
mod placed;
mod plan;
mod spans;
mod spoken;
mod transfer;
mod viewer;
mod xml;

pub use error::Error;
pub use export::{Export, Exported, LeftOut, export};
pub use import::{Import, import};
pub use muragat_bagit::{Finding, Report};
pub use plan::{Difference, Plan, PlannedArticle, Standing, plan};
pub use transfer::{TransferExported, export_transfer};

use std::ops::ControlFlow;
use std::path::Path;

use muragat_archive::{Progress, Watch};
use muragat_bagit::{Bag, Profile};

/// The BagIt Profile that bundles follow; each has it along as a tag file.
pub const PROFILE: &str = include_str!("../../../docs/bagit-profile.json");

/// What bag-info.txt names the profile by.
pub const PROFILE_IDENTIFIER: &str = "urn:uuid:0199c3f2-6d1a-7c40-9f0e-3b5a7e1d2c48";

/// Checks a bundle, or any bag, folder or zip: every byte against every manifest. Where it names [`PROFILE`] and departs
/// from it, warnings say in what.
///
/// # Errors
/// [`Error::BundleMissing`], [`Error::BundleUnreadable`]; a bag that is wrong gives a report, not an error.
pub fn verify(bundle: &Path, watch: Watch<'_>) -> Result<Report, Error> {
    if bundle.symlink_metadata().is_err() {
        return Err(Error::BundleMissing {
            path: bundle.to_owned(),
        });
    }
    let validated = muragat_bagit::validate(bundle, &mut |progress| {
        let told = Progress {
            stage: "verifying",
            done: progress.files_done,
            total: progress.files_total,
        };
        match watch(told) {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    });
    let mut report = validated.map_err(|error| Error::reading(bundle, error))?;
    let claims = |(label, value): &(String, String)| {
        label.eq_ignore_ascii_case("BagIt-Profile-Identifier") && value == PROFILE_IDENTIFIER
    };
    // What cannot be opened or read has errors enough.
    if report.bag_info.iter().any(claims)
        && let Ok(profile) = Profile::from_json(PROFILE)
        && let Ok(departures) = Bag::open(bundle).and_then(|bag| profile.check(&bag))
    {
        report.warnings.extend(departures.iter().map(Finding::from));
    }
    Ok(report)
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
