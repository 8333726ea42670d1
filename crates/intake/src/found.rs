//! What is found in a document: its own text with its pictures, and the releases and photos that it only carries.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use muragat_archive::record::LeftOutRecord;
use muragat_archive::{Error, ReceivedFile, ReceivedPicture, ReceivedText, TEXT_LIMIT, Unread};
use muragat_document::{Document, Doubt, Enclosed, Format, LeftOutKind, Post};
use muragat_files::ReadWhole;

use crate::described::{
    MOST_LEFT_OUT, describe_file, find_beside, is_small, left_out_of, name_of_kind, source_of,
};
use crate::document_reader::{DOCUMENT_LIMIT, DocumentReader, PageWatch, name_of};
use crate::subject::text_under_subject;
use crate::unread;

/// So deep documents lie in documents: a mail in a mailbox in a zip.
const DEEPEST: u32 = 4;
/// A mail that only sends a document on says less than this, in characters.
const LONGEST_COVERING_NOTE: usize = 900;
/// What one attaches as the release itself: a mail with another text beside it is a text of its own.
const OFFICE: [&str; 9] = [
    "docx", "docm", "doc", "odt", "fodt", "rtf", "pdf", "pptx", "xml",
];

/// What is found in a file.
#[derive(Debug)]
pub enum Found {
    /// A text that may become an article. `inside`: how what it lies in calls it, where it is not the file itself.
    Release {
        /// The text with all that brought it.
        text: ReceivedText,
        /// Its name inside.
        inside: Option<String>,
        /// Photos that lie beside the file and belong to it: those of a channel's post.
        photos: Vec<PathBuf>,
        /// What the file is that its text stands in: `docx`, `eml` …
        format: &'static str,
        /// Where it lies in the file, and in what there, the outermost first: a photo beside one of these may be its.
        seats: Vec<PathBuf>,
    },
    /// A picture that came with it, in a mail or a zip.
    Picture {
        /// The picture.
        picture: ReceivedPicture,
        /// Where it lies in the file, with the folders there.
        place: PathBuf,
    },
    /// What cannot be read.
    Refused {
        /// Its name inside; none for the file itself.
        inside: Option<String>,
        /// Why; the error names it too.
        why: Error,
        /// All that brought it, with why nothing was read of the last: to be kept, where one wishes. Empty where there is
        /// nothing to keep.
        files: Vec<ReceivedFile>,
    },
}

/// Leaves of what is in a file what is called so inside it; none: the file itself. The pictures stay with the only text.
pub(crate) fn keep_called(found: &mut Vec<Found>, name: Option<&str>) {
    let is_release = |one: &&Found| matches!(one, Found::Release { .. });
    let is_only = found.iter().filter(is_release).count() == 1;
    found.retain(|one| match one {
        Found::Release { inside, .. } | Found::Refused { inside, .. } => inside.as_deref() == name,
        Found::Picture { .. } => is_only,
    });
}

/// What lies in something else, and how deep.
struct Place<'a> {
    reader: &'a DocumentReader,
    /// The files in which it lies, the outermost first.
    around: &'a [ReceivedFile],
    depth: u32,
    /// Where it lies in the outermost file, and all in which it lies there; of that file itself nothing.
    seats: &'a [PathBuf],
    /// The folder in which the file lies.
    beside: Option<&'a Path>,
    watch: &'a PageWatch<'a>,
}

impl DocumentReader {
    /// What is in a file.
    ///
    /// # Errors
    /// [`Error::FileMissing`], [`Error::FileUnreadable`]; [`Error::DocumentUnread`] for one that is too large.
    pub fn read_file(&self, path: &Path) -> Result<Vec<Found>, Error> {
        self.read_watched_file(path, &|_, _| true)
    }

    /// The same; `watch` is told of pages that are read in their pictures, which takes seconds each.
    ///
    /// # Errors
    /// As [`DocumentReader::read_file`]; [`Error::Cancelled`].
    pub(crate) fn read_watched_file(
        &self,
        path: &Path,
        watch: &PageWatch<'_>,
    ) -> Result<Vec<Found>, Error> {
        let read = muragat_files::read_whole(path, DOCUMENT_LIMIT)
            .map_err(|error| Error::reading(path, &error))?;
        let name = name_of(path);
        match read {
            ReadWhole::Bytes(bytes) => {
                let beside = path.parent().unwrap_or(Path::new(""));
                Ok(find_in_document(self, &name, bytes, Some(beside), watch))
            }
            ReadWhole::TooLong(_) => Err(Error::DocumentUnread {
                file: name,
                why: Unread::TooLarge,
            }),
        }
    }
}

/// What is in the bytes of a file.
pub(crate) fn find_in_document(
    reader: &DocumentReader,
    name: &str,
    bytes: Vec<u8>,
    beside: Option<&Path>,
    watch: &PageWatch<'_>,
) -> Vec<Found> {
    let place = Place {
        reader,
        around: &[],
        depth: 0,
        seats: &[],
        beside,
        watch,
    };
    find(&place, name, bytes)
}

/// What is in the bytes of a file; one that cannot be read is refused, with its bytes.
fn find(place: &Place<'_>, name: &str, bytes: Vec<u8>) -> Vec<Found> {
    match read(place, name, &bytes) {
        Ok((format, document)) => find_in(place, name, bytes, format, document),
        Err(why) => vec![refuse(place, name, bytes, why)],
    }
}

/// Reads the bytes of a file; gives what it is, too.
fn read(place: &Place<'_>, name: &str, bytes: &[u8]) -> Result<(Format, Document), Error> {
    if bytes.is_empty() {
        return Err(Error::TextEmpty {
            file: name.to_owned(),
        });
    }
    if is_packed(bytes) {
        return Err(not_read(name, Unread::Packed));
    }
    let Some(format) = muragat_document::recognise(bytes) else {
        return Err(Error::TextBinary {
            file: name.to_owned(),
        });
    };
    if format == Format::Text
        && let Some(other) = muragat_language::document_format(bytes)
    {
        return Err(not_read(name, other.into()));
    }
    if format == Format::Text && bytes.len() as u64 > TEXT_LIMIT {
        return Err(Error::TextTooLarge {
            file: name.to_owned(),
            size: bytes.len() as u64,
            limit: TEXT_LIMIT,
        });
    }
    let read = place.reader.read(name, format, bytes, place.watch);
    let document = read.map_err(|error| match error {
        Error::DocumentUnread {
            file,
            why: Unread::Empty,
        } if format == Format::Text => Error::TextEmpty { file },
        other => other,
    })?;
    Ok((format, document))
}

/// What is in a file that was read.
fn find_in(
    place: &Place<'_>,
    name: &str,
    bytes: Vec<u8>,
    format: Format,
    document: Document,
) -> Vec<Found> {
    match format {
        Format::Text => find_plain_text(place, name, bytes, &document),
        Format::Zip | Format::Mbox => {
            let lost = find_lost(place, name, &document);
            let mut found = find_enclosed(place, document.enclosed);
            found.extend(lost);
            found
        }
        Format::TelegramJson | Format::TelegramHtml => {
            let file = describe_file(name, format, bytes, &document);
            find_posts(place, &file, document.posts)
        }
        Format::Eml | Format::Msg | Format::Tnef => find_in_mail(place, name, bytes, document),
        _ => {
            let file = describe_file(name, format, bytes, &document);
            vec![make_release(place, file, &document)]
        }
    }
}

/// A file that cannot be read, with its bytes where these may be kept.
fn refuse(place: &Place<'_>, name: &str, bytes: Vec<u8>, why: Error) -> Found {
    let files = match unread::describe(name, bytes, &why) {
        Some(file) => place.around.iter().cloned().chain([file]).collect(),
        None => Vec::new(),
    };
    Found::Refused {
        inside: inside(place, name),
        why,
        files,
    }
}

/// A text that decodes without a doubt is kept as it came; another is what its reader made of it.
fn find_plain_text(
    place: &Place<'_>,
    name: &str,
    bytes: Vec<u8>,
    document: &Document,
) -> Vec<Found> {
    if document.doubts.is_empty()
        && let Ok(decoded) = muragat_language::decode(&bytes)
    {
        let own = ReceivedText::of_plain_text(name, &bytes, decoded);
        let files = place.around.iter().cloned().chain(own.files).collect();
        return vec![Found::Release {
            text: ReceivedText { files, ..own },
            inside: inside(place, name),
            photos: Vec::new(),
            format: Format::Text.code(),
            seats: seats_of(place, name),
        }];
    }
    let file = describe_file(name, Format::Text, bytes, document);
    vec![make_release(place, file, document)]
}

/// A mail's own text, unless it only sends documents on; then theirs, with the mail beside them.
fn find_in_mail(
    place: &Place<'_>,
    name: &str,
    bytes: Vec<u8>,
    mut document: Document,
) -> Vec<Found> {
    let enclosed = std::mem::take(&mut document.enclosed);
    let format = document.format;
    let own_text = document.text();
    let mail = describe_file(name, format, bytes, &document);
    let around: Vec<ReceivedFile> = place.around.iter().cloned().chain([mail.clone()]).collect();
    let inside_mail = Place {
        around: &around,
        ..*place
    };
    let carried = find_enclosed(&inside_mail, enclosed);
    let own = own_text.chars().count();
    let own_words = fold_words(&own_text);
    let sends_on = |found: &Found| match found {
        Found::Release { text, format, .. } if OFFICE.contains(format) => {
            let is_note = own < LONGEST_COVERING_NOTE && own < text.text.chars().count();
            // or the same text stands in both: then the document is the release, with its pictures
            own == 0 || is_note || holds_words(&fold_words(&text.text), &own_words)
        }
        _ => false,
    };
    if carried.iter().any(sends_on) {
        return carried
            .into_iter()
            .map(|found| note_covering_text(found, place.around.len(), &own_text))
            .chain(lay_pictures(place, &document, name))
            .collect();
    }
    let mut found = Vec::new();
    let mut others = Vec::new();
    let mut pictures = Vec::new();
    let mut mail = mail;
    for one in carried {
        match one {
            // the same text as an attachment is no second release; its pictures are photos of this one
            Found::Release { text, .. } if holds_words(&own_words, &fold_words(&text.text)) => {
                if let Some(derivation) = &mut mail.record.derivation {
                    derivation.left_out.push(LeftOutRecord {
                        kind: "same_text".to_owned(),
                        text: text
                            .files
                            .last()
                            .map_or_else(String::new, |file| file.record.name.clone()),
                    });
                }
                pictures.extend(text.pictures);
            }
            other => others.push(other),
        }
    }
    if own > 0 || others.is_empty() {
        let mut own = make_release(place, mail, &document);
        if let Found::Release { text, .. } = &mut own {
            text.text = text_under_subject(&document, std::mem::take(&mut text.text));
            text.pictures.extend(pictures);
        }
        found.push(own);
    }
    found.extend(others);
    found
}

/// Notes beside the mail that its own words are not in the text.
fn note_covering_text(mut found: Found, mail: usize, words: &str) -> Found {
    if let Found::Release { text, .. } = &mut found
        && !words.trim().is_empty()
        && let Some(file) = text.files.get_mut(mail)
        && let Some(derivation) = &mut file.record.derivation
    {
        derivation.left_out.push(LeftOutRecord {
            kind: name_of_kind(LeftOutKind::CoveringNote),
            text: words.trim().chars().take(400).collect(),
        });
    }
    found
}

/// Words without what differs between two forms of one text.
fn fold_words(text: &str) -> Vec<String> {
    muragat_language::words(text)
        .map(|word| muragat_language::fold(word.text))
        .collect()
}

/// Whether most words of one text stand in the other: four in five, as titles, captions and greetings differ.
fn holds_words(all: &[String], some: &[String]) -> bool {
    let known: std::collections::HashSet<&String> = all.iter().collect();
    let held = some.iter().filter(|word| known.contains(word)).count();
    !some.is_empty() && held * 5 >= some.len() * 4
}

/// The files that something carries: documents are read, pictures are photos, and what is neither stays where it is.
fn find_enclosed(place: &Place<'_>, enclosed: Vec<Enclosed>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut taken = BTreeSet::new();
    for file in enclosed {
        let name = file.name.rsplit('/').next().unwrap_or_default().to_owned();
        let lies_at = find_free_place(place, &file.name, &mut taken);
        if let Ok(seen) = muragat_photo::describe(&file.bytes) {
            if !is_small(&seen) {
                found.push(Found::Picture {
                    picture: ReceivedPicture {
                        name,
                        bytes: file.bytes,
                        caption: None,
                        alternative: None,
                    },
                    place: lies_at,
                });
            }
            continue;
        }
        if place.depth >= DEEPEST {
            found.push(Found::Refused {
                inside: Some(name.clone()),
                why: not_read(&name, Unread::TooLarge),
                files: Vec::new(),
            });
            continue;
        }
        let seats: Vec<PathBuf> = place.seats.iter().cloned().chain([lies_at]).collect();
        let below = Place {
            depth: place.depth + 1,
            seats: &seats,
            ..*place
        };
        found.extend(find(&below, &name, file.bytes));
    }
    found
}

/// Where a file lies in the outermost one. Two of one name, as mails have them, lie in folders of their own, so that
/// each can be found again.
fn find_free_place(place: &Place<'_>, name: &str, taken: &mut BTreeSet<PathBuf>) -> PathBuf {
    let around = place.seats.last().map_or(Path::new(""), PathBuf::as_path);
    // a name never leads out of what it lies in
    let steps = name
        .split('/')
        .filter(|step| !matches!(*step, "" | "." | ".."));
    let steps: PathBuf = steps.collect();
    let mut free = around.join(&steps);
    let mut number = 1;
    while !taken.insert(free.clone()) {
        number += 1;
        free = around.join(number.to_string()).join(&steps);
    }
    free
}

/// Where a text lies, and all in which it lies.
fn seats_of(place: &Place<'_>, name: &str) -> Vec<PathBuf> {
    let own = find_free_place(place, name, &mut BTreeSet::new());
    place.seats.iter().cloned().chain([own]).collect()
}

/// What a zip or a mailbox has and does not give: it is in no library, and is told like what cannot be read.
fn find_lost(place: &Place<'_>, name: &str, document: &Document) -> Vec<Found> {
    let refuse = |inside: Option<String>, name: &str, why: Unread| Found::Refused {
        inside,
        why: not_read(name, why),
        files: Vec::new(),
    };
    let mut lost = Vec::new();
    for left in &document.left_out {
        let why = match left.kind {
            LeftOutKind::LockedFile => Unread::Locked,
            LeftOutKind::DamagedFile => Unread::Damaged,
            _ => continue,
        };
        let file = left.text.rsplit('/').next().unwrap_or_default();
        lost.push(refuse(Some(file.to_owned()), file, why));
    }
    // of what is gone with its name no more is known than in what it lay
    let has = |doubt: &Doubt| document.doubts.contains(doubt);
    let rest = match () {
        () if has(&Doubt::CutOff) => Some(Unread::TooLarge),
        () if has(&Doubt::Damaged) && lost.is_empty() => Some(Unread::Damaged),
        () => None,
    };
    lost.extend(rest.map(|why| refuse(inside(place, name), name, why)));
    lost
}

/// Each post of a channel is a text of its own; all came in the one file.
fn find_posts(place: &Place<'_>, export: &ReceivedFile, posts: Vec<Post>) -> Vec<Found> {
    let mut found = Vec::with_capacity(posts.len());
    for post in posts {
        let mut file = export.clone();
        file.record.source = source_of(&post.document.properties);
        let (photos, missing) = match place.beside {
            Some(folder) => find_beside(folder, &post),
            None => (Vec::new(), Vec::new()),
        };
        let left_out = left_out_of(&post.document).into_iter().chain(missing);
        if let Some(derivation) = &mut file.record.derivation {
            derivation.left_out.extend(left_out);
            derivation.left_out.truncate(MOST_LEFT_OUT);
        }
        let names_photos = post.files.iter().any(|file| file.is_photo);
        if post.document.text().trim().is_empty() && !names_photos {
            continue;
        }
        if let Found::Release { text, format, .. } = make_release(place, file, &post.document) {
            found.push(Found::Release {
                text: ReceivedText {
                    has_own_file: false,
                    ..text
                },
                seats: seats_of(place, &post.id),
                inside: Some(post.id),
                photos,
                format,
            });
        }
    }
    found
}

/// The document's own text, with its pictures.
fn make_release(place: &Place<'_>, file: ReceivedFile, document: &Document) -> Found {
    let name = file.record.name.clone();
    let text = document.text();
    let format = document.format.code();
    let pictures = document_pictures(document, &name).collect();
    Found::Release {
        text: ReceivedText {
            files: place.around.iter().cloned().chain([file]).collect(),
            text,
            pictures,
            has_own_file: true,
        },
        inside: inside(place, &name),
        photos: Vec::new(),
        format,
        seats: seats_of(place, &name),
    }
}

/// The pictures that stand in a document and may be photos, called after it.
fn document_pictures<'a>(
    document: &'a Document,
    name: &'a str,
) -> impl Iterator<Item = ReceivedPicture> + 'a {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    document
        .pictures
        .iter()
        .enumerate()
        .filter_map(move |(at, picture)| {
            let seen = muragat_photo::describe(&picture.bytes).ok()?;
            if is_small(&seen) {
                return None;
            }
            Some(ReceivedPicture {
                name: format!("{stem}-{}.{}", at + 1, seen.extension),
                bytes: picture.bytes.clone(),
                caption: picture.caption.clone(),
                alternative: picture.alternative.clone(),
            })
        })
}

/// The pictures that stand in a mail whose own words are no text of the archive: they lie beside what it sends on.
fn lay_pictures<'a>(
    place: &'a Place<'_>,
    document: &'a Document,
    name: &'a str,
) -> impl Iterator<Item = Found> + 'a {
    let mut taken = BTreeSet::new();
    document_pictures(document, name).map(move |picture| Found::Picture {
        place: find_free_place(place, &picture.name, &mut taken),
        picture,
    })
}

fn inside(place: &Place<'_>, name: &str) -> Option<String> {
    (place.depth > 0).then(|| name.to_owned())
}

/// RAR and 7z: the archives that people send besides zip.
fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"Rar!\x1a\x07") || bytes.starts_with(b"7z\xbc\xaf\x27\x1c")
}

fn not_read(name: &str, why: Unread) -> Error {
    Error::DocumentUnread {
        file: name.to_owned(),
        why,
    }
}
