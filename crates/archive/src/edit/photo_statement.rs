//! What a photo states of itself (Exif, IPTC-IIM, XMP), field by field as records have it.

use muragat_language as language;
use muragat_photo::{InLanguages, Location, PhotoMetadata, Source, Stated};
use serde::Serialize;
use ts_rs::TS;

use crate::edit::source_type::source_type;
use crate::record::terms::{StatedField, StatementSource};
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

/// What a photo states, as records have it.
pub(super) fn stated(metadata: &PhotoMetadata, beside: Option<&str>) -> Vec<PhotoStatement> {
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

pub(super) fn source_of(source: Source) -> StatementSource {
    match source {
        Source::Exif => StatementSource::Exif,
        Source::IptcIim => StatementSource::IptcIim,
        _ => StatementSource::Xmp,
    }
}

/// Whether two texts say the same, whatever their blanks.
pub(super) fn are_same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}
