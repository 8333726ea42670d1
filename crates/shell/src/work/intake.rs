//! Texts and photos taken in, as jobs. What cannot be taken is told and stops none of the others.

use std::path::PathBuf;

use muragat_archive::{Added, AlikeArticle, Archive, Intake, Outcome, PhotoHome};
use muragat_files::path_to_text;
use muragat_intake::{DocumentReader, TakenIn};

use super::Ending;
use crate::jobs::{Ended, Teller};
use crate::wire::{
    AlikePair, AttachResult, AttachedPhoto, DespiteRefusal, Imported, IntakeOrder, IntakeResult,
    Problem, RetakeOrder, paths_of,
};

/// Takes documents in with the photos that came with them, in one op, so that one undo takes all back. Stopped, none
/// was taken in.
///
/// # Errors
/// The library is read-only, full, busy, or it was stopped; the program that reads documents is not there.
pub fn take_in(archive: &mut Archive, wanted: IntakeOrder, teller: &mut Teller) -> Ending {
    let with = Intake {
        unit: wanted.unit,
        ..Intake::default()
    };
    let outcome = muragat_intake::take_in(
        archive,
        &reader()?,
        &paths_of(wanted.documents),
        &paths_of(wanted.photos),
        &with,
        &mut |progress| teller.progress(progress),
    )?;
    tell(archive, outcome)
}

/// Takes in what was refused, as one wishes it, in one op.
///
/// # Errors
/// As [`take_in`].
pub fn retake(archive: &mut Archive, wanted: RetakeOrder, teller: &mut Teller) -> Ending {
    let with = Intake {
        unit: wanted.unit,
        again: wanted.despite == DespiteRefusal::Again,
        keep_forms: wanted.despite == DespiteRefusal::KeepForm,
        keep_unread: wanted.despite == DespiteRefusal::KeepUnread,
        ..Intake::default()
    };
    let outcome = muragat_intake::take_in_one(
        archive,
        &reader()?,
        &wanted.origin,
        &with,
        &mut |progress| teller.progress(progress),
    )?;
    tell(archive, outcome)
}

fn reader() -> Result<DocumentReader, Problem> {
    DocumentReader::beside_this_program().map_err(|error| Problem::unexpected(&error))
}

/// Tells what came of an intake.
fn tell(archive: &Archive, outcome: Outcome<TakenIn>) -> Ending {
    let written = archive.written(outcome)?;
    let taken = written.value;
    let mut result = IntakeResult {
        unplaced: taken
            .unplaced
            .iter()
            .map(|path| path_to_text(path))
            .collect(),
        refused: taken.refused.into_iter().map(Problem::from).collect(),
        files: taken.files,
        ..IntakeResult::default()
    };
    for article in taken.articles {
        let (line, alike) = tell_added(article, &mut result);
        result.alike.extend(alike.map(|other| AlikePair {
            id: line.id.clone(),
            reference: line.reference.clone(),
            title: line.title.clone(),
            other,
        }));
        result.added.push(line);
    }
    for article in taken.forms {
        let (line, _) = tell_added(article, &mut result);
        result.forms.push(line);
    }
    Ok(Ended::with(&result).changing(Some(written.changed)))
}

/// Tells of an article and counts its photos; gives the one that it may be a version of.
fn tell_added(article: Added, result: &mut IntakeResult) -> (Imported, Option<AlikeArticle>) {
    result.photos += article.photos.attached.len() as u64;
    let refused = article.photos.refused.into_iter().map(Problem::from);
    result.refused.extend(refused);
    let line = Imported {
        id: article.id,
        reference: article.reference,
        title: article.title,
    };
    (line, article.alike)
}

/// Attaches photos, also such as lie in a mail or a zip, as one op, once all their bytes are in the library. Stopped before, none is attached:
/// a photo series with a hole in it would look whole. Bytes that came in by then lie among the originals
/// unused; the next attempt finds them there, and a check names them.
///
/// # Errors
/// The article or event is not there, the disk refused, or it was stopped.
pub fn attach(
    archive: &mut Archive,
    paths: &[PathBuf],
    home: &PhotoHome,
    credit: Option<&str>,
    teller: &mut Teller,
) -> Ending {
    // those that lie in a mail or a zip are taken out of it first
    let at_hand = match muragat_intake::lie_inside(paths) {
        true => Some(muragat_intake::take_out_photos(&reader()?, paths)?),
        false => None,
    };
    let paths = at_hand.as_ref().map_or(paths, |photos| photos.paths());
    let said = muragat_intake::read_sidecars(paths);
    let outcome = archive.attach_to(home, paths, &said, None, credit, &mut |p| {
        teller.progress(p)
    })?;
    let written = archive.written(outcome)?;
    let attached = written.value.attached.into_iter();
    let refused = written.value.refused.into_iter();
    Ok(Ended::with(&AttachResult {
        attached: attached
            .map(|photo| AttachedPhoto {
                id: photo.id,
                name: photo.name,
                undrawable: photo.undrawable,
                breaks_off: photo.breaks_off,
                parts: photo.parts,
                near: photo.near,
            })
            .collect(),
        refused: refused.map(Problem::from).collect(),
    })
    .changing(Some(written.changed)))
}
