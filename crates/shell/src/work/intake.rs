//! Texts and photos taken in, as jobs. What cannot be taken is told and stops none of the others.

use std::collections::BTreeSet;
use std::path::PathBuf;

use muragat_archive::{Archive, Changed, Error, Intake, PhotoHome, Touched, in_order_of_date};

use super::Ending;
use crate::jobs::{Ended, Teller};
use crate::wire::{AttachResult, AttachedPhoto, Imported, IntakeResult, Problem};

/// Takes text files in, in the order of their dates, an op each, so that each can be undone alone. Stopped, those
/// before stay: each is whole, and the result names them. `again`: also what the library has already.
///
/// # Errors
/// None: what went wrong is in what it gives.
pub fn take_in(
    archive: &mut Archive,
    paths: &[PathBuf],
    unit: Option<String>,
    again: bool,
    teller: &mut Teller,
) -> Ending {
    let with = Intake {
        unit,
        again,
        ..Intake::default()
    };
    let mut result = IntakeResult::default();
    let mut changes = Changes::default();
    let mut stopped = None;
    for (done, path) in in_order_of_date(paths).iter().enumerate() {
        let added = teller
            .step("reading", done, paths.len())
            .and_then(|()| archive.add(path, &with))
            .and_then(|outcome| archive.written(outcome));
        match added {
            Ok(written) => {
                changes.add(written.changed);
                result.added.push(Imported {
                    id: written.value.id,
                    reference: written.value.reference,
                    title: written.value.title,
                });
            }
            Err(error) if is_of_a_file(&error) => result.refused.push(error.into()),
            // What concerns the library or its disk would meet the others too.
            Err(error) => {
                stopped = Some(error.into());
                break;
            }
        }
    }
    Ok(Ended::with(&result).changing(changes.all).but(stopped))
}

/// Attaches photos as one op, once all their bytes are in the library. Stopped before, none is attached:
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
    let outcome = archive.attach_to(home, paths, None, credit, &mut |p| teller.progress(p))?;
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
            })
            .collect(),
        refused: refused.map(Problem::from).collect(),
    })
    .changing(Some(written.changed)))
}

/// Whether an error concerns one file alone.
fn is_of_a_file(error: &Error) -> bool {
    matches!(
        error,
        Error::TextEmpty { .. }
            | Error::TextBinary { .. }
            | Error::DocumentUnread { .. }
            | Error::TextTooLarge { .. }
            | Error::DuplicateRelease { .. }
            | Error::FileMissing { .. }
            | Error::FileUnreadable { .. }
    )
}

/// What several ops changed, as one.
#[derive(Default)]
struct Changes {
    all: Option<Changed>,
    touched: Touched,
    nouns: BTreeSet<String>,
}

impl Changes {
    /// Takes in what another op changed.
    fn add(&mut self, changed: Changed) {
        self.touched.add(&changed.touched);
        self.nouns.extend(changed.nouns.iter().cloned());
        self.all = Some(Changed {
            touched: self.touched.clone(),
            nouns: self.nouns.iter().cloned().collect(),
            ..changed
        });
    }
}
