//! What became of each file, and of the photos that came with it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use muragat_archive::{Added, Archive, Error, ReceivedFile, Unread};
use muragat_files::text_to_path;

use crate::document_reader::name_of;
use crate::file_outcome::{FileOutcome, FileOutcomeKind, outcome};
use crate::place_photos::Carried;
use crate::same_pictures::SamePicture;

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

/// Where the photos of a text came from.
#[derive(Default)]
pub(crate) struct Pictures {
    /// Those that lay beside it.
    pub beside: Vec<PathBuf>,
    /// Those that came inside, by name.
    pub inside: Vec<String>,
    /// Those that came with it in a mail or a zip.
    pub carried: Vec<CarriedPhoto>,
    /// Those that came inside and were left.
    pub same: Vec<SamePicture>,
}

/// A photo that came in a mail or a zip, by what it can be found again there.
pub(crate) struct CarriedPhoto {
    pub name: String,
    pub place: PathBuf,
    pub sha256: String,
}

impl CarriedPhoto {
    pub fn of(carried: &Carried) -> CarriedPhoto {
        CarriedPhoto {
            name: carried.picture.name.clone(),
            place: carried.place.clone(),
            sha256: muragat_files::sha256(&carried.picture.bytes),
        }
    }
}

/// Notes a photo of which nobody said where it belongs.
pub(crate) fn note_unplaced(line: FileOutcome, path: PathBuf, taken: &mut TakenIn) {
    taken.files.push(line);
    taken.unplaced.push(path);
}

/// Notes the photos of a text that was refused, or is here already: what the library holds is told with the article that
/// has it; of the others one is asked where they belong.
pub(crate) fn note_left(
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

/// Notes what was left out of the text and what was not sure.
pub(crate) fn note_derivations(outcome: &mut FileOutcome, files: &[ReceivedFile]) {
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
pub(crate) fn refuse(
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
pub(crate) fn note_refused(
    mut outcome: FileOutcome,
    error: Error,
    taken: &mut TakenIn,
) -> FileOutcome {
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
pub(crate) fn note_added(
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
pub(crate) fn is_of_a_file(error: &Error) -> bool {
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
