//! All that is given at once is taken in as one op: one undo takes it back, and stopped before its end it has done
//! nothing. What cannot be taken is told and stops none of the others.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use muragat_archive::{
    Archive, Error, Intake, Outcome, Prepared, PreparedKeys, PreparedText, Progress, ReceivedFile,
    ReceivedText, Watch,
};
use muragat_files::text_to_path;

use crate::document_reader::DocumentReader;
use crate::file_outcome::{FileOutcome, FileOutcomeKind, Origin, outcome};
use crate::found::{Found, keep_called};
use crate::pair_photos::{Paired, pair_photos};
use crate::place_photos::{Carried, TextToPlace, place_beside, place_carried};
use crate::same_pictures::{SamePicture, join_same_pictures};
use crate::sidecars::{add_said, read_sidecars};
use crate::telling::{
    CarriedPhoto, Pictures, TakenIn, is_of_a_file, note_added, note_derivations, note_left,
    note_refused, note_unplaced, refuse,
};

/// A text that is ready to be added.
struct Ready {
    text: PreparedText,
    outcome: FileOutcome,
    pictures: Pictures,
}

/// A text that is ready already, as another file brought it.
struct Twin {
    text: ReceivedText,
    with: Intake,
    outcome: FileOutcome,
    pictures: Pictures,
}

/// What an intake has come to, before it is written.
#[derive(Default)]
struct Underway {
    ready: Vec<Ready>,
    /// By what those are known again.
    keys: PreparedKeys,
    /// Texts that are among those already, in another file: they are refused once these are added.
    twins: Vec<Twin>,
    taken: TakenIn,
    /// Photos beside documents that are told already, each.
    told: BTreeSet<PathBuf>,
}

/// Reads documents and adds them with their photos as articles, in the order of their dates, in one op. `photos` are
/// given to their documents by [`pair_photos`]; of `with`, its own photos go to the first.
///
/// # Errors
/// What stops all: the library is read-only, full, busy, or it was stopped.
pub fn take_in(
    archive: &mut Archive,
    reader: &DocumentReader,
    documents: &[PathBuf],
    photos: &[PathBuf],
    with: &Intake,
    watch: Watch<'_>,
) -> Result<Outcome<TakenIn>, Error> {
    let paired = pair_photos(documents, photos);
    let given = Given {
        documents,
        paired,
        only: None,
    };
    take_in_given(archive, reader, given, with, watch)
}

/// Takes in one file, or one thing inside it, as [`take_in`] does: for what was refused when all was.
///
/// # Errors
/// As [`take_in`].
pub fn take_in_one(
    archive: &mut Archive,
    reader: &DocumentReader,
    origin: &Origin,
    with: &Intake,
    watch: Watch<'_>,
) -> Result<Outcome<TakenIn>, Error> {
    let documents = [text_to_path(&origin.file)];
    let given = Given {
        documents: &documents,
        paired: Paired::default(),
        only: Some(origin.inside.as_deref()),
    };
    take_in_given(archive, reader, given, with, watch)
}

/// What is given.
struct Given<'a> {
    documents: &'a [PathBuf],
    paired: Paired,
    /// What alone of a file is meant: the name of something inside it, or what is in it itself.
    only: Option<Option<&'a str>>,
}

fn take_in_given(
    archive: &mut Archive,
    reader: &DocumentReader,
    given: Given<'_>,
    with: &Intake,
    watch: Watch<'_>,
) -> Result<Outcome<TakenIn>, Error> {
    let Given {
        documents,
        paired: Paired {
            photos: of_document,
            unplaced,
        },
        only,
    } = given;
    let mut underway = Underway::default();
    for (done, path) in documents.iter().enumerate() {
        let (done, total) = (done as u64, documents.len() as u64);
        if !watch(Progress {
            stage: "reading",
            done,
            total,
        }) {
            return Err(Error::Cancelled);
        }
        let beside = of_document.get(path).map_or(&[][..], Vec::as_slice);
        let mut own = with.clone();
        if done > 0 {
            own.photos.clear();
        }
        let on_page = RefCell::new(&mut *watch);
        let read = reader.read_watched_file(path, &|done, total| {
            (on_page.borrow_mut())(Progress {
                stage: "recognising",
                done: done.into(),
                total: total.into(),
            })
        });
        match read {
            Ok(mut found) => {
                if let Some(name) = only {
                    keep_called(&mut found, name);
                }
                let of_file = FileToPrepare {
                    path,
                    beside,
                    with: &own,
                };
                prepare(archive, &of_file, found, &mut underway)?;
            }
            Err(error) => refuse(path, None, error, false, &mut underway.taken)?,
        }
    }
    let Underway {
        mut ready,
        twins,
        mut taken,
        mut told,
        ..
    } = underway;
    ready.sort_by_cached_key(|ready| ready.text.order());
    let (texts, about): (Vec<_>, Vec<_>) = ready
        .into_iter()
        .map(|ready| (ready.text, (ready.outcome, ready.pictures)))
        .unzip();
    let added = archive.add_prepared(texts, watch)?;
    Ok(added.map(|added| {
        for (added, (outcome, pictures)) in added.into_iter().zip(about) {
            match added {
                Ok(added) => {
                    let left = note_added(added, outcome, pictures, &mut told, &mut taken);
                    if let Some((article, pictures)) = left {
                        note_left(archive, &article, pictures, &mut told, &mut taken);
                    }
                }
                Err(error) => {
                    let outcome = note_refused(outcome, error, &mut taken);
                    note_left(archive, &outcome, pictures, &mut told, &mut taken);
                }
            }
        }
        for twin in twins {
            note_twin(archive, twin, &mut told, &mut taken);
        }
        let beside = of_document.into_values().flatten().chain(unplaced);
        for path in beside.filter(|path| !told.contains(path)) {
            note_unplaced(
                outcome(&path, None, FileOutcomeKind::Unplaced),
                path.clone(),
                &mut taken,
            );
        }
        taken
    }))
}

/// A file whose texts are prepared.
struct FileToPrepare<'a> {
    path: &'a Path,
    /// The photos that lie beside it and may be its.
    beside: &'a [PathBuf],
    /// Its photos are those that were given for it.
    with: &'a Intake,
}

/// A text that was found in a file.
struct Release {
    text: ReceivedText,
    inside: Option<String>,
    photos: Vec<PathBuf>,
    format: &'static str,
    seats: Vec<PathBuf>,
}

/// Prepares what was found in one file.
fn prepare(
    archive: &mut Archive,
    file: &FileToPrepare<'_>,
    found: Vec<Found>,
    underway: &mut Underway,
) -> Result<(), Error> {
    let mut releases = Vec::new();
    let mut pictures = Vec::new();
    for found in found {
        match found {
            Found::Release {
                text,
                inside,
                photos,
                format,
                seats,
            } => releases.push(Release {
                text,
                inside,
                photos,
                format,
                seats,
            }),
            Found::Picture { picture, place } => pictures.push(Carried { picture, place }),
            Found::Refused { inside, why, files } => {
                if file.with.keep_unread && !files.is_empty() {
                    let outcome = outcome(file.path, inside, FileOutcomeKind::Article);
                    keep_unread(archive, files, outcome, file, underway)?;
                } else {
                    let keepable = !files.is_empty();
                    refuse(file.path, inside, why, keepable, &mut underway.taken)?;
                }
            }
        }
    }
    let texts: Vec<TextToPlace<'_>> = releases
        .iter()
        .map(|release| TextToPlace {
            pictures: &release.text.pictures,
            named: &release.photos,
            seats: &release.seats,
        })
        .collect();
    let carried = place_carried(pictures, &texts);
    let beside = place_beside(file.beside, &texts);
    for Carried { picture, place } in carried.open {
        let line = outcome(file.path, Some(picture.name), FileOutcomeKind::Unplaced);
        note_unplaced(line, file.path.join(place), &mut underway.taken);
    }
    let photos = carried.of_text.into_iter().zip(beside.placed.of_text);
    let photos = photos.zip(beside.small);
    for (at, (release, ((carried, beside), small))) in releases.into_iter().zip(photos).enumerate()
    {
        let given = if at == 0 { &file.with.photos[..] } else { &[] };
        let named = release.photos.iter().filter(|photo| photo.is_file());
        let all = given.iter().chain(&beside).chain(named);
        let mut photos: Vec<PathBuf> = Vec::new();
        for photo in all {
            // a photo that is given and named is one
            if !photos.contains(photo) {
                photos.push(photo.clone());
            }
        }
        underway
            .told
            .extend(small.iter().map(|(path, _)| path.clone()));
        let same = small.into_iter().map(|(_, same)| same).collect();
        prepare_release(archive, file, release, (photos, carried, same), underway)?;
    }
    Ok(())
}

/// Prepares one text of a file with its photos: those beside it, those that it came with, and what is left of them.
fn prepare_release(
    archive: &mut Archive,
    file: &FileToPrepare<'_>,
    release: Release,
    (photos, carried, same): (Vec<PathBuf>, Vec<Carried>, Vec<SamePicture>),
    underway: &mut Underway,
) -> Result<(), Error> {
    let Release {
        text,
        inside,
        format,
        ..
    } = release;
    let mut own = Intake {
        photos,
        ..file.with.clone()
    };
    let mut about_pictures = Pictures {
        beside: own.photos.clone(),
        carried: carried.iter().map(CarriedPhoto::of).collect(),
        same,
        ..Pictures::default()
    };
    let carried = carried.into_iter().map(|carried| carried.picture).collect();
    let joined = join_same_pictures(text.pictures, carried, &own.photos);
    add_said(&mut own.said, joined.said);
    add_said(&mut own.said, read_sidecars(&own.photos));
    let text = ReceivedText {
        pictures: joined.pictures,
        ..text
    };
    let mut outcome = outcome(file.path, inside, FileOutcomeKind::Article);
    outcome.format = Some(format.to_owned());
    note_derivations(&mut outcome, &text.files);
    let names = text.pictures.iter().map(|picture| picture.name.clone());
    about_pictures.inside = names.collect();
    about_pictures.same.extend(joined.same);
    let prepared = archive.prepare_text_after(text, &own, &mut underway.keys, &mut |_| true);
    match prepared {
        Ok(Prepared::Ready(text)) => underway.ready.push(Ready {
            text: *text,
            outcome,
            pictures: about_pictures,
        }),
        Ok(Prepared::Twin(text)) => underway.twins.push(Twin {
            text: *text,
            with: own,
            outcome,
            pictures: about_pictures,
        }),
        Err(error) if is_of_a_file(&error) => {
            let taken = &mut underway.taken;
            let outcome = note_refused(outcome, error, taken);
            note_left(archive, &outcome, about_pictures, &mut underway.told, taken);
        }
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Refuses a text that was added with the others, as another file brought it.
fn note_twin(archive: &mut Archive, twin: Twin, told: &mut BTreeSet<PathBuf>, taken: &mut TakenIn) {
    let Twin {
        text,
        with,
        outcome,
        pictures,
    } = twin;
    let prepared = archive.prepare_text(text, &with, &mut |_| true);
    // it is here by now; where somebody took it away meanwhile, this one comes in its place
    let error = match prepared.and_then(|text| archive.add_prepared(vec![text], &mut |_| true)) {
        Ok(mut added) => match added.value.pop() {
            Some(Ok(added)) => {
                note_added(added, outcome, pictures, told, taken);
                return;
            }
            Some(Err(error)) => error,
            None => return,
        },
        Err(error) => error,
    };
    let outcome = note_refused(outcome, error, taken);
    note_left(archive, &outcome, pictures, told, taken);
}

/// Prepares a file of which nothing could be read, so that it is kept.
fn keep_unread(
    archive: &mut Archive,
    files: Vec<ReceivedFile>,
    mut outcome: FileOutcome,
    file: &FileToPrepare<'_>,
    underway: &mut Underway,
) -> Result<(), Error> {
    note_derivations(&mut outcome, &files);
    let photos: Vec<PathBuf> = match outcome.origin.inside {
        Some(_) => Vec::new(),
        None => file
            .with
            .photos
            .iter()
            .chain(file.beside)
            .cloned()
            .collect(),
    };
    let pictures = Pictures {
        beside: photos.clone(),
        ..Pictures::default()
    };
    let own = Intake {
        photos,
        ..file.with.clone()
    };
    match archive.prepare_unread(files, &own, &mut |_| true) {
        Ok(text) => underway.ready.push(Ready {
            text,
            outcome,
            pictures,
        }),
        Err(error) if is_of_a_file(&error) => {
            note_refused(outcome, error, &mut underway.taken);
        }
        Err(error) => return Err(error),
    }
    Ok(())
}
