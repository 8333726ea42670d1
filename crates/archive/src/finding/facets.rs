//! Facets: how the articles that a query finds spread over years, units, parties and headings.

use std::collections::BTreeMap;

use muragat_language::Typing;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::finding::found_articles;
use crate::finding::query::ListQuery;
use crate::finding::words::Asked;
use crate::record::terms::{PartyKind, State};
use crate::store::library::Archive;

/// How many values a facet of open vocabulary lists.
const VALUES: i64 = 20;
/// How many are told of those that have some words.
const FOUND_VALUES: usize = 50;

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
        let queries = match is_all(query) {
            true => &ALL,
            false => {
                found_articles::gather(sql, query, Typing::Going, found_articles::For::Counting)?;
                &HITS
            }
        };
        let mut statement = sql.prepare_cached(match facet {
            OpenFacet::People | OpenFacet::Organisations => queries.parties,
            OpenFacet::Subjects => queries.subjects,
            OpenFacet::Places => queries.places,
        })?;
        let mut rows = match facet {
            OpenFacet::People => statement.query(params![PartyKind::Person, -1])?,
            OpenFacet::Organisations => statement.query(params![PartyKind::Organisation, -1])?,
            OpenFacet::Subjects | OpenFacet::Places => statement.query([-1])?,
        };
        let asked = Asked::read(Some(words), Typing::Going);
        let mut found = Vec::new();
        while let Some(row) = rows.next()?
            && found.len() < FOUND_VALUES
        {
            let value = read_count(row)?;
            let met = match &asked {
                Asked::All => true,
                Asked::NoWord => false,
                Asked::Words(words) => words.are_met(&[&value.name]),
            };
            if met {
                found.push(value);
            }
        }
        Ok(found)
    }

    /// How all articles spread that the list would show for a query.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a unit that is none.
    pub fn facets(&self, query: &ListQuery) -> Result<Facets, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        if is_all(query) {
            // what opens first: counted from the tables themselves, without gathering every article
            return spread_over(sql, &ALL);
        }
        found_articles::gather(sql, query, Typing::Going, found_articles::For::Counting)?;
        of_hits(sql)
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

/// The queries that count: over the articles in the temporary table `hit`, or over all.
struct Queries {
    entries: &'static str,
    articles: &'static str,
    parties: &'static str,
    subjects: &'static str,
    places: &'static str,
}

const HITS: Queries = Queries {
    entries: "SELECT year, last_year, languages, count(*) FROM hit JOIN search_entry USING (article_id) GROUP BY year, last_year, languages",
    articles: "SELECT unit_id, state, count(*) FROM hit JOIN article ON article.id = hit.article_id GROUP BY unit_id, state",
    // counted before the names are fetched: only the most frequent need theirs
    parties: "SELECT party.uuid, party.name, counted.n FROM
           (SELECT party_id, count(DISTINCT article_id) AS n FROM
              (SELECT participation.party_id, participation.article_id FROM hit JOIN participation USING (article_id)
               UNION ALL
               SELECT participation.on_behalf_of_id, participation.article_id FROM hit JOIN participation USING (article_id)
               WHERE on_behalf_of_id IS NOT NULL)
            GROUP BY party_id) AS counted
         JOIN party ON party.id = counted.party_id WHERE party.kind = ?1
         ORDER BY counted.n DESC, party.sort_key LIMIT ?2",
    subjects: "SELECT subject.uuid, subject.name, counted.n FROM
           (SELECT subject_id AS id, count(*) AS n FROM hit JOIN article_subject USING (article_id) GROUP BY subject_id) AS counted
         JOIN subject ON subject.id = counted.id ORDER BY counted.n DESC, subject.sort_key LIMIT ?1",
    places: "SELECT place.uuid, place.name, counted.n FROM
           (SELECT place_id AS id, count(*) AS n FROM hit JOIN article_place USING (article_id) GROUP BY place_id) AS counted
         JOIN place ON place.id = counted.id ORDER BY counted.n DESC, place.sort_key LIMIT ?1",
};

const ALL: Queries = Queries {
    entries: "SELECT year, last_year, languages, count(*) FROM search_entry GROUP BY year, last_year, languages",
    articles: "SELECT unit_id, state, count(*) FROM article GROUP BY unit_id, state",
    parties: "SELECT party.uuid, party.name, articles FROM party_entry JOIN party ON party.id = party_id
         WHERE party_entry.kind = ?1 AND articles > 0 ORDER BY articles DESC, party_entry.sort_key LIMIT ?2",
    subjects: "SELECT subject.uuid, subject.name, counted.n FROM
           (SELECT subject_id AS id, count(*) AS n FROM article_subject GROUP BY subject_id) AS counted
         JOIN subject ON subject.id = counted.id ORDER BY counted.n DESC, subject.sort_key LIMIT ?1",
    places: "SELECT place.uuid, place.name, counted.n FROM
           (SELECT place_id AS id, count(*) AS n FROM article_place GROUP BY place_id) AS counted
         JOIN place ON place.id = counted.id ORDER BY counted.n DESC, place.sort_key LIMIT ?1",
};

fn read_count(row: &rusqlite::Row<'_>) -> rusqlite::Result<Count> {
    Ok(Count {
        id: row.get(0)?,
        name: row.get(1)?,
        count: row.get::<_, i64>(2)?.unsigned_abs(),
    })
}

/// How the articles in the temporary table `hit` spread.
pub(crate) fn of_hits(sql: &Connection) -> Result<Facets, Error> {
    spread_over(sql, &HITS)
}

fn spread_over(sql: &Connection, queries: &Queries) -> Result<Facets, Error> {
    let mut facets = Facets::default();
    let mut years: BTreeMap<i32, u64> = BTreeMap::new();
    let mut languages: BTreeMap<String, u64> = BTreeMap::new();
    let mut statement = sql.prepare_cached(queries.entries)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let count = row.get::<_, i64>(3)?.unsigned_abs();
        if let (Some(first), Some(last)) =
            (row.get::<_, Option<i32>>(0)?, row.get::<_, Option<i32>>(1)?)
        {
            // each year that it may be of finds it
            for year in (first..=last).take(YEARS) {
                *years.entry(year).or_default() += count;
            }
        }
        for language in row.get::<_, String>(2)?.split_whitespace() {
            *languages.entry(language.to_owned()).or_default() += count;
        }
    }
    facets.years = years
        .into_iter()
        .rev()
        .map(|(year, count)| YearCount { year, count })
        .collect();
    facets.languages = languages
        .into_iter()
        .map(|(language, count)| LanguageCount { language, count })
        .collect();
    facets
        .languages
        .sort_by_key(|line| std::cmp::Reverse(line.count));
    let mut units: BTreeMap<i64, u64> = BTreeMap::new();
    let mut states: BTreeMap<State, u64> = BTreeMap::new();
    let mut statement = sql.prepare_cached(queries.articles)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let count = row.get::<_, i64>(2)?.unsigned_abs();
        if let Some(unit) = row.get::<_, Option<i64>>(0)? {
            *units.entry(unit).or_default() += count;
        }
        *states.entry(row.get(1)?).or_default() += count;
    }
    facets.states = states
        .into_iter()
        .map(|(state, count)| StateCount { state, count })
        .collect();
    let mut named = Vec::with_capacity(units.len());
    for (unit, count) in units {
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
    facets.units = named.into_iter().map(|(_, _, count)| count).collect();
    let parties = |kind: PartyKind| -> Result<Vec<Count>, Error> {
        let mut statement = sql.prepare_cached(queries.parties)?;
        let rows = statement.query_map(params![kind, VALUES], read_count)?;
        Ok(rows.collect::<Result<_, _>>()?)
    };
    let headings = |query: &str| -> Result<Vec<Count>, Error> {
        let mut statement = sql.prepare_cached(query)?;
        let rows = statement.query_map([VALUES], read_count)?;
        Ok(rows.collect::<Result<_, _>>()?)
    };
    facets.people = parties(PartyKind::Person)?;
    facets.organisations = parties(PartyKind::Organisation)?;
    facets.subjects = headings(queries.subjects)?;
    facets.places = headings(queries.places)?;
    Ok(facets)
}
