//! Intake: bytes as received become an article, with its original, its photos and, where asked, all
//! that the app reads in it.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use muragat_language as language;
use muragat_language::Reading;
use rusqlite::OptionalExtension;
use serde::Serialize;
use ts_rs::TS;

use crate::edit::attachment;
use crate::edit::attachment::{Attachment, Incoming};
use crate::edit::received_text::{PhotoWords, ReceivedText};
use crate::error::{Error, FormOfDuplicate};
use crate::nouns::article::Article;
use crate::nouns::event::Event;
use crate::nouns::file::File;
use crate::nouns::version::Version;
use crate::nouns::{article, event, unit, version};
use crate::record::FileRecord;
use crate::record::terms::{Access, OpKind, Relation, State};
use crate::store::door::{Outcome, Tx};
use crate::store::job::Watch;
use crate::store::library::Archive;
use crate::store::originals::{Facts, Stored};
use crate::store::{files, job, rows};
use crate::tagging::accept;
use crate::tagging::accept::Doubt;
use crate::tagging::readings::VersionRead;
use crate::values;

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
    /// An article of the same title and date that was there before: this may be the same in another version.
    pub alike: Option<AlikeArticle>,
}

/// An article that another may be a version of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AlikeArticle {
    /// UUIDv7.
    pub id: String,
    /// Its reference.
    pub reference: String,
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

    /// Reads a text and puts its bytes and photos among the originals, so that it can be added in one op with others.
    ///
    /// # Errors
    /// [`Error::TextEmpty`], [`Error::TextTooLarge`], [`Error::DuplicateRelease`]; what stops all, such as a full disk.
    pub fn prepare_text(
        &mut self,
        received: ReceivedText,
        with: &Intake,
        watch: Watch<'_>,
    ) -> Result<PreparedText, Error> {
        let name = received.name().to_owned();
        if received.text.len() as u64 > TEXT_LIMIT {
            return Err(Error::TextTooLarge {
                file: name,
                size: received.text.len() as u64,
                limit: TEXT_LIMIT,
            });
        }
        if received.text.trim().is_empty() && received.pictures.is_empty() {
            return Err(Error::TextEmpty { file: name });
        }
        let read = self.read_release(&received.text)?;
        let reading = read.reading();
        // what is accepted is what the window would suggest, read before the library is locked
        let suggested = match with.accept {
            true => Some(self.read_apart(&reading.title, &reading.body)?),
            false => None,
        };
        let own = received.files.last().filter(|_| received.has_own_file);
        let sha256 = own.map_or_else(String::new, |file| muragat_files::sha256(&file.bytes));
        // told before the photos are read; asked again inside the op
        if !with.again {
            refuse_duplicate(self.connection(), &name, &sha256, reading)?;
        }
        let mut files = Vec::with_capacity(received.files.len());
        for file in received.files {
            let facts = Facts {
                extension: file_extension(&file.record.name),
                media_type: file.record.media_type.clone(),
                ..Facts::default()
            };
            files.push((self.store_original(&file.bytes, facts)?, file.record));
        }
        let (mut photos, refused) = self.receive_photos(&with.photos, &with.said, watch)?;
        let mut refused_inside = Vec::new();
        for picture in received.pictures {
            match self.receive_picture(&picture.name, &picture.bytes) {
                Ok(incoming) => photos.push(Incoming {
                    words: PhotoWords {
                        caption: picture.caption,
                        alternative: picture.alternative,
                        ..PhotoWords::default()
                    },
                    ..incoming
                }),
                Err(
                    error @ (Error::PhotoEmpty { .. }
                    | Error::PhotoUnrecognised { .. }
                    | Error::PhotoTooLarge { .. }),
                ) => refused_inside.push(error),
                Err(error) => return Err(error),
            }
        }
        Ok(PreparedText {
            name,
            sha256,
            reading: reading.clone(),
            suggested,
            files,
            photos,
            refused: refused.into_iter().chain(refused_inside).collect(),
            with: with.clone(),
        })
    }

    /// Adds prepared texts as articles, all in one op, in the order given; one that is in the library already, or among
    /// these before it, is told and stops none of the others.
    ///
    /// # Errors
    /// What stops all: the library is read-only, busy or damaged, or it was stopped; then none is added.
    pub fn add_prepared(
        &mut self,
        prepared: Vec<PreparedText>,
        watch: Watch<'_>,
    ) -> Result<Outcome<Vec<Result<Added, Error>>>, Error> {
        self.transact_watched(OpKind::AddArticle, watch, |tx, watch| {
            let total = prepared.len() as u64;
            let mut done = Vec::with_capacity(prepared.len());
            let mut heads: HashMap<(Vec<u8>, Option<String>), AlikeArticle> = HashMap::new();
            for (at, text) in prepared.into_iter().enumerate() {
                job::tell(watch, "entering", at as u64, total)?;
                let head = (
                    language::sort_key(text.title()),
                    text.date().map(str::to_owned),
                );
                let entered = match enter_prepared(tx, text) {
                    Err(error @ Error::DuplicateRelease { .. }) => {
                        done.push(Err(error));
                        continue;
                    }
                    entered => entered?,
                };
                // those of this op are in no list yet
                let alike = entered.alike.clone().or_else(|| heads.get(&head).cloned());
                heads.entry(head).or_insert_with(|| AlikeArticle {
                    id: entered.id.clone(),
                    reference: entered.reference.clone(),
                });
                done.push(Ok(Added { alike, ..entered }));
            }
            Ok(done)
        })
    }
}

/// A text that was read and whose bytes are safely in the library, before it is catalogued.
pub struct PreparedText {
    name: String,
    sha256: String,
    reading: Reading,
    suggested: Option<VersionRead>,
    files: Vec<(Stored, FileRecord)>,
    photos: Vec<Incoming>,
    refused: Vec<Error>,
    with: Intake,
}

impl PreparedText {
    /// Its title line.
    pub fn title(&self) -> &str {
        &self.reading.title
    }

    /// What numbers are given in the order of, where several are added together: the date, then the title. What has no
    /// date comes last.
    pub fn order(&self) -> (bool, Option<String>, Vec<u8>) {
        let day = self.date().map(rows::day_in_order);
        (day.is_none(), day, language::sort_key(&self.reading.title))
    }

    /// The date that its text says, else the day on which its source says that it was published.
    fn date(&self) -> Option<&str> {
        let published = || {
            let moments = self
                .files
                .iter()
                .filter_map(|(_, file)| file.source.as_ref());
            let published = moments.filter_map(|source| source.published_at.as_deref());
            published.filter_map(|moment| moment.get(..10)).next()
        };
        self.reading.date.as_deref().or_else(published)
    }
}

/// Catalogues one prepared text.
fn enter_prepared(tx: &mut Tx<'_>, prepared: PreparedText) -> Result<Added, Error> {
    let PreparedText { reading, with, .. } = &prepared;
    if !with.again {
        refuse_duplicate(tx.sql(), &prepared.name, &prepared.sha256, reading)?;
    }
    let sources = || {
        prepared
            .files
            .iter()
            .filter_map(|(_, file)| file.source.as_ref())
    };
    let url = sources().find_map(|source| source.url.as_deref());
    let text = Text {
        language: reading.language.as_deref(),
        title: &reading.title,
        body: &reading.body,
        date: prepared.date(),
        url,
        // a page was captured when its file says so: not today, when it only comes in
        captured: url.map(|_| {
            let moment = sources().find_map(|source| source.captured_at.as_deref());
            moment
                .and_then(|moment| moment.get(..10))
                .map(str::to_owned)
        }),
    };
    let (article, version) = start_draft(tx, &text, with)?;
    for (at, (stored, file)) in prepared.files.iter().enumerate() {
        let original_id = tx.register_original(stored)?;
        tx.insert(&File::of_record(file, version, original_id, at as i64 + 1)?)?;
    }
    let mut photos = enter_photos(tx, article.id, &prepared.photos, with, reading)?;
    let doubts = match &prepared.suggested {
        Some(read) => {
            let version = rows::get(tx.sql(), version)?;
            accept::accept_open(tx, &version, read, None, None)?.doubts
        }
        None => Vec::new(),
    };
    let alike = find_alike(tx.sql(), &article, &prepared.reading.title)?;
    photos.refused.splice(0..0, prepared.refused);
    Ok(Added {
        alike,
        id: article.uuid,
        reference: article.reference,
        title: prepared.reading.title,
        photos,
        doubts,
    })
}

/// The first other article of the same title and date.
fn find_alike(
    sql: &rusqlite::Connection,
    article: &Article,
    title: &str,
) -> Result<Option<AlikeArticle>, Error> {
    if title.trim().is_empty() {
        return Ok(None);
    }
    Ok(sql
        .prepare_cached(
            "SELECT article.uuid, article.reference FROM search_entry AS entry JOIN article ON article.id = entry.article_id
             WHERE entry.title_key = ?1 AND article.id <> ?2 AND article.publication_date IS ?3
             ORDER BY article.id LIMIT 1",
        )?
        .query_row(
            rusqlite::params![language::sort_key(title), article.id, article.publication_date],
            |row| {
                Ok(AlikeArticle {
                    id: row.get(0)?,
                    reference: row.get(1)?,
                })
            },
        )
        .optional()?)
}

/// What a new article's first version says.
#[derive(Default)]
pub(crate) struct Text<'a> {
    pub language: Option<&'a str>,
    pub title: &'a str,
    pub body: &'a str,
    pub date: Option<&'a str>,
    pub url: Option<&'a str>,
    /// The day of its capture where its source decides on it; none: today.
    pub captured: Option<Option<String>>,
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
        captured_on: text.captured.clone().unwrap_or(Some(today)),
        source_url: text.url.map(str::to_owned),
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
        release_key: version::release_key(text.title, text.body),
    })?;
    if let Some(event) = &with.event {
        let event: Event = rows::by_uuid(tx.sql(), event)?;
        event::link_article(tx, id, event.id)?;
    }
    Ok((rows::get(tx.sql(), id)?, version))
}

/// With `accept`, photos without a credit of their own take the article's credits, in the order of both.
fn enter_photos(
    tx: &mut Tx<'_>,
    article: i64,
    incoming: &[Incoming],
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
            .map(|credit| credit.text.as_str())
            .filter(|_| one.iter().all(|photo| photo.words.credit.is_none()));
        let entered = attachment::enter(tx, article, one, None, credit)?;
        done.attached.extend(entered.attached);
        done.refused.extend(entered.refused);
    }
    Ok(done)
}

/// Refuses a text that is here already: the same bytes, the same words in other bytes, or the same words in another form.
pub(crate) fn refuse_duplicate(
    sql: &rusqlite::Connection,
    file: &str,
    sha256: &str,
    reading: &Reading,
) -> Result<(), Error> {
    let digest = version::digest(&reading.title, &reading.body);
    let key = language::release_key(&reading.title, &reading.body);
    let found = sql
        .prepare_cached(
            "SELECT article.uuid, article.reference, version.title, version.body, version.digest FROM version JOIN article ON article.id = version.article_id
             WHERE version.digest = ?1
                OR version.id IN (SELECT version_id FROM file JOIN original ON original.id = original_id WHERE sha256 = ?2)
                OR version.release_key = nullif(?3, '')
             ORDER BY version.digest <> ?1, article.id LIMIT 1",
        )?
        .query_row([&digest, sha256, &key], |row| {
            let (title, body): (String, String) = (row.get(2)?, row.get(3)?);
            let differences = match row.get::<_, String>(4)? == digest {
                true => Vec::new(),
                false => {
                    let here = format!("{title}\n{body}");
                    let coming = format!("{}\n{}", reading.title, reading.body);
                    language::form_differences(&here, &coming)
                }
            };
            Ok(Error::DuplicateRelease {
                file: file.to_owned(),
                id: row.get(0)?,
                reference: row.get(1)?,
                title,
                difference: FormOfDuplicate::of(&differences),
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
