//! What is said of photos, by themselves and by their article: suggested beside their records, never set by itself.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use muragat_photo::PhotoMetadata;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::edit::photo::set_text;
use crate::edit::photo_credit::PrintedCredits;
use crate::edit::photo_persons::{StatedParty, stated_parties, take_parties};
use crate::edit::photo_statement::{PhotoStatement, are_same, stated};
use crate::error::Error;
use crate::nouns::photo::{Photo, PhotoText};
use crate::nouns::version;
use crate::record::terms::{OpKind, StatedField, StatementSource, TextKind};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::{originals, rows};
use crate::values;

/// Which statements to take over.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct WantedStatement {
    /// Of which field.
    pub field: StatedField,
    /// Of a text, in which language.
    pub language: Option<String>,
    /// From where; none: from where it holds, which is the first.
    pub source: Option<StatementSource>,
}

impl WantedStatement {
    fn is(&self, statement: &PhotoStatement) -> bool {
        self.field == statement.field
            && self.language == statement.language
            && self.source.is_none_or(|source| source == statement.source)
    }
}

/// What is said of one photo.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PhotoStatements {
    /// The photo's UUID.
    pub photo: String,
    /// What its record does not say, field by field.
    pub statements: Vec<PhotoStatement>,
    /// Whom it says that it shows, beyond its record.
    pub parties: Vec<StatedParty>,
}

impl Archive {
    /// What photos state of themselves, and their articles of them, beyond what their records say; in the order of `ids`.
    /// An original that cannot be read states nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn photo_statements(&self, ids: &[String]) -> Result<Vec<PhotoStatements>, Error> {
        let mut articles = HashMap::new();
        ids.iter()
            .map(|id| {
                let photo: Photo = rows::by_uuid(self.connection(), id)?;
                let metadata = self.metadata_of(&photo)?;
                let said = self.said_of(&photo, &metadata, &mut articles)?;
                Ok(PhotoStatements {
                    statements: beyond_record(said, &photo, &texts_of(self.connection(), &photo)?),
                    parties: stated_parties(self.connection(), &photo, &metadata)?,
                    photo: photo.uuid,
                })
            })
            .collect()
    }

    /// Takes over what is said of photos into their records, each photo its own, as one op: all of it where
    /// the record says nothing, with those whom it shows and who are on record under that name, or what is `wanted`, also in
    /// the place of what stands. Gives how many values were taken over.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::ValueInvalid`] for a time that is none.
    pub fn take_photo_statements(
        &mut self,
        ids: &[String],
        wanted: &[WantedStatement],
    ) -> Result<Outcome<usize>, Error> {
        // Files are read before anything is locked; what a record says is asked within, as others write too.
        let mut articles = HashMap::new();
        let said: Vec<(Vec<PhotoStatement>, Arc<PhotoMetadata>)> = ids
            .iter()
            .map(|id| {
                let photo: Photo = rows::by_uuid(self.connection(), id)?;
                let metadata = self.metadata_of(&photo)?;
                Ok((self.said_of(&photo, &metadata, &mut articles)?, metadata))
            })
            .collect::<Result<_, Error>>()?;
        self.transact(OpKind::EditPhotos, |tx| {
            let mut taken = 0;
            for (id, (said, metadata)) in ids.iter().zip(said) {
                let mut photo: Photo = rows::by_uuid(tx.sql(), id)?;
                let statements = beyond_record(said, &photo, &texts_of(tx.sql(), &photo)?);
                let mut done: Vec<(StatedField, Option<&str>)> = Vec::new();
                for statement in &statements {
                    let key = (statement.field, statement.language.as_deref());
                    let may = match wanted {
                        [] => statement.stands.is_none(),
                        some => some.iter().any(|one| one.is(statement)),
                    };
                    // what stands first holds: the photo's own word before that of its article
                    if may && !done.contains(&key) {
                        take_over(tx, &mut photo, statement)?;
                        done.push(key);
                    }
                }
                tx.update(&photo)?;
                taken += done.len();
                if wanted.is_empty() {
                    taken += take_parties(tx, &photo, &metadata)?;
                }
            }
            Ok(taken)
        })
    }

    /// What a photo states and what its article says of it, whatever its record says. `articles`: what was asked of them.
    fn said_of(
        &self,
        photo: &Photo,
        metadata: &PhotoMetadata,
        articles: &mut HashMap<i64, ArticleBeside>,
    ) -> Result<Vec<PhotoStatement>, Error> {
        let Some(article) = photo.article_id else {
            return Ok(stated(metadata, None));
        };
        let beside = match articles.entry(article) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => {
                unknown.insert(ArticleBeside::of(self.connection(), article)?)
            }
        };
        let mut said = stated(metadata, beside.language.as_deref());
        said.extend(beside.credits.of_photo(photo).map(|credit| PhotoStatement {
            field: StatedField::Credit,
            language: None,
            value: credit.to_owned(),
            source: StatementSource::Article,
            stands: None,
            differs: Vec::new(),
        }));
        Ok(said)
    }

    pub(super) fn metadata_of(&self, photo: &Photo) -> Result<Arc<PhotoMetadata>, Error> {
        let original = originals::get(self.connection(), photo.original_id)?;
        let path = self.original_path(&original.sha256, &original.extension);
        // That the bytes are whole is asked elsewhere; who looks at a suggestion is not to wait for it.
        let read = || std::fs::read(path).ok();
        Ok(self.kept_metadata().of(&original.sha256, read))
    }
}

/// What is asked of an article once, however many photos it has.
struct ArticleBeside {
    /// The language of its text.
    language: Option<String>,
    credits: PrintedCredits,
}

impl ArticleBeside {
    fn of(sql: &Connection, article: i64) -> Result<ArticleBeside, Error> {
        let texts = version::of_article(sql, article)?;
        let language = texts.into_iter().next().map(|text| text.language);
        Ok(ArticleBeside {
            language: language.filter(|language| language != "und"),
            credits: PrintedCredits::of(sql, article)?,
        })
    }
}

fn texts_of(sql: &Connection, photo: &Photo) -> Result<Vec<PhotoText>, Error> {
    rows::select(sql, "WHERE photo_id = ?1 ORDER BY id", [photo.id])
}

/// What a record does not say yet, with what it says instead.
fn beyond_record(
    statements: Vec<PhotoStatement>,
    photo: &Photo,
    texts: &[PhotoText],
) -> Vec<PhotoStatement> {
    let text = |kind: TextKind, language: &Option<String>| {
        let own = texts
            .iter()
            .find(|text| text.kind == kind && Some(&text.language) == language.as_ref());
        own.map(|text| text.text.clone())
    };
    let mut beyond: Vec<PhotoStatement> = Vec::new();
    for mut one in statements {
        one.stands = match one.field {
            StatedField::Caption => text(TextKind::Caption, &one.language),
            StatedField::Alt => text(TextKind::Alt, &one.language),
            StatedField::Photographer => photo.photographer.clone(),
            StatedField::Credit => photo.credit.clone(),
            StatedField::Rights => photo.rights.clone(),
            StatedField::Place => photo.place.clone(),
            StatedField::Instructions => photo.instructions.clone(),
            StatedField::TakenAt => photo.taken_at.clone(),
            StatedField::DigitalSourceType => photo.digital_source_type.clone(),
        };
        let stands = one.stands.iter().any(|own| are_same(own, &one.value));
        let again = beyond.iter().any(|other| {
            other.field == one.field
                && other.language == one.language
                && are_same(&other.value, &one.value)
        });
        if !stands && !again {
            beyond.push(one);
        }
    }
    beyond
}

/// Writes a statement into a photo's record.
fn take_over(tx: &mut Tx<'_>, photo: &mut Photo, said: &PhotoStatement) -> Result<(), Error> {
    let kind = match said.field {
        StatedField::Caption => Some(TextKind::Caption),
        StatedField::Alt => Some(TextKind::Alt),
        _ => None,
    };
    if let (Some(kind), Some(language)) = (kind, &said.language) {
        return set_text(tx, photo, kind, language, &said.value);
    }
    let value = Some(said.value.clone());
    match said.field {
        StatedField::Caption | StatedField::Alt => {}
        StatedField::Photographer => photo.photographer = value,
        StatedField::Credit => photo.credit = value,
        StatedField::Rights => photo.rights = value,
        StatedField::Place => photo.place = value,
        StatedField::Instructions => photo.instructions = value,
        StatedField::TakenAt => {
            photo.taken_at = Some(values::moment("photo", "taken_at", &said.value)?);
        }
        StatedField::DigitalSourceType => photo.digital_source_type = value,
    }
    Ok(())
}
