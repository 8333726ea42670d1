//! To which of the texts of one file the photos belong that came with it: inside it, as those of a mail or a zip, or
//! beside it. The rule is that of folders ([`pair_photos`](crate::pair_photos)), and what it leaves open stays open.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use muragat_archive::ReceivedPicture;

use crate::document_reader::name_of;
use crate::pair_photos::find_text;
use crate::same_pictures::{SamePicture, shows_picture};

/// What a messenger's export calls the small form of a photo, behind its name.
const THUMBNAIL: &str = "_thumb";

/// A picture that came in a mail or a zip.
#[derive(Debug)]
pub(crate) struct Carried {
    pub picture: ReceivedPicture,
    /// Where it lies in that.
    pub place: PathBuf,
}

/// What is known of a text when photos are given to it.
pub(crate) struct TextToPlace<'a> {
    /// The pictures that stand in it.
    pub pictures: &'a [ReceivedPicture],
    /// The photos beside its file that it names as its own.
    pub named: &'a [PathBuf],
    /// Where it lies in the file, and in what there.
    pub seats: &'a [PathBuf],
}

/// Photos by text, and those of which it is not sure.
#[derive(Debug)]
pub(crate) struct Placed<T> {
    pub of_text: Vec<Vec<T>>,
    pub open: Vec<T>,
}

impl<T> Placed<T> {
    fn of(photos: Vec<T>, texts: usize, find: impl Fn(&T) -> Option<usize>) -> Placed<T> {
        let mut placed = Placed {
            of_text: (0..texts).map(|_| Vec::new()).collect(),
            open: Vec::new(),
        };
        for photo in photos {
            let place = find(&photo);
            match place.and_then(|at| placed.of_text.get_mut(at)) {
                Some(list) => list.push(photo),
                None => placed.open.push(photo),
            }
        }
        placed
    }
}

/// Gives pictures that came in a mail or a zip to its texts: to the only one; of several, to the one that shows it too,
/// else by folders and names.
pub(crate) fn place_carried(pictures: Vec<Carried>, texts: &[TextToPlace<'_>]) -> Placed<Carried> {
    let seats = seats_of(texts);
    Placed::of(pictures, texts.len(), |carried| match texts {
        [_] => Some(0),
        _ => texts
            .iter()
            .position(|text| shows_picture(text.pictures, &carried.picture))
            .or_else(|| find_text(&seats, &carried.place)),
    })
}

/// Photos that lie beside a file.
#[derive(Debug)]
pub(crate) struct PlacedBeside {
    /// Those that no text names itself.
    pub placed: Placed<PathBuf>,
    /// By text: small forms of the photos that it names, which are left.
    pub small: Vec<Vec<(PathBuf, SamePicture)>>,
}

/// Gives photos that lie beside a file to its texts: what a text names as its own is its alone; the others go to the only
/// text, or to the one by whose name they are called.
pub(crate) fn place_beside(photos: &[PathBuf], texts: &[TextToPlace<'_>]) -> PlacedBeside {
    let seats = seats_of(texts);
    let named: BTreeSet<&PathBuf> = texts.iter().flat_map(|text| text.named).collect();
    let mut small: Vec<Vec<_>> = texts.iter().map(|_| Vec::new()).collect();
    let mut others = Vec::new();
    for photo in photos.iter().filter(|photo| !named.contains(photo)) {
        let large = large_form(photo).filter(|large| named.contains(large));
        let of_text = texts.iter().position(|text| {
            large
                .as_ref()
                .is_some_and(|large| text.named.contains(large))
        });
        match (large, of_text.and_then(|at| small.get_mut(at))) {
            (Some(large), Some(small)) => small.push((
                photo.clone(),
                SamePicture {
                    left: name_of(photo),
                    taken: name_of(&large),
                },
            )),
            _ => others.push(photo.clone()),
        }
    }
    let placed = Placed::of(others, texts.len(), |photo| {
        let name = photo.file_name().map_or(Path::new(""), Path::new);
        find_text(&seats, name)
    });
    PlacedBeside { placed, small }
}

fn seats_of<'a>(texts: &[TextToPlace<'a>]) -> Vec<&'a [PathBuf]> {
    texts.iter().map(|text| text.seats).collect()
}

/// The photo of which another is the small form, by their names.
fn large_form(photo: &Path) -> Option<PathBuf> {
    let stem = photo.file_stem().and_then(OsStr::to_str)?;
    let ending = photo.extension().and_then(OsStr::to_str)?;
    let large = stem.strip_suffix(THUMBNAIL)?;
    Some(photo.with_file_name(format!("{large}.{ending}")))
}
