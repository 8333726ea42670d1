//! Which photos belong to which document, by the folder they lie in and by their names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Photos with their documents.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Paired {
    /// By document, in the order given.
    pub photos: BTreeMap<PathBuf, Vec<PathBuf>>,
    /// Photos of which it is not sure where they belong.
    pub unplaced: Vec<PathBuf>,
}

/// Gives each photo to a document: to the only one of all; else to the one whose name its own begins with, of those in
/// the same folder first; else to the only one in its folder, or in a folder above it.
pub fn pair_photos(documents: &[PathBuf], photos: &[PathBuf]) -> Paired {
    let documents: Vec<&PathBuf> = documents
        .iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let seats: Vec<&[PathBuf]> = documents
        .iter()
        .map(|document| std::slice::from_ref(*document))
        .collect();
    let mut paired = Paired::default();
    for photo in photos {
        let document = find_text(&seats, photo).and_then(|at| documents.get(at));
        match document {
            Some(document) => {
                let photos = paired.photos.entry(PathBuf::clone(document)).or_default();
                photos.push(photo.clone());
            }
            None => paired.unplaced.push(photo.clone()),
        }
    }
    paired
}

/// Which of some texts a photo belongs to, by the rule of [`pair_photos`]. Each text has its seats: the file in which it
/// stands, and all in which that lies, for a photo beside a mail belongs to the only text of that mail.
pub(crate) fn find_text(seats: &[&[PathBuf]], photo: &Path) -> Option<usize> {
    if seats.len() == 1 {
        return Some(0);
    }
    let name = stem_of(photo);
    for folder in photo.ancestors().skip(1) {
        let here = texts_in(seats, folder);
        let named = here
            .iter()
            .filter(|(seat, _)| is_named_after(&name, &stem_of(seat)))
            .max_by_key(|(seat, _)| stem_of(seat).len());
        let only = here.iter().next().filter(|_| here.len() == 1);
        match named.or(only) {
            // of several texts in one file none is nearer than another
            Some((_, texts)) => return texts.first().copied().filter(|_| texts.len() == 1),
            None if !here.is_empty() => return None,
            None => {}
        }
    }
    None
}

/// The files of a folder that have texts, each with these.
fn texts_in<'a>(seats: &[&'a [PathBuf]], folder: &Path) -> BTreeMap<&'a Path, Vec<usize>> {
    let mut here: BTreeMap<&Path, Vec<usize>> = BTreeMap::new();
    for (text, seats) in seats.iter().enumerate() {
        for seat in seats.iter().filter(|seat| seat.parent() == Some(folder)) {
            here.entry(seat).or_default().push(text);
        }
    }
    here
}

fn stem_of(path: &Path) -> String {
    path.file_stem()
        .map(|stem| stem.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}

/// Whether a photo's name is the document's, with a number or words behind it that are parted from it.
fn is_named_after(photo: &str, document: &str) -> bool {
    !document.is_empty()
        && photo.strip_prefix(document).is_some_and(|rest| {
            rest.chars().next().is_none_or(|next| !next.is_alphanumeric())
                // «хабар1.docx» is another document than «хабар12.jpg» has its name of
                || !document.ends_with(|last: char| last.is_ascii_digit())
                    && rest.chars().all(|next| next.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(documents: &[&str], photos: &[&str]) -> Vec<String> {
        let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        let paired = pair_photos(&paths(documents), &paths(photos));
        let mut lines: Vec<String> = paired
            .photos
            .iter()
            .flat_map(|(document, photos)| {
                photos
                    .iter()
                    .map(move |photo| format!("{} < {}", document.display(), photo.display()))
            })
            .collect();
        lines.extend(
            paired
                .unplaced
                .iter()
                .map(|photo| format!("? {}", photo.display())),
        );
        lines
    }

    #[test]
    fn one_document_takes_all_wherever_they_lie() {
        assert_eq!(
            pair(&["a/хабар.docx"], &["b/1.jpg", "a/2.jpg"]),
            ["a/хабар.docx < b/1.jpg", "a/хабар.docx < a/2.jpg"]
        );
    }

    #[test]
    fn of_several_the_folder_and_the_name_decide_and_what_they_leave_open_stays_open() {
        assert_eq!(
            pair(
                &["a/жиын.docx", "b/хабар.docx", "b/хабар1.docx"],
                &[
                    "a/DSC1.jpg",
                    "a/photos/DSC2.jpg",
                    "b/хабар-2.jpg",
                    "b/Хабар1_3.JPG",
                    "b/хабар12.jpg",
                    "b/DSC4.jpg",
                    "c/DSC5.jpg",
                ]
            ),
            [
                "a/жиын.docx < a/DSC1.jpg",
                "a/жиын.docx < a/photos/DSC2.jpg",
                "b/хабар.docx < b/хабар-2.jpg",
                "b/хабар.docx < b/хабар12.jpg",
                "b/хабар1.docx < b/Хабар1_3.JPG",
                "? b/DSC4.jpg",
                "? c/DSC5.jpg",
            ]
        );
    }
}
