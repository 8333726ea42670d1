//! Which photos a page shows, and in which order.

use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::finding::words::{Asked, Closeness};
use crate::record::terms::DigitalSourceType;

/// What a photo can lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PhotoLack {
    /// A credit line.
    Credit,
    /// A caption in any language.
    Caption,
    /// An alternative text in any language.
    Alt,
    /// Anybody who is seen in it.
    People,
    /// When it was taken.
    TakenAt,
}

/// The order of a page of photos.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PhotoSort {
    /// Of the article catalogued last first, each article's in their order; those on events alone come last.
    #[default]
    Catalogued,
    /// Taken last first; those without a time come last.
    TakenLast,
    /// Taken first first; those without a time come last.
    TakenFirst,
    /// The best rated first; those turned down come last.
    Rated,
}

impl PhotoSort {
    /// As SQL says it. Each is read off an index.
    pub(crate) fn order(self) -> &'static str {
        match self {
            PhotoSort::Catalogued => "photo.article_id DESC, photo.ordinal, photo.id",
            PhotoSort::TakenLast => "photo.taken_at DESC, photo.id DESC",
            PhotoSort::TakenFirst => "photo.taken_at IS NULL, photo.taken_at, photo.id",
            PhotoSort::Rated => "ifnull(photo.rating, 0) DESC, photo.id DESC",
        }
    }
}

/// Which photos, and which page of them.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PhotoQuery {
    /// Words of a caption, an alternative text, the credit, the photographer, the place or the file name, in
    /// any ending; the last may be unfinished.
    pub text: Option<String>,
    /// Only photos that lack this.
    pub lacking: Option<PhotoLack>,
    /// This party (a UUID) is seen in it.
    pub party: Option<String>,
    /// Its article has this party (a UUID) among its participants.
    pub participant: Option<String>,
    /// It shows this event, a UUID.
    pub event: Option<String>,
    /// This is where it was taken, as its record says it.
    pub place: Option<String>,
    /// This is who took it, as its record says it.
    pub photographer: Option<String>,
    /// Taken on this day (`YYYY-MM-DD`) or later.
    pub taken_from: Option<String>,
    /// Taken on this day (`YYYY-MM-DD`) or before.
    pub taken_to: Option<String>,
    /// Rated so well or better, 1 to 5; −1: turned down, and only those.
    pub rated: Option<i8>,
    /// Picked, or not.
    pub picked: Option<bool>,
    /// Published, or not.
    pub published: Option<bool>,
    /// Marked as made or changed by AI, or not.
    pub by_ai: Option<bool>,
    /// In which order.
    #[ts(as = "Option<PhotoSort>", optional)]
    pub sort: PhotoSort,
    /// How many to pass over.
    #[ts(type = "number")]
    pub offset: u64,
    /// How many to give, at most.
    pub limit: u32,
}

/// Where a picture says that AI made or changed it.
fn is_by_ai() -> String {
    let terms: Vec<String> = DigitalSourceType::BY_AI
        .iter()
        .map(|term| format!("'{}'", term.as_str()))
        .collect();
    format!(
        "ifnull(photo.digital_source_type, '') IN ({})",
        terms.join(", ")
    )
}

/// What a query asks of the table of photos.
pub(crate) struct Picked {
    /// What follows `WHERE`.
    pub condition: String,
    /// Its values.
    pub params: Vec<Value>,
}

impl Picked {
    fn add(&mut self, condition: &str) {
        if !self.condition.is_empty() {
            self.condition.push_str(" AND ");
        }
        self.condition.push_str(condition);
    }

    /// A condition on one value, where there is one.
    fn add_with(&mut self, condition: &str, value: Option<&String>) {
        if let Some(value) = value {
            self.add(condition);
            self.params.push(Value::Text(value.clone()));
        }
    }

    /// A condition that is to be met, or is not to be, where either is asked.
    fn add_whether(&mut self, condition: &str, wanted: Option<bool>) {
        match wanted {
            Some(true) => self.add(condition),
            Some(false) => self.add(&format!("NOT {condition}")),
            None => {}
        }
    }
}

impl PhotoLack {
    fn condition(self) -> &'static str {
        match self {
            PhotoLack::Credit => "photo.credit IS NULL",
            PhotoLack::Caption => {
                "NOT EXISTS (SELECT 1 FROM photo_text WHERE photo_id = photo.id AND kind = 'caption')"
            }
            PhotoLack::Alt => {
                "NOT EXISTS (SELECT 1 FROM photo_text WHERE photo_id = photo.id AND kind = 'alt')"
            }
            PhotoLack::People => "NOT EXISTS (SELECT 1 FROM region WHERE photo_id = photo.id)",
            PhotoLack::TakenAt => "photo.taken_at IS NULL",
        }
    }
}

impl PhotoQuery {
    /// What it asks of the table of photos; its words, where it has some, only by the index of their articles.
    pub(crate) fn picked(&self, asked: &Asked) -> Picked {
        let mut picked = Picked {
            condition: String::new(),
            params: Vec::new(),
        };
        if let Some(lack) = self.lacking {
            picked.add(lack.condition());
        }
        picked.add_with(
            "photo.id IN (SELECT photo_id FROM region WHERE party_id = (SELECT id FROM party WHERE uuid = ?))",
            self.party.as_ref(),
        );
        picked.add_with(
            "photo.article_id IN (SELECT article_id FROM participation WHERE party_id = (SELECT id FROM party WHERE uuid = ?))",
            self.participant.as_ref(),
        );
        picked.add_with(
            "photo.event_id = (SELECT id FROM event WHERE uuid = ?)",
            self.event.as_ref(),
        );
        picked.add_with("photo.place = ?", self.place.as_ref());
        picked.add_with("photo.photographer = ?", self.photographer.as_ref());
        picked.add_with("photo.taken_at >= ?", self.taken_from.as_ref());
        // a day has all times that begin with it
        picked.add_with("photo.taken_at < ? || 'U'", self.taken_to.as_ref());
        if let Some(rated) = self.rated {
            picked.add(match rated {
                -1 => "photo.rating = ?",
                _ => "photo.rating >= ?",
            });
            picked.params.push(Value::Integer(i64::from(rated)));
        }
        picked.add_whether("photo.picked", self.picked);
        picked.add_whether("photo.published", self.published);
        picked.add_whether(&is_by_ai(), self.by_ai);
        match asked {
            Asked::NoWord => picked.add("0"),
            Asked::Words(words) => {
                if let Some(expression) = words.expression_of(Closeness::AnyForm, &["captions"]) {
                    // the index knows captions, credits and places per article; which photo it is, is looked up then
                    picked.add(
                        "(photo.article_id IS NULL OR photo.article_id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)
                          OR instr(lower(photo.name), lower(?)) > 0)",
                    );
                    let text = self.text.as_deref().unwrap_or_default().trim();
                    picked.params.push(Value::Text(expression));
                    picked.params.push(Value::Text(text.to_owned()));
                }
            }
            Asked::All => {}
        }
        if picked.condition.is_empty() {
            picked.add("1");
        }
        picked
    }
}
