//! Facets: how the articles that a query finds spread over years, units, parties and headings.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use muragat_language::Typing;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::finding::found_articles::{Hit, Wanted};
use crate::finding::query::ListQuery;
use crate::finding::words::Asked;
use crate::finding::{found_articles, traits};
use crate::record::terms::State;
use crate::store::kept_traits::Traits;
use crate::store::library::Archive;

/// How many values a facet of open vocabulary lists.
const VALUES: usize = 20;
/// How many are told of those that have some words.
const FOUND_VALUES: usize = 50;

/// So few hits of a single search are read alone: reading all takes as long as some thousands.
const READ_ALONE: usize = 1_000;
/// A dating is counted in no more years: of a century in all.
const YEARS: usize = 100;

/// How the matches spread.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Facets {
    /// By year of publication, newest first.
    pub years: Vec<YearCount>,
    /// By unit, in the order of their codes.
    pub units: Vec<Count>,
    /// By person, most first.
    pub people: Vec<Count>,
    /// By organisation, most first.
    pub organisations: Vec<Count>,
    /// By subject heading, most first.
    pub subjects: Vec<Count>,
    /// By place that they are about, most first.
    pub places: Vec<Count>,
    /// By state, in the order of a life.
    pub states: Vec<StateCount>,
    /// By language of a version, most first.
    pub languages: Vec<LanguageCount>,
}

/// How many matches a year has.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct YearCount {
    /// The year.
    pub year: i32,
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
}

/// How many matches are in a state.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StateCount {
    /// Draft, registered or withdrawn.
    pub state: State,
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
}

/// How many matches have a version in a language.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LanguageCount {
    /// BCP 47.
    pub language: String,
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
}

/// How many matches a unit, a party or a heading has.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Count {
    /// UUIDv7.
    pub id: String,
    /// Its name, or code and title.
    pub name: String,
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
}

/// A facet of open vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OpenFacet {
    /// Persons.
    People,
    /// Organisations.
    Organisations,
    /// Subject headings.
    Subjects,
    /// Places.
    Places,
}

impl Archive {
    /// Of a facet's values those whose name has the words, the most frequent first: also those that
    /// [`Archive::facets`] has no room for.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a unit that is none.
    pub fn facet_values(
        &self,
        query: &ListQuery,
        facet: OpenFacet,
        words: &str,
    ) -> Result<Vec<Count>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let asked = Asked::read(Some(words), Typing::Going);
        let is_met = |name: &str| match &asked {
            Asked::All => true,
            Asked::NoWord => false,
            Asked::Words(words) => words.are_met(&[name]),
        };
        let tally = self.tally(sql, query)?;
        tally.values(sql, facet, FOUND_VALUES, &is_met)
    }

    /// How all articles spread that the list would show for a query.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a unit that is none.
    pub fn facets(&self, query: &ListQuery) -> Result<Facets, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        self.tally(sql, query)?.told(sql)
    }

    /// Counts over what a query finds.
    fn tally(&self, sql: &Connection, query: &ListQuery) -> Result<Tally, Error> {
        let mut kept = self.kept_traits().0.borrow_mut();
        let now = traits::renew(sql, kept.take())?;
        let traits = kept.insert(now);
        let mut tally = Tally::default();
        match is_all(query) {
            true => traits.articles.values().for_each(|one| tally.add(one)),
            false => {
                let found = found_articles::gather(sql, query, Typing::Going, Wanted::Unordered)?;
                let found = found.hits.iter().map(|hit| &hit.id);
                found
                    .filter_map(|id| traits.articles.get(id))
                    .for_each(|one| tally.add(one));
            }
        }
        Ok(tally)
    }

    /// How hits of a single search spread: where these are few and nothing is kept yet, only they are read.
    pub(crate) fn facets_of_hits(&self, sql: &Connection, hits: &[Hit]) -> Result<Facets, Error> {
        let mut kept = self.kept_traits().0.borrow_mut();
        let mut tally = Tally::default();
        if kept.is_none() && hits.len() <= READ_ALONE {
            for hit in hits {
                if let Some(traits) = traits::read_one(sql, hit.id)? {
                    tally.add(&traits);
                }
            }
            return tally.told(sql);
        }
        let now = traits::renew(sql, kept.take())?;
        let traits = kept.insert(now);
        for hit in hits {
            if let Some(traits) = traits.articles.get(&hit.id) {
                tally.add(traits);
            }
        }
        tally.told(sql)
    }
}

/// Whether a query leaves nothing out.
fn is_all(query: &ListQuery) -> bool {
    let all = ListQuery {
        text: query.text.clone().filter(|text| text.trim().is_empty()),
        similar: query.similar,
        offset: query.offset,
        limit: query.limit,
        order: query.order,
        ..ListQuery::default()
    };
    *query == all
}

/// How many articles have each value, by the values' keys.
#[derive(Default)]
struct Tally {
    years: HashMap<(i32, i32), u64>,
    languages: HashMap<String, u64>,
    units: HashMap<i64, u64>,
    states: BTreeMap<State, u64>,
    parties: HashMap<i64, u64>,
    subjects: HashMap<i64, u64>,
    places: HashMap<i64, u64>,
}

impl Tally {
    /// Counts an article.
    fn add(&mut self, traits: &Traits) {
        if let Some(years) = traits.years {
            *self.years.entry(years).or_default() += 1;
        }
        match self.languages.get_mut(&traits.languages) {
            Some(count) => *count += 1,
            None => drop(self.languages.insert(traits.languages.clone(), 1)),
        }
        if let Some(unit) = traits.unit {
            *self.units.entry(unit).or_default() += 1;
        }
        *self.states.entry(traits.state).or_default() += 1;
        for (counts, ids) in [
            (&mut self.parties, &traits.parties),
            (&mut self.subjects, &traits.subjects),
            (&mut self.places, &traits.places),
        ] {
            for id in ids {
                *counts.entry(*id).or_default() += 1;
            }
        }
    }

    /// The counts as they are told, under their names.
    fn told(&self, sql: &Connection) -> Result<Facets, Error> {
        let most = |facet: OpenFacet| self.values(sql, facet, VALUES, &|_| true);
        Ok(Facets {
            years: self.years_told(),
            units: self.units_told(sql)?,
            people: most(OpenFacet::People)?,
            organisations: most(OpenFacet::Organisations)?,
            subjects: most(OpenFacet::Subjects)?,
            places: most(OpenFacet::Places)?,
            states: self
                .states
                .iter()
                .map(|(&state, &count)| StateCount { state, count })
                .collect(),
            languages: self.languages_told(),
        })
    }

    fn years_told(&self) -> Vec<YearCount> {
        let mut years: BTreeMap<i32, u64> = BTreeMap::new();
        for (&(first, last), &count) in &self.years {
            // each year that it may be of finds it
            for year in (first..=last).take(YEARS) {
                *years.entry(year).or_default() += count;
            }
        }
        let newest_first = years.into_iter().rev();
        newest_first
            .map(|(year, count)| YearCount { year, count })
            .collect()
    }

    fn languages_told(&self) -> Vec<LanguageCount> {
        let mut languages: BTreeMap<&str, u64> = BTreeMap::new();
        for (those, count) in &self.languages {
            for language in those.split_whitespace() {
                *languages.entry(language).or_default() += count;
            }
        }
        let mut told: Vec<LanguageCount> = languages
            .into_iter()
            .map(|(language, count)| LanguageCount {
                language: language.to_owned(),
                count,
            })
            .collect();
        told.sort_by_key(|line| Reverse(line.count));
        told
    }

    fn units_told(&self, sql: &Connection) -> Result<Vec<Count>, Error> {
        let mut named = Vec::with_capacity(self.units.len());
        for (&unit, &count) in &self.units {
            let (key, id, name): (Vec<u8>, String, String) = sql
                .prepare_cached(
                    // a year's title begins with its code
                    "SELECT sort_key, uuid, iif(title = code OR substr(title, 1, length(code) + 1) = code || ' ', title, code || ' ' || title)
                     FROM unit WHERE id = ?1",
                )?
                .query_row([unit], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            named.push((key, unit, Count { id, name, count }));
        }
        named.sort_by(|(a, one, _), (b, two, _)| a.cmp(b).then(one.cmp(two)));
        Ok(named.into_iter().map(|(_, _, count)| count).collect())
    }

    /// The most frequent values of a facet whose name is as wanted, those of one count in the order of the alphabet.
    fn values(
        &self,
        sql: &Connection,
        facet: OpenFacet,
        most: usize,
        is_wanted: &dyn Fn(&str) -> bool,
    ) -> Result<Vec<Count>, Error> {
        let (counts, query) = match facet {
            OpenFacet::People => (
                &self.parties,
                "SELECT uuid, name, sort_key FROM party WHERE id = ?1 AND kind = 'person'",
            ),
            OpenFacet::Organisations => (
                &self.parties,
                "SELECT uuid, name, sort_key FROM party WHERE id = ?1 AND kind = 'organisation'",
            ),
            OpenFacet::Subjects => (
                &self.subjects,
                "SELECT uuid, name, sort_key FROM subject WHERE id = ?1",
            ),
            OpenFacet::Places => (
                &self.places,
                "SELECT uuid, name, sort_key FROM place WHERE id = ?1",
            ),
        };
        let mut statement = sql.prepare_cached(query)?;
        let mut by_count: Vec<(u64, i64)> =
            counts.iter().map(|(id, count)| (*count, *id)).collect();
        by_count.sort_unstable_by_key(|(count, id)| (Reverse(*count), *id));
        let mut found: Vec<(Vec<u8>, Count)> = Vec::new();
        // names are fetched only as far down as there is room
        for same in by_count.chunk_by(|(one, _), (other, _)| one == other) {
            if found.len() >= most {
                break;
            }
            let from = found.len();
            for &(count, id) in same {
                let value = statement
                    .query_row([id], |row| {
                        let (id, name) = (row.get(0)?, row.get(1)?);
                        Ok((row.get(2)?, Count { id, name, count }))
                    })
                    .optional()?;
                found.extend(value.filter(|(_, value)| is_wanted(&value.name)));
            }
            if let Some(same) = found.get_mut(from..) {
                same.sort_by(|(a, _), (b, _)| a.cmp(b));
            }
        }
        found.truncate(most);
        Ok(found.into_iter().map(|(_, count)| count).collect())
    }
}
