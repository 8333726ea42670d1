//! What photos state of themselves (Exif, IPTC-IIM, XMP) and what their article says of them: suggested, never set by itself.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use muragat_language as language;
use muragat_photo::{InLanguages, Location, PhotoMetadata, Source, Stated};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::edit::photo::set_text;
use crate::edit::photo_credit::PrintedCredits;
use crate::edit::source_type::source_type;
use crate::error::Error;
use crate::nouns::photo::{Photo, PhotoText};
use crate::nouns::version;
use crate::record::terms::{OpKind, StatedField, StatementSource, TextKind};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::{originals, rows};
use crate::values;

/// Something that is said of a photo and that its record does not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PhotoStatement {
    /// Of which field.
    pub field: StatedField,
    /// Of a caption or an alternative text, its language (BCP 47).
    pub language: Option<String>,
    /// What is said, as it would stand in the record.
    pub value: String,
    /// Where that stands.
    pub source: StatementSource,
    /// What the record says instead; none: nothing.
    pub stands: Option<String>,
    /// What is said elsewhere and does not agree with it.
    pub differs: Vec<OtherStatement>,
}

/// The same property in another place of the photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OtherStatement {
    /// Where it stands.
    pub source: StatementSource,
    /// What is said there.
    pub value: String,
}

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PhotoStatements {
    /// The photo's UUID.
    pub photo: String,
    /// What its record does not say, field by field.
    pub statements: Vec<PhotoStatement>,
    /// Names of people whom the photo says that it shows.
    pub persons: Vec<String>,
    /// Names of organisations that it says it shows.
    pub organisations: Vec<String>,
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
                let persons = metadata.persons_shown.iter().flat_map(|own| &own.value);
                let organisations = metadata.organisations_shown.iter();
                Ok(PhotoStatements {
                    statements: beyond_record(said, &photo, &texts_of(self.connection(), &photo)?),
                    photo: photo.uuid,
                    persons: persons
                        .filter_map(|person| person.name.as_ref())
                        .map(|name| name.default_text().to_owned())
                        .collect(),
                    organisations: organisations.flat_map(|own| own.value.clone()).collect(),
                })
            })
            .collect()
    }

    /// Takes over what is said of photos into their records, each photo its own, as one op: all of it where
    /// the record says nothing, or what is `wanted`, also in the place of what stands. Gives how many values were taken over.
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
        let said: Vec<Vec<PhotoStatement>> = ids
            .iter()
            .map(|id| {
                let photo: Photo = rows::by_uuid(self.connection(), id)?;
                self.said_of(&photo, &*self.metadata_of(&photo)?, &mut articles)
            })
            .collect::<Result<_, Error>>()?;
        self.transact(OpKind::EditPhotos, |tx| {
            let mut taken = 0;
            for (id, said) in ids.iter().zip(said) {
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

    fn metadata_of(&self, photo: &Photo) -> Result<Arc<PhotoMetadata>, Error> {
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

/// What a photo states, as records have it.
fn stated(metadata: &PhotoMetadata, beside: Option<&str>) -> Vec<PhotoStatement> {
    let mut said = Said(Vec::new());
    let caption = metadata.description.as_ref().or(metadata.title.as_ref());
    said.texts(StatedField::Caption, caption, beside);
    if caption.is_none() {
        said.text(StatedField::Caption, metadata.headline.as_ref(), beside);
    }
    said.texts(StatedField::Alt, metadata.alt_text.as_ref(), beside);
    said.add(
        StatedField::Photographer,
        metadata.creators.as_ref(),
        |names| names.join(", "),
    );
    said.add(
        StatedField::Credit,
        metadata.credit_line.as_ref(),
        String::clone,
    );
    let default = |texts: &InLanguages| texts.default_text().to_owned();
    let terms = metadata.rights_usage_terms.as_ref();
    match (metadata.copyright_notice.as_ref(), terms) {
        (Some(notice), Some(terms)) => said.add(StatedField::Rights, Some(notice), |notice| {
            format!("{}. {}", notice.default_text(), terms.value.default_text()).replace("..", ".")
        }),
        (notice, terms) => said.add(StatedField::Rights, notice.or(terms), default),
    }
    said.place(metadata);
    said.add(
        StatedField::Instructions,
        metadata.instructions.as_ref(),
        String::clone,
    );
    said.add(
        StatedField::TakenAt,
        metadata.date_created.as_ref(),
        |date| date.local.clone(),
    );
    said.add(
        StatedField::DigitalSourceType,
        metadata.digital_source_type.as_ref(),
        |uri| source_type(uri).map_or(String::new(), |term| term.as_str().to_owned()),
    );
    said.0
}

/// What is said, in the making.
struct Said(Vec<PhotoStatement>);

impl Said {
    fn add<T>(
        &mut self,
        field: StatedField,
        stated: Option<&Stated<T>>,
        value_of: impl Fn(&T) -> String,
    ) {
        self.add_in(field, None, stated, value_of);
    }

    fn add_in<T>(
        &mut self,
        field: StatedField,
        language: Option<String>,
        stated: Option<&Stated<T>>,
        value_of: impl Fn(&T) -> String,
    ) {
        let Some(stated) = stated else { return };
        let value = value_of(&stated.value).trim().to_owned();
        if value.is_empty() {
            return;
        }
        let differs = stated.differs.iter().map(|(source, other)| OtherStatement {
            source: source_of(*source),
            value: value_of(other),
        });
        self.0.push(PhotoStatement {
            field,
            language,
            differs: differs
                .filter(|other| !are_same(&other.value, &value))
                .collect(),
            value,
            source: source_of(stated.source),
            stands: None,
        });
    }

    /// A text in each of its languages; where none is given, in that of its words.
    fn texts(
        &mut self,
        field: StatedField,
        stated: Option<&Stated<InLanguages>>,
        beside: Option<&str>,
    ) {
        let Some(texts) = stated.map(|stated| stated.value.texts()) else {
            return;
        };
        let named = |language: &str| {
            let primary = language.split(['-', '_']).next().unwrap_or_default();
            values::is_language(primary).then(|| primary.to_lowercase())
        };
        for one in texts {
            let own = Some(one.language.as_str()).filter(|own| *own != "x-default");
            let again = texts
                .iter()
                .any(|other| other.language != one.language && are_same(&other.text, &one.text));
            if own.is_none() && again {
                continue;
            }
            let language = own
                .and_then(named)
                .unwrap_or_else(|| language_of(&one.text, beside));
            let at = one.language.clone();
            self.add_in(field, Some(language), stated, |texts: &InLanguages| {
                let same = texts.texts().iter().find(|text| text.language == at);
                same.map_or(String::new(), |text| text.text.clone())
            });
        }
    }

    /// A text of which no language is known.
    fn text(&mut self, field: StatedField, stated: Option<&Stated<String>>, beside: Option<&str>) {
        if let Some(own) = stated {
            let language = language_of(&own.value, beside);
            self.add_in(field, Some(language), stated, String::clone);
        }
    }

    /// Where the photo was taken: the place that it shows, else where the camera stood, else the older fields.
    fn place(&mut self, metadata: &PhotoMetadata) {
        let of_shown = |places: &Vec<Location>| places.first().map(place_words).unwrap_or_default();
        if let Some(shown) = &metadata.locations_shown {
            return self.add(StatedField::Place, Some(shown), of_shown);
        }
        if let Some(created) = &metadata.location_created {
            return self.add(StatedField::Place, Some(created), place_words);
        }
        let parts = [
            &metadata.sublocation,
            &metadata.city,
            &metadata.province_or_state,
            &metadata.country,
        ];
        let given: Vec<&Stated<String>> = parts.into_iter().flatten().collect();
        if let Some(first) = given.first() {
            let words: Vec<&str> = given.iter().map(|part| part.value.as_str()).collect();
            self.0.push(PhotoStatement {
                field: StatedField::Place,
                language: None,
                value: words.join(", "),
                source: source_of(first.source),
                stands: None,
                differs: Vec::new(),
            });
        }
    }
}

/// A place in one line, the smallest first.
fn place_words(place: &Location) -> String {
    let parts = [
        place.sublocation.as_deref(),
        place.city.as_deref(),
        place.province_or_state.as_deref(),
        place.country.as_deref(),
    ];
    let mut words: Vec<&str> = parts.into_iter().flatten().collect();
    if words.is_empty() {
        words.extend(place.name.as_ref().map(InLanguages::default_text));
    }
    words.join(", ")
}

/// The language of a text by its words, else that of the text beside it, else Kazakh.
fn language_of(text: &str, beside: Option<&str>) -> String {
    let told = language::language(text).map(str::to_owned);
    told.or_else(|| beside.map(str::to_owned))
        .unwrap_or_else(|| "kk".to_owned())
}

fn source_of(source: Source) -> StatementSource {
    match source {
        Source::Exif => StatementSource::Exif,
        Source::IptcIim => StatementSource::IptcIim,
        _ => StatementSource::Xmp,
    }
}

/// Whether two texts say the same, whatever their blanks.
fn are_same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
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
