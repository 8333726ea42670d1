//! All that is given at once is taken in as one op: one undo takes it back, and stopped before its end it has done
//! nothing. What cannot be taken is told and stops none of the others.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use muragat_archive::{
    Added, Archive, Error, Intake, Outcome, PreparedText, Progress, ReceivedFile, ReceivedPicture,
    ReceivedText, Unread, Watch,
};
use muragat_files::{path_to_text, text_to_path};

use crate::document_reader::{DocumentReader, name_of};
use crate::file_outcome::{FileOutcome, FileOutcomeKind, Origin, outcome};
use crate::found::{Found, keep_called};
use crate::pair_photos::{Paired, pair_photos};
use crate::same_pictures::{SamePicture, join_same_pictures, shows_picture};
use crate::sidecars::{add_said, read_sidecars};

/// What came of all that was given.
#[derive(Debug, Default)]
pub struct TakenIn {
    /// In the order of their dates.
    pub articles: Vec<Added>,
    /// Those that were there, and that files are kept of as further originals now.
    pub forms: Vec<Added>,
    /// What was refused, in the order given.
    pub refused: Vec<Error>,
    /// Photos of which it is not sure where they belong: they were not taken.
    pub unplaced: Vec<PathBuf>,
    /// What became of each file and of what lay inside it.
    pub files: Vec<FileOutcome>,
}

/// A text that is ready to be added.
struct Ready {
    text: PreparedText,
    outcome: FileOutcome,
    pictures: Pictures,
}

/// Where the photos of a text came from.
struct Pictures {
    /// Those that lay beside it.
    beside: Vec<PathBuf>,
    /// Those that came inside, by name.
    inside: Vec<String>,
    /// Those that came inside and were left.
    same: Vec<SamePicture>,
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
    let mut taken = TakenIn::default();
    let mut ready: Vec<Ready> = Vec::new();
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
        let given = if done == 0 { &with.photos[..] } else { &[] };
        let own = Intake {
            photos: given.iter().chain(beside).cloned().collect(),
            ..with.clone()
        };
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
                prepare(archive, path, found, &own, &mut ready, &mut taken)?;
            }
            Err(error) => refuse(path, None, error, false, &mut taken)?,
        }
    }
    ready.sort_by_cached_key(|ready| ready.text.order());
    let (texts, about): (Vec<_>, Vec<_>) = ready
        .into_iter()
        .map(|ready| (ready.text, (ready.outcome, ready.pictures)))
        .unzip();
    let added = archive.add_prepared(texts, watch)?;
    Ok(added.map(|added| {
        for (added, (outcome, pictures)) in added.into_iter().zip(about) {
            match added {
                Ok(added) => note_added(added, outcome, pictures, &mut taken),
                Err(error) => note_refused(outcome, error, &mut taken),
            }
        }
        note_unplaced(&of_document, unplaced, &mut taken);
        taken
    }))
}

/// Notes photos that went nowhere: those without a document, and those whose document was not taken in.
fn note_unplaced(
    of_document: &BTreeMap<PathBuf, Vec<PathBuf>>,
    unplaced: Vec<PathBuf>,
    taken: &mut TakenIn,
) {
    let is_taken = |path: &Path| {
        let path = path_to_text(path);
        let files = &mut taken.files.iter();
        files.any(|file| file.origin.file == path && file.became == FileOutcomeKind::Article)
    };
    let left: Vec<PathBuf> = of_document
        .iter()
        .filter(|(document, _)| !is_taken(document))
        .flat_map(|(_, photos)| photos.iter().cloned())
        .chain(unplaced)
        .collect();
    for path in left {
        let line = outcome(&path, None, FileOutcomeKind::Unplaced);
        taken.files.push(line);
        taken.unplaced.push(path);
    }
}

/// Prepares what was found in one file.
fn prepare(
    archive: &mut Archive,
    path: &Path,
    found: Vec<Found>,
    with: &Intake,
    ready: &mut Vec<Ready>,
    taken: &mut TakenIn,
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
            } => releases.push((text, inside, photos, format)),
            Found::Picture(picture) => pictures.push(picture),
            Found::Refused { inside, why, files } => {
                if with.keep_unread && !files.is_empty() {
                    let outcome = outcome(path, inside, FileOutcomeKind::Article);
                    keep_unread(archive, files, outcome, with, ready, taken)?;
                } else {
                    refuse(path, inside, why, !files.is_empty(), taken)?;
                }
            }
        }
    }
    let texts: Vec<&ReceivedText> = releases.iter().map(|(text, ..)| text).collect();
    let mut pictures = give_pictures(pictures, &texts);
    for (at, (text, inside, photos, format)) in releases.into_iter().enumerate() {
        let mut own = with.clone();
        if at > 0 {
            own.photos.clear();
        }
        own.photos
            .extend(photos.into_iter().filter(|photo| photo.is_file()));
        let carried = pictures.get_mut(at).map(std::mem::take).unwrap_or_default();
        let joined = join_same_pictures(text.pictures, carried, &own.photos);
        add_said(&mut own.said, joined.said);
        add_said(&mut own.said, read_sidecars(&own.photos));
        let text = ReceivedText {
            pictures: joined.pictures,
            ..text
        };
        let mut outcome = outcome(path, inside.clone(), FileOutcomeKind::Article);
        outcome.format = Some(format.to_owned());
        note_derivations(&mut outcome, &text.files);
        let names = text.pictures.iter().map(|picture| picture.name.clone());
        let about_pictures = Pictures {
            inside: names.collect(),
            beside: own.photos.clone(),
            same: joined.same,
        };
        match archive.prepare_text(text, &own, &mut |_| true) {
            Ok(text) => ready.push(Ready {
                text,
                outcome,
                pictures: about_pictures,
            }),
            Err(error) => refuse(path, inside, error, false, taken)?,
        }
    }
    for picture in pictures.pop().into_iter().flatten() {
        let kind = FileOutcomeKind::Unplaced;
        taken.files.push(outcome(path, Some(picture.name), kind));
    }
    Ok(())
}

/// Prepares a file of which nothing could be read, so that it is kept.
fn keep_unread(
    archive: &mut Archive,
    files: Vec<ReceivedFile>,
    mut outcome: FileOutcome,
    with: &Intake,
    ready: &mut Vec<Ready>,
    taken: &mut TakenIn,
) -> Result<(), Error> {
    note_derivations(&mut outcome, &files);
    let photos = match outcome.origin.inside {
        Some(_) => Vec::new(),
        None => with.photos.clone(),
    };
    let pictures = Pictures {
        beside: photos.clone(),
        inside: Vec::new(),
        same: Vec::new(),
    };
    let own = Intake {
        photos,
        ..with.clone()
    };
    match archive.prepare_unread(files, &own, &mut |_| true) {
        Ok(text) => ready.push(Ready {
            text,
            outcome,
            pictures,
        }),
        Err(error) if is_of_a_file(&error) => note_refused(outcome, error, taken),
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Notes what was left out of the text and what was not sure.
fn note_derivations(outcome: &mut FileOutcome, files: &[ReceivedFile]) {
    for file in files {
        let Some(derivation) = &file.record.derivation else {
            continue;
        };
        let kinds = derivation.left_out.iter().map(|left| &left.kind);
        add_once(&mut outcome.left_out, kinds);
        let kinds = derivation.doubts.iter().map(|doubt| &doubt.kind);
        add_once(&mut outcome.doubts, kinds);
    }
}

/// Pictures that came beside texts in a mail or a zip, by text: of one text all are; of several, those that it shows too.
/// Inside there are no folders to go by, so that all others stay unplaced, in the last.
fn give_pictures(
    pictures: Vec<ReceivedPicture>,
    texts: &[&ReceivedText],
) -> Vec<Vec<ReceivedPicture>> {
    let mut given: Vec<Vec<ReceivedPicture>> = (0..=texts.len()).map(|_| Vec::new()).collect();
    for picture in pictures {
        let place = match texts {
            [_] => Some(0),
            _ => texts
                .iter()
                .position(|text| shows_picture(&text.pictures, &picture)),
        };
        if let Some(list) = given.get_mut(place.unwrap_or(texts.len())) {
            list.push(picture);
        }
    }
    given
}

fn add_once<'a>(list: &mut Vec<String>, more: impl Iterator<Item = &'a String>) {
    for one in more {
        if !list.contains(one) {
            list.push(one.clone());
        }
    }
}

/// Notes a file that could not be taken; `keepable`: whether it may be kept all the same.
///
/// # Errors
/// The error, where it concerns more than the file.
fn refuse(
    path: &Path,
    inside: Option<String>,
    error: Error,
    keepable: bool,
    taken: &mut TakenIn,
) -> Result<(), Error> {
    if !is_of_a_file(&error) {
        return Err(error);
    }
    let mut outcome = outcome(path, inside, FileOutcomeKind::Refused);
    outcome.keepable = keepable;
    note_refused(outcome, error, taken);
    Ok(())
}

fn note_refused(mut outcome: FileOutcome, error: Error, taken: &mut TakenIn) {
    outcome.became = FileOutcomeKind::Refused;
    if let Error::DuplicateRelease {
        id,
        reference,
        title,
        kept,
        ..
    } = &error
    {
        outcome.keepable = !kept;
        outcome.became = FileOutcomeKind::Duplicate;
        outcome.id = Some(id.clone());
        outcome.reference = Some(reference.clone());
        outcome.title = Some(title.clone());
    }
    outcome.problem = Some(match error.data().get("why").and_then(|why| why.as_str()) {
        Some(why) => format!("{}: {why}", error.code()),
        None => error.code(),
    });
    taken.files.push(outcome);
    taken.refused.push(error);
}

fn note_added(added: Added, mut about: FileOutcome, pictures: Pictures, taken: &mut TakenIn) {
    about.id = Some(added.id.clone());
    about.reference = Some(added.reference.clone());
    about.title = Some(added.title.clone());
    let path = text_to_path(&about.origin.file);
    let of_article = |outcome: FileOutcome| FileOutcome {
        id: about.id.clone(),
        reference: about.reference.clone(),
        ..outcome
    };
    let Pictures {
        mut beside,
        inside,
        same,
    } = pictures;
    for photo in &added.photos.attached {
        // those beside come first, so that a name that stands in both lists is theirs first
        let is_it = |path: &PathBuf| name_of(path) == photo.name;
        let line = match beside.iter().position(is_it) {
            Some(at) => outcome(&beside.remove(at), None, FileOutcomeKind::Photo),
            None => {
                let name = inside.contains(&photo.name).then(|| photo.name.clone());
                outcome(&path, name, FileOutcomeKind::Photo)
            }
        };
        taken.files.push(FileOutcome {
            photo: Some(photo.id.clone()),
            caption: photo.caption.clone(),
            ..of_article(line)
        });
    }
    for one in same {
        let line = outcome(&path, Some(one.left), FileOutcomeKind::SamePicture);
        taken.files.push(FileOutcome {
            same_as: Some(one.taken),
            ..of_article(line)
        });
    }
    if added.is_form {
        about.became = FileOutcomeKind::Form;
        taken.files.push(about);
        taken.forms.push(added);
    } else {
        taken.files.push(about);
        taken.articles.push(added);
    }
}

/// Whether an error concerns one file alone; what concerns the library or its disk would meet the others too.
fn is_of_a_file(error: &Error) -> bool {
    match error {
        Error::DocumentUnread { why, .. } => *why != Unread::NotStarted,
        Error::TextEmpty { .. }
        | Error::TextBinary { .. }
        | Error::TextTooLarge { .. }
        | Error::DuplicateRelease { .. }
        | Error::FileMissing { .. }
        | Error::FileUnreadable { .. } => true,
        _ => false,
    }
}
