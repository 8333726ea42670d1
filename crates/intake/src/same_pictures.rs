//! One picture that came twice, inside a document and beside it, is one photo: the larger is taken, with what is written
//! for the other.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use muragat_archive::{PhotoWords, ReceivedPicture};
use muragat_files::ReadWhole;
use muragat_photo::{Fingerprint, fingerprint, have_same_shape};

use crate::document_reader::name_of;

/// Larger photos beside a document are not read to be compared: 64 MiB, in bytes.
const COMPARED_LIMIT: u64 = 64 << 20;

/// A picture that was left, since the same is taken.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SamePicture {
    /// How it is called.
    pub left: String,
    /// How the one is called that is taken.
    pub taken: String,
}

/// The pictures of one text, each once.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    /// Those that came inside, in a document or with it in a mail or zip.
    pub pictures: Vec<ReceivedPicture>,
    /// What the document says of photos beside it.
    pub said: BTreeMap<PathBuf, PhotoWords>,
    /// What was left.
    pub same: Vec<SamePicture>,
}

/// A picture that came beside a document.
struct Beside {
    /// None: it came in the same mail or zip.
    path: Option<PathBuf>,
    picture: Option<ReceivedPicture>,
    name: String,
    sha256: String,
    size: Option<(u32, u32)>,
    print: Option<Fingerprint>,
    words: PhotoWords,
}

/// Joins pictures that are the same. `inside` stand in the document, `carried` came with it in a mail or zip, `photos` lie
/// beside it. Of equal bytes one is taken; a picture inside that is not larger than the same one beside gives way to it.
pub(crate) fn join_same_pictures(
    inside: Vec<ReceivedPicture>,
    carried: Vec<ReceivedPicture>,
    photos: &[PathBuf],
) -> Joined {
    let mut joined = Joined::default();
    if inside.is_empty() && carried.is_empty() {
        return joined;
    }
    let sizes: Vec<(u32, u32)> = inside
        .iter()
        .filter_map(|picture| size_of(&picture.bytes))
        .collect();
    let mut beside: Vec<Beside> = photos
        .iter()
        .filter_map(|path| see_photo(path, &sizes))
        .collect();
    for picture in carried {
        let seen = see(&picture.bytes, &sizes);
        match beside.iter_mut().find(|one| one.sha256 == seen.sha256) {
            Some(one) => {
                joined.same.push(one.take_the_place_of(picture));
            }
            None => beside.push(Beside {
                name: picture.name.clone(),
                words: PhotoWords {
                    caption: picture.caption.clone(),
                    alternative: picture.alternative.clone(),
                    ..PhotoWords::default()
                },
                picture: Some(picture),
                ..seen
            }),
        }
    }
    let mut own: Vec<Beside> = Vec::new();
    for picture in inside {
        let sha256 = muragat_files::sha256(&picture.bytes);
        let equal = beside
            .iter_mut()
            .chain(&mut own)
            .find(|one| one.sha256 == sha256);
        if let Some(one) = equal {
            joined.same.push(one.take_the_place_of(picture));
        } else if let Some(at) = find_larger(&beside, &picture.bytes) {
            joined.same.push(beside[at].take_the_place_of(picture));
        } else {
            own.push(Beside {
                path: None,
                name: picture.name.clone(),
                sha256,
                size: None,
                print: None,
                words: PhotoWords {
                    caption: picture.caption.clone(),
                    alternative: picture.alternative.clone(),
                    ..PhotoWords::default()
                },
                picture: Some(picture),
            });
        }
    }
    for one in own.into_iter().chain(beside) {
        match (one.path, one.picture) {
            (Some(path), _) if one.words != PhotoWords::default() => {
                joined.said.insert(path, one.words);
            }
            (None, Some(picture)) => joined.pictures.push(ReceivedPicture {
                caption: one.words.caption,
                alternative: one.words.alternative,
                ..picture
            }),
            _ => {}
        }
    }
    joined
}

/// Whether a document shows a picture, in whatever size.
pub(crate) fn shows_picture(inside: &[ReceivedPicture], picture: &ReceivedPicture) -> bool {
    let sizes: Vec<(u32, u32)> = inside
        .iter()
        .filter_map(|picture| size_of(&picture.bytes))
        .collect();
    let beside = [see(&picture.bytes, &sizes)];
    inside
        .iter()
        .any(|own| own.bytes == picture.bytes || find_larger(&beside, &own.bytes).is_some())
}

impl Beside {
    /// Leaves a picture that is the same as this one; what is written for it is this one's, if that has nothing.
    fn take_the_place_of(&mut self, picture: ReceivedPicture) -> SamePicture {
        self.words.caption = self.words.caption.take().or(picture.caption);
        self.words.alternative = self.words.alternative.take().or(picture.alternative);
        SamePicture {
            left: picture.name,
            taken: self.name.clone(),
        }
    }
}

/// Which of those beside is the same picture and at least as large.
fn find_larger(beside: &[Beside], bytes: &[u8]) -> Option<usize> {
    let size = size_of(bytes)?;
    let mut print: Option<Fingerprint> = None;
    for (at, one) in beside.iter().enumerate() {
        let (Some(others), true) = (&one.print, may_be_smaller(size, one.size)) else {
            continue;
        };
        // decoded only here: most pictures have nothing beside them that they could be
        if print.is_none() {
            print = Some(fingerprint(bytes)?);
        }
        if print
            .as_ref()
            .is_some_and(|own| own.is_same_picture(others))
        {
            return Some(at);
        }
    }
    None
}

/// A photo beside the document; none where it is too large to be compared, or cannot be read: that is told as it is taken.
fn see_photo(path: &Path, sizes: &[(u32, u32)]) -> Option<Beside> {
    let bytes = match muragat_files::read_whole(path, COMPARED_LIMIT) {
        Ok(ReadWhole::Bytes(bytes)) => bytes,
        Ok(ReadWhole::TooLong(_)) | Err(_) => return None,
    };
    Some(Beside {
        path: Some(path.to_owned()),
        name: name_of(path),
        ..see(&bytes, sizes)
    })
}

/// What is needed to compare a picture with those that stand in a document.
fn see(bytes: &[u8], sizes: &[(u32, u32)]) -> Beside {
    let size = size_of(bytes);
    let is_wanted = sizes.iter().any(|inside| may_be_smaller(*inside, size));
    Beside {
        path: None,
        picture: None,
        name: String::new(),
        sha256: muragat_files::sha256(bytes),
        size,
        print: if is_wanted { fingerprint(bytes) } else { None },
        words: PhotoWords::default(),
    }
}

fn may_be_smaller(inside: (u32, u32), beside: Option<(u32, u32)>) -> bool {
    let pixels = |(width, height): (u32, u32)| u64::from(width) * u64::from(height);
    beside.is_some_and(|beside| have_same_shape(inside, beside) && pixels(inside) <= pixels(beside))
}

fn size_of(bytes: &[u8]) -> Option<(u32, u32)> {
    let seen = muragat_photo::describe(bytes).ok()?;
    seen.width.zip(seen.height)
}
