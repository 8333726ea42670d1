//! Bundles and backups as jobs: the one place where the shell calls crates/bundle.

use std::path::{Path, PathBuf};

use muragat_archive::Archive;
use muragat_bundle as bundle;

use crate::jobs::{Ended, Teller};
use crate::wire::{
    BackupResult, CheckFinding, CheckResult, ExportOrder, ExportResult, FieldDifference,
    ImportPlan, ImportResult, Imported, LeftOut, PlannedImport, Present, Problem, Renamed,
    Standing, TransferResult, VerifyFinding, VerifyResult,
};

type Ending = Result<Ended, Problem>;

/// Exports what is ordered.
pub fn export(archive: &Archive, order: ExportOrder, teller: &mut Teller) -> Ending {
    let what = bundle::Export {
        articles: order.articles.unwrap_or_default(),
        query: order.query,
        zip: order.zip,
        ..bundle::Export::default()
    };
    let target = PathBuf::from(order.target);
    let made = bundle::export(archive, &target, &what, &mut |p| teller.progress(p))?;
    let left_out = made.left_out.into_iter().map(|out| LeftOut {
        id: out.id,
        reference: out.reference,
        access: out.access,
    });
    Ok(Ended::with(&ExportResult {
        path: shown(&made.path),
        articles: made.articles,
        photos: made.photos,
        files: made.files,
        octets: made.octets,
        left_out: left_out.collect(),
    }))
}

/// Exports a transfer with its act and inventory.
pub fn export_transfer(
    archive: &Archive,
    id: &str,
    target: &Path,
    zip: bool,
    teller: &mut Teller,
) -> Ending {
    let made = bundle::export_transfer(archive, id, target, zip, &mut |p| teller.progress(p))?;
    Ok(Ended::with(&TransferResult {
        path: shown(&made.path),
        bundle: shown(&made.bundle),
        documents: made.documents,
        articles: made.articles,
        photos: made.photos,
        files: made.files,
        octets: made.octets,
    }))
}

/// Verifies a bundle. One that is wrong is an answer, not a failure.
pub fn verify(path: &Path, teller: &mut Teller) -> Ending {
    let report = bundle::verify(path, &mut |p| teller.progress(p))?;
    let findings = |found: &[bundle::Finding]| {
        let found = found.iter().map(|finding| VerifyFinding {
            code: finding.code.to_owned(),
            path: finding.path.clone(),
            detail: finding.detail.clone(),
        });
        found.collect()
    };
    Ok(Ended::with(&VerifyResult {
        path: shown(path),
        valid: report.valid,
        version: report.version.clone(),
        files: report.payload_files,
        octets: report.payload_octets,
        errors: findings(&report.errors),
        warnings: findings(&report.warnings),
    }))
}

/// Says what an import would do; nothing is written.
pub fn plan(archive: &Archive, path: &Path, teller: &mut Teller) -> Ending {
    let plan = bundle::plan(archive, path, &mut |p| teller.progress(p))?;
    let articles = plan.articles.into_iter().map(|one| PlannedImport {
        id: one.id,
        reference: one.reference,
        title: one.title,
        date: one.date,
        photos: one.photos,
        files: one.files,
        photo_names: one.photo_names,
        file_names: one.file_names,
        standing: match one.standing {
            bundle::Standing::New => Standing::New,
            bundle::Standing::Same => Standing::Same,
            bundle::Standing::ChangedHere => Standing::ChangedHere,
            bundle::Standing::ChangedThere => Standing::ChangedThere,
            bundle::Standing::ChangedBoth => Standing::ChangedBoth,
        },
        differences: one
            .differences
            .into_iter()
            .map(|difference| FieldDifference {
                field: difference.field,
                here: difference.here,
                there: difference.there,
            })
            .collect(),
        evidence: one.evidence,
        reference_taken: one.reference_taken,
    });
    Ok(Ended::with(&ImportPlan {
        foreign: plan.foreign,
        articles: articles.collect(),
    }))
}

/// Takes what was chosen of a bundle in, as one op.
pub fn import(
    archive: &mut Archive,
    path: &Path,
    what: &bundle::Import,
    teller: &mut Teller,
) -> Ending {
    let outcome = bundle::import(archive, path, what, &mut |p| teller.progress(p))?;
    let written = archive.written(outcome)?;
    let adopted = written.value;
    let lines = |ids: &[String]| -> Result<Vec<Imported>, muragat_archive::Error> {
        let lines = ids.iter().map(|id| {
            let line = archive.line(id)?;
            Ok(Imported {
                id: line.id,
                reference: line.reference,
                title: line.title,
            })
        });
        lines.collect()
    };
    let added = lines(&adopted.new);
    let renewed = lines(&adopted.renewed);
    let same = adopted.same.iter().map(|id| (id, false));
    let differs = adopted.differs.iter().map(|id| (id, true));
    let present = same.chain(differs).map(|(id, differs)| {
        let line = archive.line(id)?;
        Ok(Present {
            id: line.id,
            reference: line.reference,
            differs,
        })
    });
    let present: Result<_, muragat_archive::Error> = present.collect();
    let renamed = adopted.renamed.into_iter();
    Ok(Ended::with(&ImportResult {
        added: added?,
        renewed: renewed?,
        present: present?,
        renamed: renamed.map(|(own, given)| Renamed { own, given }).collect(),
    })
    .changing(Some(written.changed)))
}

/// Checks the whole library.
pub fn check(archive: &Archive, teller: &mut Teller) -> Ending {
    let found = archive.check(&mut |p| teller.progress(p))?;
    let told = |problems: Vec<muragat_archive::Problem>| {
        let problems = problems.into_iter().map(|problem| CheckFinding {
            code: problem.code.to_owned(),
            subject: problem.subject,
        });
        problems.collect()
    };
    Ok(Ended::with(&CheckResult {
        sound: found.problems.is_empty(),
        articles: found.articles,
        originals: found.originals,
        octets: found.octets,
        problems: told(found.problems),
        notes: told(found.notes),
    }))
}

/// Backs the whole library up into one zip file.
pub fn back_up(archive: &Archive, path: &Path, teller: &mut Teller) -> Ending {
    let lacking = archive.backup(path, &mut |p| teller.progress(p))?;
    let size = std::fs::metadata(path).map_err(|e| muragat_archive::Error::reading(path, &e))?;
    Ok(Ended::with(&BackupResult {
        path: shown(path),
        octets: size.len(),
        lacking,
    }))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
