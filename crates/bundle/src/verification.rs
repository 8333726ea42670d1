//! Verification: every byte of a bundle, or of any bag, against every manifest, and what it found.

use std::ops::ControlFlow;
use std::path::Path;

use muragat_archive::{Error as ArchiveError, Progress, Watch};
use muragat_bagit::{Bag, Finding, Profile, Report};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::profile::{PROFILE, PROFILE_IDENTIFIER};

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Verification {
    /// Complete, and every checksum agrees: no errors.
    pub valid: bool,
    /// Every file is there and listed, and the structure is right: no error but in contents.
    pub complete: bool,
    /// BagIt's, such as `1.0`; empty where the bag does not say.
    pub version: String,
    /// Payload files.
    #[ts(type = "number")]
    pub files: u64,
    /// Payload size in bytes.
    #[ts(type = "number")]
    pub octets: u64,
    /// What is wrong.
    pub errors: Vec<VerifyFinding>,
    /// What is doubtful.
    pub warnings: Vec<VerifyFinding>,
    /// Labels and values of bag-info.txt, in its order.
    pub bag_info: Vec<(String, String)>,
}

/// One thing that a verification says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VerifyFinding {
    /// Its name, such as `checksum_mismatch`; `bag-<code>` has words for it.
    pub code: &'static str,
    /// The file of the bag that it is about.
    pub path: Option<String>,
    /// More, untranslated: an algorithm, a line number, a system's message.
    pub detail: Option<String>,
}

impl From<Report> for Verification {
    fn from(report: Report) -> Verification {
        let findings = |found: Vec<Finding>| found.into_iter().map(VerifyFinding::from).collect();
        Verification {
            valid: report.valid,
            complete: report.complete,
            version: report.version,
            files: report.payload_files,
            octets: report.payload_octets,
            errors: findings(report.errors),
            warnings: findings(report.warnings),
            bag_info: report.bag_info,
        }
    }
}

impl From<Finding> for VerifyFinding {
    fn from(finding: Finding) -> VerifyFinding {
        VerifyFinding {
            code: finding.code,
            path: finding.path,
            detail: finding.detail,
        }
    }
}

impl Verification {
    /// The failure that it is where what was just written does not come back as it was: the disk's.
    pub(crate) fn as_lost_writing(&self, target: &Path) -> Option<Error> {
        let unread = self.errors.iter().find(|one| one.code == "file_unreadable");
        let first = unread.or(self.errors.first())?;
        let path = first
            .path
            .as_ref()
            .map_or_else(|| target.to_owned(), |path| target.join(path));
        Some(match &first.detail {
            Some(detail) if first.code == "file_unreadable" => ArchiveError::FileUnreadable {
                path,
                detail: detail.clone(),
            }
            .into(),
            _ => Error::WritingLost {
                path,
                problems: self.errors.len() as u64,
            },
        })
    }

    /// The failure that an invalid bundle is, for those who need a valid one.
    pub(crate) fn as_failure(&self, bundle: &Path) -> Option<Error> {
        let first = self.errors.first()?;
        Some(Error::BundleInvalid {
            path: bundle.to_owned(),
            problems: self.errors.len() as u64,
            first: first.path.clone().unwrap_or_else(|| first.code.to_owned()),
        })
    }
}

/// Checks a bundle, or any bag, folder or zip: every byte against every manifest. Where it names [`PROFILE`] and departs
/// from it, warnings say in what.
///
/// # Errors
/// [`Error::BundleMissing`], [`Error::BundleUnreadable`]; a bag that is wrong is an answer, not an error.
pub fn verify(bundle: &Path, watch: Watch<'_>) -> Result<Verification, Error> {
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
    Ok(report.into())
}
