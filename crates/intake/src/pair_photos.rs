//! Which photos belong to which document, by the folder they lie in and by their names.

use std::collections::BTreeMap;
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
    let mut paired = Paired::default();
    for photo in photos {
        match find_document(documents, photo) {
            Some(document) => {
                let photos = paired.photos.entry(document.clone()).or_default();
                photos.push(photo.clone());
            }
            None => paired.unplaced.push(photo.clone()),
        }
    }
    paired
}

fn find_document<'a>(documents: &'a [PathBuf], photo: &Path) -> Option<&'a PathBuf> {
    if let [only] = documents {
        return Some(only);
    }
    let name = stem_of(photo);
    for folder in photo.ancestors().skip(1) {
        let here: Vec<&PathBuf> = documents
            .iter()
            .filter(|document| document.parent() == Some(folder))
            .collect();
        let longest = here
            .iter()
            .filter(|document| is_named_after(&name, &stem_of(document)))
            .max_by_key(|document| stem_of(document).len());
        match (longest, here.as_slice()) {
            (Some(document), _) => return Some(document),
            (None, [only]) => return Some(only),
            // of several documents none is nearer than another
            (None, [_, ..]) => return None,
            (None, []) => {}
        }
    }
    None
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
