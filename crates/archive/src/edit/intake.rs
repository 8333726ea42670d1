//! Intake: bytes as received become an article, with its original, its photos and, where asked, all
//! that the app reads in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use muragat_language as language;
use muragat_language::Reading;

use crate::edit::attachment::Attachment;
use crate::edit::received_text::{PhotoWords, ReceivedText};
use crate::error::Error;
use crate::finding::other_version::AlikeArticle;
use crate::store::door::Outcome;
use crate::store::files;
use crate::store::library::Archive;
use crate::tagging::accept::Doubt;

/// Longer texts are refused: 10 MiB, in bytes. A 600-page book is 2 MB.
pub const TEXT_LIMIT: u64 = 10 << 20;

/// What goes with an article as it is added.
#[derive(Debug, Clone, Default)]
pub struct Intake {
    /// Photos to attach, in order.
    pub photos: Vec<PathBuf>,
    /// What a document says of those of them that it shows too.
    pub said: BTreeMap<PathBuf, PhotoWords>,
    /// Credit line of those photos.
    pub credit: Option<String>,
    /// Accept all that the app reads in the article.
    pub accept: bool,
    /// The unit it lies in, a UUID or codes; none: the in-tray.
    pub unit: Option<String>,
    /// An event that it reports, by UUID.
    pub event: Option<String>,
    /// Added even where the library has the same text already.
    pub again: bool,
    /// Files of texts that the library has already are kept as further originals of these.
    pub keep_forms: bool,
    /// Files of which nothing can be read are kept as originals of drafts without words.
    pub keep_unread: bool,
}

/// An article that was added, or whose originals a file was added to.
#[derive(Debug)]
pub struct Added {
    /// UUIDv7.
    pub id: String,
    /// Its automatic reference.
    pub reference: String,
    /// Title line.
    pub title: String,
    /// What came of its photos.
    pub photos: Attachment,
    /// Where all was accepted and it was not sure who is meant.
    pub doubts: Vec<Doubt>,
    /// An article that was there before, of which this may be another version.
    pub alike: Option<AlikeArticle>,
    /// Whether the article was there, and the file is kept as a further original of it.
    pub is_form: bool,
}

/// The text of a file, decoded, without blank lines at its ends, for a draft's body.
///
/// # Errors
/// [`Error::FileUnreadable`], [`Error::TextEmpty`], [`Error::TextBinary`], [`Error::TextTooLarge`],
/// [`Error::DocumentUnread`].
pub fn read_text(path: &Path) -> Result<String, Error> {
    let text = decode_file(&path.display().to_string(), &load_text(path)?)?.text;
    Ok(text.trim_matches('\n').trim_end().to_owned())
}

/// The text of a list, decoded: of a table, which is no release.
///
/// # Errors
/// As [`read_text`], but [`Error::DocumentUnread`] only for what is no table.
pub(crate) fn read_list(path: &Path) -> Result<String, Error> {
    let file = path.display().to_string();
    let bytes = load_text(path)?;
    let decoded = match language::document_format(&bytes) {
        Some(language::DocumentFormat::Table) => decode_text(&file, &bytes)?,
        _ => decode_file(&file, &bytes)?,
    };
    Ok(decoded.text.trim_matches('\n').trim_end().to_owned())
}

fn load_text(path: &Path) -> Result<Vec<u8>, Error> {
    files::read_whole(path, TEXT_LIMIT)?.map_err(|size| Error::TextTooLarge {
        file: path.display().to_string(),
        size,
        limit: TEXT_LIMIT,
    })
}

/// The text of a file: mark-up, headers and tables are no words of a release, though many of them decode as text.
fn decode_file(file: &str, bytes: &[u8]) -> Result<language::Decoded, Error> {
    match language::document_format(bytes) {
        Some(format) => Err(Error::DocumentUnread {
            file: file.to_owned(),
            why: format.into(),
        }),
        None => decode_text(file, bytes),
    }
}

pub(crate) fn decode_text(file: &str, bytes: &[u8]) -> Result<language::Decoded, Error> {
    if bytes.len() as u64 > TEXT_LIMIT {
        return Err(Error::TextTooLarge {
            file: file.to_owned(),
            size: bytes.len() as u64,
            limit: TEXT_LIMIT,
        });
    }
    language::decode(bytes).map_err(|why| match why {
        language::DecodeError::Empty => Error::TextEmpty {
            file: file.to_owned(),
        },
        language::DecodeError::Binary => Error::TextBinary {
            file: file.to_owned(),
        },
    })
}

impl Archive {
    /// What the app reads in a text when it knows the archive's own parties.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn read_text(&self, text: &str) -> Result<Reading, Error> {
        Ok(language::read_with(text, &*self.lexicon()?))
    }

    /// Adds a text file as an article, in one op.
    ///
    /// # Errors
    /// As [`read_text`]; [`Error::DuplicateRelease`] where the same text is in the library already.
    pub fn add(&mut self, path: &Path, with: &Intake) -> Result<Outcome<Added>, Error> {
        let bytes = load_text(path)?;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        self.add_text(&name, &bytes, with)
    }

    /// Adds a text that came otherwise, such as from the clipboard, as an article, in one op.
    ///
    /// # Errors
    /// As [`Archive::add`].
    pub fn add_text(
        &mut self,
        name: &str,
        bytes: &[u8],
        with: &Intake,
    ) -> Result<Outcome<Added>, Error> {
        let decoded = decode_file(name, bytes)?;
        let received = ReceivedText::of_plain_text(name, bytes, decoded);
        self.add_received(received, with)
    }

    /// Adds a text of any format as an article, in one op.
    ///
    /// # Errors
    /// As [`Archive::prepare_text`] and [`Archive::add_prepared`].
    pub fn add_received(
        &mut self,
        received: ReceivedText,
        with: &Intake,
    ) -> Result<Outcome<Added>, Error> {
        let prepared = self.prepare_text(received, with, &mut |_| true)?;
        let outcome = self.add_prepared(vec![prepared], &mut |_| true)?;
        let Outcome {
            mut value,
            op,
            nouns,
            touched,
        } = outcome;
        // one was given, so that one came back
        let added = value.pop().unwrap_or_else(|| {
            Err(Error::TextEmpty {
                file: String::new(),
            })
        });
        added.map(|value| Outcome {
            value,
            op,
            nouns,
            touched,
        })
    }
}

/// The ending of a received file's name, fit for the store.
pub(crate) fn file_extension(name: &str) -> String {
    let ending = Path::new(name)
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    match ending.is_empty()
        || ending.len() > 8
        || !ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        true => "txt".to_owned(),
        false => ending,
    }
}
