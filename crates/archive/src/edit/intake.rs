//! Intake: bytes as received become an article, with its original, its photos and, where asked, all
//! that the app reads in it.

use std::path::{Path, PathBuf};

use muragat_language as language;
use muragat_language::Reading;
use rusqlite::OptionalExtension;

use crate::edit::attachment;
use crate::edit::attachment::Attachment;
use crate::error::Error;
use crate::nouns::article::Article;
use crate::nouns::event::Event;
use crate::nouns::file::File;
use crate::nouns::version::Version;
use crate::nouns::{article, event, unit, version};
use crate::record::terms::{Access, OpKind, Relation, State};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::originals::Facts;
use crate::store::{files, rows};
use crate::tagging::accept;
use crate::tagging::accept::Doubt;
use crate::values;

/// Longer texts are refused: 10 MiB, in bytes. A 600-page book is 2 MB.
pub const TEXT_LIMIT: u64 = 10 << 20;

/// What goes with an article as it is added.
#[derive(Debug, Clone, Default)]
pub struct Intake {
    /// Photos to attach, in order.
    pub photos: Vec<PathBuf>,
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
}

/// An article that was added.
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
}

/// What the app reads in a text file; needs no library.
///
/// # Errors
/// [`Error::FileUnreadable`], [`Error::TextEmpty`], [`Error::TextBinary`], [`Error::TextTooLarge`],
/// [`Error::DocumentUnread`].
pub fn read_file(path: &Path) -> Result<Reading, Error> {
    let file = path.display().to_string();
    Ok(language::read(&decode_file(&file, &load_text(path)?)?.text))
}

/// The text of a file, decoded, without blank lines at its ends, for a draft's body.
///
/// # Errors
/// As [`read_file`].
pub fn read_text(path: &Path) -> Result<String, Error> {
    let text = decode_file(&path.display().to_string(), &load_text(path)?)?.text;
    Ok(text.trim_matches('\n').trim_end().to_owned())
}

/// The text of a list, decoded: of a table, which is no release.
///
/// # Errors
/// As [`read_file`], but [`Error::DocumentUnread`] only for what is no table.
pub(crate) fn read_list(path: &Path) -> Result<String, Error> {
    let file = path.display().to_string();
    let bytes = load_text(path)?;
    let decoded = match language::document_format(&bytes) {
        Some(language::DocumentFormat::Table) => decode_text(&file, &bytes)?,
        _ => decode_file(&file, &bytes)?,
    };
    Ok(decoded.text.trim_matches('\n').trim_end().to_owned())
}

/// Text files in the order in which they are numbered when they are added together: of their dates, then of their
/// titles. What has no date, or cannot be read, comes last.
pub fn in_order_of_date(paths: &[PathBuf]) -> Vec<PathBuf> {
    let key = |path: &PathBuf| {
        let read = load_text(path).and_then(|bytes| decode_text("", &bytes));
        let (title, date) = match read {
            Ok(decoded) => language::title_and_date(&decoded.text),
            Err(_) => (String::new(), None),
        };
        let day = date.as_deref().map(rows::day_in_order);
        (day.is_none(), day, language::sort_key(&title))
    };
    let mut ordered = paths.to_vec();
    ordered.sort_by_cached_key(key);
    ordered
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
            format,
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
    /// What the app reads in a text file when it knows the archive's own parties.
    ///
    /// # Errors
    /// As [`read_file`].
    pub fn read_file(&self, path: &Path) -> Result<Reading, Error> {
        let text = decode_file(&path.display().to_string(), &load_text(path)?)?.text;
        Ok(language::read_with(&text, &*self.lexicon()?))
    }

    /// Adds a text file as an article, in one op.
    ///
    /// # Errors
    /// As [`read_file`]; [`Error::DuplicateRelease`] where the same text is in the library already.
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
        let read = self.read_release(&decoded.text)?;
        let reading = read.reading();
        // what is accepted is what the window would suggest, read before the library is locked
        let suggested = match with.accept {
            true => Some(self.read_apart(&reading.title, &reading.body)?),
            false => None,
        };
        // told before the photos are read; asked again inside the op
        if !with.again {
            refuse_duplicate(self.connection(), name, bytes, reading)?;
        }
        let facts = Facts {
            extension: file_extension(name),
            media_type: "text/plain".to_owned(),
            ..Facts::default()
        };
        let stored = self.store_original(bytes, facts)?;
        let (incoming, refused) = self.receive_photos(&with.photos, &mut |_| true)?;
        let mut outcome = self.transact(OpKind::AddArticle, |tx| {
            if !with.again {
                refuse_duplicate(tx.sql(), name, bytes, reading)?;
            }
            let text = Text {
                language: reading.language.as_deref(),
                title: &reading.title,
                body: &reading.body,
                date: reading.date.as_deref(),
            };
            let (article, version) = start_draft(tx, &text, with)?;
            let id = article.id;
            let original_id = tx.register_original(&stored)?;
            enter_file(tx, version, original_id, name, decoded.encoding)?;
            let photos = enter_photos(tx, id, &incoming, with, reading)?;
            let doubts = match &suggested {
                Some(read) => {
                    let version = rows::get(tx.sql(), version)?;
                    accept::accept_open(tx, &version, read, None, None)?.doubts
                }
                None => Vec::new(),
            };
            Ok(Added {
                id: article.uuid,
                reference: article.reference,
                title: reading.title.clone(),
                photos,
                doubts,
            })
        })?;
        let photos = &mut outcome.value.photos;
        photos.refused.splice(0..0, refused);
        Ok(outcome)
    }
}

/// What a new article's first version says.
#[derive(Default)]
pub(crate) struct Text<'a> {
    pub language: Option<&'a str>,
    pub title: &'a str,
    pub body: &'a str,
    pub date: Option<&'a str>,
}

/// Enters a draft of a text where it belongs; gives it and its version's key.
pub(crate) fn start_draft(
    tx: &mut Tx<'_>,
    text: &Text<'_>,
    with: &Intake,
) -> Result<(Article, i64), Error> {
    let unit_id = match with.unit.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(name) => Some(unit::resolve(tx.sql(), name)?.id),
    };
    let now = tx.now().to_owned();
    let today = tx.today().to_owned();
    let year = values::year_of(text.date.unwrap_or(&today));
    let (reference, series, number) = article::next_reference(tx, unit_id, &year)?;
    let id = tx.insert(&Article {
        id: 0,
        uuid: String::new(),
        unit_id,
        reference,
        series: Some(series),
        number: Some(number),
        state: State::Draft,
        kind: None,
        outgoing_number: None,
        outgoing_date: None,
        publication_date: text.date.map(str::to_owned),
        captured_on: Some(today),
        source_url: None,
        rights: None,
        note: None,
        access: Access::Open,
        embargo_until: None,
        access_reason: None,
        access_decided_by: None,
        created_at: now,
    })?;
    let version = tx.insert(&Version {
        id: 0,
        uuid: String::new(),
        article_id: id,
        language: text.language.unwrap_or(version::UNDETERMINED).to_owned(),
        title: text.title.to_owned(),
        body: text.body.to_owned(),
        relation: Relation::Original,
        of_id: None,
        fixed_at: None,
    })?;
    if let Some(event) = &with.event {
        let event: Event = rows::by_uuid(tx.sql(), event)?;
        event::link_article(tx, id, event.id)?;
    }
    Ok((rows::get(tx.sql(), id)?, version))
}

/// Enters the bytes in which a version's text came.
pub(crate) fn enter_file(
    tx: &mut Tx<'_>,
    version_id: i64,
    original_id: i64,
    name: &str,
    encoding: language::Encoding,
) -> Result<(), Error> {
    tx.insert(&File {
        id: 0,
        uuid: String::new(),
        version_id,
        original_id,
        name: match name.is_empty() {
            true => "text.txt".to_owned(),
            false => name.to_owned(),
        },
        encoding: Some(encoding.label().to_owned()),
        ordinal: 1,
    })
    .map(drop)
}

/// With `accept`, photos without a credit of their own take the article's credits, in the order of both.
fn enter_photos(
    tx: &mut Tx<'_>,
    article: i64,
    incoming: &[attachment::Incoming],
    with: &Intake,
    reading: &Reading,
) -> Result<Attachment, Error> {
    if !with.accept || with.credit.is_some() || reading.photo_credits.is_empty() {
        return attachment::enter(tx, article, incoming, None, with.credit.as_deref());
    }
    let mut done = Attachment::default();
    for (at, one) in incoming.chunks(1).enumerate() {
        let credit = reading
            .photo_credits
            .get(at)
            .or(reading.photo_credits.last())
            .map(|credit| credit.text.as_str());
        let entered = attachment::enter(tx, article, one, None, credit)?;
        done.attached.extend(entered.attached);
        done.refused.extend(entered.refused);
    }
    Ok(done)
}

/// Refuses a text that is here already: the same bytes, or the same words in other bytes.
pub(crate) fn refuse_duplicate(
    sql: &rusqlite::Connection,
    file: &str,
    bytes: &[u8],
    reading: &Reading,
) -> Result<(), Error> {
    let found = sql
        .prepare_cached(
            "SELECT article.uuid, article.reference, version.title FROM version JOIN article ON article.id = version.article_id
             WHERE version.digest = ?1
                OR version.id IN (SELECT version_id FROM file JOIN original ON original.id = original_id WHERE sha256 = ?2)
             ORDER BY article.id LIMIT 1",
        )?
        .query_row([version::digest(&reading.title, &reading.body), muragat_files::sha256(bytes)], |row| {
            Ok(Error::DuplicateRelease {
                file: file.to_owned(),
                id: row.get(0)?,
                reference: row.get(1)?,
                title: row.get(2)?,
            })
        })
        .optional()?;
    found.map_or(Ok(()), Err)
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
