//! Photos are attached: received from files, stored, entered in order.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::edit::received_text::PhotoWords;
use crate::edit::source_type::stated_by_ai;
use crate::error::Error;
use crate::finding::near_photos::NearShort;
use crate::nouns::event::Event;
use crate::nouns::photo::{Home, Photo, PhotoText};
use crate::nouns::{article, version};
use crate::record::terms::{DigitalSourceType, OpKind, TextKind};
use crate::store::door::{Outcome, Tx};
use crate::store::job::Watch;
use crate::store::library::Archive;
use crate::store::originals::{Facts, Stored};
use crate::store::{files, job, originals, rows};

/// Larger photos are refused: 512 MiB, in bytes.
pub const PHOTO_LIMIT: u64 = 512 << 20;

/// A photo that was attached.
#[derive(Debug, Clone, Serialize)]
pub struct Attached {
    /// UUIDv7.
    pub id: String,
    /// File name as received.
    pub name: String,
    /// The original's SHA-256.
    pub sha256: String,
    /// What is written for it where it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Why it cannot be drawn, a code; none where it can.
    pub undrawable: Option<String>,
    /// Whether its file ends before the picture does: it is kept as it came, and drawn as far as it goes.
    pub breaks_off: bool,
    /// How many pages or frames it has, where there are several: the first is drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<u32>,
    /// A photo of the library that is the same picture; none where there is none, or it was not looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near: Option<NearShort>,
}

/// What came of attaching several photos: those that could not be taken stop none of the others.
#[derive(Debug, Default)]
pub struct Attachment {
    /// In the order given.
    pub attached: Vec<Attached>,
    /// Each names its file.
    pub refused: Vec<Error>,
}

/// What photos hang on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PhotoHome {
    /// An article, by UUID or reference.
    Article(String),
    /// An event alone, by UUID.
    Event(String),
}

impl PhotoHome {
    pub(crate) fn find(&self, sql: &Connection) -> Result<Home, Error> {
        Ok(match self {
            PhotoHome::Article(id) => Home::Article(article::resolve(sql, id)?.id),
            PhotoHome::Event(id) => Home::Event(rows::by_uuid::<Event>(sql, id)?.id),
        })
    }
}

/// A photo whose bytes are safely in the library, before it is catalogued.
pub(crate) struct Incoming {
    pub name: String,
    pub stored: Stored,
    pub taken_at: Option<String>,
    pub breaks_off: bool,
    /// Its pages or frames, where there are several.
    pub parts: Option<u32>,
    /// How it came to be, where the photo says that artificial intelligence made or changed it.
    pub by_ai: Option<DigitalSourceType>,
    /// What is written for it where it was found; what is not: as is given for all.
    pub words: PhotoWords,
}

impl Archive {
    /// Reads a photo and puts its bytes among the originals.
    pub(crate) fn receive_photo(&self, path: &Path) -> Result<Incoming, Error> {
        let file = path.display().to_string();
        let bytes = files::read_whole(path, PHOTO_LIMIT)?.map_err(|size| Error::PhotoTooLarge {
            file: file.clone(),
            size,
            limit: PHOTO_LIMIT,
        })?;
        let name = path.file_name().map(|name| name.to_string_lossy());
        let name = name.unwrap_or_else(|| file.as_str().into());
        self.describe_and_store(&file, &name, &bytes)
    }

    /// Puts the bytes of a picture that came inside another file among the originals.
    pub(crate) fn receive_picture(&self, name: &str, bytes: &[u8]) -> Result<Incoming, Error> {
        self.describe_and_store(name, name, bytes)
    }

    fn describe_and_store(&self, file: &str, name: &str, bytes: &[u8]) -> Result<Incoming, Error> {
        let file = file.to_owned();
        let seen = muragat_photo::describe(bytes).map_err(|why| match why {
            muragat_photo::NotAPicture::Empty => Error::PhotoEmpty { file: file.clone() },
            _ => Error::PhotoUnrecognised { file: file.clone() },
        })?;
        let facts = Facts {
            extension: seen.extension.to_owned(),
            media_type: seen.media_type.to_owned(),
            width: seen.width,
            height: seen.height,
            undrawable: match seen.decodable {
                muragat_photo::Decodable::Yes => None,
                muragat_photo::Decodable::No { reason } => Some(reason.to_owned()),
            },
        };
        Ok(Incoming {
            name: name.to_owned(),
            stored: self.store_original(bytes, facts)?,
            taken_at: seen.taken_at,
            breaks_off: seen.breaks_off,
            parts: seen.parts,
            by_ai: stated_by_ai(bytes),
            words: PhotoWords::default(),
        })
    }

    /// Attaches photos to an article or to an event alone, as one op. What is `said` of a photo holds where nothing else is
    /// given for all of them. A photo that cannot be taken is told and left out. Once they are attached they are drawn, and it
    /// is looked which of them are pictures that the library has; where that is stopped, it is done another time.
    ///
    /// # Errors
    /// [`Error::NotFound`]; what stops all, such as a full disk; that it was stopped: then none is attached.
    pub fn attach_to(
        &mut self,
        home: &PhotoHome,
        photos: &[PathBuf],
        said: &BTreeMap<PathBuf, PhotoWords>,
        caption: Option<&str>,
        credit: Option<&str>,
        watch: Watch<'_>,
    ) -> Result<Outcome<Attachment>, Error> {
        home.find(self.connection())?;
        let (incoming, mut refused) = self.receive_photos(photos, said, watch)?;
        let mut outcome = self.transact(OpKind::Attach, |tx| {
            let home = home.find(tx.sql())?;
            enter_at(tx, home, &incoming, caption, credit)
        })?;
        refused.append(&mut outcome.value.refused);
        outcome.value.refused = refused;
        self.look_at_attached(&mut outcome.value.attached, watch);
        Ok(outcome)
    }

    /// Draws photos that were attached just now, and says which are pictures that the library had before. They are attached
    /// whatever comes of it: where this is stopped or fails, they are looked at another time.
    fn look_at_attached(&self, attached: &mut [Attached], watch: Watch<'_>) {
        let total = attached.len() as u64;
        for (done, photo) in (0..).zip(attached) {
            let mut tell = || job::tell(watch, "preparing_photos", done, total);
            let seen = tell().and_then(|()| self.see_attached(&photo.id, &mut || tell().is_ok()));
            match seen {
                Ok(seen) => {
                    photo.near = seen.near;
                    let why = seen.undrawable.map(|why| why.code().to_owned());
                    photo.undrawable = photo.undrawable.take().or(why);
                }
                Err(_looked_at_another_time) => return,
            }
        }
    }

    /// Attaches photos to an article as one op. A photo that cannot be taken is told and left out.
    ///
    /// # Errors
    /// [`Error::NotFound`]; what stops all, such as a full disk.
    pub fn attach(
        &mut self,
        article: &str,
        photos: &[PathBuf],
        caption: Option<&str>,
        credit: Option<&str>,
    ) -> Result<Outcome<Attachment>, Error> {
        let home = PhotoHome::Article(article.to_owned());
        self.attach_to(
            &home,
            photos,
            &BTreeMap::new(),
            caption,
            credit,
            &mut |_| true,
        )
    }

    pub(crate) fn receive_photos(
        &self,
        photos: &[PathBuf],
        said: &BTreeMap<PathBuf, PhotoWords>,
        watch: Watch<'_>,
    ) -> Result<(Vec<Incoming>, Vec<Error>), Error> {
        let (mut incoming, mut refused) = (Vec::new(), Vec::new());
        for (done, path) in photos.iter().enumerate() {
            job::tell(watch, "attaching", done as u64, photos.len() as u64)?;
            match self.receive_photo(path) {
                Ok(photo) => {
                    let words = said.get(path).cloned().unwrap_or_default();
                    let words = words.with_credit_apart();
                    incoming.push(Incoming { words, ..photo });
                }
                Err(
                    error @ (Error::PhotoEmpty { .. }
                    | Error::PhotoUnrecognised { .. }
                    | Error::PhotoTooLarge { .. }
                    | Error::FileMissing { .. }
                    | Error::FileUnreadable { .. }),
                ) => refused.push(error),
                Err(error) => return Err(error),
            }
        }
        Ok((incoming, refused))
    }

    /// A photo's thumbnail as JPEG, upright, within `edge` pixels; kept in the cache, which can be thrown away.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::PhotoUndrawable`], [`Error::OriginalDamaged`].
    pub fn thumbnail(&self, photo: &str, edge: u32) -> Result<Vec<u8>, Error> {
        let photo: Photo = rows::by_uuid(self.connection(), photo)?;
        let original = originals::get(self.connection(), photo.original_id)?;
        self.draw_small(&original.sha256, edge, photo.turned)?
            .map_err(|why| Error::PhotoUndrawable {
                name: photo.name,
                reason: why.code().to_owned(),
            })
    }

    /// What can be shown of a photo at once, until it is drawn, as JPEG, upright; none where there is nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::OriginalMissing`], [`Error::OriginalDamaged`].
    pub fn first_picture(&self, photo: &str) -> Result<Option<Vec<u8>>, Error> {
        let photo: Photo = rows::by_uuid(self.connection(), photo)?;
        let original = originals::get(self.connection(), photo.original_id)?;
        self.find_first_picture(&original.sha256, photo.turned)
    }
}

/// Catalogues photos that have been received; one already on the article is refused.
pub(crate) fn enter(
    tx: &mut Tx<'_>,
    article: i64,
    incoming: &[Incoming],
    caption: Option<&str>,
    credit: Option<&str>,
) -> Result<Attachment, Error> {
    enter_at(tx, Home::Article(article), incoming, caption, credit)
}

/// Catalogues photos on an article or event.
fn enter_at(
    tx: &mut Tx<'_>,
    home: Home,
    incoming: &[Incoming],
    caption: Option<&str>,
    credit: Option<&str>,
) -> Result<Attachment, Error> {
    let mut done = Attachment::default();
    let (article_id, event_id) = home.columns();
    let language = match home {
        Home::Article(article) => version::of_article(tx.sql(), article)?
            .into_iter()
            .next()
            .map(|version| version.language),
        Home::Event(_) => caption
            .and_then(muragat_language::language)
            .map(str::to_owned),
    }
    .unwrap_or_else(|| "und".to_owned());
    let filled = |text: Option<&str>| {
        text.map(str::trim)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    };
    for photo in incoming {
        let original = tx.register_original(&photo.stored)?;
        if home.holds(tx.sql(), original)? {
            done.refused.push(Error::PhotoDuplicate {
                file: photo.name.clone(),
            });
            continue;
        }
        let ordinal = home.next(tx.sql())?;
        let id = tx.insert(&Photo {
            id: 0,
            uuid: String::new(),
            original_id: original,
            article_id,
            event_id,
            name: photo.name.clone(),
            ordinal,
            credit: filled(credit.or(photo.words.credit.as_deref())),
            photographer: filled(photo.words.photographer.as_deref()),
            taken_at: photo.taken_at.clone(),
            place: None,
            rights: filled(photo.words.rights.as_deref()),
            instructions: None,
            digital_source_type: photo.by_ai.map(|term| term.as_str().to_owned()),
            rating: None,
            picked: false,
            published: false,
            turned: 0,
        })?;
        for (kind, text) in [
            (
                TextKind::Caption,
                caption.or(photo.words.caption.as_deref()),
            ),
            (TextKind::Alt, photo.words.alternative.as_deref()),
        ] {
            let Some(text) = filled(text) else { continue };
            tx.insert(&PhotoText {
                id: 0,
                uuid: String::new(),
                photo_id: id,
                language: language.clone(),
                kind,
                text,
            })?;
        }
        done.attached.push(Attached {
            id: rows::get::<Photo>(tx.sql(), id)?.uuid,
            name: photo.name.clone(),
            sha256: photo.stored.sha256.clone(),
            caption: filled(photo.words.caption.as_deref()),
            undrawable: originals::get(tx.sql(), original)?.undrawable,
            breaks_off: photo.breaks_off,
            parts: photo.parts,
            near: None,
        });
    }
    Ok(done)
}
