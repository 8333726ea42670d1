//! Texts that were read and whose bytes are safely in the library are catalogued together, in one op.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use muragat_language as language;
use muragat_language::{ReadText, Reading};

use crate::edit::attachment;
use crate::edit::attachment::{Attachment, Incoming};
use crate::edit::first_text::{Text, start_draft};
use crate::edit::intake::{Added, Intake, TEXT_LIMIT, file_extension};
use crate::edit::known_text;
use crate::edit::known_text::KnownText;
use crate::edit::received_text::{PhotoWords, ReceivedFile, ReceivedPicture, ReceivedText};
use crate::error::Error;
use crate::finding::other_version;
use crate::finding::other_version::{AlikeArticle, ComingText, TextsTogether, take_better};
use crate::nouns::article::Article;
use crate::nouns::file::File;
use crate::nouns::photo::Photo;
use crate::nouns::version::Version;
use crate::record::FileRecord;
use crate::record::terms::OpKind;
use crate::store::door::{Outcome, Tx};
use crate::store::job::Watch;
use crate::store::library::Archive;
use crate::store::originals::{Facts, Stored};
use crate::store::{job, rows};
use crate::tagging::accept;
use crate::tagging::readings::VersionRead;

/// A text that was read and whose bytes are safely in the library, before it is catalogued.
pub struct PreparedText {
    name: String,
    /// Of the file that brought this text and no other; empty where there is none.
    sha256: String,
    reading: Reading,
    /// Nothing was read of its file, which is kept all the same.
    is_unread: bool,
    /// The archive has this text already, and the files become originals of that.
    is_form: bool,
    suggested: Option<VersionRead>,
    /// What the version of it will be read as, so that its suggestions are counted without reading it again.
    read: Option<Arc<ReadText>>,
    files: Vec<(Stored, FileRecord)>,
    photos: Vec<Incoming>,
    refused: Vec<Error>,
    /// By what other versions of it are known; none where it is not asked for them.
    coming: Option<ComingText>,
    /// Another version of it that the archive had when it was read.
    alike: Option<AlikeArticle>,
    with: Intake,
}

/// What came of preparing a text.
pub enum Prepared {
    /// It can be added.
    Ready(Box<PreparedText>),
    /// The same text was prepared before it: nothing of this one was kept.
    Twin(Box<ReceivedText>),
}

/// By what the texts that were prepared for one op are known again.
#[derive(Default)]
pub struct PreparedKeys {
    keys: HashSet<String>,
}

impl PreparedKeys {
    /// Adds a text; false where it is among these already.
    fn add(&mut self, reading: &Reading, sha256: &str) -> bool {
        let key = language::release_key(&reading.title, &reading.body);
        let keys = [key, sha256.to_owned()];
        let keys: Vec<String> = keys.into_iter().filter(|key| !key.is_empty()).collect();
        let is_new = !keys.iter().any(|key| self.keys.contains(key));
        self.keys.extend(keys);
        is_new
    }
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
        date_of(&self.reading, self.files.iter().map(|(_, file)| file))
    }

    /// The text of the archive that this one is.
    fn known(&self, sql: &rusqlite::Connection) -> Result<Option<KnownText>, Error> {
        match self.is_unread {
            true => known_text::find_by_file(sql, &self.sha256, &self.reading),
            false => known_text::find(sql, &self.sha256, &self.reading),
        }
    }
}

/// The date that a text says, else the day on which its source says that it was published.
fn date_of<'a>(
    reading: &'a Reading,
    files: impl Iterator<Item = &'a FileRecord>,
) -> Option<&'a str> {
    let published = files
        .filter_map(|file| file.source.as_ref()?.published_at.as_deref())
        .filter_map(|moment| moment.get(..10))
        .next();
    reading.date.as_deref().or(published)
}

impl Archive {
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
        // nothing was prepared before it, so that it is the text of none of these
        match self.prepare_text_after(received, with, &mut PreparedKeys::default(), watch)? {
            Prepared::Ready(text) => Ok(*text),
            Prepared::Twin(received) => Err(Error::TextEmpty {
                file: received.name().to_owned(),
            }),
        }
    }

    /// As [`Archive::prepare_text`]; `before`: what was prepared before it, to be added with it. A text that is among
    /// these comes back as it was: it will be refused, and what is refused leaves nothing among the originals.
    ///
    /// # Errors
    /// As [`Archive::prepare_text`].
    pub fn prepare_text_after(
        &mut self,
        received: ReceivedText,
        with: &Intake,
        before: &mut PreparedKeys,
        watch: Watch<'_>,
    ) -> Result<Prepared, Error> {
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
        let sha256 = sha256_of_own(&received.files, received.has_own_file);
        // told before the photos are read; asked again inside the op
        let known = match with.again {
            true => None,
            false => known_text::find(self.connection(), &sha256, reading)?,
        };
        if !with.again && !with.keep_forms && known.is_none() && !before.add(reading, &sha256) {
            return Ok(Prepared::Twin(Box::new(received)));
        }
        let is_form = known.is_some();
        let takes_photos = match &known {
            Some(known) => !known.has_photos(self.connection())?,
            None => true,
        };
        if let Some(known) = known {
            let all: Vec<String> = received
                .files
                .iter()
                .map(|file| muragat_files::sha256(&file.bytes))
                .collect();
            let all = all.iter().map(String::as_str);
            let kept = known_text::keeps_all(self.connection(), known.version, all)?;
            if kept || !with.keep_forms {
                return Err(known.refuse(&name, kept));
            }
        }
        // what is accepted is what the window would suggest, read before the library is locked
        let suggested = match with.accept && !is_form {
            true => Some(self.read_apart(&reading.title, &reading.body)?),
            false => None,
        };
        let coming = (!is_form && !with.again).then(|| {
            let files = received.files.iter().map(|file| &file.record);
            ComingText::new(&reading.title, &reading.body, date_of(reading, files))
        });
        let alike = match &coming {
            Some(coming) => other_version::find(self.connection(), coming)?,
            None => None,
        };
        let files = self.store_files(received.files)?;
        // those of a form that comes to an article with photos would lie among the originals for nothing
        let (photos, refused) = match takes_photos {
            true => self.receive_all(received.pictures, with, watch)?,
            false => (Vec::new(), Vec::new()),
        };
        Ok(Prepared::Ready(Box::new(PreparedText {
            name,
            sha256,
            reading: reading.clone(),
            is_unread: false,
            is_form,
            suggested,
            read: read.is_same_apart().then(|| Arc::clone(&read)),
            files,
            photos,
            refused,
            coming,
            alike,
            with: with.clone(),
        })))
    }

    /// Puts files of which nothing could be read among the originals, so that they can be added as a draft without
    /// words: its title is the name of the last file, and why nothing was read stands in that file's record.
    ///
    /// # Errors
    /// [`Error::DuplicateRelease`] where the file was kept before; what stops all, such as a full disk.
    pub fn prepare_unread(
        &mut self,
        files: Vec<ReceivedFile>,
        with: &Intake,
        watch: Watch<'_>,
    ) -> Result<PreparedText, Error> {
        let called = |file: &ReceivedFile| file.record.name.clone();
        let name = files.first().map(called).unwrap_or_default();
        let last = files.last().map(called).unwrap_or_default();
        let title = Path::new(&last)
            .file_stem()
            .map(|stem| stem.to_string_lossy());
        let reading = Reading {
            title: crate::values::one_line(&title.unwrap_or_default()),
            date: None,
            language: None,
            body: String::new(),
            people: Vec::new(),
            organisations: Vec::new(),
            places: Vec::new(),
            quotes: Vec::new(),
            photo_credits: Vec::new(),
            paraphrases: Vec::new(),
            event: None,
        };
        let sha256 = sha256_of_own(&files, true);
        if !with.again
            && let Some(known) = known_text::find_by_file(self.connection(), &sha256, &reading)?
        {
            return Err(known.refuse(&name, true));
        }
        let files = self.store_files(files)?;
        let (photos, refused) = self.receive_all(Vec::new(), with, watch)?;
        Ok(PreparedText {
            name,
            sha256,
            reading,
            is_unread: true,
            is_form: false,
            suggested: None,
            read: None,
            files,
            photos,
            refused,
            coming: None,
            alike: None,
            with: with.clone(),
        })
    }

    fn store_files(&self, received: Vec<ReceivedFile>) -> Result<Vec<(Stored, FileRecord)>, Error> {
        let store = |file: ReceivedFile| {
            let facts = Facts {
                extension: file_extension(&file.record.name),
                media_type: file.record.media_type.clone(),
                ..Facts::default()
            };
            Ok((self.store_original(&file.bytes, facts)?, file.record))
        };
        received.into_iter().map(store).collect()
    }

    /// Puts the photos that were given and those that came inside among the originals; gives those that cannot be taken.
    fn receive_all(
        &self,
        inside: Vec<ReceivedPicture>,
        with: &Intake,
        watch: Watch<'_>,
    ) -> Result<(Vec<Incoming>, Vec<Error>), Error> {
        let (mut photos, mut refused) = self.receive_photos(&with.photos, &with.said, watch)?;
        for picture in inside {
            match self.receive_picture(&picture.name, &picture.bytes) {
                Ok(incoming) => photos.push(Incoming {
                    words: PhotoWords {
                        caption: picture.caption,
                        alternative: picture.alternative,
                        ..PhotoWords::default()
                    }
                    .with_credit_apart(),
                    ..incoming
                }),
                Err(
                    error @ (Error::PhotoEmpty { .. }
                    | Error::PhotoUnrecognised { .. }
                    | Error::PhotoTooLarge { .. }),
                ) => refused.push(error),
                Err(error) => return Err(error),
            }
        }
        Ok((photos, refused))
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
        let kind = match prepared.as_slice() {
            [_, ..] if prepared.iter().all(|text| text.is_form) => OpKind::KeepForms,
            [] | [_] => OpKind::AddArticle,
            _ => OpKind::AddArticles,
        };
        let read = prepared.iter().filter_map(|text| text.read.clone());
        let read = read.collect();
        self.transact_having_read(kind, read, watch, |tx, watch| {
            let total = prepared.len() as u64;
            let mut done = Vec::with_capacity(prepared.len());
            let mut together = TextsTogether::default();
            for (at, text) in prepared.into_iter().enumerate() {
                job::tell(watch, "entering", at as u64, total)?;
                match enter_prepared(tx, text, &mut together) {
                    Err(error @ Error::DuplicateRelease { .. }) => done.push(Err(error)),
                    entered => done.push(Ok(entered?)),
                }
            }
            Ok(done)
        })
    }
}

/// Of the file that brought a text and no other; empty where there is none.
fn sha256_of_own(files: &[ReceivedFile], has_own: bool) -> String {
    files
        .last()
        .filter(|_| has_own)
        .map_or_else(String::new, |file| muragat_files::sha256(&file.bytes))
}

/// Catalogues one prepared text; `together`: those that were catalogued before it in the same op.
fn enter_prepared(
    tx: &mut Tx<'_>,
    prepared: PreparedText,
    together: &mut TextsTogether,
) -> Result<Added, Error> {
    if !prepared.with.again
        && let Some(known) = prepared.known(tx.sql())?
    {
        return enter_form(tx, prepared, known);
    }
    let PreparedText { reading, with, .. } = &prepared;
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
        is_unread: prepared.is_unread,
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
    let mut alike = prepared.alike.clone();
    if let Some(coming) = &prepared.coming {
        take_better(&mut alike, together.find(tx.sql(), coming)?);
        together.add(article.id, coming);
    }
    photos.refused.splice(0..0, prepared.refused);
    Ok(Added {
        alike,
        id: article.uuid,
        reference: article.reference,
        title: prepared.reading.title,
        photos,
        doubts,
        is_form: false,
    })
}

/// Keeps the files of a text that is here already as further originals of that, where it was asked for and there is
/// something to keep. Its photos come along where the article has none: they would most often be the same ones.
fn enter_form(tx: &mut Tx<'_>, prepared: PreparedText, known: KnownText) -> Result<Added, Error> {
    let files = prepared.files.iter();
    let all = files.map(|(stored, _)| stored.sha256.as_str());
    let kept = known_text::keeps_all(tx.sql(), known.version, all)?;
    if kept || !prepared.with.keep_forms {
        return Err(known.refuse(&prepared.name, kept));
    }
    known_text::keep_files(tx, known.version, &prepared.files)?;
    let version: Version = rows::get(tx.sql(), known.version)?;
    let article: Article = rows::get(tx.sql(), version.article_id)?;
    let has_photos = rows::find::<Photo>(tx.sql(), "WHERE article_id = ?1 LIMIT 1", [article.id])?;
    let mut photos = match has_photos {
        Some(_) => Attachment::default(),
        None => attachment::enter(
            tx,
            article.id,
            &prepared.photos,
            None,
            prepared.with.credit.as_deref(),
        )?,
    };
    photos.refused.splice(0..0, prepared.refused);
    Ok(Added {
        alike: None,
        id: article.uuid,
        reference: article.reference,
        title: version.title,
        photos,
        doubts: Vec::new(),
        is_form: true,
    })
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
