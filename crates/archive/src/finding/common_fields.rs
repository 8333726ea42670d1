//! What several articles have in common: each field that they can be given at once, as it stands in all of them.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::nouns::article::Article;
use crate::nouns::{place, subject, version};
use crate::record::terms::State;
use crate::store::library::Archive;
use crate::store::rows;

/// A field of several articles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct CommonValue {
    /// What all of them have; null where they have none, or differ.
    pub value: Option<String>,
    /// Whether they differ.
    pub differs: bool,
}

/// A heading of some of several articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommonHeading {
    /// Its name.
    pub name: String,
    /// How many of them are under it.
    #[ts(type = "number")]
    pub count: u64,
}

/// What several articles have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct CommonFields {
    /// How many there are; those that are gone do not count.
    #[ts(type = "number")]
    pub articles: u64,
    /// How many of them are drafts.
    #[ts(type = "number")]
    pub drafts: u64,
    /// The language of the first text.
    pub language: CommonValue,
    /// Such as «press release».
    pub kind: CommonValue,
    /// EDTF.
    pub publication_date: CommonValue,
    /// UUID of the unit.
    pub unit: CommonValue,
    /// Terms of use.
    pub rights: CommonValue,
    /// Open, restricted or under embargo.
    pub access: CommonValue,
    /// Last day of the embargo.
    pub embargo_until: CommonValue,
    /// Why access is restricted.
    pub access_reason: CommonValue,
    /// Who decided so.
    pub access_decided_by: CommonValue,
    /// Subject headings, in the order of the alphabet.
    pub subjects: Vec<CommonHeading>,
    /// Places, the same way.
    pub places: Vec<CommonHeading>,
}

impl CommonValue {
    fn meet(&mut self, first: bool, value: Option<String>) {
        if first {
            self.value = value;
        } else if !self.differs && self.value != value {
            (self.value, self.differs) = (None, true);
        }
    }
}

impl Archive {
    /// What articles (UUIDs) have in common.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn common_fields(&self, ids: &[String]) -> Result<CommonFields, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let mut common = CommonFields::default();
        let mut subjects: BTreeMap<Vec<u8>, CommonHeading> = BTreeMap::new();
        let mut places: BTreeMap<Vec<u8>, CommonHeading> = BTreeMap::new();
        let mut unit = sql.prepare_cached("SELECT uuid FROM unit WHERE id = ?1")?;
        for id in ids {
            let Some(article) = rows::find::<Article>(sql, "WHERE uuid = ?1", [id])? else {
                continue;
            };
            let first = common.articles == 0;
            common.articles += 1;
            common.drafts += u64::from(article.state == State::Draft);
            let unit = match article.unit_id {
                Some(id) => Some(unit.query_row([id], |row| row.get(0))?),
                None => None,
            };
            let access = Some(article.access.as_str().to_owned());
            let text = version::first_of_article(sql, article.id)?;
            for (field, value) in [
                (&mut common.language, text.map(|text| text.language)),
                (&mut common.kind, article.kind),
                (&mut common.publication_date, article.publication_date),
                (&mut common.unit, unit),
                (&mut common.rights, article.rights),
                (&mut common.access, access),
                (&mut common.embargo_until, article.embargo_until),
                (&mut common.access_reason, article.access_reason),
                (&mut common.access_decided_by, article.access_decided_by),
            ] {
                field.meet(first, value);
            }
            count_headings(&mut subjects, subject::names_of(sql, article.id)?);
            count_headings(&mut places, place::headings_of(sql, article.id)?);
        }
        common.subjects = subjects.into_values().collect();
        common.places = places.into_values().collect();
        Ok(common)
    }
}

fn count_headings(counted: &mut BTreeMap<Vec<u8>, CommonHeading>, names: Vec<String>) {
    for name in names {
        let key = muragat_language::sort_key(&name);
        let heading = counted
            .entry(key)
            .or_insert(CommonHeading { name, count: 0 });
        heading.count += 1;
    }
}
