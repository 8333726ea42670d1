//! All that is given at once is taken in as one op: one undo takes it back, and stopped before its end it has done
//! nothing. What cannot be taken is told and stops none of the others.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use muragat_archive::{
    Added, Archive, Error, Intake, Outcome, Prepared, PreparedKeys, PreparedText, Progress,
    ReceivedFile, ReceivedText, Unread, Watch,
};
use muragat_files::text_to_path;

use crate::document_reader::{DocumentReader, name_of};
use crate::file_outcome::{FileOutcome, FileOutcomeKind, Origin, outcome};
use crate::found::{Found, keep_called};
use crate::pair_photos::{Paired, pair_photos};
use crate::place_photos::{Carried, TextToPlace, place_beside, place_carried};
use crate::same_pictures::{SamePicture, join_same_pictures};
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
    /// Photos of which it is not sure where they belong: they were not taken. The path of one that came in a mail or a zip
    /// is that of the file with its place in it; [`crate::take_out_photos`] makes it one that can be opened.
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

/// A text that is ready already, as another file brought it.
struct Twin {
    text: ReceivedText,
    with: Intake,
    outcome: FileOutcome,
    pictures: Pictures,
}

/// Where the photos of a text came from.
#[derive(Default)]
struct Pictures {
    /// Those that lay beside it.
    beside: Vec<PathBuf>,
    /// Those that came inside, by name.
    inside: Vec<String>,
    /// Those that came with it in a mail or a zip.
    carried: Vec<CarriedPhoto>,
    /// Those that came inside and were left.
    same: Vec<SamePicture>,
}

/// A photo that came in a mail or a zip, by what it can be found again there.
struct CarriedPhoto {
    name: String,
    place: PathBuf,
    sha256: String,
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

/// Notes a photo of which nobody said where it belongs.
fn note_unplaced(line: FileOutcome, path: PathBuf, taken: &mut TakenIn) {
    taken.files.push(line);
    taken.unplaced.push(path);
}

/// Notes the photos of a text that was refused, or is here already: what the library holds is told with the article that
/// has it; of the others one is asked where they belong.
fn note_left(
    archive: &Archive,
    article: &FileOutcome,
    pictures: Pictures,
    told: &mut BTreeSet<PathBuf>,
    taken: &mut TakenIn,
) {
    let file = text_to_path(&article.origin.file);
    let is_here = |sha256: &str| {
        article.became != FileOutcomeKind::Refused && archive.holds_file(sha256).unwrap_or(false)
    };
    let same = |line: FileOutcome, name: String| FileOutcome {
        became: FileOutcomeKind::SamePicture,
        id: article.id.clone(),
        reference: article.reference.clone(),
        same_as: Some(name),
        ..line
    };
    for path in pictures.beside {
        let digest = muragat_files::sha256_of_file(&path).ok();
        // what is not here is asked about where it was given; a post may name more than that
        if digest.is_some_and(|sha256| is_here(&sha256)) && told.insert(path.clone()) {
            let line = outcome(&path, None, FileOutcomeKind::SamePicture);
            taken.files.push(same(line, name_of(&path)));
        }
    }
    for CarriedPhoto {
        name,
        place,
        sha256,
    } in pictures.carried
    {
        let line = outcome(&file, Some(name.clone()), FileOutcomeKind::Unplaced);
        match is_here(&sha256) {
            true => taken.files.push(same(line, name)),
            false => note_unplaced(line, file.join(place), taken),
        }
    }
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

impl CarriedPhoto {
    fn of(carried: &Carried) -> CarriedPhoto {
        CarriedPhoto {
            name: carried.picture.name.clone(),
            place: carried.place.clone(),
            sha256: muragat_files::sha256(&carried.picture.bytes),
        }
    }
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

/// Notes what was refused; gives what became of it.
fn note_refused(mut outcome: FileOutcome, error: Error, taken: &mut TakenIn) -> FileOutcome {
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
    taken.files.push(outcome.clone());
    taken.refused.push(error);
    outcome
}

/// Notes what was added; gives those of its photos that an article which was here did not take, with that.
fn note_added(
    added: Added,
    mut about: FileOutcome,
    pictures: Pictures,
    told: &mut BTreeSet<PathBuf>,
    taken: &mut TakenIn,
) -> Option<(FileOutcome, Pictures)> {
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
        mut carried,
        same,
    } = pictures;
    if !added.is_form {
        told.extend(beside.iter().cloned());
    }
    for photo in &added.photos.attached {
        // those beside come first, so that a name that stands in both lists is theirs first
        let is_it = |path: &PathBuf| name_of(path) == photo.name;
        let line = match beside.iter().position(is_it) {
            Some(at) => {
                let photo = beside.remove(at);
                told.insert(photo.clone());
                outcome(&photo, None, FileOutcomeKind::Photo)
            }
            None => {
                carried.retain(|carried| carried.name != photo.name);
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
        taken.files.push(about.clone());
        taken.forms.push(added);
        let left = Pictures {
            beside,
            carried,
            ..Pictures::default()
        };
        return Some((about, left));
    }
    taken.files.push(about);
    taken.articles.push(added);
    None
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
