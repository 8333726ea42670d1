//! Bundles as jobs: exported, verified, planned, imported.

use std::path::{Path, PathBuf};

use muragat_archive::Archive;
use muragat_archive::record::terms::ReleaseWay;
use muragat_bundle as bundle;

use super::{Ending, release};
use crate::jobs::{Ended, Teller};
use crate::wire::{ExportOrder, ImportResult, Imported, Present, Renamed, VerifyResult};

/// Exports what is ordered.
///
/// # Errors
/// Those of [`bundle::export`].
pub fn export(archive: &mut Archive, order: ExportOrder, teller: &mut Teller) -> Ending {
    let target = PathBuf::from(order.target);
    let (released, changed) = release(archive, &order.restricted, ReleaseWay::Export, &target)?;
    let what = bundle::Export {
        articles: order.articles.unwrap_or_default(),
        query: order.query,
        released,
        zip: order.zip,
        ..bundle::Export::default()
    };
    let made = bundle::export(archive, &target, &what, &mut |p| teller.progress(p))?;
    Ok(Ended::with(&made).changing(changed))
}

/// Writes copies of photos into a folder.
///
/// # Errors
/// Those of [`bundle::write_copies`]; copies that were written until then stay.
pub fn write_copies(
    archive: &mut Archive,
    wanted: &bundle::CopiesWanted,
    folder: &Path,
    teller: &mut Teller,
) -> Ending {
    let (released, changed) = release(archive, &wanted.restricted, ReleaseWay::Copies, folder)?;
    let made = bundle::write_copies(archive, wanted, &released, folder, &mut |p| {
        teller.progress(p)
    })?;
    Ok(Ended::with(&made).changing(changed))
}

/// Exports a transfer with its act and inventory, under names of a language.
///
/// # Errors
/// Those of [`bundle::export_transfer`].
pub fn export_transfer(
    archive: &Archive,
    id: &str,
    target: &Path,
    zip: bool,
    language: &str,
    teller: &mut Teller,
) -> Ending {
    let made = bundle::export_transfer(archive, id, target, zip, language, &mut |p| {
        teller.progress(p)
    })?;
    Ok(Ended::with(&made))
}

/// Verifies a bundle. One that is wrong is an answer, not a failure.
///
/// # Errors
/// Those of [`bundle::verify`].
pub fn verify(path: &Path, teller: &mut Teller) -> Ending {
    let found = bundle::verify(path, &mut |p| teller.progress(p))?;
    Ok(Ended::with(&VerifyResult {
        path: path.display().to_string(),
        found,
    }))
}

/// Says what an import would do; nothing is written.
///
/// # Errors
/// Those of [`bundle::plan`].
pub fn plan(archive: &Archive, path: &Path, teller: &mut Teller) -> Ending {
    let plan = bundle::plan(archive, path, &mut |p| teller.progress(p))?;
    Ok(Ended::with(&plan))
}

/// Takes what was chosen of a bundle in, as one op.
///
/// # Errors
/// Those of [`bundle::import`]; then nothing came in.
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
        named: adopted.named,
        added: added?,
        renewed: renewed?,
        present: present?,
        renamed: renamed.map(|(own, given)| Renamed { own, given }).collect(),
    })
    .changing(Some(written.changed)))
}
