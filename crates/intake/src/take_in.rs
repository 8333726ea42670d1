//! All that is given at once is taken in as one op: one undo takes it back, and stopped before its end it has done
//! nothing. What cannot be taken is told and stops none of the others.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use muragat_archive::{
    Added, Archive, Error, Intake, Outcome, PreparedText, Progress, ReceivedPicture, ReceivedText,
    Unread, Watch,
};
use serde::Serialize;
use ts_rs::TS;

use crate::document_reader::{DocumentReader, name_of};
use crate::found::Found;
use crate::pair_photos::{Paired, pair_photos};
use crate::same_pictures::{SamePicture, join_same_pictures, shows_picture};
use crate::sidecars::{add_said, read_sidecars};

/// What became of a file, or of something inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileOutcomeKind {
    /// It is an article now.
    Article,
    /// It is a photo of an article now.
    Photo,
    /// It is in the library already.
    Duplicate,
    /// It could not be taken.
    Refused,
    /// It was left: nobody said where it belongs.
    Unplaced,
    /// It was left: the same picture came beside it and is a photo now.
    SamePicture,
}

/// Where something came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Origin {
    /// The file that was given, its path.
    pub file: String,
    /// How it is called inside that, where it is not the file itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub inside: Option<String>,
}

/// What became of a file, or of something inside it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct FileOutcome {
    /// Where it came from.
    #[serde(flatten)]
    pub origin: Origin,
    /// What it is now.
    pub became: FileOutcomeKind,
    /// What it is: `docx`, `eml` … for what was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// UUID of the article that it is, or is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// That article's reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// That article's title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Kinds of what is in the file and not in the text, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    /// Kinds of what the reader was not sure of, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<String>,
    /// Why it is not an article or a photo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// How the photo is called that is the same picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
}

/// What came of all that was given.
#[derive(Debug, Default)]
pub struct TakenIn {
    /// In the order of their dates.
    pub articles: Vec<Added>,
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
    let Paired {
        photos: of_document,
        unplaced,
    } = pair_photos(documents, photos);
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
        match reader.read_file(path) {
            Ok(found) => prepare(archive, path, found, &own, &mut ready, &mut taken)?,
            Err(error) => refuse(path, None, error, &mut taken)?,
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
        let path = path.display().to_string();
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
            Found::Refused { inside, why } => refuse(path, Some(inside), why, taken)?,
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
        for file in &text.files {
            let Some(derivation) = &file.record.derivation else {
                continue;
            };
            let kinds = derivation.left_out.iter().map(|left| &left.kind);
            add_once(&mut outcome.left_out, kinds);
            let kinds = derivation.doubts.iter().map(|doubt| &doubt.kind);
            add_once(&mut outcome.doubts, kinds);
        }
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
            Err(error) => refuse(path, inside, error, taken)?,
        }
    }
    for picture in pictures.pop().into_iter().flatten() {
        let kind = FileOutcomeKind::Unplaced;
        taken.files.push(outcome(path, Some(picture.name), kind));
    }
    Ok(())
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

fn outcome(path: &Path, inside: Option<String>, became: FileOutcomeKind) -> FileOutcome {
    FileOutcome {
        origin: Origin {
            file: path.display().to_string(),
            inside,
        },
        became,
        format: None,
        id: None,
        reference: None,
        title: None,
        left_out: Vec::new(),
        doubts: Vec::new(),
        problem: None,
        same_as: None,
    }
}

/// Notes a file that could not be taken.
///
/// # Errors
/// The error, where it concerns more than the file.
fn refuse(
    path: &Path,
    inside: Option<String>,
    error: Error,
    taken: &mut TakenIn,
) -> Result<(), Error> {
    if !is_of_a_file(&error) {
        return Err(error);
    }
    let outcome = outcome(path, inside, FileOutcomeKind::Refused);
    note_refused(outcome, error, taken);
    Ok(())
}

fn note_refused(mut outcome: FileOutcome, error: Error, taken: &mut TakenIn) {
    outcome.became = FileOutcomeKind::Refused;
    if let Error::DuplicateRelease {
        id,
        reference,
        title,
        ..
    } = &error
    {
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
    let path = PathBuf::from(&about.origin.file);
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
        taken.files.push(of_article(line));
    }
    for one in same {
        let line = outcome(&path, Some(one.left), FileOutcomeKind::SamePicture);
        taken.files.push(FileOutcome {
            same_as: Some(one.taken),
            ..of_article(line)
        });
    }
    taken.files.push(about);
    taken.articles.push(added);
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
